/** What the colors and hatches of trays mean, while they are shown. */
import { fillColor, fillLevels, fillLimits, hatchPx, type FillLevel } from '../canvas/fillLevels.ts';
import { pathwayKinds } from '../panels/pathwayKinds.ts';
import { common } from '../panels/common.ts';
import { usePlan, useSession } from '../state/plannerContext.ts';
import { schemes } from '../theme/tokens.ts';
import { DrawingLegend, LegendLine } from '../ui/DrawingLegend.tsx';
import { percentText } from '../ui/quantities.ts';
import { useResolvedTheme } from './useResolvedTheme.ts';

const WIDTH_PX = 28;
const HEIGHT_PX = 14;

export function FillLegend() {
  const shown = useSession(({ layers }) => layers.fill && layers.pathways);
  const settings = usePlan((state) => state.plan.settings);
  if (!shown) return null;
  // Conduits go by the number of cables in them.
  const limits = pathwayKinds.flatMap(({ value }) => (value === 'conduit' ? [] : [fillLimits(value, settings)]));
  const above = (name: string, pct: number | 'mixed'): string => (pct === 'mixed' ? name : `${name}, ${percentText(pct)}`);
  const names: Readonly<Record<FillLevel, string>> = {
    planned: 'As planned',
    overPlan: above(
      'Above plan',
      common(limits, ({ planPct }) => planPct),
    ),
    warning: above(
      'Above warning',
      common(limits, ({ warnPct }) => warnPct),
    ),
    error: above(
      'Above limit',
      common(limits, ({ errorPct }) => errorPct),
    ),
  };
  return (
    <DrawingLegend label="Fill of trays">
      {fillLevels.map((level) => (
        <LegendLine key={level} sign={<Swatch level={level} />}>
          {names[level]}
        </LegendLine>
      ))}
    </DrawingLegend>
  );
}

function Swatch({ level }: { readonly level: FillLevel }) {
  const colors = schemes[useResolvedTheme()].canvas;
  const stepPx = (hatchPx[level] ?? WIDTH_PX * 2) * Math.SQRT2;
  const count = hatchPx[level] === null ? 0 : Math.ceil((WIDTH_PX + HEIGHT_PX) / stepPx);
  const starts = Array.from({ length: count }, (_, i) => i * stepPx - HEIGHT_PX);
  const up = starts.map((x) => `M${x} ${HEIGHT_PX}l${HEIGHT_PX} ${-HEIGHT_PX}`);
  const down = level === 'error' ? starts.map((x) => `M${x} 0l${HEIGHT_PX} ${HEIGHT_PX}`) : [];
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} aria-hidden>
      <rect width={WIDTH_PX} height={HEIGHT_PX} fill={fillColor(level, colors)} stroke={colors.pathwayLine} />
      <path d={[...up, ...down].join('')} stroke={colors.fillHatch} />
    </svg>
  );
}
