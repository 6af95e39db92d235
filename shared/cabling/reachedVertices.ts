/**
 * What is known of the vertices that a tree of shortest paths has reached. Kept in pages that are made when a first vertex of theirs
 * is reached, so that a tree within one hall takes no room for all the other halls of a campus.
 */
import { NONE } from './types.ts';

interface Page {
  readonly cost: Float64Array;
  readonly lastEdge: Int32Array;
}

/** A page holds 2 to the power of this many vertices. */
const PAGE_BITS = 7;
const PAGE_SIZE = 1 << PAGE_BITS;
const IN_PAGE = PAGE_SIZE - 1;

export class ReachedVertices {
  /** How many there are. */
  count = 0;
  readonly #pages: (Page | undefined)[];

  constructor(vertexCount: number) {
    this.#pages = Array.from({ length: Math.ceil(vertexCount / PAGE_SIZE) }, () => undefined);
  }

  /** Packed cost from the root; Infinity where it is not reached. */
  cost(vertex: number): number {
    const page = this.#pages[vertex >> PAGE_BITS];
    return page === undefined ? Infinity : page.cost[vertex & IN_PAGE]!;
  }

  /** Last edge on the way from the root; NONE at the root and where it is not reached. */
  lastEdge(vertex: number): number {
    const page = this.#pages[vertex >> PAGE_BITS];
    return page === undefined ? NONE : page.lastEdge[vertex & IN_PAGE]!;
  }

  set(vertex: number, cost: number, lastEdge: number): void {
    const { cost: costs, lastEdge: lastEdges } = (this.#pages[vertex >> PAGE_BITS] ??= {
      cost: new Float64Array(PAGE_SIZE).fill(Infinity),
      lastEdge: new Int32Array(PAGE_SIZE).fill(NONE),
    });
    const at = vertex & IN_PAGE;
    if (costs[at] === Infinity) this.count += 1;
    costs[at] = cost;
    lastEdges[at] = lastEdge;
  }

  /** All that are reached, in the order of the vertices. */
  forEach(visit: (vertex: number, cost: number, lastEdge: number) => void): void {
    for (const [number, page] of this.#pages.entries()) {
      if (page === undefined) continue;
      for (let at = 0; at < PAGE_SIZE; at += 1) {
        if (page.cost[at] !== Infinity) visit((number << PAGE_BITS) + at, page.cost[at]!, page.lastEdge[at]!);
      }
    }
  }
}
