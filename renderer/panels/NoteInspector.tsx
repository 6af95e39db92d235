/** Notes: what they say, to whom, whether they are resolved, what they are about, and where they lie; and what the tool draws next. */
import { Button } from '@mantine/core';
import { moveThings } from '../../shared/commands/move.ts';
import { setNotes, shapeNote, tieNotes, type NoteChange } from '../../shared/commands/notes/notes.ts';
import { framedThings } from '../../shared/plan/framedThings.ts';
import { placeNote, subjectHall, subjectName } from '../../shared/plan/notePlaces.ts';
import { isBoxMark, noteDisciplines, noteMarks, notePoints, type Note, type NoteSubject } from '../../shared/plan/notes.ts';
import type { Plan, PointMm } from '../../shared/plan/types.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { LengthField } from '../ui/LengthField.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { countText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { common } from './common.ts';
import { runnerOf } from './edits.ts';
import { disciplineTitles, framedText, markTitles } from './noteChoices.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const markOptions = noteMarks.map((value) => ({ value, label: markTitles[value] }));
const disciplineOptions = noteDisciplines.map((value) => ({ value, label: disciplineTitles[value] }));
const stateOptions = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
] as const;

export function NoteToolInspector() {
  const { session } = usePlanner();
  const note = useSession((state) => state.note);
  return (
    <Section title="New note">
      <div className={styles.fields}>
        <SelectField
          label="Mark"
          value={note.mark}
          options={markOptions}
          onChange={(value) => {
            const mark = noteMarks.find((one) => one === value);
            if (mark !== undefined) session.setState({ note: { ...note, mark } });
          }}
        />
        <DisciplineField
          value={note.discipline}
          onChange={(discipline) => {
            if (discipline !== undefined) session.setState({ note: { ...note, discipline } });
          }}
        />
      </div>
      <p className={styles.note}>
        Click what it is about, or drag the mark; then type its text. It follows the cabinet, tray or obstacle that it begins on; hold Ctrl
        to keep it free. A frame around several cabinets goes along where all of them move together.
      </p>
    </Section>
  );
}

interface DisciplineFieldProps {
  readonly value: Note['discipline'] | null;
  readonly onChange: (discipline: Note['discipline'] | undefined) => void;
}

function DisciplineField({ value, onChange }: DisciplineFieldProps) {
  return (
    <SelectField
      label="Discipline"
      value={value}
      options={disciplineOptions}
      placeholder="mixed"
      onChange={(text) => onChange(noteDisciplines.find((one) => one === text))}
    />
  );
}

export function NoteInspector({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const plan = useShownPlan();
  const notes = ids.flatMap((id) => plan.notes.get(id) ?? []);
  const [only] = notes;
  if (only === undefined) return null;
  const run = runnerOf(planner, thingsOf('note', ids));
  const set = (change: NoteChange): string | null => run(setNotes, { ids, set: change });
  const isOne = notes.length === 1;
  const discipline = common(notes, (note) => note.discipline);
  const state = common(notes, (note) => note.state);
  const text = common(notes, (note) => note.text);
  return (
    <>
      <PanelHeading
        title={isOne ? `Note ${only.number}` : countText(notes.length, 'note')}
        subtitle={isOne ? `${markTitles[only.mark]}, ${subjectText(plan, only)}` : undefined}
      />
      <div className={styles.fields}>
        <LinesField
          label="Text"
          value={text === 'mixed' && !isOne ? '' : text}
          mixed={text === 'mixed' && !isOne}
          placeholder="what is to be done"
          onCommit={(words) => set({ text: words })}
        />
        <DisciplineField
          value={discipline === 'mixed' ? null : discipline}
          onChange={(value) => {
            if (value !== undefined) set({ discipline: value });
          }}
        />
        <SelectField
          label="State"
          value={state === 'mixed' ? null : state}
          options={stateOptions}
          placeholder="mixed"
          onChange={(value) => set({ state: value === 'resolved' ? 'resolved' : 'open' })}
        />
        {isOne ? <OneNote note={only} /> : null}
        <TextField
          label="Tie to"
          value=""
          placeholder="cabinet, obstacle or tray by name"
          onCommit={(name) => {
            if (name === '') return null;
            const about = subjectNamed(plan, only.hall, name);
            return about === null ? `nothing in this hall is called “${name}”` : run(tieNotes, { ids, about });
          }}
        />
      </div>
      {notes.every(({ about }) => about === null) ? null : (
        <Button size="compact-sm" variant="default" onClick={() => run(tieNotes, { ids, about: null })}>
          Keep where {isOne ? 'it is' : 'they are'}
        </Button>
      )}
    </>
  );
}

/** The cabinet, else the obstacle, else the tray of this name in a hall; null: none. */
function subjectNamed(plan: Plan, hall: string, text: string): Pick<NoteSubject, 'kind' | 'id'> | null {
  const wanted = text.trim().toLowerCase();
  for (const [kind, table] of [
    ['cabinet', plan.cabinets],
    ['obstacle', plan.obstacles],
    ['segment', plan.segments],
  ] as const) {
    for (const { id, name } of table.values())
      if (name.toLowerCase() === wanted && subjectHall(plan, { kind, id }) === hall) return { kind, id };
  }
  return null;
}

/** `follows cabinet A07`, `around 8 cabinets`, `on the floor`. */
function subjectText(plan: Plan, note: Note): string {
  const { about } = note;
  const framed = framedThings(plan, note);
  if (framed !== null) return `around ${framedText(framed)}`;
  if (about === null) return 'on the floor';
  const name = subjectName(plan, about);
  return name === null ? 'about what is gone' : `follows ${name}`;
}

/** The mark, as far as others have as many places, and its places by number. */
function OneNote({ note }: { readonly note: Note }) {
  const planner = usePlanner();
  const plan = useShownPlan();
  const { id, mark } = note;
  const run = runnerOf(planner, thingsOf('note', [id]));
  const points = placeNote(plan, note).points.map(({ xMm, yMm }): PointMm => [xMm, yMm]);
  const [first = [0, 0], second = first] = points;
  const marks = markOptions.filter(
    ({ value }) => notePoints[value][0] === notePoints[mark][0] && notePoints[value][1] === notePoints[mark][1],
  );
  const moveBy = (dxMm: number, dyMm: number): string | null => run(moveThings, { notes: [id], dxMm, dyMm });
  const withSecond = (next: PointMm): string | null => run(shapeNote, { id, mark, points: [first, next] });
  const isBox = isBoxMark(mark);
  return (
    <>
      {marks.length < 2 ? null : (
        <SelectField
          label="Mark"
          value={mark}
          options={marks}
          onChange={(value) => {
            const next = noteMarks.find((one) => one === value);
            if (next !== undefined) run(shapeNote, { id, mark: next, points });
          }}
        />
      )}
      <LengthField label="x" value={first[0]} onCommit={(mm) => moveBy(mm - first[0], 0)} />
      <LengthField label="y" value={first[1]} onCommit={(mm) => moveBy(0, mm - first[1])} />
      {notePoints[mark][1] !== 2 ? null : (
        <>
          <LengthField
            label={isBox ? 'Width' : 'To x'}
            value={isBox ? Math.abs(second[0] - first[0]) : second[0]}
            onCommit={(mm) => withSecond([isBox ? first[0] + mm * Math.sign(second[0] - first[0]) : mm, second[1]])}
          />
          <LengthField
            label={isBox ? 'Depth' : 'To y'}
            value={isBox ? Math.abs(second[1] - first[1]) : second[1]}
            onCommit={(mm) => withSecond([second[0], isBox ? first[1] + mm * Math.sign(second[1] - first[1]) : mm])}
          />
        </>
      )}
    </>
  );
}
