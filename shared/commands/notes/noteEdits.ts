/** What several commands do to notes. */
import { noteShift, placeNote } from '../../plan/notePlaces.ts';
import type { Note } from '../../plan/notes.ts';
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
    return shifted(note, dxMm - (is[0] - was[0]), dyMm - (is[1] - was[1]));
  });
}

/** A note with its points farther on. */
function shifted(note: Note, dxMm: number, dyMm: number): Note {
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
