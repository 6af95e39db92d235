/**
 * Inner walls from picked lines: what they enclose where it is nowhere thicker than a wall, two lines side by side as one wall,
 * single lines as thick as is said. Rooms between walls stay open.
 */
import { offsetPath } from '../../geometry/offsetPath.ts';
import type { Point } from '../../geometry/shapes.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { direction, distance, lineNet } from './lineNet.ts';
import { outlineOf } from './outlineOf.ts';
import { piecesOf, type PickedPath, type Piece } from './pickedPaths.ts';
import { refuseMany } from './traceHall.ts';
import { inOrder, LEAST_AREA_MM2, outlineAreaMm2, type TracedShape } from './traceShapes.ts';
import { wallBodies } from './wallBodies.ts';

/** Walls are no thinner than this between their two lines. */
const THINNEST_MM = 30;
const PARALLEL = 0.9995;
/** Two lines are a wall where they run beside each other over this share of the shorter one. */
const LEAST_SHARED = 0.6;

export interface TracedWalls {
  readonly walls: readonly TracedShape[];
  /** Lines of which nothing could be made. */
  readonly loose: number;
  /** What lines enclose that is wider than a wall, and so is none. */
  readonly rooms: number;
}

/** How drawings show walls, as far as lines alone do not say it. */
export interface WallLines {
  /** Gaps up to this width are closed: faults of drawing, no doorways. */
  readonly mostGapMm: number;
  /** Two lines farther apart are no wall. */
  readonly thickestMm: number;
  /** Of walls that are drawn as one line. */
  readonly singleMm: number;
}

export function traceWalls(paths: readonly PickedPath[], { mostGapMm, thickestMm, singleMm }: WallLines): Result<TracedWalls, UserError> {
  const pieces = paths.flatMap(piecesOf);
  const tooMany = refuseMany(pieces.length);
  if (tooMany !== null) return fail(tooMany);
  const { bodies, rooms, lines } = wallBodies(lineNet(pieces, mostGapMm), thickestMm);
  const { pairs, alone } = paired(lines, thickestMm);
  const single = alone.map((chain) => thickened(chain, singleMm));
  const outlines = [...bodies, ...pairs, ...single.filter((one) => one !== null)].map(outlineOf);
  const walls = inOrder(outlines.filter((outline) => outline.length > 2 && outlineAreaMm2(outline) >= LEAST_AREA_MM2));
  return ok({
    walls: walls.map((outline): TracedShape => ({ outline, name: null })),
    loose: single.filter((one) => one === null).length,
    rooms,
  });
}

/** Straight lines with another at a wall's thickness beside them, and the chains that have none. */
function paired(
  chains: readonly (readonly Point[])[],
  thickestMm: number,
): { readonly pairs: Point[][]; readonly alone: (readonly Point[])[] } {
  const left = new Set(chains.keys());
  const pairs: Point[][] = [];
  chains.forEach((chain, at) => {
    if (!left.has(at) || chain.length !== 2) return;
    const one = chain as unknown as Piece;
    const partners = [...left].flatMap((other) => {
      const across = chains[other]!;
      if (other === at || across.length !== 2) return [];
      const wall = wallBetween(one, across as unknown as Piece, thickestMm);
      return wall === null ? [] : [{ other, ...wall }];
    });
    const [best] = partners.sort((a, b) => a.thicknessMm - b.thicknessMm);
    if (best === undefined) return;
    left.delete(at);
    left.delete(best.other);
    pairs.push(best.corners);
  });
  return { pairs, alone: [...left].map((at) => chains[at]!) };
}

/** The rectangle that two lines make as the faces of a wall; null where they are none. */
function wallBetween(
  [from, to]: Piece,
  other: Piece,
  thickestMm: number,
): { readonly corners: Point[]; readonly thicknessMm: number } | null {
  const way = direction(from, to);
  const facing = direction(...other);
  if (Math.abs(way.xMm * facing.xMm + way.yMm * facing.yMm) < PARALLEL) return null;
  const along = (point: Point): number => (point.xMm - from.xMm) * way.xMm + (point.yMm - from.yMm) * way.yMm;
  const aside = (point: Point): number => (point.xMm - from.xMm) * -way.yMm + (point.yMm - from.yMm) * way.xMm;
  const acrossMm = (aside(other[0]) + aside(other[1])) / 2;
  const thicknessMm = Math.abs(acrossMm);
  if (thicknessMm < THINNEST_MM || thicknessMm > thickestMm) return null;
  const [low, high] = [Math.min(along(other[0]), along(other[1])), Math.max(along(other[0]), along(other[1]))];
  const lengthMm = distance(from, to);
  const sharedMm = Math.min(lengthMm, high) - Math.max(0, low);
  if (sharedMm < LEAST_SHARED * Math.min(lengthMm, high - low) || sharedMm < thicknessMm) return null;
  const at = (alongMm: number, asideMm: number): Point => ({
    xMm: from.xMm + way.xMm * alongMm - way.yMm * asideMm,
    yMm: from.yMm + way.yMm * alongMm + way.xMm * asideMm,
  });
  const [start, end] = [Math.min(0, low), Math.max(lengthMm, high)];
  return { corners: [at(start, 0), at(end, 0), at(end, acrossMm), at(start, acrossMm)], thicknessMm };
}

/** A chain of lines made as thick as a wall, half to each side; null where it turns back on itself. */
function thickened(chain: readonly Point[], thicknessMm: number): Point[] | null {
  const [one, other] = [offsetPath(chain, thicknessMm / 2, false), offsetPath(chain, -thicknessMm / 2, false)];
  return one === null || other === null ? null : [...one, ...other.reverse()];
}
