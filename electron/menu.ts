/** The native menu: the system's own roles, and the planner's actions by id. The page handles their keys, so that text fields keep theirs. */
import type { MenuItemConstructorOptions } from 'electron';
import { menuGroups, type MenuEntry } from '../shared/bridge/menuActions.ts';

/** The template; `choose` is told the id of a chosen action. Pure but for calling it later. */
export function menuTemplate(platform: string, choose: (id: string) => void): MenuItemConstructorOptions[] {
  const item = (entry: MenuEntry): MenuItemConstructorOptions =>
    entry === 'separator'
      ? { type: 'separator' }
      : {
          id: entry.id,
          label: entry.label,
          ...(entry.shortcut === null ? {} : { accelerator: entry.shortcut.replace('Ctrl', 'CmdOrCtrl'), registerAccelerator: false }),
          click: () => choose(entry.id),
        };
  const isMac = platform === 'darwin';
  const file = [...menuGroups.file.map(item), { type: 'separator' as const }, { role: isMac ? ('close' as const) : ('quit' as const) }];
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: file },
    {
      label: 'Edit',
      submenu: [
        ...menuGroups.edit.map(item),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [...menuGroups.view.map(item), { type: 'separator' }, { role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    },
    { role: 'windowMenu' },
  ];
}
