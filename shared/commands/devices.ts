/** Mounting devices in cabinets. Whether they fit is for the checks: a plan under way may be wrong for a while. */
import { changeOf } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { must } from '../assert.ts';
import { namedOrCounted } from './wording.ts';
import type { Command } from './command.ts';
import type { Device } from '../plan/types.ts';
import type { DeviceType } from '../catalog/types.ts';

export interface MountDevices {
  readonly devices: readonly Device[];
  /** Their types, to be embedded. */
  readonly types: readonly DeviceType[];
}

/** Mounts new devices. */
export const mountDevices: Command<MountDevices> = (plan, { devices, types }) => {
  const taken = findTaken(
    plan,
    'devices',
    devices.map(({ id }) => id),
  );
  if (taken !== null) return fail(taken);
  return changeOf(plan, `Mount ${namedOrCounted(devices, 'device')}`, { embed: { deviceTypes: types }, put: { devices } });
};

export interface MoveDevices {
  readonly moves: readonly (Pick<Device, 'id' | 'cabinet' | 'positionU'> & Partial<Pick<Device, 'face' | 'hand'>>)[];
}

/** Moves devices to other units, faces or cabinets; their links and their places in fabrics go with them. */
export const moveDevices: Command<MoveDevices> = (plan, { moves }) => {
  const found = findAll(
    plan,
    'devices',
    moves.map(({ id }) => id),
  );
  if (!found.ok) return found;
  const moveOf = new Map(moves.map((move) => [move.id, move]));
  const devices = found.value.map((device) => ({ ...device, ...must(moveOf.get(device.id), 'move') }));
  return changeOf(plan, `Move ${namedOrCounted(found.value, 'device')}`, { put: { devices } });
};

export interface SetDevices {
  readonly ids: readonly string[];
  readonly set: Partial<Pick<Device, 'name' | 'role' | 'face' | 'hand' | 'positionU'>>;
}

/** Sets the same values on devices. */
export const setDevices: Command<SetDevices> = (plan, { ids, set }) => {
  const found = findAll(plan, 'devices', ids);
  if (!found.ok) return found;
  const what = namedOrCounted(found.value, 'device');
  const label = set.name !== undefined ? `Rename ${what} to ${set.name}` : `Change ${what}`;
  return changeOf(plan, label, { put: { devices: found.value.map((device) => ({ ...device, ...set })) } });
};

export interface SwapDeviceType {
  readonly ids: readonly string[];
  readonly type: DeviceType;
}

/** Gives devices another type and embeds it. */
export const swapDeviceType: Command<SwapDeviceType> = (plan, { ids, type }) => {
  const found = findAll(plan, 'devices', ids);
  if (!found.ok) return found;
  const devices = found.value.map((device) => ({ ...device, type: type.id }));
  return changeOf(plan, `Make ${namedOrCounted(found.value, 'device')} ${type.name}`, { embed: { deviceTypes: [type] }, put: { devices } });
};
