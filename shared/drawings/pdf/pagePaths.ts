/** A page's path as lines, its curves made of short ones. */
import { movedBy, type Transform } from '../dxf/transform.ts';
import type { PagePath } from './pageClip.ts';

/** Steps of a path as pdfjs packs them: a number for the step, then its points. */
const [MOVE, LINE, CUBIC, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
/** How far a short line may lie from its curve, in points. */
const FLAT_PT = 0.05;
const MOST_STEPS = 64;

/** Its parts, moved; parts of a single point are none. */
export function pagePaths(packed: ArrayLike<number>, transform: Transform): PagePath[] {
  const paths: PagePath[] = [];
  let points: number[] = [];
  const end = (closed: boolean): void => {
    const isRepeated = closed && points.length > 4 && points[0] === points.at(-2) && points[1] === points.at(-1);
    const own = isRepeated ? points.slice(0, -2) : points;
    if (own.length >= 4) paths.push({ points: own, closed: closed && own.length > 4 });
    points = [];
  };
  /** The next points of the step, moved. */
  const next = (at: number, count: number): number[] =>
    movedBy(
      transform,
      Array.from({ length: count * 2 }, (_, i) => packed[at + i] ?? Number.NaN),
    );
  for (let at = 0; at < packed.length;) {
    const step = packed[at];
    at += 1;
    switch (step) {
      case MOVE:
        end(false);
        points = next(at, 1);
        at += 2;
        break;
      case LINE:
        points.push(...next(at, 1));
        at += 2;
        break;
      case CUBIC:
        addCurve(points, next(at, 3));
        at += 6;
        break;
      case QUADRATIC: {
        const [cx = 0, cy = 0, x = 0, y = 0] = next(at, 2);
        const [fromX, fromY] = [points.at(-2) ?? cx, points.at(-1) ?? cy];
        addCurve(points, [
          fromX + ((cx - fromX) * 2) / 3,
          fromY + ((cy - fromY) * 2) / 3,
          x + ((cx - x) * 2) / 3,
          y + ((cy - y) * 2) / 3,
          x,
          y,
        ]);
        at += 4;
        break;
      }
      case CLOSE: {
        const start = points.slice(0, 2);
        end(true);
        // What follows without a new start begins where the ring did.
        points = start;
        break;
      }
      case undefined:
      default:
        throw new Error(`Bug: a path of pdfjs has a step ${step}`);
    }
  }
  end(false);
  return paths;
}

function addCurve(points: number[], [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0]: readonly number[]): void {
  const [fromX, fromY] = [points.at(-2) ?? ax, points.at(-1) ?? ay];
  const bend = Math.max(Math.hypot(fromX - 2 * ax + bx, fromY - 2 * ay + by), Math.hypot(ax - 2 * bx + x, ay - 2 * by + y));
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / FLAT_PT)) || 1));
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const u = 1 - t;
    points.push(
      u * u * u * fromX + 3 * u * u * t * ax + 3 * u * t * t * bx + t * t * t * x,
      u * u * u * fromY + 3 * u * u * t * ay + 3 * u * t * t * by + t * t * t * y,
    );
  }
}
