/** A pathway as the inspector shows it: how full it is against its limits, and what rules name it. */
import type { TierCount } from '../takeoff/types.ts';
import type { SegmentRules } from './explainRules.ts';

export interface SegmentExplanation {
  readonly kind: 'segment';
  readonly id: string;
  readonly lengthMm: number;
  readonly fillPct: number;
  readonly planPct: number;
  readonly warnPct: number;
  readonly errorPct: number;
  /** Cables side by side at the fullest place, and all that touch it. */
  readonly cablesAtFullest: number;
  readonly cables: readonly TierCount[];
  readonly usedAreaMm2: number;
  readonly areaMm2: number;
  readonly massGPerM: number;
  readonly massLimitGPerM: number | null;
  readonly rules: SegmentRules;
}
