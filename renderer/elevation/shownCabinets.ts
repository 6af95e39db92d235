/** Which cabinets stand side by side, and in what order: as they stand in the hall, whatever the order of choosing. */
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { Cabinet, Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';

/** By row, then by name, those outside of rows last; each once, none that is gone. */
export function cabinetsInOrder({ cabinets }: Pick<Plan, 'cabinets'>, ids: readonly string[]): string[] {
  return [...new Set(ids)]
    .flatMap((id) => cabinets.get(id) ?? [])
    .sort((one, other) => compareRows(one, other) || compareNames(one.name, other.name) || compareNames(one.id, other.id))
    .map(({ id }) => id);
}

function compareRows({ row: one }: Cabinet, { row: other }: Cabinet): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareNames(one, other);
}

/** Brings cabinets beside the others, the last of them into view. */
export function bringBeside({ plan, elevation }: Pick<Planner, 'plan' | 'elevation'>, ids: readonly string[]): void {
  const { cabinets, added } = elevation.store.getState();
  const missing = ids.filter((id) => !cabinets.includes(id));
  const last = ids.at(-1);
  elevation.store.setState({
    cabinets: missing.length === 0 ? cabinets : cabinetsInOrder(plan.getState().plan, [...cabinets, ...missing]),
    added: [...added, ...missing],
    reveal: last === undefined ? null : { kind: 'cabinet', id: last, to: 'view' },
  });
}

/** Brings a cabinet beside the others; it is selected, and so takes what the catalog gives next. */
export function showAnother({ plan, session, elevation }: Pick<Planner, 'plan' | 'session' | 'elevation'>, id: string): void {
  bringBeside({ plan, elevation }, [id]);
  session.select([{ kind: 'cabinet', id }]);
}

export function putAway({ elevation }: Pick<Planner, 'elevation'>, id: string): void {
  const { cabinets, added } = elevation.store.getState();
  elevation.store.setState({ cabinets: cabinets.filter((one) => one !== id), added: added.filter((one) => one !== id) });
}
