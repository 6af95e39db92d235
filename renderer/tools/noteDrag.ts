/** A point of a selected note dragged elsewhere: a corner of a cloud, the tip of a callout; one step on release. */
import { shapeNote } from '../../shared/commands/notes/notes.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { placeNote } from '../../shared/plan/notePlaces.ts';
import { markFault } from '../../shared/plan/notes.ts';
import type { PointMm } from '../../shared/plan/types.ts';
import { selectedIds } from '../state/sessionStore.ts';
import type { Numbers, ToolContext } from './tool.ts';

export interface Bending {
  readonly name: 'bending';
  readonly id: string;
  /** Which of its points. */
  readonly point: number;
  readonly at: Point;
}

const REACH_PX = 7;
const NOTHING: ReadonlySet<string> = new Set();

/** The point of the one selected note under the pointer; null: none. A pin is moved as a whole, a freehand line, too. */
export function bendAt(at: Point, context: ToolContext): Bending | null {
  const { selection, camera, layers, locks } = context.session();
  const [id] = selectedIds(selection, 'note');
  const note = id === undefined ? undefined : context.plan().notes.get(id);
  if (note === undefined || selection.length !== 1 || note.mark === 'pin' || note.mark === 'freehand') return null;
  if (!layers.notes || locks.notes || note.hall !== context.layout()?.hall.id) return null;
  const point = placeNote(context.plan(), note).points.findIndex(
    ({ xMm, yMm }) => Math.hypot(xMm - at.xMm, yMm - at.yMm) * camera.pxPerMm <= REACH_PX,
  );
  return point < 0 ? null : { name: 'bending', id: note.id, point, at };
}

export function tryBend(state: Bending, context: ToolContext): Bending {
  const bent = bentNote(state, context);
  if (bent !== null && markFault(bent) === null) context.attempt(shapeNote, bent, { moving: NOTHING, guides: [], text: null });
  else context.show(null);
  return state;
}

/** A typed length is how far the point goes from where it was. */
export function numbersOfBend({ id, point }: Bending, pointer: Point, context: ToolContext): Numbers | null {
  const note = context.plan().notes.get(id);
  const from = note === undefined ? undefined : placeNote(context.plan(), note).points[point];
  return from === undefined ? null : { from, towards: pointer, sets: 'release', isPlain: true };
}

export function dropBend(state: Bending, context: ToolContext): void {
  const bent = bentNote(state, context);
  if (bent === null || markFault(bent) !== null) context.show(null);
  else context.commit(shapeNote, bent);
}

/** Null where nothing has changed. */
function bentNote({ id, point, at }: Bending, context: ToolContext): Parameters<typeof shapeNote>[1] | null {
  const note = context.plan().notes.get(id);
  if (note === undefined) return null;
  const was = placeNote(context.plan(), note).points;
  const points = was.map(({ xMm, yMm }, i): PointMm => (i === point ? [Math.round(at.xMm), Math.round(at.yMm)] : [xMm, yMm]));
  const isSame = was.every(({ xMm, yMm }, i) => points[i]![0] === xMm && points[i]![1] === yMm);
  return isSame ? null : { id, mark: note.mark, points };
}
