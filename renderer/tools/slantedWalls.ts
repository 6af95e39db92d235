/** Slanted walls pull the corner of a box that is nearest to them: straight to the wall, or along the one axis that is left to it. */
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
import { spanOf, type SnapAxis } from './snapLines.ts';

/** The axes along which nothing else has pulled the box. */
export type FreeAxes = readonly SnapAxis[];

export interface SlantedPull {
  readonly dxMm: number;
  readonly dyMm: number;
  readonly guide: Guide;
}

/**
 * The least move in whole millimetres that brings a corner of the box to a slanted wall of the hall, on this side of it; null when none is
 * within reach. Outlines run clockwise, so that the hall lies to the right of each wall.
 */
export function slantedPull({ outline }: HallLayout, box: Box, free: FreeAxes, toleranceMm: number): SlantedPull | null {
  let best: SlantedPull | null = null;
  let leastMm = toleranceMm;
  for (const [i, from] of outline.entries()) {
    const to = outline[(i + 1) % outline.length]!;
    if (from.xMm === to.xMm || from.yMm === to.yMm) continue;
    const move = moveTo(from, to, box, free);
    const byMm = move === null ? Infinity : Math.hypot(move.xMm, move.yMm);
    if (move === null || byMm > leastMm) continue;
    leastMm = byMm;
    best = { dxMm: move.xMm, dyMm: move.yMm, guide: { kind: 'align', text: null, from, to } };
  }
  return best;
}

/** Null where the corner does not come to lie before the wall, but beside it. */
function moveTo(from: Point, to: Point, box: Box, free: FreeAxes): Point | null {
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  const along = { xMm: (to.xMm - from.xMm) / lengthMm, yMm: (to.yMm - from.yMm) / lengthMm };
  const inward = { xMm: -along.yMm, yMm: along.xMm };
  // The corner that is farthest out.
  const corner = { xMm: inward.xMm > 0 ? box.minXMm : box.maxXMm, yMm: inward.yMm > 0 ? box.minYMm : box.maxYMm };
  const awayMm = (place: Point): number => (place.xMm - from.xMm) * inward.xMm + (place.yMm - from.yMm) * inward.yMm;
  const outMm = -awayMm(corner);
  const exact = wayFor(outMm, inward, free);
  const [dxMm, dyMm] = [inWhole(box, 'x', exact.xMm, free), inWhole(box, 'y', exact.yMm, free)];
  // Whole millimetres may lead through the wall by less than one: as much back, along the axis that leads away from it.
  const overMm = -awayMm({ xMm: corner.xMm + dxMm, yMm: corner.yMm + dyMm });
  const back = overMm <= 1e-6 ? { xMm: 0, yMm: 0 } : wayFor(overMm, inward, [steepest(inward, free)]);
  const move = { xMm: dxMm + outward(back.xMm), yMm: dyMm + outward(back.yMm) };
  const reached = { xMm: corner.xMm + move.xMm - from.xMm, yMm: corner.yMm + move.yMm - from.yMm };
  const alongMm = reached.xMm * along.xMm + reached.yMm * along.yMm;
  return alongMm < 0 || alongMm > lengthMm ? null : move;
}

/** How far to go along the free axes to come `outMm` farther in. */
function wayFor(outMm: number, inward: Point, free: FreeAxes): Point {
  if (free.length > 1) return { xMm: inward.xMm * outMm, yMm: inward.yMm * outMm };
  return free[0] === 'x' ? { xMm: outMm / inward.xMm, yMm: 0 } : { xMm: 0, yMm: outMm / inward.yMm };
}

function steepest(inward: Point, free: FreeAxes): SnapAxis {
  if (free.length === 1 && free[0] !== undefined) return free[0];
  return Math.abs(inward.xMm) >= Math.abs(inward.yMm) ? 'x' : 'y';
}

/** So far that the box lies on whole millimetres. */
function inWhole(box: Box, axis: SnapAxis, byMm: number, free: FreeAxes): number {
  const [low] = spanOf(box, axis);
  return free.includes(axis) ? Math.round(low + byMm) - low : 0;
}

/** To the next whole number away from zero. */
function outward(mm: number): number {
  return Math.sign(mm) * Math.ceil(Math.abs(mm));
}
