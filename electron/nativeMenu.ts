/** Keeps the native menu as the page, the recent list and the window are now. */
import type { Menu, MenuItemConstructorOptions } from 'electron';
import { emptyMenuBar, menuChoices, menuNames, type MenuBar, type MenuEntry } from '../shared/bridge/menuBar.ts';
import { menuTemplate, windowlessActions, type MenuActs } from './menu.ts';

/** The part of Electron's Menu that this needs. */
export interface MenuDoor {
  buildFromTemplate(template: MenuItemConstructorOptions[]): Menu;
  setApplicationMenu(menu: Menu): void;
}

export interface NativeMenu {
  /** What the page says. */
  show(bar: MenuBar): void;
  showRecent(paths: readonly string[]): void;
  /** No page answers: what needs none stays. */
  pageGone(): void;
}

export function createNativeMenu(door: MenuDoor, platform: NodeJS.Platform, acts: MenuActs): NativeMenu {
  let bar: MenuBar = emptyMenuBar;
  let recent: readonly string[] = [];
  let built: Menu | undefined;

  function build(): void {
    built = door.buildFromTemplate(menuTemplate(platform, bar, recent, acts));
    door.setApplicationMenu(built);
  }

  /** An open menu closes when it is built anew, so only what can be chosen changes where the words are the same. */
  function show(next: MenuBar): void {
    const sameWords = JSON.stringify(words(bar)) === JSON.stringify(words(next));
    bar = next;
    if (!sameWords || built === undefined) return build();
    for (const { id, enabled } of menuChoices(bar)) {
      const item = built.getMenuItemById(id);
      if (item !== null) item.enabled = enabled;
    }
  }

  build();
  return {
    show,
    showRecent(paths) {
      recent = paths;
      build();
    },
    pageGone: () => show(enabledOnly(bar, (id) => windowlessActions.includes(id))),
  };
}

/** The bar with nothing of it enabled but what `isEnabled` names. */
function enabledOnly(bar: MenuBar, isEnabled: (id: string) => boolean): MenuBar {
  const entry = (one: MenuEntry): MenuEntry => {
    switch (one.kind) {
      case 'choice':
        return { ...one, enabled: isEnabled(one.id) };
      case 'branch':
        return { ...one, choices: one.choices.map((choice) => ({ ...choice, enabled: isEnabled(choice.id) })) };
      case 'line':
        return one;
    }
  };
  return Object.fromEntries(menuNames.map((name) => [name, bar[name].map(entry)])) as MenuBar;
}

const words = (bar: MenuBar): MenuBar => enabledOnly(bar, () => false);
