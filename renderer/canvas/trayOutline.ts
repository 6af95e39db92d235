/**
 * Pathways as drawings show them: two lines each, merged where pathways meet, the upper over the lower.
 * Worked out once per plan, so that painting is drawing lines.
 */
import type { BoxIndex } from '../../shared/geometry/boxIndex.ts';
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { boxAround, type Point } from '../../shared/geometry/shapes.ts';
import type { PlacedSegment } from './hallLayout.ts';

export interface TrayOutline {
  /** By segment, in the order given: its rectangle, four corners in order. */
  readonly bodies: readonly (readonly Point[])[];
  /** By segment: the visible parts of its long sides and free ends. */
  readonly edges: readonly (readonly (readonly [Point, Point])[])[];
}

/** Lines closer to the side of another pathway than this count as inside it. */
const TOUCH_MM = 1;

export function trayOutline(segments: readonly PlacedSegment[], index: BoxIndex): TrayOutline {
  const widest = widestAtJunctions(segments);
  const degree = new Map<string, number>();
  for (const { segment } of segments) for (const end of [segment.from, segment.to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  // At a shared junction a pathway reaches to the far side of the other, so that corners close.
  const bodies = segments.map(({ segment, from, to, lengthMm }): Point[] => {
    if (lengthMm === 0) return riserBody(segment, from);
    const along = { xMm: (to.xMm - from.xMm) / lengthMm, yMm: (to.yMm - from.yMm) / lengthMm };
    const reach = (junction: string): number => ((degree.get(junction) ?? 0) > 1 ? (widest.get(junction) ?? 0) / 2 : 0);
    const start = move(from, along, -reach(segment.from));
    const end = move(to, along, reach(segment.to));
    const side = { xMm: -along.yMm, yMm: along.xMm };
    const half = segment.widthMm / 2;
    return [move(start, side, half), move(end, side, half), move(end, side, -half), move(start, side, -half)];
  });
  const edges = segments.map(({ segment }, position): (readonly [Point, Point])[] => {
    const [a, b, c, d] = bodies[position] ?? [];
    if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
    const lines: (readonly [Point, Point])[] = [
      [a, b],
      [d, c],
    ];
    // A riser stands upright: its cross-section with a cross in it.
    if (segments[position]!.lengthMm === 0) return [...lines, [a, d], [b, c], [a, c], [b, d]];
    if ((degree.get(segment.from) ?? 0) === 1) lines.push([a, d]);
    if ((degree.get(segment.to) ?? 0) === 1) lines.push([b, c]);
    const covering = index
      .search(growBox(boxAround([a, b, c, d]), TOUCH_MM))
      .filter((other) => other !== position && segments[other]!.segment.elevationMm >= segment.elevationMm && bodies[other]!.length === 4);
    return lines.flatMap((line) =>
      visibleParts(
        line,
        covering.map((other) => bodies[other]!),
      ),
    );
  });
  return { bodies, edges };
}

/** The cross-section of a riser, seen from above. */
function riserBody({ widthMm, depthMm }: PlacedSegment['segment'], at: Point): Point[] {
  const [x, y] = [widthMm / 2, depthMm / 2];
  return [
    move(at, { xMm: -x, yMm: -y }, 1),
    move(at, { xMm: x, yMm: -y }, 1),
    move(at, { xMm: x, yMm: y }, 1),
    move(at, { xMm: -x, yMm: y }, 1),
  ];
}

/** Width of the widest pathway at each junction. */
function widestAtJunctions(segments: readonly PlacedSegment[]): Map<string, number> {
  const widest = new Map<string, number>();
  for (const { segment } of segments) {
    for (const end of [segment.from, segment.to]) widest.set(end, Math.max(widest.get(end) ?? 0, segment.widthMm));
  }
  return widest;
}

function move(point: Point, direction: Point, byMm: number): Point {
  return { xMm: point.xMm + direction.xMm * byMm, yMm: point.yMm + direction.yMm * byMm };
}

/** What is left of a line outside some rectangles. */
function visibleParts([from, to]: readonly [Point, Point], rectangles: readonly (readonly Point[])[]): [Point, Point][] {
  let parts: [number, number][] = [[0, 1]];
  for (const rectangle of rectangles) {
    const hidden = insideSpan(from, to, rectangle);
    if (hidden === null) continue;
    parts = parts.flatMap(([start, end]): [number, number][] => {
      const rest: [number, number][] = [];
      if (hidden[0] > start) rest.push([start, Math.min(end, hidden[0])]);
      if (hidden[1] < end) rest.push([Math.max(start, hidden[1]), end]);
      return rest.filter(([low, high]) => high > low);
    });
  }
  const at = (share: number): Point => ({ xMm: from.xMm + (to.xMm - from.xMm) * share, yMm: from.yMm + (to.yMm - from.yMm) * share });
  return parts.map(([start, end]) => [at(start), at(end)]);
}

/** The share of a line (0 … 1) strictly inside a convex polygon; null when none is. Lines along its side stay visible. */
function insideSpan(from: Point, to: Point, polygon: readonly Point[]): readonly [number, number] | null {
  let [enter, leave] = [0, 1];
  const centre = { xMm: (polygon[0]!.xMm + polygon[2]!.xMm) / 2, yMm: (polygon[0]!.yMm + polygon[2]!.yMm) / 2 };
  for (let i = 0; i < polygon.length; i += 1) {
    const [a, b] = [polygon[i]!, polygon[(i + 1) % polygon.length]!];
    const lengthMm = Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
    const depth = (point: Point): number => ((b.xMm - a.xMm) * (point.yMm - a.yMm) - (b.yMm - a.yMm) * (point.xMm - a.xMm)) / lengthMm;
    const sign = Math.sign(depth(centre));
    const [start, end] = [depth(from) * sign - TOUCH_MM, depth(to) * sign - TOUCH_MM];
    if (start < 0 && end < 0) return null;
    if (start < 0) enter = Math.max(enter, start / (start - end));
    else if (end < 0) leave = Math.min(leave, start / (start - end));
  }
  return leave > enter ? [enter, leave] : null;
}
