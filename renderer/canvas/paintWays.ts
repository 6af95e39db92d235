/**
 * Ways of cables that differ between two plans: solid where one is added, dashed and crossed where it is removed, from dotted to dashed
 * where it runs elsewhere, dotted where it changed in its place. A casing keeps them apart from the cables beneath.
 */
import type { ChangeKind } from '../../shared/diff/planDiff.ts';
import type { WayMark } from '../../shared/diff/wayMarks.ts';
import { boxesMeet, type Point } from '../../shared/geometry/shapes.ts';
import { paintBadge, changeColors, changeSigns } from './paintChanges.ts';
import type { Pen } from './pen.ts';

const LINE_PX = 2.5;
const PICKED_LINE_PX = 4;
const CASING_PX = 3;
const HALO_PX = 10;
/** Shorter ways have no room for their sign. */
const LEAST_BADGED_PX = 60;
/** Lines in one path. */
const PATH_LINES = 50;

type Line = readonly Point[];

const WAS: Readonly<Record<ChangeKind, readonly number[]>> = { added: [], removed: [6, 3], moved: [2, 4], changed: [2, 2] };
const IS: Readonly<Record<ChangeKind, readonly number[]>> = { added: [], removed: [], moved: [10, 4], changed: [2, 2] };

export function paintWays(pen: Pen, marks: readonly WayMark[], picked: ReadonlySet<string>, focus: string | null): void {
  const { context } = pen;
  const colors = changeColors(pen.scheme);
  const seen = marks.filter(({ box }) => boxesMeet(box, pen.view));
  if (seen.length === 0) return;
  context.save();
  context.lineJoin = 'round';
  paintHalo(
    pen,
    seen.filter(({ keys }) => focus !== null && keys.includes(focus)),
  );
  for (const kind of ['changed', 'moved', 'removed', 'added'] as const) {
    const own = seen.filter((mark) => mark.kind === kind);
    const isPicked = ({ keys }: WayMark): boolean => picked.size > 0 && keys.some((key) => picked.has(key));
    for (const [list, widthPx] of [
      [own.filter((mark) => !isPicked(mark)), LINE_PX],
      [own.filter(isPicked), PICKED_LINE_PX],
    ] as const) {
      const [was, is] = [list.flatMap((mark) => (hasBoth(mark) ? [] : mark.was)), list.flatMap((mark) => mark.is)];
      for (const [lines, dash] of [
        [was, WAS[kind]],
        [is, IS[kind]],
      ] as const) {
        stroke(pen, lines, pen.colors.floor, widthPx + CASING_PX, []);
        stroke(pen, lines, colors[kind], widthPx, dash);
      }
    }
    // Segments that cables left or came to are many; their lines say enough.
    for (const mark of own) if (mark.keys.length > 0) badge(pen, mark, colors[kind]);
  }
  context.restore();
}

/** What stays in its place is drawn once. */
function hasBoth({ kind, is }: WayMark): boolean {
  return kind === 'changed' && is.length > 0;
}

function stroke(pen: Pen, lines: readonly Line[], color: string, widthPx: number, dash: readonly number[]): void {
  const { context } = pen;
  context.strokeStyle = color;
  context.lineWidth = widthPx;
  context.setLineDash([...dash]);
  for (let from = 0; from < lines.length; from += PATH_LINES) {
    context.beginPath();
    for (const line of lines.slice(from, from + PATH_LINES))
      line.forEach(({ xMm, yMm }, at) => {
        if (at === 0) context.moveTo(pen.x(xMm), pen.y(yMm));
        else context.lineTo(pen.x(xMm), pen.y(yMm));
      });
    context.stroke();
  }
  context.setLineDash([]);
}

function paintHalo(pen: Pen, marks: readonly WayMark[]): void {
  pen.context.globalAlpha = 0.35;
  stroke(
    pen,
    marks.flatMap(({ was, is }) => [...was, ...is]),
    pen.colors.selection,
    HALO_PX,
    [],
  );
  pen.context.globalAlpha = 1;
}

/** In the middle of the longest leg. */
function badge(pen: Pen, { kind, was, is }: WayMark, color: string): void {
  const [line] = kind === 'removed' || is.length === 0 ? was : is;
  if (line === undefined) return;
  let longest = { px: 0, x: 0, y: 0 };
  for (let at = 1; at < line.length; at += 1) {
    const [a, b] = [line[at - 1]!, line[at]!];
    const [ax, ay, bx, by] = [pen.x(a.xMm), pen.y(a.yMm), pen.x(b.xMm), pen.y(b.yMm)];
    const px = Math.hypot(bx - ax, by - ay);
    if (px > longest.px) longest = { px, x: (ax + bx) / 2, y: (ay + by) / 2 };
  }
  if (longest.px >= LEAST_BADGED_PX) paintBadge(pen, longest.x, longest.y, changeSigns[kind], color);
}
