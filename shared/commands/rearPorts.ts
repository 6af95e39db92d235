/** The rear ports of the panels on the way of a link. */
import { crossingOf } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import type { LinkChannel, Plan, PortRef } from '../plan/types.ts';

/** One for each stop, in order; where a panel has no such way through, a port of a name that no port has. */
export function rearPorts(plan: Plan, { stops }: Pick<LinkChannel, 'stops'>): PortRef[] {
  return stops.map(({ device, port, rear }) => {
    const type = plan.catalog.deviceTypes.get(plan.devices.get(device)?.type ?? '');
    const crossing = type === undefined ? null : crossingOf(type, port, rear);
    const name = crossing === null || type === undefined ? undefined : portsOf(type)[crossing.rear]?.name;
    return { device, port: name ?? `behind ${port}` };
  });
}
