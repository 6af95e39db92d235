import type { Check, CheckInput, Raised } from './types.ts';
import type { CabinetPart } from '../cabling/cabinetParts.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import { cabinetGrounds } from '../cabling/cabinets/relieveCabinets.ts';
import { areasOf, cabinetLoads, partOf, sumOf } from '../cabling/cabinetLoads.ts';
import { cabinetPartLimits, cabinetParts, managerAreaMm2, openingAreaMm2, partName } from '../cabling/cabinetParts.ts';
import { isOver } from '../cabling/pathwayFill.ts';
import { middleOf } from '../geometry/polygons.ts';
import { counted, percent } from './figures.ts';

/**
 * Openings and vertical managers of cabinets are not fuller than a raceway may be, after routing has sent to others what they take. Of those whose size is not published nothing
 * is said. Whether a cabinet breaks the rule depends on its model, the settings, and the cables that end in it.
 */
export const cabinetFill: Check = {
  codes: ['opening.over-fill', 'opening.high-fill', 'manager.over-fill', 'manager.high-fill'],
  title: 'Openings and vertical managers of cabinets are not overfilled',
  rests: ({ plan, survey, cabling }) => [plan.settings, plan.catalog, ...cabinetGrounds(survey, cabling)],
  *run(input) {
    const { survey, cabling, plan } = input;
    const { warnPct } = cabinetPartLimits(plan.settings);
    const areas = areasOf(cabling);
    for (const [row, cabinet] of survey.cabinets.entries()) {
      if (!mayBeOver(input, cabinet, row, areas, warnPct)) continue;
      const parts = cabinetParts(survey, cabling, row);
      const fullestFirst = [...parts].sort((a, b) => (b.fillPct ?? 0) - (a.fillPct ?? 0));
      const found = fullestFirst.flatMap((part) => judge(input, cabinet, part) ?? []);
      // One finding for each code, of the fullest, so that an exclusion names it.
      yield* found.filter(({ code }, i) => found.findIndex((other) => other.code === code) === i);
    }
  },
};

/** Looks at the sums alone; most cabinets end here. */
function mayBeOver(
  { survey, cabling }: CheckInput,
  { model }: SurveyedCabinet,
  row: number,
  areas: readonly number[],
  warnPct: number,
): boolean {
  const loads = cabinetLoads(survey, cabling);
  const managerMm2 = managerAreaMm2(model);
  const isFull = (usedMm2: number, areaMm2: number | null): boolean => areaMm2 !== null && isOver(usedMm2, (areaMm2 * warnPct) / 100);
  for (let part = row * 4; part < row * 4 + 4; part += 1) if (isFull(sumOf(loads.managersAtMost, part, areas), managerMm2)) return true;
  return model.openings.some((opening) => {
    const part = partOf(row, opening.side, opening.edge === 'bottom');
    return isFull(sumOf(loads.openings, part, areas), openingAreaMm2(opening));
  });
}

function judge({ plan }: CheckInput, { cabinet, corners }: SurveyedCabinet, part: CabinetPart): Raised | null {
  const { kind } = part.place;
  const { fillPct, cables } = part;
  const { warnPct, errorPct } = cabinetPartLimits(plan.settings);
  if (kind === 'drop' || fillPct === null || !isOver(fillPct, warnPct)) return null;
  const isError = isOver(fillPct, errorPct);
  const name = partName(part.place);
  return {
    code: `${kind}.${isError ? 'over' : 'high'}-fill`,
    severity: isError ? 'error' : 'warning',
    ids: [cabinet.id],
    place: { hall: cabinet.hall, at: middleOf(corners) },
    message: `The ${name} of cabinet ${cabinet.name} is ${percent(fillPct)} full with ${counted(cables, 'cable')}`,
    required: `at most ${percent(isError ? errorPct : warnPct)}`,
    actual: percent(fillPct),
    mend: `Choose ${kind === 'manager' ? 'a wider cabinet model' : 'a model with larger openings'} for ${cabinet.name}, or move devices to another cabinet`,
  };
}
