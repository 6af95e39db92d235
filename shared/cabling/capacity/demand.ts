/** Cables that want the same: what negotiation moves between ways, some at a time. */
import { must } from '../../assert.ts';
import type { Pin } from '../rules/courses.ts';
import type { Apartness } from './apartness.ts';
import type { CableWeight, Places, ShutPlaces, Stretch } from './places.ts';

/** One way from a cabinet onto a pathway: where it lands, and what lies before the landing. */
export interface Landing {
  /** Row of the access in the survey. */
  readonly access: number;
  readonly segment: number;
  readonly mark: number;
  /** Inside the cabinet, the drop, the offset: what this way costs more than the shortest of the same end. */
  readonly extraMm: number;
  readonly cabinet: number;
  /** By which it leaves the cabinet. */
  readonly opening: string;
}

/** A way that cables may take. Through a bay it has no stretches and no landings. */
export interface Way {
  readonly landings: readonly [Landing, Landing] | null;
  readonly stretches: readonly Stretch[];
  /** With what the landings add, so that ways of one demand compare. */
  readonly lengthMm: number;
}

/** How many cables of a demand lie along one way. */
export interface Share {
  readonly way: Way;
  count: number;
}

/** Cables between the same two cabinets with the same weight, to which every way adds the same. */
export interface Demand {
  /** Rows of its cables, in order. */
  readonly cables: readonly number[];
  readonly weight: CableWeight;
  /** Row of its weight among all that differ. */
  readonly weightClass: number;
  /** The root's end first: the cabinet with the smaller id. */
  readonly ends: readonly [readonly Landing[], readonly Landing[]];
  /** Way through the side of baying neighbours, on the same footing as others' lengths; null when there is none. */
  readonly bayMm: number | null;
  readonly shares: Share[];
  /** Where rules let none of its cables run; null: anywhere. */
  readonly shut: ShutPlaces | null;
  /** What its ways must pass, from the root on. */
  readonly pins: readonly Pin[];
  /** What its one cable shares nothing with; null: it may lie anywhere. */
  readonly apart: Apartness | null;
}

/** Puts cables onto a way, beside those that lie there already. */
export function putOn(places: Places, demand: Demand, way: Way, count: number): void {
  places.lay(way.stretches, demand.weight, count);
  places.note(demand, way.stretches);
  const same = demand.shares.find((share) => isSameWay(share.way, way));
  if (same === undefined) demand.shares.push({ way, count });
  else same.count += count;
}

/** Takes cables off a way that they lie along. */
export function takeOff(places: Places, demand: Demand, way: Way, count: number): void {
  places.lay(way.stretches, demand.weight, -count);
  const index = demand.shares.findIndex((share) => isSameWay(share.way, way));
  const share = must(demand.shares[index], 'share');
  share.count -= count;
  if (share.count === 0) demand.shares.splice(index, 1);
}

/** How many cables of a demand lie along a way. */
export function countOn(demand: Demand, way: Way): number {
  return demand.shares.find((share) => isSameWay(share.way, way))?.count ?? 0;
}

export function isSameWay(a: Way, b: Way): boolean {
  if (a === b) return true;
  if (a.lengthMm !== b.lengthMm || a.stretches.length !== b.stretches.length) return false;
  if (a.landings?.[0].access !== b.landings?.[0].access || a.landings?.[1].access !== b.landings?.[1].access) return false;
  return a.stretches.every(({ edge, fromMark, toMark }, index) => {
    const other = b.stretches[index]!;
    return other.edge === edge && other.fromMark === fromMark && other.toMark === toMark;
  });
}
