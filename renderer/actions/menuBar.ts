/** The planner's actions as a native menu shows them. Pure. */
import { menuNames, type MenuBar, type MenuChoice, type MenuEntry, type MenuName } from '../../shared/bridge/menuBar.ts';
import type { Action } from './action.ts';

/** In which menu the actions of a group stand. */
const menuOfGroup: Readonly<Record<Action['group'], MenuName>> = {
  file: 'file',
  export: 'file',
  edit: 'edit',
  arrange: 'arrange',
  hall: 'edit',
  tool: 'tools',
  view: 'view',
};

/** Those that stand in another menu than the rest of their group. */
const menuOfAction: Readonly<Record<string, MenuName>> = { 'view.shortcuts': 'help', 'help.tour': 'help' };

/** Opens a menu at what is selected: of no use in a menu. The system's own entries for the clipboard stand there already. */
const inNoMenu: readonly string[] = ['view.menu', 'edit.cut', 'edit.copy', 'edit.paste'];

/** Actions before which a line is drawn. */
const afterLine: ReadonlySet<string> = new Set([
  'file.save',
  'file.settings',
  'edit.select-all',
  'arrange.align-left',
  'arrange.distribute-x',
  'view.snap',
  'view.palette',
]);

/** Actions of one kind that share a branch, by how their ids begin. */
const branches: readonly { readonly prefix: string; readonly label: string }[] = [
  { prefix: 'hall.', label: 'Halls' },
  { prefix: 'view.layer-', label: 'Layers' },
  { prefix: 'view.lock-', label: 'Locks' },
];

/** Every action once, in the order of the table. */
export function menuBarOf(actions: readonly Action[], isEnabled: (action: Action) => boolean): MenuBar {
  const bar = Object.fromEntries(menuNames.map((name) => [name, [] as MenuEntry[]])) as Record<MenuName, MenuEntry[]>;
  for (const action of actions) {
    if (inNoMenu.includes(action.id)) continue;
    const entries = bar[menuOfAction[action.id] ?? menuOfGroup[action.group]];
    const choice = choiceOf(action, isEnabled(action));
    const branch = branches.find(({ prefix }) => action.id.startsWith(prefix));
    if (branch !== undefined) putInBranch(entries, branch.label, choice);
    else entries.push(...(afterLine.has(action.id) ? [{ kind: 'line' } as const] : []), choice);
  }
  return bar;
}

function choiceOf({ id, label, shortcut }: Action, enabled: boolean): MenuChoice {
  return { kind: 'choice', id, label, shortcut, enabled };
}

function putInBranch(entries: MenuEntry[], label: string, choice: MenuChoice): void {
  const branch = entries.find((entry) => entry.kind === 'branch' && entry.label === label);
  if (branch?.kind === 'branch') branch.choices.push(choice);
  else entries.push({ kind: 'branch', label, choices: [choice] });
}
