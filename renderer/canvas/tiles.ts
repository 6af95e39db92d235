/** Names of floor tiles: column letters and row number, `A1`, `AD02`; outside the grid there is no name. */
import type { Hall } from '../../shared/plan/types.ts';
import type { Point } from '../../shared/geometry/shapes.ts';

export function tileName({ tile, outline }: Hall, at: Point): string | null {
  if (tile.sizeMm <= 0) return null;
  const column = Math.floor((at.xMm - tile.originXMm) / tile.sizeMm);
  const row = Math.floor((at.yMm - tile.originYMm) / tile.sizeMm);
  const reach = Math.max(...outline.map(([xMm]) => xMm)) - tile.originXMm;
  const depth = Math.max(...outline.map(([, yMm]) => yMm)) - tile.originYMm;
  if (column < 0 || row < 0 || column * tile.sizeMm >= reach || row * tile.sizeMm >= depth) return null;
  return `${columnLetters(column)}${String(row + 1).padStart(2, '0')}`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}
