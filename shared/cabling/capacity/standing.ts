/** Who stands in the way of whom. */
import type { Crowd } from './crowd.ts';
import type { Demand, Way } from './demand.ts';

/** Cables of a demand along one of its ways. */
export interface Laid {
  readonly demand: Demand;
  readonly way: Way;
}

/** What stands where a cable has no room along a way: other demands in order, each with its ways there. */
export function standingIn(crowd: Crowd, way: Way, demand: Demand): Laid[] {
  return crowd.layingIn(crowd.fullPlaces(way, demand.weight)).filter((one) => one.demand !== demand);
}
