/** A finding: what is wrong, what is required, what to do, and the things that it concerns. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import type { FindingRow } from '../../shared/engine/protocol.ts';
import { exclusionsOf } from '../../shared/commands/exclusions.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { findAction } from '../actions/actionTable.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { thingOfId } from '../tools/thingOfId.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { inUnits } from '../ui/engineText.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { Section } from '../ui/Section.tsx';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { numberText } from '../../shared/quantities.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { reopenFinding } from './reopenFinding.ts';
import styles from './Inspector.module.css';

/** Things named at most; the others are counted. */
const LISTED = 50;

/** Undefined while it is being looked up, null when it is gone. */
function useFinding(id: string): FindingRow | null | undefined {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [found, setFound] = useState<{ readonly id: string; readonly row: FindingRow | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const query = { sort: null, filter: '', from: 0, count: 1_000, scope: [id] };
    void Promise.all([engine.rows('findings', query), engine.rows('accepted', query)]).then(([standing, accepted]) => {
      if (wanted) setFound({ id, row: [...standing.rows, ...accepted.rows].find((row) => row.id === id) ?? null });
    });
    return () => {
      wanted = false;
    };
  }, [engine, id, revision]);
  return found?.id === id ? found.row : undefined;
}

/** Accepting the finding, or who accepted it and why, with the way back. */
function Acceptance({ finding }: { readonly finding: FindingRow }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const [word] = exclusionsOf(plan, finding.code, finding.ids);
  if (word === undefined)
    return (
      <div className={styles.note}>
        <Button variant="default" onClick={() => dialogs.setState({ accept: finding })}>
          Accept…
        </Button>
      </div>
    );
  return (
    <Section title="Accepted">
      <Figures>
        <Figure name="Reason" value={word.reason} />
        <Figure name="By" value={word.by} />
        <Figure name="On" value={word.on} />
      </Figures>
      <div className={styles.note}>
        <Button variant="default" onClick={() => reopenFinding(planner, finding)}>
          Reopen
        </Button>
      </div>
    </Section>
  );
}

export function FindingInspector({ id }: { readonly id: string }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const finding = useFinding(id);
  if (finding === undefined) return null;
  if (finding === null) return <EmptyState title="This finding is gone">The plan has changed, and the rule holds now.</EmptyState>;
  const things = finding.ids.flatMap((one) => thingOfId(plan, one) ?? []);
  return (
    <>
      <PanelHeading
        title={inUnits(finding.message, units)}
        subtitle={
          <span className={styles.severity}>
            <SeverityMark severity={finding.severity} hidden /> {finding.severity} · {finding.code}
          </span>
        }
      />
      <p className={styles.hint}>{inUnits(finding.mend, units)}</p>
      <Section title="By number">
        <Figures>
          <Figure name="Required" value={inUnits(finding.required, units)} />
          <Figure name="Actual" value={inUnits(finding.actual, units)} tone={finding.severity} />
        </Figures>
      </Section>
      <Acceptance finding={finding} />
      {things.length === 0 ? null : (
        <Section title="It concerns" aside={numberText(things.length)}>
          <ul className={styles.list}>
            {things.slice(0, LISTED).map(({ thing, name }) => (
              <li key={thing.id}>
                <button type="button" className={styles.item} onClick={() => planner.session.select([thing])}>
                  <span className={styles.itemName}>{name}</span>
                </button>
              </li>
            ))}
          </ul>
          {things.length > LISTED ? <p className={styles.note}>and {numberText(things.length - LISTED)} more</p> : null}
        </Section>
      )}
      {finding.place === null ? null : (
        <div className={styles.note}>
          <Button
            variant="default"
            leftSection={<IconFocusCentered size={14} aria-hidden />}
            onClick={() => findAction('view.zoom-selection')?.run(planner)}
          >
            Zoom to it
          </Button>
        </div>
      )}
    </>
  );
}
