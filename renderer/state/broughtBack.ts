/** What a step taken back (or done again) brings back: a person who undoes a delete goes on with what was deleted. */
import type { Patch } from 'immer';
import type { Plan } from '../../shared/plan/types.ts';
import type { Thing, ThingKind } from './sessionStore.ts';

const kinds: Readonly<Record<string, ThingKind>> = {
  cabinets: 'cabinet',
  segments: 'segment',
  obstacles: 'obstacle',
  doors: 'door',
  devices: 'device',
};

/** Things that patches add to the plan; devices only where they come without their cabinet. */
export function broughtBack(plan: Plan, patches: readonly Patch[]): Thing[] {
  // A hall that comes back, or a generated plan that is generated again, is no selection to go on with.
  if (patches.some(({ op, path }) => op === 'add' && path[0] === 'halls')) return [];
  const added = patches.flatMap(({ op, path }): Thing[] => {
    const [table, id] = path;
    const kind = kinds[String(table)];
    return op === 'add' && path.length === 2 && kind !== undefined ? [{ kind, id: String(id) }] : [];
  });
  const cabinets = new Set(added.filter(({ kind }) => kind === 'cabinet').map(({ id }) => id));
  return added.filter(({ kind, id }) => kind !== 'device' || !cabinets.has(plan.devices.get(id)?.cabinet ?? ''));
}
