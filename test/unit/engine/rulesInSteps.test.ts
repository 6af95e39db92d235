/** Links kept apart, and rules over thousands of cables, take long: they tell how far they are, and are left when asked. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { CHECKS } from '../../../shared/checks/checkList.ts';
import { diversity } from '../../../shared/checks/diversity.ts';
import { checkInSteps } from '../../../shared/checks/runChecks.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { summarize } from '../../../shared/engine/summary.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { gridHall } from '../../support/gridHall.ts';
import { SlowEngine } from '../../support/slowEngine.ts';

/** The hall with every leaf's uplinks kept apart. */
function hallWithLeavesApart(): Plan {
  const made = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 16, ufm: false });
  if (!made.ok) throw new Error(made.error.message);
  const plan = made.value;
  const [fabric] = plan.fabrics.keys();
  const members = { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'leaf-spine', end: 'a' } as const;
  return { ...plan, diversityGroups: new Map([['g', { id: 'g', name: 'Leaves', members }]]) };
}

/** The hall with a tier pinned to one of its trays. */
function hallWithTierPinned(): Plan {
  const { diversityGroups: _, ...plan } = hallWithLeavesApart();
  const [fabric] = plan.fabrics.keys();
  const segment = must([...plan.segments.keys()].sort()[3], 'segment');
  const scope = { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'leaf-spine' } as const;
  const rule = { id: 'r', name: 'Pinned', scope, via: [{ kind: 'segment', id: segment } as const], avoid: [] };
  return { ...plan, diversityGroups: new Map(), routeRules: new Map([['r', rule]]) };
}

describe.each([
  ['many groups', hallWithLeavesApart, 'Keeping links apart'],
  ['one large group', () => gridHall(1, 12, 14), 'Keeping links apart'],
  ['rules over a tier', hallWithTierPinned, 'Following route rules'],
] as const)('%s', (_, hallOf, doing) => {
  const plan = hallOf();

  it('are told of while they are worked out, never less than before', () => {
    const engine = new SlowEngine(plan).settle();
    const told = engine.of('progress');
    expect(told.filter((one) => one.doing === doing).length).toBeGreaterThan(10);
    expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).toSorted((a, b) => a - b));
  });

  it('are left half-way when a person does not want to wait, and give the same when taken up again', () => {
    const engine = new SlowEngine(plan).untilDoing(doing, 5);
    engine.session.receive({ type: 'cancel' });
    engine.settle();
    expect(engine.results()).toEqual([]);
    expect(engine.of('cancelled')).toEqual([{ type: 'cancelled', revision: 0 }]);
    engine.session.receive({ type: 'resume' });
    engine.settle();
    const { takeoff, findings } = derive(plan);
    expect({ ...must(engine.of('result').at(-1), 'result').summary, elapsedMs: 0 }).toEqual(summarize(takeoff, findings, 0));
  });

  it('are given up for a newer plan', () => {
    const engine = new SlowEngine(plan).untilDoing(doing, 5);
    engine.session.receive({ type: 'adopt', revision: 1, plan: { ...plan, diversityGroups: new Map(), routeRules: new Map() } });
    engine.settle();
    expect(engine.results().map(({ revision }) => revision)).toEqual([1]);
  });
});

describe('why links are left together', () => {
  it('is sought in steps too', () => {
    const derived = derive(gridHall(1, 20, 30));
    expect(derived.findings.some(({ code }) => code === 'diversity.together')).toBe(true);
    const slicesAt = CHECKS.map(() => 0);
    for (const { share } of checkInSteps(derived)) slicesAt[Math.round(share * CHECKS.length)]! += 1;
    expect(slicesAt[CHECKS.indexOf(diversity)]).toBeGreaterThan(50);
  });
});
