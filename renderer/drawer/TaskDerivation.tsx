/** How the hours of one task come about, under each profile that has it: the formula with its figures, what slows it, and sources. */
import { must } from '../../shared/assert.ts';
import type { LabourTask } from '../../shared/catalog/types.ts';
import type { Explanation } from '../../shared/engine/protocol.ts';
import type { TaskHours } from '../../shared/takeoff/types.ts';
import { numberText } from '../../shared/quantities.ts';
import { hoursRangeText } from '../ui/quantities.ts';
import styles from './HoursPanel.module.css';

type Hours = Extract<Explanation, { readonly kind: 'hours' }>;

const unitNames: Readonly<Record<LabourTask['unit'], string>> = {
  'pathway-metre': 'm of pathway',
  cabinet: 'cabinets',
  device: 'devices',
  transceiver: 'transceivers',
  cable: 'cables',
  'cable-end': 'cable ends',
  'cable-metre': 'm of cable',
  'fiber-end': 'fiber ends',
  link: 'links',
  location: 'work locations',
};

export function TaskDerivation({ hours, task, columns }: { readonly hours: Hours; readonly task: string; readonly columns: number }) {
  const found = hours.profiles.flatMap((profile, index) => {
    const figures = profile.tasks.find((one) => one.task === task);
    const rules = must(hours.rules[index], profile.profile);
    const rule = rules.tasks.find((one) => one.id === task);
    return figures === undefined || rule === undefined ? [] : [{ profile, figures, rule, utilisation: rules.utilisation }];
  });
  return (
    <tr>
      <td colSpan={columns} className={styles.derivation}>
        <ul>
          {found.map(({ profile, figures, rule, utilisation }) => (
            <li key={profile.profile}>
              <b>{profile.name}:</b> {formula(figures, rule, rule.unit === 'location' ? 1 : utilisation)}
              {figures.factors.map(({ factor, name, units, times }) => (
                <span key={factor} className={styles.part}>
                  {numberText(units, Number.isInteger(units) ? 0 : 1)} of them × {times.likely} ({times.low} to {times.high}) for{' '}
                  {name.charAt(0).toLowerCase() + name.slice(1)}
                </span>
              ))}
              <span className={styles.part}>{figures.source}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** `1 014 cable ends × 0.5 min ÷ 60 ÷ 0.5 = 16.9 h (8–34 h)`. */
function formula({ units, hours, range, factors }: TaskHours, { unit, minutes, people, share }: LabourTask, utilisation: number): string {
  return [
    `${numberText(units, Number.isInteger(units) ? 0 : 1)} ${unitNames[unit]}${share === 1 ? '' : ` (${numberText(share * 100, 0)} % of all)`}`,
    ` × ${minutes.likely} min`,
    factors.length === 0 ? '' : ' × what slows it',
    people === 1 ? '' : ` × ${people} people`,
    ' ÷ 60',
    utilisation === 1 ? '' : ` ÷ ${utilisation} utilization`,
    ` = ${numberText(hours, 1)} h (${hoursRangeText(range)})`,
  ].join('');
}
