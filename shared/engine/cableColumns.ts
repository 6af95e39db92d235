/** Cables as the canvas draws them: merged by segment and tier into spans, and by opening into drops. */
import type { Cabling } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';
import type { DropColumns, SpanColumns } from './protocol.ts';

/** Names of tiers, each once, in the order of the cabling's tiers. */
export function tierNames(cabling: Cabling): string[] {
  return [...new Set(cabling.tiers.map((tier) => tier.name))];
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

/** Merges the routes of some cables (null: all) into spans and drops. */
export function mergeCables(survey: Survey, cabling: Cabling, rows: Int32Array | null): { spans: SpanColumns; drops: DropColumns } {
  const names = tierNames(cabling);
  const counts = countByRoute(cabling, rows, names);
  return { spans: mergeSpans(survey, cabling, counts, names.length), drops: mergeDrops(survey, cabling, counts, names.length) };
}

/** Sweeps each segment from end to end: a span lasts until the number of cables of its tier changes. */
function mergeSpans(survey: Survey, cabling: Cabling, counts: Int32Array, tierCount: number): SpanColumns {
  const { segmentCount, edgeLengthMm } = survey.network;
  // By segment and tier: cables from end to end, which most are, and changes of their number at places along it.
  const whole = new Int32Array(segmentCount * tierCount);
  const changes: (Map<number, number> | undefined)[] = [];
  cabling.routes.forEach((route, row) => {
    for (let tier = 0; tier < tierCount; tier += 1) {
      const count = counts[row * tierCount + tier]!;
      if (count === 0) continue;
      for (const { edge, fromMm, toMm } of route.steps) {
        if (edge >= segmentCount || fromMm === toMm) continue;
        const at = edge * tierCount + tier;
        const [start, end] = fromMm < toMm ? [fromMm, toMm] : [toMm, fromMm];
        if (start === 0 && end === edgeLengthMm[edge]) whole[at]! += count;
        else addRun((changes[at] ??= new Map<number, number>()), start, end, count);
      }
    }
  });
  const spans: number[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    const [segment, tier] = [Math.floor(at / tierCount), at % tierCount];
    const along = changes[at];
    if (along === undefined) {
      if (whole[at]! > 0) spans.push(segment, tier, 0, edgeLengthMm[segment]!, whole[at]!);
      continue;
    }
    if (whole[at]! > 0) addRun(along, 0, edgeLengthMm[segment]!, whole[at]!);
    const places = [...along.entries()].filter(([, change]) => change !== 0).sort((a, b) => a[0] - b[0]);
    let cables = 0;
    let fromMm = 0;
    for (const [place, change] of places) {
      if (cables > 0) spans.push(segment, tier, fromMm, place, cables);
      cables += change;
      fromMm = place;
    }
  }
  return spanColumns(spans);
}

function addRun(along: Map<number, number>, startMm: number, endMm: number, count: number): void {
  along.set(startMm, (along.get(startMm) ?? 0) + count);
  along.set(endMm, (along.get(endMm) ?? 0) - count);
}

/** Columns of rows of five: segment, tier, from, to, cables. */
function spanColumns(spans: readonly number[]): SpanColumns {
  const count = spans.length / 5;
  const columns = {
    segment: new Int32Array(count),
    tier: new Uint8Array(count),
    fromMm: new Int32Array(count),
    toMm: new Int32Array(count),
    cables: new Int32Array(count),
  };
  for (let row = 0; row < count; row += 1) {
    columns.segment[row] = spans[row * 5]!;
    columns.tier[row] = spans[row * 5 + 1]!;
    columns.fromMm[row] = spans[row * 5 + 2]!;
    columns.toMm[row] = spans[row * 5 + 3]!;
    columns.cables[row] = spans[row * 5 + 4]!;
  }
  return { count, ...columns };
}

function mergeDrops(survey: Survey, cabling: Cabling, counts: Int32Array, tierCount: number): DropColumns {
  const byAccess = new Int32Array(survey.accesses.length * tierCount);
  cabling.routes.forEach((route, row) => {
    for (let tier = 0; tier < tierCount; tier += 1) {
      const count = counts[row * tierCount + tier]!;
      if (count === 0) continue;
      byAccess[route.accessA * tierCount + tier]! += count;
      byAccess[route.accessB * tierCount + tier]! += count;
    }
  });
  const used: number[] = [];
  byAccess.forEach((cables, at) => {
    if (cables > 0) used.push(at);
  });
  const column = (value: (at: number) => number): Int32Array => Int32Array.from(used, value);
  const access = (at: number) => survey.accesses[Math.floor(at / tierCount)]!;
  return {
    count: used.length,
    cabinet: column((at) => access(at).cabinet),
    tier: Uint8Array.from(used, (at) => at % tierCount),
    cables: column((at) => byAccess[at]!),
    openingXMm: column((at) => access(at).opening.xMm),
    openingYMm: column((at) => access(at).opening.yMm),
    landingXMm: column((at) => access(at).landing.xMm),
    landingYMm: column((at) => access(at).landing.yMm),
  };
}
