/** Where the cabinets of a row stand when some of them are of another model: side by side with the row's gaps, fronts in line. */
import type { CabinetModel } from '../catalog/types.ts';

/** Cabinets of another model in a row: so many at each end, or so many in its middle. */
export interface RowNetwork {
  readonly model: CabinetModel;
  readonly at: 'ends' | 'middle';
  readonly count: number;
}

/** The model of each cabinet of a row, from its first. */
export function modelsOfRow(model: CabinetModel, count: number, network: RowNetwork | null): CabinetModel[] {
  const first = network === null || network.at === 'ends' ? 0 : Math.max(0, Math.floor((count - network.count) / 2));
  return Array.from({ length: count }, (_, i) => {
    if (network === null) return model;
    const isNetwork = network.at === 'ends' ? i < network.count || i >= count - network.count : i >= first && i < first + network.count;
    return isNetwork ? network.model : model;
  });
}

/** The row across the aisle: the same cabinets, with the fronts or the rears of the two towards each other. */
export interface RowAcross {
  /** A cold aisle lies before the fronts, a hot one behind the rears. */
  readonly aisle: 'cold' | 'hot';
  /** Between the two rows. */
  readonly widthMm: number;
}

/** A place of a row and the one across the aisle from it, by the way that the fronts of the row face. */
export function placeAcross(
  { xMm, yMm, rotationDeg }: { readonly xMm: number; readonly yMm: number; readonly rotationDeg: number },
  own: Pick<CabinetModel, 'depthMm'>,
  row: { readonly frontMm: number; readonly depthMm: number },
  { aisle, widthMm }: RowAcross,
): { readonly xMm: number; readonly yMm: number; readonly rotationDeg: number } {
  // South and east are the greater coordinates.
  const facesUp = rotationDeg === 90 || rotationDeg === 180 ? 1 : -1;
  const middleMm = aisle === 'cold' ? row.frontMm + (facesUp * widthMm) / 2 : row.frontMm - facesUp * (row.depthMm + widthMm / 2);
  const mirrored = (lowMm: number): number => Math.round(2 * middleMm - lowMm - own.depthMm);
  return rotationDeg % 180 === 0
    ? { xMm, yMm: mirrored(yMm), rotationDeg: (180 - rotationDeg + 360) % 360 }
    : { xMm: mirrored(xMm), yMm, rotationDeg: (360 - rotationDeg) % 360 };
}

/** From the row's start to each cabinet's nearer side, and to the end of the last one. All lengths in mm. */
export function offsetsOfRow(
  models: readonly CabinetModel[],
  gapMm: number,
): { readonly starts: readonly number[]; readonly lengthMm: number } {
  const starts: number[] = [];
  let reachMm = 0;
  for (const { widthMm } of models) {
    starts.push(reachMm);
    reachMm += widthMm + gapMm;
  }
  return { starts, lengthMm: reachMm - gapMm };
}
