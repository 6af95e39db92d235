/** The native menu on each system, and how it follows the page. */
import type { Menu, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuActs } from '../../../electron/menu.ts';
import { createNativeMenu } from '../../../electron/nativeMenu.ts';
import { actions } from '../../../renderer/actions/actionTable.ts';
import { menuBarOf } from '../../../renderer/actions/menuBar.ts';
import { emptyMenuBar, menuChoices, type MenuBar } from '../../../shared/bridge/menuBar.ts';

const silent: MenuActs = { choose: () => undefined, openRecent: () => undefined, clearRecent: () => undefined };
const bar = menuBarOf(actions, () => true);

const submenu = (menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] =>
  Array.isArray(menu?.submenu) ? menu.submenu : [];
const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...all(submenu(item))]);
const names = (items: readonly MenuItemConstructorOptions[]): string[] => items.map((item) => item.label ?? item.role ?? item.type ?? '');

describe.each(['linux', 'win32', 'darwin'] as const)('the native menu on %s', (platform) => {
  const template = menuTemplate(platform, bar, ['/plans/a.raceway'], silent);

  it('has the menus of the system in its order', () => {
    const titles = ['File', 'Edit', 'Arrange', 'Tools', 'View', 'Window', 'Help'];
    const shown = names(template).map((name) => name.replace('&', ''));
    expect(shown).toEqual(platform === 'darwin' ? ['appMenu', ...titles] : titles);
    expect(names(template).some((name) => name.includes('&'))).toBe(platform !== 'darwin');
  });

  it('has every action once, with its words', () => {
    const shown = all(template).flatMap(({ id, label }) => (id !== undefined && !id.startsWith('recent') ? [`${id} ${label}`] : []));
    expect(shown.sort()).toEqual(
      menuChoices(bar)
        .map(({ id, label }) => `${id} ${label}`)
        .sort(),
    );
  });

  it('starts and ends no menu with a line, and draws no two', () => {
    for (const menu of [...template, ...all(template)].map(submenu).filter((items) => items.length > 0)) {
      const lines = menu.map(({ type }) => type === 'separator');
      expect([lines[0], lines.at(-1)]).toEqual([false, false]);
      expect(lines.some((isLine, place) => isLine && lines[place + 1] === true)).toBe(false);
    }
  });

  it('gives each key to one item, and letters alone to none that would take them from a text field', () => {
    const keys = all(template).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('CmdOrCtrl+Shift+Left');
    expect(keys.some((key) => key.includes('Arrow') || /(^|\+)Ctrl/.test(key))).toBe(false);
    if (platform === 'darwin') expect(keys.filter((key) => !key.startsWith('CmdOrCtrl+'))).toEqual([]);
    else
      expect(
        all(template).every(({ accelerator, registerAccelerator }) => accelerator === undefined || registerAccelerator === false),
      ).toBe(true);
  });

  it('has what the system expects, and the settings where the system keeps them', () => {
    const roles = all(template).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'about', 'quit', 'togglefullscreen', 'windowMenu']));
    if (platform === 'darwin') expect(roles).toEqual(expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'close']));
    const [first, second] = template;
    const holder = platform === 'darwin' ? first : template.find(({ label }) => label === '&File');
    expect(submenu(holder).some(({ id }) => id === 'file.settings')).toBe(true);
    if (platform === 'darwin') expect(submenu(second).some(({ id }) => id === 'file.settings')).toBe(false);
  });
});

describe('the native menu', () => {
  it('tells what was chosen', () => {
    const told: string[] = [];
    const acts: MenuActs = {
      choose: (id) => told.push(id),
      openRecent: (path) => told.push(path),
      clearRecent: () => told.push('clear'),
    };
    const items = all(menuTemplate('linux', bar, ['/plans/a.raceway'], acts));
    for (const id of ['file.open', 'recent.0', 'recent.clear']) (items.find((item) => item.id === id)?.click as () => void)();
    expect(told).toEqual(['file.open', '/plans/a.raceway', 'clear']);
  });

  it('is whole before the page has said anything: files can be opened again, the program left', () => {
    const items = all(menuTemplate('linux', emptyMenuBar, ['/plans/a.raceway'], silent));
    expect(items.some(({ id }) => id === 'recent.0')).toBe(true);
    expect(items.some(({ role }) => role === 'quit')).toBe(true);
  });
});

describe('the kept menu', () => {
  interface Item {
    id?: string;
    enabled: boolean;
  }
  function kept() {
    let built = 0;
    let items: Item[] = [];
    const menu = createNativeMenu(
      {
        buildFromTemplate(template) {
          built += 1;
          items = all(template).map(({ id, enabled = true }) => ({ ...(id === undefined ? {} : { id }), enabled }));
          return { getMenuItemById: (id: string) => items.find((item) => item.id === id) ?? null } as unknown as Menu;
        },
        setApplicationMenu: () => undefined,
      },
      'linux',
      silent,
    );
    return { menu, built: () => built, enabled: (id: string) => items.find((item) => item.id === id)?.enabled };
  }
  const renamed: MenuBar = { ...bar, help: [{ kind: 'choice', id: 'help.x', label: 'Another word', shortcut: null, enabled: true }] };

  it('is built anew for other words, not for what can be done now: an open menu would close', () => {
    const { menu, built, enabled } = kept();
    menu.show(bar);
    const before = built();
    expect(enabled('edit.delete')).toBe(true);
    menu.show(menuBarOf(actions, ({ id }) => id !== 'edit.delete'));
    expect([enabled('edit.delete'), enabled('edit.undo'), built()]).toEqual([false, true, before]);
    menu.show(renamed);
    expect(built()).toBe(before + 1);
  });

  it('keeps what can be done now when the recent list changes', () => {
    const { menu, enabled } = kept();
    menu.show(menuBarOf(actions, ({ id }) => id === 'edit.delete'));
    menu.showRecent(['/plans/a.raceway']);
    expect([enabled('edit.delete'), enabled('edit.undo'), enabled('recent')]).toEqual([true, false, true]);
  });

  it('offers without a window what opens one', () => {
    const { menu, enabled } = kept();
    menu.show(bar);
    menu.pageGone();
    expect(['file.new', 'file.open', 'file.generate', 'file.save', 'edit.undo'].map(enabled)).toEqual([true, true, true, false, false]);
  });
});
