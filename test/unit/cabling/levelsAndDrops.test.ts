/**
 * Ways between levels and in and out of cabinets, worked out by hand in mm on the test catalog (see handWorked.test.ts):
 * a cabinet is 2000 high; port p1 of a server at U1 lies 122 high and 50 from the right manager, which is 250 from the top
 * rear opening at (1300, 4100) and from the bottom rear opening at (1300, 4000).
 */
import { describe, expect, it } from 'vitest';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { RouteStatus, type TermKind } from '../../../shared/cabling/types.ts';
import { addRiser, levelsAt } from '../../../shared/commands/risers.ts';
import { mergeJunctions } from '../../../shared/commands/junctions.ts';
import { layRun } from '../../../shared/commands/layRun.ts';
import { setSegments } from '../../../shared/commands/pathways.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

type HandTerm = readonly [kind: TermKind, lengthMm: number];

/** Up: 50 + (2000 − 122) + 250, and 500 to a tray at 2500. Down: 50 + 122 + 250, and 300 to a tray at −300. */
const UP: readonly HandTerm[] = [
  ['port-to-manager', 50],
  ['manager', 1878],
  ['manager-to-opening', 250],
];
const DOWN: readonly HandTerm[] = [
  ['port-to-manager', 50],
  ['manager', 122],
  ['manager-to-opening', 250],
];
const back = (terms: readonly HandTerm[]): HandTerm[] => [...terms].reverse();

/** Server a in A at x 1000, server b in B at x 7000; rear openings 6000 apart. */
function two(change: Parameters<PlanBuilder['cabinet']>[3] = {}): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 1000, 3000, change)
    .cabinet('B', 7000, 3000, change)
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .link('x', 'a:p1', 'b:p1');
}

/** A low tray over A and a high one over B that meet at x 4000. */
function twoLevels(): PlanBuilder {
  return two()
    .junction('w', 0, 4100)
    .junction('m', 4000, 4100)
    .junction('e', 9000, 4100)
    .segment('low', 'w', 'm', { name: 'Low' })
    .segment('high', 'm', 'e', { name: 'High', elevationMm: 3100 });
}

function way(plan: Plan): { readonly terms: readonly HandTerm[]; readonly pathMm: number | null; readonly status: number } {
  const derived = derive(plan);
  const { terms, pathMm, status } = explainCable(derived, derived.cabling.findCable('x')!);
  return { terms: terms.map(({ kind, lengthMm }) => [kind, lengthMm]), pathMm, status };
}

function withRiser(plan: Plan): Plan {
  const done = runCommand(plan, addRiser, {
    junction: 'm',
    lowMm: 2500,
    highMm: 3100,
    id: 'riser',
    top: 'm2',
    as: { name: 'Riser 1', kind: 'ladder', widthMm: 300, depthMm: 100, massLimitGPerM: null },
  });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

describe('between levels', () => {
  it('a level change at a junction is a term of its own, as long as it is high', () => {
    expect(way(twoLevels().build())).toEqual({
      terms: [...UP, ['drop', 500], ['pathway', 2700], ['level-change', 600], ['pathway', 3300], ['drop', 1100], ...back(UP)],
      pathMm: 2178 + 500 + 2700 + 600 + 3300 + 1100 + 2178,
      status: RouteStatus.pathways,
    });
  });

  it('a riser in its place is as long, a pathway that fills and that takeoff counts', () => {
    const plan = withRiser(twoLevels().build());
    expect(levelsAt(plan, 'm')).toEqual([2500]);
    expect(way(plan)).toEqual({
      terms: [...UP, ['drop', 500], ['pathway', 2700], ['riser', 600], ['pathway', 3300], ['drop', 1100], ...back(UP)],
      pathMm: 12_556,
      status: RouteStatus.pathways,
    });
    const riser = derive(plan).takeoff.pathways.find(({ id }) => id === 'riser');
    expect(riser).toMatchObject({ cables: 1, lengthMm: 600 });
    expect(riser!.fillPct).toBeGreaterThan(0);
  });

  it('a riser that is too narrow is over its limit and found so', () => {
    const builder = twoLevels();
    for (let port = 2; port <= 4; port += 1) builder.link(`x${port}`, `a:p${port}`, `b:p${port}`);
    const risen = withRiser(builder.build());
    const narrow = runCommand(risen, setSegments, { ids: ['riser'], set: { widthMm: 6, depthMm: 6 } });
    const { findings } = derive(narrow.ok ? narrow.value.plan : risen);
    expect(findings.map(({ code }) => code)).toContain('pathway.over-fill');
  });

  it('taking the riser out joins the levels again', () => {
    const merged = runCommand(withRiser(twoLevels().build()), mergeJunctions, { id: 'm2', into: 'm' });
    if (!merged.ok) throw new Error(merged.error.message);
    expect(merged.value.plan.segments.has('riser')).toBe(false);
    expect(way(merged.value.plan).terms).toContainEqual(['level-change', 600]);
  });

  it('a riser needs two neighboring levels', () => {
    const refused = runCommand(twoLevels().build(), addRiser, {
      junction: 'w',
      lowMm: 2500,
      highMm: 3100,
      id: 'riser',
      top: 'w2',
      as: { name: 'Riser', kind: 'ladder', widthMm: 300, depthMm: 100, massLimitGPerM: null },
    });
    expect(refused.ok ? null : refused.error.code).toBe('command.rejected');
  });

  it('a tray drawn to a riser joins it at its own level', () => {
    const plan = withRiser(twoLevels().build());
    const drawn = (elevationMm: number): string[] => {
      const done = runCommand(plan, layRun, {
        hall: 'H',
        points: [
          [4000, 4100],
          [4000, 9000],
        ],
        as: { kind: 'basket', widthMm: 300, depthMm: 100, elevationMm, massLimitGPerM: null, acceptsDrops: true },
        junctionIds: ['n1', 'n2'],
        segmentIds: ['s1', 's2'],
      });
      if (!done.ok) throw new Error(done.error.message);
      const laid = done.value.plan.segments.get('s1')!;
      return [laid.from, laid.to];
    };
    expect(drawn(2500)).toContain('m');
    expect(drawn(3100)).toContain('m2');
  });

  it('a pathway that slopes is as long as its slope, and lets down from where it is', () => {
    const plan = two()
      .junction('w', 0, 4100)
      .junction('e', 8000, 4100)
      .segment('ramp', 'w', 'e', { kind: 'ladder', elevationMm: 2500, toElevationMm: 8500 })
      .build();
    // 8000 flat and 6000 up: 10 000 long. A at 1300 ÷ 8000: 2500 + 975 = 3475; B at 7300: 2500 + 5475 = 7975.
    expect(way(plan)).toEqual({
      terms: [...UP, ['drop', 1475], ['riser', 9125 - 1625], ['drop', 5975], ...back(UP)],
      pathMm: 2178 + 1475 + 7500 + 5975 + 2178,
      status: RouteStatus.pathways,
    });
  });

  it('one name for the same: a pathway that ends as high as it begins is level', () => {
    const done = runCommand(withRiser(twoLevels().build()), setSegments, { ids: ['riser'], set: { toElevationMm: 2500 } });
    expect(done.ok && 'toElevationMm' in done.value.plan.segments.get('riser')!).toBe(false);
  });
});

describe('in and out of cabinets', () => {
  const both = (change: Parameters<PlanBuilder['cabinet']>[3] = {}): PlanBuilder =>
    two(change)
      .junction('w', 0, 4000)
      .junction('e', 9000, 4000)
      .junction('w2', 0, 4100)
      .junction('e2', 9000, 4100)
      .segment('under', 'w', 'e', { kind: 'underfloor', elevationMm: -300 })
      .segment('over', 'w2', 'e2', { kind: 'ladder' });

  it('without a feed the shorter way wins: here the one under the floor', () => {
    expect(way(both().build()).terms).toEqual([...DOWN, ['drop', 300], ['pathway', 6000], ['drop', 300], ...back(DOWN)]);
  });

  it('fed from the top, cables go up, though under the floor were shorter', () => {
    expect(way(both({ feed: 'top' }).build()).terms).toEqual([...UP, ['drop', 500], ['pathway', 6000], ['drop', 500], ...back(UP)]);
  });

  it('fed from an edge where nothing is in reach, the cable has no route, and is found', () => {
    const plan = two({ feed: 'bottom' }).junction('w', 0, 4100).junction('e', 9000, 4100).segment('over', 'w', 'e').build();
    expect(way(plan)).toEqual({ terms: [], pathMm: null, status: RouteStatus.noRoute });
    expect(derive(plan).findings.map(({ code }) => code)).toContain('cable.no-drop');
  });

  it('a waterfall adds its own term at each end', () => {
    const plan = both({ feed: 'top' }).withSettings({ waterfallMm: 120 }).build();
    expect(way(plan)).toEqual({
      terms: [...UP, ['waterfall', 120], ['drop', 500], ['pathway', 6000], ['drop', 500], ['waterfall', 120], ...back(UP)],
      pathMm: 2 * (2178 + 120 + 500) + 6000,
      status: RouteStatus.pathways,
    });
  });

  it.each(['ladder', 'basket', 'raceway', 'underfloor', 'conduit'] as const)('a %s carries cables', (kind) => {
    const plan = two().junction('w', 0, 4100).junction('e', 9000, 4100).segment('one', 'w', 'e', { kind }).build();
    expect(way(plan).terms).toContainEqual(['pathway', 6000]);
  });
});

describe('several conduits side by side', () => {
  /** Six jumpers of 3 mm (7.07 mm²) through conduits 6 mm wide (28.3 mm²): one alone fills 25 %, two 50 %, three 75 %. */
  const bank = (conduits: number, cables: number): Plan => {
    const builder = two().junction('w', 0, 4100).junction('e', 9000, 4100);
    for (let port = 2; port <= cables; port += 1) builder.link(`x${port}`, `a:p${port}`, `b:p${port}`);
    return builder.segment('bank', 'w', 'e', { kind: 'conduit', widthMm: 6, depthMm: 6, conduits }).build();
  };

  it.each([
    [1, 1, 25, 'fits'],
    [1, 2, 50, 'over'],
    [2, 2, 25, 'fits'],
    [2, 3, 50, 'over'],
    [4, 4, 25, 'fits'],
  ] as const)('%i with %i cables: the fullest %i percent full, %s', (conduits, cables, fillPct, verdict) => {
    const { takeoff, findings } = derive(bank(conduits, cables));
    expect(takeoff.pathways[0]!.fillPct).toBeCloseTo(fillPct, 6);
    expect(findings.some(({ code }) => code === 'pathway.over-fill')).toBe(verdict === 'over');
    expect(findings.some(({ code }) => code === 'cable.no-room')).toBe(verdict === 'over');
  });
});
