import { describe, expect, it } from 'vitest';
import { edgesTo, HOPS, lengthOfCost, PathTree } from '../../../shared/cabling/shortestPaths.ts';
import { surveyNetwork } from '../../../shared/survey/network.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** A unit square of junctions a, b, c, d: two ways of equal length from a to c. */
function square(upper: string, lower: string) {
  return surveyNetwork(
    new PlanBuilder()
      .hall()
      .junction('a', 0, 0)
      .junction('b', 1000, 0)
      .junction('c', 1000, 1000)
      .junction('d', 0, 1000)
      .segment('s1', 'a', 'b')
      .segment(upper, 'b', 'c')
      .segment('s2', 'a', 'd')
      .segment(lower, 'd', 'c')
      .build(),
  );
}

describe('shortest path trees', () => {
  it('break ties by the smaller id of the last segment, whatever the order of the tables', () => {
    for (const [upper, lower, winner] of [
      ['x', 'y', 'x'],
      ['y', 'x', 'x'],
    ] as const) {
      const network = square(upper, lower);
      const root = network.vertexJunction.indexOf('a');
      const tree = new PathTree(network, root);
      const edges = edgesTo(network, tree, network.vertexJunction.indexOf('c'));
      expect(edges.map((edge) => network.edgeIds[edge]).at(-1)).toBe(winner);
    }
  });

  it('prefer fewer segments among ways of one length', () => {
    const network = surveyNetwork(
      new PlanBuilder()
        .hall()
        .junction('a', 0, 0)
        .junction('b', 1000, 0)
        .junction('c', 2000, 0)
        .segment('a1', 'a', 'b')
        .segment('a2', 'b', 'c')
        .segment('z', 'a', 'c')
        .build(),
    );
    const tree = new PathTree(network, 0);
    expect(edgesTo(network, tree, 2).map((edge) => network.edgeIds[edge])).toEqual(['z']);
    expect(lengthOfCost(tree.cost(2))).toBe(2000);
  });

  it('join segments at different elevations of one junction by a level change', () => {
    const network = surveyNetwork(
      new PlanBuilder()
        .hall()
        .junction('a', 0, 0)
        .junction('b', 1000, 0)
        .junction('c', 2000, 0)
        .segment('low', 'a', 'b', { elevationMm: 2700 })
        .segment('high', 'b', 'c', { elevationMm: 3000 })
        .build(),
    );
    expect(network.edgeIds).toEqual(['high', 'low', 'b@2700-3000']);
    const tree = new PathTree(network, network.vertexJunction.indexOf('a'));
    expect(lengthOfCost(tree.cost(network.vertexJunction.indexOf('c')))).toBe(2300);
  });

  it('leave what they cannot reach at infinity', () => {
    const network = surveyNetwork(
      new PlanBuilder()
        .hall()
        .junction('a', 0, 0)
        .junction('b', 1, 0)
        .junction('c', 9, 9)
        .junction('d', 9, 8)
        .segment('s', 'a', 'b')
        .segment('t', 'c', 'd')
        .build(),
    );
    expect([0, 1, 2, 3].map((vertex) => new PathTree(network, 0).cost(vertex))).toEqual([0, 8193, Infinity, Infinity]);
  });

  it('grow no farther than they are asked, and on from there', () => {
    const line = new PlanBuilder().hall();
    for (let at = 0; at <= 400; at += 1) line.junction(`j${1000 + at}`, at * 10, 0);
    for (let at = 0; at < 400; at += 1) line.segment(`s${1000 + at}`, `j${1000 + at}`, `j${1001 + at}`);
    const network = surveyNetwork(line.build());
    const tree = new PathTree(network, 200);
    expect(tree.cost(203)).toBe(3 * (10 * HOPS + 1));
    expect(tree.reached.count).toBeLessThan(20);
    expect(tree.cost(100)).toBe(100 * (10 * HOPS + 1));
    expect(tree.reached.count).toBeLessThan(400);
    expect([0, 203, 400].map((vertex) => lengthOfCost(tree.cost(vertex)))).toEqual([2000, 30, 2000]);
    expect(edgesTo(network, tree, 400)).toHaveLength(200);
  });
});
