/** The devices that come with a unit of a SuperPOD, where they stand when it is generated, or as near to it as there is room. */
import { must } from '../../assert.ts';
import type { Catalog, DeviceType } from '../../catalog/types.ts';
import { clashOf } from '../../checks/mountProblem.ts';
import type { Cabinet, Device, Plan } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { superpodDevices, TYPES } from '../../templates/superpod/mounting.ts';
import type { Superpod } from './superpodFamily.ts';

/** Devices of so many units as they are generated, with the types that stand for them in this plan. */
export function generatedDevices(plan: Plan, pod: Superpod, su: number, rackUnits: number): Device[] {
  const types = typesIn(plan, pod, rackUnits);
  return superpodDevices(su, withTypes(plan.catalog, types), rackUnits).map((device) => ({
    ...device,
    type: must(types.get(device.type), device.type).id,
  }));
}

/** Types of the plan by the catalog ids that a generated SuperPOD has: a designer may have taken another switch. */
function typesIn(plan: Plan, { su, devices }: Superpod, rackUnits: number): ReadonlyMap<string, DeviceType> {
  const [any] = devices.values();
  const own = plan.catalog.deviceTypes;
  const instead = must(own.get(any?.type ?? ''), 'a type');
  const listed = new Map(Object.values(TYPES).map((id) => [id, own.get(id) ?? instead] as const));
  const counts = new Map<string, Map<string, number>>();
  for (const { id, type } of superpodDevices(su, withTypes(plan.catalog, listed), rackUnits)) {
    const standing = devices.get(id);
    if (standing === undefined) continue;
    const known = counts.get(type) ?? new Map<string, number>();
    counts.set(type, known.set(standing.type, (known.get(standing.type) ?? 0) + 1));
  }
  return new Map(
    [...listed].map(([id, type]) => {
      const [most] = [...(counts.get(id) ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      return [id, most === undefined ? type : must(own.get(most[0]), most[0])];
    }),
  );
}

function withTypes(catalog: Catalog, types: ReadonlyMap<string, DeviceType>): Catalog {
  return { ...catalog, deviceTypes: types };
}

/** Cabinets of the plan by what they are called where it is generated: those that most of their devices stand in. */
export function cabinetsOfPod({ cabinets }: Plan, pod: Superpod, generated: readonly Device[]): Map<string, Cabinet> {
  const counts = new Map<string, Map<string, number>>();
  for (const { id, cabinet } of generated) {
    const own = pod.devices.get(id)?.cabinet;
    if (own === undefined) continue;
    const known = counts.get(cabinet) ?? new Map<string, number>();
    counts.set(cabinet, known.set(own, (known.get(own) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([cabinet, own]) => {
      const [most] = [...own].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      return [cabinet, must(cabinets.get(must(most, cabinet)[0]), cabinet)];
    }),
  );
}

/** Mounts devices one after the other; `homes` says which cabinet of the plan is which of the SuperPOD. */
export class PodMounting {
  readonly made: Device[] = [];
  private readonly plan: Plan;
  private readonly homes: ReadonlyMap<string, Cabinet>;
  private readonly inCabinet = new Map<string, Device[]>();
  private readonly ids: Set<string>;

  constructor(plan: Plan, homes: ReadonlyMap<string, Cabinet>) {
    this.plan = plan;
    this.homes = homes;
    this.ids = new Set(plan.devices.keys());
    for (const device of plan.devices.values()) this.put(device);
  }

  /** At its own rack unit, else at the nearest free one of its cabinet, else in the next cabinet of switches; `prefix` is that of a hall. */
  mount(wanted: Device, prefix: string): Result<Device, UserError> {
    const home = must(this.homes.get(wanted.cabinet), wanted.cabinet);
    const others = wanted.role === 'node' ? [] : [...this.homes.values()].filter(({ id }) => id !== home.id && this.holdsNoNode(id));
    for (const cabinet of [home, ...others]) {
      const positionU = this.freeUnit(wanted, cabinet);
      if (positionU === null) continue;
      const id = this.freeId(prefix + wanted.id);
      const device = { ...wanted, id, name: id, cabinet: cabinet.id, positionU };
      this.put(device);
      this.made.push(device);
      return ok(device);
    }
    return fail({
      code: 'expand.room',
      path: wanted.id,
      message: `no cabinet has rack units and power left for ${wanted.id}, which is to stand in ${home.name}`,
      remedy: 'make room in it, or have its power budget raised, and expand again',
    });
  }

  private freeUnit(wanted: Device, cabinet: Cabinet): number | null {
    const { catalog } = this.plan;
    const model = must(catalog.cabinetModels.get(cabinet.model), cabinet.model);
    const typeOf = ({ type }: Device): DeviceType => must(catalog.deviceTypes.get(type), type);
    const type = typeOf(wanted);
    const held = this.inCabinet.get(cabinet.id) ?? [];
    const watts = [...held, wanted].reduce((sum, device) => sum + (typeOf(device).maxPowerW ?? 0), 0);
    if (cabinet.powerBudgetW !== null && type.maxPowerW !== null && type.maxPowerW > 0 && watts > cabinet.powerBudgetW) return null;
    const units = Array.from({ length: Math.max(0, model.rackUnits - type.heightU + 1) }, (_, at) => at + 1);
    units.sort((a, b) => Math.abs(a - wanted.positionU) - Math.abs(b - wanted.positionU) || a - b);
    const isFree = (positionU: number): boolean =>
      held.every((other) => clashOf({ device: { ...wanted, positionU }, type }, { device: other, type: typeOf(other) }, model) === null);
    return units.find(isFree) ?? null;
  }

  private holdsNoNode(cabinet: string): boolean {
    return (this.inCabinet.get(cabinet) ?? []).every(({ role }) => role !== 'node');
  }

  private put(device: Device): void {
    this.inCabinet.set(device.cabinet, [...(this.inCabinet.get(device.cabinet) ?? []), device]);
  }

  private freeId(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.ids.has(id); number += 1) id = `${wanted}-${number}`;
    this.ids.add(id);
    return id;
  }
}

/** What stands before the ids of all of its devices, as the hall of a campus does; nothing where they differ. */
export function prefixOf({ devices }: Superpod): string {
  const found = new Set([...devices].map(([known, { id }]) => (id.endsWith(known) ? id.slice(0, -known.length) : '')));
  const [first, ...others] = found;
  return others.length === 0 ? (first ?? '') : '';
}
