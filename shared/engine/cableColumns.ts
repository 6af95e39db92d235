/** Cables as the canvas draws them: merged by segment and tier into spans, and by opening into drops. */
import type { Cabling, Route } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';
import { mergeRoutes, type MergedRoutes } from './mergedRoutes.ts';
import type { DropColumns, SpanColumns } from './protocol.ts';

/** Names of tiers, each once, in the order of the cabling's tiers. */
export function tierNames(cabling: Cabling): string[] {
  return [...new Set(cabling.tiers.map((tier) => tier.name))];
}

/** Merges the routes of some cables into spans and drops. */
export function mergeSome(survey: Survey, cabling: Cabling, rows: Int32Array): { spans: SpanColumns; drops: DropColumns } {
  const names = tierNames(cabling);
  const merged = mergeRoutes(survey, cabling.routes, countByRoute(cabling, rows, names), names.length, null);
  return { spans: spanColumns(merged), drops: dropColumns(survey, merged) };
}

const countsOfColumn = new WeakMap<Int32Array, Int32Array>();
const mergedOfRoutes = new WeakMap<readonly Route[], MergedRoutes>();

/**
 * Merges the routes of all cables into spans and drops. With an earlier cabling in which the same cables share the same routes, only
 * what touches routes that are other objects now is merged again; the result is the same.
 */
export function mergeAll(survey: Survey, cabling: Cabling, before: Cabling | undefined): { spans: SpanColumns; drops: DropColumns } {
  const names = tierNames(cabling);
  const { route } = cabling.cables;
  let counts = countsOfColumn.get(route);
  if (counts === undefined) countsOfColumn.set(route, (counts = countByRoute(cabling, null, names)));
  const known = before === undefined || before.cables.route !== route ? undefined : mergedOfRoutes.get(before.routes);
  const base = known === undefined || before === undefined ? null : { merged: known, routes: before.routes };
  const merged = mergeRoutes(survey, cabling.routes, counts, names.length, base);
  mergedOfRoutes.set(cabling.routes, merged);
  return { spans: spanColumns(merged), drops: dropColumns(survey, merged) };
}

/** For every route, how many cables of each tier run in it: rows of `tierCount` columns. */
function countByRoute(cabling: Cabling, rows: Int32Array | null, names: readonly string[]): Int32Array {
  const { cables, routes, tiers } = cabling;
  const tierColumn = Uint8Array.from(tiers, (tier) => names.indexOf(tier.name));
  const counts = new Int32Array(routes.length * names.length);
  const total = rows === null ? cables.count : rows.length;
  for (let i = 0; i < total; i += 1) {
    const cable = rows === null ? i : rows[i]!;
    const route = cables.route[cable]!;
    if (route >= 0) counts[route * names.length + tierColumn[cables.tier[cable]!]!]! += 1;
  }
  return counts;
}

/** Lanes in order of segment and tier, each from end to end. */
function spanColumns({ lanes, tierCount }: MergedRoutes): SpanColumns {
  const count = lanes.reduce((sum, lane) => sum + lane.length / 3, 0);
  const columns = {
    segment: new Int32Array(count),
    tier: new Uint8Array(count),
    fromMm: new Int32Array(count),
    toMm: new Int32Array(count),
    cables: new Int32Array(count),
  };
  let row = 0;
  lanes.forEach((lane, at) => {
    for (let span = 0; span < lane.length; span += 3, row += 1) {
      columns.segment[row] = Math.floor(at / tierCount);
      columns.tier[row] = at % tierCount;
      columns.fromMm[row] = lane[span]!;
      columns.toMm[row] = lane[span + 1]!;
      columns.cables[row] = lane[span + 2]!;
    }
  });
  return { count, ...columns };
}

function dropColumns({ accesses }: Survey, { byAccess, tierCount }: MergedRoutes): DropColumns {
  const used: number[] = [];
  for (let at = 0; at < byAccess.length; at += 1) if (byAccess[at]! > 0) used.push(at);
  const count = used.length;
  const columns = {
    cabinet: new Int32Array(count),
    tier: new Uint8Array(count),
    cables: new Int32Array(count),
    openingXMm: new Int32Array(count),
    openingYMm: new Int32Array(count),
    landingXMm: new Int32Array(count),
    landingYMm: new Int32Array(count),
  };
  used.forEach((at, row) => {
    const { cabinet, opening, landing } = accesses[Math.floor(at / tierCount)]!;
    columns.cabinet[row] = cabinet;
    columns.tier[row] = at % tierCount;
    columns.cables[row] = byAccess[at]!;
    columns.openingXMm[row] = opening.xMm;
    columns.openingYMm[row] = opening.yMm;
    columns.landingXMm[row] = landing.xMm;
    columns.landingYMm[row] = landing.yMm;
  });
  return { count, ...columns };
}
