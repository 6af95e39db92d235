/** One cable takes another's room, and that one goes elsewhere. */
import type { Crowd } from './crowd.ts';
import { putOn, takeOff, type Demand, type Way } from './demand.ts';

const FITTING = { kind: 'fitting' } as const;

/** Of two cables, where they lie now; the first may lie nowhere. */
export interface Pair {
  readonly demand: Demand;
  readonly way: Way | null;
  readonly other: Demand;
  readonly otherWay: Way;
}

/**
 * Lays both cables anew, the first one first. They stay so when both have room and `isBetter` says so of the sum of their new
 * ways; else all is as before, and false.
 */
export function exchange({ places, search }: Crowd, { demand, way, other, otherWay }: Pair, isBetter: (sumMm: number) => boolean): boolean {
  if (way !== null) takeOff(places, demand, way, 1);
  takeOff(places, other, otherWay, 1);
  const next = search.find(demand, FITTING);
  if (next !== null) {
    putOn(places, demand, next, 1);
    const otherNext = search.find(other, FITTING);
    if (otherNext !== null && isBetter(next.lengthMm + otherNext.lengthMm)) {
      putOn(places, other, otherNext, 1);
      return true;
    }
    takeOff(places, demand, next, 1);
  }
  if (way !== null) putOn(places, demand, way, 1);
  putOn(places, other, otherWay, 1);
  return false;
}
