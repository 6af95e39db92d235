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
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

/** What a person would see of one item. */
export type ShownItem = Omit<MenuItem, 'click' | 'submenu'>;

class BuiltItem {
  enabled: boolean;
  readonly template: MenuItem;
  readonly submenu: BuiltMenu;
  constructor(template: MenuItem) {
    if (template.label === undefined && template.role === undefined && template.type !== 'separator')
      throw new Error('a menu item shows nothing');
    this.template = template;
    this.enabled = template.enabled ?? true;
    this.submenu = new BuiltMenu(template.submenu ?? []);
  }
}

class BuiltMenu {
  readonly items: readonly BuiltItem[];
  constructor(template: readonly MenuItem[]) {
    this.items = template.map((item) => new BuiltItem(item));
  }
  all(): BuiltItem[] {
    return this.items.flatMap((item) => [item, ...item.submenu.all()]);
  }
  getMenuItemById(id: string): BuiltItem | null {
    return this.all().find(({ template }) => template.id === id) ?? null;
  }
}

let bar = new BuiltMenu([]);

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): BuiltMenu => new BuiltMenu(template),
  setApplicationMenu(menu: BuiltMenu): void {
    bar = menu;
  },
};

/** All that can be chosen, without what cannot cross to the spec. */
export function menuBar(): readonly ShownItem[] {
  return bar.all().map(({ enabled, template: { click: _, submenu: __, ...shown } }) => ({ ...shown, enabled }));
}

answer({
  /** False: it is gray now. */
  choose(id: string): boolean {
    const item = bar.all().find(({ template }) => template.id === id || template.role === id);
    if (item === undefined || !item.enabled) return false;
    if (item.template.role === 'quit') app.quit();
    else item.template.click?.();
    return true;
  },
});
