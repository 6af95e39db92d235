/** How many cabinets of which use stand in each row: nodes, and the network cabinets between or beside them. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { hallSizeFor, layOutRows, LONGEST_ROW, USUAL_AISLES, type HallLayout, type RowNeed } from './hallLayout.ts';
import type { HallSize, Placement } from './railOptions.ts';

/** Proportion of a hall that is easy to draw, to walk and to cool from its sides. */
const GOOD_PROPORTION = 1.3;
const MOST_BLOCKS = 12;
/** Rows shorter than this are not set side by side: the aisle between them would take more floor than they do. */
const SHORTEST_IN_BLOCKS = 8;
/** Two rows of more cabinets than these blow their heat at walls; four rows share an aisle for it. */
const LARGEST_LONE_PAIR = 24;

export interface CabinetNeed {
  readonly units: number;
  /** Node cabinets of one unit. */
  readonly nodeCabinetsPerUnit: number;
  /** Switches and appliances to be mounted. */
  readonly networkDevices: number;
  readonly switchesPerCabinet: number;
  readonly cabinet: { readonly widthMm: number; readonly depthMm: number };
  readonly sideMarginMm: number;
  readonly placement: Placement;
  readonly networkCabinetsPerRow: number | null;
  readonly cabinetsPerRow: number | null;
}

/** What stands at each place of a row. */
export type CabinetUse = 'node' | 'network';

export interface RowArrangement {
  readonly layout: HallLayout;
  /** Use by row and place. */
  readonly uses: readonly (readonly CabinetUse[])[];
}

interface Candidate {
  readonly need: RowNeed;
  readonly nodesPerRow: number;
  readonly networkPerRow: number;
  readonly networkRows: number;
}

/** The arrangement that makes the most compact hall of good proportion, whole units to whole rows; within a given hall where there is one. */
export function arrangeRows(need: CabinetNeed, given: HallSize | null): Result<RowArrangement, UserError> {
  const candidates = candidatesFor(need)
    .map((candidate) => ({ candidate, score: scoreOf(candidate, need) }))
    .sort((a, b) => a.score - b.score);
  let refusal: UserError | null = null;
  for (const { candidate } of candidates) {
    const layout = layOutRows(candidate.need, given);
    if (layout.ok) return ok(arrangement(candidate, layout.value, need.placement));
    refusal ??= layout.error;
  }
  return fail(refusal ?? rowTooShort(need));
}

function arrangement(candidate: Candidate, layout: HallLayout, placement: Placement): RowArrangement {
  const nodeRows = layout.rows.length - candidate.networkRows;
  const uses = layout.rows.map(({ cabinets }, row) => usesOfRow(cabinets, row < nodeRows ? candidate.networkPerRow : cabinets, placement));
  return { layout, uses };
}

function candidatesFor(need: CabinetNeed): Candidate[] {
  const candidates: Candidate[] = [];
  const longest = need.cabinetsPerRow ?? LONGEST_ROW;
  for (let perRow = need.cabinetsPerRow ?? 1; perRow <= longest; perRow += 1) {
    const split = need.placement === 'end-row' ? splitApart(need, perRow) : splitRows(need, perRow);
    if (split === null) continue;
    const rows = split.nodeRows + split.networkRows;
    const mostBlocks = need.cabinetsPerRow === null && perRow < SHORTEST_IN_BLOCKS ? 1 : Math.min(MOST_BLOCKS, rows);
    for (let blocks = 1; blocks <= mostBlocks; blocks += 1) {
      const lines = Math.ceil(rows / blocks);
      if (Math.ceil(rows / lines) < blocks) continue;
      const { cabinet, sideMarginMm } = need;
      const rowNeed = { rows, cabinetsPerRow: perRow, blocks, cabinet, aisles: USUAL_AISLES, sideMarginMm };
      candidates.push({
        need: rowNeed,
        nodesPerRow: perRow - split.networkPerRow,
        networkPerRow: split.networkPerRow,
        networkRows: split.networkRows,
      });
    }
  }
  return candidates;
}

interface RowSplit {
  readonly nodeRows: number;
  readonly networkPerRow: number;
  readonly networkRows: number;
}

/** Rows of nodes with as few network cabinets in each as hold the switches; null when no number does. */
function splitRows(need: CabinetNeed, perRow: number): RowSplit | null {
  for (const networkPerRow of need.networkCabinetsPerRow === null ? [2, 4, 6, 8] : [need.networkCabinetsPerRow]) {
    if (networkPerRow >= perRow) continue;
    const nodeRows = Math.ceil(nodeCabinets(need) / (perRow - networkPerRow));
    if (nodeRows * networkPerRow * need.switchesPerCabinet >= need.networkDevices) return { nodeRows, networkPerRow, networkRows: 0 };
  }
  return null;
}

/** Rows of nodes alone, and rows of network cabinets after them. */
function splitApart(need: CabinetNeed, perRow: number): RowSplit {
  const nodeRows = Math.ceil(nodeCabinets(need) / perRow);
  return { nodeRows, networkPerRow: 0, networkRows: Math.ceil(need.networkDevices / need.switchesPerCabinet / perRow) };
}

function nodeCabinets({ units, nodeCabinetsPerUnit }: CabinetNeed): number {
  return units * nodeCabinetsPerUnit;
}

/** Floor area, made worse by an odd shape, more cabinets than nodes fill, a lone pair of rows, an odd number of lines, units split over rows, uneven halves, short last blocks. */
function scoreOf({ need: rows, nodesPerRow }: Candidate, need: CabinetNeed): number {
  const { widthMm, depthMm } = hallSizeFor(rows);
  const cabinets = rows.rows * rows.cabinetsPerRow;
  const lines = Math.ceil(rows.rows / rows.blocks);
  const perUnit = need.nodeCabinetsPerUnit;
  const factors = [
    1 + 1.5 * Math.abs(Math.log(widthMm / depthMm / GOOD_PROPORTION)),
    cabinets / nodeCabinets(need),
    lines > 2 || cabinets <= LARGEST_LONE_PAIR ? 1 : 1.5,
    lines % 2 === 0 ? 1 : 1.15,
    perUnit % nodesPerRow === 0 || nodesPerRow % perUnit === 0 ? 1 : 1.5,
    nodesPerRow % 2 === 0 ? 1 : 1.1,
    rows.rows % rows.blocks === 0 ? 1 : 1.15,
  ];
  return factors.reduce((score, factor) => score * factor, (widthMm / 1000) * (depthMm / 1000));
}

/** What stands at each place of a row of so many cabinets. */
export function usesOfRow(cabinets: number, network: number, placement: Placement): CabinetUse[] {
  const uses = Array.from({ length: cabinets }, (): CabinetUse => 'node');
  switch (placement) {
    case 'central':
    case 'end-row':
      return uses.fill('network', Math.floor((cabinets - network) / 2), Math.floor((cabinets - network) / 2) + network);
    case 'row-ends': {
      const atStart = Math.ceil(network / 2);
      return uses.fill('network', 0, atStart).fill('network', cabinets - (network - atStart));
    }
  }
}

function rowTooShort(need: CabinetNeed): UserError {
  const cabinets = Math.ceil(need.networkDevices / need.switchesPerCabinet);
  return {
    code: 'template.rows',
    path: need.cabinetsPerRow === null ? 'networkCabinetsPerRow' : 'cabinetsPerRow',
    message: `no rows of at most ${need.cabinetsPerRow ?? LONGEST_ROW} cabinets hold the nodes and at least ${cabinets} network cabinets for ${need.networkDevices} switches`,
    remedy: 'give longer rows or another number of network cabinets a row, or leave both out',
  };
}
