/** Trays as double lines with what they carry: fill by color of the edge, elevation and fill as a tag. */
import type { FillLimits, Settings } from '../../shared/plan/types.ts';
import { canvasTextMinPx, lineWeights } from '../theme/tokens.ts';
import { numberText, percentText, sizeText, type Units } from '../ui/quantities.ts';
import type { PathwayLayout, PlacedSegment } from './hallLayout.ts';
import type { Labels } from './labels.ts';
import { fontOf, traceLine, tracePolygon, type Pen } from './pen.ts';

/** Shorter runs on screen carry no tag. */
const LEAST_TAGGED_PX = 110;

export type FillOf = (segmentId: string) => number | null;

export function paintPathways(pen: Pen, layout: PathwayLayout, settings: Settings, fillOf: FillOf): void {
  const { context, colors } = pen;
  const visible = layout.index.search(pen.view);
  context.beginPath();
  for (const position of visible) tracePolygon(pen, layout.outline.bodies[position]!);
  context.fillStyle = colors.pathwayFill;
  context.fill('nonzero');
  context.lineWidth = lineWeights.pathway;
  for (const level of ['planned', 'warning', 'error'] as const) {
    context.beginPath();
    for (const position of visible) {
      const { segment } = layout.segments[position]!;
      if (fillLevel(fillOf(segment.id), settings, layout.segments[position]!) !== level) continue;
      for (const [from, to] of layout.outline.edges[position]!) traceLine(pen, from, to);
    }
    context.strokeStyle = level === 'error' ? colors.pathwayError : level === 'warning' ? colors.pathwayWarning : colors.pathwayLine;
    context.stroke();
  }
}

function fillLevel(fillPct: number | null, { fill }: Settings, { segment }: PlacedSegment): 'planned' | 'warning' | 'error' {
  if (fillPct === null) return 'planned';
  const limits: FillLimits =
    segment.kind === 'conduit' ? { planPct: fill.conduitPct.more, warnPct: fill.conduitPct.more, errorPct: fill.conduitPct.one } : fill.byKind[segment.kind];
  return fillPct > limits.errorPct ? 'error' : fillPct > limits.warnPct ? 'warning' : 'planned';
}

/** `+2 750 · 31 %` in the middle of the part in view; the fullest first, so that they win a crowded place. */
export function labelPathways(pen: Pen, layout: PathwayLayout, fillOf: FillOf, units: Units, labels: Labels): void {
  const { colors, view } = pen;
  const sizePx = canvasTextMinPx;
  const font = fontOf(sizePx);
  const tagged = layout.index
    .search(view)
    .map((position) => layout.segments[position]!)
    .filter(({ lengthMm }) => pen.px(lengthMm) >= LEAST_TAGGED_PX)
    .toSorted((a, b) => (fillOf(b.segment.id) ?? 0) - (fillOf(a.segment.id) ?? 0));
  for (const { segment, from, to } of tagged) {
    const fillPct = fillOf(segment.id);
    const height = `${segment.elevationMm < 0 ? '\u2212' : '+'}${units === 'metric' ? numberText(Math.abs(segment.elevationMm)) : sizeText(Math.abs(segment.elevationMm), units)}`;
    const text = fillPct === null || fillPct === 0 ? height : `${height} · ${percentText(fillPct)}`;
    const middle = {
      x: pen.x((clamp(from.xMm, view.minXMm, view.maxXMm) + clamp(to.xMm, view.minXMm, view.maxXMm)) / 2),
      y: pen.y((clamp(from.yMm, view.minYMm, view.maxYMm) + clamp(to.yMm, view.minYMm, view.maxYMm)) / 2),
    };
    labels.place(text, middle.x, middle.y, { font, sizePx, color: colors.labelSoft, ground: colors.labelGround, border: colors.pathwayLine, align: 'center', upright: false });
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
