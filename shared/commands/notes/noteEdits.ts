/** What several commands do to notes. */
import { must } from '../../assert.ts';
import { noteShift, placeNote, subjectPlace } from '../../plan/notePlaces.ts';
import type { Note, NoteSubject } from '../../plan/notes.ts';
import type { Plan } from '../../plan/types.ts';
import { counted } from '../wording.ts';

/** `note 3`, `4 notes`. */
export function notesText(notes: readonly Note[]): string {
  const [only] = notes;
  return notes.length === 1 && only !== undefined ? `note ${only.number}` : counted(notes.length, 'note');
}

/** Notes that come to lie a distance from where they were, whether or not what they are about moves in the same step. */
export function movedNotes(before: Plan, after: Plan, notes: readonly Note[], dxMm: number, dyMm: number): Note[] {
  return notes.map((note) => {
    const [was, is] = [noteShift(before, note), noteShift(after, note)];
    return shiftedNote(note, dxMm - (is[0] - was[0]), dyMm - (is[1] - was[1]));
  });
}

/** A note with its points farther on. */
export function shiftedNote(note: Note, dxMm: number, dyMm: number): Note {
  return dxMm === 0 && dyMm === 0 ? note : { ...note, points: note.points.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm] as const) };
}

/** A note about the place where it lies now, and about no thing. */
export function loosened(plan: Plan, note: Note): Note {
  if (note.about === null) return note;
  return { ...note, about: null, points: placeNote(plan, note).points.map(({ xMm, yMm }) => [xMm, yMm] as const) };
}

/** The first number that no note has and no note before had, as far as these tell. */
export function nextNumber({ notes }: Pick<Plan, 'notes'>): number {
  let most = 0;
  for (const { number } of notes.values()) most = Math.max(most, number);
  return most + 1;
}

/**
 * Copies of notes under the next free numbers, so far from where the notes lie now. A copy follows the copy of what its note is about;
 * null: that has none, and the copy is about no thing.
 */
export function notesCopied(
  plan: Plan,
  ids: readonly (readonly [from: string, to: string])[],
  copyOf: (about: NoteSubject) => string | null,
  [dxMm, dyMm]: readonly [number, number],
): Note[] {
  const first = nextNumber(plan);
  return ids.map(([from, id], i) => {
    const note = must(plan.notes.get(from), `note ${from}`);
    const points = placeNote(plan, note).points.map(({ xMm, yMm }) => [xMm + dxMm, yMm + dyMm] as const);
    const subject = note.about === null ? null : copyOf(note.about);
    const place = note.about === null || subject === null ? null : subjectPlace(plan, note.about);
    const about =
      note.about === null || subject === null || place === null
        ? null
        : { kind: note.about.kind, id: subject, xMm: place.xMm + dxMm, yMm: place.yMm + dyMm };
    return { ...note, id, number: first + i, points, about };
  });
}
