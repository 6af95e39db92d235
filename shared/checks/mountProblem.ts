/** Whether devices can be mounted where they are: units free, within the cabinet, deep enough. Asked of a plan as it would be. */
import type { CabinetModel, DeviceType } from '../catalog/types.ts';
import { must } from '../assert.ts';
import { hasHand, roomBesideRailsMm, standInLine } from '../plan/mountPlace.ts';
import type { Cabinet, Device, Hand, Plan } from '../plan/types.ts';
import { millimetres } from './figures.ts';

export interface Mounted {
  readonly device: Pick<Device, 'id' | 'name' | 'positionU' | 'face' | 'hand'>;
  readonly type: DeviceType;
}

/** What of a mounted device says which units it fills. */
export interface Filling {
  readonly device: Pick<Device, 'positionU'>;
  readonly type: Pick<DeviceType, 'heightU' | 'mount' | 'fitting'>;
}

export interface UnitRange {
  readonly fromU: number;
  readonly toU: number;
}

/** Units that a device fills, or that it reaches past beside the rails. */
export function unitsOf({
  device: { positionU },
  type: { heightU },
}: Omit<Filling, 'type'> & { readonly type: Pick<DeviceType, 'heightU'> }): UnitRange {
  return { fromU: positionU, toU: positionU + heightU - 1 };
}

/** How many units of a cabinet devices fill; one that is filled in front and in the rear counts once. What hangs beside the rails takes none, and a blanking panel stands where one is free. */
export function unitsUsed(mounted: readonly Filling[]): number {
  const units = new Set<number>();
  for (const one of mounted) {
    if (one.type.mount === 'beside-rails' || one.type.fitting === 'blanking') continue;
    const { fromU, toU } = unitsOf(one);
    for (let unit = fromU; unit <= toU; unit += 1) units.add(unit);
  }
  return units.size;
}

/** Units in which two devices need the same part of the width, whichever face they are on; null: none. */
export function sharedUnits(one: Mounted, other: Mounted): UnitRange | null {
  if (!standInLine(one, other)) return null;
  const [a, b] = [unitsOf(one), unitsOf(other)];
  const [fromU, toU] = [Math.max(a.fromU, b.fromU), Math.min(a.toU, b.toU)];
  return fromU > toU ? null : { fromU, toU };
}

/** `U4`, `U4 to U7`. */
export function unitsText({ fromU, toU }: UnitRange): string {
  return fromU === toU ? `U${fromU}` : `U${fromU} to U${toU}`;
}

/** Why one device cannot stand beside another in a cabinet of this model; null: it can. */
export function clashOf(one: Mounted, other: Mounted, model: CabinetModel): string | null {
  const shared = sharedUnits(one, other);
  if (shared === null) return null;
  if (one.device.face === other.device.face)
    return `${unitsText(shared)} ${shared.fromU === shared.toU ? 'is' : 'are'} taken by ${other.device.name}`;
  const depthMm = one.type.depthMm + other.type.depthMm;
  if (depthMm <= model.usableDepthMm) return null;
  return `it meets ${other.device.name} inside ${unitsText(shared)}: ${millimetres(depthMm)} deep together, ${millimetres(model.usableDepthMm)} at most`;
}

/** Why a device cannot stand in a cabinet at all, whatever else is in it; null: it can. */
export function fitProblem(mounted: Mounted, cabinet: Pick<Cabinet, 'name'>, model: CabinetModel): string | null {
  const units = unitsOf(mounted);
  if (units.fromU < 1 || units.toU > model.rackUnits)
    return `${unitsText(units)} ${units.fromU === units.toU ? 'is' : 'are'} outside U1 to U${model.rackUnits} of ${cabinet.name}`;
  const roomMm = roomBesideRailsMm(model.widthMm);
  if (mounted.type.mount === 'beside-rails' && mounted.type.widthMm > roomMm)
    return `it is ${millimetres(mounted.type.widthMm)} wide, ${cabinet.name} has ${millimetres(roomMm)} beside its rails`;
  if (mounted.type.depthMm <= model.usableDepthMm) return null;
  return `it is ${millimetres(mounted.type.depthMm)} deep, ${cabinet.name} takes ${millimetres(model.usableDepthMm)}`;
}

/** Devices of some cabinets with their types, by cabinet. */
export function mountedIn(
  plan: Plan,
  cabinets: ReadonlySet<string>,
): ReadonlyMap<string, readonly (Mounted & { readonly device: Device })[]> {
  const byCabinet = new Map<string, (Mounted & { readonly device: Device })[]>();
  for (const device of plan.devices.values()) {
    if (!cabinets.has(device.cabinet)) continue;
    const type = must(plan.catalog.deviceTypes.get(device.type), `device type ${device.type}`);
    const known = byCabinet.get(device.cabinet);
    if (known === undefined) byCabinet.set(device.cabinet, [{ device, type }]);
    else known.push({ device, type });
  }
  return byCabinet;
}

/** Why some of these devices cannot stand where this plan has them, named when there are several; null: all can. */
export function mountProblem(plan: Plan, ids: readonly string[]): string | null {
  const devices = ids.flatMap((id) => plan.devices.get(id) ?? []);
  const byCabinet = mountedIn(plan, new Set(devices.map(({ cabinet }) => cabinet)));
  for (const device of devices) {
    const cabinet = must(plan.cabinets.get(device.cabinet), 'cabinet');
    const model = must(plan.catalog.cabinetModels.get(cabinet.model), 'cabinet model');
    const others = must(byCabinet.get(cabinet.id), 'devices of the cabinet');
    const own = must(
      others.find((one) => one.device.id === device.id),
      'device',
    );
    const problem =
      fitProblem(own, cabinet, model) ??
      others.map((other) => (other === own ? null : clashOf(own, other, model))).find((clash) => clash !== null) ??
      null;
    if (problem !== null) return devices.length === 1 ? problem : `${device.name}: ${problem}`;
  }
  return null;
}

/** A place for a device of a type, on the left where both sides are free; null: nowhere. */
export function freePlace(
  plan: Plan,
  cabinetId: string,
  wanted: { readonly id: string; readonly type: DeviceType; readonly face: Device['face'] },
  from: { readonly fromU?: number } = {},
): Pick<Device, 'positionU' | 'hand'> | null {
  const hands: readonly (Hand | undefined)[] = hasHand(wanted.type) ? ['left', 'right'] : [undefined];
  let lowest: Pick<Device, 'positionU' | 'hand'> | null = null;
  for (const hand of hands) {
    const positionU = freeUnit(plan, cabinetId, { ...wanted, hand }, from);
    if (positionU !== null && (lowest === null || positionU < lowest.positionU))
      lowest = { positionU, ...(hand === undefined ? {} : { hand }) };
  }
  return lowest;
}

/** The lowest unit from `fromU` on, or going down from it, where a device of a type can be mounted; null: nowhere. */
export function freeUnit(
  plan: Plan,
  cabinetId: string,
  wanted: { readonly id: string; readonly type: DeviceType; readonly face: Device['face']; readonly hand?: Device['hand'] },
  { fromU = 1, down = false }: { readonly fromU?: number; readonly down?: boolean } = {},
): number | null {
  const cabinet = must(plan.cabinets.get(cabinetId), 'cabinet');
  const model = must(plan.catalog.cabinetModels.get(cabinet.model), 'cabinet model');
  const others = (mountedIn(plan, new Set([cabinetId])).get(cabinetId) ?? []).filter(({ device }) => device.id !== wanted.id);
  for (let positionU = fromU; positionU >= 1 && positionU <= model.rackUnits; positionU += down ? -1 : 1) {
    const mounted: Mounted = { device: { id: wanted.id, name: '', positionU, face: wanted.face, hand: wanted.hand }, type: wanted.type };
    if (fitProblem(mounted, cabinet, model) === null && others.every((other) => clashOf(mounted, other, model) === null)) return positionU;
  }
  return null;
}
