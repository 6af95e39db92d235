/**
 * The graph of a plan as a general routing library would need it: every landing of a drop splits its segment, every
 * opening in use is a vertex of its own. The engine routes on the bare network instead; this one serves to state the
 * size of the problem and to compare with other libraries on the very same graph.
 */
import { NONE, type Cabling } from './types.ts';
import { outsideMm } from '../survey/accesses.ts';
import type { Survey } from '../survey/types.ts';

export interface ExpandedGraph {
  readonly nodes: number;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeLengthMm: Int32Array;
  /** Vertex of each access's opening. */
  readonly openingNode: Int32Array;
  /** Openings at which routed cables start, each once: the roots of the shortest-path trees. */
  readonly sources: Int32Array;
}

/** Builds the expanded graph of a cabled plan. */
export function expandGraph({ network, accesses }: Survey, cabling: Cabling): ExpandedGraph {
  const landings: { node: number; alongMm: number }[][] = Array.from({ length: network.segmentCount }, () => []);
  const openingNode = new Int32Array(accesses.length);
  const [from, to, length]: [number[], number[], number[]] = [[], [], []];
  let nodes = network.vertexCount;
  const addEdge = (a: number, b: number, lengthMm: number): void => {
    from.push(a);
    to.push(b);
    length.push(lengthMm);
  };
  accesses.forEach((access, row) => {
    const landing = nodes;
    openingNode[row] = nodes + 1;
    nodes += 2;
    landings[access.segment]!.push({ node: landing, alongMm: access.alongMm });
    addEdge(landing + 1, landing, outsideMm(access));
  });
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    let [at, atMm] = [network.edgeFrom[edge]!, 0];
    for (const { node, alongMm } of (landings[edge] ?? []).sort((a, b) => a.alongMm - b.alongMm || a.node - b.node)) {
      addEdge(at, node, alongMm - atMm);
      [at, atMm] = [node, alongMm];
    }
    addEdge(at, network.edgeTo[edge]!, network.edgeLengthMm[edge]! - atMm);
  }
  return {
    nodes,
    edgeFrom: Int32Array.from(from),
    edgeTo: Int32Array.from(to),
    edgeLengthMm: Int32Array.from(length),
    openingNode,
    sources: Int32Array.from(sourceAccesses(cabling), (access) => openingNode[access]!),
  };
}

/** Size of the routing problem: vertices and edges of the expanded graph, and roots of its trees. */
export function graphSize(survey: Survey, cabling: Cabling): { nodes: number; edges: number; sources: number } {
  return {
    nodes: survey.network.vertexCount + 2 * survey.accesses.length,
    edges: survey.network.edgeCount + 2 * survey.accesses.length,
    sources: sourceAccesses(cabling).length,
  };
}

function sourceAccesses({ cables, routes }: Cabling): number[] {
  const used = new Set<number>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const route = cables.route[cable]!;
    if (route !== NONE) used.add(routes[route]!.accessA);
  }
  return [...used].sort((a, b) => a - b);
}
