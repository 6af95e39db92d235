import type { CheckInput } from './types.ts';

/** On what it depends whether ports, optics and cable ends go together: on no place of a cabinet, so a move leaves it alone. */
export function portGrounds({ plan, survey, cabling }: CheckInput): readonly unknown[] {
  const { aDevice, aPort, bDevice, bPort } = cabling.links;
  return [aDevice, aPort, bDevice, bPort, survey.devices, plan.links, plan.overrides, plan.fabrics, plan.catalog];
}
