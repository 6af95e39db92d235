/** Looms by their id, their name or one of their cables. */
import { loomsOf, type Loom, type LoomInput } from './looms.ts';

const byId = new WeakMap<readonly Loom[], ReadonlyMap<string, Loom>>();
const byCable = new WeakMap<readonly Loom[], ReadonlyMap<number, Loom>>();

/** By id. */
export function findLoom(input: LoomInput, id: string): Loom | null {
  // Most ids are of other things, and looms are derived only when one is asked for.
  if (!id.startsWith('loom:') && !input.plan.looms.has(id.replace(/\.\d+$/u, '')) && !input.plan.looms.has(id)) return null;
  const looms = loomsOf(input);
  let index = byId.get(looms);
  if (index === undefined) byId.set(looms, (index = new Map(looms.map((loom) => [loom.id, loom]))));
  return index.get(id) ?? null;
}

/** By name, which one alone has. */
export function namedLoom(input: LoomInput, name: string): Loom | null {
  return loomsOf(input).find((loom) => loom.name === name) ?? null;
}

/** The loom that a cable is in; null where it is pulled alone. */
export function loomOfCable(input: LoomInput, cable: number): Loom | null {
  const looms = loomsOf(input);
  let index = byCable.get(looms);
  if (index === undefined) byCable.set(looms, (index = new Map(looms.flatMap((loom) => loom.members.map((row) => [row, loom] as const)))));
  return index.get(cable) ?? null;
}
