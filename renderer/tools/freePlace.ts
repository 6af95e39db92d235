/** Where a copy stands: beside what it was made from, at the first place along the row that is free. */
import type { Box } from '../../shared/geometry/shapes.ts';

export type RowAxis = 'x' | 'y';

/**
 * How far the box moves along the row to overlap none of the others, in mm: at least by its own length, ahead or back,
 * whichever is nearer and within the bounds. Where neither is within them: ahead by its own length.
 */
export function freeShiftMm(box: Box, others: readonly Box[], bounds: Box, axis: RowAxis): number {
  const at = axis === 'x' ? alongX : alongY;
  const own = at(box);
  const lengthMm = own.max - own.min;
  const beside = others.map(at).filter(({ sideMin, sideMax }) => sideMin < own.sideMax && own.sideMin < sideMax);
  const hall = at(bounds);

  let ahead = lengthMm;
  for (const other of beside.toSorted((a, b) => a.min - b.min))
    if (other.min < own.max + ahead && own.min + ahead < other.max) ahead = other.max - own.min;
  let back = lengthMm;
  for (const other of beside.toSorted((a, b) => b.max - a.max))
    if (other.min < own.max - back && own.min - back < other.max) back = own.max - other.min;

  const aheadFits = own.max + ahead <= hall.max;
  const backFits = own.min - back >= hall.min;
  if (aheadFits && (!backFits || ahead <= back)) return ahead;
  return backFits ? -back : lengthMm;
}

/** Whether the box, moved, overlaps none of the others; touching is free. */
export function isFreeAt(box: Box, dxMm: number, dyMm: number, others: readonly Box[]): boolean {
  return others.every(
    (other) =>
      other.minXMm >= box.maxXMm + dxMm ||
      other.maxXMm <= box.minXMm + dxMm ||
      other.minYMm >= box.maxYMm + dyMm ||
      other.maxYMm <= box.minYMm + dyMm,
  );
}

interface Along {
  readonly min: number;
  readonly max: number;
  readonly sideMin: number;
  readonly sideMax: number;
}

function alongX({ minXMm, minYMm, maxXMm, maxYMm }: Box): Along {
  return { min: minXMm, max: maxXMm, sideMin: minYMm, sideMax: maxYMm };
}

function alongY({ minXMm, minYMm, maxXMm, maxYMm }: Box): Along {
  return { min: minYMm, max: maxYMm, sideMin: minXMm, sideMax: maxXMm };
}
