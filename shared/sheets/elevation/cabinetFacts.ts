/** What stands under a cabinet in its elevation: power, mass, rack units in use. Unknown is said, never added as zero. */
import { must } from '../../assert.ts';
import { unitsUsed } from '../../checks/mountProblem.ts';
import type { Derived } from '../../engine/engine.ts';
import type { SurveyedCabinet } from '../../survey/types.ts';
import { kilowatts, massOf } from '../figures.ts';

export function cabinetFacts({ plan, survey }: Derived, { cabinet, model, devices }: SurveyedCabinet): readonly string[] {
  let [powerW, unknown, massG] = [0, 0, 0];
  for (const row of devices) {
    const { type } = must(survey.devices[row], 'device');
    if (type.maxPowerW === null) unknown += 1;
    else powerW += type.maxPowerW;
    massG += type.massG;
  }
  const power = unknown > 0 ? `≥ ${kilowatts(powerW)}, ${unknown} unknown` : kilowatts(powerW);
  const budget = cabinet.powerBudgetW === null ? '' : ` of ${kilowatts(cabinet.powerBudgetW)}`;
  return [
    `${unitsUsed(devices.map((row) => must(survey.devices[row], 'device')))} of ${model.rackUnits} U`,
    `${power}${budget}`,
    massOf(massG, model.staticLoadG, plan.settings.units),
  ];
}
