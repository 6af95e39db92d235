/** What openings and managers of a plan's cabinets may hold, and which of them hold more. */
import { must } from '../../assert.ts';
import type { Settings } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import { areasOf, cabinetLoads, partOf, sumOf, type PartCounts } from '../cabinetLoads.ts';
import { cabinetPartLimits, managerAreaMm2, openingAreaMm2 } from '../cabinetParts.ts';
import { isOver } from '../pathwayFill.ts';
import type { Cabling } from '../types.ts';

/** Cross-section of cables in mm², by `partOf`. */
export interface PartRoom {
  readonly usedMm2: Float64Array;
  /** Above which a check calls it an error; NaN where the size is not published: no cable is sent there, and none away. */
  readonly limitMm2: Float64Array;
}

export interface CabinetRoom {
  readonly openings: PartRoom;
  /** At the fullest height of each manager; at all heights together where even that is no more than any of them may hold. */
  readonly managers: PartRoom;
}

/** Room in all openings and managers as the cables lie now. */
export function cabinetRoom(settings: Settings, survey: Survey, cabling: Cabling): CabinetRoom {
  const share = cabinetPartLimits(settings).errorPct / 100;
  const limits = (): Float64Array => new Float64Array(survey.cabinets.length * 4).fill(NaN);
  const [openings, managers] = [limits(), limits()];
  for (const [row, { model }] of survey.cabinets.entries()) {
    for (const opening of model.openings) {
      const areaMm2 = openingAreaMm2(opening);
      if (areaMm2 !== null) openings[partOf(row, opening.side, opening.edge === 'bottom')] = areaMm2 * share;
    }
    const areaMm2 = managerAreaMm2(model);
    if (areaMm2 !== null) managers.fill(areaMm2 * share, row * 4, row * 4 + 4);
  }
  const loads = cabinetLoads(survey, cabling);
  const areas = areasOf(cabling);
  const used = (counts: PartCounts): Float64Array => openings.map((_, part) => sumOf(counts, part, areas));
  const atMost = { usedMm2: used(loads.managersAtMost), limitMm2: managers };
  return {
    openings: { usedMm2: used(loads.openings), limitMm2: openings },
    managers: overfullParts(atMost).length === 0 ? atMost : { ...atMost, usedMm2: used(loads.managers()) },
  };
}

/** Parts that hold more than they may, ascending: by id of the cabinet, front before rear. */
export function overfullParts({ usedMm2, limitMm2 }: PartRoom): number[] {
  const over: number[] = [];
  usedMm2.forEach((used, part) => {
    if (isOver(used, must(limitMm2[part], 'limit'))) over.push(part);
  });
  return over;
}
