/**
 * Ways that share nothing, for cables that end anywhere: an integer program by branch and bound. Each place has a price, raised where
 * several cables want it and lowered where none does (Lagrangian relaxation with a subgradient), and so has each border that cannot be
 * filled; the cheapest priced ways less all prices are a bound that no ways can be under. Ways to start from come of negotiation or of
 * the search for room, which also tells where there are none. Prices also lead a heuristic: cables laid one after the other over what
 * those before have left. Where prices do not settle it, a place that two strands want is given to one in one branch and denied to it in
 * the other.
 */
import { must } from '../../assert.ts';
import type { Pausing } from '../../work.ts';
import { NONE } from '../types.ts';
import { dearestClash, openness, seekersOf, split, type Claim, type Seekers, type Shut } from './claims.ts';
import type { MemberNet } from './memberNet.ts';
import { negotiatedWalks } from './negotiated.ts';
import { NetWalk, type Walk } from './netWalk.ts';
import { OddBorders } from './oddBorders.ts';
import { Prices, type KnownPrices } from './prices.ts';
import { findRoom } from './roomSearch.ts';

export interface PricedWays {
  /** By member of the net, null for those that earlier sets have laid. Null: none found that are shorter than those known. */
  readonly walks: readonly (Walk | null)[] | null;
  /** No ways are shorter in total; Infinity: there are none, proven. */
  readonly leastMm: number;
}

interface Branch {
  readonly shut: Shut;
  readonly prices: KnownPrices;
  readonly leastMm: number;
}

/** Rounds of prices at the first branch and at others. */
const FIRST_ROUNDS = 160;
const ROUNDS = 24;
/** Every so many rounds the heuristic tries with the prices at that time, and every so many more odd borders are looked for. */
const TRY_EVERY = 8;
const LOOK_EVERY = 20;
const ROUNDING_MM = 1e-4;

/** What is searched for: which strand each member is part of, which are laid, and the total of ways that are known (Infinity: none). */
export interface PricedTask {
  readonly strands: readonly number[];
  readonly isLaid: readonly boolean[];
  readonly knownMm: number;
}

/** Arcs looked at, at most: for whether there is room at all, and for the shortest ways. */
export interface Effort {
  readonly room: number;
  readonly length: number;
}

/** Searches until it is settled, or the effort is spent; pauses at each round of prices. */
export function pricedWays(net: MemberNet, task: PricedTask, effort: Effort): Pausing<PricedWays> {
  return new PricedSearch(net, task).run(effort);
}

class PricedSearch {
  readonly #net: MemberNet;
  readonly #seekers: Seekers;
  readonly #walk: NetWalk;
  /** Null where cables of one strand may lie together: then a border may be filled by any number. */
  readonly #borders: OddBorders | null;
  /** More than any ways that share nothing can measure. */
  readonly #tooMuchMm: number;
  #best: readonly (Walk | null)[] | null = null;
  #bestMm: number;

  constructor(net: MemberNet, { strands, isLaid, knownMm }: PricedTask) {
    this.#bestMm = knownMm;
    this.#net = net;
    this.#seekers = seekersOf(strands, isLaid);
    const { shares, members } = this.#seekers;
    this.#walk = new NetWalk(net);
    const most = Math.max(1, ...members.map((at) => Math.round(1 / shares[at]!)));
    this.#borders = most === 1 ? new OddBorders(net, members) : null;
    this.#tooMuchMm = net.placeMm.reduce((sum, mm) => sum + mm, 0) * most + net.mostInsideMm + 1;
  }

  *run(effort: Effort): Pausing<PricedWays> {
    if (this.#bestMm === Infinity && !(yield* this.#start(effort.room))) return { walks: null, leastMm: Infinity };
    const { shut, places } = this.#net;
    const open: Branch[] = [{ shut, prices: { places: new Float64Array(places.length), borders: [] }, leastMm: 0 }];
    const mostArcs = this.#walk.spent + effort.length;
    let rounds = FIRST_ROUNDS;
    while (open.length > 0 && this.#walk.spent < mostArcs) {
      const branch = this.#next(open);
      if (branch.leastMm >= this.#limitMm()) continue;
      open.push(...(yield* this.#explore(branch, rounds, mostArcs)));
      rounds = ROUNDS;
    }
    const leastMm = open.reduce((least, branch) => Math.min(least, branch.leastMm), this.#bestMm);
    return { walks: this.#best, leastMm };
  }

  /** Looks for ways to start from; false: there are none, proven. */
  *#start(mostArcs: number): Pausing<boolean> {
    const negotiated = yield* negotiatedWalks(this.#net, this.#walk, this.#seekers.strands, this.#seekers.members);
    if (negotiated !== null) {
      this.#keep(negotiated);
      return true;
    }
    const room = yield* findRoom(this.#net, this.#seekers, this.#borders, mostArcs);
    if (room.kind === 'ways') this.#layOver(room.walks);
    return room.kind !== 'none';
  }

  /** Ways no longer than those found, each where the others leave it room. */
  #layOver(found: readonly (Walk | null)[]): void {
    const { strands, members } = this.#seekers;
    const { shut, isSingle, places } = this.#net;
    const free = new Float64Array(places.length);
    const walks = [...found];
    for (const at of members) {
      const own = shut[at]!.slice();
      walks.forEach((walk, other) => {
        if (strands[other] !== strands[at]) for (const place of walk?.places ?? []) if (isSingle[place] === 1) own[place] = 1;
      });
      walks[at] = must(this.#walk.find(at, own, free, 1), 'walk where one was found');
    }
    this.#keep(walks);
  }

  /** Deep first until some ways are known, then where the bound is least. */
  #next(open: Branch[]): Branch {
    let at = open.length - 1;
    if (this.#bestMm < Infinity) {
      open.forEach(({ leastMm }, one) => {
        if (leastMm < open[at]!.leastMm) at = one;
      });
    }
    return must(open.splice(at, 1)[0], 'branch');
  }

  #limitMm(): number {
    return Math.min(this.#bestMm, this.#tooMuchMm);
  }

  /** Branches that are left to look at, the more promising last. */
  *#explore({ shut, prices: known, leastMm: inherited }: Branch, rounds: number, mostArcs: number): Pausing<readonly Branch[]> {
    const open = openness(this.#net, this.#seekers, shut);
    const isOpen = open.map((strands) => Math.min(1, strands));
    const contested = known.places.map((price, place) => (open[place] === 2 ? price : 0));
    const prices = new Prices(this.#net, this.#borders, isOpen, { ...known, places: contested });
    let bestPrices = prices.known();
    let [leastMm, sinceBetter, pace] = [inherited, 0, 1];
    let wanted: readonly (Walk | null)[] = [];
    for (let round = 0; round < rounds; round += 1) {
      yield;
      const walks: (Walk | null)[] = this.#seekers.strands.map(() => null);
      let bound = -prices.roomCost;
      for (const at of this.#seekers.members) {
        const walk = this.#walk.find(at, shut[at]!, prices.costs, this.#seekers.shares[at]!);
        if (walk === null) return [];
        walks[at] = walk;
        bound += walk.priced;
      }
      const roundedMm = Math.ceil(bound - ROUNDING_MM);
      if (roundedMm > leastMm || wanted.length === 0) [bestPrices, wanted] = [prices.known(), walks];
      sinceBetter = roundedMm > leastMm ? 0 : sinceBetter + 1;
      leastMm = Math.max(leastMm, roundedMm);
      if (dearestClash(this.#net, this.#seekers, walks, prices.costs) === null) this.#keep(walks);
      else if (round % TRY_EVERY === 0) this.#tryInTurn(shut, prices.costs, round / TRY_EVERY);
      if (leastMm >= this.#limitMm()) return [];
      const steepness = prices.note(walks, this.#seekers.shares);
      if (steepness === 0 || this.#walk.spent >= mostArcs) break;
      if (round % LOOK_EVERY === LOOK_EVERY - 1) prices.grow();
      if (sinceBetter > 6) [pace, sinceBetter] = [pace / 2, 0];
      // Without ways to aim at, the aim is a tenth above the bound: where there are none, the bound then grows without end.
      const aimMm = this.#bestMm === Infinity ? Math.max(bound * 1.1, leastMm * 1.1) : this.#bestMm;
      prices.follow((Math.max(pace, this.#bestMm === Infinity ? 0.5 : 0.01) * Math.max(aimMm - bound, 1)) / steepness);
    }
    // Where ways do not clash and the bound is still below them, a price makes the difference: the dearest place is decided.
    const claim = dearestClash(this.#net, this.#seekers, wanted, bestPrices.places) ?? this.#dearest(wanted, bestPrices.places, shut, open);
    if (claim === null) return [];
    return split(shut, this.#seekers, claim).map((more) => ({ shut: more, prices: bestPrices, leastMm }));
  }

  /** The dearest place that is still open to two strands, and a strand that wants it, or else one to which it is open. */
  #dearest(walks: readonly (Walk | null)[], prices: Float64Array, shut: Shut, open: Uint8Array): Claim | null {
    let dearest = NONE;
    prices.forEach((price, place) => {
      if (price > (dearest === NONE ? 0 : prices[dearest]!) && open[place] === 2) dearest = place;
    });
    if (dearest === NONE) return null;
    const at =
      this.#seekers.members.find((member) => walks[member]?.places.includes(dearest) === true) ??
      must(
        this.#seekers.members.find((member) => shut[member]![dearest] === 0),
        'member',
      );
    return { place: dearest, strand: this.#seekers.strands[at]! };
  }

  /** One after the other at these prices, over what those before have left, from another one on each time. */
  #tryInTurn(shut: Shut, prices: Float64Array, turn: number): void {
    const order = this.#seekers.members.map((_, at) => this.#seekers.members[(at + turn) % this.#seekers.members.length]!);
    for (const tried of [order, order.toReversed()]) this.#layInTurn(shut, prices, tried);
  }

  #layInTurn(shut: Shut, prices: Float64Array, order: readonly number[]): void {
    const holder = new Int32Array(this.#net.places.length).fill(-1);
    const walks = this.#seekers.strands.map((): Walk | null => null);
    const lay = (at: number, priced: Float64Array): boolean => {
      const own = shut[at]!.slice();
      holder.forEach((strand, place) => {
        if (strand >= 0 && strand !== this.#seekers.strands[at]) own[place] = 1;
      });
      const walk = this.#walk.find(at, own, priced, this.#seekers.shares[at]!);
      walks[at] = walk;
      for (const place of walk?.places ?? []) if (this.#net.isSingle[place] === 1) holder[place] = this.#seekers.strands[at]!;
      return walk !== null;
    };
    if (!order.every((at) => lay(at, prices))) return;
    // Then each once more without prices, where the others leave it room.
    const free = new Float64Array(prices.length);
    for (const at of order) {
      const before = must(walks[at], 'walk');
      if (this.#seekers.members.some((other) => other !== at && this.#seekers.strands[other] === this.#seekers.strands[at])) continue;
      for (const place of before.places) if (holder[place] === this.#seekers.strands[at]) holder[place] = -1;
      lay(at, free);
    }
    this.#keep(walks);
  }

  #keep(walks: readonly (Walk | null)[]): void {
    const mm = walks.reduce((sum, walk) => sum + (walk?.mm ?? 0), 0);
    if (mm < this.#bestMm) [this.#best, this.#bestMm] = [walks, mm];
  }
}
