/**
 * Equally short ways: the one with fewest segments wins, then the one whose last segment has the smallest id,
 * told from the end in the cabinet with the smaller id. So a route depends on the plan alone.
 */
import { describe, expect, it } from 'vitest';
import type { Derived } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { randomHall } from '../../support/randomHall.ts';

/** Segments of the way of a link, in order of id. */
function segmentsOf({ survey, cabling }: Derived, id: string): readonly string[] {
  const route = cabling.routes[cabling.cables.route[cabling.findCable(id) ?? -1] ?? -1];
  const edges = (route?.steps ?? []).filter(({ fromMm, toMm }) => fromMm !== toMm).map(({ edge }) => survey.network.edgeIds[edge] ?? '');
  return [...edges].sort();
}

/**
 * A ring of 10 × 4 m. A's only opening is under the middle of the west side, B's under the middle of the east side,
 * so north and south are equally long. `north` and `south` name the parts of these sides from west to east.
 */
function ring(north: readonly string[], south: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A', 2000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .cabinet('B', 12_000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .junction('nw', 2000, 2000)
    .junction('ne', 12_000, 2000)
    .junction('sw', 2000, 6000)
    .junction('se', 12_000, 6000)
    .segment('m1', 'nw', 'sw')
    .segment('m2', 'ne', 'se');
  for (const [parts, west, east, yMm] of [
    [north, 'nw', 'ne', 2000],
    [south, 'sw', 'se', 6000],
  ] as const) {
    for (const [index, id] of parts.entries()) {
      if (index > 0) plan.junction(`${west}${index}`, 2000 + (10_000 * index) / parts.length, yMm);
      plan.segment(id, index === 0 ? west : `${west}${index}`, index === parts.length - 1 ? east : `${west}${index + 1}`, {
        acceptsDrops: false,
      });
    }
  }
  return plan;
}

/** The way of link `x`. */
function wayOf(plan: PlanBuilder): readonly string[] {
  return segmentsOf(derive(plan.build()), 'x');
}

describe('equally short ways', () => {
  it('go by fewest segments, whatever the ids', () => {
    expect(wayOf(ring(['z'], ['a1', 'a2']).link('x', 'a:p1', 'b:p1'))).toEqual(['m1', 'm2', 'z']);
    expect(wayOf(ring(['a1', 'a2'], ['z']).link('x', 'a:p1', 'b:p1'))).toEqual(['m1', 'm2', 'z']);
  });

  it('go by the smaller id where they have equally many segments', () => {
    expect(wayOf(ring(['p'], ['q']).link('x', 'a:p1', 'b:p1'))).toEqual(['m1', 'm2', 'p']);
    expect(wayOf(ring(['q'], ['p']).link('x', 'a:p1', 'b:p1'))).toEqual(['m1', 'm2', 'p']);
  });

  it('go by the last segment that differs, seen from the cabinet with the smaller id, whichever end the link calls A', () => {
    const crossed = ring(['p1', 'q2'], ['q1', 'p2']);
    expect(wayOf(crossed.link('x', 'a:p1', 'b:p1'))).toEqual(['m1', 'm2', 'p2', 'q1']);
    expect(wayOf(crossed.link('x', 'b:p1', 'a:p1'))).toEqual(['m1', 'm2', 'p2', 'q1']);
  });
});

describe('turning links round', () => {
  it('changes neither lengths nor ways', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const plan = randomHall(seed);
      const turned: Plan = { ...plan, links: new Map([...plan.links].map(([id, link]) => [id, { ...link, a: link.b, b: link.a }])) };
      const [straight, back] = [derive(plan), derive(turned)];
      expect(back.cabling.cables.pathMm).toEqual(straight.cabling.cables.pathMm);
      expect(back.cabling.cables.requiredMm).toEqual(straight.cabling.cables.requiredMm);
      for (const id of plan.links.keys()) expect(segmentsOf(back, id)).toEqual(segmentsOf(straight, id));
    }
  });
});
