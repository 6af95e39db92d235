/** Scales at which drawings are made: 1 : n. */
const STANDARD_SCALES = [1, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000] as const;

/** The largest picture that fits: the least n of the standard scales with which the thing fits the space; null when none does. */
export function fittingScale(
  thing: { readonly widthMm: number; readonly heightMm: number },
  space: { readonly widthMm: number; readonly heightMm: number },
  leastN = 1,
): number | null {
  return STANDARD_SCALES.find((n) => n >= leastN && thing.widthMm <= space.widthMm * n && thing.heightMm <= space.heightMm * n) ?? null;
}
