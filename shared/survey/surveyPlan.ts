/** First pass of the engine: the plan's things in id order with their true geometry, and the pathway network. */
import { must } from '../assert.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { boxAround } from '../geometry/shapes.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import { dropSegmentsByHall, surveyAccesses } from './accesses.ts';
import { surveyNetwork } from './network.ts';
import type { Survey, SurveyedCabinet, SurveyedDevice } from './types.ts';

/** A plan and its survey, from which the next survey may take over what did not change. */
export interface SurveyedPlan {
  readonly plan: Plan;
  readonly survey: Survey;
}

/**
 * Surveys a plan. References must be sound; a missing one is a bug and throws. With the survey of an earlier plan, parts whose
 * tables are the same objects are taken over (plans are frozen and share what did not change); the result is the same.
 */
export function surveyPlan(plan: Plan, previous?: SurveyedPlan): Survey {
  const sorted = sortedCabinets(plan, previous);
  const { devices, deviceRow, devicesByCabinet } = surveyDevices(plan, sorted, previous);
  const cabinets = sorted.cabinets.map((cabinet, row): SurveyedCabinet => {
    const before = previous?.survey.cabinets[row];
    const held = devicesByCabinet(row);
    if (before !== undefined && before.cabinet === cabinet && plan.catalog === previous?.plan.catalog && isSameList(held, before.devices)) {
      return before;
    }
    return surveyCabinet(plan, cabinet, held);
  });
  const network = previous !== undefined && isSameNetwork(plan, previous.plan) ? previous.survey.network : surveyNetwork(plan);
  const isSameReach = previous !== undefined && network === previous.survey.network && plan.settings === previous.plan.settings;
  return {
    halls: sortedById(plan.halls),
    cabinets,
    devices,
    cabinetRow: sorted.cabinetRow,
    deviceRow,
    network,
    ...surveyAccesses(plan, dropSegmentsByHall(plan, network), network, cabinets, isSameReach ? previous.survey : undefined),
  };
}

interface SortedCabinets {
  readonly cabinets: readonly Cabinet[];
  readonly cabinetRow: ReadonlyMap<string, number>;
}

/** Moving cabinets keeps their ids, so the order of rows is taken over whenever the ids are the same. */
function sortedCabinets(plan: Plan, previous: SurveyedPlan | undefined): SortedCabinets {
  if (previous !== undefined && plan.cabinets.size === previous.plan.cabinets.size) {
    const cabinets: Cabinet[] = [];
    for (const id of previous.survey.cabinetRow.keys()) {
      const cabinet = plan.cabinets.get(id);
      if (cabinet === undefined) break;
      cabinets.push(cabinet);
    }
    if (cabinets.length === plan.cabinets.size) return { cabinets, cabinetRow: previous.survey.cabinetRow };
  }
  const cabinets = sortedById(plan.cabinets);
  return { cabinets, cabinetRow: new Map(cabinets.map((cabinet, row) => [cabinet.id, row])) };
}

interface SurveyedDevices {
  readonly devices: readonly SurveyedDevice[];
  readonly deviceRow: ReadonlyMap<string, number>;
  readonly devicesByCabinet: (cabinet: number) => readonly number[];
}

function surveyDevices(plan: Plan, sorted: SortedCabinets, previous: SurveyedPlan | undefined): SurveyedDevices {
  const isSame =
    previous !== undefined &&
    plan.devices === previous.plan.devices &&
    plan.catalog === previous.plan.catalog &&
    sorted.cabinetRow === previous.survey.cabinetRow;
  if (isSame) {
    const { devices, deviceRow, cabinets } = previous.survey;
    return { devices, deviceRow, devicesByCabinet: (row) => must(cabinets[row], 'cabinet').devices };
  }
  const devices = sortedById(plan.devices).map((device, row): SurveyedDevice => {
    const type = must(plan.catalog.deviceTypes.get(device.type), `device type ${device.type}`);
    const cabinet = must(sorted.cabinetRow.get(device.cabinet), `cabinet ${device.cabinet}`);
    const before = previous?.survey.devices[row];
    const isSame = before !== undefined && before.device === device && before.type === type && before.cabinet === cabinet;
    return isSame ? before : { device, type, cabinet };
  });
  const byCabinet: number[][] = sorted.cabinets.map(() => []);
  devices.forEach(({ cabinet }, row) => byCabinet[cabinet]!.push(row));
  for (const rows of byCabinet) rows.sort((a, b) => devices[a]!.device.positionU - devices[b]!.device.positionU || a - b);
  const deviceRow = new Map(devices.map(({ device }, row) => [device.id, row]));
  return { devices, deviceRow, devicesByCabinet: (row) => must(byCabinet[row], 'cabinet') };
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((row, place) => row === other[place]));
}

function surveyCabinet(plan: Plan, cabinet: Cabinet, devices: readonly number[]): SurveyedCabinet {
  const model = must(plan.catalog.cabinetModels.get(cabinet.model), `cabinet model ${cabinet.model}`);
  const corners = cabinetCorners(cabinet.xMm, cabinet.yMm, model.widthMm, model.depthMm, cabinet.rotationDeg);
  return { cabinet, model, corners, box: boxAround(corners), devices };
}

function isSameNetwork(a: Plan, b: Plan): boolean {
  return a.segments === b.segments && a.junctions === b.junctions && a.halls === b.halls;
}
