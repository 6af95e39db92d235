/** How tiers look: a color that color-blind people tell apart (after Okabe and Ito) and a pattern that survives in black and white. */
import type { LineType } from './drawing.ts';

export interface TierLook {
  readonly color: string;
  readonly lineType: LineType;
}

const LOOKS: readonly TierLook[] = [
  { color: '#0072b2', lineType: 'solid' },
  { color: '#d55e00', lineType: 'dashed' },
  { color: '#00825f', lineType: 'dash-dot' },
  { color: '#a8508a', lineType: 'dotted' },
  { color: '#8f6d00', lineType: 'dashed' },
  { color: '#2e86b8', lineType: 'dash-dot' },
  { color: '#4a4f57', lineType: 'dotted' },
];

/** Look of the tier at this place in the plan's list of tier names. */
export function tierLook(tier: number): TierLook {
  const look = LOOKS[tier % LOOKS.length];
  if (look === undefined) throw new Error('Bug: no look for the tier');
  return look;
}

/** Lines for few, some, many and very many cables in one run. */
export const CABLE_WEIGHTS_MM = [0.25, 0.4, 0.6, 0.9] as const;
const CLASS_LIMITS = [16, 64, 256] as const;

/** Class of weight, from 0, for a number of cables that run together. */
export function weightClassOf(cables: number): number {
  const index = CLASS_LIMITS.findIndex((limit) => cables < limit);
  return index < 0 ? CLASS_LIMITS.length : index;
}

/** Least number of cables in each class of weight. */
export const CLASS_STARTS: readonly number[] = [1, ...CLASS_LIMITS];
