/** Routes merged by segment and tier into lanes, and by access into drops: what a hall's worth of cables is drawn from. */
import { changedRoutes } from '../cabling/changedRoutes.ts';
import type { Route } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';

export interface MergedRoutes {
  readonly tierCount: number;
  /** By segment × tiers + tier: spans as rows of three (from, to, cables), from end to end, until the number of cables changes. */
  readonly lanes: readonly (readonly number[])[];
  /** Cables by access × tiers + tier. */
  readonly byAccess: Int32Array;
  /** By lane: cables from end to end, which most are, and changes of their number at places along it. */
  readonly whole: Int32Array;
  readonly changes: readonly (ReadonlyMap<number, number> | undefined)[];
}

/** Routes merged before, of the same numbers. */
interface Base {
  readonly merged: MergedRoutes;
  readonly routes: readonly Route[];
}

/** Merges routes by how many cables of each tier run in each (rows of `tierCount` columns); with a base, only what differs from it. */
export function mergeRoutes(
  survey: Survey,
  routes: readonly Route[],
  counts: Int32Array,
  tierCount: number,
  base: Base | null,
): MergedRoutes {
  const { segmentCount, edgeLengthMm } = survey.network;
  const merger = new Merger(survey, tierCount, base?.merged ?? null);
  if (base === null) routes.forEach((route, row) => merger.add(route, row, counts, 1));
  else {
    for (const row of changedRoutes(routes, base.routes)) {
      const old = base.routes[row];
      if (old !== undefined) merger.add(old, row, counts, -1);
      merger.add(routes[row]!, row, counts, 1);
    }
  }
  const lanes = base === null ? Array.from({ length: segmentCount * tierCount }, (): readonly number[] => []) : [...base.merged.lanes];
  for (const at of merger.touched) lanes[at] = laneOf(merger.whole[at]!, merger.changes[at], edgeLengthMm[Math.floor(at / tierCount)]!);
  return { tierCount, lanes, byAccess: merger.byAccess, whole: merger.whole, changes: merger.changes };
}

/** Adds routes and takes them away; places along a lane are copied from the base when they are first touched. */
class Merger {
  readonly whole: Int32Array;
  readonly changes: (ReadonlyMap<number, number> | undefined)[];
  readonly byAccess: Int32Array;
  readonly touched = new Set<number>();
  readonly #survey: Survey;
  readonly #tierCount: number;
  readonly #own = new Map<number, Map<number, number>>();

  constructor(survey: Survey, tierCount: number, base: MergedRoutes | null) {
    this.#survey = survey;
    this.#tierCount = tierCount;
    this.whole = base?.whole.slice() ?? new Int32Array(survey.network.segmentCount * tierCount);
    this.changes = base === null ? [] : [...base.changes];
    this.byAccess = base?.byAccess.slice() ?? new Int32Array(survey.accesses.length * tierCount);
  }

  add(route: Route, row: number, counts: Int32Array, sign: 1 | -1): void {
    for (let tier = 0; tier < this.#tierCount; tier += 1) {
      const count = sign * counts[row * this.#tierCount + tier]!;
      if (count === 0) continue;
      this.byAccess[route.accessA * this.#tierCount + tier]! += count;
      this.byAccess[route.accessB * this.#tierCount + tier]! += count;
      this.#addSteps(route, tier, count);
    }
  }

  #addSteps({ steps }: Route, tier: number, count: number): void {
    const { segmentCount, edgeLengthMm } = this.#survey.network;
    for (const { edge, fromMm, toMm } of steps) {
      if (edge >= segmentCount || fromMm === toMm) continue;
      const at = edge * this.#tierCount + tier;
      this.touched.add(at);
      const [start, end] = fromMm < toMm ? [fromMm, toMm] : [toMm, fromMm];
      if (start === 0 && end === edgeLengthMm[edge]) this.whole[at]! += count;
      else addRun(this.#ownChanges(at), start, end, count);
    }
  }

  #ownChanges(at: number): Map<number, number> {
    let own = this.#own.get(at);
    if (own === undefined) {
      own = new Map(this.changes[at]);
      this.#own.set(at, own);
      this.changes[at] = own;
    }
    return own;
  }
}

function laneOf(whole: number, changes: ReadonlyMap<number, number> | undefined, lengthMm: number): readonly number[] {
  if (changes === undefined) return whole > 0 ? [0, lengthMm, whole] : [];
  const along = new Map(changes);
  if (whole > 0) addRun(along, 0, lengthMm, whole);
  const places = [...along].filter(([, change]) => change !== 0).sort((a, b) => a[0] - b[0]);
  const lane: number[] = [];
  let [cables, fromMm] = [0, 0];
  for (const [place, change] of places) {
    if (cables > 0) lane.push(fromMm, place, cables);
    cables += change;
    fromMm = place;
  }
  return lane;
}

function addRun(along: Map<number, number>, startMm: number, endMm: number, count: number): void {
  const add = (place: number, by: number): void => {
    const sum = (along.get(place) ?? 0) + by;
    if (sum === 0) along.delete(place);
    else along.set(place, sum);
  };
  add(startMm, count);
  add(endMm, -count);
}
