/**
 * Takes some of the differences between two plans over into the first: all of them give the second, none the first. A difference
 * brings those along that it cannot do without, so that every reference leads somewhere.
 */
import { nextNumber } from '../commands/notes/noteEdits.ts';
import { referencesOf, type Reference } from '../plan/references.ts';
import type { EntityOf, TableName } from '../plan/schema.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import { keyOfChange, type PlanChange } from './planDiff.ts';
import { isTable, planParts, thingsOf, withThings, type PlanPart } from './planParts.ts';

/** The first plan with these differences of the second, and nothing else of it. */
export function applyChanges(old: Plan, next: Plan, changes: readonly PlanChange[]): Plan {
  let plan = old;
  for (const part of planParts) {
    const own = changes.filter((change) => change.part === part);
    if (own.length === 0) continue;
    const source = thingsOf(next, part);
    const things = new Map(thingsOf(old, part));
    for (const { id, kind } of own) {
      if (kind === 'removed') things.delete(id);
      else things.set(id, source.get(id));
    }
    plan = withThings(plan, part, things);
    if (part === 'notes') plan = { ...plan, notes: renumbered(plan.notes, next.notes, own) };
  }
  return plan;
}

/** A note that comes in gets another number where a note that only the first plan has keeps its own. */
function renumbered(notes: Plan['notes'], nextNotes: Plan['notes'], changes: readonly PlanChange[]): Plan['notes'] {
  const kept = new Set([...notes.values()].flatMap((note) => (nextNotes.has(note.id) ? [] : [note.number])));
  const clashing = changes.flatMap(({ id, kind }) => {
    const note = notes.get(id);
    return kind === 'added' && note !== undefined && kept.has(note.number) ? [note] : [];
  });
  if (clashing.length === 0) return notes;
  const given = new Map(notes);
  for (const note of clashing) given.set(note.id, { ...note, number: nextNumber({ notes: given }) });
  return given;
}

/** A difference that comes along, and the one that needs it. */
export interface Companion {
  readonly key: string;
  readonly because: string;
}

/** What else must be taken over with some differences, each with the reason; in the order in which it is needed. */
export function companionsOf(old: Plan, next: Plan, changes: readonly PlanChange[], picked: ReadonlySet<string>): Companion[] {
  const needs = createNeeds(old, next, changes);
  const taken = new Set(picked);
  const queue = changes.filter(({ key }) => picked.has(key));
  const companions: Companion[] = [];
  for (let change = queue.shift(); change !== undefined; change = queue.shift()) {
    for (const needed of needs(change)) {
      if (taken.has(needed.key)) continue;
      taken.add(needed.key);
      companions.push({ key: needed.key, because: change.key });
      queue.push(needed);
    }
  }
  return companions;
}

type Needs = (change: PlanChange) => readonly PlanChange[];

function createNeeds(old: Plan, next: Plan, changes: readonly PlanChange[]): Needs {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const changeOf = (part: PlanPart, id: string): PlanChange[] => {
    const change = byKey.get(keyOfChange(part, id));
    return change === undefined ? [] : [change];
  };
  const holders = holdersOf(old, changes);
  const inAdded = standingIn(next, changes);
  return (change) => {
    const { part, id, kind } = change;
    if (kind === 'removed')
      return [...(holders.get(change.key) ?? []).flatMap((key) => byKey.get(key) ?? []), ...profilesOf(old, next, change, changeOf)];
    const source = thingsOf(next, part).get(id);
    const referred = isTable(part) ? referencesOf(part, source as EntityOf<TableName>) : [];
    const settings = part === 'settings' && id === 'labourProfile' ? changeOf('catalog.labourProfiles', String(source)) : [];
    return [
      ...referred.flatMap(({ target, id: to }) => changeOf(partOfTarget(target), to).filter(({ kind: how }) => how === 'added')),
      ...settings.filter(({ kind: how }) => how === 'added'),
      ...profilesOf(old, next, change, changeOf),
      // A drawing without its file shows nothing.
      ...(part === 'underlays'
        ? changeOf('drawingFiles', next.underlays.get(id)?.file ?? '').filter(({ kind: how }) => how === 'added')
        : []),
      ...(inAdded.get(change.key) ?? []).flatMap((key) => byKey.get(key) ?? []),
      ...wallsOf(old, next, change, changeOf),
    ];
  };
}

/** A plan without any labor profile may name any; with some, it names one of them: the first and the last go with the name. */
function profilesOf(
  old: Plan,
  next: Plan,
  { part, id, kind }: PlanChange,
  changeOf: (part: PlanPart, id: string) => PlanChange[],
): PlanChange[] {
  const [before, after] = [old.catalog.labourProfiles, next.catalog.labourProfiles];
  const isNaming = part === 'settings' && id === 'labourProfile' && after.size === 0;
  if ((part !== 'catalog.labourProfiles' && !isNaming) || (before.size > 0 && after.size > 0)) return [];
  const named = changeOf('settings', 'labourProfile');
  if (kind === 'added') return [...named, ...changeOf('catalog.labourProfiles', next.settings.labourProfile)];
  return [...named, ...[...before.keys()].sort(compareIds).flatMap((profile) => changeOf('catalog.labourProfiles', profile))];
}

/** Doors stand in walls by number: those of a hall go with its outline, and the outline with them. */
function wallsOf(old: Plan, next: Plan, { part, id }: PlanChange, changeOf: (part: PlanPart, id: string) => PlanChange[]): PlanChange[] {
  const wallCount = (plan: Plan, hall: string): number => plan.halls.get(hall)?.outline.length ?? 0;
  if (part === 'doors') {
    const hall = next.doors.get(id)?.hall ?? '';
    return wallCount(old, hall) === wallCount(next, hall) ? [] : changeOf('halls', hall);
  }
  if (part !== 'halls' || wallCount(old, id) === wallCount(next, id)) return [];
  const doors = new Set([...old.doors.values(), ...next.doors.values()].flatMap((door) => (door.hall === id ? [door.id] : [])));
  return [...doors].sort(compareIds).flatMap((door) => changeOf('doors', door));
}

function partOfTarget(target: Reference['target']): PlanPart {
  switch (target) {
    case 'cabinetModels':
    case 'deviceTypes':
    case 'transceivers':
    case 'cableFamilies':
    case 'labourProfiles':
      return `catalog.${target}`;
    case 'halls':
    case 'obstacles':
    case 'cabinets':
    case 'devices':
    case 'junctions':
    case 'segments':
      return target;
  }
}

/** Of what is removed: keys of the differences of whatever refers to it in the old plan. */
function holdersOf(old: Plan, changes: readonly PlanChange[]): ReadonlyMap<string, readonly string[]> {
  const removed = new Set(changes.flatMap(({ key, kind }) => (kind === 'removed' ? [key] : [])));
  const holders = new Map<string, string[]>();
  if (removed.size === 0) return holders;
  for (const { part, id, kind, key } of changes) {
    if (kind === 'added') continue;
    const source = thingsOf(old, part).get(id);
    const targets = isTable(part)
      ? referencesOf(part, source as EntityOf<TableName>).map(({ target, id: to }) => keyOfChange(partOfTarget(target), to))
      : part === 'settings' && id === 'labourProfile'
        ? [keyOfChange('catalog.labourProfiles', String(source))]
        : [];
    for (const target of new Set(targets)) {
      if (!removed.has(target)) continue;
      const known = holders.get(target);
      if (known === undefined) holders.set(target, [key]);
      else known.push(key);
    }
  }
  return holders;
}

/** A new cabinet comes with the new devices in it. */
function standingIn(next: Plan, changes: readonly PlanChange[]): ReadonlyMap<string, readonly string[]> {
  const inside = new Map<string, string[]>();
  for (const { part, id, kind, key } of changes) {
    if (part !== 'devices' || kind !== 'added') continue;
    const cabinet = keyOfChange('cabinets', next.devices.get(id)?.cabinet ?? '');
    const known = inside.get(cabinet);
    if (known === undefined) inside.set(cabinet, [key]);
    else known.push(key);
  }
  return inside;
}
