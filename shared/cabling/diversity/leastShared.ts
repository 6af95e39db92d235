/**
 * What cables share that cannot be kept apart and have no bottleneck: by parity, or because whatever way one takes is in the way of
 * another. Told by what would help: pathways beside any one of which a second one would let them lie apart, each tried by itself; or,
 * where no single one does, pathways all of which need one, none of them to spare.
 */
import { must } from '../../assert.ts';
import type { Pausing } from '../../work.ts';
import type { Ban } from './cableSearch.ts';
import { doubledNet } from './doubledNet.ts';
import type { MemberNet } from './memberNet.ts';
import { negotiatedWalks } from './negotiated.ts';
import { NetWalk } from './netWalk.ts';

export interface LeastShared {
  /** Whether a second pathway beside any one of them is enough, or all of them need one. */
  readonly enough: 'any' | 'all';
  /** One place of each pathway or opening; none where nothing was found with the effort allowed. */
  readonly places: readonly Ban[];
}

/** Single pathways that are tried at most, and arcs that all tries together look at. */
const MOST_TRIED = 60;
const MOST_ARCS = 12_000_000;
/** So many are named at most. */
const MOST_NAMED = 4;

/** Of members by position; `strands` by member. Pauses often. */
export function* leastShared(net: MemberNet, strands: readonly number[], members: readonly number[]): Pausing<LeastShared> {
  const owners = net.places.map(ownerOf);
  let spent = 0;
  const contested = new Map<string, number>();
  const rounds: ReadonlySet<string>[] = [];
  const walk = new NetWalk(net);
  yield* negotiatedWalks(net, walk, strands, members, (places) => {
    const now = new Set([...places].map((place) => must(owners[place], 'owner')));
    for (const owner of now) contested.set(owner, (contested.get(owner) ?? 0) + 1);
    rounds.push(now);
  });
  spent += walk.spent;
  const helps = function* (doubled: ReadonlySet<string>): Pausing<boolean> {
    const wider = doubledNet(net, (place) => doubled.has(must(owners[place], 'owner')));
    const own = new NetWalk(wider);
    const walks = yield* negotiatedWalks(wider, own, strands, members);
    spent += own.spent;
    return walks !== null;
  };
  const placesOf = (chosen: Iterable<string>): Ban[] => [...chosen].map((owner) => must(net.places[owners.indexOf(owner)], 'place'));
  const often = [...contested].sort(([one, times], [other, more]) => more - times || (one < other ? -1 : 1)).map(([owner]) => owner);
  const singles: string[] = [];
  for (const owner of often.slice(0, MOST_TRIED)) {
    if (spent > MOST_ARCS || singles.length === MOST_NAMED) break;
    if (yield* helps(new Set([owner]))) singles.push(owner);
  }
  if (singles.length > 0) return { enough: 'any', places: placesOf(singles) };
  let needed = rounds.reduce<ReadonlySet<string>>((least, now) => (least.size === 0 || now.size < least.size ? now : least), new Set());
  if (needed.size === 0 || !(yield* helps(needed))) return { enough: 'all', places: [] };
  for (const owner of [...needed].sort()) {
    const without = new Set([...needed].filter((other) => other !== owner));
    if (spent <= MOST_ARCS && (yield* helps(without))) needed = without;
  }
  return { enough: 'all', places: placesOf([...needed].sort()) };
}

/** A pathway, or an opening of a cabinet: its pieces are doubled together. */
function ownerOf(place: Ban): string {
  return place.kind === 'stretch' ? `edge ${place.edge}` : `opening ${place.cabinet} ${place.opening}`;
}
