/** New names for cabinets, only when somebody asks for them: by a pattern, in an order of their places. */
import { must } from '../assert.ts';
import { cabinetTile } from '../plan/cabinetTile.ts';
import { compareNames } from '../plan/compareNames.ts';
import { hasCounter, nameFromPattern } from '../plan/names.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { counted } from './wording.ts';

/** `rows`: row after row; `columns`: from west to east; `names`: as they are named now. */
export type RenumberOrder = 'rows' | 'columns' | 'names';

export interface Renumber {
  readonly ids: readonly string[];
  /** `{row}` the name of the row, `{tile}` the floor tile, `{nn}` counts: in each row anew where the pattern names it. */
  readonly pattern: string;
  readonly firstNumber: number;
  readonly order: RenumberOrder;
  /** From east to west, or from south to north, within a row. */
  readonly backwards: boolean;
}

export interface Renaming {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** Why the name cannot be; null: it can. */
  readonly conflict: string | null;
}

/** Old and new names in the new order, with those that cannot be. */
export function renamings(plan: Plan, args: Renumber): Result<Renaming[], UserError> {
  const found = findAll(plan, 'cabinets', args.ids);
  if (!found.ok) return found;
  const cabinets = [...found.value].sort(orderOf(args));
  const [first] = cabinets;
  if (first === undefined) return refuse('no cabinet is selected', 'select cabinets first');
  const chosen = new Set(args.ids);
  const standing = new Map<string, string>();
  for (const { id, hall, name } of plan.cabinets.values()) if (!chosen.has(id)) standing.set(`${hall}\n${name}`, name);
  const counters = new Map<string, number>();
  const given = new Set<string>();
  return ok(
    cabinets.map((cabinet): Renaming => {
      const pattern = args.pattern
        .replaceAll('{row}', cabinet.row ?? '')
        .replaceAll('{tile}', must(cabinetTile(plan, cabinet.id), 'tile of a cabinet'));
      const counter = `${cabinet.hall}\n${pattern}`;
      const number = counters.get(counter) ?? args.firstNumber;
      counters.set(counter, number + 1);
      const after = nameFromPattern(pattern, number).trim();
      const key = `${cabinet.hall}\n${after}`;
      const conflict =
        after === '' ? 'blank' : standing.has(key) ? 'another cabinet has this name' : given.has(key) ? 'twice among the new names' : null;
      given.add(key);
      return { id: cabinet.id, before: cabinet.name, after, conflict };
    }),
  );
}

/** Renames cabinets; refused as a whole where two would have one name. */
export const renumberCabinets: Command<Renumber> = (plan, args) => {
  if (!Number.isInteger(args.firstNumber) || args.firstNumber < 0)
    return refuse('the first number is no whole number', 'write 1, or another number from 0 on');
  const renamed = renamings(plan, args);
  if (!renamed.ok) return renamed;
  const clashes = renamed.value.filter(({ conflict }) => conflict !== null);
  const [clash] = clashes;
  if (clash !== undefined) {
    const more = clashes.length === 1 ? '' : ` and ${clashes.length - 1} more`;
    const remedy = hasCounter(args.pattern) ? 'choose another pattern or first number' : 'put a counter into the pattern, as {row}{nn}';
    return refuse(`${clash.before} cannot become "${clash.after}"${more}: ${clash.conflict ?? ''}`, remedy);
  }
  const cabinets = renamed.value.map(({ id, after }) => ({ ...must(plan.cabinets.get(id), 'cabinet'), name: after }));
  return changeOf(plan, `Renumber ${counted(cabinets.length, 'cabinet')}`, { put: { cabinets } });
};

function orderOf({ order, backwards }: Renumber): (a: Cabinet, b: Cabinet) => number {
  const sign = backwards ? -1 : 1;
  const byHall = (a: Cabinet, b: Cabinet): number => compareIds(a.hall, b.hall);
  switch (order) {
    case 'rows':
      return (a, b) => byHall(a, b) || compareRows(a, b) || sign * alongRow(a, b) || compareIds(a.id, b.id);
    case 'columns':
      return (a, b) => byHall(a, b) || sign * (a.xMm - b.xMm || a.yMm - b.yMm) || compareIds(a.id, b.id);
    case 'names':
      return (a, b) => byHall(a, b) || sign * compareNames(a.name, b.name) || compareIds(a.id, b.id);
  }
}

/** Rows by name; those that stand alone come last. */
function compareRows(a: Cabinet, b: Cabinet): number {
  if (a.row === b.row) return 0;
  if (a.row === null) return 1;
  return b.row === null ? -1 : compareNames(a.row, b.row);
}

/** Along the row, which runs across its fronts: from west to east, or from north to south. */
function alongRow(a: Cabinet, b: Cabinet): number {
  const alongX = a.rotationDeg % 180 === 0;
  return alongX ? a.xMm - b.xMm || a.yMm - b.yMm : a.yMm - b.yMm || a.xMm - b.xMm;
}
