/** Renumbering on request: pattern and order, each old name beside its new one, shown on the drawing before it is done. */
import { useEffect, useMemo, useState } from 'react';
import { Checkbox, ScrollArea, Select, TextInput } from '@mantine/core';
import { renamings, renumberCabinets, type Renaming, type RenumberOrder } from '../../shared/commands/renumber.ts';
import { patternOfName } from '../../shared/plan/names.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { runCommand } from '../tools/editActions.ts';
import { previewOf } from '../tools/preview.ts';
import { parseCount } from '../ui/parseCount.ts';
import { countText } from '../ui/quantities.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

export function RenumberDialog() {
  return (
    <BesideDialog name="renumber" title="Renumber cabinets" widthPx={400}>
      <RenumberForm />
    </BesideDialog>
  );
}

const orders: readonly { readonly value: RenumberOrder; readonly label: string }[] = [
  { value: 'rows', label: 'Row after row' },
  { value: 'columns', label: 'From west to east' },
  { value: 'names', label: 'As they are named now' },
];

const MOST_NUMBER = 99_999;
const SHOWN = 200;

function RenumberForm() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const selection = useSession((state) => state.selection);
  const ids = useMemo(() => selectedIds(selection, 'cabinet'), [selection]);
  const [pattern, setPattern] = useState(() => {
    const first = plan.cabinets.get(ids[0] ?? '');
    return first === undefined ? '{row}{nn}' : patternOfName(first.name, first.row);
  });
  const [firstNumber, setFirstNumber] = useState('1');
  const [order, setOrder] = useState<RenumberOrder>('rows');
  const [backwards, setBackwards] = useState(false);
  const first = parseCount(firstNumber, MOST_NUMBER);
  const number = first.ok ? first.value : null;
  const args = useMemo(
    () => (number === null ? null : { ids, pattern, firstNumber: number, order, backwards }),
    [ids, pattern, number, order, backwards],
  );
  const list = useMemo(() => (args === null ? null : renamings(plan, args)), [plan, args]);
  useEffect(() => {
    const preview = args === null ? null : previewOf(planner.plan, renumberCabinets, args, { moving: new Set(), guides: [], text: null });
    planner.session.setState({ preview });
    return () => planner.session.setState({ preview: null });
  }, [planner, args]);
  const tried = args === null ? null : renumberCabinets(plan, args);
  const refused = !first.ok
    ? `${first.error.message}; ${first.error.remedy}`
    : tried?.ok === false
      ? `${tried.error.message}; ${tried.error.remedy}`
      : null;
  const changing = list?.ok === true ? list.value.filter(({ before, after }) => before !== after).length : 0;
  return (
    <BesideForm
      action="Renumber"
      refused={refused}
      said={`Renames ${countText(changing, 'cabinet')} of ${ids.length}`}
      isIdle={changing === 0}
      after={list?.ok === true ? <Renamings list={list.value} /> : null}
      onSubmit={() => args !== null && runCommand(planner, renumberCabinets, args)}
    >
      <TextInput
        label="Pattern"
        value={pattern}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => setPattern(event.currentTarget.value)}
      />
      <TextInput
        label="First number"
        value={firstNumber}
        autoComplete="off"
        onChange={(event) => setFirstNumber(event.currentTarget.value)}
      />
      <Select
        label="Order"
        data={orders}
        value={order}
        allowDeselect={false}
        onChange={(value) => setOrder(orders.find((one) => one.value === value)?.value ?? 'rows')}
      />
      <Checkbox
        className={styles.wide}
        label="The other way round"
        checked={backwards}
        onChange={(event) => setBackwards(event.currentTarget.checked)}
      />
      <p className={`${styles.remedy} ${styles.wide}`}>
        {'{row}'} is the row, {'{tile}'} the floor tile, {'{nn}'} counts with two digits.
      </p>
    </BesideForm>
  );
}

/** Conflicts first, since they are what must be looked at. */
function Renamings({ list }: { readonly list: readonly Renaming[] }) {
  const shown = [...list].sort((a, b) => Number(b.conflict !== null) - Number(a.conflict !== null)).slice(0, SHOWN);
  return (
    <ScrollArea.Autosize mah={220} mt="sm" viewportProps={{ tabIndex: 0, 'aria-label': 'Old and new names' }}>
      <table className={styles.namePairs}>
        <thead>
          <tr>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col">Conflict</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, before, after, conflict }) => (
            <tr key={id}>
              <td>{before}</td>
              <td>{after}</td>
              <td className={styles.problem}>{conflict ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > SHOWN ? <p className={styles.remedy}>and {list.length - SHOWN} more</p> : null}
    </ScrollArea.Autosize>
  );
}
