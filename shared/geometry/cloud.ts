/** The outline of a revision cloud, in whatever unit its box has: on screen in pixels, on paper in millimetres. */

export interface PlainPoint {
  readonly x: number;
  readonly y: number;
}

/** Points along each bump. */
const STEPS = 6;

/** Bumps outwards along the four sides of a box, each about `bump` long; closed, without the first point again. */
export function cloudOutline(one: PlainPoint, other: PlainPoint, bump: number): PlainPoint[] {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  const corners: readonly PlainPoint[] = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return corners.flatMap((from, side) => bumpsAlong(from, corners[(side + 1) % corners.length]!, bump));
}

function bumpsAlong(from: PlainPoint, to: PlainPoint, bump: number): PlainPoint[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(1, Math.round(length / bump));
  const [ux, uy] = length === 0 ? [0, 0] : [(to.x - from.x) / length, (to.y - from.y) / length];
  const radius = length / count / 2;
  const points: PlainPoint[] = [];
  for (let at = 0; at < count; at += 1) {
    for (let step = 0; step < STEPS; step += 1) {
      const angle = (Math.PI * step) / STEPS;
      const along = (at * 2 + 1) * radius - Math.cos(angle) * radius;
      // Flatter than a half circle, and to the left of the way around: outside.
      const out = Math.sin(angle) * radius * 0.7;
      points.push({ x: from.x + ux * along + uy * out, y: from.y + uy * along - ux * out });
    }
  }
  return points;
}

/** Points around an ellipse in a box. */
export function ellipseOutline(one: PlainPoint, other: PlainPoint, count: number): PlainPoint[] {
  const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  const [rx, ry] = [Math.abs(other.x - one.x) / 2, Math.abs(other.y - one.y) / 2];
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    return { x: x + Math.cos(angle) * rx, y: y + Math.sin(angle) * ry };
  });
}

/** The two strokes of an arrow's head, which points from `tail` to `tip`. */
export function arrowHead(tail: PlainPoint, tip: PlainPoint, length: number): readonly [PlainPoint, PlainPoint, PlainPoint] {
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x);
  const barb = (turn: number): PlainPoint => ({
    x: tip.x - Math.cos(angle + turn) * length,
    y: tip.y - Math.sin(angle + turn) * length,
  });
  return [barb(0.42), tip, barb(-0.42)];
}
