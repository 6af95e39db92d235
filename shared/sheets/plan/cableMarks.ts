/** Cables merged by pathway and tier: weight tells how many, color and pattern tell which tier. */
import { mergeAll } from '../../engine/cableColumns.ts';
import type { Derived } from '../../engine/engine.ts';
import type { DropColumns, SpanColumns } from '../../engine/protocol.ts';
import { CABLE_WEIGHTS_MM, weightClassOf } from '../tierLook.ts';
import { besideRun, type SegmentOnPaper } from './pathwayMarks.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

/** Room between the lines of two tiers in one tray. */
const LANE_MM = 1.3;

export interface MergedCables {
  readonly spans: SpanColumns;
  readonly drops: DropColumns;
}

/** Spans and drops of all cables of the plan; worked out once for all its sheets. */
export function mergedCables(derived: Derived): MergedCables {
  return mergeAll(derived.survey, derived.cabling, undefined);
}

export function drawCables(drawing: PlanDrawing, segments: readonly SegmentOnPaper[], merged: MergedCables): void {
  drawSpans(drawing, segments, merged.spans);
  drawDrops(drawing, merged.drops);
}

interface Span {
  readonly tier: number;
  readonly weight: number;
  fromMm: number;
  toMm: number;
}

function drawSpans({ derived, pen }: PlanDrawing, segments: readonly SegmentOnPaper[], spans: SpanColumns): void {
  const bySegment = new Map<number, Span[]>();
  for (let i = 0; i < spans.count; i += 1) {
    const segment = spans.segment[i]!;
    let list = bySegment.get(segment);
    if (list === undefined) bySegment.set(segment, (list = []));
    const [tier, weight, fromMm, toMm] = [spans.tier[i]!, weightClassOf(spans.cables[i]!), spans.fromMm[i]!, spans.toMm[i]!];
    const last = list.at(-1);
    if (last !== undefined && last.tier === tier && last.weight === weight && last.toMm === fromMm) last.toMm = toMm;
    else list.push({ tier, weight, fromMm, toMm });
  }
  for (const run of segments) {
    const list = bySegment.get(run.row) ?? [];
    const tiers = [...new Set(list.map((span) => span.tier))].sort((a, b) => a - b);
    const pitch = Math.min(LANE_MM, Math.max(0, run.widthMm - 0.8) / Math.max(1, tiers.length - 1));
    for (const { tier, weight, fromMm, toMm } of list) {
      const aside = (tiers.indexOf(tier) - (tiers.length - 1) / 2) * pitch;
      // A surveyed length may differ from the drawn one, so places along it are shares.
      const onPaper = run.lengthMm / derived.survey.network.edgeLengthMm[run.row]!;
      const [start, end] = run.reversed
        ? [run.lengthMm - toMm * onPaper, run.lengthMm - fromMm * onPaper]
        : [fromMm * onPaper, toMm * onPaper];
      pen.line([besideRun(run, start, aside), besideRun(run, end, aside)], pen.styles.cable(tier, weight), run.segment.id);
    }
  }
}

function drawDrops({ derived, hall, view, pen, lines }: PlanDrawing, drops: DropColumns): void {
  for (let i = 0; i < drops.count; i += 1) {
    const surveyed = derived.survey.cabinets[drops.cabinet[i]!];
    if (surveyed?.cabinet.hall !== hall.id) continue;
    const opening = toPaper(view, { xMm: drops.openingXMm[i]!, yMm: drops.openingYMm[i]! });
    const landing = toPaper(view, { xMm: drops.landingXMm[i]!, yMm: drops.landingYMm[i]! });
    // Tiers that share an opening stand side by side instead of on each other.
    const aside = drops.tier[i]! * CABLE_WEIGHTS_MM[1];
    const [from, to] = [
      { x: opening.x + aside, y: opening.y },
      { x: landing.x + aside, y: landing.y },
    ];
    const style = pen.styles.cable(drops.tier[i]!, 0);
    pen.line([from, to], style, surveyed.cabinet.id);
    pen.arc(from, 0.35, 0, 360, style, surveyed.cabinet.id);
    lines.add({
      x: Math.min(from.x, to.x) - 0.4,
      y: Math.min(from.y, to.y) - 0.4,
      widthMm: Math.abs(to.x - from.x) + 0.8,
      heightMm: Math.abs(to.y - from.y) + 0.8,
    });
  }
}
