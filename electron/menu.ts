/**
 * The native menu: what the page says of the planner's actions, and what belongs to the system. On Windows and Linux the page handles the
 * keys, so that text fields keep theirs; macOS takes the keys of its menus itself, therefore only those with the command key stand there,
 * and what they mean in a text field is the page's to say. Pure.
 */
import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuChoice, MenuEntry, MenuBar } from '../shared/bridge/menuBar.ts';

export interface MenuActs {
  choose(id: string): void;
  openRecent(path: string): void;
  clearRecent(): void;
}

/** What can be done without a window: each opens one. */
export const windowlessActions: readonly string[] = ['file.new', 'file.open', 'file.generate'];

const settingsId = 'file.settings';
const line: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(
  platform: NodeJS.Platform,
  bar: MenuBar,
  recent: readonly string[],
  acts: MenuActs,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';

  const choice = ({ id, label, shortcut, enabled }: MenuChoice): MenuItemConstructorOptions => ({
    id,
    label: plain(label, platform),
    enabled,
    click: () => acts.choose(id),
    ...(shortcut === null || (isMac && !shortcut.includes('Ctrl+'))
      ? {}
      : { accelerator: accelerator(shortcut), registerAccelerator: false }),
  });
  const item = (entry: MenuEntry): MenuItemConstructorOptions => {
    switch (entry.kind) {
      case 'choice':
        return choice(entry);
      case 'line':
        return line;
      case 'branch':
        return { label: plain(entry.label, platform), submenu: entry.choices.map(choice) };
    }
  };
  // macOS keeps settings in the program's own menu.
  const settings = bar.file.filter((entry) => entry.kind === 'choice' && entry.id === settingsId);
  const file = isMac ? bar.file.filter((entry) => !settings.includes(entry)) : bar.file;
  const title = (mnemonic: string): string => (isMac ? mnemonic.replace('&', '') : mnemonic);

  return [
    ...(isMac ? [programMenu(settings.map(item))] : []),
    {
      label: title('&File'),
      submenu: tidy([...withRecent(file.map(item), recentMenu(platform, recent, acts)), line, { role: isMac ? 'close' : 'quit' }]),
    },
    {
      label: title('&Edit'),
      submenu: tidy([...bar.edit.map(item), line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }]),
    },
    ...(bar.arrange.length === 0 ? [] : [{ label: title('A&rrange'), submenu: tidy(bar.arrange.map(item)) }]),
    ...(bar.tools.length === 0 ? [] : [{ label: title('&Tools'), submenu: tidy(bar.tools.map(item)) }]),
    {
      label: title('&View'),
      submenu: tidy([...bar.view.map(item), line, { role: 'togglefullscreen' }, { role: 'toggleDevTools' }]),
    },
    { label: title('&Window'), role: 'windowMenu' },
    { label: title('&Help'), role: 'help', submenu: tidy([...bar.help.map(item), ...(isMac ? [] : [line, { role: 'about' as const }])]) },
  ];
}

function programMenu(settings: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: tidy([
      { role: 'about' },
      line,
      ...settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ]),
  };
}

function recentMenu(platform: NodeJS.Platform, recent: readonly string[], acts: MenuActs): MenuItemConstructorOptions {
  const files = recent.map((path, place): MenuItemConstructorOptions => ({
    id: `recent.${place}`,
    label: plain(`${basename(path)} — ${dirname(path)}`, platform),
    click: () => acts.openRecent(path),
  }));
  const clear: MenuItemConstructorOptions = { id: 'recent.clear', label: 'Clear the list', click: () => acts.clearRecent() };
  return { id: 'recent', label: 'Open recent', enabled: recent.length > 0, submenu: tidy([...files, line, clear]) };
}

/** Behind `Open…`, or first while the page has not said what there is. */
function withRecent(file: readonly MenuItemConstructorOptions[], recent: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  const at = file.findIndex(({ id }) => id === 'file.open') + 1;
  return [...file.slice(0, at), recent, ...file.slice(at)];
}

/** No line at either end, and never two. */
function tidy(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const isLine = (item: MenuItemConstructorOptions | undefined): boolean => item === undefined || item.type === 'separator';
  return items.filter((item, place) => !isLine(item) || (!isLine(items[place - 1]) && items.slice(place).some((later) => !isLine(later))));
}

/** An ampersand would underline the letter behind it, except on macOS. */
function plain(label: string, platform: NodeJS.Platform): string {
  return platform === 'darwin' ? label : label.replaceAll('&', '&&');
}

/** `Ctrl+Shift+ArrowLeft` as Electron writes it: `CmdOrCtrl+Shift+Left`. */
function accelerator(shortcut: string): string {
  return shortcut.replace('Ctrl', 'CmdOrCtrl').replace(/Arrow(?=Left|Right|Up|Down)/, '');
}
