/** What is known of a cabinet's model in this plan: its maker publishes little of the managers beside the rails. */
import type { CabinetModel } from '../catalog/types.ts';
import { BY_HAND } from './byHand.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';

export interface SetManagerArea {
  readonly model: string;
  /** Usable cross-section of each of the four vertical managers; null: unknown. */
  readonly area: NonNullable<CabinetModel['managerArea']> | null;
}

/** Says how much room the managers of all cabinets of a model have; the catalog entry that the plan embeds says where that comes from. */
export const setManagerArea: Command<SetManagerArea> = (plan, { model, area }) => {
  const found = plan.catalog.cabinetModels.get(model);
  if (found === undefined) return refuse(`the plan knows no model ${model}`, 'place a cabinet of this model first');
  const others = Object.entries(found.sources).filter(([key]) => key !== 'managerArea');
  const sources = Object.fromEntries(area === null ? others : [...others, ['managerArea', BY_HAND]]);
  return changeOf(plan, `Size the managers of ${found.name}`, { update: { cabinetModels: [{ ...found, managerArea: area, sources }] } });
};
