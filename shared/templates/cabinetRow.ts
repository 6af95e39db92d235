/** The cabinets of one row, side by side. */
import type { CabinetModel } from '../catalog/types.ts';
import type { Cabinet } from '../plan/types.ts';
import type { RowPlace } from './hallLayout.ts';
import { HALL_ID } from './hallShell.ts';
import { cabinetName } from './cabinetName.ts';

/** Cabinets from west to east, named after the row, without a power budget. */
export function cabinetsOfRow({ name, cabinets, xMm, yMm, rotationDeg }: RowPlace, model: CabinetModel): Cabinet[] {
  return Array.from({ length: cabinets }, (_, place) => {
    const id = cabinetName(name, place);
    return {
      id,
      hall: HALL_ID,
      model: model.id,
      name: id,
      row: name,
      xMm: xMm + place * model.widthMm,
      yMm,
      rotationDeg,
      openSides: false,
      powerBudgetW: null,
    };
  });
}
