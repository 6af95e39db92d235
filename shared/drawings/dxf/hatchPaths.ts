/** The boundaries of a hatch: its outer ring and its holes. */
import type { DxfEntity } from './document.ts';
import { arcPoints, bulgedPoints, ellipsePoints, splinePoints, turnBetween, type BulgedPoint } from './curves.ts';
import type { Tag } from './tags.ts';

const POLYLINE_FLAG = 2;
const DEG = Math.PI / 180;
const MOST_EDGES = 100_000;

/** Rings as x and y in turn; a ring that cannot be read is left out. */
export function hatchRings({ tags }: DxfEntity): number[][] {
  const reader = new PairReader(tags);
  const rings: number[][] = [];
  if (!reader.skipTo(91)) return rings;
  const count = Math.min(reader.number(), MOST_EDGES);
  for (let ring = 0; ring < count; ring += 1) {
    if (!reader.skipTo(92)) return rings;
    const points = (reader.number() & POLYLINE_FLAG) !== 0 ? polylineRing(reader) : edgeRing(reader);
    if (points.length >= 4) rings.push(points);
  }
  return rings;
}

/** Pairs in their order, since a hatch uses the same codes for many things. */
class PairReader {
  readonly #tags: readonly Tag[];
  #at = 0;

  constructor(tags: readonly Tag[]) {
    this.#tags = tags;
  }

  peek(): number | null {
    return this.#tags[this.#at]?.code ?? null;
  }

  skipTo(code: number): boolean {
    while (this.#at < this.#tags.length && this.#tags[this.#at]!.code !== code) this.#at += 1;
    return this.#at < this.#tags.length;
  }

  /** The value here. */
  number(): number {
    const tag = this.#tags[this.#at];
    this.#at += 1;
    return tag === undefined ? Number.NaN : Number(tag.value);
  }

  /** The value of the next pair if it has this code. */
  optional(code: number, otherwise: number): number {
    return this.peek() === code ? this.number() : otherwise;
  }

  /** The next value of this code. */
  value(code: number): number {
    return this.skipTo(code) ? this.number() : Number.NaN;
  }
}

function polylineRing(reader: PairReader): number[] {
  const hasBulges = reader.value(72) === 1;
  reader.optional(73, 1);
  const count = Math.min(reader.value(93), MOST_EDGES);
  const vertices: BulgedPoint[] = [];
  for (let vertex = 0; vertex < count; vertex += 1) {
    const [x, y] = [reader.value(10), reader.value(20)];
    vertices.push({ x, y, bulge: hasBulges ? reader.optional(42, 0) : 0 });
  }
  return bulgedPoints(vertices, true);
}

function edgeRing(reader: PairReader): number[] {
  const count = Math.min(reader.value(93), MOST_EDGES);
  const points: number[] = [];
  for (let edge = 0; edge < count; edge += 1) {
    for (const value of edgePoints(reader)) points.push(value);
  }
  return points;
}

function edgePoints(reader: PairReader): number[] {
  switch (reader.value(72)) {
    case 1:
      return [reader.value(10), reader.value(20), reader.value(11), reader.value(21)];
    case 2: {
      const [x, y, radius, from, to] = [reader.value(10), reader.value(20), reader.value(40), reader.value(50), reader.value(51)];
      const [start, turn] = edgeTurn(from, to, reader.value(73) === 1);
      return arcPoints(x, y, radius, start, turn);
    }
    case 3: {
      const [x, y, axisX, axisY] = [reader.value(10), reader.value(20), reader.value(11), reader.value(21)];
      const [ratio, from, to] = [reader.value(40), reader.value(50), reader.value(51)];
      const [start, turn] = edgeTurn(from, to, reader.value(73) === 1);
      return ellipsePoints(x, y, axisX, axisY, ratio, start, turn);
    }
    case 4:
      return splineEdge(reader);
    default:
      return [];
  }
}

/** Clockwise edges measure their angles clockwise too. */
function edgeTurn(from: number, to: number, counterclockwise: boolean): readonly [start: number, turn: number] {
  const turn = turnBetween(from * DEG, to * DEG);
  return counterclockwise ? [from * DEG, turn] : [-from * DEG, -turn];
}

function splineEdge(reader: PairReader): number[] {
  const degree = reader.value(94);
  const [knotCount, controlCount] = [Math.min(reader.value(95), MOST_EDGES), Math.min(reader.value(96), MOST_EDGES)];
  const knots: number[] = [];
  for (let knot = 0; knot < knotCount; knot += 1) knots.push(reader.value(40));
  const controls: number[] = [];
  const weights: number[] = [];
  for (let control = 0; control < controlCount; control += 1) {
    controls.push(reader.value(10), reader.value(20));
    weights.push(reader.optional(42, 1));
  }
  return splinePoints({ degree, knots, controls, weights }) ?? controls;
}
