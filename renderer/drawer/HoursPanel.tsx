/** Hours under every labor profile beside each other: sums, money, and each task with how its hours come about. */
import { Fragment, useState } from 'react';
import { IconArrowDown } from '@tabler/icons-react';
import { setSettings } from '../../shared/commands/settings.ts';
import { HOURS, type Explanation } from '../../shared/engine/protocol.ts';
import type { ComparedProfile } from '../../shared/takeoff/profileComparison.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useExplanation } from '../panels/useExplanation.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FigureTable, Opener } from '../ui/FigureTable.tsx';
import { numberText } from '../../shared/quantities.ts';
import { countText, daysText, distanceText, hoursRangeText, moneyText, UNKNOWN } from '../ui/quantities.ts';
import { TaskDerivation } from './TaskDerivation.tsx';
import { taskRows, type TaskOrder, type TaskRow } from './taskRows.ts';
import tableStyles from '../ui/FigureTable.module.css';
import styles from './HoursPanel.module.css';

type Hours = Extract<Explanation, { readonly kind: 'hours' }>;

export function HoursPanel() {
  const hours = useExplanation('hours', HOURS);
  if (hours === null)
    return <EmptyState title="No hours yet">A plan that holds a labor profile shows here what its work takes, task by task.</EmptyState>;
  return <HoursTable hours={hours} />;
}

function HoursTable({ hours }: { readonly hours: Hours }) {
  const planner = usePlanner();
  const { comparison } = hours;
  const [order, setOrder] = useState<TaskOrder>('work');
  const [open, setOpen] = useState<string | null>(null);
  const rows = taskRows(hours.profiles, order);
  const most = Math.max(...rows.map(({ spread }) => spread), 0);
  return (
    <FigureTable
      label="Hours by task"
      className={styles.hours}
      head={
        <>
          <th scope="col" className={styles.task}>
            Task
          </th>
          {comparison.profiles.map(({ profile, name }) => (
            <th key={profile} scope="col" className={tableStyles.figure}>
              <button
                type="button"
                className={styles.choose}
                aria-pressed={profile === comparison.base}
                title={profile === comparison.base ? 'The plan’s hours are these' : 'Make these the plan’s hours'}
                onClick={() => runCommand(planner, setSettings, { set: { labourProfile: profile } })}
              >
                {name}
              </button>
            </th>
          ))}
          <th scope="col" className={styles.spread} aria-sort={order === 'difference' ? 'descending' : 'none'}>
            <button type="button" className={styles.sort} onClick={() => setOrder(order === 'work' ? 'difference' : 'work')}>
              Difference
              {order === 'difference' ? <IconArrowDown size={12} aria-hidden /> : null}
            </button>
          </th>
        </>
      }
    >
      <Sums hours={hours} />
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.task}>
            <Task row={row} most={most} isOpen={open === row.task} onToggle={() => setOpen(open === row.task ? null : row.task)} />
            {open === row.task ? <TaskDerivation hours={hours} task={row.task} columns={comparison.profiles.length + 2} /> : null}
          </Fragment>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Sums({ hours: { comparison, profiles, rules, conduitMm } }: { readonly hours: Hours }) {
  const units = useSession((state) => state.units);
  const { base, ratePerHour } = comparison;
  const baseName = comparison.profiles.find(({ profile }) => profile === base)?.name.toLowerCase() ?? base;
  const isBase = ({ profile }: ComparedProfile): boolean => profile === base;
  const line = (name: string, text: (one: ComparedProfile) => string, title?: (one: ComparedProfile) => string) => (
    <tr>
      <th scope="row">{name}</th>
      {comparison.profiles.map((one) => (
        <td key={one.profile} className={tableStyles.figure} title={title?.(one)}>
          {text(one)}
        </td>
      ))}
      <td />
    </tr>
  );
  const unknown = (id: string): number => profiles.find(({ profile }) => profile === id)?.unknownCables ?? 0;
  return (
    <tbody className={styles.sums}>
      {line(
        'Person-hours',
        ({ hours, profile }) => `${unknown(profile) > 0 ? 'at least ' : ''}${numberText(hours.likely, 1)}`,
        ({ hours }) => hoursRangeText(hours),
      )}
      {line('Low to high', ({ hours }) => hoursRangeText(hours))}
      {line('Crew days', ({ days }) => daysText(days))}
      {line('Crew', ({ profile }) => crewText(rules, profile))}
      {line(
        'Labor cost',
        ({ cost }) => (cost === null ? UNKNOWN : moneyText(cost.likely.amountMinor, cost.likely.currency)),
        ({ cost }) =>
          cost === null
            ? 'The labor rate is unknown'
            : `${moneyText(cost.low.amountMinor, cost.low.currency)} to ${moneyText(cost.high.amountMinor, cost.high.currency)}`,
      )}
      {line(`Saved against ${baseName}`, (one) => (isBase(one) ? '–' : `${numberText(one.saved.likely, 1)} h`))}
      {line('Break-even a cable', (one) => (isBase(one) ? '–' : breakEven(one)), breakEvenMeaning)}
      {conduitMm === 0 ? null : (
        <tr>
          <td colSpan={comparison.profiles.length + 2} className={styles.note}>
            {distanceText(conduitMm, units)} of conduit are in no hours: taken as laid before the cabling starts.
          </td>
        </tr>
      )}
      {ratePerHour === null ? (
        <tr>
          <td colSpan={comparison.profiles.length + 2} className={styles.note}>
            The labor rate is unknown, so money is shown as minutes of work.{' '}
            <button type="button" className={styles.link} onClick={() => dialogs.setState({ open: 'settings' })}>
              Set it in the plan settings
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** `12 people, 10 h a day`: what days are counted with. */
function crewText(rules: Hours['rules'], profile: string): string {
  const crew = rules.find(({ id }) => id === profile)?.crew;
  return crew === undefined ? UNKNOWN : `${countText(crew.people, 'person', 'people')}, ${numberText(crew.hoursPerDay)} h a day`;
}

function breakEven({ breakEvenPerCable, savedMinutesPerCable }: ComparedProfile): string {
  if (breakEvenPerCable !== null) return moneyText(breakEvenPerCable.likely.amountMinor, breakEvenPerCable.likely.currency);
  return savedMinutesPerCable === null ? UNKNOWN : `${numberText(savedMinutesPerCable.likely, 1)} min`;
}

function breakEvenMeaning({ saved }: ComparedProfile): string {
  return saved.likely >= 0
    ? 'Its cables may cost this much more each before the saved work is spent'
    : 'Its cables must cost this much less each to make up for the work';
}

interface TaskProps {
  readonly row: TaskRow;
  readonly most: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Task({ row, most, isOpen, onToggle }: TaskProps) {
  const share = most === 0 ? 0 : row.spread / most;
  return (
    <tr className={styles.taskRow}>
      <th scope="row">
        <Opener isOpen={isOpen} onToggle={onToggle}>
          {row.name}
        </Opener>
      </th>
      {row.hours.map(({ profile, likely }) => (
        <td key={profile} className={tableStyles.figure}>
          {likely === null ? '–' : numberText(likely, 1)}
        </td>
      ))}
      <td className={styles.spread}>
        <span className={styles.bar} aria-hidden>
          <span className={styles.barFill} style={{ width: `${Math.max(row.spread > 0 ? 1 : 0, share * 100)}%` }} />
        </span>
        {numberText(row.spread, 1)}
      </td>
    </tr>
  );
}
