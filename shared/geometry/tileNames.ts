/** Names of floor tiles as halls are painted: a column of letters, a row of digits (AD02). */
import type { Hall } from '../plan/types.ts';
import { columnLetters } from './columnLetters.ts';

/** 0 → A, 25 → Z, 26 → AA. Counted from the hall's tile origin; columns before it have a minus sign. */
export function tileColumnName(column: number): string {
  if (column < 0) return `-${tileColumnName(-column - 1)}`;
  return columnLetters(column);
}

/** 0 → 01. */
export function tileRowName(row: number): string {
  return row < 0 ? `-${tileRowName(-row - 1)}` : String(row + 1).padStart(2, '0');
}

/** Name of the tile under a point of the hall. */
export function tileName(tile: Hall['tile'], xMm: number, yMm: number): string {
  const column = Math.floor((xMm - tile.originXMm) / tile.sizeMm);
  const row = Math.floor((yMm - tile.originYMm) / tile.sizeMm);
  return `${tileColumnName(column)}${tileRowName(row)}`;
}
