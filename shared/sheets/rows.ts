/** Rows of cabinets: those of one hall that share a row name; a cabinet without a row stands for itself. */
import type { SurveyedCabinet } from '../survey/types.ts';
import type { Box } from '../geometry/shapes.ts';
import { compareNames } from '../plan/compareNames.ts';
import { compareIds } from '../plan/sortedById.ts';
import { frontDirection } from '../geometry/footprint.ts';

export interface CabinetRow {
  readonly hall: string;
  /** Name of the row, or of its only cabinet. */
  readonly name: string;
  readonly isNamedRow: boolean;
  /** From left to right as seen by who stands before the fronts. */
  readonly cabinets: readonly SurveyedCabinet[];
  readonly box: Box;
  /** Where the fronts look, when all look the same way along an axis; null otherwise. */
  readonly facing: 'north' | 'east' | 'south' | 'west' | null;
}

/** Rows of all halls: halls as the survey has them, then names in the order of people (A2 before A10). */
export function cabinetRows(halls: readonly { readonly id: string }[], cabinets: readonly SurveyedCabinet[]): CabinetRow[] {
  const groups = new Map<string, SurveyedCabinet[]>();
  for (const surveyed of cabinets) {
    const { cabinet } = surveyed;
    const key = JSON.stringify([cabinet.hall, cabinet.row === null ? ['cabinet', cabinet.id] : ['row', cabinet.row]]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [surveyed]);
    else group.push(surveyed);
  }
  const order = new Map(halls.map((hall, i) => [hall.id, i]));
  return [...groups.values()]
    .map(rowOf)
    .sort((a, b) => (order.get(a.hall) ?? 0) - (order.get(b.hall) ?? 0) || compareNames(a.name, b.name));
}

function rowOf(cabinets: readonly SurveyedCabinet[]): CabinetRow {
  const first = cabinets[0]!;
  const front = frontDirection(first.cabinet.rotationDeg);
  // Who faces the fronts looks against their direction, and has the right hand a quarter turn clockwise of that.
  const toRight = { xMm: front.yMm, yMm: -front.xMm };
  const place = ({ box }: SurveyedCabinet): number =>
    ((box.minXMm + box.maxXMm) / 2) * toRight.xMm + ((box.minYMm + box.maxYMm) / 2) * toRight.yMm;
  const rotations = new Set(cabinets.map(({ cabinet }) => ((cabinet.rotationDeg % 360) + 360) % 360));
  const facings = { 0: 'north', 90: 'east', 180: 'south', 270: 'west' } as const;
  const rotation = rotations.size === 1 ? [...rotations][0] : undefined;
  return {
    hall: first.cabinet.hall,
    name: first.cabinet.row ?? first.cabinet.name,
    isNamedRow: first.cabinet.row !== null,
    cabinets: [...cabinets].sort((a, b) => place(a) - place(b) || compareIds(a.cabinet.id, b.cabinet.id)),
    box: {
      minXMm: Math.min(...cabinets.map(({ box }) => box.minXMm)),
      minYMm: Math.min(...cabinets.map(({ box }) => box.minYMm)),
      maxXMm: Math.max(...cabinets.map(({ box }) => box.maxXMm)),
      maxYMm: Math.max(...cabinets.map(({ box }) => box.maxYMm)),
    },
    facing: rotation === 0 || rotation === 90 || rotation === 180 || rotation === 270 ? facings[rotation] : null,
  };
}
