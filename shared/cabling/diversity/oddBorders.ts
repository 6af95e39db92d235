/**
 * Sets of junctions whose borders cannot be filled. A cable that passes through such a set crosses its border twice, or four times, one
 * that ends in it once more: where the pieces that lead out of it and the cables that end in it differ by an odd number, a piece stays
 * empty, whichever it is. Odd junctions, one by one, and odd sets around them tell of most cables that there are no separate ways for,
 * where every piece by itself has room.
 */
import { must } from '../../assert.ts';
import type { MemberNet } from './memberNet.ts';

/** A set that cannot be filled with what is open. */
export interface OddBorder {
  readonly row: number;
  /** Open pieces that lead out of it, of which so many at most are taken up. */
  readonly places: readonly number[];
  readonly room: number;
}

interface Border {
  readonly places: readonly number[];
  readonly ends: number;
}

/** So many are kept at most; each costs a little in every round. */
const MOST_BORDERS = 600;
/** Sets of more junctions are not looked at: on the other side lies a smaller one. */
const MOST_INSIDE = 80;
/** Where pieces have more room than this, the junctions on both sides are taken together. */
const PARTINGS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6];
/** A border is worth a price where less than this is left of the piece that stays empty. */
const MOST_LEFT = 0.9;

/** Holds while each strand is one cable: cables of one strand may lie together. */
export class OddBorders {
  readonly #net: MemberNet;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** By node: pieces at it. None at the starts and finishes of cables. */
  readonly #piecesAt: readonly (readonly number[])[];
  /** By end of a cable: the junctions that it may land on. */
  readonly #landings: readonly (readonly number[])[];
  readonly #borders: Border[] = [];
  readonly #known = new Set<string>();
  readonly #isInside: Uint8Array;

  constructor(net: MemberNet, members: readonly number[]) {
    this.#net = net;
    this.#from = new Int32Array(net.places.length).fill(-1);
    this.#to = new Int32Array(net.places.length).fill(-1);
    this.#isInside = new Uint8Array(net.nodeCount);
    const landings = new Map<number, Set<number>>();
    for (const at of members) {
      const start = net.start[at]!;
      landings.set(start, new Set(net.arcTo.subarray(net.first[start], net.first[start + 1])));
      landings.set(net.finish[at]!, new Set());
    }
    this.#piecesAt = Array.from({ length: net.nodeCount }, (_, node) => {
      const pieces: number[] = [];
      for (let arc = net.first[node]!; arc < net.first[node + 1]!; arc += 1) {
        const [to, place] = [net.arcTo[arc]!, net.arcPlace[arc]!];
        landings.get(to)?.add(node);
        if (place < 0 || must(net.places[place], 'place').kind !== 'stretch') continue;
        this.#from[place] = node;
        this.#to[place] = to;
        pieces.push(place);
      }
      return pieces;
    });
    this.#landings = [...landings.values()].map((nodes) => [...nodes]);
    this.#piecesAt.forEach((pieces, node) => {
      if (pieces.length > 0) this.#add([node]);
    });
  }

  /** How many are known: rows of OddBorder are below it. */
  get count(): number {
    return this.#borders.length;
  }

  /** Those that cannot be filled; `isOpen` by place: some cable may still lie there. */
  odd(isOpen: Uint8Array): OddBorder[] {
    return this.#borders.flatMap(({ places, ends }, row) => {
      const open = places.filter((place) => isOpen[place] === 1);
      return (open.length + ends) % 2 === 1 ? [{ row, places: open, room: open.length - 1 }] : [];
    });
  }

  /** Looks for more of which the pieces, so full by place, would take up more than can be; whether some were found. */
  grow(fullness: Float64Array, isOpen: Uint8Array): boolean {
    const before = this.#borders.length;
    for (const parting of PARTINGS) {
      for (const nodes of this.#partedBy(parting, fullness, isOpen)) {
        if (this.#borders.length >= MOST_BORDERS) return this.#borders.length > before;
        if (nodes.length <= MOST_INSIDE && this.#isOverfull(nodes, fullness, isOpen)) this.#add(nodes);
      }
    }
    return this.#borders.length > before;
  }

  /** Sets of junctions between which no piece has much room; the landings of one end stay together. */
  #partedBy(parting: number, fullness: Float64Array, isOpen: Uint8Array): Iterable<readonly number[]> {
    const parent = Int32Array.from(this.#piecesAt, (_, node) => node);
    const rootOf = (node: number): number => {
      let root = node;
      while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
      return root;
    };
    for (let place = 0; place < this.#from.length; place += 1) {
      if (this.#from[place]! < 0 || isOpen[place] === 0) continue;
      if (this.#net.isSingle[place] === 0 || 1 - fullness[place]! > parting) parent[rootOf(this.#from[place]!)] = rootOf(this.#to[place]!);
    }
    for (const nodes of this.#landings) for (const node of nodes) parent[rootOf(node)] = rootOf(nodes[0]!);
    const sets = new Map<number, number[]>();
    this.#piecesAt.forEach((pieces, node) => {
      if (pieces.length === 0) return;
      const known = sets.get(rootOf(node));
      if (known === undefined) sets.set(rootOf(node), [node]);
      else known.push(node);
    });
    return sets.values();
  }

  #isOverfull(nodes: readonly number[], fullness: Float64Array, isOpen: Uint8Array): boolean {
    const border = this.#borderOf(nodes);
    if (border === null) return false;
    const open = border.places.filter((place) => isOpen[place] === 1);
    const left = open.reduce((sum, place) => sum + 1 - fullness[place]!, 0);
    return (open.length + border.ends) % 2 === 1 && left < MOST_LEFT;
  }

  #add(nodes: readonly number[]): void {
    const key = nodes.join(' ');
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const border = this.#borderOf(nodes);
    if (border !== null) this.#borders.push(border);
  }

  /** Null where a cable may end inside or outside, or where cables may cross it without taking up room. */
  #borderOf(nodes: readonly number[]): Border | null {
    for (const node of nodes) this.#isInside[node] = 1;
    const places = nodes.flatMap((node) =>
      this.#piecesAt[node]!.filter((place) => this.#isInside[this.#from[place]!] !== this.#isInside[this.#to[place]!]),
    );
    const inside = this.#landings.map((landing) => landing.filter((node) => this.#isInside[node] === 1).length);
    for (const node of nodes) this.#isInside[node] = 0;
    const isSure = inside.every((count, end) => count === 0 || count === this.#landings[end]!.length);
    if (!isSure || places.length === 0 || places.some((place) => this.#net.isSingle[place] === 0)) return null;
    return { places, ends: inside.filter((count) => count > 0).length };
  }
}
