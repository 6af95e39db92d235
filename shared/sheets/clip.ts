/** Cutting drawings along the edge of a view, where a hall is larger than its sheet. */
import type { Mark, PaperBox, PaperPoint } from './drawing.ts';
import type { Rectangle } from './pen.ts';

/** The part of the marks that lies in the rectangle. Texts and symbols stay when their point does; arcs when their centre does. */
export function clipMarks(marks: readonly Mark[], view: Rectangle): Mark[] {
  const clipped: Mark[] = [];
  for (const mark of marks) {
    switch (mark.mark) {
      case 'text':
      case 'symbol':
        if (holds(view, mark.at)) clipped.push(mark);
        break;
      case 'arc':
        if (holds(view, mark.centre)) clipped.push(mark);
        break;
      case 'line':
        clipped.push(...clipLineMark(mark, view));
        break;
      case 'image': {
        const clip = common(mark.clip, view);
        if (clip !== null) clipped.push({ ...mark, clip });
        break;
      }
    }
  }
  return clipped;
}

function holds(view: Rectangle, { x, y }: PaperPoint): boolean {
  return x >= view.x && x <= view.x + view.widthMm && y >= view.y && y <= view.y + view.heightMm;
}

/** What two boxes share; null: nothing. */
function common(a: PaperBox, b: PaperBox): PaperBox | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const widthMm = Math.min(a.x + a.widthMm, b.x + b.widthMm) - x;
  const heightMm = Math.min(a.y + a.heightMm, b.y + b.heightMm) - y;
  return widthMm > 0 && heightMm > 0 ? { x, y, widthMm, heightMm } : null;
}

type LineMark = Extract<Mark, { mark: 'line' }>;

function clipLineMark(mark: LineMark, view: Rectangle): LineMark[] {
  if (mark.points.every((point) => holds(view, point))) return [mark];
  if (mark.closed) {
    const points = clipPolygon(mark.points, view);
    return points.length < 3 ? [] : [{ ...mark, points }];
  }
  return clipPolyline(mark.points, view).map((points) => ({ ...mark, points }));
}

/** Sutherland and Hodgman: one side of the view after the other. */
function clipPolygon(points: readonly PaperPoint[], view: Rectangle): readonly PaperPoint[] {
  const sides: readonly ((point: PaperPoint) => number)[] = [
    ({ x }) => x - view.x,
    ({ x }) => view.x + view.widthMm - x,
    ({ y }) => y - view.y,
    ({ y }) => view.y + view.heightMm - y,
  ];
  return sides.reduce((polygon, depth) => cutPolygon(polygon, depth), points);
}

function cutPolygon(points: readonly PaperPoint[], depth: (point: PaperPoint) => number): readonly PaperPoint[] {
  const cut: PaperPoint[] = [];
  points.forEach((point, i) => {
    const previous = points[(i + points.length - 1) % points.length]!;
    const [before, now] = [depth(previous), depth(point)];
    if (before >= 0 !== now >= 0) cut.push(between(previous, point, before / (before - now)));
    if (now >= 0) cut.push(point);
  });
  return cut;
}

function between(a: PaperPoint, b: PaperPoint, share: number): PaperPoint {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function clipPolyline(points: readonly PaperPoint[], view: Rectangle): PaperPoint[][] {
  const runs: PaperPoint[][] = [];
  for (let i = 1; i < points.length; i += 1) {
    const part = clipSegment(points[i - 1]!, points[i]!, view);
    if (part === null) continue;
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.x === part[0].x && last.y === part[0].y) runs.at(-1)?.push(part[1]);
    else runs.push([part[0], part[1]]);
  }
  return runs;
}

/** Liang and Barsky: the shares of the segment at which it enters and leaves. */
function clipSegment(a: PaperPoint, b: PaperPoint, view: Rectangle): readonly [PaperPoint, PaperPoint] | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [enter, leave] = [0, 1];
  const limits: readonly (readonly [step: number, room: number])[] = [
    [-dx, a.x - view.x],
    [dx, view.x + view.widthMm - a.x],
    [-dy, a.y - view.y],
    [dy, view.y + view.heightMm - a.y],
  ];
  for (const [step, room] of limits) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  if (enter > leave) return null;
  return [enter === 0 ? a : between(a, b, enter), leave === 1 ? b : between(a, b, leave)];
}
