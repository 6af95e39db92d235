/** Parallel lines within a polygon. */
import type { PaperPoint } from '../drawing.ts';

/** Lines at 45°, `pitchMm` apart, cut to the polygon, which may be concave (even-odd). */
export function hatchLines(polygon: readonly PaperPoint[], pitchMm: number): (readonly [PaperPoint, PaperPoint])[] {
  // In coordinates turned by 45°, u runs along the lines and v across them.
  const turned = polygon.map(({ x, y }) => ({ u: (x + y) * Math.SQRT1_2, v: (y - x) * Math.SQRT1_2 }));
  const vs = turned.map(({ v }) => v);
  const lines: (readonly [PaperPoint, PaperPoint])[] = [];
  for (let v = Math.ceil(Math.min(...vs) / pitchMm) * pitchMm; v < Math.max(...vs); v += pitchMm) {
    const crossings = crossingsAt(turned, v);
    for (let i = 0; i + 1 < crossings.length; i += 2) lines.push([back(crossings[i]!, v), back(crossings[i + 1]!, v)]);
  }
  return lines;
}

function crossingsAt(polygon: readonly { readonly u: number; readonly v: number }[], v: number): number[] {
  const crossings: number[] = [];
  polygon.forEach((point, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    if (point.v > v !== next.v > v) crossings.push(point.u + ((v - point.v) / (next.v - point.v)) * (next.u - point.u));
  });
  return crossings.sort((a, b) => a - b);
}

function back(u: number, v: number): PaperPoint {
  return { x: (u - v) * Math.SQRT1_2, y: (u + v) * Math.SQRT1_2 };
}

/** Stretches of the line `axis = at` that lie inside the polygon. */
export function insideStretches(polygon: readonly PaperPoint[], axis: 'x' | 'y', at: number): (readonly [number, number])[] {
  const turned = polygon.map(({ x, y }) => (axis === 'x' ? { u: y, v: x } : { u: x, v: y }));
  const crossings = crossingsAt(turned, at);
  const stretches: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) stretches.push([crossings[i]!, crossings[i + 1]!]);
  return stretches;
}
