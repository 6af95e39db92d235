/** Where trays cross the rows. */
import type { HallLayout } from './hallLayout.ts';
import type { CabinetUse } from './railRows.ts';

/**
 * Centrelines of the cross trays, from left to right: at both edges of each group of network cabinets, so that cables from
 * either side of the row leave it at once; at the quarters of blocks that have none; and `more` in each block, evenly spread.
 */
export function crossTrays(
  { rows, blocks }: HallLayout,
  uses: readonly (readonly CabinetUse[])[],
  widthMm: number,
  more: number,
): number[] {
  const places = new Set<number>();
  blocks.forEach(({ fromXMm, toXMm }, block) => {
    const own = new Set<number>();
    rows.forEach((row, index) => {
      if (row.block === block) for (const at of rowPlaces(uses[index] ?? [])) own.add(Math.round(fromXMm + at * widthMm));
    });
    const blockWidth = toXMm - fromXMm;
    if (own.size === 0) for (const share of [0.25, 0.75]) own.add(Math.round(fromXMm + share * blockWidth));
    for (let extra = 1; extra <= more; extra += 1) own.add(Math.round(fromXMm + ((extra - 0.5) * blockWidth) / more));
    for (const xMm of own) places.add(xMm);
  });
  return [...places].sort((a, b) => a - b);
}

/** Places along a row, in cabinet widths from its start. */
function rowPlaces(uses: readonly CabinetUse[]): number[] {
  const places: number[] = [];
  for (let first = 0; first < uses.length; first += 1) {
    if (uses[first] !== 'network') continue;
    let last = first;
    while (uses[last + 1] === 'network') last += 1;
    places.push(...groupPlaces(first, last, uses.length));
    first = last;
  }
  return places;
}

/** A group that fills its row has them at its quarters, one at an end of the row within its innermost cabinet. */
function groupPlaces(first: number, last: number, cabinets: number): number[] {
  if (first === 0 && last === cabinets - 1) return [cabinets / 4, (cabinets * 3) / 4];
  if (first === 0) return [last + 0.5];
  if (last === cabinets - 1) return [first + 0.5];
  return first === last ? [first + 0.5] : [first, last + 1];
}
