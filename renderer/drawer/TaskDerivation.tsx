/** How the hours of one task come about, under each profile that has it: the formula with its figures, what slows it, and sources. */
import { must } from '../../shared/assert.ts';
import type { Explanation } from '../../shared/engine/protocol.ts';
import { useSession } from '../state/plannerContext.ts';
import { Derivation } from '../ui/FigureTable.tsx';
import { factorTexts, taskFormula } from './taskFormula.ts';

type Hours = Extract<Explanation, { readonly kind: 'hours' }>;

export function TaskDerivation({ hours, task, columns }: { readonly hours: Hours; readonly task: string; readonly columns: number }) {
  const system = useSession((state) => state.units);
  const found = hours.profiles.flatMap((profile, index) => {
    const figures = profile.tasks.find((one) => one.task === task);
    const rules = must(hours.rules[index], profile.profile);
    const rule = rules.tasks.find((one) => one.id === task);
    return figures === undefined || rule === undefined ? [] : [{ profile, figures, rule, utilisation: rules.utilisation }];
  });
  return (
    <Derivation
      columns={columns}
      sides={found.map(({ profile, figures, rule, utilisation }) => ({
        key: profile.profile,
        name: profile.name,
        lines: [
          taskFormula(figures, rule, rule.unit === 'location' ? 1 : utilisation, system),
          ...factorTexts(figures, rule, system),
          figures.source,
        ],
      }))}
    />
  );
}
