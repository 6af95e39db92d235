/** Trees of shortest paths, grown per vertex on demand and kept with their network; a changed network takes them over, repaired. */
import type { Network } from '../survey/types.ts';
import { networkChange, repairTree } from './repairTree.ts';
import { PathTree } from './shortestPaths.ts';

const treesOfNetwork = new WeakMap<Network, Map<number, PathTree>>();

/** The shortest tree from a vertex of this network; one for all who ask. */
export function treeFrom(network: Network, vertex: number): PathTree {
  let trees = treesOfNetwork.get(network);
  if (trees === undefined) treesOfNetwork.set(network, (trees = new Map<number, PathTree>()));
  let tree = trees.get(vertex);
  if (tree === undefined) trees.set(vertex, (tree = new PathTree(network, vertex)));
  return tree;
}

/** Where more of the edges than this are new, growing trees again is as quick as repairing them. */
const MOST_NEW = 0.25;

/** Takes the trees of an earlier network over, repaired where the networks differ. Does nothing for one that has trees already. */
export function takeTreesOver(from: Network, to: Network): void {
  const known = treesOfNetwork.get(from);
  if (from === to || known === undefined || treesOfNetwork.has(to)) return;
  const change = networkChange(from, to);
  if (change.newEdges.length > MOST_NEW * to.edgeCount) return;
  const trees = new Map<number, PathTree>();
  for (const tree of known.values()) {
    const repaired = repairTree(from, change, tree);
    if (repaired !== null) trees.set(repaired.root, repaired);
  }
  treesOfNetwork.set(to, trees);
}
