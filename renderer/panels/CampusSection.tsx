/** The halls of a campus and what joins them; each row leads to its hall or its conduits. */
import { useMemo } from 'react';
import type { Plan } from '../../shared/plan/types.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { thingsOf, type Thing } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { campusOverview } from './campusOverview.ts';
import styles from './Inspector.module.css';

/** Nothing for a plan of one hall. */
export function CampusSection({ plan }: { readonly plan: Plan }) {
  const planner = usePlanner();
  const { halls, links } = useMemo(() => campusOverview(plan), [plan]);
  if (halls.length < 2) return null;
  const show = (things: readonly Thing[]) => {
    planner.session.select(things);
    findAction('view.zoom-selection')?.run(planner);
  };
  const row = (key: string, name: string, aside: string, title: string, things: readonly Thing[]) => (
    <li key={key}>
      <button type="button" className={styles.item} title={title} onClick={() => show(things)}>
        <span className={styles.itemName}>{name}</span>
        <span className={styles.itemAside}>{aside}</span>
      </button>
    </li>
  );
  return (
    <Section title="Campus" aside={countText(halls.length, 'hall')}>
      <ul className={styles.list} aria-label="Halls and what joins them">
        {halls.map(({ id, name, cabinets, devices }) =>
          row(id, name, `${countText(cabinets, 'cabinet')}, ${countText(devices, 'device')}`, `Select ${name}`, thingsOf('hall', [id])),
        )}
        {links.map(({ halls: [one, other], segments, conduits }) =>
          row(
            `${one}\n${other}`,
            `${one} – ${other}`,
            countText(conduits, 'conduit'),
            `Select what joins ${one} and ${other}`,
            thingsOf('segment', segments),
          ),
        )}
      </ul>
    </Section>
  );
}
