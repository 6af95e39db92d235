/** Points are the marks of every edge; marks at the ends of edges that meet are one point: the network, drawn finer. */
import type { Network } from '../../survey/types.ts';
import type { Landing } from './demand.ts';
import type { Places } from './places.ts';

export class PlacePoints {
  readonly #places: Places;
  /** Point of each mark, by first[e] + e + mark. */
  readonly #pointOf: Int32Array;
  /** Those of vertices come first, by their numbers. */
  readonly count: number;
  /** By place: the points that it joins. */
  readonly low: Int32Array;
  readonly high: Int32Array;

  constructor(network: Network, places: Places) {
    this.#places = places;
    const placeCount = places.cables.length;
    this.#pointOf = new Int32Array(placeCount + network.edgeCount);
    this.low = new Int32Array(placeCount);
    this.high = new Int32Array(placeCount);
    let points = network.vertexCount;
    for (let edge = 0; edge < network.edgeCount; edge += 1) {
      const last = places.lastMark(edge);
      const at = places.first[edge]! + edge;
      for (let mark = 0; mark <= last; mark += 1) {
        this.#pointOf[at + mark] = mark === 0 ? network.edgeFrom[edge]! : mark === last ? network.edgeTo[edge]! : points++;
      }
      for (let mark = 0; mark < last; mark += 1) {
        this.low[places.first[edge]! + mark] = this.#pointOf[at + mark]!;
        this.high[places.first[edge]! + mark] = this.#pointOf[at + mark + 1]!;
      }
    }
    this.count = points;
  }

  of({ segment, mark }: Landing): number {
    return this.#pointOf[this.#places.first[segment]! + segment + mark]!;
  }
}
