/** The cheapest way of one more cable of a demand, over what lies in the pathways now: Dijkstra's search, drawn to its goal (A*). */
import type { Network } from '../../survey/types.ts';
import { NONE } from '../types.ts';
import { VertexHeap } from '../vertexHeap.ts';
import { NOTHING_OFF, offOthers, withoutOpenings, type Off } from './apartness.ts';
import type { Demand, Landing, Way } from './demand.ts';
import { fitThroughPins } from './fitThroughPins.ts';
import { FreeDistances } from './freeDistances.ts';
import { PinnedSearch } from './pinnedSearch.ts';
import { PlaceCosts, type Terms } from './placeCosts.ts';
import type { Places, Stretch } from './places.ts';

/** Work that pauses now and then; what it yields is the effort spent so far. */
export type Slices<T> = Generator<number, T>;

/** What a search costs beside its vertices: in a hall with room it looks at few. */
const SEARCH_EFFORT = 20;

/** Effort between two pauses: some milliseconds. */
const SLICE_EFFORT = 8000;

/** Searches ways over one network; keeps its arrays between searches. */
export class WaySearch {
  /** Vertices looked at in all searches, and something for each search: the measure of work done, the same on every machine. */
  effort = 0;
  /** What the way found last costs. */
  costMm = Infinity;
  readonly #network: Network;
  readonly #places: Places;
  readonly #heap: VertexHeap;
  readonly #costMm: Float64Array;
  readonly #lastEdge: Int32Array;
  readonly #seed: Int32Array;
  readonly #seen: Int32Array;
  readonly #closed: Int32Array;
  /** By vertex seen, the least that its way to the goal can cost. */
  readonly #aheadMm: Float64Array;
  readonly #free: FreeDistances;
  readonly #costs: PlaceCosts;
  readonly #pinned: PinnedSearch;
  #search = 0;
  #pausedAt = 0;

  /** `accessCount` bounds how many landings one search sets out from. */
  constructor(network: Network, places: Places, accessCount: number) {
    this.#network = network;
    this.#places = places;
    this.#heap = new VertexHeap(network.adjacentEdge.length + 2 * accessCount + 1);
    this.#costMm = new Float64Array(network.vertexCount);
    this.#lastEdge = new Int32Array(network.vertexCount);
    this.#seed = new Int32Array(network.vertexCount);
    this.#seen = new Int32Array(network.vertexCount);
    this.#closed = new Int32Array(network.vertexCount);
    this.#aheadMm = new Float64Array(network.vertexCount);
    this.#free = new FreeDistances(network);
    this.#costs = new PlaceCosts(network, places);
    this.#pinned = new PinnedSearch(network, places, this.#costs);
  }

  /**
   * The cheapest way; null when there is none. Ties: as the arrays of the network stand, which is by id. `off`: what it must keep off;
   * unless that is told, where those lie that it is kept apart from.
   */
  find(demand: Demand, terms: Terms, off?: Off): Way | null {
    const { stretches, openings } = off ?? (terms.kind === 'free' ? NOTHING_OFF : offOthers(demand));
    this.#costs.begin(terms, stretches);
    const subject = withoutOpenings(demand, openings);
    if (demand.pins.length > 0) return this.#throughPins(subject, terms);
    const best = this.#overPathways(subject);
    const { bayMm } = demand;
    this.costMm = Math.min(bayMm ?? Infinity, best?.costMm ?? Infinity);
    if (bayMm !== null && bayMm <= (best?.costMm ?? Infinity)) return { landings: null, stretches: [], lengthMm: bayMm };
    return best === null ? null : this.#wayOf(best);
  }

  /** Pauses when a slice of work is done. */
  *pause(): Slices<void> {
    if (this.effort - this.#pausedAt < SLICE_EFFORT) return;
    this.#pausedAt = this.effort;
    yield this.effort;
  }

  /** Prices were raised: what edges cost must be summed anew. */
  forgetPrices(): void {
    this.#costs.forgetPrices();
  }

  #throughPins(demand: Demand, terms: Terms): Way | null {
    const { way, costMm, effort } =
      terms.kind === 'fitting' ? fitThroughPins(this.#pinned, this.#places, demand) : this.#pinned.find(demand);
    this.costMm = costMm;
    this.effort += SEARCH_EFFORT + effort;
    return way;
  }

  #overPathways(demand: Demand): Found | null {
    const { edgeFrom, edgeTo, edgeRank, first, adjacentEdge } = this.#network;
    const [heap, costMm, lastEdge] = [this.#heap, this.#costMm, this.#lastEdge];
    this.#search += 1;
    this.effort += SEARCH_EFFORT;
    heap.clear();
    let best = this.#alongOneSegment(demand);
    const finishes = this.#finishes(demand);
    const trees = finishes.map(({ vertex }) => this.#free.to(vertex));
    const aheadOf = (vertex: number): number => {
      let least = Infinity;
      for (let at = 0; at < finishes.length; at += 1) least = Math.min(least, trees[at]![vertex]! + finishes[at]!.costMm);
      return (this.#aheadMm[vertex] = least);
    };
    this.#plantSeeds(demand, aheadOf);
    while (heap.size > 0) {
      const key = heap.topKey();
      const vertex = heap.pop();
      if (this.#closed[vertex] === this.#search) continue;
      if (best !== null && key >= best.costMm) break;
      this.#closed[vertex] = this.#search;
      this.effort += 1;
      const hereMm = costMm[vertex]!;
      for (const finish of finishes) {
        if (finish.vertex === vertex && hereMm + finish.costMm < (best?.costMm ?? Infinity)) {
          best = { costMm: hereMm + finish.costMm, root: this.#rootOf(demand, vertex), target: finish.landing, via: vertex };
        }
      }
      for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
        const edge = adjacentEdge[position]!;
        const next = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
        if (this.#closed[next] === this.#search) continue;
        const nextCost = hereMm + this.#costs.edgeMm(demand, edge);
        const isNew = this.#seen[next] !== this.#search;
        if (nextCost === Infinity || (!isNew && nextCost > costMm[next]!)) continue;
        if (isNew || nextCost < costMm[next]!) {
          this.#seen[next] = this.#search;
          costMm[next] = nextCost;
          lastEdge[next] = edge;
          heap.push(next, nextCost + (isNew ? aheadOf(next) : this.#aheadMm[next]!));
        } else if (lastEdge[next] !== NONE && edgeRank[edge]! < edgeRank[lastEdge[next]!]!) {
          lastEdge[next] = edge;
        }
      }
    }
    return best;
  }

  #plantSeeds(demand: Demand, aheadOf: (vertex: number) => number): void {
    demand.ends[0].forEach((landing, seed) => {
      for (const [mark, vertex] of this.#endsOf(landing.segment)) {
        const stretch = { edge: landing.segment, fromMark: landing.mark, toMark: mark };
        const costMm = landing.extraMm + this.#costs.stretchMm(stretch, demand);
        if (costMm === Infinity || (this.#seen[vertex] === this.#search && costMm >= this.#costMm[vertex]!)) continue;
        this.#seen[vertex] = this.#search;
        this.#costMm[vertex] = costMm;
        this.#lastEdge[vertex] = NONE;
        this.#seed[vertex] = seed;
        this.#heap.push(vertex, costMm + aheadOf(vertex));
      }
    });
  }

  #finishes(demand: Demand): Finish[] {
    return demand.ends[1].flatMap((landing) =>
      this.#endsOf(landing.segment).flatMap(([mark, vertex]) => {
        const stretch = { edge: landing.segment, fromMark: mark, toMark: landing.mark };
        const costMm = landing.extraMm + this.#costs.stretchMm(stretch, demand);
        return costMm === Infinity ? [] : [{ vertex, costMm, landing }];
      }),
    );
  }

  #alongOneSegment(demand: Demand): Found | null {
    let best: Found | null = null;
    for (const root of demand.ends[0]) {
      for (const target of demand.ends[1]) {
        if (root.segment !== target.segment) continue;
        const along = this.#costs.stretchMm({ edge: root.segment, fromMark: root.mark, toMark: target.mark }, demand);
        const costMm = root.extraMm + target.extraMm + along;
        if (costMm < (best?.costMm ?? Infinity)) best = { costMm, root, target, via: null };
      }
    }
    return best;
  }

  /** Both ends of a segment: mark and vertex. */
  #endsOf(segment: number): readonly (readonly [mark: number, vertex: number])[] {
    const { edgeFrom, edgeTo } = this.#network;
    return [
      [0, edgeFrom[segment]!],
      [this.#places.lastMark(segment), edgeTo[segment]!],
    ];
  }

  /** The landing from which the way to a vertex sets out. */
  #rootOf({ ends }: Demand, vertex: number): Landing {
    let at = vertex;
    while (this.#lastEdge[at]! !== NONE) at = this.#before(at);
    return ends[0][this.#seed[at]!]!;
  }

  #before(vertex: number): number {
    const edge = this.#lastEdge[vertex]!;
    return this.#network.edgeFrom[edge]! === vertex ? this.#network.edgeTo[edge]! : this.#network.edgeFrom[edge]!;
  }

  #wayOf({ root, target, via }: Found): Way {
    const places = this.#places;
    if (via === null) {
      const only = { edge: root.segment, fromMark: root.mark, toMark: target.mark };
      return { landings: [root, target], stretches: [only], lengthMm: root.extraMm + target.extraMm + this.#lengthMm([only]) };
    }
    const backwards: Stretch[] = [{ edge: target.segment, fromMark: this.#markOf(target.segment, via), toMark: target.mark }];
    let at = via;
    while (this.#lastEdge[at]! !== NONE) {
      const edge = this.#lastEdge[at]!;
      const last = places.lastMark(edge);
      const forward = this.#network.edgeTo[edge]! === at;
      backwards.push(forward ? { edge, fromMark: 0, toMark: last } : { edge, fromMark: last, toMark: 0 });
      at = this.#before(at);
    }
    backwards.push({ edge: root.segment, fromMark: root.mark, toMark: this.#markOf(root.segment, at) });
    const stretches = backwards.reverse();
    return { landings: [root, target], stretches, lengthMm: root.extraMm + target.extraMm + this.#lengthMm(stretches) };
  }

  #markOf(segment: number, vertex: number): number {
    return this.#network.edgeFrom[segment]! === vertex ? 0 : this.#places.lastMark(segment);
  }

  #lengthMm(stretches: readonly Stretch[]): number {
    const places = this.#places;
    return stretches.reduce((sum, { edge, fromMark, toMark }) => {
      return sum + Math.abs(places.markMm(edge, toMark) - places.markMm(edge, fromMark));
    }, 0);
  }
}

/** The cheapest way so far: from one landing over a vertex to another, or along the one segment that both lie on. */
interface Found {
  readonly costMm: number;
  readonly root: Landing;
  readonly target: Landing;
  readonly via: number | null;
}

interface Finish {
  readonly vertex: number;
  readonly costMm: number;
  readonly landing: Landing;
}
