/** Branching of searches for ways that share nothing: a place that two strands want is denied to one in one branch, to all others in the other. */
import type { MemberNet } from './memberNet.ts';
import type { Walk } from './netWalk.ts';

/** By member, then place: 1 where it may not lie. */
export type Shut = readonly Uint8Array[];

/** A place, and a strand that wants it. */
export interface Claim {
  readonly place: number;
  readonly strand: number;
}

/** Who searches: the strand of each member of the net, and the members that are not laid yet. */
export interface Seekers {
  readonly strands: readonly number[];
  readonly members: readonly number[];
  /** By member: the part of a price that it pays, so that a strand pays no more than the whole. */
  readonly shares: readonly number[];
}

export function seekersOf(strands: readonly number[], isLaid: readonly boolean[]): Seekers {
  const members = [...strands.keys()].filter((at) => isLaid[at] !== true);
  const shares = strands.map((strand) => 1 / Math.max(1, members.filter((at) => strands[at] === strand).length));
  return { strands, members, shares };
}

/** The dearest of the places that two strands want, and the one of them that came first; null: the walks share nothing. */
export function dearestClash(
  { isSingle }: MemberNet,
  { strands }: Seekers,
  walks: readonly (Walk | null)[],
  costs: Float64Array,
): Claim | null {
  const holder = new Map<number, number>();
  let dearest: Claim | null = null;
  for (const [at, walk] of walks.entries()) {
    for (const place of walk?.places ?? []) {
      if (isSingle[place] === 0) continue;
      const before = holder.get(place) ?? strands[at]!;
      holder.set(place, before);
      if (before === strands[at] || (dearest !== null && costs[place]! <= costs[dearest.place]!)) continue;
      dearest = { place, strand: before };
    }
  }
  return dearest;
}

/** Without the claim, and with it: the more promising last. */
export function split(shut: Shut, { strands }: Seekers, { place, strand }: Claim): readonly [Shut, Shut] {
  const barred = (isBarred: (at: number) => boolean): Shut =>
    shut.map((own, at) => {
      if (!isBarred(at) || own[place] === 1) return own;
      const more = own.slice();
      more[place] = 1;
      return more;
    });
  return [barred((at) => strands[at] === strand), barred((at) => strands[at] !== strand)];
}

/** By place: how many strands may still lie there, two standing for all more. */
export function openness({ places }: MemberNet, { strands, members }: Seekers, shut: Shut): Uint8Array {
  const open = new Uint8Array(places.length);
  const first = new Int32Array(places.length);
  for (const at of members) {
    const own = shut[at]!;
    for (let place = 0; place < open.length; place += 1) {
      if (own[place] === 1 || open[place] === 2) continue;
      if (open[place] === 0) [open[place], first[place]] = [1, strands[at]!];
      else if (first[place] !== strands[at]) open[place] = 2;
    }
  }
  return open;
}
