/** First pass of the engine: the plan's things in id order with their true geometry, and the pathway network. */
import { must } from '../assert.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { boxAround } from '../geometry/shapes.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import { surveyAccesses } from './accesses.ts';
import { surveyNetwork } from './network.ts';
import type { Survey, SurveyedCabinet, SurveyedDevice } from './types.ts';

/** Surveys a plan. References must be sound; a missing one is a bug and throws. Pass the last survey to reuse what did not change. */
export function surveyPlan(plan: Plan, previous?: { readonly plan: Plan; readonly survey: Survey }): Survey {
  const network = previous !== undefined && sameNetwork(plan, previous.plan) ? previous.survey.network : surveyNetwork(plan);
  const bare = sortedById(plan.cabinets);
  const cabinetRow = new Map(bare.map((cabinet, row) => [cabinet.id, row]));
  const devices: SurveyedDevice[] = sortedById(plan.devices).map((device) => ({
    device,
    type: must(plan.catalog.deviceTypes.get(device.type), `device type ${device.type}`),
    cabinet: must(cabinetRow.get(device.cabinet), `cabinet ${device.cabinet}`),
  }));
  const deviceRow = new Map(devices.map(({ device }, row) => [device.id, row]));

  const devicesByCabinet: number[][] = bare.map(() => []);
  devices.forEach(({ cabinet }, row) => devicesByCabinet[cabinet]!.push(row));
  const cabinets = bare.map((cabinet, row): SurveyedCabinet => {
    const model = must(plan.catalog.cabinetModels.get(cabinet.model), `cabinet model ${cabinet.model}`);
    const corners = cabinetCorners(cabinet.xMm, cabinet.yMm, model.widthMm, model.depthMm, cabinet.rotationDeg);
    const mounted = devicesByCabinet[row]!.sort((a, b) => devices[a]!.device.positionU - devices[b]!.device.positionU || a - b);
    return { cabinet, model, corners, box: boxAround(corners), devices: mounted };
  });
  return {
    halls: sortedById(plan.halls),
    cabinets,
    devices,
    cabinetRow,
    deviceRow,
    network,
    ...surveyAccesses(plan, network, cabinets),
  };
}

/** Plans are frozen and share unchanged tables, so identity tells whether the network is still the same. */
function sameNetwork(a: Plan, b: Plan): boolean {
  return a.segments === b.segments && a.junctions === b.junctions && a.halls === b.halls;
}

