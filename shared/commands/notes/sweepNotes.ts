/** What a command does to the things that notes are about, it tells the notes, in the same step. */
import { planAfter } from '../checkEdit.ts';
import type { Edit } from '../edit.ts';
import { framedShift } from '../../plan/framedThings.ts';
import { subjectHall, subjectPlace } from '../../plan/notePlaces.ts';
import type { Note } from '../../plan/notes.ts';
import type { Plan } from '../../plan/types.ts';
import { loosened, shiftedNote } from './noteEdits.ts';

const watched = ['cabinets', 'obstacles', 'halls', 'segments', 'junctions', 'devices', 'links', 'trunks', 'fabrics'] as const;

/**
 * The edit with what follows for notes; the very same one where nothing does. A note outlives what it is about and stays where it lay; it
 * goes to another hall with it, and goes with its own hall. A frame around several things goes along where all of them move together.
 */
export function sweepNotes(plan: Plan, edit: Edit): Edit {
  if (plan.notes.size === 0 || !watched.some((table) => (edit.put?.[table]?.length ?? 0) + (edit.remove?.[table]?.length ?? 0) > 0))
    return edit;
  const removed = new Set(edit.remove?.notes);
  const given = new Set(edit.put?.notes?.map(({ id }) => id));
  const after = planAfter(plan, edit);
  const put: Note[] = [];
  for (const note of plan.notes.values()) {
    if (removed.has(note.id) || given.has(note.id)) continue;
    const swept = sweepOne(plan, after, note);
    if (swept === null) removed.add(note.id);
    else if (swept !== note) put.push(swept);
  }
  if (put.length === 0 && removed.size === (edit.remove?.notes?.length ?? 0)) return edit;
  return {
    ...edit,
    put: { ...edit.put, notes: [...(edit.put?.notes ?? []), ...put] },
    remove: { ...edit.remove, notes: [...removed] },
  };
}

function hasOtherEnds(before: Plan, after: Plan, id: string): boolean {
  const [was, is] = [before.segments.get(id), after.segments.get(id)];
  return was !== undefined && is !== undefined && (was.from !== is.from || was.to !== is.to);
}

/** Null: it goes. */
function sweepOne(before: Plan, after: Plan, note: Note): Note | null {
  const { about } = note;
  const hall = about === null ? null : subjectHall(after, about);
  if (hall !== null && hall !== note.hall) return { ...note, hall };
  if (!after.halls.has(note.hall)) return null;
  // A tray that is cut or joined keeps its id and has its middle elsewhere: its notes stay.
  if (about?.kind === 'segment' && hasOtherEnds(before, after, about.id)) {
    const place = subjectPlace(after, about);
    if (place !== null) return { ...note, about: { ...about, ...place }, points: loosened(before, note).points };
  }
  if (about === null) return shiftedNote(note, ...framedShift(before, after, note));
  const isLost = subjectPlace(before, about) !== null && subjectPlace(after, about) === null;
  return isLost ? loosened(before, note) : note;
}
