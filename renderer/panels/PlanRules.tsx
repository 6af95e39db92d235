/** All rules for routes and all links kept apart; and links of a tier kept apart at each device. */
import { releaseApart, removeRouteRules } from '../../shared/commands/routeRules.ts';
import { tiersWithLinks } from '../../shared/fabrics/fabricRule.ts';
import { sortedById } from '../../shared/plan/sortedById.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { DiversityGroup } from '../../shared/plan/routeRules.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { keepMembersApart, membersText, scopeText } from '../tools/routeActions.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { RuleRows, type RuleRow } from './RuleRows.tsx';
import styles from './Inspector.module.css';

export function PlanRules() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const ends = tierEnds(plan);
  const rules = sortedById(plan.routeRules).map(({ id, name, scope, via, avoid }): RuleRow => ({
    key: id,
    text: `${name}: ${scopeText(plan, scope)}`,
    aside: [via.length === 0 ? [] : `${via.length} pinned`, avoid.length === 0 ? [] : `${avoid.length} forbidden`].flat().join(', '),
    removeLabel: `Remove ${name}`,
    onRemove: () => runCommand(planner, removeRouteRules, { ids: [id] }),
  }));
  const groups = sortedById(plan.diversityGroups).map((group): RuleRow => ({
    key: group.id,
    text: `${group.name}: ${membersText(plan, group)}`,
    aside: 'kept apart',
    removeLabel: `Release ${group.name}`,
    onRemove: () => runCommand(planner, releaseApart, { ids: [group.id] }),
  }));
  if (rules.length + groups.length + ends.length === 0) return null;
  return (
    <Section title="Rules for routes" aside={String(rules.length + groups.length)}>
      <RuleRows rows={[...rules, ...groups]} />
      {ends.length === 0 ? null : (
        <div className={styles.fields}>
          <SelectField
            label="Keep apart"
            value={null}
            placeholder="links of a device"
            options={ends.map(({ value, label }) => ({ value, label }))}
            searchable
            onChange={(value) => {
              const end = ends.find((one) => one.value === value);
              if (end !== undefined) keepMembersApart(planner, end.members, randomBytes);
            }}
          />
        </div>
      )}
    </Section>
  );
}

/** Both ends of every tier: the links of each device there are kept apart from each other. */
function tierEnds(plan: Plan): { readonly value: string; readonly label: string; readonly members: DiversityGroup['members'] }[] {
  return sortedById(plan.fabrics).flatMap(({ id, name, rule }) =>
    tiersWithLinks(rule).flatMap((tier) =>
      (['a', 'b'] as const).map((end) => {
        const side = end === 'a' ? 'the first' : 'the second';
        const members = { kind: 'fabric', fabric: id, tier, end } as const;
        return { value: JSON.stringify(members), label: `${tier} of ${name}, by device at ${side} end`, members };
      }),
    ),
  );
}
