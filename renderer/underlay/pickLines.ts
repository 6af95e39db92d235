/** Lines of drawings under the pointer, within a marquee, or in view: to be picked and traced. */
import { pointToLineMm } from '../../shared/geometry/polygons.ts';
import { boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import { pathOnFloor, piecesOf, type Piece } from '../../shared/drawings/trace/pickedPaths.ts';
import { toDrawing } from '../../shared/drawings/underlayPlace.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import type { IndexedLines } from './drawingMessages.ts';
import { treeOf } from './drawingSnap.ts';
import { drawings } from './drawings.ts';

/** The lines of a drawing that can be picked: those of a DXF that was read, is shown, and whose scale somebody has confirmed. */
export function pickableLines(underlay: Underlay): IndexedLines | null {
  const read = drawings.getState().byFile.get(underlay.file);
  return underlay.visible && underlay.calibration !== null && read?.state === 'lines' ? read.lines : null;
}

/** Why nothing of a drawing can be traced; null: it can. */
export function reasonNotToTrace(underlay: Underlay): string | null {
  if (underlay.kind !== 'dxf') return `${underlay.name} has no lines to pick: it is a picture. Draw along it with the hall tool`;
  if (underlay.calibration === null) return `Confirm the scale of ${underlay.name} by a distance first`;
  return underlay.visible ? null : `${underlay.name} is hidden; show it first`;
}

/** The line nearest to a place, within reach; null: none. */
export function pathAt(underlay: Underlay, at: Point, reachMm: number): number | null {
  const lines = pickableLines(underlay);
  if (lines === null) return null;
  const around = { minXMm: at.xMm - reachMm, minYMm: at.yMm - reachMm, maxXMm: at.xMm + reachMm, maxYMm: at.yMm + reachMm };
  let best: number | null = null;
  let leastMm = reachMm;
  for (const path of pathsNear(lines, underlay, around)) {
    for (const [from, to] of piecesOnFloor(lines, underlay, path)) {
      const awayMm = pointToLineMm(at, from, to);
      if (awayMm <= leastMm) [best, leastMm] = [path, awayMm];
    }
  }
  return best;
}

/** Lines that a marquee encloses, or touches. */
export function pathsInBox(underlay: Underlay, from: Point, to: Point, touching: boolean): number[] {
  const lines = pickableLines(underlay);
  if (lines === null) return [];
  const box = boxAround([from, to]);
  return pathsNear(lines, underlay, box).filter((path) => {
    const pieces = piecesOnFloor(lines, underlay, path);
    return touching ? pieces.some((piece) => crossesBox(piece, box)) : pieces.flat().every((point) => isIn(point, box));
  });
}

/** Lines in view as one reads, from above and from the left, so that keys go from one to the next. */
export function pathsInView(underlay: Underlay, view: Box): number[] {
  const lines = pickableLines(underlay);
  if (lines === null) return [];
  const corner = ({ minXMm: xMm, minYMm: yMm }: Box): Point => ({ xMm, yMm });
  return pathsInBox(underlay, corner(view), { xMm: view.maxXMm, yMm: view.maxYMm }, true)
    .map((path) => ({ path, box: boxAround(piecesOnFloor(lines, underlay, path).flat()) }))
    .sort((one, other) => one.box.minYMm - other.box.minYMm || one.box.minXMm - other.box.minXMm || one.path - other.path)
    .map(({ path }) => path);
}

/** The straight pieces of a line, on the floor. */
export function piecesOnFloor({ drawing }: IndexedLines, underlay: Underlay, path: number): Piece[] {
  return piecesOf(pathOnFloor(drawing, underlay, path));
}

function pathsNear(lines: IndexedLines, underlay: Underlay, box: Box): number[] {
  const tree = treeOf(lines);
  if (tree === null) return [];
  const corners = [
    { xMm: box.minXMm, yMm: box.minYMm },
    { xMm: box.maxXMm, yMm: box.minYMm },
    { xMm: box.maxXMm, yMm: box.maxYMm },
    { xMm: box.minXMm, yMm: box.maxYMm },
  ].map((corner) => toDrawing(underlay, corner));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const { layers, pathLayers } = lines.drawing;
  const off = new Set(underlay.offLayers);
  const found = new Set<number>();
  for (const piece of tree.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))) {
    const path = lines.paths[piece]!;
    if (!off.has(layers[pathLayers[path]!]!.name)) found.add(path);
  }
  return [...found].sort((a, b) => a - b);
}

function isIn({ xMm, yMm }: Point, box: Box): boolean {
  return xMm >= box.minXMm && xMm <= box.maxXMm && yMm >= box.minYMm && yMm <= box.maxYMm;
}

/** Whether a straight piece has a point in a box: what the box's four sides leave of it. */
function crossesBox([from, to]: Piece, box: Box): boolean {
  let [low, high] = [0, 1];
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  for (const [way, room] of [
    [-dx, from.xMm - box.minXMm],
    [dx, box.maxXMm - from.xMm],
    [-dy, from.yMm - box.minYMm],
    [dy, box.maxYMm - from.yMm],
  ] as const) {
    if (way === 0 && room < 0) return false;
    if (way < 0) low = Math.max(low, room / way);
    if (way > 0) high = Math.min(high, room / way);
  }
  return low <= high;
}
