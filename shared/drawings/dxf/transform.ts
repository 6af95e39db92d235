/** Where the points of blocks and of planes in space lie in the drawing, seen from above. */
import { numberOf, type DxfEntity } from './document.ts';

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Transform = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `inner`, then `outer`. */
export function after(outer: Transform, inner: Transform): Transform {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** All points moved; x and y in turn. */
export function movedBy({ a, b, c, d, e, f }: Transform, points: readonly number[]): number[] {
  const moved: number[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    moved.push(a * x + c * y + e, b * x + d * y + f);
  }
  return moved;
}

/** Nearer to the z axis than this, the x axis of a plane is taken from the y axis: so the format says. */
const NEAR_Z = 1 / 64;

/** From the plane that a thing was drawn in, given by its normal, to the drawing. */
export function planeOf(entity: DxfEntity): Transform {
  const [nx, ny, nz] = [numberOf(entity, 210, 0), numberOf(entity, 220, 0), numberOf(entity, 230, 1)];
  const long = Math.hypot(nx, ny, nz);
  if (!(long > 0) || (nx === 0 && ny === 0 && nz > 0)) return IDENTITY;
  const [x, y, z] = [nx / long, ny / long, nz / long];
  const isNear = Math.abs(x) < NEAR_Z && Math.abs(y) < NEAR_Z;
  // Cross product of the y axis, or the z axis, with the normal.
  const across: readonly [number, number, number] = isNear ? [z, 0, -x] : [-y, x, 0];
  const wide = Math.hypot(...across);
  const [ax, ay, az] = [across[0] / wide, across[1] / wide, across[2] / wide];
  const elevation = numberOf(entity, 38, numberOf(entity, 30, 0));
  return { a: ax, b: ay, c: y * az - z * ay, d: z * ax - x * az, e: elevation * x, f: elevation * y };
}

/** Degrees, counterclockwise. */
export function turned(degrees: number): Transform {
  const angle = (degrees * Math.PI) / 180;
  return { a: Math.cos(angle), b: Math.sin(angle), c: -Math.sin(angle), d: Math.cos(angle), e: 0, f: 0 };
}

export function scaledBy(x: number, y: number): Transform {
  return { a: x, b: 0, c: 0, d: y, e: 0, f: 0 };
}

export function shiftedBy(x: number, y: number): Transform {
  return { ...IDENTITY, e: x, f: y };
}
