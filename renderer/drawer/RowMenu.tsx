/** The menu of a table's rows, opened by the right button, the menu key or Shift+F10. */
import { Fragment } from 'react';
import { Menu } from '@mantine/core';
import { useStore } from 'zustand';
import { shortcutText } from '../ui/shortcutText.ts';
import { toggleColumn, useHiddenColumns } from './hiddenColumns.ts';
import { rowMenu, type OpenRowMenu } from './rowMenu.ts';
import styles from './RowMenu.module.css';

export function RowMenu() {
  const open = useStore(rowMenu, (state) => state.open);
  return open === null ? null : <Opened open={open} />;
}

function Opened({ open }: { readonly open: OpenRowMenu }) {
  const hidden = useHiddenColumns(open.table);
  const keys = open.columns.map(({ key }) => key);
  const close = (): void => {
    rowMenu.setState({ open: null });
    // Focus goes back to the table, unless a command has taken it elsewhere.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('[role="grid"]')?.focus();
    });
  };
  return (
    <Menu
      key={`${open.at.x} ${open.at.y}`}
      opened
      onClose={close}
      offset={0}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      shadow="sm"
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className={styles.place} aria-label="Row" style={{ left: open.at.x, top: open.at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {open.groups.map((group, place) => (
          <Fragment key={group[0]?.label}>
            {place === 0 ? null : <Menu.Divider />}
            {group.map(({ label, keys: shortcut, run }) => (
              <Menu.Item
                key={label}
                rightSection={shortcut === undefined ? null : <span className={styles.keys}>{shortcutText(shortcut)}</span>}
                onClick={run}
              >
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>Columns</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {open.columns.map(({ key, title }) => (
              <Menu.CheckboxItem
                key={key}
                checked={!hidden.includes(key)}
                closeMenuOnClick={false}
                onChange={() => toggleColumn(open.table, key, keys)}
              >
                {title}
              </Menu.CheckboxItem>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      </Menu.Dropdown>
    </Menu>
  );
}
