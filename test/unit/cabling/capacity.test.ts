/**
 * Where the shortest way is full, cables go another; where every way is full, the bottleneck is named. One tray of the short way
 * and one of the long way between two cabinets; a jumper takes 7.07 mm² and 10 g/m.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cableShortestWays } from '../../../shared/cabling/cableAll.ts';
import { must } from '../../../shared/assert.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import type { Plan, Segment } from '../../../shared/plan/types.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Room for so many jumpers at the 50 % that the tests' settings allow. */
function trayFor(jumpers: number): Pick<Segment, 'widthMm' | 'depthMm'> {
  return { widthMm: Math.ceil((jumpers * Math.PI * 2.25) / 5), depthMm: 10 };
}

/** A ring: A under its west side, B under its east side; `short` along the north, 4 m nearer than `long` along the south. */
function ring(links: number, short: Partial<Segment>, long: Partial<Segment>): PlanBuilder {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A', 2000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .cabinet('B', 12_000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .device('a', 'A', 1, { type: 'test/switch' })
    .device('b', 'B', 1, { type: 'test/switch' })
    .junction('nw', 2000, 3000)
    .junction('ne', 12_000, 3000)
    .junction('sw', 2000, 7000)
    .junction('se', 12_000, 7000)
    .segment('west', 'nw', 'sw')
    .segment('east', 'ne', 'se')
    .segment('short', 'nw', 'ne', { acceptsDrops: false, ...short })
    .segment('long', 'sw', 'se', { acceptsDrops: false, ...long });
  for (let link = 1; link <= links; link += 1) plan.link(`l${link}`, `a:${link}/1`, `b:${link}/1`);
  return plan;
}

function throughEdge({ survey, cabling }: Derived, id: string): string[] {
  const edge = survey.network.edgeIds.indexOf(id);
  return Array.from({ length: cabling.cables.count }, (_, cable) => cable)
    .filter((cable) => cabling.routes[cabling.cables.route[cable] ?? -1]?.steps.some((step) => step.edge === edge))
    .map((cable) => cabling.cableId(cable));
}

function codes({ findings }: Derived): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code, ids }) => `${code}: ${ids.join(' ')}`);
}

describe('a full pathway', () => {
  it('keeps as many cables as have room, and sends the others round', () => {
    const derived = derive(ring(5, trayFor(3), trayFor(9)).build());
    expect([throughEdge(derived, 'short').length, throughEdge(derived, 'long').length]).toEqual([3, 2]);
    expect(codes(derived)).toEqual([]);
  });

  it('lets the longer way be seen in every length that follows from it', () => {
    const derived = derive(ring(2, trayFor(1), trayFor(9)).build());
    const shortest = cableShortestWays(derived.plan, derived.survey);
    const [moved] = throughEdge(derived, 'long');
    const row = derived.cabling.findCable(moved ?? '') ?? -1;
    const { cables } = derived.cabling;
    const longerMm = cables.pathMm[row]! - shortest.cables.pathMm[row]!;
    expect(longerMm).toBeGreaterThan(0);
    expect(cables.pathwayMm[row]! - shortest.cables.pathwayMm[row]!).toBe(longerMm);
    expect(cables.requiredMm[row]).toBe(cables.pathMm[row]! + cables.slackMm[row]!);
    expect(explainCable(derived, row)).toMatchObject({ pathMm: cables.pathMm[row], requiredMm: cables.requiredMm[row] });
  });

  it('keeps a length that was set by hand', () => {
    const derived = derive(
      ring(2, trayFor(1), trayFor(9)).override('l1', { requiredMm: 44_000 }).override('l2', { requiredMm: 44_000 }).build(),
    );
    expect(throughEdge(derived, 'long')).toHaveLength(1);
    expect([...derived.cabling.cables.requiredMm]).toEqual([44_000, 44_000]);
  });

  it('is full by mass as well as by area', () => {
    const derived = derive(ring(5, { massLimitGPerM: 25 }, {}).build());
    expect([throughEdge(derived, 'short').length, throughEdge(derived, 'long').length]).toEqual([2, 3]);
    expect(codes(derived)).toEqual([]);
  });

  it('as a conduit goes by the number of cables in it: 53 % for one, 31 % for two', () => {
    // A jumper is 44.4 % of the bore: one fits, of two or three none may.
    const bore = { kind: 'conduit', widthMm: 5, depthMm: 4 } as const;
    const derived = derive(ring(3, bore, {}).build());
    expect([throughEdge(derived, 'short').length, throughEdge(derived, 'long').length]).toEqual([1, 2]);
    expect(codes(derived)).toEqual([]);
  });
});

describe('no room on any way', () => {
  it('is found with the cables, which keep their shortest way, and the pathways that are full', () => {
    const derived = derive(ring(5, trayFor(2), trayFor(2)).build());
    expect(codes(derived)).toEqual(['cable.no-room: l5 long short', 'pathway.over-fill: short']);
    expect(derived.findings[0]).toMatchObject({
      required: 'room for 1 cable more, 8 mm²',
      message: '1 cable finds no room: every way between their ends leads through one of the pathways long and short, which are full',
    });
    expect(derived.cabling.cables.requiredMm.every((lengthMm) => lengthMm > 0)).toBe(true);
  });

  it('names the one pathway that every way needs, not all that are full', () => {
    const west = ring(5, trayFor(2), trayFor(2)).segment('west', 'nw', 'sw', trayFor(2));
    expect(codes(derive(west.build())).filter((code) => code.startsWith('cable'))).toEqual(['cable.no-room: l5 west']);
    const narrow = derive(
      ring(5, {}, {})
        .junction('s2', 12_000, 12_000)
        .segment('stub', 'se', 's2')
        .cabinet('C', 12_000 - 600, 10_000 - 900, { model: 'test/wide-cabinet' })
        .device('c', 'C', 1, { type: 'test/switch' })
        .segment('stub', 'se', 's2', trayFor(1))
        .link('m1', 'a:9/1', 'c:9/1')
        .link('m2', 'a:10/1', 'c:10/1')
        .build(),
    );
    expect(codes(narrow)).toEqual(['cable.no-room: m2 stub', 'pathway.over-fill: stub']);
  });
});

describe('room that was not found once', () => {
  it.each([
    ['where only its like lie in its way, which it cannot push aside', 'room-beside-its-like'],
    ['for one of a pair kept apart, once others have gone back to their shortest ways', 'room-once-others-left'],
  ])('%s', (_where, name) => {
    const plan = parsePlan(readFileSync(new URL(`../../plans/${name}.raceway`, import.meta.url)));
    if (!plan.ok) throw new Error(plan.error.message);
    const { cabling, findings } = derive(plan.value);
    expect(cabling.crowdings).toEqual([]);
    expect(findings.filter(({ code }) => code === 'cable.no-room' || code === 'pathway.over-fill')).toEqual([]);
  });
});

describe('nothing over its limit', () => {
  it('leaves the shortest ways as they are', () => {
    const derived = derive(ring(5, {}, {}).build());
    const shortest = cableShortestWays(derived.plan, derived.survey);
    expect(derived.cabling.cables).toEqual(shortest.cables);
    expect(derived.cabling.routes).toEqual(shortest.routes);
  });
});

describe('an edit', () => {
  it('of a cabinet in another hall takes the ways of the full one over, and gives the same as from scratch', () => {
    const start = ring(5, trayFor(3), trayFor(9)).hall('Other').cabinet('X', 3000, 3000, { hall: 'Other' }).build();
    const before = derive(start);
    const x = must(start.cabinets.get('X'), 'cabinet');
    const moved: Plan = { ...start, cabinets: new Map(start.cabinets).set('X', { ...x, xMm: 4000 }) };
    const [after, fresh] = [derive(moved, before), derive(moved)];
    expect(after.cabling.cables).toEqual(fresh.cabling.cables);
    expect(after.cabling.routes).toEqual(fresh.cabling.routes);
    expect(after.cabling.loads).toEqual(fresh.cabling.loads);
  });
});
