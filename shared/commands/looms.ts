/** What people decide about looms: which cables are bound together, how they are made, from where they are pulled. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import type { Command } from './command.ts';
import type { LoomDecision, Plan } from '../plan/types.ts';

export interface BindCables {
  readonly loom: LoomDecision;
}

/** Binds cables into a loom of their own; they leave the looms that they were decided to be in. Bound as `none` they are pulled one by one. */
export const bindCables: Command<BindCables> = (plan, { loom }) => {
  const taken = findTaken(plan, 'looms', [loom.id]);
  if (taken !== null) return fail(taken);
  const cables = [...new Set(loom.cables)].sort();
  if (cables.length < 2 && loom.make !== 'none')
    return refuse('a loom holds two cables or more', 'select more cables between the same two cabinets');
  const label = loom.make === 'none' ? `Pull ${counted(cables.length, 'cable')} alone` : `Bind ${counted(cables.length, 'cable')}`;
  const left = without(plan, new Set(cables));
  return changeOf(plan, label, { put: { looms: [...left.put, { ...loom, cables }] }, remove: { looms: left.emptied } });
};

export interface SplitLoom {
  /** All cables of the loom, in the order in which they are parted. */
  readonly cables: readonly string[];
  /** Ids of the parts, one each. */
  readonly ids: readonly string[];
}

/** Parts a loom into looms of about the same size. */
export const splitLoom: Command<SplitLoom> = (plan, { cables, ids }) => {
  const taken = findTaken(plan, 'looms', ids);
  if (taken !== null) return fail(taken);
  if (ids.length < 2) return refuse('a loom is split into two parts or more', 'give another number of parts');
  if (cables.length < 2 * ids.length) return refuse('a part would hold a single cable', 'split it into fewer parts');
  const left = without(plan, new Set(cables));
  const parts = ids.map((id, part): LoomDecision => {
    const from = Math.floor((part * cables.length) / ids.length);
    const to = Math.floor(((part + 1) * cables.length) / ids.length);
    return { id, name: null, cables: cables.slice(from, to).sort(), make: null, pulledFrom: null };
  });
  return changeOf(plan, `Split a loom into ${ids.length}`, { put: { looms: [...left.put, ...parts] }, remove: { looms: left.emptied } });
};

export interface SetLoom {
  readonly id: string;
  readonly set: Partial<Pick<LoomDecision, 'name' | 'make' | 'pulledFrom'>>;
}

/** Changes what was decided about a loom. */
export const setLoom: Command<SetLoom> = (plan, { id, set }) => {
  const found = findAll(plan, 'looms', [id]);
  if (!found.ok) return found;
  return changeOf(plan, `Change ${set.name ?? 'a loom'}`, { put: { looms: found.value.map((loom) => ({ ...loom, ...set })) } });
};

/** Takes back what was decided about looms: their cables are bound as the rules say. */
export const releaseLooms: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'looms', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Bind by the rules again`, { remove: { looms: found.value.map(({ id }) => id) } });
};

/** Decisions that change when these cables leave them, and those of which nothing is left to bind. */
function without(plan: Plan, cables: ReadonlySet<string>): { readonly put: readonly LoomDecision[]; readonly emptied: readonly string[] } {
  const put: LoomDecision[] = [];
  const emptied: string[] = [];
  for (const loom of plan.looms.values()) {
    const kept = loom.cables.filter((id) => !cables.has(id));
    if (kept.length === loom.cables.length) continue;
    if (kept.length === 0 || (kept.length === 1 && loom.make !== 'none')) emptied.push(loom.id);
    else put.push({ ...loom, cables: kept });
  }
  return { put, emptied };
}
