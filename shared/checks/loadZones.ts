import type { Check, Raised } from './types.ts';
import { boxAround } from '../geometry/shapes.ts';
import { areaMm2, sharedAreaMm2 } from '../geometry/sharedArea.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { equipmentMassG } from './cabinetTotals.ts';
import { counted, kilograms, kilopascals } from './figures.ts';
import { hallContents, type HallContents, type SurveyedObstacle } from './hallContents.ts';
import type { Survey } from '../survey/types.ts';

const GRAVITY_M_PER_S2 = 9.80665;
const MM2_PER_M2 = 1e6;

/**
 * A load zone carries what stands on it, spread over the zone: every cabinet with its equipment, by the share of its footprint that
 * lies in the zone. Cables, trays and people are not weighed.
 */
export const loadZones: Check = {
  codes: ['floor.zone-load', 'floor.zone-unknown'],
  title: 'Load zones carry what stands on them',
  *run({ plan, survey }) {
    if (![...plan.obstacles.values()].some(({ kind }) => kind === 'load-zone')) return;
    for (const contents of hallContents(plan, survey)) {
      for (const zone of contents.obstacles) {
        const finding = zone.obstacle.kind === 'load-zone' ? judge(contents, zone, survey) : null;
        if (finding !== null) yield finding;
      }
    }
  },
};

function judge(contents: HallContents, zone: SurveyedObstacle, survey: Survey): Raised | null {
  const { obstacle, polygon } = zone;
  const ids: string[] = [];
  let massG = 0;
  for (const position of contents.cabinetIndex.search(boxAround(polygon))) {
    const cabinet = must(contents.cabinets[position], 'cabinet found in the index');
    const share = sharedAreaMm2(cabinet.corners, polygon) / areaMm2(cabinet.corners);
    if (share <= 0) continue;
    ids.push(cabinet.cabinet.id);
    massG += share * (cabinet.model.massG + equipmentMassG(survey, cabinet));
  }
  if (ids.length === 0) return null;
  const base = { ids: [obstacle.id, ...ids].sort(), place: { hall: contents.hall.id, at: middleOf(polygon) } } as const;
  if (obstacle.areaLoadPa === undefined) {
    return {
      ...base,
      code: 'floor.zone-unknown',
      severity: 'warning',
      message: `Nobody has said what ${obstacle.name} carries, with ${counted(ids.length, 'cabinet')} of ${kilograms(massG)} on it`,
      required: 'area load of the zone',
      actual: 'unknown',
      mend: `Ask the building for the figure and enter it in ${obstacle.name}`,
    };
  }
  const loadPa = ((massG / 1000) * GRAVITY_M_PER_S2) / (areaMm2(polygon) / MM2_PER_M2);
  if (loadPa <= obstacle.areaLoadPa) return null;
  return {
    ...base,
    code: 'floor.zone-load',
    severity: 'error',
    message: `${counted(ids.length, 'cabinet')} of ${kilograms(massG)} load ${obstacle.name} more than it carries, spread over the zone`,
    required: `at most ${kilopascals(obstacle.areaLoadPa)}`,
    actual: kilopascals(loadPa),
    mend: 'Move cabinets out of the zone, or put less into them',
  };
}
