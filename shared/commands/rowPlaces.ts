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
