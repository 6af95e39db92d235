/**
 * Routes between accesses. An access lies somewhere along a segment, so a route is: along the first segment to one of its
 * ends, the shortest path between vertices, along the last segment to the other access. Trees are grown per vertex, on
 * demand, and kept for as long as the network stays the same: moving a cabinet moves accesses, not trees.
 */
import { must } from '../assert.ts';
import type { Access, Network } from '../survey/types.ts';
import { treeFrom } from './keptTrees.ts';
import { edgesTo, HOPS, lengthOfCost } from './shortestPaths.ts';
import type { RouteStep } from './types.ts';

/** The pathway part of the way between two accesses, root first. */
export interface PathwayRun {
  readonly pathwayMm: number;
  readonly steps: readonly RouteStep[];
}

/** One way between two accesses, before its steps are written out. */
interface Candidate {
  /** Packed as in shortestPaths.ts. */
  readonly cost: number;
  /** End vertices on the root's and the target's segment; null when both accesses lie on one segment and no vertex is passed. */
  readonly via: readonly [fromVertex: number, toVertex: number] | null;
}

/** Packed cost (length × HOPS + segments) of the best way from one access to another; Infinity when there is none. */
export function pathwayCost(network: Network, root: Access, target: Access): number {
  return cheapest(network, root, target)?.cost ?? Infinity;
}

/**
 * The best way from `root` to `target`: shortest, then fewest segments, then the smaller id of the last segment that differs,
 * read from the target backwards. Null when the network does not join them.
 */
export function pathwayRun(network: Network, root: Access, target: Access): PathwayRun | null {
  const best = cheapest(network, root, target);
  if (best === null) return null;
  const ties = candidates(network, root, target).filter((candidate) => candidate.cost === best.cost);
  const runs = ties.map((candidate) => stepsOf(network, root, target, candidate));
  const steps = runs.reduce((smallest, steps) => (compareFromTarget(network, steps, smallest) < 0 ? steps : smallest));
  return { pathwayMm: lengthOfCost(best.cost), steps };
}

function cheapest(network: Network, root: Access, target: Access): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates(network, root, target)) {
    if (candidate.cost < (best?.cost ?? Infinity)) best = candidate;
  }
  return best;
}

function candidates(network: Network, root: Access, target: Access): Candidate[] {
  const found: Candidate[] = [];
  if (root.segment === target.segment) {
    found.push({ cost: Math.abs(root.alongMm - target.alongMm) * HOPS + 1, via: null });
  }
  for (const fromVertex of [network.edgeFrom[root.segment]!, network.edgeTo[root.segment]!]) {
    const tree = treeFrom(network, fromVertex);
    const startMm = Math.abs(root.alongMm - endMm(network, root.segment, fromVertex));
    for (const toVertex of [network.edgeFrom[target.segment]!, network.edgeTo[target.segment]!]) {
      const between = tree.cost(toVertex);
      if (between === Infinity) continue;
      const finishMm = Math.abs(target.alongMm - endMm(network, target.segment, toVertex));
      found.push({ cost: (startMm + finishMm) * HOPS + 2 + between, via: [fromVertex, toVertex] });
    }
  }
  return found;
}

/** Place of one of a segment's end vertices along it: 0 or its length. */
export function endMm(network: Network, segment: number, vertex: number): number {
  return network.edgeFrom[segment]! === vertex ? 0 : network.edgeLengthMm[segment]!;
}

function stepsOf(network: Network, root: Access, target: Access, candidate: Candidate): RouteStep[] {
  if (candidate.via === null) return [{ edge: root.segment, fromMm: root.alongMm, toMm: target.alongMm }];
  const [fromVertex, toVertex] = candidate.via;
  const steps: RouteStep[] = [{ edge: root.segment, fromMm: root.alongMm, toMm: endMm(network, root.segment, fromVertex) }];
  let at = fromVertex;
  for (const edge of edgesTo(network, treeFrom(network, fromVertex), toVertex)) {
    const forward = network.edgeFrom[edge]! === at;
    const lengthMm = network.edgeLengthMm[edge]!;
    steps.push({ edge, fromMm: forward ? 0 : lengthMm, toMm: forward ? lengthMm : 0 });
    at = forward ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
  }
  steps.push({ edge: target.segment, fromMm: endMm(network, target.segment, toVertex), toMm: target.alongMm });
  return steps.filter((step, index) => step.fromMm !== step.toMm || index === 0 || index === steps.length - 1);
}

/** Which of two equally long ways comes first: by the smaller id of the last segment that differs, read from the target. */
export function compareFromTarget(network: Network, a: readonly RouteStep[], b: readonly RouteStep[]): number {
  for (let back = 1; back <= Math.min(a.length, b.length); back += 1) {
    const rankOf = (steps: readonly RouteStep[]): number => network.edgeRank[must(steps[steps.length - back], 'step').edge]!;
    if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  }
  return a.length - b.length;
}
