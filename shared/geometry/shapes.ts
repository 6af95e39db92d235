/** Plain shapes in mm: x right, y down, seen from above. */
export interface Point {
  readonly xMm: number;
  readonly yMm: number;
}

export interface Box {
  readonly minXMm: number;
  readonly minYMm: number;
  readonly maxXMm: number;
  readonly maxYMm: number;
}

/** The box around points; throws on none. */
export function boxAround(points: readonly Point[]): Box {
  if (points.length === 0) throw new Error('Bug: no box around no points');
  let [minXMm, minYMm, maxXMm, maxYMm] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    minXMm = Math.min(minXMm, point.xMm);
    minYMm = Math.min(minYMm, point.yMm);
    maxXMm = Math.max(maxXMm, point.xMm);
    maxYMm = Math.max(maxYMm, point.yMm);
  }
  return { minXMm, minYMm, maxXMm, maxYMm };
}

/** The box around boxes; throws on none. */
export function boxAroundBoxes(boxes: readonly Box[]): Box {
  return boxAround(
    boxes.flatMap(({ minXMm, minYMm, maxXMm, maxYMm }) => [
      { xMm: minXMm, yMm: minYMm },
      { xMm: maxXMm, yMm: maxYMm },
    ]),
  );
}

/** True when two boxes share area or touch. */
export function boxesMeet(one: Box, other: Box): boolean {
  return one.minXMm <= other.maxXMm && other.minXMm <= one.maxXMm && one.minYMm <= other.maxYMm && other.minYMm <= one.maxYMm;
}
