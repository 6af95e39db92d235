/** Scales at which drawings are made: 1 : n. */
const STANDARD_SCALES = [1, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000] as const;

/** Beyond the standard scales n goes in steps of this. */
const STEP_BEYOND = 1000;

/**
 * The largest picture that fits: the least n of the standard scales with which the thing fits the space. What fits at none
 * of them, a hall of a kilometre on a small sheet, gets the least whole thousand. The space must have some size.
 */
export function fittingScale(
  thing: { readonly widthMm: number; readonly heightMm: number },
  space: { readonly widthMm: number; readonly heightMm: number },
  leastN = 1,
): number {
  const neededN = Math.max(leastN, thing.widthMm / space.widthMm, thing.heightMm / space.heightMm);
  return STANDARD_SCALES.find((n) => n >= neededN) ?? Math.ceil(neededN / STEP_BEYOND) * STEP_BEYOND;
}
