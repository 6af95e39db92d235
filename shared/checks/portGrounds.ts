import type { CheckInput } from './types.ts';

/**
 * On what it depends whether ports, optics and cable ends go together: on no place of a cabinet or a device, so a move leaves it alone.
 * The columns of the links are other ones whenever a device comes, goes, or is of another type.
 */
export function portGrounds({ plan, cabling }: CheckInput): readonly unknown[] {
  const { aDevice, aPort, bDevice, bPort } = cabling.links;
  return [aDevice, aPort, bDevice, bPort, plan.links, plan.overrides, plan.fabrics, plan.catalog];
}
