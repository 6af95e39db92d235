/**
 * Where rows of cabinets stand in a rectangular hall. Rows lie along x, one below the other in lines; fronts of
 * lines 1 and 2 face each other over a cold aisle, rears of lines 2 and 3 over a hot one, and so on. Lines may
 * run through several blocks with an aisle between them, so that no row is longer than 20 cabinets.
 */
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { HallSize } from './railOptions.ts';
import { columnLetters } from '../geometry/columnLetters.ts';

/** Longest row, in cabinets: both of its ends are open, so nobody is more than ten cabinets from a way out. */
export const LONGEST_ROW = 20;

/** Sizes in mm, in floor tiles of 600: three before fronts (a lift with a node turns), four behind rears (columns stand there). */
export const TILE_MM = 600;
export const USUAL_AISLES: Aisles = { coldMm: 3 * TILE_MM, hotMm: 4 * TILE_MM };
const BLOCK_GAP_MM = 4 * TILE_MM;
const NORTH_MARGIN_MM = 3 * TILE_MM;
export const SOUTH_MARGIN_MM = 5 * TILE_MM;
/** South of fronts there is one tile more, so that the unpacking area leaves their aisle free. */
export const SOUTH_OF_FRONTS_MM = 6 * TILE_MM;
/** Least way around the rows where the hall's size is given. */
const TIGHT_MARGIN_MM = 2 * TILE_MM;

export interface RowPlace {
  readonly name: string;
  readonly line: number;
  readonly block: number;
  readonly cabinets: number;
  /** North-west corner of its first cabinet. */
  readonly xMm: number;
  readonly yMm: number;
  /** Rotation of its cabinets: 180 where fronts face south, 0 north. */
  readonly rotationDeg: 0 | 180;
}

/** The strip between the rears of two lines. */
export interface HotAisle {
  readonly centreYMm: number;
}

export interface HallLayout {
  readonly size: HallSize;
  readonly rows: readonly RowPlace[];
  /** Left and right edge of each block. */
  readonly blocks: readonly { readonly fromXMm: number; readonly toXMm: number }[];
  readonly hotAisles: readonly HotAisle[];
  /** South edge of the last line. */
  readonly southOfRowsMm: number;
}

/** Clear widths between fronts, and between rears. */
export interface Aisles {
  readonly coldMm: number;
  readonly hotMm: number;
}

export interface RowNeed {
  readonly rows: number;
  readonly cabinetsPerRow: number;
  readonly blocks: number;
  readonly cabinet: { readonly widthMm: number; readonly depthMm: number };
  readonly aisles: Aisles;
  /** Least way between the rows' ends and the side walls. */
  readonly sideMarginMm: number;
}

/** Rows from north to south, block by block. A given hall must leave a way around them; else it is as large as needed, in whole tiles. */
export function layOutRows(need: RowNeed, given: HallSize | null): Result<HallLayout, UserError> {
  const { lines, tops, blockWidth, rowsWidth, rowsDepth } = extentOf(need);
  if (given !== null) {
    const least = { widthMm: rowsWidth + 2 * TIGHT_MARGIN_MM, depthMm: rowsDepth + 2 * TIGHT_MARGIN_MM };
    if (given.widthMm < least.widthMm || given.depthMm < least.depthMm) return fail(tooSmall(given, least, need));
  }
  const size = given ?? hallSizeFor(need);
  const leftMm = Math.floor((size.widthMm - rowsWidth) / 2);
  const topMm = Math.min(NORTH_MARGIN_MM, Math.floor((size.depthMm - rowsDepth) / 2));
  const blocks = Array.from({ length: need.blocks }, (_, block) => {
    const fromXMm = leftMm + block * (blockWidth + BLOCK_GAP_MM);
    return { fromXMm, toXMm: fromXMm + blockWidth };
  });
  const rows = Array.from({ length: need.rows }, (_, row): RowPlace => {
    const [block, line] = [Math.floor(row / lines), row % lines];
    return {
      name: columnLetters(row),
      line,
      block,
      cabinets: need.cabinetsPerRow,
      xMm: leftMm + block * (blockWidth + BLOCK_GAP_MM),
      yMm: topMm + tops[line]!,
      rotationDeg: line % 2 === 0 ? 180 : 0,
    };
  });
  const hotAisles = tops.flatMap((top, line): HotAisle[] => {
    const isBeforeHotAisle = line % 2 === 1 && line < lines - 1;
    return isBeforeHotAisle ? [{ centreYMm: topMm + top + need.cabinet.depthMm + need.aisles.hotMm / 2 }] : [];
  });
  return ok({ size, rows, blocks, hotAisles, southOfRowsMm: topMm + rowsDepth });
}

/** Size of the hall that rows need, with room around them for crates and columns, in whole tiles. */
export function hallSizeFor(need: RowNeed): HallSize {
  const { lines, rowsWidth, rowsDepth } = extentOf(need);
  return {
    widthMm: wholeTiles(rowsWidth + 2 * need.sideMarginMm),
    depthMm: wholeTiles(NORTH_MARGIN_MM + rowsDepth + (lines % 2 === 0 ? SOUTH_MARGIN_MM : SOUTH_OF_FRONTS_MM)),
  };
}

interface Extent {
  readonly lines: number;
  /** Northern edges of the lines, from that of the first. */
  readonly tops: readonly number[];
  readonly blockWidth: number;
  readonly rowsWidth: number;
  readonly rowsDepth: number;
}

function extentOf({ rows, blocks, cabinetsPerRow, cabinet, aisles }: RowNeed): Extent {
  const lines = Math.ceil(rows / blocks);
  const blockWidth = cabinetsPerRow * cabinet.widthMm;
  const tops = lineTops(lines, cabinet.depthMm, aisles);
  return {
    lines,
    tops,
    blockWidth,
    rowsWidth: blocks * blockWidth + (blocks - 1) * BLOCK_GAP_MM,
    rowsDepth: (tops.at(-1) ?? 0) + cabinet.depthMm,
  };
}

function lineTops(lines: number, depthMm: number, aisles: Aisles): number[] {
  const tops: number[] = [];
  let topMm = 0;
  for (let line = 0; line < lines; line += 1) {
    tops.push(topMm);
    topMm += depthMm + (line % 2 === 0 ? aisles.coldMm : aisles.hotMm);
  }
  return tops;
}

function wholeTiles(lengthMm: number): number {
  return Math.ceil(lengthMm / TILE_MM) * TILE_MM;
}

function tooSmall(given: HallSize, least: HallSize, need: RowNeed): UserError {
  return {
    code: 'template.hall-too-small',
    path: 'hall',
    message: `${need.rows} rows of ${need.cabinetsPerRow} cabinets do not fit into a hall of ${given.widthMm} × ${given.depthMm} mm`,
    remedy: `give at least ${least.widthMm}x${least.depthMm}, or leave hall out`,
  };
}
