/** Pasting what was copied, in whatever plan: under new ids, and under names that the hall does not have yet. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { findAll, findTaken } from './find.ts';
import { fail } from '../result.ts';
import { must } from '../assert.ts';
import { nextNumber } from './notes/noteEdits.ts';
import { pastedDoors } from './pasteDoors.ts';
import { NamesInUse } from './namesInUse.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Command } from './command.ts';
import type { CopyIds } from './duplicate.ts';
import type { DimensionEnd } from '../plan/drawingAids.ts';
import type { NoteSubject } from '../plan/notes.ts';
import type { MadeTable } from '../plan/ids.ts';
import type { Plan, PortRef } from '../plan/types.ts';

const pastedTables = [
  'cabinets',
  'devices',
  'obstacles',
  'doors',
  'junctions',
  'segments',
  'groups',
  'links',
  'trunks',
  'dimensions',
  'notes',
] as const;
export type PastedTable = (typeof pastedTables)[number];

/** Ids in the clip with those that they get in the plan. */
export type PastedIds = Readonly<Record<PastedTable, CopyIds>>;

export interface PasteThings {
  /** What was copied, see clip.ts. */
  readonly clip: Plan;
  readonly hall: string;
  readonly dxMm: number;
  readonly dyMm: number;
  readonly ids: PastedIds;
}

/** Ids for all that a clip holds; `newIds` gives as many as are asked for. */
export function idsForPaste(clip: Plan, newIds: (table: MadeTable, count: number) => readonly string[]): PastedIds {
  const pairs = (table: PastedTable): CopyIds => {
    const from = sortedById<{ readonly id: string }>(clip[table]).map(({ id }) => id);
    const made = newIds(table, from.length);
    return from.map((id, i) => [id, must(made[i], 'id')]);
  };
  return Object.fromEntries(pastedTables.map((table) => [table, pairs(table)])) as PastedIds;
}

/**
 * Puts all of a clip into a hall, moved by a distance. Catalog entries that the plan lacks come along; one that it has stays as it is.
 * A name that is free is kept, else the next free one is taken.
 */
export const pasteThings: Command<PasteThings> = (plan, { clip, hall: into, dxMm, dyMm, ids }) => {
  const hall = findAll(plan, 'halls', [into]);
  if (!hall.ok) return hall;
  for (const table of pastedTables) {
    const taken = findTaken(
      plan,
      table,
      ids[table].map(([, to]) => to),
    );
    if (taken !== null) return fail(taken);
  }
  const count = clip.cabinets.size + clip.obstacles.size + clip.doors.size + clip.segments.size + clip.dimensions.size + clip.notes.size;
  if (count === 0) return refuse('nothing was copied', 'copy cabinets, trays, obstacles or doors first');
  const to = (table: PastedTable): ((id: string) => string) => {
    const known = new Map(ids[table]);
    return (id) => must(known.get(id), `pasted ${id}`);
  };
  const idOf = Object.fromEntries(pastedTables.map((table) => [table, to(table)])) as Readonly<Record<PastedTable, (id: string) => string>>;
  const doors = pastedDoors(plan, { clip, hall: must(plan.halls.get(into), into), dxMm, dyMm, idOf: idOf.doors });
  if (!doors.ok) return doors;
  const names = new NamesInUse(plan);
  const port = (ref: PortRef): PortRef => ({ ...ref, device: idOf.devices(ref.device) });
  const end = (one: DimensionEnd): DimensionEnd => {
    switch (one.kind) {
      case 'place':
        return { ...one, xMm: one.xMm + dxMm, yMm: one.yMm + dyMm };
      case 'cabinet':
        return { ...one, id: idOf.cabinets(one.id) };
      case 'obstacle':
        return { ...one, id: idOf.obstacles(one.id) };
      case 'junction':
        return { ...one, id: idOf.junctions(one.id) };
      case 'hall':
        // Never copied: a wall stays where it is.
        return { ...one, id: into };
    }
  };
  const subject = (about: NoteSubject): NoteSubject => {
    const id =
      about.kind === 'cable' ? (clip.links.has(about.id) ? idOf.links(about.id) : idOf.trunks(about.id)) : idOf[`${about.kind}s`](about.id);
    return { ...about, id, xMm: about.xMm + dxMm, yMm: about.yMm + dyMm };
  };
  const firstNote = nextNumber(plan);
  const { cabinetModels, deviceTypes, transceivers, cableFamilies } = clip.catalog;
  return changeOf(plan, `Paste ${counted(count, 'thing')}`, {
    embed: {
      cabinetModels: [...cabinetModels.values()],
      deviceTypes: [...deviceTypes.values()],
      transceivers: [...transceivers.values()],
      cableFamilies: [...cableFamilies.values()],
    },
    put: {
      cabinets: sortedById(clip.cabinets).map((cabinet) => ({
        ...cabinet,
        id: idOf.cabinets(cabinet.id),
        hall: into,
        name: names.keep(`cabinets ${into}`, cabinet.name),
        xMm: cabinet.xMm + dxMm,
        yMm: cabinet.yMm + dyMm,
      })),
      obstacles: sortedById(clip.obstacles).map((obstacle) => ({
        ...obstacle,
        id: idOf.obstacles(obstacle.id),
        hall: into,
        name: names.keep(`obstacles ${into}`, obstacle.name),
        outline: obstacle.outline.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm] as const),
      })),
      doors: doors.value,
      devices: sortedById(clip.devices).map((device) => ({
        ...device,
        id: idOf.devices(device.id),
        cabinet: idOf.cabinets(device.cabinet),
        name: names.keep('devices', device.name),
      })),
      junctions: sortedById(clip.junctions).map((junction) => ({
        ...junction,
        id: idOf.junctions(junction.id),
        hall: into,
        xMm: junction.xMm + dxMm,
        yMm: junction.yMm + dyMm,
      })),
      segments: sortedById(clip.segments).map((segment) => ({
        ...segment,
        id: idOf.segments(segment.id),
        name: names.keep('segments', segment.name),
        from: idOf.junctions(segment.from),
        to: idOf.junctions(segment.to),
      })),
      links: sortedById(clip.links).map((link) => ({ ...link, id: idOf.links(link.id), a: port(link.a), b: port(link.b) })),
      trunks: sortedById(clip.trunks).map((trunk) => ({
        ...trunk,
        id: idOf.trunks(trunk.id),
        name: names.keep('trunks', trunk.name),
        legs: trunk.legs.map((leg) => ({ ...leg, a: port(leg.a), b: port(leg.b) })),
      })),
      channels: sortedById(clip.channels).map((channel) => ({
        ...channel,
        id: idOf.links(channel.id),
        stops: channel.stops.map((stop) => ({ ...stop, device: idOf.devices(stop.device) })),
      })),
      // A label is on one cable alone.
      overrides: sortedById(clip.overrides).map((override) => ({ ...override, id: idOf.links(override.id), label: null })),
      groups: sortedById(clip.groups).map((group) => ({
        ...group,
        id: idOf.groups(group.id),
        name: names.keep('groups', group.name),
        members: group.members.map((member) => ({ ...member, id: idOf[`${member.kind}s`](member.id) })),
      })),
      dimensions: sortedById(clip.dimensions).map((dimension) => ({
        ...dimension,
        id: idOf.dimensions(dimension.id),
        hall: into,
        a: end(dimension.a),
        b: end(dimension.b),
      })),
      notes: sortedById(clip.notes)
        .sort((a, b) => a.number - b.number)
        .map((note, i) => ({
          ...note,
          id: idOf.notes(note.id),
          hall: into,
          number: firstNote + i,
          points: note.points.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm] as const),
          about: note.about === null ? null : subject(note.about),
        })),
    },
  });
};
