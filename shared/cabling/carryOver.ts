/** What of an earlier cabling still holds: everything but the cables at devices that moved, and at cabinets that changed. */
import { must } from '../assert.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey, SurveyedDevice } from '../survey/types.ts';
import type { ReliefOfParts } from './capacity/relieve.ts';
import type { CabledPlan } from './explainCable.ts';
import type { CableTable, LinkTable } from './types.ts';

/** True when the same links run between the same rows of devices: nothing but places, pathways and how lengths are reckoned changed. */
export function haveSameLinks(plan: Plan, survey: Survey, previous: CabledPlan): boolean {
  const before = previous.plan;
  return (
    plan.catalog === before.catalog &&
    plan.fabrics === before.fabrics &&
    plan.links === before.links &&
    plan.trunks === before.trunks &&
    plan.channels === before.channels &&
    plan.overrides === before.overrides &&
    haveSameRows(survey.devices, previous.survey.devices)
  );
}

/** True when, with the same links, nothing but places changed: the same pathways, and each cabinet with as many accesses. */
export function haveSamePathways(plan: Plan, survey: Survey, previous: CabledPlan): boolean {
  return (
    plan.settings === previous.plan.settings &&
    plan.lengthPlans === previous.plan.lengthPlans &&
    survey.network === previous.survey.network &&
    survey.cabinetRow.size === previous.survey.cabinetRow.size &&
    survey.cabinets.every(({ cabinet }, row) => cabinet.id === previous.survey.cabinets[row]?.cabinet.id) &&
    survey.firstAccess.every((first, cabinet) => first === previous.survey.firstAccess[cabinet])
  );
}

function haveSameRows(devices: readonly SurveyedDevice[], before: readonly SurveyedDevice[]): boolean {
  if (devices === before) return true;
  if (devices.length !== before.length) return false;
  return devices.every((device, row) => {
    const old = must(before[row], 'device');
    return device === old || (device.device.id === old.device.id && device.type === old.type);
  });
}

/** True when every port is where it was in its cabinet. */
export function havePortsInPlace(survey: Survey, previous: Survey): boolean {
  return survey.devices === previous.devices && survey.cabinets.every(({ model }, row) => previous.cabinets[row]?.model === model);
}

/** Marks the cabinets that are other objects than before: moved, turned, of another model, with other devices. */
export function changedCabinets(survey: Survey, previous: Survey): Uint8Array {
  const isChanged = new Uint8Array(survey.cabinets.length);
  for (let row = 0; row < isChanged.length; row += 1) if (survey.cabinets[row] !== previous.cabinets[row]) isChanged[row] = 1;
  return isChanged;
}

/** Rows of the cables that end at a changed cabinet or a moved device, ascending. */
export function touchedCables(
  survey: Survey,
  previous: Survey,
  changedCabinet: Uint8Array,
  links: Pick<LinkTable, 'aDevice' | 'bDevice'>,
  cables: Pick<CableTable, 'count' | 'firstLink' | 'linkCount'>,
): Int32Array {
  const atDevice = cablesOfDevices(survey, links, cables);
  const isTouched = new Uint8Array(cables.count);
  survey.devices.forEach((device, row) => {
    const isMoved = changedCabinet[device.cabinet] === 1 || !isAtSamePlace(device, must(previous.devices[row], 'device'));
    if (isMoved) for (let at = atDevice.first[row]!; at < atDevice.first[row + 1]!; at += 1) isTouched[atDevice.cable[at]!] = 1;
  });
  const rows: number[] = [];
  for (let cable = 0; cable < cables.count; cable += 1) if (isTouched[cable] === 1) rows.push(cable);
  return Int32Array.from(rows);
}

function isAtSamePlace(one: SurveyedDevice, other: SurveyedDevice): boolean {
  return one === other || (one.device === other.device && one.cabinet === other.cabinet);
}

/** Cables of device d: cable[first[d]] … cable[first[d + 1] − 1]. */
interface CablesOfDevices {
  readonly first: Int32Array;
  readonly cable: Int32Array;
}

const cablesOfColumn = new WeakMap<Int32Array, CablesOfDevices>();

function cablesOfDevices(
  { devices }: Survey,
  { aDevice, bDevice }: Pick<LinkTable, 'aDevice' | 'bDevice'>,
  { count, firstLink, linkCount }: Pick<CableTable, 'count' | 'firstLink' | 'linkCount'>,
): CablesOfDevices {
  let known = cablesOfColumn.get(aDevice);
  if (known !== undefined) return known;
  const first = new Int32Array(devices.length + 1);
  for (const column of [aDevice, bDevice]) for (const device of column) if (device >= 0) first[device + 1]! += 1;
  for (let device = 0; device < devices.length; device += 1) first[device + 1]! += first[device]!;
  const next = first.slice();
  const cable = new Int32Array(first[devices.length]!);
  for (let row = 0; row < count; row += 1) {
    for (let link = firstLink[row]!; link < firstLink[row]! + linkCount[row]!; link += 1) {
      for (const device of [aDevice[link]!, bDevice[link]!]) if (device >= 0) cable[next[device]!++] = row;
    }
  }
  known = { first, cable };
  cablesOfColumn.set(aDevice, known);
  return known;
}

/** Relief of those parts of the network in which no cabinet changed and no device was moved: its ways are as long as their drops. */
export function unchangedParts(survey: Survey, previous: Survey, partOf: Int32Array, reliefs: ReliefOfParts): ReliefOfParts {
  if (reliefs.size === 0) return reliefs;
  const unchanged = new Map(reliefs);
  const isChanged = changedCabinets(survey, previous);
  survey.devices.forEach((device, row) => {
    if (!isAtSamePlace(device, must(previous.devices[row], 'device'))) isChanged[device.cabinet] = 1;
  });
  isChanged.forEach((changed, row) => {
    if (changed === 0) return;
    for (const { accesses, firstAccess } of [survey, previous]) {
      for (let access = firstAccess[row]!; access < firstAccess[row + 1]!; access += 1) {
        unchanged.delete(partOf[must(accesses[access], 'access').segment]!);
      }
    }
  });
  return unchanged;
}
