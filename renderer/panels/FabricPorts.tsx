/** Which port goes to which, by fabric and tier, in the words of the rule that assigns them. */
import { Fragment, useMemo } from 'react';
import { sortedById } from '../../shared/plan/sortedById.ts';
import { portAssignment } from '../../shared/templates/portAssignment.ts';
import { usePlan } from '../state/plannerContext.ts';
import { TierKey } from '../ui/TierKey.tsx';
import styles from './FabricPorts.module.css';

export function FabricPorts() {
  const fabrics = usePlan(({ plan }) => plan.fabrics);
  const assigned = useMemo(() => sortedById(fabrics).map(({ id, name, rule }) => ({ id, name, tiers: portAssignment(rule) })), [fabrics]);
  return assigned.map(({ id, name, tiers }) => (
    <Fragment key={id}>
      {assigned.length > 1 ? <h4 className={styles.fabric}>{name}</h4> : null}
      <dl className={styles.tiers}>
        {tiers.map(({ tier, text }) => (
          <div key={tier}>
            <dt className={styles.tier}>
              <TierKey tier={tier} />
              {tier}
            </dt>
            <dd className={styles.text}>{text}</dd>
          </div>
        ))}
      </dl>
    </Fragment>
  ));
}
