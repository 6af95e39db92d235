/** Law: checking an edited plan with what was found before gives what checking it from scratch gives. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../shared/plan/types.ts';
import { derive } from '../../shared/engine/engine.ts';
import { runChecks } from '../../shared/checks/runChecks.ts';
import { PlanBuilder } from '../support/planBuilder.ts';
import { CABINET } from '../support/testCatalog.ts';
import { SeededRandom } from '../support/random.ts';
import { randomHall } from '../support/randomHall.ts';

/** One edit of a kind that makes or mends breaches: a cabinet moved, a device raised, a link turned to another port, parts changed. */
function edited(plan: Plan, random: SeededRandom): Plan {
  const cabinet = random.pick([...plan.cabinets.values()]);
  const device = random.pick([...plan.devices.values()]);
  const [link, other] = [random.pick([...plan.links.values()]), random.pick([...plan.links.values()])];
  switch (random.between(0, 5)) {
    case 0:
      return { ...plan, cabinets: new Map(plan.cabinets).set(cabinet.id, { ...cabinet, xMm: random.between(-200, 19_000) }) };
    case 1:
      return { ...plan, devices: new Map(plan.devices).set(device.id, { ...device, positionU: random.between(1, 42) }) };
    case 2:
      return { ...plan, links: new Map(plan.links).set(link.id, { ...link, a: other.b }) };
    case 3:
      return {
        ...plan,
        links: new Map(plan.links).set(link.id, {
          ...link,
          parts: { ...link.parts, transceiverA: random.pick([null, 'test/optic', 'test/twin-optic']) },
        }),
      };
    case 4:
      return {
        ...plan,
        overrides: new Map(plan.overrides).set(link.id, {
          id: link.id,
          label: null,
          requiredMm: null,
          family: random.pick([null, 'test/copper']),
        }),
      };
    default: {
      const links = new Map(plan.links);
      links.delete(link.id);
      return links.size === 0 ? plan : { ...plan, links };
    }
  }
}

describe('checks after an edit', () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    it(`find what a fresh run finds, hall ${seed}`, () => {
      const random = new SeededRandom(seed);
      let derived = derive(randomHall(seed));
      for (let edit = 0; edit < 12; edit += 1) {
        derived = derive(edited(derived.plan, random), derived);
        expect(derived.findings).toEqual(runChecks(derived));
      }
    });
  }

  it('find an opening that a cable has changed to while routes kept their numbers', () => {
    const opening = { edge: 'top', xMm: 300 } as const;
    const model = {
      ...CABINET,
      openings: [
        { ...opening, side: 'rear', yMm: 1100 },
        { ...opening, side: 'front', yMm: 100, widthMm: 2, depthMm: 2 },
      ],
    } as const;
    const at = (yMm: number): Plan =>
      new PlanBuilder()
        .withCatalog({ cabinetModels: new Map([[model.id, model]]) })
        .hall()
        .cabinet('A', 1000, yMm)
        .cabinet('B', 9000, 1000)
        .device('s1', 'A', 10)
        .device('s2', 'B', 10)
        .junction('j1', 500, 2100)
        .junction('j2', 12_000, 2100)
        .segment('t', 'j1', 'j2')
        .link('l1', 's1:p1', 's2:p1')
        .build();
    const [near, far] = [at(1000), at(2000)];
    const moved = derive({ ...near, cabinets: far.cabinets }, derive(near));
    expect(moved.findings.map(({ code }) => code)).toContain('opening.over-fill');
    expect(moved.findings).toEqual(runChecks(moved));
  });
});
