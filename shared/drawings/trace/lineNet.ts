/**
 * Lines as a net: ends that nearly meet are one node, lines are cut where others cross or touch them, and gaps are bridged where
 * a line goes on beyond one in its own direction, or where two loose ends lie close. All lengths in mm.
 */
import { buildBoxIndex, growBox } from '../../geometry/boxIndex.ts';
import { boxAround, type Box, type Point } from '../../geometry/shapes.ts';
import type { Piece } from './pickedPaths.ts';

/** Ends closer than this are one: draughtsmen's snaps and rounding in files. */
const ONE_PLACE_MM = 2;
/** A line that goes on beyond a gap may lie so far beside. */
const IN_LINE_MM = 12;
/** Cosine and sine of the most by which it may turn. */
const SAME_WAY = 0.9995;
const ACROSS = 0.03;

/** A gap that was bridged to close an outline. */
export interface Gap {
  readonly from: Point;
  readonly to: Point;
  readonly lengthMm: number;
}

export interface LineNet {
  readonly nodes: readonly Point[];
  /** Pairs of nodes, each once. */
  readonly edges: readonly (readonly [number, number])[];
  /** Position of an edge to the gap that it bridges. */
  readonly gaps: ReadonlyMap<number, Gap>;
}

/** The net of lines; gaps up to a width are bridged. */
export function lineNet(pieces: readonly Piece[], mostGapMm: number): LineNet {
  const net = new NetBuilder();
  for (const [from, to] of cutPieces(pieces)) net.join(net.node(from), net.node(to));
  if (mostGapMm > 0) {
    net.bridgeInLine(mostGapMm);
    net.bridgeLooseEnds(mostGapMm);
  }
  return { nodes: net.nodes, edges: net.edges, gaps: net.gaps };
}

/** The pieces cut where they cross, touch or overlap. */
function cutPieces(pieces: readonly Piece[]): Piece[] {
  const long = pieces.filter(([from, to]) => distance(from, to) > ONE_PLACE_MM);
  const boxes = long.map((piece) => growBox(boxAround(piece), ONE_PLACE_MM));
  const index = buildBoxIndex(boxes);
  return long.flatMap((piece, at) => {
    const [from, to] = piece;
    const lengthMm = distance(from, to);
    const shares = [0, 1];
    for (const other of index.search(boxes[at]!)) {
      if (other === at) continue;
      const [a, b] = long[other]!;
      for (const end of [a, b]) {
        const share = shareAlong(piece, end);
        if (share > 0 && share < 1 && distance(pointAt(piece, share), end) <= ONE_PLACE_MM) shares.push(share);
      }
      const crossing = crossingShare(piece, [a, b]);
      if (crossing !== null) shares.push(crossing);
    }
    shares.sort((a, b) => a - b);
    const stops = shares.filter((share, i) => i === 0 || (share - shares[i - 1]!) * lengthMm > ONE_PLACE_MM || share === 1);
    return stops.slice(1).map((share, i): Piece => [pointAt(piece, stops[i]!), pointAt(piece, share)]);
  });
}

class NetBuilder {
  readonly nodes: Point[] = [];
  readonly edges: (readonly [number, number])[] = [];
  readonly gaps = new Map<number, Gap>();
  readonly #cells = new Map<string, number[]>();
  readonly #known = new Set<string>();
  /** Neighbours of each node. */
  readonly #beside: number[][] = [];

  /** The node at a place, a new one where there is none within reach. */
  node(at: Point): number {
    const [column, row] = [Math.floor(at.xMm / ONE_PLACE_MM), Math.floor(at.yMm / ONE_PLACE_MM)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const found = this.#cells.get(`${column + dx} ${row + dy}`)?.find((node) => distance(this.nodes[node]!, at) <= ONE_PLACE_MM);
        if (found !== undefined) return found;
      }
    }
    const node = this.nodes.push(at) - 1;
    this.#beside.push([]);
    const key = `${column} ${row}`;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), node]);
    return node;
  }

  join(a: number, b: number, isGap = false): void {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a === b || this.#known.has(key)) return;
    this.#known.add(key);
    const edge = this.edges.push([a, b]) - 1;
    this.#beside[a]!.push(b);
    this.#beside[b]!.push(a);
    if (!isGap) return;
    const [from, to] = [this.nodes[a]!, this.nodes[b]!];
    this.gaps.set(edge, { from, to, lengthMm: distance(from, to) });
  }

  /** Bridges from where lines end to where others in line with them begin. */
  bridgeInLine(mostGapMm: number): void {
    const index = buildBoxIndex(this.nodes.map(boxOf));
    const wishes: { a: number; b: number; lengthMm: number }[] = [];
    this.nodes.forEach((end, node) => {
      for (const before of this.#beside[node]!) {
        const way = direction(this.nodes[before]!, end);
        if (this.#goesOn(node, way)) continue;
        const facing = index.search(growBox(boxOf(end), mostGapMm)).flatMap((other) => {
          if (other === node || this.#beside[node]!.includes(other)) return [];
          const [alongMm, asideMm] = within(end, way, this.nodes[other]!);
          if (alongMm <= ONE_PLACE_MM || alongMm > mostGapMm || Math.abs(asideMm) > Math.min(IN_LINE_MM, alongMm * ACROSS + 1)) return [];
          return this.#goesOn(other, way) ? [{ a: node, b: other, lengthMm: alongMm }] : [];
        });
        facing.sort((one, two) => one.lengthMm - two.lengthMm);
        if (facing[0] !== undefined) wishes.push(facing[0]);
      }
    });
    for (const { a, b } of wishes) this.join(a, b, true);
  }

  /** Brings loose ends together: at the corner that both point to, else straight; the nearest pairs first. */
  bridgeLooseEnds(mostGapMm: number): void {
    const loose = this.#beside.flatMap((beside, node) => (beside.length === 1 ? [node] : []));
    const pairs = loose
      .flatMap((a, at) =>
        loose.slice(at + 1).flatMap((b) => {
          const lengthMm = distance(this.nodes[a]!, this.nodes[b]!);
          return lengthMm > mostGapMm || this.#beside[a]!.includes(b) ? [] : [{ a, b, lengthMm }];
        }),
      )
      .sort((one, two) => one.lengthMm - two.lengthMm);
    for (const { a, b } of pairs) {
      if (this.#beside[a]!.length !== 1 || this.#beside[b]!.length !== 1) continue;
      const corner = this.#cornerOf(a, b, mostGapMm);
      if (corner === null) this.join(a, b, true);
      else {
        const node = this.node(corner);
        this.join(a, node, true);
        this.join(node, b, true);
      }
    }
  }

  #goesOn(node: number, way: Point): boolean {
    return this.#beside[node]!.some((next) => {
      const ahead = direction(this.nodes[node]!, this.nodes[next]!);
      return ahead.xMm * way.xMm + ahead.yMm * way.yMm > SAME_WAY;
    });
  }

  /** Where two loose lines would meet ahead of both, near enough. */
  #cornerOf(a: number, b: number, mostGapMm: number): Point | null {
    const [one, two] = [a, b].map((node) => ({
      at: this.nodes[node]!,
      way: direction(this.nodes[this.#beside[node]![0]!]!, this.nodes[node]!),
    })) as [{ at: Point; way: Point }, { at: Point; way: Point }];
    const turn = one.way.xMm * two.way.yMm - one.way.yMm * two.way.xMm;
    if (Math.abs(turn) < 0.05) return null;
    const [dx, dy] = [two.at.xMm - one.at.xMm, two.at.yMm - one.at.yMm];
    const ahead = (dx * two.way.yMm - dy * two.way.xMm) / turn;
    const other = (dx * one.way.yMm - dy * one.way.xMm) / turn;
    if (ahead < -ONE_PLACE_MM || other < -ONE_PLACE_MM || ahead > mostGapMm || other > mostGapMm) return null;
    return { xMm: one.at.xMm + one.way.xMm * ahead, yMm: one.at.yMm + one.way.yMm * ahead };
  }
}

function boxOf(point: Point): Box {
  return boxAround([point]);
}

/** How far a point lies along a direction from a place, and beside it. */
function within(from: Point, way: Point, to: Point): readonly [alongMm: number, asideMm: number] {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  return [dx * way.xMm + dy * way.yMm, dx * way.yMm - dy * way.xMm];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
}

export function direction(from: Point, to: Point): Point {
  const length = distance(from, to);
  return length === 0 ? { xMm: 0, yMm: 0 } : { xMm: (to.xMm - from.xMm) / length, yMm: (to.yMm - from.yMm) / length };
}

function pointAt([from, to]: Piece, share: number): Point {
  return { xMm: from.xMm + (to.xMm - from.xMm) * share, yMm: from.yMm + (to.yMm - from.yMm) * share };
}

function shareAlong([from, to]: Piece, point: Point): number {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  return ((point.xMm - from.xMm) * dx + (point.yMm - from.yMm) * dy) / (dx * dx + dy * dy);
}

/** How far along the first piece the second crosses it; null where it does not, or runs beside it. */
function crossingShare([a, b]: Piece, [c, d]: Piece): number | null {
  const [ux, uy, vx, vy] = [b.xMm - a.xMm, b.yMm - a.yMm, d.xMm - c.xMm, d.yMm - c.yMm];
  const turn = ux * vy - uy * vx;
  if (Math.abs(turn) < 1e-9 * distance(a, b) * distance(c, d)) return null;
  const share = ((c.xMm - a.xMm) * vy - (c.yMm - a.yMm) * vx) / turn;
  const other = ((c.xMm - a.xMm) * uy - (c.yMm - a.yMm) * ux) / turn;
  return share <= 0 || share >= 1 || other < 0 || other > 1 ? null : share;
}
