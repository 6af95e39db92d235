/** The menu of what is selected, opened by the right button, the menu key or Shift+F10. */
import { Fragment } from 'react';
import { Menu } from '@mantine/core';
import { useStore } from 'zustand';
import { actions } from '../actions/actionTable.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { contextMenu, menuActions } from '../tools/contextMenu.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import { shortcutText } from '../ui/shortcutText.ts';
import styles from './ContextMenu.module.css';

export function ContextMenu() {
  const at = useStore(contextMenu, (state) => state.at);
  if (at === null) return null;
  const close = (): void => {
    contextMenu.setState({ at: null });
    // Focus goes back to the drawing, unless a command has taken it elsewhere.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[${DRAWING_ATTRIBUTE}]`)?.focus();
    });
  };
  return (
    <Menu
      key={`${at.xPx} ${at.yPx}`}
      opened
      onClose={close}
      offset={0}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      // Over the place itself where there is no room beside it: a menu is read whole.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      shadow="sm"
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className={styles.place} aria-label="Selection" style={{ left: at.xPx, top: at.yPx }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Items />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items() {
  const planner = usePlanner();
  const groups = menuActions(planner, actions);
  return groups.map((group, place) => (
    <Fragment key={group[0]?.id}>
      {place === 0 ? null : <Menu.Divider />}
      {group.map((action) => (
        <Menu.Item
          key={action.id}
          rightSection={action.shortcut === null ? null : <span className={styles.keys}>{shortcutText(action.shortcut)}</span>}
          onClick={() => action.run(planner)}
        >
          {action.label}
        </Menu.Item>
      ))}
    </Fragment>
  ));
}
