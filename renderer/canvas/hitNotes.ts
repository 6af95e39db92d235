/** Notes under a point: on their words, number and lines. A mark is not hit inside: what it surrounds can still be taken hold of. */
import { pointToLineMm } from '../../shared/geometry/polygons.ts';
import { boxesMeet, type Point } from '../../shared/geometry/shapes.ts';
import type { PlacedNote } from '../../shared/plan/notePlaces.ts';
import type { NoteTexts } from './noteTexts.ts';
import { NOTE_RADIUS_PX, shapeInPx } from './paintNotes.ts';

export interface NoteReach {
  readonly toleranceMm: number;
  readonly pxPerMm: number;
  readonly noteTexts: NoteTexts;
}

/** Whether a place is on the badge of a note, on its words as they are written, or on its lines. */
export function isOnNote(placed: PlacedNote, at: Point, { toleranceMm, pxPerMm, noteTexts }: NoteReach): boolean {
  const text = noteTexts.get(placed.note.id);
  if (text !== undefined && boxesMeet(text, { minXMm: at.xMm, minYMm: at.yMm, maxXMm: at.xMm, maxYMm: at.yMm })) return true;
  const { badge, strokes } = shapeInPx({ x: (mm) => mm * pxPerMm, y: (mm) => mm * pxPerMm }, placed);
  if (Math.hypot(badge.x - at.xMm * pxPerMm, badge.y - at.yMm * pxPerMm) <= NOTE_RADIUS_PX + 1) return true;
  const places = (points: (typeof strokes)[number]['points']): Point[] =>
    points.map(({ x, y }) => ({ xMm: x / pxPerMm, yMm: y / pxPerMm }));
  return strokes.some(({ points, closed }) => {
    const corners = places(points);
    return corners.some((corner, i) => {
      const next = corners[i + 1] ?? (closed ? corners[0] : undefined);
      return next !== undefined && pointToLineMm(at, corner, next) <= toleranceMm;
    });
  });
}
