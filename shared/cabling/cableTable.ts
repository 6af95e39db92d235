/** Columns of cables: new ones, and copies to change. */
import { NONE, type CableTable } from './types.ts';

/** Every column NONE. */
export function newCableTable(count: number): CableTable {
  const column = (): Int32Array => new Int32Array(count).fill(NONE);
  return {
    count,
    tier: column(),
    family: column(),
    firstLink: column(),
    linkCount: column(),
    longestLink: column(),
    status: new Uint8Array(count),
    yields: new Uint8Array(count),
    pathMm: column(),
    pathwayMm: column(),
    slackMm: column(),
    requiredMm: column(),
    orderedMm: column(),
    route: column(),
  };
}

/** The same figures in columns of their own; what cables yield is shared until the last phase of routing sets it. */
export function copyOfTable(table: CableTable): CableTable {
  return {
    count: table.count,
    tier: table.tier.slice(),
    family: table.family.slice(),
    firstLink: table.firstLink.slice(),
    linkCount: table.linkCount.slice(),
    longestLink: table.longestLink.slice(),
    status: table.status.slice(),
    yields: table.yields,
    pathMm: table.pathMm.slice(),
    pathwayMm: table.pathwayMm.slice(),
    slackMm: table.slackMm.slice(),
    requiredMm: table.requiredMm.slice(),
    orderedMm: table.orderedMm.slice(),
    route: table.route.slice(),
  };
}

/** Columns of which only some rows may differ from those of another table. */
interface RowsCutAgain {
  readonly before: Int32Array;
  readonly rows: Int32Array;
}

/** By the column of required lengths, which stands for all that a cable's way gives: they are copied together. */
const cutAgainOfColumn = new WeakMap<Int32Array, RowsCutAgain>();

/**
 * Columns of their own for what a cable's way gives, to change in some rows alone; what the links and overrides give is shared.
 */
export function withOwnFigures(table: CableTable, rows: Int32Array): CableTable {
  const requiredMm = table.requiredMm.slice();
  // Each holds on to the columns before it: only the last step is kept, else the whole history would be.
  cutAgainOfColumn.delete(table.requiredMm);
  cutAgainOfColumn.set(requiredMm, { before: table.requiredMm, rows });
  return {
    ...table,
    longestLink: table.longestLink.slice(),
    status: table.status.slice(),
    pathMm: table.pathMm.slice(),
    pathwayMm: table.pathwayMm.slice(),
    slackMm: table.slackMm.slice(),
    requiredMm,
    orderedMm: table.orderedMm.slice(),
  };
}

/** The only rows in which a table can differ from another in what ways give, ascending; null when that is not known. */
export function rowsCutAgain(table: CableTable, before: CableTable): Int32Array | null {
  const known = cutAgainOfColumn.get(table.requiredMm);
  return known?.before === before.requiredMm ? known.rows : null;
}
