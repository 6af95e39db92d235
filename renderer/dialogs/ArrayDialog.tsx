/** Columns and rows of what is selected, shown on the drawing while the figures are set, made in one step. */
import { randomBytes } from '../ui/randomBytes.ts';
import { useEffect, useMemo, useState } from 'react';
import { Checkbox, TextInput } from '@mantine/core';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { pickedOf } from '../tools/picked.ts';
import { arrayOf, copiesOf, firstArrayChoice, makeArray, tryArray, type ArrayChoice } from '../tools/arrangeActions.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeValueText } from '../../shared/quantities.ts';
import { countText, sizeUnit } from '../ui/quantities.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

export function ArrayDialog() {
  return (
    <BesideDialog name="array" title="Array in columns and rows" widthPx={400}>
      <ArrayForm />
    </BesideDialog>
  );
}

/** What is typed, before it is read. */
interface Typed {
  readonly columns: string;
  readonly rows: string;
  readonly pitch: string;
  readonly aisle: string;
  readonly mirrorRows: boolean;
  readonly namePattern: string;
}

function ArrayForm() {
  const planner = usePlanner();
  const { session } = planner;
  const units = useSession((state) => state.units);
  const selection = useSession((state) => state.selection);
  const plan = usePlan((state) => state.plan);
  const things = useMemo(() => pickedOf(selection), [selection]);
  const [typed, setTyped] = useState<Typed>(() => {
    const first = firstArrayChoice(planner, things.cabinets);
    return {
      columns: String(first.columns),
      rows: String(first.rows),
      pitch: '',
      aisle: sizeValueText(first.aisleMm, units),
      mirrorRows: first.mirrorRows,
      namePattern: first.namePattern,
    };
  });

  const read = useMemo(() => readChoice(typed, (text) => lengthOf(text, units)), [typed, units]);
  const args = useMemo(() => (typeof read === 'string' ? null : arrayOf(plan, things, read, randomBytes)), [read, plan, things]);
  const problem = useSession((state) => state.preview?.problem ?? null);
  useEffect(() => {
    if (args !== null) tryArray(planner, args);
    else session.setState({ preview: null });
    return () => session.setState({ preview: null });
  }, [planner, session, args]);

  const onlyCabinets = things.obstacles.length + things.segments.length === 0;
  const refused = typeof read === 'string' ? read : problem;
  const field = (key: Exclude<keyof Typed, 'mirrorRows'>, label: string, placeholder = '') => (
    <TextInput
      label={label}
      value={typed[key]}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      {...(key === 'columns' ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <BesideForm
      action="Make the array"
      refused={refused}
      said={`Makes ${countText(args === null ? 0 : copiesOf(args), onlyCabinets ? 'cabinet' : 'thing')}`}
      onSubmit={() => args !== null && makeArray(planner, args)}
    >
      {field('columns', 'Columns, along the row')}
      {field('rows', 'Rows')}
      {field('pitch', `Pitch (${sizeUnit(units)})`, 'side by side')}
      {field('aisle', `Aisle between rows (${sizeUnit(units)})`)}
      <div className={styles.wide}>{field('namePattern', 'Names')}</div>
      <p className={`${styles.remedy} ${styles.wide}`}>
        {'{row}'} is the name of the row, {'{nn}'} counts in it.
      </p>
      <Checkbox
        className={styles.wide}
        label="Mirror every second row"
        checked={typed.mirrorRows}
        onChange={(event) => setTyped({ ...typed, mirrorRows: event.currentTarget.checked })}
      />
    </BesideForm>
  );
}

/** A length in mm; null where the text is none. */
function lengthOf(text: string, units: Parameters<typeof parseLength>[1]): number | null {
  const parsed = parseLength(text, units);
  return parsed.ok ? parsed.value.value : null;
}

/** The choice, or what is wrong with the text. */
function readChoice(typed: Typed, length: (text: string) => number | null): ArrayChoice | string {
  const pitchMm = typed.pitch.trim() === '' ? null : length(typed.pitch);
  if (typed.pitch.trim() !== '' && pitchMm === null) return `The pitch “${typed.pitch}” is not a length; write 600, 0.6 m or 24 in`;
  const aisleMm = length(typed.aisle);
  if (aisleMm === null) return `The aisle “${typed.aisle}” is not a length; write 1200, 1.2 m or 48 in`;
  const { mirrorRows, namePattern } = typed;
  return { columns: Number(typed.columns), rows: Number(typed.rows), pitchMm, aisleMm, mirrorRows, namePattern };
}
