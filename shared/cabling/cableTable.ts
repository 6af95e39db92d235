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
    pathMm: column(),
    pathwayMm: column(),
    slackMm: column(),
    requiredMm: column(),
    orderedMm: column(),
    route: column(),
  };
}

/** The same figures in columns of their own. */
export function copyOfTable(table: CableTable): CableTable {
  return {
    count: table.count,
    tier: table.tier.slice(),
    family: table.family.slice(),
    firstLink: table.firstLink.slice(),
    linkCount: table.linkCount.slice(),
    longestLink: table.longestLink.slice(),
    status: table.status.slice(),
    pathMm: table.pathMm.slice(),
    pathwayMm: table.pathwayMm.slice(),
    slackMm: table.slackMm.slice(),
    requiredMm: table.requiredMm.slice(),
    orderedMm: table.orderedMm.slice(),
    route: table.route.slice(),
  };
}

/** Columns of their own for what a cable's way gives; what the links and overrides give is shared. */
export function withOwnFigures(table: CableTable): CableTable {
  return {
    ...table,
    longestLink: table.longestLink.slice(),
    status: table.status.slice(),
    pathMm: table.pathMm.slice(),
    pathwayMm: table.pathwayMm.slice(),
    slackMm: table.slackMm.slice(),
    requiredMm: table.requiredMm.slice(),
    orderedMm: table.orderedMm.slice(),
  };
}
