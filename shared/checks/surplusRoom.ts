import type { Check } from './types.ts';
import type { CabinetModel } from '../catalog/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { RACK_UNIT_MM } from '../plan/units.ts';
import { counted } from './figures.ts';

/** Between the outer faces of 19-inch rails. */
const RAILS_MM = 483;
/** Loops of cable leave half of the room around them empty. */
const USABLE_SHARE = 0.5;
const MM3_PER_LITRE = 1_000_000;

/**
 * What is ordered beyond the required length is stored beside the rails, half at either end. One finding per cabinet in which it
 * takes more room than the vertical managers have.
 */
export const surplusRoom: Check = {
  codes: ['cabinet.surplus-room'],
  title: 'Cabinets have room for the surplus of their cables',
  *run({ survey, cabling }) {
    const { cables, links, families } = cabling;
    const storedMm3 = new Float64Array(survey.cabinets.length);
    for (let cable = 0; cable < cables.count; cable += 1) {
      const orderedMm = cables.orderedMm[cable]!;
      const surplusMm = orderedMm === NONE ? 0 : orderedMm - cables.requiredMm[cable]!;
      if (surplusMm <= 0) continue;
      const link = cables.firstLink[cable]!;
      // Side by side a cable takes the square around it.
      const halfMm3 = (surplusMm / 2) * families[cables.family[cable]!]!.outerDiameterMm ** 2;
      storedMm3[survey.devices[links.aDevice[link]!]!.cabinet]! += halfMm3;
      storedMm3[survey.devices[links.bDevice[link]!]!.cabinet]! += halfMm3;
    }
    for (const [row, { cabinet, model, corners }] of survey.cabinets.entries()) {
      const roomMm3 = roomOf(model);
      const storedHereMm3 = must(storedMm3[row], 'stored surplus');
      if (storedHereMm3 <= roomMm3) continue;
      yield {
        code: 'cabinet.surplus-room',
        severity: 'warning',
        ids: [cabinet.id],
        place: { hall: cabinet.hall, at: middleOf(corners) },
        message: `The surplus of the cables in cabinet ${cabinet.name} takes more room than there is beside its rails`,
        required: `at most ${litres(roomMm3)}`,
        actual: litres(storedHereMm3),
        mend: 'Choose more lengths for its cables, or a surplus limit, or a wider cabinet',
      };
    }
  },
};

/** Beside the rails, in front of and behind them as deep as the managers reach. */
function roomOf({ widthMm, managerSetbackMm, rackUnits }: CabinetModel): number {
  const besideMm = Math.max(0, (widthMm - RAILS_MM) / 2);
  const managersMm2 = 4 * besideMm * 2 * managerSetbackMm;
  return USABLE_SHARE * managersMm2 * rackUnits * RACK_UNIT_MM;
}

function litres(mm3: number): string {
  return counted(Math.ceil(mm3 / MM3_PER_LITRE), 'liter');
}
