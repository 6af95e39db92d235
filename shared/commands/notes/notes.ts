/** Notes and markups: written, changed, resolved, tied to things. They move with moveThings and go with removeThings. */
import { noteShift, placeNote, subjectHall, subjectPlace } from '../../plan/notePlaces.ts';
import { markFault, type Note, type NoteSubject } from '../../plan/notes.ts';
import { fail } from '../../result.ts';
import { changeOf, refuse } from '../changeOf.ts';
import type { Command } from '../command.ts';
import { findAll, findTaken } from '../find.ts';
import { loosened, nextNumber, notesText } from './noteEdits.ts';

/** A note without its number, which it gets when it is added. */
export type NewNote = Omit<Note, 'number'>;

/** Adds notes under the next free numbers. */
export const addNotes: Command<{ readonly notes: readonly NewNote[] }> = (plan, args) => {
  if (args.notes.length === 0) return refuse('no note is given', 'choose a place for it');
  const taken = findTaken(
    plan,
    'notes',
    args.notes.map(({ id }) => id),
  );
  if (taken !== null) return fail(taken);
  const first = nextNumber(plan);
  const notes = args.notes.map((note, i): Note => ({ ...note, number: first + i }));
  for (const note of notes) {
    const fault = refusedMark(note);
    if (fault !== null) return fault;
    const hall = note.about === null ? note.hall : subjectHall(plan, note.about);
    if (note.about !== null && subjectPlace(plan, note.about) === null)
      return refuse('what the note is about is not there', 'choose it again');
    if (hall !== null && hall !== note.hall) return refuse('what the note is about stands in another hall', 'choose a thing of its hall');
  }
  return changeOf(plan, `Add ${notesText(notes)}`, { put: { notes } });
};

/** What can be set on several notes at once. */
export type NoteChange = Partial<Pick<Note, 'text' | 'state' | 'discipline'>>;

/** Writes, resolves or opens notes again, or gives them to another discipline. */
export const setNotes: Command<{ readonly ids: readonly string[]; readonly set: NoteChange }> = (plan, { ids, set }) => {
  const found = findAll(plan, 'notes', ids);
  if (!found.ok) return found;
  const notes = found.value.map((note): Note => ({ ...note, ...set }));
  const isState = set.state !== undefined && Object.keys(set).length === 1;
  const verb = !isState ? 'Change' : set.state === 'resolved' ? 'Resolve' : 'Open again';
  return changeOf(plan, `${verb} ${notesText(notes)}`, { put: { notes } });
};

/** Gives a note another mark, or other points: in the hall, where they lie now. */
export const shapeNote: Command<{ readonly id: string } & Pick<Note, 'mark' | 'points'>> = (plan, { id, mark, points }) => {
  const found = findAll(plan, 'notes', [id]);
  if (!found.ok) return found;
  const [note] = found.value;
  if (note === undefined) return refuse('no note is selected', 'select one');
  const fault = refusedMark({ mark, points });
  if (fault !== null) return fault;
  const [dxMm, dyMm] = noteShift(plan, note);
  const drawn = points.map(([xMm, yMm]) => [xMm - dxMm, yMm - dyMm] as const);
  return changeOf(plan, `Change ${notesText([note])}`, { put: { notes: [{ ...note, mark, points: drawn }] } });
};

/** Ties notes to a thing, or loosens them; they stay where they lie. */
export const tieNotes: Command<{ readonly ids: readonly string[]; readonly about: Pick<NoteSubject, 'kind' | 'id'> | null }> = (
  plan,
  { ids, about },
) => {
  const found = findAll(plan, 'notes', ids);
  if (!found.ok) return found;
  if (about === null)
    return changeOf(plan, `Loosen ${notesText(found.value)}`, { put: { notes: found.value.map((note) => loosened(plan, note)) } });
  const place = subjectPlace(plan, about);
  if (place === null) return refuse('what the note is to be about is not there', 'choose it again');
  const hall = subjectHall(plan, about);
  if (hall !== null && found.value.some((note) => note.hall !== hall))
    return refuse('the thing stands in another hall than the note', 'choose a thing of its hall');
  const notes = found.value.map((note): Note => ({
    ...note,
    points: placeNote(plan, note).points.map(({ xMm, yMm }) => [xMm, yMm] as const),
    about: { kind: about.kind, id: about.id, ...place },
  }));
  return changeOf(plan, `Tie ${notesText(notes)}`, { put: { notes } });
};

function refusedMark(note: Pick<Note, 'mark' | 'points'>) {
  const fault = markFault(note);
  if (fault === null) return null;
  const [wrong = fault, right = ''] = fault.split('; ');
  return refuse(wrong, right);
}
