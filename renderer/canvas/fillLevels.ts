/** How full a pathway is against its limits, in four levels, and how each looks: a color and, in black and white, a hatch. */
import type { FillLimits, Segment, Settings } from '../../shared/plan/types.ts';
import type { CanvasColors } from '../theme/tokens.ts';

export type FillLevel = 'planned' | 'overPlan' | 'warning' | 'error';

export const fillLevels: readonly FillLevel[] = ['planned', 'overPlan', 'warning', 'error'];

/** Distance of a hatch's lines in px; null: none. The fuller, the denser; above the limit it is crossed. */
export const hatchPx: Readonly<Record<FillLevel, number | null>> = { planned: null, overPlan: 12, warning: 7, error: 5 };

export function fillLimits(kind: Segment['kind'], { fill }: Settings): FillLimits {
  return kind === 'conduit'
    ? { planPct: fill.conduitPct.more, warnPct: fill.conduitPct.more, errorPct: fill.conduitPct.one }
    : fill.byKind[kind];
}

/** Null, for a fill that is not known yet, counts as planned. */
export function fillLevel(fillPct: number | null, settings: Settings, { kind }: Segment): FillLevel {
  if (fillPct === null) return 'planned';
  const { planPct, warnPct, errorPct } = fillLimits(kind, settings);
  return fillPct > errorPct ? 'error' : fillPct > warnPct ? 'warning' : fillPct > planPct ? 'overPlan' : 'planned';
}

export function fillColor(level: FillLevel, colors: CanvasColors): string {
  const byLevel = { planned: colors.fillPlanned, overPlan: colors.fillOverPlan, warning: colors.fillWarning, error: colors.fillError };
  return byLevel[level];
}
