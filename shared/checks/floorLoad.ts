import type { Check, Finding } from './types.ts';
import type { HallContents } from './hallContents.ts';
import type { Survey, SurveyedCabinet } from '../survey/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { equipmentMassG } from './cabinetTotals.ts';
import { hallContents, hallSign } from './hallContents.ts';
import { counted, kilograms, kilopascals, named } from './figures.ts';

/** Feet of a cabinet. */
const FEET = 4;

/** Assumption: the most loaded foot carries this much more than its even share, for uneven floors and front-heavy loads. */
const UNEVEN_FACTOR = 1.5;

const GRAVITY_M_PER_S2 = 9.80665;

/**
 * The floor carries every cabinet with its equipment: on one foot, over its footprint, and rolled in empty on its casters.
 * One finding per limit and hall. Cables are not weighed.
 */
export const floorLoad: Check = {
  codes: ['floor.point-load', 'floor.area-load', 'floor.rolling-load', 'floor.load-unknown'],
  title: 'The floor carries the cabinets',
  *run({ plan, survey }) {
    for (const contents of hallContents(plan, survey)) {
      if (contents.cabinets.length === 0) continue;
      for (const limit of limitsOf(contents, survey)) {
        if (limit.most === null) continue;
        const most = limit.most;
        const tooHeavy = contents.cabinets.filter((cabinet) => limit.load(cabinet) > most);
        if (tooHeavy.length > 0) yield tooMuch(contents, limit, most, tooHeavy);
      }
      const unknown = limitsOf(contents, survey).filter((limit) => limit.most === null && limit.matters);
      if (unknown.length > 0) yield notKnown(contents, unknown);
    }
  },
};

interface Limit {
  readonly code: string;
  readonly name: string;
  readonly most: number | null;
  /** Whether a missing figure leaves a real question. */
  readonly matters: boolean;
  readonly load: (cabinet: SurveyedCabinet) => number;
  readonly show: (load: number) => string;
  readonly basis: string;
  readonly mend: string;
}

function limitsOf({ hall }: HallContents, survey: Survey): readonly Limit[] {
  const massG = (cabinet: SurveyedCabinet): number => cabinet.model.massG + equipmentMassG(survey, cabinet);
  const onFeet = `${FEET} feet, the most loaded one × ${UNEVEN_FACTOR} by assumption`;
  return [
    {
      code: 'floor.point-load',
      name: 'point load',
      most: hall.floor.pointLoadG,
      matters: hall.floor.kind === 'raised',
      load: (cabinet) => (massG(cabinet) / FEET) * UNEVEN_FACTOR,
      show: kilograms,
      basis: onFeet,
      mend: 'Set the feet on load-spreading plates, or put less into the cabinets',
    },
    {
      code: 'floor.area-load',
      name: 'area load',
      most: hall.floor.areaLoadPa,
      matters: true,
      load: (cabinet) => ((massG(cabinet) / 1000) * GRAVITY_M_PER_S2) / ((cabinet.model.widthMm / 1000) * (cabinet.model.depthMm / 1000)),
      show: kilopascals,
      basis: 'over the footprint',
      mend: 'Spread the load over more floor, or put less into the cabinets',
    },
    {
      code: 'floor.rolling-load',
      name: 'rolling load',
      most: hall.floor.rollingLoadG,
      matters: hall.floor.kind === 'raised',
      load: (cabinet) => (cabinet.model.massG / FEET) * UNEVEN_FACTOR,
      show: kilograms,
      basis: `empty on ${onFeet}`,
      mend: 'Lay boards along the way in',
    },
  ];
}

function tooMuch({ hall }: HallContents, limit: Limit, most: number, cabinets: readonly SurveyedCabinet[]): Omit<Finding, 'accepted'> {
  let [worst, worstLoad] = [cabinets[0], -Infinity];
  for (const cabinet of cabinets) {
    const load = limit.load(cabinet);
    if (load > worstLoad) [worst, worstLoad] = [cabinet, load];
  }
  const names = named(cabinets.map(({ cabinet }) => cabinet.name));
  return {
    code: limit.code,
    severity: 'error',
    ids: cabinets.map(({ cabinet }) => cabinet.id).sort(),
    place: worst === undefined ? null : { hall: hall.id, at: middleOf(worst.corners) },
    message: `${counted(cabinets.length, 'cabinet')} (${names}) put more ${limit.name} on the floor of ${hall.name} than it carries (${limit.basis})`,
    required: `at most ${limit.show(most)}`,
    actual: limit.show(worstLoad),
    mend: limit.mend,
  };
}

function notKnown({ hall, outline }: HallContents, limits: readonly Limit[]): Omit<Finding, 'accepted'> {
  const names = named(limits.map((limit) => limit.name));
  return {
    code: 'floor.load-unknown',
    severity: 'warning',
    ids: [hall.id],
    place: { hall: hall.id, at: hallSign(outline) },
    message: `Nobody has said what ${names} the floor of ${hall.name} carries, so its cabinets cannot be checked against it`,
    required: names,
    actual: 'unknown',
    mend: 'Ask the building for the figure and enter it in the hall',
  };
}
