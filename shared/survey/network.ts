/**
 * The pathway network of a plan: junctions at their elevations are vertices, segments and level changes are edges.
 * Cabinets are not in it: they reach it through accesses (accesses.ts), so moving one leaves the network as it is.
 */
import { must } from '../assert.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import type { Hall, Junction, Plan, Segment } from '../plan/types.ts';
import type { Network } from './types.ts';

interface Vertex {
  readonly junction: string;
  readonly elevationMm: number;
}

interface Edge {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly lengthMm: number;
}

/** Builds the network; references must be sound. Vertices by junction id then elevation, so that order of tables never shows. */
export function surveyNetwork(plan: Pick<Plan, 'halls' | 'junctions' | 'segments'>): Network {
  const segments = sortedById(plan.segments);
  const vertices = verticesOf(segments);
  const row = new Map(vertices.map((vertex, index) => [vertexKey(vertex.junction, vertex.elevationMm), index]));
  const vertexAt = (junction: string, elevationMm: number): number => must(row.get(vertexKey(junction, elevationMm)), `vertex ${junction}`);

  const edges: Edge[] = segments.map((segment) => ({
    id: segment.id,
    from: vertexAt(segment.from, segment.elevationMm),
    to: vertexAt(segment.to, toElevationOf(segment)),
    lengthMm: segmentLengthMm(plan, segment),
  }));
  for (let upper = 1; upper < vertices.length; upper += 1) {
    const [low, high] = [must(vertices[upper - 1], 'vertex'), must(vertices[upper], 'vertex')];
    if (low.junction !== high.junction) continue;
    const id = `${low.junction}@${low.elevationMm}-${high.elevationMm}`;
    edges.push({ id, from: upper - 1, to: upper, lengthMm: high.elevationMm - low.elevationMm });
  }

  const edgeFrom = Int32Array.from(edges, (edge) => edge.from);
  const edgeTo = Int32Array.from(edges, (edge) => edge.to);
  return {
    vertexCount: vertices.length,
    vertexJunction: vertices.map((vertex) => vertex.junction),
    vertexElevationMm: Int32Array.from(vertices, (vertex) => vertex.elevationMm),
    edgeCount: edges.length,
    segmentCount: segments.length,
    edgeFrom,
    edgeTo,
    edgeLengthMm: Int32Array.from(edges, (edge) => edge.lengthMm),
    edgeIds: edges.map((edge) => edge.id),
    edgeRank: ranksOf(edges.map((edge) => edge.id)),
    ...adjacencyOf(vertices.length, edgeFrom, edgeTo),
    segments,
  };
}

/** Length of a segment: as surveyed, else the straight line between its junctions. */
export function segmentLengthMm(plan: Pick<Plan, 'halls' | 'junctions'>, segment: Segment): number {
  return segment.surveyedLengthMm ?? straightLengthMm(plan, segment);
}

/** The straight line between the junctions of a segment, through the halls' frames when they differ. */
export function straightLengthMm(plan: Pick<Plan, 'halls' | 'junctions'>, segment: Segment): number {
  const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
  const to = must(plan.junctions.get(segment.to), `junction ${segment.to}`);
  const riseMm = toElevationOf(segment) - segment.elevationMm;
  if (from.hall === to.hall) return Math.round(Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm, riseMm));
  const [a, b] = [inCampus(plan.halls, from), inCampus(plan.halls, to)];
  return Math.round(Math.hypot(b.x - a.x, b.y - a.y, b.z - a.z + riseMm));
}

/** Height of a segment's bed at its `to` end. */
export function toElevationOf({ elevationMm, toElevationMm }: Pick<Segment, 'elevationMm' | 'toElevationMm'>): number {
  return toElevationMm ?? elevationMm;
}

function inCampus(halls: ReadonlyMap<string, Hall>, junction: Junction): { x: number; y: number; z: number } {
  const { frame } = must(halls.get(junction.hall), `hall ${junction.hall}`);
  const angle = (frame.rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: frame.xMm + junction.xMm * cos - junction.yMm * sin,
    y: frame.yMm + junction.xMm * sin + junction.yMm * cos,
    z: frame.zMm,
  };
}

function vertexKey(junction: string, elevationMm: number): string {
  return `${junction}\n${elevationMm}`;
}

function verticesOf(segments: readonly Segment[]): Vertex[] {
  const byKey = new Map<string, Vertex>();
  for (const segment of segments) {
    for (const [junction, elevationMm] of [
      [segment.from, segment.elevationMm],
      [segment.to, toElevationOf(segment)],
    ] as const) {
      byKey.set(vertexKey(junction, elevationMm), { junction, elevationMm });
    }
  }
  return [...byKey.values()].sort((a, b) => compareIds(a.junction, b.junction) || a.elevationMm - b.elevationMm);
}

function ranksOf(ids: readonly string[]): Int32Array {
  const order = ids.map((_, index) => index).sort((a, b) => compareIds(must(ids[a], 'id'), must(ids[b], 'id')));
  const ranks = new Int32Array(ids.length);
  order.forEach((index, rank) => {
    ranks[index] = rank;
  });
  return ranks;
}

function adjacencyOf(vertexCount: number, edgeFrom: Int32Array, edgeTo: Int32Array): { first: Int32Array; adjacentEdge: Int32Array } {
  const first = new Int32Array(vertexCount + 1);
  for (const ends of [edgeFrom, edgeTo]) for (const vertex of ends) first[vertex + 1]! += 1;
  for (let vertex = 0; vertex < vertexCount; vertex += 1) first[vertex + 1]! += first[vertex]!;
  const fill = first.slice();
  const adjacentEdge = new Int32Array(edgeFrom.length * 2);
  for (let edge = 0; edge < edgeFrom.length; edge += 1) {
    for (const vertex of [edgeFrom[edge]!, edgeTo[edge]!]) {
      adjacentEdge[fill[vertex]!] = edge;
      fill[vertex]! += 1;
    }
  }
  return { first, adjacentEdge };
}
