/** The File menu: plans, samples, exports. */
import { useState } from 'react';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { dialogs } from '../dialogs/dialogStore.ts';
import type { RecentFile } from '../host/host.ts';
import { samples } from '../state/fileActions.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import styles from './FileMenu.module.css';

export function FileMenu() {
  const { files, host } = usePlanner();
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  return (
    <Menu width={264} onOpen={() => void host.recent().then(setRecent)}>
      <Menu.Target>
        <button type="button" className={styles.button}>
          File
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void files.newPlan()}>New plan</Menu.Item>
        <Menu.Item onClick={() => dialogs.setState({ open: 'generate' })}>Generate a plan…</Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={<Keys>Ctrl+O</Keys>} onClick={() => void files.open()}>
          Open…
        </Menu.Item>
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
        <Menu.Item rightSection={<Keys>Ctrl+S</Keys>} onClick={() => void files.save()}>
          Save
        </Menu.Item>
        <Menu.Item rightSection={<Keys>Ctrl+Shift+S</Keys>} onClick={() => void files.saveAs()}>
          Save as…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={<Keys>Ctrl+,</Keys>} onClick={() => dialogs.setState({ open: 'settings' })}>
          Plan settings…
        </Menu.Item>
        <Menu.Item disabled={isEmpty} rightSection={<Keys>Ctrl+E</Keys>} onClick={() => dialogs.setState({ open: 'export' })}>
          Export…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Keys({ children }: { readonly children: string }) {
  return <span className={styles.keys}>{children}</span>;
}
