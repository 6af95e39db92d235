/** The legs of a family of trunks, as its maker gives them. */
import type { CableEnd, CableFamily } from '../catalog/types.ts';
import { BY_HAND } from './byHand.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { must } from '../assert.ts';

export interface SetTrunkLegs {
  /** Catalog id of a family that trunks of the plan are of. */
  readonly family: string;
  readonly end: 'endA' | 'endB';
  /** Null: unknown. */
  readonly set: { readonly legMm?: number | null; readonly staggerMm?: number | null };
}

/** Sets the legs of one end for all trunks of a family; the catalog entry that the plan embeds says where the figures come from. */
export const setTrunkLegs: Command<SetTrunkLegs> = (plan, { family: id, end, set }) => {
  const isOfTrunks = [...plan.trunks.values()].some((trunk) => (plan.overrides.get(trunk.id)?.family ?? trunk.family) === id);
  if (!isOfTrunks) return refuse(`no trunk is of family ${id}`, 'choose a family of trunks of the plan');
  const family = must(plan.catalog.cableFamilies.get(id), `cable family ${id}`);
  const legs: CableEnd = { ...family[end], ...set };
  const told = (['legMm', 'staggerMm'] as const).filter((field) => set[field] !== undefined);
  const others = Object.entries(family.sources).filter(([key]) => !told.some((field) => key === `${end}.${field}`));
  const known = told.filter((field) => set[field] !== null).map((field) => [`${end}.${field}`, BY_HAND] as const);
  const sources = Object.fromEntries([...others, ...known]);
  const next: CableFamily = { ...family, [end]: legs, sources };
  return changeOf(plan, `Set the legs of ${family.name}`, { update: { cableFamilies: [next] } });
};
