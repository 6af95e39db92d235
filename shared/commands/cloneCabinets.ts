/** Cabinets once more, with all that stands in them and every cable between that: only the names are asked for. */
import { firstFreeNumber, hasCounter, nameFromPattern } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import { compareNames } from '../plan/compareNames.ts';
import { fail } from '../result.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import { clipOf } from './clip.ts';
import { refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { pasteThings, type PastedIds } from './paste.ts';
import { namedOrCounted } from './wording.ts';

export interface CloneCabinets {
  readonly cabinets: readonly string[];
  /** `{row}{nn}`: the name of the row, and the next free numbers; of one cabinet also a name of its own. */
  readonly namePattern: string;
  readonly dxMm: number;
  readonly dyMm: number;
  /** See `idsForPaste` of the clip. */
  readonly ids: PastedIds;
}

/** What a clone of cabinets takes along, as a clip. Null: they are not there, or stand in several halls. */
export function clipOfCabinets(plan: Plan, cabinets: readonly string[]): Plan | null {
  return clipOf(plan, { cabinets });
}

/** Copies cabinets with their devices and the links, trunks and ways through panels among these; links of fabrics belong to their rules. */
export const cloneCabinets: Command<CloneCabinets> = (plan, { cabinets, namePattern, dxMm, dyMm, ids }) => {
  const found = findAll(plan, 'cabinets', cabinets);
  if (!found.ok) return found;
  const clip = clipOfCabinets(plan, cabinets);
  const [first] = found.value;
  if (clip === null || first === undefined) return refuse('these cabinets stand in several halls', 'select cabinets of one hall');
  const named = cloneNames(plan, found.value, namePattern);
  if (typeof named === 'string') return refuse(named, 'give other names, as {row}{nn}');
  const pasted = pasteThings(plan, { clip: renamed(clip, named), hall: first.hall, dxMm, dyMm, ids });
  if (!pasted.ok) return fail(pasted.error);
  return { ...pasted, value: { ...pasted.value, label: `Clone ${namedOrCounted(found.value, 'cabinet')}` } };
};

/** Names of the clones by the ids of what is cloned, in the order of their names; or what is wrong with the pattern. */
export function cloneNames(plan: Plan, cabinets: readonly Cabinet[], namePattern: string): ReadonlyMap<string, string> | string {
  const hall = cabinets[0]?.hall;
  const taken = new Set([...plan.cabinets.values()].filter((one) => one.hall === hall).map(({ name }) => name));
  const names = new Map<string, string>();
  for (const { id, row } of cabinets.toSorted((one, other) => compareNames(one.name, other.name))) {
    const pattern = namePattern.trim().replaceAll('{row}', row ?? '');
    const name = nameFromPattern(pattern, firstFreeNumber(pattern, 1, taken));
    if (name === '') return 'the clones have no name';
    if (taken.has(name))
      return hasCounter(pattern) || cabinets.length === 1 ? `${name} is taken` : `the names "${namePattern}" would all be the same`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** A device that is named after its cabinet is named after its clone. */
function renamed(clip: Plan, names: ReadonlyMap<string, string>): Plan {
  const cabinets = new Map(
    sortedById(clip.cabinets).map((cabinet) => [cabinet.id, { ...cabinet, name: names.get(cabinet.id) ?? cabinet.name }] as const),
  );
  const devices = new Map(
    sortedById(clip.devices).map((device) => {
      const [old, next] = [clip.cabinets.get(device.cabinet)?.name ?? '', names.get(device.cabinet) ?? ''];
      const name = old !== '' && device.name.startsWith(old) ? next + device.name.slice(old.length) : device.name;
      return [device.id, { ...device, name }] as const;
    }),
  );
  return { ...clip, cabinets, devices };
}
