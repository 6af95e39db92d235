/** What pathways carry, which rules name them, and new rules for a tier or a family. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { allowSegment, unpinRoute } from '../../shared/commands/routeRules.ts';
import { sortedById } from '../../shared/plan/sortedById.ts';
import type { Segment, ServiceClass } from '../../shared/plan/types.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { forbid, pinThrough, scopeChoices, scopeText } from '../tools/routeActions.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { randomBytes } from '../ui/randomBytes.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { useEdits } from './edits.ts';
import { RuleRows, type RuleRow } from './RuleRows.tsx';
import styles from './Inspector.module.css';

const SERVICES: readonly (readonly [ServiceClass, string])[] = [
  ['fiber', 'Carries fiber'],
  ['copper', 'Carries copper'],
  ['power', 'Carries power'],
];

/** What says nothing carries all of them. */
function carriedBy({ carries }: Segment): readonly ServiceClass[] {
  return carries ?? SERVICES.map(([service]) => service);
}

export function SegmentServices({ segments }: { readonly segments: readonly Segment[] }) {
  const edits = useEdits();
  return SERVICES.map(([service, label]) => {
    const count = segments.filter((segment) => carriedBy(segment).includes(service)).length;
    return (
      <CheckField
        key={service}
        label={label}
        checked={count === segments.length ? true : count === 0 ? false : 'mixed'}
        onChange={(carries) => edits.setSegmentService(segments, service, carries)}
      />
    );
  });
}

export function SegmentRules({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const [value, setValue] = useState<string | null>(null);
  const choices = scopeChoices(plan);
  const chosen = choices.find((choice) => choice.value === value) ?? choices[0];
  const [only] = ids;
  const rows = sortedById(plan.routeRules).flatMap(({ id, name, scope, via, avoid }): RuleRow[] => [
    ...via.flatMap((waypoint, position): RuleRow[] =>
      waypoint.kind === 'segment' && ids.includes(waypoint.id)
        ? [
            {
              key: `${id} via ${position}`,
              text: `Pinned: ${scopeText(plan, scope)}`,
              aside: name,
              removeLabel: `Unpin ${name}`,
              onRemove: () => runCommand(planner, unpinRoute, { rule: id, position }),
            },
          ]
        : [],
    ),
    ...avoid
      .filter((segment) => ids.includes(segment))
      .map((segment): RuleRow => ({
        key: `${id} avoid ${segment}`,
        text: `Forbidden: ${scopeText(plan, scope)}`,
        aside: name,
        removeLabel: `Allow ${name}`,
        onRemove: () => runCommand(planner, allowSegment, { rule: id, segment }),
      })),
  ]);
  return (
    <Section title="Rules for routes" aside={rows.length === 0 ? 'none' : String(rows.length)}>
      <RuleRows rows={rows} />
      {chosen === undefined || only === undefined ? null : (
        <div className={styles.fields}>
          <SelectField
            label="Cables"
            value={chosen.value}
            options={choices.map(({ value: key, label }) => ({ value: key, label }))}
            searchable
            onChange={setValue}
          />
          <div className={styles.buttons}>
            <Button variant="default" size="compact-sm" onClick={() => forbid(planner, chosen.scope, ids, randomBytes)}>
              Forbid here
            </Button>
            {ids.length > 1 ? null : (
              <Button variant="default" size="compact-sm" onClick={() => pinThrough(planner, chosen.scope, only, randomBytes)}>
                Pin through here
              </Button>
            )}
          </div>
        </div>
      )}
    </Section>
  );
}
