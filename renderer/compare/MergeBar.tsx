/** What taking over the picked differences would bring, and the button that does it as one step. */
import { Button } from '@mantine/core';
import type { MergeTrial } from '../../shared/diff/mergeTrial.ts';
import { nounOfPart } from '../../shared/diff/planParts.ts';
import type { PlanChange } from '../../shared/diff/planDiff.ts';
import { ownVariant } from '../../shared/plan/variants.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { useComparing, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { inUnits } from '../ui/engineText.ts';
import { countText } from '../ui/quantities.ts';
import { figureRows } from './figureRows.ts';
import styles from './MergeBar.module.css';

/** Names of what comes along, and findings, before the rest is counted. */
const MOST_NAMED = 3;

export function MergeBar({ changes }: { readonly changes: readonly PlanChange[] }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const picked = useComparing((state) => state.picked);
  const trial = useComparing((state) => state.trial);
  const from = useComparing((state) => state.from);
  const plan = usePlan((state) => state.plan);
  if (from.kind !== 'own')
    return <p className={styles.hint}>To take over, make {ownVariant(plan).name}, which you work on, the first side.</p>;
  if (picked.size === 0) return <p className={styles.hint}>Tick what the plan shall take over. A line leads to the thing on the plan.</p>;
  const take = (): void => {
    void planner.comparing.takePicked().then((refusal) => {
      if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
    });
  };
  return (
    <div className={styles.bar} role="region" aria-label="What is picked">
      <div className={styles.said} role="status">
        <p className={styles.line}>
          {countText(picked.size, 'change')} picked{trial === null ? ', trying…' : companionsText(trial, changes)}
        </p>
        {trial === null ? null : <TrialText trial={trial} units={units} />}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => planner.comparing.pick([...picked], false)}>
        Clear
      </Button>
      <Button size="compact-sm" disabled={trial === null || trial.conflict !== null} onClick={take}>
        Take over
      </Button>
    </div>
  );
}

/** `, with 2 more that they need: device su1.leaf1, cabinet A03`. */
function companionsText({ companions }: MergeTrial, changes: readonly PlanChange[]): string {
  if (companions.length === 0) return '';
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const names = companions.slice(0, MOST_NAMED).map(({ key }) => {
    const change = byKey.get(key);
    return change === undefined ? key : `${nounOfPart(change.part)} ${change.name}`;
  });
  const more = companions.length > MOST_NAMED ? ` and ${numberText(companions.length - MOST_NAMED)} more` : '';
  return `, with ${numberText(companions.length)} that they need: ${names.join(', ')}${more}`;
}

function TrialText({ trial, units }: { readonly trial: MergeTrial; readonly units: Units }) {
  const { conflict, figures } = trial;
  if (conflict !== null) {
    return (
      <p className={styles.conflict}>
        This cannot be taken over: {conflict.message}; {conflict.remedy}
      </p>
    );
  }
  if (figures === null) return null;
  const differing = figureRows(figures, units).filter(({ difference }) => difference !== '0' && difference !== 'unknown');
  const clashes = figures.findings.new.filter(({ severity }) => severity === 'error');
  return (
    <>
      <p className={styles.line}>
        {differing.length === 0 ? 'No figure changes' : differing.map(({ name, old, new: next }) => `${name} ${old} → ${next}`).join(' · ')}
      </p>
      {clashes.length === 0 ? null : (
        <p className={styles.conflict}>
          Clashes:{' '}
          {clashes
            .slice(0, MOST_NAMED)
            .map(({ message }) => inUnits(message, units))
            .join('; ')}
          {clashes.length > MOST_NAMED ? `; and ${numberText(clashes.length - MOST_NAMED)} more` : ''}
        </p>
      )}
    </>
  );
}
