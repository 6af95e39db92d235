/**
 * Trunks in managers that are too full, beside one jumper. Either of the managers holds one cable. Ports lie at the rear: p1 is 50 mm from
 * the right manager and 450 mm from the left one, p4 110 mm and 390 mm; the openings lie in the middle.
 */
import { describe, expect, it } from 'vitest';
import type { CableFamily } from '../../../shared/catalog/types.ts';
import { must } from '../../../shared/assert.ts';
import { cableShortestWays } from '../../../shared/cabling/cableAll.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { sizeFor } from '../../support/tightCabinets.ts';
import { CABINET, JUMPER, TEST_CATALOG } from '../../support/testCatalog.ts';

const TRUNK: CableFamily = {
  ...JUMPER,
  id: 'test/two-legs',
  name: 'Trunk of two',
  fiberCount: 16,
  endA: { ...JUMPER.endA, legs: 2 },
  endB: { ...JUMPER.endB, legs: 2 },
};

function planWith(trunk: CableFamily, ...legs: readonly string[]): Plan {
  const model = { ...CABINET, managerArea: sizeFor(1) };
  return new PlanBuilder()
    .withCatalog({
      cabinetModels: new Map([...TEST_CATALOG.cabinetModels, [model.id, model]]),
      cableFamilies: new Map([...TEST_CATALOG.cableFamilies, [trunk.id, trunk]]),
    })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .junction('w', 0, 4100)
    .junction('e', 13_000, 4100)
    .segment('tray', 'w', 'e')
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .device('a2', 'A', 3)
    .device('b2', 'B', 3)
    .device('a3', 'A', 5)
    .device('b3', 'B', 5)
    .link('x', 'a3:p1', 'b3:p1')
    .trunk('t', trunk.id, ...legs)
    .build();
}

/** By cable that is longer than its shortest way: by how much. */
function longer(plan: Plan): Record<string, number> {
  const { survey, cabling } = derive(plan);
  const shortest = cableShortestWays(plan, survey).cables.pathMm;
  const extraMm = (row: number): number => must(cabling.cables.pathMm[row], 'path') - must(shortest[row], 'path');
  return Object.fromEntries([...shortest.keys()].filter((row) => extraMm(row) > 0).map((row) => [cabling.cableId(row), extraMm(row)]));
}

describe('a trunk in a manager that is too full', () => {
  it('goes by the other one with all its legs, where that costs less than for a jumper', () => {
    // 280 mm more at both ends; the jumper would lose 400 mm at each.
    expect(longer(planWith(TRUNK, 'a:p4–b:p4', 'a2:p4–b2:p4'))).toEqual({ t: 560 });
  });

  it('stays where one of its legs would be longer there than the one that sets its length', () => {
    // From manager to opening it is 250 mm. With one end by the left, p4 takes 640 + 360 mm inside and p1 no more, 700 + 300 mm; with
    // both p4 would take 1,280 mm, and p1 1,400 mm. So in B the jumper goes over.
    expect(longer(planWith(TRUNK, 'a:p1–b:p1', 'a:p4–b:p4'))).toEqual({ t: 280, x: 400 });
  });

  it('stays with legs as its maker gives them, which might not reach', () => {
    const made = { ...TRUNK, endA: { ...TRUNK.endA, legMm: 2500, staggerMm: 0 } };
    expect(longer(planWith(made, 'a:p4–b:p4', 'a2:p4–b2:p4'))).toEqual({ x: 800 });
  });
});
