/**
 * Ways that share nothing, for cables that end anywhere: an integer program by branch and bound. Each place has a price, raised where
 * several cables want it and lowered where none does (Lagrangian relaxation with a subgradient); the cheapest priced ways less all
 * prices are a bound that no ways can be under. Where the bound exceeds what all pieces together measure, there are no ways at all.
 * Ways to start from come of negotiation. Prices also lead a heuristic: cables laid one after the other over what those before have
 * left. Where prices do not settle it, a place that two strands want is given to one in one branch and denied to it in the other.
 */
import { must } from '../../assert.ts';
import { NONE } from '../types.ts';
import type { MemberNet } from './memberNet.ts';
import { negotiatedWalks } from './negotiated.ts';
import { NetWalk, type Walk } from './netWalk.ts';

export interface PricedWays {
  /** By member of the net, null for those that earlier sets have laid. Null: none found that are shorter than those known. */
  readonly walks: readonly (Walk | null)[] | null;
  /** No ways are shorter in total; Infinity: there are none, proven. */
  readonly leastMm: number;
}

interface Branch {
  /** By member, then place. */
  readonly shut: readonly Uint8Array[];
  readonly prices: Float64Array;
  readonly leastMm: number;
}

/** Rounds of prices at the first branch and at others. */
const FIRST_ROUNDS = 160;
const ROUNDS = 24;
/** Every so many rounds the heuristic tries with the prices at that time. */
const TRY_EVERY = 8;
const ROUNDING_MM = 1e-4;

/** What is searched for: which strand each member is part of, which are laid, and the total of ways that are known (Infinity: none). */
export interface PricedTask {
  readonly strands: readonly number[];
  readonly isLaid: readonly boolean[];
  readonly knownMm: number;
}

/** Searches until it is settled, or so many arcs have been looked at. */
export function pricedWays(net: MemberNet, task: PricedTask, mostArcs: number): PricedWays {
  return new PricedSearch(net, task).run(mostArcs);
}

class PricedSearch {
  readonly #net: MemberNet;
  readonly #strands: readonly number[];
  readonly #members: readonly number[];
  /** By member: the part of a price that it pays, so that a strand pays no more than the whole. */
  readonly #share: readonly number[];
  readonly #walk: NetWalk;
  /** More than any ways that share nothing can measure. */
  readonly #tooMuchMm: number;
  #best: readonly (Walk | null)[] | null = null;
  #bestMm: number;

  constructor(net: MemberNet, { strands, isLaid, knownMm }: PricedTask) {
    this.#bestMm = knownMm;
    this.#net = net;
    this.#strands = strands;
    this.#members = [...strands.keys()].filter((at) => isLaid[at] !== true);
    const sizes = strands.map((strand) => this.#members.filter((at) => strands[at] === strand).length);
    this.#share = sizes.map((size) => 1 / Math.max(1, size));
    this.#walk = new NetWalk(net);
    this.#tooMuchMm = net.placeMm.reduce((sum, mm) => sum + mm, 0) * Math.max(1, ...sizes) + net.mostInsideMm + 1;
  }

  run(mostArcs: number): PricedWays {
    const first: Branch = { shut: this.#net.shut, prices: new Float64Array(this.#net.places.length), leastMm: 0 };
    const negotiated = this.#bestMm < Infinity ? null : negotiatedWalks(this.#net, this.#walk, this.#strands, this.#members);
    if (negotiated !== null) this.#keep(negotiated);
    const open = [first];
    let isFirst = true;
    while (open.length > 0 && this.#walk.spent < mostArcs) {
      const branch = this.#next(open);
      if (branch.leastMm >= this.#limitMm()) continue;
      open.push(...this.#explore(branch, isFirst ? FIRST_ROUNDS : ROUNDS, mostArcs));
      isFirst = false;
    }
    const leastMm = open.reduce((least, branch) => Math.min(least, branch.leastMm), this.#bestMm);
    return { walks: this.#best, leastMm };
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
  #explore({ shut, prices: given, leastMm: inherited }: Branch, rounds: number, mostArcs: number): Branch[] {
    const { places, isSingle } = this.#net;
    const prices = given.map((price, place) => (this.#isContested(place, shut) ? price : 0));
    const bestPrices = prices.slice();
    const [want, excess] = [new Float64Array(places.length), new Float64Array(places.length)];
    let [leastMm, sinceBetter, pace] = [inherited, 0, 1];
    let wanted: readonly (Walk | null)[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const walks = this.#strands.map((): Walk | null => null);
      let bound = 0;
      want.fill(0);
      for (const at of this.#members) {
        const walk = this.#walk.find(at, shut[at]!, prices, this.#share[at]!);
        if (walk === null) return [];
        walks[at] = walk;
        bound += walk.priced;
        for (const place of walk.places) if (isSingle[place] === 1) want[place]! += this.#share[at]!;
      }
      let steepness = 0;
      for (let place = 0; place < places.length; place += 1) {
        bound -= prices[place]!;
        excess[place] = isSingle[place] === 0 || (want[place]! < 1 && prices[place] === 0) ? 0 : want[place]! - 1;
        steepness += excess[place]! * excess[place]!;
      }
      const roundedMm = Math.ceil(bound - ROUNDING_MM);
      if (roundedMm > leastMm || wanted.length === 0) {
        bestPrices.set(prices);
        wanted = walks;
      }
      sinceBetter = roundedMm > leastMm ? 0 : sinceBetter + 1;
      leastMm = Math.max(leastMm, roundedMm);
      if (this.#clash(walks, prices) === null) this.#keep(walks);
      else if (round % TRY_EVERY === 0) this.#tryInTurn(shut, prices, round / TRY_EVERY);
      if (leastMm >= this.#limitMm()) return [];
      if (steepness === 0 || this.#walk.spent >= mostArcs) break;
      if (sinceBetter > 6) [pace, sinceBetter] = [pace / 2, 0];
      // Without ways to aim at, the aim is a tenth above the bound: where there are none, the bound then grows without end.
      const aimMm = this.#bestMm === Infinity ? Math.max(bound * 1.1, leastMm * 1.1) : this.#bestMm;
      const step = (Math.max(pace, this.#bestMm === Infinity ? 0.5 : 0.01) * Math.max(aimMm - bound, 1)) / steepness;
      for (let place = 0; place < places.length; place += 1) prices[place] = Math.max(0, prices[place]! + step * excess[place]!);
    }
    // Where ways do not clash and the bound is still below them, a price makes the difference: the dearest place is decided.
    const decided = this.#clash(wanted, bestPrices) ?? this.#dearest(wanted, bestPrices, shut);
    return decided === null ? [] : this.#split(shut, decided, bestPrices, leastMm);
  }

  #split(shut: readonly Uint8Array[], { place, strand }: Claim, prices: Float64Array, leastMm: number): Branch[] {
    const barred = (isBarred: (at: number) => boolean): readonly Uint8Array[] =>
      shut.map((own, at) => {
        if (!isBarred(at) || own[place] === 1) return own;
        const more = own.slice();
        more[place] = 1;
        return more;
      });
    return [
      { shut: barred((at) => this.#strands[at] === strand), prices, leastMm },
      { shut: barred((at) => this.#strands[at] !== strand), prices, leastMm },
    ];
  }

  /** The dearest of the places that two strands want, and one of them. */
  #clash(walks: readonly (Walk | null)[], prices: Float64Array): Claim | null {
    const holder = new Map<number, number>();
    let dearest: Claim | null = null;
    for (const [at, walk] of walks.entries()) {
      for (const place of walk?.places ?? []) {
        if (this.#net.isSingle[place] === 0) continue;
        const before = holder.get(place) ?? this.#strands[at]!;
        holder.set(place, before);
        if (before === this.#strands[at] || (dearest !== null && prices[place]! <= prices[dearest.place]!)) continue;
        dearest = { place, strand: before };
      }
    }
    return dearest;
  }

  /** The dearest place that is still open to two strands, and a strand that wants it, or else one to which it is open. */
  #dearest(walks: readonly (Walk | null)[], prices: Float64Array, shut: readonly Uint8Array[]): Claim | null {
    let dearest = NONE;
    prices.forEach((price, place) => {
      if (price > (dearest === NONE ? 0 : prices[dearest]!) && this.#isContested(place, shut)) dearest = place;
    });
    if (dearest === NONE) return null;
    const at =
      this.#members.find((member) => walks[member]?.places.includes(dearest) === true) ??
      must(
        this.#members.find((member) => shut[member]![dearest] === 0),
        'member',
      );
    return { place: dearest, strand: this.#strands[at]! };
  }

  /** Whether two strands may still lie at a place. */
  #isContested(place: number, shut: readonly Uint8Array[]): boolean {
    const at = this.#members.find((member) => shut[member]![place] === 0);
    return at !== undefined && this.#members.some((other) => this.#strands[other] !== this.#strands[at] && shut[other]![place] === 0);
  }

  /** One after the other at these prices, over what those before have left, from another one on each time. */
  #tryInTurn(shut: readonly Uint8Array[], prices: Float64Array, turn: number): void {
    const order = this.#members.map((_, at) => this.#members[(at + turn) % this.#members.length]!);
    for (const tried of [order, order.toReversed()]) this.#layInTurn(shut, prices, tried);
  }

  #layInTurn(shut: readonly Uint8Array[], prices: Float64Array, order: readonly number[]): void {
    const holder = new Int32Array(this.#net.places.length).fill(-1);
    const walks = this.#strands.map((): Walk | null => null);
    const lay = (at: number, priced: Float64Array): boolean => {
      const own = shut[at]!.slice();
      holder.forEach((strand, place) => {
        if (strand >= 0 && strand !== this.#strands[at]) own[place] = 1;
      });
      const walk = this.#walk.find(at, own, priced, this.#share[at]!);
      walks[at] = walk;
      for (const place of walk?.places ?? []) if (this.#net.isSingle[place] === 1) holder[place] = this.#strands[at]!;
      return walk !== null;
    };
    if (!order.every((at) => lay(at, prices))) return;
    // Then each once more without prices, where the others leave it room.
    const free = new Float64Array(prices.length);
    for (const at of order) {
      const before = must(walks[at], 'walk');
      if (this.#members.some((other) => other !== at && this.#strands[other] === this.#strands[at])) continue;
      for (const place of before.places) if (holder[place] === this.#strands[at]) holder[place] = -1;
      lay(at, free);
    }
    this.#keep(walks);
  }

  #keep(walks: readonly (Walk | null)[]): void {
    const mm = walks.reduce((sum, walk) => sum + (walk?.mm ?? 0), 0);
    if (mm < this.#bestMm) [this.#best, this.#bestMm] = [walks, mm];
  }
}

/** A place, and a strand that wants it. */
interface Claim {
  readonly place: number;
  readonly strand: number;
}
