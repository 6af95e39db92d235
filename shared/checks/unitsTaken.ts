import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import type { Finding } from './types.ts';
import type { SurveyedCabinet, SurveyedDevice } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { devicesIn } from './cabinetTotals.ts';
import { sharedUnits, unitsText } from './mountProblem.ts';
import { millimetres } from './figures.ts';

/** No two devices on one face share a rack unit; front and rear devices may, as long as both fit in depth. */
export const unitsTaken = checkEachCabinet({
  codes: ['unit.taken-twice', 'unit.front-rear-clash'],
  title: 'Rack units are taken once',
  grounds: () => [],
  reachMm: () => null,
  *judge({ survey }, row) {
    const cabinet = must(survey.cabinets[row], 'cabinet');
    const devices = devicesIn(survey, cabinet);
    for (const [position, lower] of devices.entries()) {
      const topU = lower.device.positionU + lower.type.heightU - 1;
      for (let next = position + 1; next < devices.length; next += 1) {
        const upper = devices[next];
        if (upper === undefined || upper.device.positionU > topU) break;
        const finding = judge(cabinet, lower, upper);
        if (finding !== null) yield finding;
      }
    }
  },
});

function judge(surveyed: SurveyedCabinet, lower: SurveyedDevice, upper: SurveyedDevice): Omit<Finding, 'accepted'> | null {
  const { cabinet, model, corners } = surveyed;
  const shared = sharedUnits(lower, upper);
  if (shared === null) return null;
  const units = unitsText(shared);
  const base = {
    severity: 'error',
    ids: [lower.device.id, upper.device.id].sort(),
    place: { hall: cabinet.hall, at: middleOf(corners) },
  } as const;
  if (lower.device.face === upper.device.face) {
    return {
      ...base,
      code: 'unit.taken-twice',
      message: `${lower.device.name} and ${upper.device.name} both take ${units} of cabinet ${cabinet.name}`,
      required: 'one device',
      actual: '2 devices',
      mend: `Move ${upper.device.name} to free units`,
    };
  }
  const depthMm = lower.type.depthMm + upper.type.depthMm;
  if (depthMm <= model.usableDepthMm) return null;
  return {
    ...base,
    code: 'unit.front-rear-clash',
    message: `${lower.device.name} and ${upper.device.name} meet inside ${units} of cabinet ${cabinet.name}, one from the front and one from the rear`,
    required: `at most ${millimetres(model.usableDepthMm)} together`,
    actual: millimetres(depthMm),
    mend: `Move ${upper.device.name} to other units`,
  };
}
