/** What a command takes out of the plan goes out of the rules that name it, in the same step. */
import { byTable, type Edit } from './edit.ts';
import { diversityGroupsWithout, routeRulesWithout, type GoneThings, type RulesLeft } from '../plan/ruledPlaces.ts';
import type { Plan } from '../plan/types.ts';
import type { TableName } from '../plan/schema.ts';

type RuleTable = 'routeRules' | 'diversityGroups';

/** The edit with what it does to rules; the very same one when it takes nothing away that a rule names. */
export function sweepRules(plan: Plan, edit: Edit): Edit {
  if (edit.remove === undefined || plan.routeRules.size + plan.diversityGroups.size === 0) return edit;
  const gone: GoneThings = {
    segments: goneOf(edit, 'segments'),
    junctions: goneOf(edit, 'junctions'),
    links: new Set([...goneOf(edit, 'links'), ...goneOf(edit, 'trunks')]),
    fabrics: goneOf(edit, 'fabrics'),
  };
  if (gone.segments.size + gone.junctions.size + gone.links.size + gone.fabrics.size === 0) return edit;
  const swept = withRules(edit, 'routeRules', routeRulesWithout(after(plan, edit, 'routeRules').values(), gone));
  return withRules(swept, 'diversityGroups', diversityGroupsWithout(after(plan, edit, 'diversityGroups').values(), gone));
}

function goneOf({ remove, put }: Edit, table: TableName): ReadonlySet<string> {
  const gone = new Set(remove?.[table]);
  for (const { id } of put?.[table] ?? []) gone.delete(id);
  return gone;
}

/** A table of rules as the edit leaves it by itself. */
function after<T extends RuleTable>(plan: Plan, { remove, put }: Edit, table: T): Plan[T] {
  const rules = new Map<string, { readonly id: string }>(plan[table]);
  for (const id of remove?.[table] ?? []) rules.delete(id);
  for (const rule of (put?.[table] ?? []) as readonly { readonly id: string }[]) rules.set(rule.id, rule);
  // The rules come from the plan's own table and from what is put into it.
  return rules as unknown as Plan[T];
}

function withRules(edit: Edit, table: RuleTable, { put, emptied }: RulesLeft<{ readonly id: string }>): Edit {
  if (put.length + emptied.length === 0) return edit;
  const changed = new Set([...put.map(({ id }) => id), ...emptied]);
  const kept = byTable<TableName, readonly { readonly id: string }[]>(edit.put)
    .filter(([name]) => name === table)
    .flatMap(([, things]) => things.filter(({ id }) => !changed.has(id)));
  return {
    ...edit,
    put: { ...edit.put, [table]: [...kept, ...put] },
    remove: { ...edit.remove, [table]: [...(edit.remove?.[table] ?? []), ...emptied] },
  };
}
