/** Decisions about looms, from the inspector and from the tables. */
import { bindCables, releaseLooms, setLoom, splitLoom } from '../../shared/commands/looms.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import type { LoomDecision } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { refusalOf } from './editActions.ts';

/** A loom as its inspector knows it. */
export interface KnownLoom {
  readonly id: string;
  readonly decision: string | null;
  readonly cables: readonly string[];
}

type Decided = Partial<Pick<LoomDecision, 'name' | 'make' | 'pulledFrom'>>;

/** Sets what was not decided by now; a derived loom is bound as it stands. Why it was refused, or null. */
export function decideLoom(planner: Planner, { decision, cables }: KnownLoom, set: Decided): string | null {
  if (decision !== null) return refusalOf(planner, setLoom, { id: decision, set });
  const id = newId('looms', planner.plan.getState().plan, randomBytes);
  const refusal = refusalOf(planner, bindCables, { loom: { id, name: null, cables, make: null, pulledFrom: null, ...set } });
  if (refusal === null) planner.session.select([{ kind: 'loom', id }]);
  return refusal;
}

/** Binds cables into one loom, or takes them out of all. */
export function bindTogether(planner: Planner, cables: readonly string[], make: 'none' | null): void {
  const id = newId('looms', planner.plan.getState().plan, randomBytes);
  const refusal = refusalOf(planner, bindCables, { loom: { id, name: null, cables, make, pulledFrom: null } });
  if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
  else if (make === null) planner.session.select([{ kind: 'loom', id }]);
}

export function splitInTwo(planner: Planner, { cables }: KnownLoom): void {
  const ids = newIds('looms', 2, planner.plan.getState().plan, randomBytes);
  const refusal = refusalOf(planner, splitLoom, { cables, ids });
  if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
  else planner.session.select(ids.map((id) => ({ kind: 'loom', id })));
}

/** Lets the rules bind these looms again. */
export function bindByRules(planner: Planner, decisions: readonly string[]): void {
  const refusal = refusalOf(planner, releaseLooms, { ids: decisions });
  if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
  else planner.session.select([]);
}

/** Cables of looms, each once; none where the engine was left before it told them. */
export async function cablesOfLooms(planner: Planner, ids: readonly string[]): Promise<readonly string[]> {
  const looms = await Promise.all(ids.map((id) => planner.engine.explain(id).catch(() => null)));
  return [...new Set(looms.flatMap((loom) => (loom?.kind === 'loom' ? loom.legs.map(({ cable }) => cable) : [])))];
}
