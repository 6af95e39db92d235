/** Openings, vertical managers and drops of a cabinet as pathways of their own: what lies in each, and what it holds. */
import { must } from '../assert.ts';
import type { CabinetModel, CabinetOpening, Edge, Side } from '../catalog/types.ts';
import type { FillLimits, Settings } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { areasOf, cabinetLoads, partOf, sumOf, type PartCounts } from './cabinetLoads.ts';
import type { Cabling } from './types.ts';

/** Which part of a cabinet: a hole, a manager beside the rails, or the cables that hang between a hole and a pathway. */
export type CabinetPartPlace =
  | { readonly kind: 'opening'; readonly side: Side; readonly edge: Edge }
  | { readonly kind: 'manager'; readonly side: Side; readonly hand: 'left' | 'right' }
  | { readonly kind: 'drop'; readonly side: Side; readonly edge: Edge; readonly segment: string };

export interface CabinetPart {
  readonly place: CabinetPartPlace;
  /** At the fullest height of a manager. */
  readonly cables: number;
  readonly usedAreaMm2: number;
  /** Null: not published. A drop has none: it hangs free. */
  readonly areaMm2: number | null;
  /** Null where the area is. */
  readonly fillPct: number | null;
  readonly massGPerM: number;
}

/** Openings and managers are planned like fiber raceways, whose limits hold for them. */
export function cabinetPartLimits({ fill }: Pick<Settings, 'fill'>): FillLimits {
  return fill.byKind.raceway;
}

/** `rear top opening`, `front left manager`. */
export function partName(place: CabinetPartPlace): string {
  switch (place.kind) {
    case 'opening':
      return `${place.side} ${place.edge} opening`;
    case 'manager':
      return `${place.side} ${place.hand} manager`;
    case 'drop':
      return `drop from the ${place.side} ${place.edge} opening`;
  }
}

/** Openings in the model's order of sides and edges, then the four managers, then the drops in use. */
export function cabinetParts(survey: Survey, cabling: Cabling, cabinet: number): CabinetPart[] {
  const loads = cabinetLoads(survey, cabling);
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  const part = (place: CabinetPartPlace, counts: PartCounts, row: number, areaMm2: number | null): CabinetPart => {
    const usedAreaMm2 = sumOf(counts, row, areasOf(cabling));
    return {
      place,
      cables: sumOf(counts, row, null),
      usedAreaMm2,
      areaMm2,
      fillPct: areaMm2 === null ? null : (usedAreaMm2 / areaMm2) * 100,
      massGPerM: sumOf(
        counts,
        row,
        cabling.families.map((family) => family.massGPerM),
      ),
    };
  };
  const openings = SIDES.flatMap((side) =>
    EDGES.flatMap((edge) => {
      const opening = model.openings.find((one) => one.side === side && one.edge === edge);
      if (opening === undefined) return [];
      return [part({ kind: 'opening', side, edge }, loads.openings, partOf(cabinet, side, edge === 'bottom'), openingAreaMm2(opening))];
    }),
  );
  const managers = SIDES.flatMap((side) =>
    HANDS.map((hand) =>
      part({ kind: 'manager', side, hand }, loads.managers(), partOf(cabinet, side, hand === 'right'), managerAreaMm2(model)),
    ),
  );
  const drops: CabinetPart[] = [];
  for (let row = survey.firstAccess[cabinet]!; row < survey.firstAccess[cabinet + 1]!; row += 1) {
    const { side, edgeOfCabinet: edge, segment } = must(survey.accesses[row], 'access');
    const { id } = must(survey.network.segments[segment], 'segment');
    const drop = part({ kind: 'drop', side, edge, segment: id }, loads.drops, row, null);
    if (drop.cables > 0) drops.push(drop);
  }
  return [...openings, ...managers, ...drops];
}

const SIDES = ['front', 'rear'] as const;
const EDGES = ['top', 'bottom'] as const;
const HANDS = ['left', 'right'] as const;

/** Null where its size is not published. */
export function openingAreaMm2({ widthMm, depthMm }: Pick<CabinetOpening, 'widthMm' | 'depthMm'>): number | null {
  return widthMm === undefined || widthMm === null || depthMm === undefined || depthMm === null ? null : widthMm * depthMm;
}

/** Of each vertical manager; null where it is not published. */
export function managerAreaMm2({ managerArea }: Pick<CabinetModel, 'managerArea'>): number | null {
  return managerArea === undefined || managerArea === null ? null : managerArea.widthMm * managerArea.depthMm;
}
