/** One rack unit, EIA-310: 1.75 in. */
export const RACK_UNIT_MM = 44.45;

/** Height of the bottom of a unit above the floor, in mm; `firstUnitMm` is the bottom of U1. */
export function unitBottomMm(firstUnitMm: number, positionU: number): number {
  return firstUnitMm + (positionU - 1) * RACK_UNIT_MM;
}
