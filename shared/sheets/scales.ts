/** Scales at which drawings are made: 1 : n. */
import type { Units } from '../quantities.ts';

interface ScaleSeries {
  readonly standard: readonly number[];
  /** Beyond the standard scales n goes in steps of this. */
  readonly stepBeyond: number;
}

/** Imperial: from 3" to 1/16" for a foot, as architects draw, then 20 to 400 feet for an inch, as engineers do. */
const SERIES: Readonly<Record<Units, ScaleSeries>> = {
  metric: {
    standard: [1, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000],
    stepBeyond: 1000,
  },
  imperial: {
    standard: [1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 240, 360, 480, 600, 720, 1200, 2400, 3600, 4800],
    stepBeyond: 1200,
  },
};

/**
 * The largest picture that fits: the least n of the standard scales with which the thing fits the space. What fits at none
 * of them, a hall of a kilometre on a small sheet, gets the least whole step beyond. The space must have some size.
 */
export function fittingScale(
  thing: { readonly widthMm: number; readonly heightMm: number },
  space: { readonly widthMm: number; readonly heightMm: number },
  leastN: number,
  units: Units,
): number {
  const { standard, stepBeyond } = SERIES[units];
  const neededN = Math.max(leastN, thing.widthMm / space.widthMm, thing.heightMm / space.heightMm);
  return standard.find((n) => n >= neededN) ?? Math.ceil(neededN / stepBeyond) * stepBeyond;
}

const INCHES_PER_FOOT = 12;
/** Sixteenths and their halves: no scale rule has finer ones. */
const FINEST = 32;

/** `1:50`; imperial as on a scale rule, with the ratio beside: `1/4" = 1'-0" (1:48)`, `1" = 20'-0" (1:240)`. */
export function scaleText(n: number, units: Units): string {
  const ratio = `1:${n}`;
  if (units === 'metric') return ratio;
  const parts = (INCHES_PER_FOOT * FINEST) / n;
  if (Number.isInteger(parts)) return `${inchesOf(parts)}" = 1'-0" (${ratio})`;
  return n % INCHES_PER_FOOT === 0 ? `1" = ${n / INCHES_PER_FOOT}'-0" (${ratio})` : ratio;
}

/** Thirty-seconds of an inch: 8 → `1/4`, 48 → `1 1/2`. */
function inchesOf(parts: number): string {
  const whole = Math.floor(parts / FINEST);
  let [upper, lower] = [parts % FINEST, FINEST];
  if (upper === 0) return String(whole);
  while (upper % 2 === 0) [upper, lower] = [upper / 2, lower / 2];
  return `${whole === 0 ? '' : `${whole} `}${upper}/${lower}`;
}
