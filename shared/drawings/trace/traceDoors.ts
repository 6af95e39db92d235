/** Doors from the arcs that their leaves swing over: clear width, leaves and the way they open, in the wall beside. */
import type { Point } from '../../geometry/shapes.ts';
import { distanceAlong, distanceToWall, offsetWithin, wallsOf, type Wall } from '../../geometry/walls.ts';
import type { Door, PointMm } from '../../plan/types.ts';
import { distance } from './lineNet.ts';
import type { PickedPath, PlacedText } from './pickedPaths.ts';

export interface TracedDoor extends Pick<Door, 'edge' | 'offsetMm' | 'clearWidthMm' | 'leaves' | 'swing'> {
  /** As written beside it, `2400 x 2800`; null: nothing is. */
  readonly clearHeightMm: number | null;
  /** Whether what is written says that goods come in. */
  readonly delivery: boolean;
}

export interface TracedDoors {
  readonly doors: readonly TracedDoor[];
  /** Arcs of doors without a wall of the hall beside them: those of inner walls. */
  readonly elsewhere: number;
}

/** A leaf swings over a quarter; drawings show it between half and somewhat more than that. */
const LEAST_TURN = Math.PI / 4;
const MOST_TURN = (2 * Math.PI) / 3;
const NARROWEST_MM = 400;
const WIDEST_LEAF_MM = 4000;
/** From the hinge to the inner face of its wall, at most. */
const THICKEST_WALL_MM = 1000;
/** Leaves whose free edges meet this nearly close one opening. */
const LEAVES_MEET_MM = 80;
const ROUND_SHARE = 0.01;

interface Leaf {
  readonly hinge: Point;
  readonly shut: Point;
  readonly open: Point;
  readonly wall: Wall;
}

export function traceDoors(paths: readonly PickedPath[], outline: readonly PointMm[], texts: readonly PlacedText[]): TracedDoors {
  const walls = wallsOf(outline);
  const leaves: Leaf[] = [];
  let elsewhere = 0;
  for (const { points, closed } of paths) {
    const arc = closed ? null : leafArc(points);
    if (arc === null) continue;
    const leaf = inWall(arc, walls);
    if (leaf === null) elsewhere += 1;
    else leaves.push(leaf);
  }
  return { doors: openings(leaves).flatMap((opening) => doorOf(opening, texts) ?? []), elsewhere };
}

/** The circle of an arc that a leaf swings over, and its two ends; null where it is none. */
function leafArc(points: readonly Point[]): { readonly hinge: Point; readonly ends: readonly [Point, Point] } | null {
  const [from, middle, to] = [points[0], points[Math.floor(points.length / 2)], points.at(-1)];
  if (points.length < 5 || from === undefined || middle === undefined || to === undefined) return null;
  const hinge = circleThrough(from, middle, to);
  if (hinge === null) return null;
  const radius = distance(hinge, from);
  if (radius < NARROWEST_MM || radius > WIDEST_LEAF_MM) return null;
  if (points.some((point) => Math.abs(distance(hinge, point) - radius) > radius * ROUND_SHARE)) return null;
  const turn = 2 * Math.asin(Math.min(1, distance(from, to) / 2 / radius));
  return turn < LEAST_TURN || turn > MOST_TURN ? null : { hinge, ends: [from, to] };
}

function circleThrough(a: Point, b: Point, c: Point): Point | null {
  const [bx, by, cx, cy] = [b.xMm - a.xMm, b.yMm - a.yMm, c.xMm - a.xMm, c.yMm - a.yMm];
  const turn = 2 * (bx * cy - by * cx);
  if (Math.abs(turn) < 1) return null;
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return { xMm: a.xMm + (cy * bb - by * cc) / turn, yMm: a.yMm + (bx * cc - cx * bb) / turn };
}

/** The leaf in the wall that it shuts against: that along which hinge and shut edge lie. */
function inWall(
  { hinge, ends: [one, other] }: { readonly hinge: Point; readonly ends: readonly [Point, Point] },
  walls: readonly Wall[],
): Leaf | null {
  const choices = walls.flatMap((wall) =>
    [
      { shut: one, open: other },
      { shut: other, open: one },
    ].map(({ shut, open }) => ({
      leaf: { hinge, shut, open, wall },
      beside: distanceToWall(wall, hinge) + distanceToWall(wall, shut),
      // Shut, the leaf lies along its wall.
      aslant: Math.abs(asideOf(wall, hinge) - asideOf(wall, shut)),
    })),
  );
  const [best] = choices
    .filter(({ beside, aslant, leaf }) => beside <= 2 * THICKEST_WALL_MM && aslant <= distance(leaf.hinge, leaf.shut) * 0.2)
    .sort((a, b) => a.beside - b.beside);
  return best?.leaf ?? null;
}

function asideOf({ from, along }: Wall, point: Point): number {
  return (point.xMm - from.xMm) * along.yMm - (point.yMm - from.yMm) * along.xMm;
}

/** One leaf, or two whose free edges meet. */
function openings(leaves: readonly Leaf[]): (readonly Leaf[])[] {
  const left = new Set(leaves);
  return leaves.flatMap((leaf) => {
    if (!left.delete(leaf)) return [];
    const other = [...left].find(({ wall, shut }) => wall.edge === leaf.wall.edge && distance(shut, leaf.shut) <= LEAVES_MEET_MM);
    if (other === undefined) return [[leaf]];
    left.delete(other);
    return [[leaf, other]];
  });
}

function doorOf(opening: readonly Leaf[], texts: readonly PlacedText[]): TracedDoor | null {
  const [leaf, other] = opening;
  if (leaf === undefined) return null;
  const { wall } = leaf;
  const [start, end] = [leaf.hinge, other?.hinge ?? leaf.shut].map((point) => distanceAlong(wall, point)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const clearWidthMm = Math.round(end - start);
  const offsetMm = offsetWithin(wall, start, clearWidthMm);
  if (offsetMm === null) return null;
  // Outlines run clockwise: the hall lies to the right of its walls.
  const swing = asideOf(wall, leaf.open) < asideOf(wall, leaf.hinge) ? 'in' : 'out';
  return {
    edge: wall.edge,
    offsetMm,
    clearWidthMm,
    leaves: other === undefined ? 1 : 2,
    swing,
    ...writtenBeside(leaf, clearWidthMm, texts),
  };
}

/** Width by height, as door schedules write it: in millimetres or centimetres. */
const SIZE = /(\d{2,4})\s*[x×*/]\s*(\d{2,4})/i;
const GOODS = /goods|deliver|loading|dock|warenan|livraison/i;
/** Tags stand within the leaf's length or so, and name the opening's width. */
const TAG_REACH = 1.5;

function writtenBeside(leaf: Leaf, clearWidthMm: number, texts: readonly PlacedText[]): Pick<TracedDoor, 'clearHeightMm' | 'delivery'> {
  const near = texts
    .map((text) => ({ text: text.text, awayMm: Math.min(distance(text, leaf.hinge), distance(text, leaf.shut)) }))
    .filter(({ awayMm }) => awayMm <= TAG_REACH * clearWidthMm)
    .sort((one, other) => one.awayMm - other.awayMm);
  for (const { text } of near) {
    const [, wide, high] = SIZE.exec(text) ?? [];
    for (const scale of [1, 10]) {
      if (Math.abs(Number(wide) * scale - clearWidthMm) > clearWidthMm / 10) continue;
      return { clearHeightMm: Number(high) * scale, delivery: GOODS.test(text) };
    }
  }
  return { clearHeightMm: null, delivery: near.some(({ text }) => GOODS.test(text)) };
}
