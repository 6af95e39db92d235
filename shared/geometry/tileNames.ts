/** Names of floor tiles as halls are painted: letters one way, digits the other (AD02). */
import type { TileGrid } from '../plan/tileGrid.ts';
import { columnLetters } from './columnLetters.ts';

const USUAL_DIGITS = 2;

/** What a column of tiles is called: `AD`; `04` where letters count down. Before the tile origin it has a minus sign. */
export function tileColumnName(tile: TileGrid, column: number): string {
  return tile.naming === 'letters-down' ? numbered(tile, column) : lettered(column);
}

/** What a row of tiles is called: `02`; `B` where letters count down. */
export function tileRowName(tile: TileGrid, row: number): string {
  return tile.naming === 'letters-down' ? lettered(row) : numbered(tile, row);
}

/** Name of the tile under a point of the hall, letters first. */
export function tileName(tile: TileGrid, xMm: number, yMm: number): string {
  const column = tileColumnName(tile, Math.floor((xMm - tile.originXMm) / tile.sizeMm));
  const row = tileRowName(tile, Math.floor((yMm - tile.originYMm) / tile.sizeMm));
  return tile.naming === 'letters-down' ? `${row}${column}` : `${column}${row}`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function lettered(index: number): string {
  return index < 0 ? `-${lettered(-index - 1)}` : columnLetters(index);
}

/** 0 → 01. */
function numbered(tile: TileGrid, index: number): string {
  return index < 0 ? `-${numbered(tile, -index - 1)}` : String(index + 1).padStart(tile.digits ?? USUAL_DIGITS, '0');
}
