/**
 * Cables merged by segment: one line for each tier in a tray, as wide as it has cables, side by side with the others.
 * Each tier's lines are moved by the same step along x and y, so that they meet at every corner.
 */
import type { DropColumns, Scene, SpanColumns } from '../../shared/engine/protocol.ts';
import { tierColor } from '../theme/tokens.ts';
import type { HallLayout, PlacedSegment } from './hallLayout.ts';
import type { Pen } from './pen.ts';

export interface CableStyle {
  /** 1: as drawn normally; less: stepped back behind a highlight. */
  readonly alpha: number;
  /** Added to each line's width. */
  readonly bolderPx: number;
  /** Color of a line around each, so that it stands out; null: none. */
  readonly casing: string | null;
  /** Instead of the tiers' own. */
  readonly color?: string;
  /** A line for each instead of one for all, as far as there is room in the tray. */
  readonly apart?: boolean;
  /** Beside where cables are drawn otherwise. */
  readonly asidePx?: number;
}

/** Room that the lines of all tiers may take of a tray. */
const TRAY_SHARE = 0.8;
const MOST_STEP_PX = 9;

type Columns = Pick<Scene, 'segments' | 'cabinets' | 'tiers'>;

export function paintCables(pen: Pen, layout: HallLayout, names: Columns, spans: SpanColumns, drops: DropColumns, style: CableStyle): void {
  const { context } = pen;
  const segments = names.segments.map((id) => layout.pathways.byId.get(id) ?? null);
  const isHere = names.cabinets.map((id) => layout.cabinets.byId.has(id));
  const stepPx = stepBetweenTiers(pen, segments, names.tiers.length, style.apart === true ? Infinity : MOST_STEP_PX);
  context.save();
  context.globalAlpha = style.alpha;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  // Places depend on the tiers alone, so that lit routes lie on what they light.
  const tiers = names.tiers.map((name, tier) => {
    const shiftPx = shiftOf(tier) * stepPx + (style.asidePx ?? 0);
    return {
      tier,
      shiftPx,
      color: style.color ?? tierColor(name, pen.scheme),
      lines:
        style.apart === true
          ? linesApart(pen, segments, spans, tier, shiftPx, stepPx)
          : linesByWidth(pen, segments, spans, tier, shiftPx, style.bolderPx, stepPx),
    };
  });
  // All rims lie under all lines: tiers run closer together than a rim is wide.
  if (style.casing !== null) for (const { lines } of tiers) strokeLines(context, lines, style.casing, 3);
  for (const { tier, shiftPx, color, lines } of tiers) {
    strokeDrops(pen, drops, isHere, tier, shiftPx, color, style);
    strokeLines(context, lines, color, 0);
  }
  context.restore();
}

/** 0, 1, −1, 2, −2, …: from the middle outwards. */
function shiftOf(place: number): number {
  return place === 0 ? 0 : place % 2 === 1 ? (place + 1) / 2 : -place / 2;
}

function stepBetweenTiers(pen: Pen, segments: readonly (PlacedSegment | null)[], tierCount: number, mostPx: number): number {
  let narrowest = Infinity;
  for (const placed of segments) if (placed !== null) narrowest = Math.min(narrowest, placed.segment.widthMm);
  if (narrowest === Infinity || (tierCount < 2 && mostPx === MOST_STEP_PX)) return Math.min(MOST_STEP_PX, 6);
  return Math.min(mostPx, Math.max(2, (pen.px(narrowest) * TRAY_SHARE) / Math.max(1, tierCount)));
}

/** Grows with the number of cables, slowly: one cable 1.25 px, 30 cables 3 px, 500 cables 4.5 px. */
export function lineWidthPx(cables: number, mostPx: number): number {
  return Math.max(1.25, Math.min(mostPx, 0.75 + 0.42 * Math.log2(1 + cables)));
}

/** Calls `draw` for every span of a tier in view, with its cables and both ends on screen. */
function eachSpan(
  pen: Pen,
  segments: readonly (PlacedSegment | null)[],
  spans: SpanColumns,
  tier: number,
  draw: (cables: number, x1: number, y1: number, x2: number, y2: number) => void,
): void {
  const { view } = pen;
  for (let row = 0; row < spans.count; row += 1) {
    if (spans.tier[row] !== tier) continue;
    const placed = segments[spans.segment[row]!];
    if (placed === null || placed === undefined || placed.lengthMm === 0) continue;
    const { from, to, lengthMm, box } = placed;
    if (box.maxXMm < view.minXMm || box.minXMm > view.maxXMm || box.maxYMm < view.minYMm || box.minYMm > view.maxYMm) continue;
    const [start, end] = [spans.fromMm[row]! / lengthMm, Math.min(1, spans.toMm[row]! / lengthMm)];
    draw(
      spans.cables[row]!,
      pen.x(from.xMm + (to.xMm - from.xMm) * start),
      pen.y(from.yMm + (to.yMm - from.yMm) * start),
      pen.x(from.xMm + (to.xMm - from.xMm) * end),
      pen.y(from.yMm + (to.yMm - from.yMm) * end),
    );
  }
}

/** Lines of one tier by width (in half pixels), as flat lists of coordinates. */
function linesByWidth(
  pen: Pen,
  segments: readonly (PlacedSegment | null)[],
  spans: SpanColumns,
  tier: number,
  shiftPx: number,
  bolderPx: number,
  stepPx: number,
): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  const mostPx = Math.max(2, stepPx * 0.9, pen.px(90));
  eachSpan(pen, segments, spans, tier, (cables, x1, y1, x2, y2) => {
    const widthPx = Math.round((lineWidthPx(cables, mostPx) + bolderPx) * 2) / 2;
    const list = lines.get(widthPx) ?? [];
    lines.set(widthPx, list);
    list.push(x1 + shiftPx, y1 + shiftPx, x2 + shiftPx, y2 + shiftPx);
  });
  return lines;
}

/** Least distance between lines that are told from each other. */
const APART_PX = 2.25;
/** Lines do not move further from each other than cables do that lie in one layer. */
const MOST_APART_MM = 12;

/** How many lines of so many are drawn side by side in this room. */
export function linesShown(cables: number, roomPx: number): number {
  return Math.max(1, Math.min(cables, Math.floor(roomPx / APART_PX)));
}

/** Lines of one tier side by side around its place; where there is no room for all, each stands for several. */
function linesApart(
  pen: Pen,
  segments: readonly (PlacedSegment | null)[],
  spans: SpanColumns,
  tier: number,
  shiftPx: number,
  roomPx: number,
): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  eachSpan(pen, segments, spans, tier, (cables, x1, y1, x2, y2) => {
    const shown = linesShown(cables, roomPx);
    const gapPx = Math.min(roomPx / shown, Math.max(APART_PX, pen.px(MOST_APART_MM)));
    const widthPx = Math.max(1, Math.round(Math.min(4, gapPx * 0.55) * 2) / 2);
    const list = lines.get(widthPx) ?? [];
    lines.set(widthPx, list);
    for (let line = 0; line < shown; line += 1) {
      const asidePx = shiftPx + (line - (shown - 1) / 2) * gapPx;
      list.push(x1 + asidePx, y1 + asidePx, x2 + asidePx, y2 + asidePx);
    }
  });
  return lines;
}

/**
 * Lines with ends half a width beyond their places, so that spans meet at corners. Level and plumb ones are filled boxes, which a
 * canvas without a graphics processor draws five times as fast as strokes; where lines are seen through, all are strokes of one path.
 */
function strokeLines(
  context: CanvasRenderingContext2D,
  lines: ReadonlyMap<number, readonly number[]>,
  color: string,
  widerPx: number,
): void {
  context.strokeStyle = color;
  context.fillStyle = color;
  const isSolid = context.globalAlpha === 1;
  for (const [width, list] of lines) {
    const widthPx = width + widerPx;
    context.lineWidth = widthPx;
    let hasStroke = false;
    for (let at = 0; at < list.length; at += 4) {
      const [x1, y1, x2, y2] = [list[at]!, list[at + 1]!, list[at + 2]!, list[at + 3]!];
      if (isSolid && (x1 === x2 || y1 === y2)) {
        const [left, top] = [Math.min(x1, x2) - widthPx / 2, Math.min(y1, y2) - widthPx / 2];
        context.fillRect(left, top, Math.abs(x2 - x1) + widthPx, Math.abs(y2 - y1) + widthPx);
        continue;
      }
      if (!hasStroke) context.beginPath();
      hasStroke = true;
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    if (hasStroke) context.stroke();
  }
}

/** Short strokes from the tray's line to the openings, with a dot where the cabinet is entered. */
function strokeDrops(
  pen: Pen,
  drops: DropColumns,
  isHere: readonly boolean[],
  tier: number,
  shiftPx: number,
  color: string,
  style: CableStyle,
): void {
  const { context, view } = pen;
  if (pen.camera.pxPerMm < 0.02) return;
  const dotPx = Math.min(3, Math.max(1, pen.px(30)));
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1 + style.bolderPx / 2;
  const dots: number[] = [];
  context.beginPath();
  for (let row = 0; row < drops.count; row += 1) {
    // Drops of other halls lie at the same places of theirs.
    if (drops.tier[row] !== tier || isHere[drops.cabinet[row]!] !== true) continue;
    const [openingX, openingY] = [drops.openingXMm[row]!, drops.openingYMm[row]!];
    if (openingX < view.minXMm - 2000 || openingX > view.maxXMm + 2000 || openingY < view.minYMm - 2000 || openingY > view.maxYMm + 2000)
      continue;
    // The tier's shift spreads the ends too, so that drops of several tiers stay apart.
    const [x, y] = [pen.x(openingX) + shiftPx, pen.y(openingY)];
    context.moveTo(pen.x(drops.landingXMm[row]!) + shiftPx, pen.y(drops.landingYMm[row]!) + shiftPx);
    context.lineTo(x, y);
    dots.push(x, y);
  }
  context.stroke();
  context.beginPath();
  for (let at = 0; at < dots.length; at += 2) {
    context.moveTo(dots[at]! + dotPx, dots[at + 1]!);
    context.arc(dots[at]!, dots[at + 1]!, dotPx, 0, 2 * Math.PI);
  }
  context.fill();
}
