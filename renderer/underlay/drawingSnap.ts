/** Ends and crossings of the lines of drawings, to which places are drawn. */
import Flatbush from 'flatbush';
import { pathKinds } from '../../shared/drawings/lineDrawing.ts';
import { toDrawing, toFloor, type DrawingPoint } from '../../shared/drawings/underlayPlace.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { drawings } from './drawings.ts';
import type { IndexedLines } from './drawingMessages.ts';

/** Where lines lie closer than this, crossings are not looked for. */
const MOST_PIECES = 60;

const trees = new WeakMap<IndexedLines, Flatbush>();

/** The index over the pieces of lines. */
export function treeOf(lines: IndexedLines): Flatbush | null {
  if (lines.index === null) return null;
  const known = trees.get(lines);
  if (known !== undefined) return known;
  const tree = Flatbush.from(lines.index);
  trees.set(lines, tree);
  return tree;
}

/** The nearest end or crossing of a drawing's lines, in its units; null where none is within reach. Ends win over crossings. */
export function nearestOnLines(lines: IndexedLines, at: DrawingPoint, reach: number, off: readonly string[]): DrawingPoint | null {
  const tree = treeOf(lines);
  if (tree === null) return null;
  const { drawing, from, to, paths } = lines;
  const { points, starts, kinds, closed, layers, pathLayers } = drawing;
  const pieces = tree
    .search(at.x - reach, at.y - reach, at.x + reach, at.y + reach)
    .filter((piece) => !off.includes(layers[pathLayers[paths[piece]!]!]!.name));
  const pointAt = (point: number): DrawingPoint => ({ x: points[2 * point]!, y: points[2 * point + 1]! });
  const ends = pieces.flatMap((piece) => {
    const path = paths[piece]!;
    const kind = pathKinds[kinds[path]!];
    const ofCurve = kind === 'arc' || kind === 'circle' || kind === 'curve';
    const isEnd = (point: number): boolean => point === starts[path] || point === starts[path + 1]! - 1;
    return [from[piece]!, to[piece]!].filter((point) => !ofCurve || (closed[path] === 0 && isEnd(point))).map(pointAt);
  });
  const end = nearest(ends, at, reach);
  if (end !== null || pieces.length > MOST_PIECES) return end;
  const crossings = pieces.flatMap((one, position) =>
    pieces.slice(position + 1).flatMap((other) => {
      if (paths[one] === paths[other]) return [];
      return crossing(pointAt(from[one]!), pointAt(to[one]!), pointAt(from[other]!), pointAt(to[other]!)) ?? [];
    }),
  );
  return nearest(crossings, at, reach);
}

function nearest(places: readonly DrawingPoint[], at: DrawingPoint, reach: number): DrawingPoint | null {
  let best: DrawingPoint | null = null;
  let least = reach;
  for (const place of places) {
    const away = Math.hypot(place.x - at.x, place.y - at.y);
    if (away <= least) [best, least] = [place, away];
  }
  return best;
}

/** Where two pieces cross; null where they do not, or run side by side. */
function crossing(a: DrawingPoint, b: DrawingPoint, c: DrawingPoint, d: DrawingPoint): DrawingPoint | null {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const determinant = ux * vy - uy * vx;
  if (determinant === 0) return null;
  const share = ((c.x - a.x) * vy - (c.y - a.y) * vx) / determinant;
  const other = ((c.x - a.x) * uy - (c.y - a.y) * ux) / determinant;
  return share < 0 || share > 1 || other < 0 || other > 1 ? null : { x: a.x + share * ux, y: a.y + share * uy };
}

/** The nearest end or crossing of one drawing, on the floor. */
export function nearestOnDrawing(underlay: Underlay, at: Point, toleranceMm: number): Point | null {
  const read = drawings.getState().byFile.get(underlay.file);
  if (read?.state !== 'lines') return null;
  const found = nearestOnLines(read.lines, toDrawing(underlay, at), toleranceMm / underlay.mmPerUnit, underlay.offLayers);
  return found === null ? null : toFloor(underlay, found);
}

/** The nearest end or crossing of all drawings shown whose scale somebody has confirmed; null where none is within reach. */
export function nearestOnDrawings(underlays: readonly Underlay[], at: Point, toleranceMm: number): Point | null {
  let best: Point | null = null;
  let least = toleranceMm;
  for (const underlay of underlays) {
    if (underlay.calibration === null) continue;
    const place = nearestOnDrawing(underlay, at, toleranceMm);
    if (place === null) continue;
    const away = Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm);
    if (away <= least) [best, least] = [place, away];
  }
  return best;
}
