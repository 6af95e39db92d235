/** The menu bar of the stand-in: what it shows, and what happens when a person chooses. */
import { app } from './app.ts';
import { answer } from './spec.ts';

export interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

let bar: readonly MenuItem[] = [];

export const Menu = {
  buildFromTemplate(template: readonly MenuItem[]): readonly MenuItem[] {
    for (const item of allOf(template))
      if (item.label === undefined && item.role === undefined && item.type !== 'separator') throw new Error('a menu item shows nothing');
    return template;
  },
  setApplicationMenu(menu: readonly MenuItem[]): void {
    bar = menu;
  },
};

function allOf(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...allOf(item.submenu ?? [])]);
}

/** All that can be chosen, without what cannot cross to the spec. */
export function menuBar(): readonly Omit<MenuItem, 'click' | 'submenu'>[] {
  return allOf(bar).map(({ click: _, submenu: __, ...shown }) => shown);
}

answer({
  choose(id: string) {
    // The program's own menu on macOS has the command within its role.
    const item = allOf(bar).find(({ id: own, role }) => own === id || role === id || (id === 'quit' && role === 'appMenu'));
    if (item === undefined) throw new Error(`the menu has no ${id}`);
    if (id === 'quit') app.quit();
    else item.click?.();
  },
});
