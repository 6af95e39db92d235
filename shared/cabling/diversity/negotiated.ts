/**
 * Ways by negotiation: every cable is laid again and again, and places that two strands hold grow dearer with every round, until no two
 * strands hold one. It finds ways fast where there are some, seldom the shortest, and proves nothing where it finds none.
 */
import type { Pausing } from '../../work.ts';
import type { MemberNet } from './memberNet.ts';
import type { NetWalk, Walk } from './netWalk.ts';

const ROUNDS = 60;
/** What a place held by another costs in the first round, as a part of the mean piece; it grows by so much each round. */
const FIRST_TOLL = 0.5;
const TOLL_GROWTH = 1.15;

/** By position in `strands`, null for those that are not among the members; null when the rounds run out. `note` is told what was contested, round by round. Pauses at each. */
export function* negotiatedWalks(
  net: MemberNet,
  walk: NetWalk,
  strands: readonly number[],
  members: readonly number[],
  note?: (contested: ReadonlySet<number>) => void,
): Pausing<readonly (Walk | null)[] | null> {
  const { places, placeMm, isSingle, shut } = net;
  const walks = strands.map((): Walk | null => null);
  const [tolls, prices] = [new Float64Array(places.length), new Float64Array(places.length)];
  const meanMm = placeMm.reduce((sum, mm) => sum + mm, 0) / Math.max(1, places.length);
  let toll = meanMm * FIRST_TOLL;
  for (let round = 0; round < ROUNDS; round += 1) {
    yield;
    for (const at of members) {
      prices.set(tolls);
      for (const place of heldByOthers(walks, strands, at)) prices[place]! += isSingle[place]! * toll;
      const found = walk.find(at, shut[at]!, prices, 1);
      if (found === null) return null;
      walks[at] = found;
    }
    const contested = new Set(
      members.flatMap((at) => {
        const held = new Set(heldByOthers(walks, strands, at));
        return (walks[at]?.places ?? []).filter((place) => isSingle[place] === 1 && held.has(place));
      }),
    );
    if (contested.size === 0) return walks;
    note?.(contested);
    for (const place of contested) tolls[place]! += toll;
    toll *= TOLL_GROWTH;
  }
  return null;
}

/** Places that strands other than a member's own hold. */
function heldByOthers(walks: readonly (Walk | null)[], strands: readonly number[], member: number): readonly number[] {
  return walks.flatMap((walk, at) => (walk === null || strands[at] === strands[member] ? [] : walk.places));
}
