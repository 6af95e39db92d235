/** Curves as points: x and y in turn, ends exact. */

const DEG = Math.PI / 180;
/** A chord of a circle turns by so much at most: within two thousandths of the radius. */
const MOST_TURN = 7 * DEG;
const FULL = 2 * Math.PI;

/** Points of an arc from an angle over a turn (positive: counterclockwise), both ends included. */
export function arcPoints(x: number, y: number, radius: number, from: number, turn: number): number[] {
  return ellipsePoints(x, y, radius, 0, 1, from, turn);
}

/** Points of an ellipse's arc: its half axis as a vector, the ratio of the other one (negative: mirrored). */
export function ellipsePoints(x: number, y: number, axisX: number, axisY: number, ratio: number, from: number, turn: number): number[] {
  const steps = Math.max(2, Math.ceil(Math.abs(turn) / MOST_TURN));
  const points: number[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const angle = from + (turn * step) / steps;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    points.push(x + axisX * cos - axisY * ratio * sin, y + axisY * cos + axisX * ratio * sin);
  }
  return points;
}

/** Counterclockwise from one angle to another; a whole turn where they are the same. */
export function turnBetween(from: number, to: number): number {
  const turn = (((to - from) % FULL) + FULL) % FULL;
  return turn < 1e-12 ? FULL : turn;
}

export const WHOLE_TURN = FULL;

export interface BulgedPoint {
  readonly x: number;
  readonly y: number;
  /** Tangent of a quarter of the angle of the arc to the next point; 0: straight; negative: clockwise. */
  readonly bulge: number;
}

/** Points of a polyline whose legs may be arcs. */
export function bulgedPoints(vertices: readonly BulgedPoint[], closed: boolean): number[] {
  const points: number[] = [];
  vertices.forEach(({ x, y, bulge }, at) => {
    points.push(x, y);
    const next = vertices[at + 1] ?? (closed ? vertices[0] : undefined);
    if (next === undefined || !Number.isFinite(bulge) || Math.abs(bulge) < 1e-9) return;
    const chord = Math.hypot(next.x - x, next.y - y);
    if (chord === 0) return;
    const turn = 4 * Math.atan(bulge);
    const radius = chord / 2 / Math.sin(turn / 2);
    const toMiddle = radius * Math.cos(turn / 2);
    // The centre lies to the left of the chord for a positive radius.
    const centerX = (x + next.x) / 2 - ((next.y - y) / chord) * toMiddle;
    const centerY = (y + next.y) / 2 + ((next.x - x) / chord) * toMiddle;
    const inner = arcPoints(centerX, centerY, Math.abs(radius), Math.atan2(y - centerY, x - centerX), turn);
    points.push(...inner.slice(2, -2));
  });
  return points;
}

export interface SplineCurve {
  readonly degree: number;
  readonly knots: readonly number[];
  /** x and y in turn. */
  readonly controls: readonly number[];
  /** Absent or empty: all one. */
  readonly weights: readonly number[];
}

const STEPS_A_SPAN = 8;
const MOST_DEGREE = 25;

/** Points of a B-spline by de Boor's algorithm; null where its knots do not fit its control points. */
export function splinePoints({ degree, knots, controls, weights }: SplineCurve): number[] | null {
  const count = controls.length / 2;
  if (degree < 1 || degree > MOST_DEGREE || count <= degree || knots.length !== count + degree + 1) return null;
  if (knots.some((knot, at) => !Number.isFinite(knot) || (at > 0 && knot < knots[at - 1]!))) return null;
  const points: number[] = [];
  for (let span = degree; span < count; span += 1) {
    const [low, high] = [knots[span]!, knots[span + 1]!];
    if (high <= low) continue;
    const steps = degree === 1 ? 1 : STEPS_A_SPAN;
    for (let step = points.length === 0 ? 0 : 1; step <= steps; step += 1) {
      points.push(...pointAt({ degree, knots, controls, weights }, span, low + ((high - low) * step) / steps));
    }
  }
  return points.length < 4 ? null : points;
}

function pointAt({ degree, knots, controls, weights }: SplineCurve, span: number, at: number): [number, number] {
  const rows: [number, number, number][] = [];
  for (let row = 0; row <= degree; row += 1) {
    const control = span - degree + row;
    const weight = weights[control] ?? 1;
    rows.push([controls[2 * control]! * weight, controls[2 * control + 1]! * weight, weight]);
  }
  for (let round = 1; round <= degree; round += 1) {
    for (let row = degree; row >= round; row -= 1) {
      const [low, high] = [knots[row + span - degree]!, knots[row + 1 + span - round]!];
      const share = high === low ? 0 : (at - low) / (high - low);
      const [one, other] = [rows[row - 1]!, rows[row]!];
      rows[row] = [mix(one[0], other[0], share), mix(one[1], other[1], share), mix(one[2], other[2], share)];
    }
  }
  const [x, y, weight] = rows[degree]!;
  return [x / weight, y / weight];
}

function mix(one: number, other: number, share: number): number {
  return one * (1 - share) + other * share;
}
