/** Where the switches of the campus stand: in each hall above the other switches, in the core hall spread over its cabinets. */
import { must } from '../../assert.ts';
import type { CabinetModel, DeviceType } from '../../catalog/types.ts';
import { compareIds } from '../../plan/sortedById.ts';
import type { Cabinet, Device, Plan } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { FREE_ON_TOP_U } from '../networkCabinets.ts';

/** A cabinet's budget holds a tenth more than its devices draw, in whole kilowatts, as in every generated hall. */
const CABINET_POWER_RESERVE = 1.1;

export interface CampusMounting {
  readonly devices: readonly Device[];
  /** Cabinets whose budgets rose. */
  readonly cabinets: readonly Cabinet[];
}

type HallPlan = Pick<Plan, 'cabinets' | 'devices' | 'catalog'>;

/** Puts switches on top of the network cabinets of a hall that hold the fewest devices, two never in one while there are others. */
export function mountOnTop(plan: HallPlan, names: readonly string[], type: DeviceType): Result<CampusMounting, UserError> {
  const byCabinet = new Map<string, Device[]>();
  for (const device of plan.devices.values()) {
    if (device.role !== 'node') byCabinet.set(device.cabinet, [...(byCabinet.get(device.cabinet) ?? []), device]);
  }
  const places = [...byCabinet].sort(([a, one], [b, other]) => one.length - other.length || compareIds(a, b));
  const devices: Device[] = [];
  for (const name of names) {
    const taken = (cabinet: string): Device[] => [...(byCabinet.get(cabinet) ?? []), ...devices.filter((one) => one.cabinet === cabinet)];
    const free = places
      .map(([cabinet]) => ({ cabinet, positionU: highestFreeU(plan, cabinet, taken(cabinet), type.heightU) }))
      .filter((place): place is { cabinet: string; positionU: number } => place.positionU !== null)
      .sort((a, b) => countIn(devices, a.cabinet) - countIn(devices, b.cabinet));
    const [place] = free;
    if (place === undefined) {
      return fail({
        code: 'template.campus-room',
        path: 'uplinksPerHall',
        message: `the network cabinets of a hall have no room for its ${names.length} campus switches`,
        remedy: 'give fewer uplinks, or more network cabinets a row',
      });
    }
    devices.push(deviceOf(name, type, place.cabinet, place.positionU));
  }
  const cabinets = [...new Set(devices.map(({ cabinet }) => cabinet))].map((id) => withBudget(plan, id, devices));
  return ok({ devices, cabinets });
}

/** Spreads cores over the cabinets of the core hall, from the top down with a free unit under each. */
export function mountCores(plan: HallPlan, names: readonly string[], type: DeviceType): CampusMounting {
  const cabinets = [...plan.cabinets.values()].sort((a, b) => compareIds(a.id, b.id));
  const perCabinet = Math.ceil(names.length / cabinets.length);
  const devices = names.map((name, index) => {
    const cabinet = must(cabinets[Math.floor(index / perCabinet)], 'cabinet of the core hall');
    const topU = modelOf(plan, cabinet.id).rackUnits - FREE_ON_TOP_U;
    return deviceOf(name, type, cabinet.id, topU - (index % perCabinet) * (type.heightU + 1) - type.heightU + 1);
  });
  return { devices, cabinets: [...new Set(devices.map(({ cabinet }) => cabinet))].map((id) => withBudget(plan, id, devices)) };
}

/** Ports look out of the rear: a switch whose ports are on its front is mounted from behind. */
function deviceOf(name: string, type: DeviceType, cabinet: string, positionU: number): Device {
  const face = type.ports.some((block) => block.id === 'switch' && block.face === 'front') ? 'rear' : 'front';
  return { id: name, cabinet, type: type.id, name, role: name.startsWith('core') ? 'core' : 'other', positionU, face };
}

function highestFreeU(plan: HallPlan, cabinet: string, devices: readonly Device[], heightU: number): number | null {
  const spans = devices.map(
    ({ type, positionU }) => [positionU, positionU + must(plan.catalog.deviceTypes.get(type), type).heightU - 1] as const,
  );
  for (let positionU = modelOf(plan, cabinet).rackUnits - heightU + 1; positionU >= 1; positionU -= 1) {
    if (spans.every(([from, to]) => positionU > to || positionU + heightU - 1 < from)) return positionU;
  }
  return null;
}

function withBudget(plan: HallPlan, id: string, added: readonly Device[]): Cabinet {
  const cabinet = must(plan.cabinets.get(id), id);
  if (cabinet.powerBudgetW === null) return cabinet;
  const inside = [...plan.devices.values(), ...added].filter((device) => device.cabinet === id);
  const watts = inside.map(({ type }) => must(plan.catalog.deviceTypes.get(type), type).maxPowerW);
  if (watts.includes(null)) return { ...cabinet, powerBudgetW: null };
  const drawW = watts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { ...cabinet, powerBudgetW: Math.max(cabinet.powerBudgetW, Math.ceil((drawW * CABINET_POWER_RESERVE) / 1000) * 1000) };
}

function modelOf(plan: HallPlan, cabinet: string): CabinetModel {
  return must(plan.catalog.cabinetModels.get(must(plan.cabinets.get(cabinet), cabinet).model), 'cabinet model');
}

function countIn(devices: readonly Device[], cabinet: string): number {
  return devices.filter((device) => device.cabinet === cabinet).length;
}
