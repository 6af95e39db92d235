/** Mounting what the catalog gave: where the pointer holds it, or on the first free units. */
import { mountDevices, type MountDevices } from '../../shared/commands/devices.ts';
import { firstRole } from '../../shared/catalog/firstRole.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { mountProblem, unitsOf, unitsText } from '../../shared/checks/mountProblem.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { hasHand } from '../../shared/plan/mountPlace.ts';
import { nextFreeName } from '../../shared/plan/names.ts';
import type { Device, DeviceRole, Plan } from '../../shared/plan/types.ts';
import type { ElevationContext } from './elevationChart.ts';
import type { Place } from './elevationHit.ts';
import { firstName } from './firstName.ts';

export interface MountTry {
  readonly args: MountDevices;
  readonly problem: string | null;
}

/** Tries the device in the hand at a place and shows it there; null: it is over no cabinet. */
export function mountAt(context: ElevationContext, id: string, place: Place | null): MountTry | null {
  const { carrying: type } = context.elevation();
  if (type === null || place === null) {
    context.leave(null);
    return null;
  }
  const plan = context.plan();
  // The pointer holds it in the middle.
  const positionU = Math.max(1, Math.round(place.unit - type.heightU / 2));
  const args = mountOf(plan, { id, type, cabinet: place.cabinet, positionU, face: place.side, hand: place.hand });
  const after = runCommand(plan, mountDevices, args);
  const problem = after.ok ? mountProblem(after.value.plan, [id]) : after.error.message;
  const [device] = args.devices;
  const units = unitsText(unitsOf({ device: { positionU }, type }));
  const side = device?.hand === undefined ? place.side : `${place.side} ${device.hand}`;
  const text = `${device?.name ?? type.name} · ${plan.cabinets.get(place.cabinet)?.name ?? place.cabinet}, ${units}, ${side}`;
  context.attempt(mountDevices, args, { moving: [id], text, problem });
  return { args, problem };
}

/** A new device of a type, named on from the last of its kind in the plan, with the role that those have. */
export function mountOf(
  plan: Plan,
  {
    id,
    type,
    cabinet,
    positionU,
    face,
    hand,
  }: Pick<Device, 'id' | 'cabinet' | 'positionU' | 'face' | 'hand'> & { readonly type: DeviceType },
): MountDevices {
  const kin = [...plan.devices.values()].filter((device) => device.type === type.id);
  const named = { id, cabinet, type: type.id, name: newName(plan, type, kin), role: roleOf(kin, type), positionU, face };
  const device: Device = hasHand(type) ? { ...named, hand: hand ?? 'left' } : named;
  return { devices: [device], types: [type] };
}

function newName(plan: Plan, type: DeviceType, kin: readonly Device[]): string {
  const taken = new Set([...plan.devices.values()].map(({ name }) => name));
  const last = kin
    .map(({ name }) => name)
    .sort(compareNames)
    .at(-1);
  if (last !== undefined) return nextFreeName(last, taken);
  const first = firstName(type.name);
  return taken.has(first) ? nextFreeName(first, taken) : first;
}

/** Devices of one type nearly always do one thing; the first of its type does what such a type is made for. */
function roleOf(kin: readonly Device[], type: DeviceType): DeviceRole {
  const roles = new Set(kin.map(({ role }) => role));
  const [only] = roles;
  return roles.size === 1 && only !== undefined ? only : firstRole(type);
}
