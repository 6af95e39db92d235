/** Notes and markups: what designers and reviewers write on the drawing for each other, until it is resolved. */
import type { PointMm } from './types.ts';

/** What a note draws on the floor. */
export const noteMarks = ['pin', 'callout', 'cloud', 'rectangle', 'ellipse', 'arrow', 'polyline', 'freehand'] as const;
export type NoteMark = (typeof noteMarks)[number];

/** Whose work a note is about; each has its color. */
export const noteDisciplines = ['general', 'building', 'power', 'cooling', 'cabinets', 'pathways', 'cabling'] as const;
export type NoteDiscipline = (typeof noteDisciplines)[number];

export type NoteState = 'open' | 'resolved';

/** A thing that a note is about, and follows from where it was when the note was drawn. It may go; the note then stays. */
export interface NoteSubject {
  readonly kind: 'cabinet' | 'obstacle' | 'segment' | 'cable';
  readonly id: string;
  /** Where the thing was: see subjectPlace. */
  readonly xMm: number;
  readonly yMm: number;
}

export interface Note {
  readonly id: string;
  readonly hall: string;
  /** What people call it; stays with it and is given to no other while it stands. */
  readonly number: number;
  /** Of one or more lines. */
  readonly text: string;
  readonly state: NoteState;
  readonly discipline: NoteDiscipline;
  readonly mark: NoteMark;
  /**
   * Where it was drawn: the place of a pin; the tip and the text of a callout; two opposite corners of a cloud, rectangle or ellipse; the
   * tail and the head of an arrow; the corners of a polyline or a freehand line.
   */
  readonly points: readonly PointMm[];
  /** Null: it is about a place of the floor. */
  readonly about: NoteSubject | null;
}

/** The words of a note on one line. */
export function wordsOf({ text }: Pick<Note, 'text'>): string {
  return text.replaceAll('\n', ' ');
}

/** Least and most points of each mark. */
export const notePoints: Readonly<Record<NoteMark, readonly [least: number, most: number]>> = {
  pin: [1, 1],
  callout: [2, 2],
  cloud: [2, 2],
  rectangle: [2, 2],
  ellipse: [2, 2],
  arrow: [2, 2],
  polyline: [2, 500],
  freehand: [2, 500],
};

/** Whether a mark lies between two opposite corners. */
export function isBoxMark(mark: NoteMark): boolean {
  return mark === 'cloud' || mark === 'rectangle' || mark === 'ellipse';
}

/** Why these points cannot be such a mark, as `what is wrong; what would be right`; null: they can. */
export function markFault({ mark, points }: Pick<Note, 'mark' | 'points'>): string | null {
  const [least, most] = notePoints[mark];
  if (points.length < least || points.length > most) {
    const right = least === most ? `give ${least}` : `give ${least} to ${most}`;
    return `a ${mark} cannot have ${points.length} points; ${right}`;
  }
  const [first = [0, 0], second = [0, 0]] = points;
  if (isBoxMark(mark) && (first[0] === second[0] || first[1] === second[1]))
    return `a ${mark} needs a width and a height; set its corners apart`;
  const isOnePlace = least > 1 && points.every(([xMm, yMm]) => xMm === first[0] && yMm === first[1]);
  return isOnePlace ? `a ${mark} cannot have all points in one place; set them apart` : null;
}
