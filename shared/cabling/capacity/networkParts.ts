/** Which edges and cabinets belong together: a cable never leaves its part of the network, so each part is solved by itself. */
import type { Survey } from '../../survey/types.ts';

export interface NetworkParts {
  /** By edge: the part it lies in, named by its smallest edge. */
  readonly ofEdge: Int32Array;
}

/** Edges that share a vertex, or both of which one cabinet reaches, are of one part. */
export function networkParts({ network, accesses, firstAccess, cabinets }: Survey): NetworkParts {
  const parent = Int32Array.from({ length: network.edgeCount }, (_, edge) => edge);
  const root = (edge: number): number => {
    let at = edge;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [rootA, rootB] = [root(a), root(b)];
    if (rootA < rootB) parent[rootB] = rootA;
    else parent[rootA] = rootB;
  };
  for (let vertex = 0; vertex < network.vertexCount; vertex += 1) {
    const start = network.first[vertex]!;
    for (let at = start + 1; at < network.first[vertex + 1]!; at += 1) join(network.adjacentEdge[start]!, network.adjacentEdge[at]!);
  }
  for (let cabinet = 0; cabinet < cabinets.length; cabinet += 1) {
    const start = firstAccess[cabinet]!;
    for (let at = start + 1; at < firstAccess[cabinet + 1]!; at += 1) join(accesses[start]!.segment, accesses[at]!.segment);
  }
  return { ofEdge: parent.map((_, edge) => root(edge)) };
}
