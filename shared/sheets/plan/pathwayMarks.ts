/** Pathways as double lines at their true width, tagged with elevation, size and fill once for each straight run. */
import type { Segment } from '../../plan/types.ts';
import type { PaperPoint } from '../drawing.ts';
import { elevationTag, sizeFigure } from '../figures.ts';
import { toElevationOf } from '../../survey/network.ts';
import { must } from '../../assert.ts';
import { textWidthMm } from '../textMetrics.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

const TAG_MM = 1.9;

/** A segment on paper, directed to the right, or down where it stands upright. */
export interface SegmentOnPaper {
  readonly segment: Segment;
  /** Row in the network. */
  readonly row: number;
  readonly from: PaperPoint;
  readonly to: PaperPoint;
  /** The segment's own `from` end is at `to`. */
  readonly reversed: boolean;
  readonly lengthMm: number;
  /** Unit vectors along it, and across it to the right of its direction. */
  readonly direction: PaperPoint;
  readonly across: PaperPoint;
  readonly widthMm: number;
}

/** Segments of the drawing's hall, lowest first, then by id. Those of no length are left out. */
export function segmentsOnPaper({ derived, hall, view }: PlanDrawing): SegmentOnPaper[] {
  const { junctions } = derived.plan;
  const found: SegmentOnPaper[] = [];
  derived.survey.network.segments.forEach((segment, row) => {
    const [a, b] = [must(junctions.get(segment.from), 'junction'), must(junctions.get(segment.to), 'junction')];
    if (a.hall !== hall.id || b.hall !== hall.id) return;
    const [start, end] = [toPaper(view, a), toPaper(view, b)];
    const reversed = end.x < start.x - 1e-6 || (Math.abs(end.x - start.x) <= 1e-6 && end.y < start.y);
    const [from, to] = reversed ? [end, start] : [start, end];
    const lengthMm = Math.hypot(to.x - from.x, to.y - from.y);
    if (lengthMm === 0) return;
    const direction = { x: (to.x - from.x) / lengthMm, y: (to.y - from.y) / lengthMm };
    const across = { x: -direction.y, y: direction.x };
    found.push({ segment, row, from, to, reversed, lengthMm, direction, across, widthMm: segment.widthMm / view.scale });
  });
  return found.sort((a, b) => a.segment.elevationMm - b.segment.elevationMm || a.row - b.row);
}

/** The point `alongMm` from the run's start and `asideMm` to its right, on paper. */
export function besideRun({ from, direction, across }: SegmentOnPaper, alongMm: number, asideMm: number): PaperPoint {
  return { x: from.x + direction.x * alongMm + across.x * asideMm, y: from.y + direction.y * alongMm + across.y * asideMm };
}

export function drawPathways({ pen, lines }: PlanDrawing, segments: readonly SegmentOnPaper[]): void {
  for (const run of segments) {
    const style = pen.styles.trayEdge(run.segment.elevationMm);
    for (const side of [-run.widthMm / 2, run.widthMm / 2]) {
      pen.line([besideRun(run, 0, side), besideRun(run, run.lengthMm, side)], style, run.segment.id);
    }
    const [start, end] = [besideRun(run, 0, -run.widthMm / 2), besideRun(run, run.lengthMm, run.widthMm / 2)];
    lines.add({
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      widthMm: Math.abs(end.x - start.x),
      heightMm: Math.abs(end.y - start.y),
    });
  }
}

/** Risers of the drawing's hall: their cross-section with a cross in it, and both levels beside it. */
export function drawRisers({ derived, hall, view, pen, lines, texts }: PlanDrawing): void {
  const { junctions, settings } = derived.plan;
  for (const segment of derived.survey.network.segments) {
    const [from, to] = [must(junctions.get(segment.from), 'junction'), must(junctions.get(segment.to), 'junction')];
    if (from.hall !== hall.id || to.hall !== hall.id || from.xMm !== to.xMm || from.yMm !== to.yMm) continue;
    const at = toPaper(view, from);
    const [half, deep] = [segment.widthMm / view.scale / 2, segment.depthMm / view.scale / 2];
    const [left, right, upper, lower] = [at.x - half, at.x + half, at.y - deep, at.y + deep];
    const style = pen.styles.trayEdge(segment.elevationMm);
    const corners = [
      { x: left, y: upper },
      { x: right, y: upper },
      { x: right, y: lower },
      { x: left, y: lower },
    ] as const;
    pen.line([...corners, corners[0]], style, segment.id);
    pen.line([corners[0], corners[2]], style, segment.id);
    pen.line([corners[1], corners[3]], style, segment.id);
    lines.add({ x: left, y: upper, widthMm: right - left, heightMm: lower - upper });
    const text = `${elevationTag(segment.elevationMm, settings.units)} to ${elevationTag(toElevationOf(segment), settings.units)}`;
    const box = { x: right + 0.5, y: at.y - TAG_MM / 2, widthMm: textWidthMm(text, TAG_MM) + 1, heightMm: TAG_MM + 0.5 };
    if (!texts.isFree(box)) continue;
    texts.add(box);
    pen.rectangle(box, 'knockout');
    pen.text(text, box.x + 0.5, at.y + TAG_MM * 0.36, TAG_MM, pen.styles.trayText(segment.elevationMm), { owner: segment.id });
  }
}

/** One tag for each straight run at one level and size; the fullest place of the run is named. */
export function drawPathwayTags({ derived, pen, texts }: PlanDrawing, segments: readonly SegmentOnPaper[]): void {
  const { units } = derived.plan.settings;
  const fill = new Map(derived.takeoff.pathways.map(({ id, fillPct }) => [id, fillPct]));
  for (const run of straightRuns(segments)) {
    const { segment, direction } = run[0]!;
    const fullest = Math.max(...run.map((part) => fill.get(part.segment.id) ?? 0));
    const level = elevationTag(segment.elevationMm, units);
    const size = `${level}  ${sizeFigure(segment.widthMm, units)} × ${sizeFigure(segment.depthMm, units)}`;
    const text = `${size}  ${Number(fullest.toFixed(1))} %`;
    const upright = Math.abs(direction.y) > Math.abs(direction.x);
    const longest = run.reduce((best, part) => (part.lengthMm > best.lengthMm ? part : best));
    const spanMm = longest.lengthMm;
    const shown = [text, level].find((candidate) => textWidthMm(candidate, TAG_MM) + 2 <= spanMm);
    if (shown === undefined) continue;
    const widthMm = textWidthMm(shown, TAG_MM);
    for (const share of [0.5, 0.25, 0.75, 0.12, 0.88]) {
      const alongMm = Math.min(Math.max(share * spanMm, widthMm / 2 + 1), spanMm - widthMm / 2 - 1);
      const at = besideRun(longest, alongMm, 0);
      const [boxWidth, boxHeight] = upright ? [TAG_MM + 0.5, widthMm + 1] : [widthMm + 1, TAG_MM + 0.5];
      const box = { x: at.x - boxWidth / 2, y: at.y - boxHeight / 2, widthMm: boxWidth, heightMm: boxHeight };
      if (!texts.isFree(box)) continue;
      texts.add(box);
      pen.rectangle(box, 'knockout');
      const base = TAG_MM * 0.36;
      pen.text(shown, at.x + (upright ? base : 0), at.y + (upright ? 0 : base), TAG_MM, pen.styles.trayText(segment.elevationMm), {
        anchor: 'middle',
        rotateDeg: upright ? -90 : 0,
        owner: longest.segment.id,
      });
      break;
    }
  }
}

/** Segments on one line, at one level and of one size, which follow each other. */
function straightRuns(segments: readonly SegmentOnPaper[]): SegmentOnPaper[][] {
  const byLine = new Map<string, SegmentOnPaper[]>();
  for (const run of segments) {
    const { direction, from, segment } = run;
    const offset = from.y * direction.x - from.x * direction.y;
    const parts = [direction.x, direction.y, offset].map((value) => value.toFixed(2));
    const key = [...parts, segment.elevationMm, segment.widthMm, segment.depthMm].join(' ');
    const line = byLine.get(key);
    if (line === undefined) byLine.set(key, [run]);
    else line.push(run);
  }
  const runs: SegmentOnPaper[][] = [];
  for (const line of byLine.values()) {
    const start = (run: SegmentOnPaper): number => run.from.x * run.direction.x + run.from.y * run.direction.y;
    let end = -Infinity;
    for (const run of line.sort((a, b) => start(a) - start(b))) {
      if (start(run) - end > 0.01) runs.push([]);
      runs.at(-1)!.push(run);
      end = Math.max(end, start(run) + run.lengthMm);
    }
  }
  return runs;
}
