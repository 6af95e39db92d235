/** Duplicating cabinets with what is mounted in them. */
import { changeOf } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { must } from '../assert.ts';
import { namedOrCounted } from './wording.ts';
import { newIds, type RandomBytes } from '../plan/ids.ts';
import { nextFreeName } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Device, Plan } from '../plan/types.ts';
import type { Command } from './command.ts';

/** Ids of a thing and of its copy. */
export type CopyIds = readonly (readonly [from: string, to: string])[];

export interface DuplicateCabinets {
  readonly cabinets: CopyIds;
  /** Devices to copy with them; none: the copies are empty. */
  readonly devices: CopyIds;
  readonly dxMm: number;
  readonly dyMm: number;
}

/** Ids for copies of cabinets and of all their devices. */
export function idsForDuplicate(
  plan: Plan,
  ids: readonly string[],
  randomBytes: RandomBytes,
): Pick<DuplicateCabinets, 'cabinets' | 'devices'> {
  const wanted = new Set(ids);
  const devices = sortedById(plan.devices).filter(({ cabinet }) => wanted.has(cabinet));
  const cabinetIds = newIds('cabinets', wanted.size, plan, randomBytes);
  const deviceIds = newIds('devices', devices.length, plan, randomBytes);
  return {
    cabinets: [...wanted].map((id, i) => [id, must(cabinetIds[i], 'id')]),
    devices: devices.map(({ id }, i) => [id, must(deviceIds[i], 'id')]),
  };
}

/** Copies cabinets beside themselves, under the next free names of their halls. Copies of devices take no place in a fabric. */
export const duplicateCabinets: Command<DuplicateCabinets> = (plan, { cabinets, devices, dxMm, dyMm }) => {
  const found = findAll(
    plan,
    'cabinets',
    cabinets.map(([from]) => from),
  );
  if (!found.ok) return found;
  const taken =
    findTaken(
      plan,
      'cabinets',
      cabinets.map(([, to]) => to),
    ) ??
    findTaken(
      plan,
      'devices',
      devices.map(([, to]) => to),
    );
  if (taken !== null) return fail(taken);

  const copyOf = new Map(cabinets);
  const names = new NamesInUse(plan);
  const copies = found.value.map((cabinet) => ({
    ...cabinet,
    id: must(copyOf.get(cabinet.id), 'id of the copy'),
    name: names.next(cabinet.hall, cabinet.name),
    xMm: cabinet.xMm + dxMm,
    yMm: cabinet.yMm + dyMm,
  }));

  const mounted: Device[] = [];
  for (const [from, to] of devices) {
    const device = plan.devices.get(from);
    const cabinet = device === undefined ? undefined : copyOf.get(device.cabinet);
    if (device === undefined || cabinet === undefined) {
      return fail({
        code: 'command.not-found',
        path: `devices.${from}`,
        message: `no device "${from}" stands in these cabinets`,
        remedy: 'select them again',
      });
    }
    mounted.push({ ...device, id: to, cabinet, name: names.next('', device.name) });
  }
  return changeOf(plan, `Duplicate ${namedOrCounted(found.value, 'cabinet')}`, { put: { cabinets: copies, devices: mounted } });
};

/** Names of cabinets by hall, and of devices over the whole plan (under ''). */
class NamesInUse {
  private readonly byScope = new Map<string, Set<string>>();

  constructor(plan: Plan) {
    for (const { hall, name } of plan.cabinets.values()) this.scope(hall).add(name);
    for (const { name } of plan.devices.values()) this.scope('').add(name);
  }

  next(scope: string, name: string): string {
    const taken = this.scope(scope);
    const free = nextFreeName(name, taken);
    taken.add(free);
    return free;
  }

  private scope(scope: string): Set<string> {
    const known = this.byScope.get(scope) ?? new Set<string>();
    this.byScope.set(scope, known);
    return known;
  }
}
