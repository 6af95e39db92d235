/**
 * Things that stand on the floor, from picked lines: each closed line is one, and so is each group of lines that meet and
 * enclose something (a column with a cross in it, a block of single lines). What lies within another is part of it.
 */
import { boxAround, type Point } from '../../geometry/shapes.ts';
import { buildBoxIndex, growBox } from '../../geometry/boxIndex.ts';
import { polygonContainsPoint } from '../../geometry/polygons.ts';
import { doubledArea } from '../../plan/outlineArea.ts';
import type { PointMm } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { lineNet } from './lineNet.ts';
import { netFaces, withoutStraight } from './netFaces.ts';
import { outlineOf } from './outlineOf.ts';
import { piecesOf, type PickedPath, type PlacedText } from './pickedPaths.ts';
import { refuseMany } from './traceHall.ts';

export interface TracedShape {
  readonly outline: readonly PointMm[];
  /** What the drawing writes in it; null: nothing that could be a name. */
  readonly name: string | null;
}

export interface TracedShapes {
  readonly shapes: readonly TracedShape[];
  /** Chains of lines that enclose nothing, and are no mark within something. */
  readonly loose: readonly (readonly Point[])[];
}

/** Smaller than this is a mark, nothing that stands: 20 mm by 20 mm. */
export const LEAST_AREA_MM2 = 400;
const LONGEST_NAME = 60;
/** Corners may lie so far outside of what they are part of. */
const REACH_MM = 2;

export function traceShapes(
  paths: readonly PickedPath[],
  mostGapMm: number,
  texts: readonly PlacedText[],
): Result<TracedShapes, UserError> {
  const open = paths.filter(({ closed }) => !closed).flatMap(piecesOf);
  const tooMany = refuseMany(open.length + paths.length);
  if (tooMany !== null) return fail(tooMany);
  const faces = netFaces(lineNet(open, mostGapMm));
  const corners = [
    ...paths.filter(({ closed }) => closed).map(({ points }) => withoutStraight(points, true)),
    ...faces.edges.map((edge) => edge.corners),
  ];
  const outlines = corners.map(outlineOf).filter((outline) => outline.length > 2 && outlineAreaMm2(outline) >= LEAST_AREA_MM2);
  const shapes = outermost(outlines);
  const hosts = shapes.map((outline) => outline.map(pointOf));
  const loose = faces.loose.filter((chain) => !hosts.some((host) => chain.every((point) => isWithin(host, point))));
  return ok({ shapes: named(inOrder(shapes), texts), loose });
}

/** Without what lies within another, or is drawn a second time. */
function outermost(outlines: readonly PointMm[][]): PointMm[][] {
  const largest = outlines.toSorted((one, other) => outlineAreaMm2(other) - outlineAreaMm2(one));
  const boxes = largest.map((outline) => boxAround(outline.map(pointOf)));
  const index = buildBoxIndex(boxes);
  const inner = new Set<number>();
  largest.forEach((outline, at) => {
    if (inner.has(at)) return;
    const host = outline.map(pointOf);
    for (const other of index.search(growBox(boxes[at]!, REACH_MM))) {
      if (other <= at || inner.has(other)) continue;
      if (largest[other]!.every((corner) => isWithin(host, pointOf(corner)))) inner.add(other);
    }
  });
  return largest.filter((_, at) => !inner.has(at));
}

function isWithin(host: readonly Point[], at: Point): boolean {
  if (polygonContainsPoint(host, at)) return true;
  return [-REACH_MM, REACH_MM].some((dx) =>
    [-REACH_MM, REACH_MM].some((dy) => polygonContainsPoint(host, { xMm: at.xMm + dx, yMm: at.yMm + dy })),
  );
}

/** As one reads: rows from above, each from the left, so that numbers follow places. */
export function inOrder(outlines: readonly PointMm[][]): PointMm[][] {
  const placed = outlines.map((outline) => ({ outline, box: boxAround(outline.map(pointOf)) }));
  placed.sort((one, other) => one.box.minYMm - other.box.minYMm || one.box.minXMm - other.box.minXMm);
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && one.box.minYMm < (head.box.minYMm + head.box.maxYMm) / 2) row.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((one, other) => one.box.minXMm - other.box.minXMm).map(({ outline }) => outline));
}

/** Each takes the first text that stands in it; a text that several would take names none of them. */
function named(outlines: readonly PointMm[][], texts: readonly PlacedText[]): TracedShape[] {
  const within = outlines.map((outline) => {
    const corners = outline.map(pointOf);
    return texts.find(({ text, ...at }) => text !== '' && text.length <= LONGEST_NAME && polygonContainsPoint(corners, at))?.text ?? null;
  });
  return outlines.map((outline, at) => {
    const name = within[at] ?? null;
    return { outline, name: name !== null && within.indexOf(name) === within.lastIndexOf(name) ? name : null };
  });
}

export function outlineAreaMm2(outline: readonly PointMm[]): number {
  return Math.abs(doubledArea(outline)) / 2;
}

function pointOf([xMm, yMm]: PointMm): Point {
  return { xMm, yMm };
}
