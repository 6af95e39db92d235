/** What the devices in cabinets weigh and draw, unknown figures apart. */
import type { Survey, SurveyedCabinet, SurveyedDevice } from '../survey/types.ts';
import { must } from '../assert.ts';

export interface Draw {
  /** Sum of the known maximum powers. */
  readonly knownW: number;
  /** Devices whose maximum power is not known. */
  readonly unknown: readonly SurveyedDevice[];
}

export function devicesIn(survey: Survey, cabinet: SurveyedCabinet): readonly SurveyedDevice[] {
  return cabinet.devices.map((row) => must(survey.devices[row], 'device of the cabinet'));
}

/** Mass of the equipment in a cabinet, without the cabinet, in grams. */
export function equipmentMassG(survey: Survey, cabinet: SurveyedCabinet): number {
  let massG = 0;
  for (const device of devicesIn(survey, cabinet)) massG += device.type.massG;
  return massG;
}

/** What the devices of some cabinets draw at most. */
export function drawOf(survey: Survey, cabinets: readonly SurveyedCabinet[]): Draw {
  let knownW = 0;
  const unknown: SurveyedDevice[] = [];
  for (const cabinet of cabinets) {
    for (const device of devicesIn(survey, cabinet)) {
      if (device.type.maxPowerW === null) unknown.push(device);
      else knownW += device.type.maxPowerW;
    }
  }
  return { knownW, unknown };
}
