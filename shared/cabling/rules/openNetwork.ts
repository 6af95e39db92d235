/** A network without what is shut: the same vertices and edges by the same numbers, but no way leads over a shut one. */
import type { Network } from '../../survey/types.ts';
import type { Shut } from './shut.ts';

const viewsOfNetwork = new WeakMap<Network, Map<string, { readonly shut: Shut; readonly view: Network }>>();

/** The view for one kind of cables, made once as long as the same is shut to them. Edges of which a part is shut lead nowhere; drops may still land on the rest. */
export function openNetwork(network: Network, key: string, shut: Shut): Network {
  const views = viewsOfNetwork.get(network) ?? new Map<string, { readonly shut: Shut; readonly view: Network }>();
  viewsOfNetwork.set(network, views);
  const known = views.get(key);
  if (known !== undefined && isSameShut(known.shut, shut)) return known.view;
  const view = openView(network, shut);
  views.set(key, { shut, view });
  return view;
}

function isSameShut(a: Shut, b: Shut): boolean {
  return a === b || (a.parts === b.parts && a.whole.every((is, edge) => is === b.whole[edge]));
}

/** A view for one search, not kept. */
export function openView(network: Network, { whole, parts }: Shut): Network {
  const first = new Int32Array(network.vertexCount + 1);
  const adjacentEdge: number[] = [];
  for (let vertex = 0; vertex < network.vertexCount; vertex += 1) {
    for (let at = network.first[vertex]!; at < network.first[vertex + 1]!; at += 1) {
      const edge = network.adjacentEdge[at]!;
      if (whole[edge] === 0 && !parts.has(edge)) adjacentEdge.push(edge);
    }
    first[vertex + 1] = adjacentEdge.length;
  }
  return { ...network, first, adjacentEdge: Int32Array.from(adjacentEdge) };
}
