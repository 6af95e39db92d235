/** Law: a tree repaired after an edit of the pathways is the tree grown afresh, ties included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { networkChange, repairTree } from '../../shared/cabling/repairTree.ts';
import { PathTree } from '../../shared/cabling/shortestPaths.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { surveyNetwork } from '../../shared/survey/network.ts';
import type { Network } from '../../shared/survey/types.ts';
import { randomHall } from '../support/randomHall.ts';
import { lawRuns } from '../support/runs.ts';

type Edit = { readonly kind: 'remove' | 'move' | 'lift' | 'double'; readonly pick: number; readonly byMm: number };

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind']>('remove', 'move', 'lift', 'double'),
    pick: fc.nat(1000),
    byMm: fc.constantFrom(-500, -1, 0, 1, 200, 1000),
  }),
  { minLength: 1, maxLength: 4 },
);

function edited(plan: Plan, { kind, pick, byMm }: Edit): Plan {
  const segments = new Map(plan.segments);
  const ids = [...segments.keys()].sort();
  const segment = must(segments.get(ids[pick % ids.length] ?? ''), 'segment');
  switch (kind) {
    case 'remove':
      if (ids.length < 2) return plan;
      segments.delete(segment.id);
      return { ...plan, segments };
    case 'lift':
      return { ...plan, segments: segments.set(segment.id, { ...segment, elevationMm: segment.elevationMm + byMm }) };
    case 'double': {
      // A second way of the same length, whose id comes before the first's or after it.
      const id = `${byMm < 0 ? 'a' : 'z'}${segment.id}`;
      return { ...plan, segments: segments.set(id, { ...segment, id }) };
    }
    case 'move': {
      const junction = must(plan.junctions.get(segment.from), 'junction');
      return { ...plan, junctions: new Map(plan.junctions).set(junction.id, { ...junction, xMm: junction.xMm + byMm }) };
    }
  }
}

/** A tree that has grown as far as one vertex. */
function grownTree(network: Network, root: number, asked: number): PathTree {
  const tree = new PathTree(network, root);
  tree.cost(asked);
  return tree;
}

/** By vertex, what the way there costs and its last edge; asked for in this order. */
function waysOf(tree: PathTree, vertices: readonly number[]): [cost: number, lastEdge: number][] {
  const ways = vertices.map((vertex) => [vertex, tree.cost(vertex), tree.lastEdge(vertex)] as const);
  return [...ways].sort((a, b) => a[0] - b[0]).map(([, cost, lastEdge]) => [cost, lastEdge]);
}

describe('trees of shortest paths', () => {
  it('are the same repaired as grown', () => {
    let [repairedOver, gone, partly] = [0, 0, 0];
    fc.assert(
      fc.property(fc.nat(100_000), edits, fc.nat(1000), (seed, steps, asked) => {
        let plan = randomHall(seed);
        for (const step of steps) {
          const next = edited(plan, step);
          const [from, to] = [surveyNetwork(plan), surveyNetwork(next)];
          const change = networkChange(from, to);
          const vertices = Array.from({ length: to.vertexCount }, (_, vertex) => vertex);
          for (let root = 0; root < from.vertexCount; root += 1) {
            const tree = grownTree(from, root, (root + asked) % from.vertexCount);
            if (tree.settledTo < Infinity) partly += 1;
            const repaired = repairTree(from, change, tree);
            if (repaired === null) gone += 1;
            else expect(waysOf(repaired, vertices)).toEqual(waysOf(new PathTree(to, repaired.root), vertices.toReversed()));
            if (change.newEdges.length > 0) repairedOver += 1;
          }
          plan = next;
        }
      }),
      lawRuns(60, 3000),
    );
    expect(repairedOver).toBeGreaterThan(500);
    expect(gone).toBeGreaterThan(0);
    expect(partly).toBeGreaterThan(500);
  });
});
