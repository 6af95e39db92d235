/** The File menu: plans, samples, exports. */
import { useState } from 'react';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { must } from '../../shared/assert.ts';
import { findAction } from '../actions/actionTable.ts';
import type { RecentFile } from '../host/host.ts';
import { samples } from '../state/fileActions.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { shortcutText } from '../ui/shortcutText.ts';
import styles from './FileMenu.module.css';

export function FileMenu() {
  const { files, host } = usePlanner();
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  return (
    <Menu width={264} onOpen={() => void host.recent().then(setRecent)}>
      <Menu.Target>
        <button type="button" className={styles.button}>
          File
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ActionItem id="file.new" />
        <ActionItem id="file.generate" />
        <Menu.Divider />
        <ActionItem id="file.open" />
        {samples.map((sample) => (
          <Menu.Item key={sample.id} onClick={() => void files.openSample(sample.id)}>
            Sample: {sample.name.toLowerCase()}
          </Menu.Item>
        ))}
        {recent.length === 0 ? null : <Menu.Label>Recent</Menu.Label>}
        {recent.slice(0, 8).map((file) => (
          <Menu.Item key={file.token} title={file.place ?? undefined} onClick={() => void files.openRecent(file.token)}>
            {file.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <ActionItem id="file.save" />
        <ActionItem id="file.saveAs" />
        <Menu.Divider />
        <ActionItem id="file.expand" />
        <ActionItem id="file.lengths" />
        <ActionItem id="file.addDrawing" />
        <ActionItem id="file.settings" />
        <ActionItem id="export.open" />
        <ActionItem id="print.open" />
      </Menu.Dropdown>
    </Menu>
  );
}

/** In the words and with the keys of the table of actions; gray where it cannot be done now. */
function ActionItem({ id }: { readonly id: string }) {
  const planner = usePlanner();
  const { label, shortcut, enabled, run } = must(findAction(id), `the action ${id}`);
  return (
    <Menu.Item
      disabled={!enabled(planner)}
      rightSection={shortcut === null ? null : <span className={styles.keys}>{shortcutText(shortcut)}</span>}
      onClick={() => run(planner)}
    >
      {label}
    </Menu.Item>
  );
}
