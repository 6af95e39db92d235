/** Rows of the table of notes: what matches, in what order. Pure. */
import { compareNames } from '../../shared/plan/compareNames.ts';
import { framedThings } from '../../shared/plan/framedThings.ts';
import { subjectName } from '../../shared/plan/notePlaces.ts';
import { wordsOf, type Note, type NoteState } from '../../shared/plan/notes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { disciplineTitles, framedText, markTitles } from '../panels/noteChoices.ts';
import type { GridSort } from '../ui/DataGrid.tsx';

export interface NoteRow {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly text: string;
  readonly discipline: string;
  readonly mark: string;
  readonly about: string;
  readonly hall: string;
}

/** Open ones first, by number, unless sorted otherwise. */
export function noteRows(plan: Plan, state: NoteState | null, words: string, sort: GridSort | null): NoteRow[] {
  const rows = [...plan.notes.values()]
    .filter((note) => state === null || note.state === state)
    .map((note): NoteRow => ({
      id: note.id,
      number: note.number,
      state: note.state === 'open' ? 'Open' : 'Resolved',
      text: wordsOf(note),
      discipline: disciplineTitles[note.discipline],
      mark: markTitles[note.mark],
      about: aboutText(plan, note),
      hall: plan.halls.get(note.hall)?.name ?? note.hall,
    }));
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter((row) => {
    const { id: _id, ...shown } = row;
    const text = Object.values(shown).join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const by = sort?.by ?? 'state';
  const turn = sort?.descending === true ? -1 : 1;
  return matching.sort((a, b) => turn * compareNames(valueOf(a, by), valueOf(b, by)) || a.number - b.number || (a.id < b.id ? -1 : 1));
}

function aboutText(plan: Plan, note: Note): string {
  const framed = framedThings(plan, note);
  if (framed !== null) return framedText(framed);
  return note.about === null ? '' : (subjectName(plan, note.about) ?? 'gone');
}

function valueOf(row: NoteRow, key: string): string {
  return String(Object.entries(row).find(([name]) => name === key)?.[1] ?? '');
}
