import type { Check } from './types.ts';
import type { CabinetModel } from '../catalog/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { RACK_UNIT_MM } from '../plan/units.ts';
import { counted } from './figures.ts';
import { surplusByCabinet } from './storedSurplus.ts';

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
  *run({ survey, cabling }, { earlier }) {
    const { families } = cabling;
    const surplusMm = surplusByCabinet(survey, cabling, earlier?.cables ?? null);
    // Side by side a cable takes the square around it; half of its surplus lies at either end.
    const mm3OfMm = families.map(({ outerDiameterMm }) => outerDiameterMm ** 2 / 2);
    for (const [row, { cabinet, model, corners }] of survey.cabinets.entries()) {
      const roomMm3 = roomOf(model);
      const storedHereMm3 = mm3OfMm.reduce((sum, mm3, family) => sum + mm3 * surplusMm[row * families.length + family]!, 0);
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
