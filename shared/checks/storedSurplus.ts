/** Surplus of cable by cabinet and family in whole mm, so that what is carried over from an earlier state equals a fresh sum. */
import type { CableChange } from '../cabling/cableChange.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';

/** Millimetres ordered beyond what is required, half of which are stored at either end: row `cabinet × families + family`. */
export type SurplusByCabinet = Float64Array;

interface Stored {
  readonly survey: Survey;
  readonly surplusMm: SurplusByCabinet;
}

const storedOfCabling = new WeakMap<Cabling, Stored>();

export function surplusByCabinet(survey: Survey, cabling: Cabling, change: CableChange | null): SurplusByCabinet {
  const before = change === null ? undefined : storedOfCabling.get(change.before);
  const isCarried = before !== undefined && before.survey.devices === survey.devices;
  const surplusMm = isCarried ? before.surplusMm.slice() : new Float64Array(survey.cabinets.length * cabling.families.length);
  if (change === null || !isCarried) {
    for (let cable = 0; cable < cabling.cables.count; cable += 1) add(surplusMm, survey, cabling, cable, 1);
  } else {
    for (const cable of change.rows) {
      add(surplusMm, survey, change.before, cable, -1);
      add(surplusMm, survey, cabling, cable, 1);
    }
  }
  storedOfCabling.set(cabling, { survey, surplusMm });
  return surplusMm;
}

function add(sums: SurplusByCabinet, { devices }: Survey, { cables, links, families }: Cabling, cable: number, sign: 1 | -1): void {
  const orderedMm = cables.orderedMm[cable]!;
  const surplusMm = orderedMm === NONE ? 0 : orderedMm - cables.requiredMm[cable]!;
  if (surplusMm <= 0) return;
  const link = cables.firstLink[cable]!;
  for (const device of [links.aDevice[link]!, links.bDevice[link]!]) {
    sums[devices[device]!.cabinet * families.length + cables.family[cable]!]! += sign * surplusMm;
  }
}
