/**
 * Cables that leave a cabinet by another opening, where their nearest one is full. Openings are relieved by id of the cabinet, front
 * before rear, top before bottom: the cable that loses least for each full opening that it leaves goes first, on the shortest way by
 * openings and pathways that have room for it, under its rules. A good order, not a proven best one; what would need several to move at
 * once is left full. Cables that are kept apart from others stay: what shares nothing with them is settled as a whole.
 */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import { partOf } from '../cabinetLoads.ts';
import { bundlesOf, weightsOf } from '../capacity/bundles.ts';
import { putOn, takeOff, type Demand, type Landing, type Way } from '../capacity/demand.ts';
import { DemandSplitter } from '../capacity/demandSplitter.ts';
import { detoursOf, type Detour } from '../capacity/detours.ts';
import { edgeLimits } from '../capacity/edgeLimits.ts';
import { networkParts } from '../capacity/networkParts.ts';
import { Places, type CableWeight } from '../capacity/places.ts';
import { WaySearch } from '../capacity/waySearch.ts';
import { isOver } from '../pathwayFill.ts';
import type { PortTable } from '../portTable.ts';
import type { Cabling } from '../types.ts';
import type { Pausing } from '../../work.ts';
import { overfullParts, type PartRoom } from './partLimits.ts';

export interface OpeningInput {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly ports: PortTable;
  /** With room in all pathways, as far as there is any. */
  readonly cabling: Cabling;
  /** Cables that keep their ways. */
  readonly staying: ReadonlySet<number>;
}

/** Cables of a demand along one way, and where one of them would go instead. */
interface Offer {
  readonly demand: Demand;
  readonly from: Way;
  readonly to: Way;
  /** By how much it grows longer for each full opening that it leaves. */
  readonly priceMm: number;
}

/** Other ways of cables, ascending, as the openings hold now what `before` says. Pauses often. */
export function* otherOpenings(input: OpeningInput, before: PartRoom): Pausing<Detour[]> {
  const over = overfullParts(before);
  if (over.length === 0) return [];
  yield;
  const relief = new OpeningRelief(input, { ...before, usedMm2: before.usedMm2.slice() }, over);
  for (const part of over) yield* relief.relieve(part);
  return relief.detours();
}

class OpeningRelief {
  readonly #survey: Survey;
  readonly #room: PartRoom;
  readonly #places: Places;
  readonly #splitter: DemandSplitter;
  readonly #search: WaySearch;
  /** With the way that it lay on before. */
  readonly #demands: readonly { readonly demand: Demand; readonly home: Way }[];
  /** By opening, those that lay in it; into one that is too full none comes before it is relieved. */
  readonly #demandsOf = new Map<number, Demand[]>();

  constructor({ plan, survey, ports, cabling, staying }: OpeningInput, room: PartRoom, over: readonly number[]) {
    [this.#survey, this.#room] = [survey, room];
    const cabinets = new Set(over.map((part) => Math.floor(part / 4)));
    const { ofEdge } = networkParts(survey);
    const parts = new Set(survey.accesses.flatMap(({ cabinet, segment }) => (cabinets.has(cabinet) ? [ofEdge[segment]!] : [])));
    const isInPart = (edge: number): boolean => parts.has(ofEdge[edge]!);
    const accesses = survey.accesses.filter(({ segment }) => isInPart(segment));
    this.#places = new Places(survey.network, edgeLimits(survey.network, plan.settings), accesses);
    this.#splitter = new DemandSplitter(plan, survey, cabling, ports, this.#places);
    this.#search = new WaySearch(survey.network, this.#places, accesses.length);
    const weights = weightsOf(cabling.families);
    const bundles = bundlesOf(survey, cabling, this.#places, weights, isInPart);
    for (const { stretches, weight, cables } of bundles) this.#places.lay(stretches, weight, cables.length);
    const isMeant = cabling.routes.map((route) =>
      [route.accessA, route.accessB].some((row) => cabinets.has(must(survey.accesses[row], 'access').cabinet)),
    );
    this.#demands = bundles
      .filter(({ apart, cables: [first] }) => apart === null && isMeant[cabling.cables.route[must(first, 'cable')]!] === true)
      .map((bundle) => ({ ...bundle, cables: bundle.cables.filter((cable) => !staying.has(cable)) }))
      .flatMap((bundle) => this.#splitter.split(bundle, weights.indexOf(bundle.weight)))
      .map((demand) => ({ demand, home: must(demand.shares[0], 'share').way }))
      .sort((a, b) => a.demand.cables[0]! - b.demand.cables[0]!);
    for (const part of over) this.#demandsOf.set(part, []);
    for (const { demand, home } of this.#demands) for (const part of this.#openingsOf(home)) this.#demandsOf.get(part)?.push(demand);
  }

  /** Sends cables elsewhere until the opening holds no more than it may, or none finds a way. */
  *relieve(part: number): Pausing<void> {
    const offers: Offer[] = [];
    for (const demand of must(this.#demandsOf.get(part), 'opening')) {
      // Asking takes a share off and puts it back, at the end of the list.
      for (const { way } of [...demand.shares]) {
        if (!this.#openingsOf(way).includes(part)) continue;
        yield;
        offers.push(...this.#offer(demand, way, part));
      }
    }
    offers.sort(cheapestFirst);
    while (this.#isOver(part)) {
      const best = offers.shift();
      if (best === undefined) return;
      yield;
      // Room has only shrunk since: what it costs now is no less, and others may have become cheaper than it.
      const [now] = this.#offer(best.demand, best.from, part);
      if (now === undefined) continue;
      if (offers[0] !== undefined && cheapestFirst(offers[0], now) < 0) {
        offers.push(now);
        offers.sort(cheapestFirst);
        continue;
      }
      this.#move(now);
      if (now.demand.shares.some(({ way }) => way === now.from)) {
        offers.push(now);
        offers.sort(cheapestFirst);
      }
    }
  }

  detours(): Detour[] {
    return this.#demands
      .flatMap(({ demand, home }) => detoursOf(demand, home, this.#splitter, this.#places))
      .sort((a, b) => a.cable - b.cable);
  }

  /** The best way of one cable by other openings than this one; none where there is none. */
  #offer(demand: Demand, from: Way, part: number): Offer[] {
    const held = this.#openingsOf(from);
    const full = held.filter((own) => own === part || this.#isOver(own));
    takeOff(this.#places, demand, from, 1);
    const offers = (full.length === 1 ? [full] : [[part], full]).flatMap((left): Offer[] => {
      const isClosed = (own: number): boolean => left.includes(own) || (!held.includes(own) && !this.#hasRoom(own, demand.weight));
      const closed = demand.ends.flat().flatMap((landing) => (isClosed(this.#partOf(landing)) ? [landing.opening] : []));
      const to = this.#search.find(demand, { kind: 'fitting' }, { stretches: [], openings: new Set(closed) });
      return to === null ? [] : [{ demand, from, to, priceMm: (to.lengthMm - from.lengthMm) / left.length }];
    });
    putOn(this.#places, demand, from, 1);
    return offers.sort(cheapestFirst).slice(0, 1);
  }

  #move({ demand, from, to }: Offer): void {
    takeOff(this.#places, demand, from, 1);
    putOn(this.#places, demand, to, 1);
    for (const part of this.#openingsOf(from)) this.#room.usedMm2[part]! -= demand.weight.areaMm2;
    for (const part of this.#openingsOf(to)) this.#room.usedMm2[part]! += demand.weight.areaMm2;
  }

  #isOver(part: number): boolean {
    return isOver(this.#room.usedMm2[part]!, this.#room.limitMm2[part]!);
  }

  #hasRoom(part: number, { areaMm2 }: CableWeight): boolean {
    const limitMm2 = this.#room.limitMm2[part]!;
    return !Number.isNaN(limitMm2) && !isOver(this.#room.usedMm2[part]! + areaMm2, limitMm2);
  }

  #openingsOf({ landings }: Way): number[] {
    return landings === null ? [] : landings.map((landing) => this.#partOf(landing));
  }

  #partOf({ access: row }: Landing): number {
    const { cabinet, side, edgeOfCabinet } = must(this.#survey.accesses[row], 'access');
    return partOf(cabinet, side, edgeOfCabinet === 'bottom');
  }
}

/** Of equal ones, those with the last cables: the first keep their ways. */
function cheapestFirst(a: Offer, b: Offer): number {
  return a.priceMm - b.priceMm || b.demand.cables[0]! - a.demand.cables[0]!;
}
