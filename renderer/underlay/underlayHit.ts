/** Drawings that can be taken hold of at a place: by a line, or by the frame around them. */
import { pointToLineMm } from '../../shared/geometry/polygons.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { cornersOf, toDrawing, toFloor } from '../../shared/drawings/underlayPlace.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import type { IndexedLines } from './drawingMessages.ts';
import { treeOf } from './drawingSnap.ts';
import { drawings } from './drawings.ts';

/** The one on top first. Within its frame a picture lets through to the floor, and one that is locked is never meant. */
export function underlaysAt(underlays: readonly Underlay[], at: Point, reachMm: number): Underlay[] {
  return underlays
    .filter((underlay) => !underlay.locked && (isOnFrame(underlay, at, reachMm) || isOnLine(underlay, at, reachMm)))
    .reverse();
}

function isOnFrame(underlay: Underlay, at: Point, reachMm: number): boolean {
  const corners = cornersOf(underlay);
  return corners.some((from, side) => pointToLineMm(at, from, corners[(side + 1) % corners.length]!) <= reachMm);
}

function isOnLine(underlay: Underlay, at: Point, reachMm: number): boolean {
  const read = drawings.getState().byFile.get(underlay.file);
  if (read?.state !== 'lines') return false;
  const { lines } = read;
  const { drawing, from, to, paths } = lines;
  const off = new Set(drawing.layers.flatMap(({ name }, layer) => (underlay.offLayers.includes(name) ? [layer] : [])));
  const floor = (point: number): Point => toFloor(underlay, { x: drawing.points[2 * point]!, y: drawing.points[2 * point + 1]! });
  return piecesAround(lines, underlay, at, reachMm).some(
    (piece) => !off.has(drawing.pathLayers[paths[piece]!]!) && pointToLineMm(at, floor(from[piece]!), floor(to[piece]!)) <= reachMm,
  );
}

function piecesAround(lines: IndexedLines, underlay: Underlay, at: Point, reachMm: number): number[] {
  const { x, y } = toDrawing(underlay, at);
  const reach = reachMm / underlay.mmPerUnit;
  return treeOf(lines)?.search(x - reach, y - reach, x + reach, y + reach) ?? [];
}
