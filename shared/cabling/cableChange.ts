/** What differs between two cablings of the same links: later passes go over these cables alone. */
import { rowsCutAgain } from './cableTable.ts';
import type { CableTable, Cabling } from './types.ts';

export interface CableChange {
  readonly before: Cabling;
  /** Rows of the cables of which any figure differs, ascending. */
  readonly rows: Int32Array;
}

const FIGURES = [
  'longestLink',
  'pathMm',
  'pathwayMm',
  'slackMm',
  'requiredMm',
  'orderedMm',
] as const satisfies readonly (keyof CableTable)[];

const lastChange = new WeakMap<Cabling, CableChange>();

/**
 * The cables whose figures differ from an earlier cabling's; null unless both have the same links in the same cables of the same
 * families, as they have when nothing but places changed.
 */
export function cableChange(cabling: Cabling, before: Cabling | undefined): CableChange | null {
  if (before === undefined || !haveSameLinks(cabling, before)) return null;
  const known = lastChange.get(cabling);
  if (known?.before === before) return known;
  const change = { before, rows: differingRows(cabling, before) };
  // Each change holds on to the state before it: only the last one is kept, else the whole history would be.
  lastChange.delete(before);
  lastChange.set(cabling, change);
  return change;
}

function differingRows({ cables }: Cabling, { cables: before }: Cabling): Int32Array {
  const cutAgain = rowsCutAgain(cables, before);
  if (cutAgain !== null) return cutAgain.filter((cable) => isOther(cables, before, cable));
  const differs = new Uint8Array(cables.count);
  for (const name of FIGURES) markDifferences(differs, cables[name], before[name]);
  const rows: number[] = [];
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (differs[cable] === 1 || cables.status[cable] !== before.status[cable]) rows.push(cable);
  }
  return Int32Array.from(rows);
}

function markDifferences(differs: Uint8Array, column: Int32Array, old: Int32Array): void {
  if (column === old) return;
  for (let cable = 0; cable < column.length; cable += 1) if (column[cable] !== old[cable]) differs[cable] = 1;
}

function isOther(cables: CableTable, before: CableTable, cable: number): boolean {
  return cables.status[cable] !== before.status[cable] || FIGURES.some((name) => cables[name][cable] !== before[name][cable]);
}

function haveSameLinks(cabling: Cabling, before: Cabling): boolean {
  return (
    cabling.links.aPort === before.links.aPort &&
    cabling.links.cable === before.links.cable &&
    cabling.cables.family === before.cables.family &&
    cabling.families === before.families
  );
}
