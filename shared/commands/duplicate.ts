/** Duplicating things: cabinets with what is mounted in them, obstacles, trays with the joints between them, and whole groups. */
import { changeOf } from './changeOf.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { counted } from './wording.ts';
import { findPicked, findSome, pickedText, type Picked, type PickedThings } from './picked.ts';
import { findTaken } from './find.ts';
import { groupedTables } from '../plan/groups.ts';
import { must } from '../assert.ts';
import { notesCopied, notesText } from './notes/noteEdits.ts';
import { NamesInUse } from './namesInUse.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Command } from './command.ts';
import type { Note } from '../plan/notes.ts';
import type { MadeTable } from '../plan/ids.ts';
import type { Device, Plan } from '../plan/types.ts';

/** Ids of a thing and of its copy. */
export type CopyIds = readonly (readonly [from: string, to: string])[];

const copiedTables = ['cabinets', 'devices', 'obstacles', 'junctions', 'segments', 'groups'] as const;
type CopiedTable = (typeof copiedTables)[number];

/** By table. Devices that are left out are not copied: their cabinets' copies are empty. */
export type Copies = Readonly<Record<CopiedTable, CopyIds>> & { readonly notes?: CopyIds };

export type DuplicateThings = Copies & { readonly dxMm: number; readonly dyMm: number };

/** Ids for copies of things with all that belongs to them; `newIds` gives as many as are asked for. */
export function idsForCopies(
  plan: Plan,
  picked: Picked & { readonly notes?: readonly string[] },
  newIds: (table: MadeTable, count: number) => readonly string[],
): Copies {
  const cabinets = new Set(picked.cabinets);
  const segments = new Set(picked.segments);
  const obstacles = new Set(picked.obstacles);
  const wanted = { cabinets, segments, obstacles };
  const ends = [...segments].flatMap((id) => {
    const segment = plan.segments.get(id);
    return segment === undefined ? [] : [segment.from, segment.to];
  });
  const devices = cabinets.size === 0 ? [] : sortedById(plan.devices).filter(({ cabinet }) => cabinets.has(cabinet));
  const groups = sortedById(plan.groups).filter(({ members }) => members.every(({ kind, id }) => wanted[groupedTables[kind]].has(id)));
  const pairs = (table: CopiedTable | 'notes', from: Iterable<string>): CopyIds => {
    const ids = [...from];
    const made = newIds(table, ids.length);
    return ids.map((id, i) => [id, must(made[i], 'id')]);
  };
  return {
    cabinets: pairs('cabinets', cabinets),
    devices: pairs(
      'devices',
      devices.map(({ id }) => id),
    ),
    obstacles: pairs('obstacles', obstacles),
    junctions: pairs('junctions', new Set(ends)),
    segments: pairs('segments', segments),
    groups: pairs(
      'groups',
      groups.map(({ id }) => id),
    ),
    ...(picked.notes === undefined || picked.notes.length === 0 ? {} : { notes: pairs('notes', picked.notes) }),
  };
}

/**
 * Copies things at a distance, under the next free names of their halls. Copied trays are joined to each other as the
 * first ones are, and to nothing else; copies of devices take no place in a fabric. Copies of notes follow copies of what they are about.
 */
export const duplicateThings: Command<DuplicateThings> = (plan, { dxMm, dyMm, notes = [], ...copies }) => {
  const picked = {
    cabinets: copies.cabinets.map(([from]) => from),
    obstacles: copies.obstacles.map(([from]) => from),
    segments: copies.segments.map(([from]) => from),
  };
  const isNotesAlone = notes.length > 0 && Object.values(picked).every((ids) => ids.length === 0);
  const found = isNotesAlone ? ok(NOTHING_PICKED) : findPicked(plan, picked);
  if (!found.ok) return found;
  const foundNotes = findSome(
    plan,
    'notes',
    notes.map(([from]) => from),
  );
  if (!foundNotes.ok) return foundNotes;
  for (const table of [...copiedTables, 'notes'] as const) {
    const taken = findTaken(
      plan,
      table,
      (table === 'notes' ? notes : copies[table]).map(([, to]) => to),
    );
    if (taken !== null) return fail(taken);
  }
  const names = new NamesInUse(plan);
  const to = (table: CopiedTable): ((id: string) => string) => {
    const ids = new Map(copies[table]);
    return (id) => must(ids.get(id), `copy of ${id}`);
  };
  const [cabinetOf, obstacleOf, junctionOf, segmentOf] = [to('cabinets'), to('obstacles'), to('junctions'), to('segments')];
  const cabinets = found.value.cabinets.map((cabinet) => ({
    ...cabinet,
    id: cabinetOf(cabinet.id),
    name: names.next(`cabinets ${cabinet.hall}`, cabinet.name),
    xMm: cabinet.xMm + dxMm,
    yMm: cabinet.yMm + dyMm,
  }));
  const obstacles = found.value.obstacles.map((obstacle) => ({
    ...obstacle,
    id: obstacleOf(obstacle.id),
    name: names.next(`obstacles ${obstacle.hall}`, obstacle.name),
    outline: obstacle.outline.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm] as const),
  }));
  const junctions = copies.junctions.map(([from, id]) => {
    const junction = must(plan.junctions.get(from), `junction ${from}`);
    return { ...junction, id, xMm: junction.xMm + dxMm, yMm: junction.yMm + dyMm };
  });
  const segments = found.value.segments.map((segment) => ({
    ...segment,
    id: segmentOf(segment.id),
    name: names.next('segments', segment.name),
    from: junctionOf(segment.from),
    to: junctionOf(segment.to),
  }));
  const devices = mountedCopies(plan, copies, names);
  if (!devices.ok) return devices;
  const members = { cabinet: cabinetOf, obstacle: obstacleOf, segment: segmentOf };
  const groups = copies.groups.map(([from, id]) => {
    const group = must(plan.groups.get(from), `group ${from}`);
    return {
      ...group,
      id,
      name: names.next('groups', group.name),
      members: group.members.map(({ kind, id: member }) => ({ kind, id: members[kind](member) })),
    };
  });
  const routeRules = routeRulesWithParts(
    plan,
    copies.segments.map(([whole, part]) => ({ whole, part })),
  );
  const subjects = { cabinet: new Map(copies.cabinets), obstacle: new Map(copies.obstacles), segment: new Map(copies.segments) };
  const copiedNotes = notesCopied(plan, notes, ({ kind, id }) => (kind === 'cable' ? null : (subjects[kind].get(id) ?? null)), [
    dxMm,
    dyMm,
  ]);
  return changeOf(plan, `Duplicate ${copiedText(found.value, foundNotes.value)}`, {
    put: { cabinets, obstacles, junctions, segments, devices: devices.value, groups, routeRules, notes: copiedNotes },
  });
};

const NOTHING_PICKED: PickedThings = { cabinets: [], obstacles: [], segments: [] };

function copiedText(things: PickedThings, notes: readonly Note[]): string {
  const count = things.cabinets.length + things.obstacles.length + things.segments.length;
  if (notes.length === 0) return pickedText(things);
  return count === 0 ? notesText(notes) : counted(count + notes.length, 'thing');
}

function mountedCopies(plan: Plan, copies: Copies, names: NamesInUse): Result<Device[], UserError> {
  const copyOf = new Map(copies.cabinets);
  const mounted: Device[] = [];
  for (const [from, to] of copies.devices) {
    const device = plan.devices.get(from);
    const cabinet = device === undefined ? undefined : copyOf.get(device.cabinet);
    if (device === undefined || cabinet === undefined) {
      return fail({
        code: 'command.not-found',
        path: `devices.${from}`,
        message: `no device "${from}" stands in these cabinets`,
        remedy: 'select them again',
      });
    }
    mounted.push({ ...device, id: to, cabinet, name: names.next('devices', device.name) });
  }
  return ok(mounted);
}
