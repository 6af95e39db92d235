/** Lays round cables into a pathway of some width, group beside group, as low as they go: a drawing, not a promise of where each lies. */

/** Place of a cable: x from the left wall, y up from the bed, to its middle. */
export interface Circle {
  readonly xMm: number;
  readonly yMm: number;
  readonly rMm: number;
}

/** More of the height is tried by this much at a time. */
const RAISE = 1.04;

/** How much wider than high a pile is while there is room for it: cables that lie on a bed settle about so. An assumption. */
const PILE_RATIO = 3;

/** Columns from the left wall on, each as wide as its widest cable. No two cables overlap; what the depth cannot hold stands out above it. */
export function packSection(widthMm: number, depthMm: number, groups: readonly (readonly number[])[]): (Circle & { group: number })[] {
  const all = groups.flat();
  if (all.length === 0) return [];
  const area = all.reduce((sum, d) => sum + d * d, 0);
  const widest = Math.max(...all);
  for (let heightMm = Math.max(widest, area / widthMm, Math.min(depthMm, Math.sqrt(area / PILE_RATIO))); ; heightMm *= RAISE) {
    const packed = columns(widthMm, heightMm, groups);
    if (packed !== null) return packed;
    // A pathway narrower than one cable holds a pile of single ones all the same.
    if (heightMm > all.reduce((sum, d) => sum + d, 0)) return columns(Infinity, heightMm, groups) ?? [];
  }
}

/** Null where the columns are wider together than the pathway. */
function columns(widthMm: number, heightMm: number, groups: readonly (readonly number[])[]): (Circle & { group: number })[] | null {
  const circles: (Circle & { group: number })[] = [];
  let column: { d: number; group: number }[] = [];
  let leftMm = 0;
  let topMm = 0;
  const close = (): boolean => {
    const wide = Math.max(0, ...column.map(({ d }) => d));
    if (leftMm + wide > widthMm) return false;
    let y = 0;
    for (const { d, group } of column) {
      circles.push({ xMm: leftMm + wide / 2, yMm: y + d / 2, rMm: d / 2, group });
      y += d;
    }
    leftMm += wide;
    topMm = 0;
    column = [];
    return true;
  };
  for (const [group, diameters] of groups.entries()) {
    for (const d of diameters) {
      if (topMm + d > heightMm && !close()) return null;
      column.push({ d, group });
      topMm += d;
    }
  }
  return close() ? circles : null;
}
