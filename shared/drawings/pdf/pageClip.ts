/** What of a page's paths is seen through the areas that it is clipped to. Coordinates x and y in turn. */

/** Rings that enclose an area; closed, their first point not repeated. */
export interface ClipArea {
  readonly rings: readonly (readonly number[])[];
  readonly evenOdd: boolean;
  readonly box: Box;
  /** Upright and whole: its box is all there is to it. */
  readonly isBox: boolean;
}

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export interface PagePath {
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** An area with more edges than this is taken by its box: cutting along it would take long. */
const MOST_EDGES = 4000;
/** Of the area's size: what is nearer to a corner than that is the corner. */
const NEAR = 1e-9;

export function clipArea(rings: readonly (readonly number[])[], evenOdd: boolean): ClipArea {
  const box = boxOf(rings.flat());
  const edges = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  return { rings, evenOdd, box, isBox: edges > MOST_EDGES || (rings.length === 1 && isUpright(rings[0]!, box)) };
}

/** What of the path lies in all areas; a ring that is cut gains no edge along the cut. */
export function clipped(path: PagePath, areas: readonly ClipArea[]): readonly PagePath[] {
  let paths: readonly PagePath[] = [path];
  for (const area of areas) {
    paths = paths.flatMap((one) => {
      const box = boxOf(one.points);
      if (!meet(box, area.box)) return [];
      return area.isBox && holds(area.box, box) ? [one] : cut(one, area);
    });
    if (paths.length === 0) return [];
  }
  return paths;
}

/** The box that all areas share; null: there is none. */
export function sharedBox(areas: readonly ClipArea[]): Box | null {
  let [minX, minY, maxX, maxY] = [-Infinity, -Infinity, Infinity, Infinity];
  for (const { box } of areas)
    [minX, minY, maxX, maxY] = [Math.max(minX, box.minX), Math.max(minY, box.minY), Math.min(maxX, box.maxX), Math.min(maxY, box.maxY)];
  return minX < maxX && minY < maxY ? { minX, minY, maxX, maxY } : null;
}

export function boxOf(points: readonly number[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

function isUpright(ring: readonly number[], { minX, minY, maxX, maxY }: Box): boolean {
  if (ring.length !== 8) return false;
  const near = Math.max(maxX - minX, maxY - minY) * NEAR;
  const isAt = (value: number, side: number): boolean => Math.abs(value - side) <= near;
  for (let at = 0; at < 8; at += 2) {
    const [x, y, nextX, nextY] = [ring[at]!, ring[at + 1]!, ring[(at + 2) % 8]!, ring[(at + 3) % 8]!];
    if (!(isAt(x, minX) || isAt(x, maxX)) || !(isAt(y, minY) || isAt(y, maxY))) return false;
    if (isAt(x, nextX) === isAt(y, nextY)) return false;
  }
  return true;
}

function meet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

function holds(outer: Box, inner: Box): boolean {
  return inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;
}

function cut({ points, closed }: PagePath, area: ClipArea): readonly PagePath[] {
  const rings = area.isBox ? [ringOf(area.box)] : area.rings;
  const kept: PagePath[] = [];
  let run: number[] = [];
  let cuts = 0;
  const end = (): void => {
    if (run.length >= 4) kept.push({ points: run, closed: false });
    run = [];
  };
  const count = points.length / 2;
  for (let at = 0; at < (closed ? count : count - 1); at += 1) {
    const next = (at + 1) % count;
    const [x1, y1, x2, y2] = [points[2 * at]!, points[2 * at + 1]!, points[2 * next]!, points[2 * next + 1]!];
    const shares = [0, ...crossings(x1, y1, x2, y2, rings), 1];
    for (let part = 0; part + 1 < shares.length; part += 1) {
      const [from, to] = [shares[part]!, shares[part + 1]!];
      const middle = (from + to) / 2;
      if (!isInside(x1 + (x2 - x1) * middle, y1 + (y2 - y1) * middle, rings, area.evenOdd)) {
        cuts += 1;
        end();
        continue;
      }
      if (run.length === 0) run.push(x1 + (x2 - x1) * from, y1 + (y2 - y1) * from);
      run.push(x1 + (x2 - x1) * to, y1 + (y2 - y1) * to);
    }
  }
  if (cuts === 0) return [{ points, closed }];
  end();
  return kept;
}

function ringOf({ minX, minY, maxX, maxY }: Box): readonly number[] {
  return [minX, minY, maxX, minY, maxX, maxY, minX, maxY];
}

/** Where a line crosses the rings' edges, as shares of its length in order. */
function crossings(x1: number, y1: number, x2: number, y2: number, rings: readonly (readonly number[])[]): number[] {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const shares: number[] = [];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const [ax, ay] = [ring[at]!, ring[at + 1]!];
      const [ex, ey] = [ring[(at + 2) % ring.length]! - ax, ring[(at + 3) % ring.length]! - ay];
      const turn = dx * ey - dy * ex;
      if (turn === 0) continue;
      const share = ((ax - x1) * ey - (ay - y1) * ex) / turn;
      const along = ((ax - x1) * dy - (ay - y1) * dx) / turn;
      if (share > NEAR && share < 1 - NEAR && along >= 0 && along <= 1) shares.push(share);
    }
  }
  return shares.sort((a, b) => a - b);
}

function isInside(x: number, y: number, rings: readonly (readonly number[])[], evenOdd: boolean): boolean {
  let winding = 0;
  let crossed = 0;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const [ax, ay, bx, by] = [ring[at]!, ring[at + 1]!, ring[(at + 2) % ring.length]!, ring[(at + 3) % ring.length]!];
      if (ay > y === by > y || ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
      winding += by > ay ? 1 : -1;
      crossed += 1;
    }
  }
  return evenOdd ? crossed % 2 === 1 : winding !== 0;
}
