/** Where notes lie in the hall: they follow what they are about. */
import { boxAround, type Box, type Point } from '../geometry/shapes.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { fabricOfLinkId } from './ruledPlaces.ts';
import type { Note, NoteSubject } from './notes.ts';
import type { Plan, PortRef } from './types.ts';
import { sortedById } from './sortedById.ts';

/** The tables that tell where the subjects of notes are. */
export type NotedThings = Pick<
  Plan,
  'cabinets' | 'obstacles' | 'segments' | 'junctions' | 'devices' | 'links' | 'trunks' | 'fabrics' | 'catalog'
>;

export interface PlacedNote {
  readonly note: Note;
  /** As the note's own points, where they lie now. */
  readonly points: readonly Point[];
  readonly box: Box;
}

type Subject = Pick<NoteSubject, 'kind' | 'id'>;

/** The place that a note follows: the middle of what it is about, of a cable that between its ends; null where it is not there. */
export function subjectPlace(plan: NotedThings, { kind, id }: Subject): Point | null {
  switch (kind) {
    case 'cabinet': {
      const cabinet = plan.cabinets.get(id);
      if (cabinet === undefined) return null;
      const { widthMm, depthMm } = plan.catalog.cabinetModels.get(cabinet.model) ?? { widthMm: 0, depthMm: 0 };
      return middle(boxAround(cabinetCorners(cabinet.xMm, cabinet.yMm, widthMm, depthMm, cabinet.rotationDeg)));
    }
    case 'obstacle': {
      const outline = plan.obstacles.get(id)?.outline ?? [];
      return outline.length === 0 ? null : middle(boxAround(outline.map(([xMm, yMm]) => ({ xMm, yMm }))));
    }
    case 'segment': {
      const segment = plan.segments.get(id);
      const ends = [plan.junctions.get(segment?.from ?? ''), plan.junctions.get(segment?.to ?? '')].filter((end) => end !== undefined);
      return ends.length < 2 ? null : middle(boxAround(ends));
    }
    case 'cable': {
      const cabinets = cableCabinets(plan, id);
      return cabinets === null ? null : middle(boxAround(cabinets));
    }
  }
}

/** The hall in which the subject of a note is; null: it is in none alone, or not there. */
export function subjectHall(plan: NotedThings, { kind, id }: Subject): string | null {
  switch (kind) {
    case 'cabinet':
      return plan.cabinets.get(id)?.hall ?? null;
    case 'obstacle':
      return plan.obstacles.get(id)?.hall ?? null;
    case 'segment':
      return plan.junctions.get(plan.segments.get(id)?.from ?? '')?.hall ?? null;
    case 'cable': {
      const [a, b] = cableCabinets(plan, id) ?? [];
      return a !== undefined && a.hall === b?.hall ? a.hall : null;
    }
  }
}

/** The cabinets at the two ends of a cable or link; null where one is not known. */
function cableCabinets(plan: NotedThings, cable: string) {
  const ends = cableDevices(plan, cable)?.map((device) => plan.cabinets.get(plan.devices.get(device)?.cabinet ?? ''));
  const [a, b] = ends ?? [];
  return a === undefined || b === undefined ? null : ([a, b] as const);
}

const FABRIC_ENDS = /^(.+):[^:]+–(.+):[^:]+$/u;

function cableDevices(plan: NotedThings, cable: string): readonly [string, string] | null {
  // A cable of a way through panels is its link's with a number: `l1#3`.
  const mark = cable.lastIndexOf('#');
  const id = mark < 0 || plan.links.has(cable) || plan.trunks.has(cable) ? cable : cable.slice(0, mark);
  const ofHand: { readonly a: PortRef; readonly b: PortRef } | undefined = plan.links.get(id) ?? plan.trunks.get(id)?.legs[0];
  if (ofHand !== undefined) return [ofHand.a.device, ofHand.b.device];
  const slots = plan.fabrics.get(fabricOfLinkId(id))?.slots;
  const [, a = '', b = ''] = FABRIC_ENDS.exec(id.split('/').slice(2).join('/')) ?? [];
  const [from, to] = [slots?.[a], slots?.[b]];
  return from === undefined || to === undefined ? null : [from, to];
}

function middle({ minXMm, minYMm, maxXMm, maxYMm }: Box): Point {
  return { xMm: Math.round((minXMm + maxXMm) / 2), yMm: Math.round((minYMm + maxYMm) / 2) };
}

/** How far a note lies from where it was drawn. */
export function noteShift(plan: NotedThings, { about }: Pick<Note, 'about'>): readonly [dxMm: number, dyMm: number] {
  const place = about === null ? null : subjectPlace(plan, about);
  return about === null || place === null ? [0, 0] : [place.xMm - about.xMm, place.yMm - about.yMm];
}

export function placeNote(plan: NotedThings, note: Note): PlacedNote {
  const [dxMm, dyMm] = noteShift(plan, note);
  const points = note.points.map(([xMm, yMm]) => ({ xMm: xMm + dxMm, yMm: yMm + dyMm }));
  return { note, points, box: boxAround(points) };
}

/** All notes of a hall, by number. */
export function placeNotes(plan: NotedThings & Pick<Plan, 'notes'>, hall: string): PlacedNote[] {
  return notesOf(plan, hall).map((note) => placeNote(plan, note));
}

/** The notes of a hall, by number. */
export function notesOf({ notes }: Pick<Plan, 'notes'>, hall: string): Note[] {
  return sortedById(notes)
    .filter((note) => note.hall === hall)
    .sort((a, b) => a.number - b.number);
}

/** What a subject is called, `cabinet A07`; null: it is gone. */
export function subjectName(plan: NotedThings, about: Pick<NoteSubject, 'kind' | 'id'>): string | null {
  if (subjectPlace(plan, about) === null) return null;
  switch (about.kind) {
    case 'cable':
      return `cable ${about.id}`;
    case 'segment':
      return `tray ${plan.segments.get(about.id)?.name ?? about.id}`;
    case 'cabinet':
      return `cabinet ${plan.cabinets.get(about.id)?.name ?? about.id}`;
    case 'obstacle':
      return `obstacle ${plan.obstacles.get(about.id)?.name ?? about.id}`;
  }
}
