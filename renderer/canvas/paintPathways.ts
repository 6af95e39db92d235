/** Trays as double lines with what they carry: fill by color of the edge, elevation and fill as a tag. */
import type { Settings } from '../../shared/plan/types.ts';
import { canvasTextMinPx, lineWeights } from '../theme/tokens.ts';
import { numberText, sizeText, type Units } from '../../shared/quantities.ts';
import { percentText } from '../ui/quantities.ts';
import { fillLevel, fillLevels } from './fillLevels.ts';
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
  for (const level of fillLevels) {
    context.beginPath();
    for (const position of visible) {
      const { segment } = layout.segments[position]!;
      if (fillLevel(fillOf(segment.id), settings, segment) !== level) continue;
      for (const [from, to] of layout.outline.edges[position]!) traceLine(pen, from, to);
    }
    context.strokeStyle = level === 'error' ? colors.pathwayError : level === 'warning' ? colors.pathwayWarning : colors.pathwayLine;
    context.stroke();
  }
}

/**
 * `+2 750 · 31 %` beside the part in view; the fullest first, so that they win a crowded place. `isCovered` says whether
 * a place (in px) lies over a cabinet, which is worse than open floor.
 */
export function labelPathways(
  pen: Pen,
  layout: PathwayLayout,
  fillOf: FillOf,
  units: Units,
  labels: Labels,
  isCovered: (x: number, y: number) => boolean,
): void {
  const { colors, view } = pen;
  const sizePx = canvasTextMinPx;
  const font = fontOf(sizePx);
  const style = { font, sizePx, color: colors.labelSoft, ground: colors.labelGround, border: colors.pathwayLine, upright: false } as const;
  const tagged = layout.index
    .search(view)
    .map((position) => layout.segments[position]!)
    .filter(({ lengthMm }) => pen.px(lengthMm) >= LEAST_TAGGED_PX)
    .toSorted((a, b) => (fillOf(b.segment.id) ?? 0) - (fillOf(a.segment.id) ?? 0));
  for (const placed of tagged) {
    const { segment, from, to } = placed;
    const text = tagText(placed, fillOf(segment.id), units);
    const x = pen.x((clamp(from.xMm, view.minXMm, view.maxXMm) + clamp(to.xMm, view.minXMm, view.maxXMm)) / 2);
    const y = pen.y((clamp(from.yMm, view.minYMm, view.maxYMm) + clamp(to.yMm, view.minYMm, view.maxYMm)) / 2);
    const besidePx = pen.px(segment.widthMm) / 2 + 8;
    const isSteep = Math.abs(to.yMm - from.yMm) > Math.abs(to.xMm - from.xMm);
    // Off the cables: right or left of what runs along y, above or below what runs along x.
    const places = isSteep
      ? ([
          [x + besidePx, y, 'left'],
          [x - besidePx, y, 'right'],
        ] as const)
      : ([
          [x, y - besidePx - 6, 'center'],
          [x, y + besidePx + 6, 'center'],
          [x, y - besidePx - 20, 'center'],
          [x, y + besidePx + 20, 'center'],
        ] as const);
    const best = places.toSorted((a, b) => Number(isCovered(a[0], a[1])) - Number(isCovered(b[0], b[1])));
    for (const [atX, atY, align] of best) if (labels.place(text, atX, atY, { ...style, align }) !== null) break;
  }
}

/** Keeps later texts off the pathways, where cables run. */
export function reservePathways(pen: Pen, layout: PathwayLayout, labels: Labels): void {
  for (const position of layout.index.search(pen.view)) {
    const { box } = layout.segments[position]!;
    labels.reserve(
      Math.max(-50, pen.x(box.minXMm)),
      Math.max(-50, pen.y(box.minYMm)),
      Math.min(pen.size.widthPx + 50, pen.x(box.maxXMm)),
      Math.min(pen.size.heightPx + 50, pen.y(box.maxYMm)),
    );
  }
}

function tagText({ segment }: PlacedSegment, fillPct: number | null, units: Units): string {
  const { elevationMm, toElevationMm = elevationMm } = segment;
  const own = heightText(elevationMm, units);
  const height = toElevationMm === elevationMm ? own : `${own} \u2192 ${heightText(toElevationMm, units)}`;
  return fillPct === null || fillPct === 0 ? height : `${height} · ${percentText(fillPct)}`;
}

function heightText(elevationMm: number, units: Units): string {
  const aboveMm = Math.abs(elevationMm);
  return `${elevationMm < 0 ? '\u2212' : '+'}${units === 'metric' ? numberText(aboveMm) : sizeText(aboveMm, units)}`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
