/** Connects ranges of ports: two ends as text, how they are paired, every pair shown with what is in its way; one step. */
import { useDeferredValue, useMemo, useState } from 'react';
import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { addLinks } from '../../shared/commands/fabrics.ts';
import { newIds } from '../../shared/plan/ids.ts';
import { numberText } from '../../shared/quantities.ts';
import type { PortAt } from '../elevation/elevationStore.ts';
import { partNames, partsKey, partsOptions } from '../elevation/partsText.ts';
import { judgeRanges, type JudgedPair } from '../elevation/ranges/judgeRanges.ts';
import { pairings, type Pairing } from '../elevation/ranges/pairing.ts';
import { MOST_PORTS, portsNamed } from '../elevation/ranges/portRanges.ts';
import { bringBeside } from '../elevation/shownCabinets.ts';
import { useKnownPorts } from '../elevation/useKnownPorts.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { runCommand } from '../tools/editActions.ts';
import { countText } from '../ui/quantities.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { dialogs, useDialogs, type RangesWish } from './dialogStore.ts';
import { EndField } from './EndField.tsx';
import dialogStyles from './dialogs.module.css';
import styles from './TableDialog.module.css';

const MOST_PAIRS_SHOWN = 200;
const NO_PORTS: readonly PortAt[] = [];

function close(): void {
  dialogs.setState({ ranges: null });
}

export function RangesDialog() {
  const wish = useDialogs((state) => state.ranges);
  return (
    <Modal opened={wish !== null} onClose={close} title="Connect ranges of ports" size={720}>
      {wish === null ? null : <RangesForm wish={wish} />}
    </Modal>
  );
}

function RangesForm({ wish }: { readonly wish: RangesWish }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const [a, setA] = useState(wish.a);
  const [b, setB] = useState(wish.b);
  const [how, setHow] = useState<Pairing>('straight');
  const [parts, setParts] = useState<string | null>(null);
  const [ids] = useState(() => newIds('links', MOST_PORTS, plan, randomBytes));
  const typed = useDeferredValue(`${a}\n${b}`);
  const [endA, endB] = useMemo(() => {
    const [textA = '', textB = ''] = typed.split('\n');
    return [portsNamed(plan, textA), portsNamed(plan, textB)] as const;
  }, [plan, typed]);
  const portsA = endA.ok ? endA.value : NO_PORTS;
  const portsB = endB.ok ? endB.value : NO_PORTS;
  const known = useKnownPorts(
    plan,
    [...portsA, ...portsB].map(({ device }) => device),
  );
  const isTold = known !== null && [...portsA, ...portsB].every(({ device }) => known.ports(device) !== undefined);
  const judged = useMemo(
    () =>
      known === null || !isTold || portsA.length === 0 || portsB.length === 0
        ? null
        : judgeRanges(known, { a: portsA, b: portsB, how, parts, ids }),
    [known, isTold, portsA, portsB, how, parts, ids],
  );
  const [first] = judged?.pairs ?? [];
  const choices = judged?.choices ?? [];
  const options = first === undefined ? [] : partsOptions(plan, choices, first.from, first.to, units);
  const problem = judged?.problem ?? null;
  const connect = () => {
    if (judged?.args === null || judged === null || !runCommand(planner, addLinks, judged.args)) return;
    const made = judged.args.links;
    const cabinets = new Set(
      made.flatMap(({ a: one, b: other }) => [one, other].flatMap(({ device }) => plan.devices.get(device)?.cabinet ?? [])),
    );
    if (planner.session.getState().mode === 'elevation') bringBeside(planner, [...cabinets]);
    planner.session.select(
      thingsOf(
        'cable',
        made.map(({ id }) => id),
      ),
    );
    const cables = [...new Set(made.map((link) => partNames(plan, link.parts).cable))].join(', ');
    planner.session.setState({
      notice: { text: `${countText(made.length, 'pair')} of ports connected with ${cables}; undo takes all of it back`, tone: 'info' },
    });
    close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <div className={dialogStyles.twoFields}>
        <EndField
          plan={plan}
          label="End A"
          text={a}
          onChange={setA}
          error={a.trim() === '' || endA.ok ? null : endA.error}
          autoFocus={wish.a === ''}
        />
        <EndField
          plan={plan}
          label="End B"
          text={b}
          onChange={setB}
          error={b.trim() === '' || endB.ok ? null : endB.error}
          autoFocus={wish.a !== ''}
        />
      </div>
      <p className={dialogStyles.remedy}>
        A device and its ports: A01/leaf1 1-24, leaf[1-4] 1-8, panel F1-F24, R3. Numbers count over the device from 1; 24-1 runs backwards.
      </p>
      <SegmentedControl
        fullWidth
        size="xs"
        mt="sm"
        aria-label="How ports are paired"
        value={how}
        onChange={(value) => setHow(pairings.find((one) => one.value === value)?.value ?? 'straight')}
        data={pairings.map(({ value, label }) => ({ value, label }))}
      />
      <p className={dialogStyles.remedy}>{pairings.find(({ value }) => value === how)?.how}</p>
      <Select
        label="Cable and optics"
        data={[...options]}
        renderOption={({ option }) => options.find(({ value }) => value === option.value)?.whole}
        value={parts ?? judged?.parts ?? (choices[0] === undefined ? null : partsKey(choices[0]))}
        placeholder="after both ends"
        disabled={choices.length === 0}
        onChange={setParts}
      />
      {judged === null || judged.pairs.length === 0 ? null : <Pairs pairs={judged.pairs} />}
      <p className={`${problem === null ? dialogStyles.remedy : dialogStyles.problem} ${dialogStyles.after}`} role="status">
        {problem ??
          (judged === null
            ? 'Name ports at both ends; every pair is shown before anything is drawn.'
            : `Draws ${countText(judged.pairs.length, 'cable')}, as one step to undo.`)}
      </p>
      <div className={dialogStyles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={judged === null || judged.args === null}>
          {judged === null || judged.args === null ? 'Connect' : `Connect ${numberText(judged.pairs.length)}`}
        </Button>
      </div>
    </form>
  );
}

/** What is in the way stands first. */
function Pairs({ pairs }: { readonly pairs: readonly JudgedPair[] }) {
  const numbered = pairs.map((pair, i) => ({ ...pair, number: i + 1 }));
  const ordered = [...numbered.filter(({ problem }) => problem !== null), ...numbered.filter(({ problem }) => problem === null)];
  return (
    <div className={styles.lines} role="region" aria-label="Pairs" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">End A</th>
            <th scope="col">End B</th>
            <th scope="col">Fits</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, MOST_PAIRS_SHOWN).map(({ number, fromName, toName, problem }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{fromName}</td>
              <td>{toName}</td>
              <td>{problem === null ? <span className={styles.good}>✓ fits</span> : <span className={styles.fault}>✕ {problem}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.length > MOST_PAIRS_SHOWN ? (
        <p className={dialogStyles.remedy}>{countText(pairs.length - MOST_PAIRS_SHOWN, 'more pair')}.</p>
      ) : null}
    </div>
  );
}
