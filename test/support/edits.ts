/** Edits of a plan for laws about the engine: places and pathways by hand, and whatever commands there are. */
import fc from 'fast-check';
import { freeze } from 'immer';
import type { Plan } from '../../shared/plan/types.ts';
import type { Seed } from './randomChoices.ts';
import { runSeed, seedArbitrary } from './randomCommands.ts';

/** One edit, by numbers that pick what it is about. */
export type Edit =
  | { readonly kind: 'move-cabinet'; readonly pick: number; readonly dxMm: number; readonly dyMm: number }
  | { readonly kind: 'turn-cabinet'; readonly pick: number }
  | { readonly kind: 'move-device'; readonly pick: number; readonly byU: number }
  | { readonly kind: 'drop-segment'; readonly pick: number }
  | { readonly kind: 'lift-segment'; readonly pick: number; readonly byMm: number }
  | { readonly kind: 'narrow-segment'; readonly pick: number; readonly widthMm: number }
  | { readonly kind: 'drop-reach'; readonly reachMm: number }
  | { readonly kind: 'remove-node'; readonly pick: number }
  | { readonly kind: 'command'; readonly seed: Seed };

const pick = fc.nat(10_000);
const shiftMm = fc.integer({ min: -3000, max: 3000 });
const kind = <K extends Edit['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name);

/** Mostly a cabinet moved, as hands do, or some command. */
export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: kind('move-cabinet'), pick, dxMm: shiftMm, dyMm: shiftMm }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('turn-cabinet'), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('move-device'), pick, byU: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('drop-segment'), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('lift-segment'), pick, byMm: fc.integer({ min: -300, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('narrow-segment'), pick, widthMm: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('drop-reach'), reachMm: fc.integer({ min: 100, max: 3000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('remove-node'), pick }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('command'), seed: seedArbitrary }) },
);

/** The plan after an edit; the same plan where there is nothing to edit, or the command refuses. */
export function applyEdit(plan: Plan, edit: Edit): Plan {
  switch (edit.kind) {
    case 'move-cabinet': {
      const { dxMm, dyMm } = edit;
      const cabinets = replaced(plan.cabinets, edit.pick, (one) => ({ ...one, xMm: one.xMm + dxMm, yMm: one.yMm + dyMm }));
      return { ...plan, cabinets };
    }
    case 'turn-cabinet':
      return { ...plan, cabinets: replaced(plan.cabinets, edit.pick, (one) => ({ ...one, rotationDeg: (one.rotationDeg + 90) % 360 })) };
    case 'move-device':
      return { ...plan, devices: replaced(plan.devices, edit.pick, (one) => ({ ...one, positionU: one.positionU + edit.byU })) };
    case 'drop-segment':
      return plan.segments.size < 2 ? plan : { ...plan, segments: replaced(plan.segments, edit.pick, () => null) };
    case 'lift-segment':
      return { ...plan, segments: replaced(plan.segments, edit.pick, (one) => ({ ...one, elevationMm: one.elevationMm + edit.byMm })) };
    case 'narrow-segment':
      return { ...plan, segments: replaced(plan.segments, edit.pick, (one) => ({ ...one, widthMm: edit.widthMm })) };
    case 'drop-reach':
      return { ...plan, settings: { ...plan.settings, dropReachMm: edit.reachMm } };
    case 'remove-node':
      return { ...plan, fabrics: replaced(plan.fabrics, 0, (one) => ({ ...one, slots: withoutOne(one.slots, edit.pick) })) };
    case 'command': {
      const ran = runSeed(freeze(plan, true), edit.seed);
      return ran.ok ? ran.value.plan : plan;
    }
  }
}

/** A table with one entry changed, or gone for null; the very table where it is empty. */
function replaced<T>(table: ReadonlyMap<string, T>, index: number, change: (entry: T) => T | null): ReadonlyMap<string, T> {
  const ids = [...table.keys()].sort();
  const id = ids[index % Math.max(1, ids.length)];
  const entry = id === undefined ? undefined : table.get(id);
  if (id === undefined || entry === undefined) return table;
  const next = new Map(table);
  const changed = change(entry);
  if (changed === null) next.delete(id);
  else next.set(id, changed);
  return next;
}

function withoutOne(slots: Readonly<Record<string, string>>, index: number): Readonly<Record<string, string>> {
  const left = Object.entries(slots).filter((_, place) => place !== index % 5);
  return left.length < 2 ? slots : Object.fromEntries(left);
}
