/** The legs of one loom: how far each member sticks out of the bound part at either end, which differs by the rack unit of its port. */
import { explainCable, type CabledPlan } from '../cabling/explainCable.ts';
import { must } from '../assert.ts';
import type { Loom } from './looms.ts';

export interface LoomLeg {
  readonly cable: string;
  /** From the breakout point, at the cabinet's opening, to the port; with half of the slack each. */
  readonly firstMm: number;
  readonly secondMm: number;
}

/** In the order of the members; ends as in `Loom.cabinets`. Legs and the bound part add up to what each member requires. */
export function loomLegs(derived: CabledPlan, { members, cabinets, boundMm }: Loom): LoomLeg[] {
  return members.map((cable) => {
    const { cableId, terms, requiredMm } = explainCable(derived, cable);
    const inside = (cabinet: string): number =>
      terms.reduce((sum, { id, kind, lengthMm }) => (id === cabinet && kind !== 'drop' && kind !== 'offset' ? sum + lengthMm : sum), 0);
    const firstInMm = inside(cabinets[0]);
    const slackMm = must(requiredMm, 'required length') - boundMm - firstInMm - inside(cabinets[1]);
    const firstMm = firstInMm + Math.ceil(slackMm / 2);
    return { cable: cableId, firstMm, secondMm: must(requiredMm, 'required length') - boundMm - firstMm };
  });
}
