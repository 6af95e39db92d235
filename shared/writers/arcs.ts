import type { PaperPoint } from '../sheets/drawing.ts';

/** Two control points and the end of a cubic Bézier curve. */
export type Curve = readonly [PaperPoint, PaperPoint, PaperPoint];

/** An arc as curves of at most 90° each, off the circle by less than 0.03 % of the radius. Angles clockwise, y down. */
export function curvesOfArc(centre: PaperPoint, radius: number, fromDeg: number, toDeg: number): { start: PaperPoint; curves: Curve[] } {
  const count = Math.max(1, Math.ceil(Math.abs(toDeg - fromDeg) / 90));
  const step = ((toDeg - fromDeg) / count / 180) * Math.PI;
  const pull = (4 / 3) * Math.tan(step / 4);
  const first = (fromDeg / 180) * Math.PI;
  const at = (angle: number, pulled: number): PaperPoint => ({
    x: centre.x + radius * (Math.cos(angle) - pulled * Math.sin(angle)),
    y: centre.y + radius * (Math.sin(angle) + pulled * Math.cos(angle)),
  });
  const curves: Curve[] = [];
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [first + i * step, first + (i + 1) * step];
    curves.push([at(from, pull), at(to, -pull), at(to, 0)]);
  }
  return { start: at(first, 0), curves };
}
