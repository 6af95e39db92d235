/** What a net of lines encloses: its rooms, and the outer edge of each of its connected parts. */
import { polygonContainsPoint } from '../../geometry/polygons.ts';
import type { Point } from '../../geometry/shapes.ts';
import { distance, type Gap, type LineNet } from './lineNet.ts';

/** A closed way around a room or a part of the net, without corners that turn nowhere. */
export interface Loop {
  readonly corners: readonly Point[];
  /** What it encloses, less the parts of the net that stand within it. */
  readonly areaMm2: number;
  readonly gaps: readonly Gap[];
  /** Every node on the way, straight ones too. */
  readonly nodes: readonly number[];
}

export interface NetFaces {
  readonly rooms: readonly Loop[];
  /** Around each connected part. */
  readonly edges: readonly Loop[];
  /** Lines that enclose nothing, a chain of corners each. */
  readonly loose: readonly (readonly Point[])[];
}

interface Turn extends Omit<Loop, 'areaMm2'> {
  /** Positive around a room, negative around a part. */
  readonly signedMm2: number;
  readonly part: number;
}

/** A corner that turns by less is none. */
const STRAIGHT_MM = 1;

export function netFaces(net: LineNet): NetFaces {
  const { kept, loose } = withoutLooseEnds(net);
  const turns = turnsOf(net, kept);
  const rooms = turns.filter(({ signedMm2 }) => signedMm2 > 0);
  const around = turns.filter(({ signedMm2 }) => signedMm2 < 0);
  // A part that stands within rooms of other parts stands in the smallest of them.
  const holes = new Map<Turn, number>();
  for (const part of around) {
    const [host] = rooms
      .filter((room) => room.part !== part.part && polygonContainsPoint(room.corners, part.corners[0]!))
      .sort((one, other) => one.signedMm2 - other.signedMm2);
    if (host !== undefined) holes.set(host, (holes.get(host) ?? 0) - part.signedMm2);
  }
  const loop = ({ corners, gaps, nodes }: Turn, areaMm2: number): Loop => ({ corners, gaps, nodes, areaMm2 });
  return {
    rooms: rooms.map((room) => loop(room, room.signedMm2 - (holes.get(room) ?? 0))),
    edges: around.map((part) => loop({ ...part, corners: part.corners.toReversed(), nodes: part.nodes.toReversed() }, -part.signedMm2)),
    loose,
  };
}

/** Edges that lie on a way around something, and chains of those that do not. */
function withoutLooseEnds({ nodes, edges, gaps }: LineNet): { readonly kept: readonly number[]; readonly loose: Point[][] } {
  const at = nodes.map((): Set<number> => new Set());
  edges.forEach(([a, b], edge) => {
    at[a]!.add(edge);
    at[b]!.add(edge);
  });
  const gone = new Set<number>();
  const ends = at.flatMap((beside, node) => (beside.size === 1 ? [node] : []));
  for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
    const [edge] = at[node]!;
    if (edge === undefined || at[node]!.size !== 1) continue;
    gone.add(edge);
    const [a, b] = edges[edge]!;
    const other = a === node ? b : a;
    at[node]!.delete(edge);
    at[other]!.delete(edge);
    if (at[other]!.size === 1) ends.push(other);
  }
  const lines = [...gone].filter((edge) => !gaps.has(edge)).map((edge) => edges[edge]!);
  return { kept: [...edges.keys()].filter((edge) => !gone.has(edge)), loose: chainsOf(lines, nodes) };
}

/** Lines that meet end to end, two at a place, as chains; those around something as their straight runs. */
export function chainsOf(lines: readonly (readonly [number, number])[], nodes: readonly Point[]): Point[][] {
  const at = new Map<number, Set<number>>();
  lines.forEach((line, position) => {
    for (const node of line) at.set(node, (at.get(node) ?? new Set()).add(position));
  });
  const left = new Set(lines.keys());
  const chains: Point[][] = [];
  const ends = new Set([...at].filter(([, beside]) => beside.size !== 2).map(([node]) => node));
  follow();
  // What is left runs around: it is cut where it turns.
  for (const [node, beside] of at) {
    const [a, b] = [...beside].filter((line) => left.has(line)).map((line) => lines[line]!.find((one) => one !== node)!);
    if (
      a !== undefined &&
      b !== undefined &&
      withoutStraight(
        [a, node, b].map((one) => nodes[one]!),
        false,
      ).length === 3
    )
      ends.add(node);
  }
  follow();
  return chains;

  function follow(): void {
    for (const start of ends) for (const first of at.get(start)!) if (left.has(first)) chains.push(chainFrom(start, first));
  }

  function chainFrom(start: number, first: number): Point[] {
    const chain = [start];
    for (let line: number | undefined = first; line !== undefined;) {
      left.delete(line);
      const [a, b] = lines[line]!;
      const next: number = a === chain.at(-1) ? b : a;
      chain.push(next);
      line = ends.has(next) ? undefined : [...at.get(next)!].find((one) => left.has(one));
    }
    return withoutStraight(
      chain.map((node) => nodes[node]!),
      false,
    );
  }
}

/** The ways around, always turning to the next line on the same side. */
function turnsOf({ nodes, edges, gaps }: LineNet, kept: readonly number[]): Turn[] {
  const out = nodes.map((): { to: number; edge: number; angle: number }[] => []);
  for (const edge of kept) {
    const [a, b] = edges[edge]!;
    out[a]!.push({ to: b, edge, angle: angleOf(nodes[a]!, nodes[b]!) });
    out[b]!.push({ to: a, edge, angle: angleOf(nodes[b]!, nodes[a]!) });
  }
  for (const beside of out) beside.sort((one, other) => one.angle - other.angle);
  const parts = partsOf(
    nodes.length,
    kept.map((edge) => edges[edge]!),
  );
  const done = new Set<string>();
  const turns: Turn[] = [];
  out.forEach((beside, start) => {
    for (const first of beside) {
      if (done.has(`${start} ${first.edge}`)) continue;
      const way: number[] = [];
      const bridged = new Set<Gap>();
      for (let [node, step] = [start, first]; !done.has(`${node} ${step.edge}`);) {
        done.add(`${node} ${step.edge}`);
        way.push(node);
        const gap = gaps.get(step.edge);
        if (gap !== undefined) bridged.add(gap);
        const { to, edge } = step;
        const there: typeof beside = out[to]!;
        const back = there.findIndex((one) => one.edge === edge);
        [node, step] = [to, there[(back + there.length - 1) % there.length]!];
      }
      const corners = way.map((node) => nodes[node]!);
      turns.push({
        corners: withoutStraight(corners, true),
        nodes: way,
        signedMm2: signedArea(corners),
        gaps: [...bridged],
        part: parts[start]!,
      });
    }
  });
  return turns.filter(({ corners }) => corners.length > 2);
}

/** Which connected part each node belongs to. */
function partsOf(count: number, edges: readonly (readonly [number, number])[]): number[] {
  const part = Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (part[root] !== root) root = part[root]!;
    for (let at = node; part[at] !== root;) [at, part[at]] = [part[at]!, root];
    return root;
  };
  for (const [a, b] of edges) part[rootOf(a)] = rootOf(b);
  return part.map((_, node) => rootOf(node));
}

/** Leaves out corners at which the way goes straight on. */
export function withoutStraight(points: readonly Point[], isClosed: boolean): Point[] {
  const kept = [...points];
  for (let at = isClosed ? 0 : 1; at < kept.length - (isClosed ? 0 : 1) && kept.length > (isClosed ? 3 : 2);) {
    const [before, here, after] = [kept.at(at - 1)!, kept[at]!, kept[(at + 1) % kept.length]!];
    const length = distance(before, after);
    const asideMm =
      length === 0
        ? 0
        : Math.abs((here.xMm - before.xMm) * (after.yMm - before.yMm) - (here.yMm - before.yMm) * (after.xMm - before.xMm)) / length;
    if (asideMm <= STRAIGHT_MM) {
      kept.splice(at, 1);
      at = Math.max(isClosed ? 0 : 1, at - 1);
    } else at += 1;
  }
  return kept;
}

function angleOf(from: Point, to: Point): number {
  return Math.atan2(to.yMm - from.yMm, to.xMm - from.xMm);
}

/** Half the sum of cross products; positive for ways that run clockwise on the screen. */
function signedArea(points: readonly Point[]): number {
  const [origin] = points;
  if (origin === undefined) return 0;
  return (
    points.reduce((sum, a, i) => {
      const b = points[(i + 1) % points.length]!;
      return sum + (a.xMm - origin.xMm) * (b.yMm - origin.yMm) - (b.xMm - origin.xMm) * (a.yMm - origin.yMm);
    }, 0) / 2
  );
}
