/** Law: what is derived depends on what a plan holds, not on the order in which its tables hold it, nor on what was derived before. */
import { describe, expect, it } from 'vitest';
import type { Derived } from '../../shared/engine/engine.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { derive } from '../../shared/engine/engine.ts';
import { explainCable } from '../../shared/cabling/explainCable.ts';
import { crowdedHall } from '../support/crowdedHall.ts';
import { rectangle, PlanBuilder, withTablesReversed } from '../support/planBuilder.ts';
import { randomHall } from '../support/randomHall.ts';
import { ruledHall } from '../support/ruledHall.ts';
import { SeededRandom } from '../support/random.ts';

/** All that a plan gives, as plain data. */
function outcome(derived: Derived): unknown {
  const { survey, cabling, takeoff, findings } = derived;
  const cableIds = Array.from({ length: cabling.cables.count }, (_, cable) => cabling.cableId(cable));
  return {
    cabinets: survey.cabinets,
    devices: survey.devices,
    network: survey.network,
    accesses: survey.accesses,
    tiers: cabling.tiers,
    families: cabling.families,
    links: cabling.links,
    cables: cabling.cables,
    routes: cabling.routes,
    loads: cabling.loads,
    crowdings: cabling.crowdings,
    apart: cabling.rules?.apart,
    cableIds,
    derivations: cableIds.map((_, cable) => explainCable(derived, cable)),
    takeoff,
    findings,
  };
}

/** A plan full of breaches, so that the order of findings has something to show. */
function brokenHall(seed: number): Plan {
  const random = new SeededRandom(seed);
  const plan = new PlanBuilder()
    .withSettings({ feedsPerCabinet: 1 })
    .hall('H', { powerBudgetW: 1 })
    .hall('I')
    .door('D', { clearHeightMm: 2000 });
  plan.obstacle('K', rectangle(5000, 5000, 400, 400)).obstacle('L', rectangle(9000, 5000, 400, 400));
  plan
    .junction('a', 1000, 5000)
    .junction('b', 19_000, 5000)
    .segment('t', 'a', 'b', { widthMm: 5, depthMm: 5, massLimitGPerM: 1, elevationMm: 1500 });
  for (let number = 0; number < 12; number += 1) {
    const cabinet = `C${(number * 5) % 12}`;
    plan.cabinet(cabinet, random.between(-500, 19_000), random.between(3000, 6000), {
      hall: random.pick(['H', 'H', 'I']),
      name: random.pick(['X', 'Y', cabinet]),
      rotationDeg: random.pick([0, 90, 180, 270, 20]),
      powerBudgetW: random.pick([null, 1]),
    });
    plan.device(`s${number}`, cabinet, random.between(0, 42)).device(`t${number}`, cabinet, random.between(0, 42), { type: 'test/switch' });
  }
  for (let number = 0; number < 20; number += 1) {
    plan.link(`l${number}`, `s${random.between(0, 11)}:p${random.between(1, 5)}`, `t${random.between(0, 11)}:${random.between(1, 3)}/1`);
  }
  return plan
    .override('nothing')
    .override('l3', { requiredMm: 1 })
    .override('l4', { family: 'test/copper' })
    .exclusion('x', 'cabinet.outside-hall', ['C0'])
    .build();
}

describe('the order of tables', () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    it(`changes nothing in random hall ${seed}`, () => {
      const plan = randomHall(seed);
      expect(outcome(derive(withTablesReversed(plan)))).toEqual(outcome(derive(plan)));
    });

    it(`changes nothing in ruled hall ${seed}`, () => {
      const plan = ruledHall(seed);
      expect(outcome(derive(withTablesReversed(plan)))).toEqual(outcome(derive(plan)));
    });

    it(`changes nothing in crowded hall ${seed}`, () => {
      const plan = crowdedHall(seed);
      expect(outcome(derive(withTablesReversed(plan)))).toEqual(outcome(derive(plan)));
    });

    it(`changes nothing in broken hall ${seed}`, () => {
      const plan = brokenHall(seed);
      const derived = derive(plan);
      expect(new Set(derived.findings.map(({ code }) => code)).size).toBeGreaterThan(10);
      expect(outcome(derive(withTablesReversed(plan)))).toEqual(outcome(derived));
    });
  }
});

describe('deriving twice', () => {
  it('gives equal results, also after another plan was derived in between', () => {
    const plan = brokenHall(7);
    const first = outcome(derive(plan));
    derive(randomHall(3));
    expect(outcome(derive(plan))).toEqual(first);
  });
});
