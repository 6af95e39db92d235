/** Open notes and markups on the floor plan: the mark and its number; the legend says the words. What is resolved is not printed. */
import { noteShape } from '../../plan/noteShape.ts';
import { placeNotes } from '../../plan/notePlaces.ts';
import type { Note } from '../../plan/notes.ts';
import type { Plan } from '../../plan/types.ts';
import type { LegendEntry } from '../legend.ts';
import type { Pen, Rectangle } from '../pen.ts';
import { textWidthMm } from '../textMetrics.ts';
import { wrapLines } from '../../wrapLines.ts';
import { clipMarks } from '../clip.ts';
import type { PaperPoint } from '../drawing.ts';
import type { PlanPiece } from './planLayout.ts';
import { toPaper, type PlanDrawing } from './planView.ts';

const SIZES = { bump: 3, barb: 2.2, stem: 4.2 } as const;
const RADIUS_MM = 1.7;
const TEXT_MM = 2.1;
/** As many of a note's words as a column of the legend holds stand on a line. */
const LEGEND_CHARS = 26;

/** Within `room`: a note drawn far outside the hall does not cover the sheet's other parts. */
export function drawNoteMarks({ derived: { plan }, hall, view, pen, texts }: PlanDrawing, room: Rectangle): void {
  const first = pen.marks.length;
  for (const { note, points } of placeNotes(plan, hall.id)) {
    if (note.state !== 'open') continue;
    const { strokes, badge } = noteShape(
      note.mark,
      points.map((point) => toPaper(view, point)),
      SIZES,
    );
    for (const stroke of strokes) {
      if (stroke.closed) pen.polygon(stroke.points, 'note', note.id);
      else pen.line(stroke.points, 'note', note.id);
    }
    drawBadge(pen, badge.x, badge.y, note);
    texts.add(badgeBox(badge.x, badge.y, note));
  }
  const drawn = pen.marks.splice(first);
  pen.marks.push(...clipMarks(drawn, room));
}

function badgeBox(x: number, y: number, { number }: Pick<Note, 'number'>) {
  const half = Math.max(RADIUS_MM, textWidthMm(`${number}`, TEXT_MM) / 2 + 0.6);
  return { x: x - half, y: y - RADIUS_MM, widthMm: half * 2, heightMm: RADIUS_MM * 2 };
}

/** The number in a box with a ground of its own, so that it is read over whatever lies there. */
function drawBadge(pen: Pen, x: number, y: number, { id, number }: Note): void {
  const box = badgeBox(x, y, { number });
  pen.rectangle(box, 'knockout', id);
  pen.rectangle(box, 'note', id);
  pen.text(`${number}`, x, y + TEXT_MM * 0.36, TEXT_MM, 'noteText', { anchor: 'middle', owner: id });
}

/** The words of each note beside its number, on as many lines as they take; of a window, those of the notes that it shows. */
export function noteLegend(plan: Plan, hall: string, { view, window }: Pick<PlanPiece, 'view' | 'window'>): LegendEntry[] {
  return placeNotes(plan, hall)
    .filter(
      ({ note, points }) =>
        note.state === 'open' &&
        (window === null ||
          isSeen(
            note,
            points.map((point) => toPaper(view, point)),
            window,
          )),
    )
    .map(({ note }) => {
      const [text = '', ...more] = wrapLines(
        `${note.discipline}: ${note.text === '' ? 'no text yet' : note.text}`,
        ({ length }) => length <= LEGEND_CHARS,
      );
      return { text, more, sample: (pen, { x, y, widthMm, heightMm }) => drawBadge(pen, x + widthMm / 2, y + heightMm / 2, note) };
    });
}

/** Whether a note's number, or part of its mark, lies in the window. */
function isSeen(note: Note, points: readonly PaperPoint[], { x, y, widthMm, heightMm }: Rectangle): boolean {
  const { strokes, badge } = noteShape(note.mark, points, SIZES);
  const all = [badge, ...strokes.flatMap((stroke) => stroke.points)];
  const [xs, ys] = [all.map((at) => at.x), all.map((at) => at.y)];
  return Math.max(...xs) >= x && Math.min(...xs) <= x + widthMm && Math.max(...ys) >= y && Math.min(...ys) <= y + heightMm;
}
