/**
 * Differences between two plans on the drawing, told apart by shape as well as by color: what is added is tinted and has a plus, what is
 * removed is crossed out, what moved leaves a dotted outline behind and an arrow to its ghost, what changed is dotted with a tilde.
 */
import type { ChangeMark } from '../../shared/diff/changeMarks.ts';
import type { ChangeKind } from '../../shared/diff/planDiff.ts';
import { boxesMeet, type Box, type Point } from '../../shared/geometry/shapes.ts';
import { schemes, type SchemeName, type as typeTokens } from '../theme/tokens.ts';
import { fontOf, tracePolygon, type Pen } from './pen.ts';

const LINE_PX = 2;
const PICKED_LINE_PX = 3.5;
const TINT = 0.16;
const PICKED_TINT = 0.34;
const HALO_PX = 7;
const ARROW_PX = 9;
const BADGE_RADIUS_PX = 7;
/** Smaller things have no room for a badge. */
const LEAST_BADGED_PX = 22;
const LEAST_DASHED_PX = 16;
/** Shorter arrows would be all head. */
const LEAST_ARROW_PX = 14;
/** Outlines in one path: closing an outline takes as long as its path is. */
const PATH_OUTLINES = 50;

export const changeSigns: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '×', moved: '→', changed: '~' };

const DASHES: Readonly<Record<ChangeKind, readonly number[]>> = { added: [], removed: [6, 3], moved: [2, 3], changed: [2, 2] };
const GHOST_DASH = [8, 3];

/** Marks of one look are drawn as few paths, so that a thousand of them take no longer than the drawing beneath. */
export function paintChanges(pen: Pen, marks: readonly ChangeMark[], picked: ReadonlySet<string>, focus: string | null): void {
  const { context } = pen;
  const colors = changeColors(pen.scheme);
  const seen = marks.filter(({ box }) => boxesMeet(box, pen.view));
  context.save();
  context.lineJoin = 'round';
  for (const mark of seen) if (focus !== null && mark.keys.includes(focus)) paintHalo(pen, mark);
  for (const kind of ['changed', 'moved', 'removed', 'added'] as const) {
    const own = seen.filter((mark) => mark.kind === kind);
    const isPicked = ({ keys }: ChangeMark): boolean => picked.size > 0 && keys.some((key) => picked.has(key));
    paintAll(
      pen,
      own.filter((mark) => !isPicked(mark)),
      colors[kind],
      false,
    );
    paintAll(pen, own.filter(isPicked), colors[kind], true);
  }
  context.restore();
}

export function changeColors(scheme: SchemeName): Readonly<Record<ChangeKind, string>> {
  const { surface } = schemes[scheme];
  return { added: surface.good, removed: surface.error, moved: surface.warning, changed: surface.accentText };
}

/** Marks of one kind. */
function paintAll(pen: Pen, marks: readonly ChangeMark[], color: string, isPicked: boolean): void {
  const [first] = marks;
  if (first === undefined) return;
  const { context } = pen;
  const { kind } = first;
  const before = marks.flatMap(({ was }) => (was === null ? [] : [was]));
  const ghosts = marks.filter((mark) => hasGhost(mark)).flatMap(({ is }) => (is === null ? [] : [is]));
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = isPicked ? PICKED_LINE_PX : LINE_PX;
  strokeBySize(pen, before, DASHES[kind]);
  strokeBySize(pen, ghosts, kind === 'added' ? [] : GHOST_DASH);
  fillAll(pen, isPicked ? [...ghosts, ...(ghosts.length === 0 ? before : [])] : ghosts, isPicked ? PICKED_TINT : TINT);
  if (kind === 'removed') crossAllOut(pen, before);
  for (const mark of marks) {
    if (mark.was !== null && mark.is !== null && hasGhost(mark)) arrow(pen, middle(mark.was), middle(mark.is));
  }
  for (const { was, is } of marks) badge(pen, (kind === 'removed' ? was : is) ?? was ?? [], changeSigns[kind], color);
}

/** It stands elsewhere, or only in the second plan. */
function hasGhost({ kind, was, is }: ChangeMark): boolean {
  return kind !== 'removed' && is !== null && (was === null || !isSamePlace(was, is));
}

function isSamePlace(was: readonly Point[], is: readonly Point[]): boolean {
  return was.length === is.length && was.every(({ xMm, yMm }, at) => is[at]?.xMm === xMm && is[at].yMm === yMm);
}

/** Dashes are lost on what is smaller than a few of them, and cost most. */
function strokeBySize(pen: Pen, outlines: readonly (readonly Point[])[], dash: readonly number[]): void {
  const isSmall = ([first, , third]: readonly Point[]): boolean =>
    first !== undefined && third !== undefined && pen.px(Math.hypot(third.xMm - first.xMm, third.yMm - first.yMm)) < LEAST_DASHED_PX;
  pen.context.save();
  strokeAll(
    pen,
    outlines.filter((points) => !isSmall(points)),
    dash,
  );
  pen.context.lineWidth = 1;
  strokeAll(pen, outlines.filter(isSmall), []);
  pen.context.restore();
}

function strokeAll(pen: Pen, outlines: readonly (readonly Point[])[], dash: readonly number[]): void {
  const { context } = pen;
  context.setLineDash([...dash]);
  for (let from = 0; from < outlines.length; from += PATH_OUTLINES) {
    context.beginPath();
    for (const points of outlines.slice(from, from + PATH_OUTLINES)) tracePolygon(pen, points);
    context.stroke();
  }
  context.setLineDash([]);
}

function fillAll(pen: Pen, outlines: readonly (readonly Point[])[], alpha: number): void {
  const { context } = pen;
  context.globalAlpha = alpha;
  for (let from = 0; from < outlines.length; from += PATH_OUTLINES) {
    context.beginPath();
    for (const points of outlines.slice(from, from + PATH_OUTLINES)) tracePolygon(pen, points);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** From corner to corner; of what has other than four, across its box. */
function crossAllOut(pen: Pen, outlines: readonly (readonly Point[])[]): void {
  const { context } = pen;
  context.beginPath();
  for (const points of outlines) {
    const [a, b, c, d] = points.length === 4 ? points : cornersOf(points);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    for (const [from, to] of [
      [a, c],
      [b, d],
    ] as const) {
      context.moveTo(pen.x(from.xMm), pen.y(from.yMm));
      context.lineTo(pen.x(to.xMm), pen.y(to.yMm));
    }
  }
  context.stroke();
}

function arrow(pen: Pen, from: Point, to: Point): void {
  const { context } = pen;
  const [x0, y0, x1, y1] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < LEAST_ARROW_PX) return;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [neckX, neckY] = [x1 - dx * ARROW_PX, y1 - dy * ARROW_PX];
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(neckX, neckY);
  context.stroke();
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(neckX - (dy * ARROW_PX) / 2, neckY + (dx * ARROW_PX) / 2);
  context.lineTo(neckX + (dy * ARROW_PX) / 2, neckY - (dx * ARROW_PX) / 2);
  context.closePath();
  context.fill();
}

function badge(pen: Pen, points: readonly Point[], sign: string, color: string): void {
  const box = screenBox(pen, points);
  if (Math.min(box.maxXMm - box.minXMm, box.maxYMm - box.minYMm) < LEAST_BADGED_PX) return;
  const [x, y] = [box.maxXMm - BADGE_RADIUS_PX, box.minYMm + BADGE_RADIUS_PX];
  paintBadge(pen, x, y, sign, color);
}

/** The sign of a difference in a disk of its color. */
export function paintBadge({ context, colors }: Pen, x: number, y: number, sign: string, color: string): void {
  context.beginPath();
  context.arc(x, y, BADGE_RADIUS_PX, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.fillStyle = colors.floor;
  context.font = fontOf(typeTokens.smallPx, typeTokens.semibold);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(sign, x, y + 0.5);
}

/** Around what the list led to. */
function paintHalo(pen: Pen, { was, is }: ChangeMark): void {
  const { context, colors } = pen;
  context.strokeStyle = colors.selection;
  context.globalAlpha = 0.35;
  context.lineWidth = HALO_PX;
  strokeAll(
    pen,
    [was, is].filter((points) => points !== null),
    [],
  );
  context.globalAlpha = 1;
}

/** In pixels. */
function screenBox(pen: Pen, points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ xMm }) => pen.x(xMm)), points.map(({ yMm }) => pen.y(yMm))];
  return { minXMm: Math.min(...xs), minYMm: Math.min(...ys), maxXMm: Math.max(...xs), maxYMm: Math.max(...ys) };
}

function cornersOf(points: readonly Point[]): Point[] {
  const [xs, ys] = [points.map(({ xMm }) => xMm), points.map(({ yMm }) => yMm)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    { xMm: left, yMm: top },
    { xMm: right, yMm: top },
    { xMm: right, yMm: bottom },
    { xMm: left, yMm: bottom },
  ];
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((all, { xMm, yMm }) => ({ xMm: all.xMm + xMm, yMm: all.yMm + yMm }), { xMm: 0, yMm: 0 });
  return { xMm: sum.xMm / points.length, yMm: sum.yMm / points.length };
}
