/** The places at which the last line of cabinets is shorter than those before it. */
import type { Plan } from '../../plan/types.ts';
import type { FreeFloor } from './freeFloor.ts';
import type { NewCabinet } from './growRows.ts';
import { LineImage } from './lineImage.ts';
import { fullest, type Line } from './lines.ts';
import type { RowNames } from './rowNames.ts';

/** Free places of the last line, the next to what stands first; none in a hall of one line. */
export function restOfLine(plan: Plan, lines: readonly Line[], floor: FreeFloor, names: RowNames): NewCabinet[] {
  const last = lines.at(-1);
  const others = lines.slice(0, -1);
  if (last === undefined || others.length === 0) return [];
  const alike = others.filter(({ facing }) => facing === last.facing);
  const source = fullest(alike.length > 0 ? alike : others);
  if (source.cabinets.length <= last.cabinets.length) return [];
  const image = new LineImage({ yMm: last.yMm, source, isMirrored: source.facing !== last.facing });
  const rows = new Map<string, string>();
  const placed = source.cabinets.map((cabinet) => ({ cabinet, at: image.cabinet(plan, cabinet) }));
  for (const { cabinet, at } of placed) {
    const there = last.cabinets.find(({ xMm }) => Math.abs(xMm - at.xMm) <= SAME_PLACE_MM);
    if (cabinet.row !== null && there !== undefined && there.row !== null) rows.set(cabinet.row, there.row);
  }
  const standing = last.cabinets.map(({ xMm }) => xMm);
  const apartMm = (xMm: number): number => Math.min(...standing.map((other) => Math.abs(other - xMm)));
  return placed
    .filter(({ at }) => floor.under(at) === null && floor.inAislesOf(at) === null)
    .sort((a, b) => apartMm(a.at.xMm) - apartMm(b.at.xMm) || a.at.xMm - b.at.xMm)
    .map(({ cabinet, at }): NewCabinet => {
      const { row } = cabinet;
      if (row !== null && !rows.has(row)) rows.set(row, names.row(row));
      return { cabinet: { ...at, ...names.cabinet(cabinet, row === null ? null : (rows.get(row) ?? null)) }, imageOf: cabinet.id };
    });
}

/** Rows that were set by hand are not in line to the millimetre. */
const SAME_PLACE_MM = 100;
