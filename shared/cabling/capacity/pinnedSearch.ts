/**
 * The cheapest way of one more cable that must pass pinned places in their order: Dijkstra's search once for each leg, from all places
 * where the leg before may end. The rules of passing are those of the rules/ruledRouter.ts.
 */
import type { Network } from '../../survey/types.ts';
import type { Pin } from '../rules/courses.ts';
import { NONE } from '../types.ts';
import { VertexHeap } from '../vertexHeap.ts';
import type { Demand, Landing, Way } from './demand.ts';
import type { PlaceCosts } from './placeCosts.ts';
import type { Places, Stretch } from './places.ts';

/** The part of a way up to a vertex. */
interface Trail {
  readonly costMm: number;
  readonly vertex: number;
  readonly root: Landing;
  readonly stretches: readonly Stretch[];
}

/** A leg's search: what it costs to come to each vertex, and how. */
interface Leg {
  readonly costMm: Float64Array;
  readonly trailTo: (vertex: number) => Trail;
}

interface Finished {
  readonly costMm: number;
  readonly trail: Pick<Trail, 'root' | 'stretches'>;
  readonly last: Stretch;
  readonly target: Landing;
}

export class PinnedSearch {
  readonly #network: Network;
  readonly #places: Places;
  readonly #costs: PlaceCosts;
  /** Vertices looked at in the search under way. */
  #effort = 0;

  constructor(network: Network, places: Places, costs: PlaceCosts) {
    this.#network = network;
    this.#places = places;
    this.#costs = costs;
  }

  /**
   * By the terms that the costs were last told. `once` are edges that have no room for a second passing: those that are pinned are passed
   * as pins alone, the others on the way to the first pin. Null: none leads through all pins.
   */
  find(
    demand: Demand,
    once: ReadonlySet<number> = new Set(),
  ): { readonly way: Way | null; readonly costMm: number; readonly effort: number } {
    this.#effort = 0;
    const best = this.#best(demand, once);
    return { way: best === null ? null : this.#wayOf(best), costMm: best?.costMm ?? Infinity, effort: this.#effort };
  }

  #best(demand: Demand, once: ReadonlySet<number>): Finished | null {
    const { pins } = demand;
    const laterLegs = once.size === 0 ? OPEN : (edge: number): boolean => once.has(edge);
    const firstLeg = once.size === 0 ? OPEN : (edge: number): boolean => once.has(edge) && isPinned(pins, edge);
    const isOn = (pin: Pin | undefined, { segment }: Landing): boolean => pin?.kind === 'segment' && pin.edge === segment;
    let best = this.#alongOneSegment(demand, (root) => pins.length === 1 && isOn(pins[0], root));
    const better = (found: Finished | null): void => {
      if (found !== null && found.costMm < (best?.costMm ?? Infinity)) best = found;
    };
    let trails = this.#setOut(demand, (root) => !isOn(pins[0], root));
    for (const [at, pin] of pins.entries()) {
      const leg = this.#leg(demand, trails, at === 0 ? firstLeg : laterLegs);
      if (at === pins.length - 1) better(this.#finish(demand, leg, (target) => isOn(pin, target)));
      trails = pin.kind === 'junction' ? trailsTo(leg, pin.vertices) : this.#overSegment(demand, leg, pin.edge);
      // Drops that land on the first pinned segment have passed it.
      if (at === 0) trails = [...trails, ...this.#setOut(demand, (root) => isOn(pin, root))];
    }
    better(this.#finish(demand, this.#leg(demand, trails, laterLegs), ({ segment }) => !laterLegs(segment)));
    return best;
  }

  #alongOneSegment(demand: Demand, isMeant: (root: Landing) => boolean): Finished | null {
    let best: Finished | null = null;
    for (const root of demand.ends[0].filter(isMeant)) {
      for (const target of demand.ends[1]) {
        if (root.segment !== target.segment) continue;
        const last = { edge: root.segment, fromMark: root.mark, toMark: target.mark };
        const costMm = root.extraMm + target.extraMm + this.#costs.stretchMm(last, demand);
        if (costMm < (best?.costMm ?? Infinity)) best = { costMm, trail: { root, stretches: [] }, last, target };
      }
    }
    return best;
  }

  #setOut(demand: Demand, isMeant: (root: Landing) => boolean): Trail[] {
    return demand.ends[0].filter(isMeant).flatMap((root) =>
      this.#endsOf(root.segment).map(([mark, vertex]): Trail => {
        const stretch = { edge: root.segment, fromMark: root.mark, toMark: mark };
        return { costMm: root.extraMm + this.#costs.stretchMm(stretch, demand), vertex, root, stretches: [stretch] };
      }),
    );
  }

  #overSegment(demand: Demand, leg: Leg, edge: number): Trail[] {
    const ends = this.#endsOf(edge);
    return ends.flatMap(([fromMark, from], at) => {
      const [toMark, to] = ends[1 - at]!;
      if (leg.costMm[from] === Infinity) return [];
      const trail = leg.trailTo(from);
      const stretch = { edge, fromMark, toMark };
      const costMm = trail.costMm + this.#costs.stretchMm(stretch, demand);
      return [{ costMm, vertex: to, root: trail.root, stretches: [...trail.stretches, stretch] }];
    });
  }

  #finish(demand: Demand, leg: Leg, isMeant: (target: Landing) => boolean): Finished | null {
    let best: Finished | null = null;
    for (const target of demand.ends[1].filter(isMeant)) {
      for (const [mark, vertex] of this.#endsOf(target.segment)) {
        if (leg.costMm[vertex] === Infinity) continue;
        const last = { edge: target.segment, fromMark: mark, toMark: target.mark };
        const costMm = leg.costMm[vertex]! + target.extraMm + this.#costs.stretchMm(last, demand);
        if (costMm < (best?.costMm ?? Infinity)) best = { costMm, trail: leg.trailTo(vertex), last, target };
      }
    }
    return best;
  }

  #leg(demand: Demand, trails: readonly Trail[], isShut: (edge: number) => boolean): Leg {
    const { edgeFrom, edgeTo, edgeRank, first, adjacentEdge, vertexCount } = this.#network;
    const heap = new VertexHeap(adjacentEdge.length + trails.length + 1);
    const costMm = new Float64Array(vertexCount).fill(Infinity);
    const lastEdge = new Int32Array(vertexCount).fill(NONE);
    const isClosed = new Uint8Array(vertexCount);
    const seeds = new Map<number, Trail>();
    for (const trail of trails) {
      if (trail.costMm >= costMm[trail.vertex]!) continue;
      costMm[trail.vertex] = trail.costMm;
      seeds.set(trail.vertex, trail);
      heap.push(trail.vertex, trail.costMm);
    }
    while (heap.size > 0) {
      const vertex = heap.pop();
      if (isClosed[vertex] === 1) continue;
      isClosed[vertex] = 1;
      this.#effort += 1;
      for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
        const edge = adjacentEdge[position]!;
        const next = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
        if (isClosed[next] === 1 || isShut(edge)) continue;
        const nextMm = costMm[vertex]! + this.#costs.edgeMm(demand, edge);
        if (nextMm < costMm[next]!) {
          costMm[next] = nextMm;
          lastEdge[next] = edge;
          heap.push(next, nextMm);
        } else if (
          nextMm < Infinity &&
          nextMm === costMm[next] &&
          lastEdge[next] !== NONE &&
          edgeRank[edge]! < edgeRank[lastEdge[next]!]!
        ) {
          lastEdge[next] = edge;
        }
      }
    }
    return { costMm, trailTo: (vertex) => this.#trailTo(vertex, seeds, costMm, lastEdge) };
  }

  #trailTo(vertex: number, seeds: ReadonlyMap<number, Trail>, costMm: Float64Array, lastEdge: Int32Array): Trail {
    const { edgeFrom, edgeTo } = this.#network;
    const backwards: Stretch[] = [];
    let at = vertex;
    while (lastEdge[at] !== NONE) {
      const edge = lastEdge[at]!;
      const last = this.#places.lastMark(edge);
      const forward = edgeTo[edge]! === at;
      backwards.push(forward ? { edge, fromMark: 0, toMark: last } : { edge, fromMark: last, toMark: 0 });
      at = forward ? edgeFrom[edge]! : edgeTo[edge]!;
    }
    const { root, stretches } = seeds.get(at)!;
    return { costMm: costMm[vertex]!, vertex, root, stretches: [...stretches, ...backwards.reverse()] };
  }

  /** Both ends of a segment: mark and vertex. */
  #endsOf(segment: number): readonly (readonly [mark: number, vertex: number])[] {
    const { edgeFrom, edgeTo } = this.#network;
    return [
      [0, edgeFrom[segment]!],
      [this.#places.lastMark(segment), edgeTo[segment]!],
    ];
  }

  #wayOf({ trail, last, target }: Finished): Way {
    const stretches = [...trail.stretches, last];
    const alongMm = stretches.reduce((sum, { edge, fromMark, toMark }) => {
      return sum + Math.abs(this.#places.markMm(edge, toMark) - this.#places.markMm(edge, fromMark));
    }, 0);
    return { landings: [trail.root, target], stretches, lengthMm: trail.root.extraMm + target.extraMm + alongMm };
  }
}

const OPEN = (): boolean => false;

export function isPinned(pins: readonly Pin[], edge: number): boolean {
  return pins.some((pin) => pin.kind === 'segment' && pin.edge === edge);
}

/** To those of these vertices that the leg comes to. */
function trailsTo({ costMm, trailTo }: Leg, vertices: readonly number[]): Trail[] {
  return vertices.filter((vertex) => costMm[vertex]! < Infinity).map(trailTo);
}
