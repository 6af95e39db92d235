/**
 * Whether cables have room to share nothing, however long they get: prices alone lead the walks. Where the cheapest walks cost more than
 * all places and odd borders filled to their room, there is no room, proven; where walks share nothing, there is; else it branches.
 */
import { must } from '../../assert.ts';
import type { Pausing } from '../../work.ts';
import { dearestClash, openness, split, type Seekers, type Shut } from './claims.ts';
import type { MemberNet } from './memberNet.ts';
import { NetWalk, type Walk } from './netWalk.ts';
import type { OddBorders } from './oddBorders.ts';
import { Prices, type KnownPrices } from './prices.ts';

export type Room =
  | { readonly kind: 'ways'; readonly walks: readonly (Walk | null)[] }
  /** Proven. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Rounds of prices at the first branch and at others; between looks for more odd borders lie so many. */
const FIRST_ROUNDS = 300;
const ROUNDS = 60;
const LOOK_EVERY = 20;
/** Prices aim at proving that so much of the room is missing. */
const AIM = 0.02;
/** What floating point may be off by. */
const ROUNDING = 1e-7;

interface Branch {
  readonly shut: Shut;
  readonly prices: KnownPrices;
}

/** Searches until it is settled, or so many arcs have been looked at; pauses at each round. Walks come without their lengths. */
export function* findRoom(net: MemberNet, seekers: Seekers, borders: OddBorders | null, mostArcs: number): Pausing<Room> {
  const walk = new NetWalk({ ...net, arcMm: new Float64Array(net.arcMm.length) });
  const open: Branch[] = [{ shut: net.shut, prices: { places: Float64Array.from(net.isSingle), borders: [] } }];
  let rounds = FIRST_ROUNDS;
  while (open.length > 0) {
    if (walk.spent >= mostArcs) return { kind: 'unknown' };
    const found = yield* explored(net, seekers, borders, walk, must(open.pop(), 'branch'), rounds);
    if (found.kind === 'ways') return found;
    open.push(...found.branches);
    rounds = ROUNDS;
  }
  return { kind: 'none' };
}

type Explored = Extract<Room, { readonly kind: 'ways' }> | { readonly kind: 'branches'; readonly branches: readonly Branch[] };

function* explored(
  net: MemberNet,
  seekers: Seekers,
  borders: OddBorders | null,
  walk: NetWalk,
  { shut, prices: known }: Branch,
  rounds: number,
): Pausing<Explored> {
  const open = openness(net, seekers, shut);
  const isOpen = open.map((strands) => Math.min(1, strands));
  const prices = new Prices(net, borders, isOpen, { ...known, places: known.places.map((price, place) => price * isOpen[place]!) });
  let wanted: readonly (Walk | null)[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    yield;
    const walks: (Walk | null)[] = seekers.strands.map(() => null);
    let cost = 0;
    for (const at of seekers.members) {
      const found = walk.find(at, shut[at]!, prices.costs, seekers.shares[at]!);
      if (found === null) return { kind: 'branches', branches: [] };
      walks[at] = found;
      cost += found.priced;
    }
    const { roomCost } = prices;
    if (cost > roomCost * (1 + ROUNDING)) return { kind: 'branches', branches: [] };
    wanted = walks;
    if (dearestClash(net, seekers, walks, prices.costs) === null) return { kind: 'ways', walks };
    const steepness = prices.note(walks, seekers.shares);
    if (steepness === 0) break;
    if (round % LOOK_EVERY === 0) prices.grow();
    prices.follow(((1 + AIM) * roomCost - cost) / steepness);
  }
  const claim = dearestClash(net, seekers, wanted, prices.costs);
  if (claim === null) return { kind: 'branches', branches: [] };
  return { kind: 'branches', branches: split(shut, seekers, claim).map((more) => ({ shut: more, prices: prices.known() })) };
}
