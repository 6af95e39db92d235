import type { Check, CheckInput, Raised } from './types.ts';
import type { CabinetPart } from '../cabling/cabinetParts.ts';
import type { Survey, SurveyedCabinet } from '../survey/types.ts';
import { areasOf, cabinetLoads, partOf, sumOf } from '../cabling/cabinetLoads.ts';
import { cabinetPartLimits, cabinetParts, managerAreaMm2, openingAreaMm2, partName } from '../cabling/cabinetParts.ts';
import { RouteStatus } from '../cabling/types.ts';
import { endsOfRoutes } from '../cabling/routeNumbers.ts';
import { isOver } from '../cabling/pathwayFill.ts';
import { middleOf } from '../geometry/polygons.ts';
import { counted, percent } from './figures.ts';

/**
 * Openings and vertical managers of cabinets are not fuller than a raceway may be. Of those whose size is not published nothing
 * is said. Whether a cabinet breaks the rule depends on its model, the settings, and the cables that end in it.
 */
export const cabinetFill: Check = {
  codes: ['opening.over-fill', 'opening.high-fill', 'manager.over-fill', 'manager.high-fill'],
  title: 'Openings and vertical managers of cabinets are not overfilled',
  rests: ({ plan, survey, cabling }) => [
    plan.settings,
    plan.catalog,
    plan.devices,
    plan.fabrics,
    plan.links,
    plan.trunks,
    plan.channels,
    plan.overrides,
    cabling.cables.route,
    endsOfRoutes(cabling.routes),
    openingsInReach(survey),
    // The side of a neighbor decides which manager is taken, and no column tells it.
    cabling.cables.status.includes(RouteStatus.bayed) ? cabling : null,
  ],
  *run(input) {
    const { survey, cabling, plan } = input;
    const { warnPct } = cabinetPartLimits(plan.settings);
    const areas = areasOf(cabling);
    for (const [row, cabinet] of survey.cabinets.entries()) {
      if (!mayBeOver(input, cabinet, row, areas, warnPct)) continue;
      const parts = cabinetParts(survey, cabling, row);
      const fullestFirst = [...parts].sort((a, b) => (b.fillPct ?? 0) - (a.fillPct ?? 0));
      const found = fullestFirst.flatMap((part) => judge(input, cabinet, part, parts) ?? []);
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
  for (let part = row * 4; part < row * 4 + 4; part += 1) if (isFull(sumOf(loads.managers, part, areas), managerMm2)) return true;
  return model.openings.some((opening) => {
    const part = partOf(row, opening.side, opening.edge === 'bottom');
    return isFull(sumOf(loads.openings, part, areas), openingAreaMm2(opening));
  });
}

function judge({ plan }: CheckInput, { cabinet, corners }: SurveyedCabinet, part: CabinetPart, all: readonly CabinetPart[]): Raised | null {
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
    mend: mendOf(part, all, cabinet.name, warnPct),
  };
}

/** Names a part of the same kind that has room, where there is one. */
function mendOf(part: CabinetPart, all: readonly CabinetPart[], cabinet: string, warnPct: number): string {
  const roomier = all
    .filter((other) => other !== part && other.place.kind === part.place.kind && other.fillPct !== null && !isOver(other.fillPct, warnPct))
    .sort((a, b) => (a.fillPct ?? 0) - (b.fillPct ?? 0));
  const [best] = roomier;
  const room = best === undefined ? '' : `lead cables through the ${partName(best.place)}, which is ${percent(best.fillPct ?? 0)} full, `;
  const model = part.place.kind === 'manager' ? 'a wider cabinet model' : 'a model with larger openings';
  const rest = `choose ${model} for ${cabinet}, or move devices to another cabinet`;
  return room === '' ? rest.charAt(0).toUpperCase() + rest.slice(1) : room.charAt(0).toUpperCase() + room.slice(1) + rest;
}

const openingsOfSurvey = new WeakMap<Survey, string>();

/** Which opening each access belongs to, and the model that it is an opening of: the same text where those are the same. */
function openingsInReach(survey: Survey): string {
  let text = openingsOfSurvey.get(survey);
  if (text === undefined) {
    const models = survey.cabinets.map(({ model }) => model.id).join();
    const openings = survey.accesses.map(({ cabinet, side, edgeOfCabinet }) => partOf(cabinet, side, edgeOfCabinet === 'bottom')).join();
    openingsOfSurvey.set(survey, (text = `${models} ${openings}`));
  }
  return text;
}
