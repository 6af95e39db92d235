/** Notes and markups: the mark in its discipline's color, its number on a badge, and its first lines beside it where there is room. */
import { boxesMeet, type Box, type Point } from '../../shared/geometry/shapes.ts';
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { noteShape, type NoteShape } from '../../shared/plan/noteShape.ts';
import { placeNotes, type PlacedNote } from '../../shared/plan/notePlaces.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { shortLines } from '../../shared/wrapLines.ts';
import { noteColor } from '../theme/tokens.ts';
import type { LabelBox, Labels } from './labels.ts';
import type { NoteTexts } from './noteTexts.ts';
import { fontOf, type Pen } from './pen.ts';

export const NOTE_RADIUS_PX = 9;
const SIZES = { bump: 14, barb: 11, stem: 20 } as const;
const TEXT_PX = 12;
const NUMBER_PX = 11;
/** What is seen of a text on the drawing, less where there is no room; the inspector and the table have all of it. */
const TEXT_WIDTH_PX = 230;
const MOST_LINES = [4, 1] as const;
const BESIDE_PX = NOTE_RADIUS_PX + 6;
const RESOLVED = 0.55;

/** The strokes and the badge of a note, in px. */
export function shapeInPx(pen: Pick<Pen, 'x' | 'y'>, { note, points }: Pick<PlacedNote, 'note' | 'points'>): NoteShape {
  return noteShape(
    note.mark,
    points.map(({ xMm, yMm }) => ({ x: pen.x(xMm), y: pen.y(yMm) })),
    SIZES,
  );
}

/** Says where the words of the notes stand in the hall. */
export function paintNotes(pen: Pen, notes: readonly PlacedNote[], labels: Labels): NoteTexts {
  const { pxPerMm } = pen.camera;
  // Words reach beyond the mark; in view they stay while the mark is not.
  const seen = notes.filter(({ box }) => boxesMeet(pen.view, growBox(box, (BESIDE_PX + TEXT_WIDTH_PX) / pxPerMm)));
  const drawn = seen.map((placed) => ({ placed, shape: shapeInPx(pen, placed) }));
  for (const { placed, shape } of drawn) {
    paintMark(pen, placed, shape);
    const { x, y } = shape.badge;
    labels.reserve(x - NOTE_RADIUS_PX, y - NOTE_RADIUS_PX, x + NOTE_RADIUS_PX, y + NOTE_RADIUS_PX);
  }
  const texts = new Map<string, Box>();
  for (const { placed, shape } of drawn) {
    const text = writeText(pen, placed, shape, labels);
    if (text !== null) texts.set(placed.note.id, boxInHall(pen, text));
  }
  return texts;
}

function paintMark(pen: Pen, { note }: PlacedNote, { strokes, badge }: NoteShape): void {
  const { context, colors } = pen;
  const color = noteColor(pen.scheme, note.discipline);
  const isOpen = note.state === 'open';
  context.save();
  if (!isOpen) context.globalAlpha = RESOLVED;
  context.beginPath();
  traceStrokes(pen, strokes);
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = color;
  context.stroke();
  if (note.mark === 'pin') {
    const foot = strokes[0]?.points[0] ?? badge;
    context.beginPath();
    context.arc(foot.x, foot.y, 2.5, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
  context.restore();
  // Resolved notes are hollow: told apart without color.
  context.beginPath();
  traceBadge(pen, badge, `${note.number}`);
  context.fillStyle = isOpen ? color : colors.floor;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = isOpen ? colors.floor : color;
  context.stroke();
  context.font = fontOf(NUMBER_PX, 600);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = isOpen ? colors.floor : color;
  context.fillText(`${note.number}`, badge.x, badge.y + NUMBER_PX * 0.36);
  context.textAlign = 'left';
}

/** Wider for numbers of three figures and more. */
function traceBadge({ context }: Pen, { x, y }: NoteShape['badge'], number: string): void {
  const half = NOTE_RADIUS_PX + Math.max(0, number.length - 2) * 3.5;
  context.roundRect(x - half, y - NOTE_RADIUS_PX, half * 2, NOTE_RADIUS_PX * 2, NOTE_RADIUS_PX);
}

/** Where it wrote, or null. */
function writeText(pen: Pen, { note }: PlacedNote, { badge, strokes }: NoteShape, labels: Labels): LabelBox | null {
  const style = {
    font: fontOf(TEXT_PX, 500),
    sizePx: TEXT_PX,
    color: note.state === 'open' ? pen.colors.label : pen.colors.labelSoft,
    ground: pen.colors.labelGround,
    border: noteColor(pen.scheme, note.discipline),
    upright: false,
  } as const;
  // A callout's leader comes from the side of its tip: the text stands on the other.
  const tip = note.mark === 'callout' ? (strokes[0]?.points[1] ?? badge) : badge;
  const sides = tip.x > badge.x ? (['right', 'left'] as const) : (['left', 'right'] as const);
  for (const most of MOST_LINES) {
    const lines = shortLines(note.text, most, (line) => labels.widthOf(line, style.font) <= TEXT_WIDTH_PX);
    if (lines.length === 0) return null;
    for (const align of sides) {
      const place = labels.place(lines, badge.x + (align === 'left' ? BESIDE_PX : -BESIDE_PX), badge.y, { ...style, align });
      if (place !== null) return place;
    }
  }
  return null;
}

function boxInHall({ camera: { leftMm, topMm, pxPerMm } }: Pen, { left, top, right, bottom }: LabelBox): Box {
  return {
    minXMm: leftMm + left / pxPerMm,
    minYMm: topMm + top / pxPerMm,
    maxXMm: leftMm + right / pxPerMm,
    maxYMm: topMm + bottom / pxPerMm,
  };
}

function traceStrokes({ context }: Pen, strokes: NoteShape['strokes']): void {
  for (const { points, closed } of strokes) {
    points.forEach(({ x, y }, at) => (at === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    if (closed) context.closePath();
  }
}

/** Adds a note's mark and badge to the current path. */
export function traceNote(pen: Pen, placed: PlacedNote): void {
  const shape = shapeInPx(pen, placed);
  traceStrokes(pen, shape.strokes);
  const { x, y } = shape.badge;
  pen.context.moveTo(x + NOTE_RADIUS_PX + 3, y);
  pen.context.arc(x, y, NOTE_RADIUS_PX + 3, 0, 2 * Math.PI);
}

/** Notes of a hall that a gesture draws, changes or takes along with what they are about. */
export function changedNotes(plan: Plan | null, before: Plan, hall: string): PlacedNote[] {
  if (plan === null || plan === before || plan.notes.size === 0) return [];
  const was = new Map(placeNotes(before, hall).map((placed) => [placed.note.id, placed]));
  return placeNotes(plan, hall).filter((placed) => {
    const known = was.get(placed.note.id);
    return known === undefined || known.note !== placed.note || !isSame(known.points[0], placed.points[0]);
  });
}

function isSame(one: Point | undefined, other: Point | undefined): boolean {
  return one?.xMm === other?.xMm && one?.yMm === other?.yMm;
}
