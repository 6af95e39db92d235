/** What lies in openings, managers and drops, counted by hand; a server's p1 to p4 are on the rear, right of the middle. */
import { describe, expect, it } from 'vitest';
import { cabinetParts, partName, type CabinetPart } from '../../../shared/cabling/cabinetParts.ts';
import type { Finding } from '../../../shared/checks/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, TEST_CATALOG } from '../../support/testCatalog.ts';

/** One jumper of 3 mm. */
const JUMPER_MM2 = (Math.PI * 9) / 4;

function partsOf(plan: Plan, cabinet: string): Record<string, CabinetPart> {
  const { survey, cabling } = derive(plan);
  const parts = cabinetParts(survey, cabling, survey.cabinetRow.get(cabinet)!).filter(({ cables }) => cables > 0);
  return Object.fromEntries(parts.map((part) => [partName(part.place), part]));
}

const counts = (parts: Record<string, CabinetPart>): Record<string, number> =>
  Object.fromEntries(Object.entries(parts).map(([name, { cables }]) => [name, cables]));

/** A and B under one tray, with managers of 20 × 10 and openings of 30 × 10, or of unknown size. */
function room(size: 'known' | 'unknown' = 'known'): PlanBuilder {
  const openings = CABINET.openings.map((opening) => (size === 'known' ? { ...opening, widthMm: 30, depthMm: 10 } : opening));
  const model = { ...CABINET, openings, ...(size === 'known' ? { managerArea: { widthMm: 20, depthMm: 10 } } : {}) };
  return new PlanBuilder()
    .withCatalog({ cabinetModels: new Map([...TEST_CATALOG.cabinetModels, [model.id, model]]) })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .device('a', 'A', 1)
    .device('a2', 'A', 20)
    .device('b', 'B', 1)
    .junction('w', 0, 4100)
    .junction('e', 13_000, 4100)
    .segment('tray', 'w', 'e');
}

describe('parts of a cabinet', () => {
  it('a cable between cabinets lies in a manager, an opening and a drop at each end', () => {
    const plan = room().link('x', 'a:p1', 'b:p1').build();
    for (const cabinet of ['A', 'B']) {
      expect(counts(partsOf(plan, cabinet))).toEqual({
        'rear top opening': 1,
        'rear right manager': 1,
        'drop from the rear top opening': 1,
      });
    }
    const { 'rear top opening': opening, 'rear right manager': manager } = partsOf(plan, 'A');
    expect(opening).toMatchObject({ areaMm2: 300, usedAreaMm2: JUMPER_MM2, fillPct: (JUMPER_MM2 / 300) * 100 });
    expect(manager).toMatchObject({ areaMm2: 200, fillPct: (JUMPER_MM2 / 200) * 100 });
  });

  it('cables that leave by the same opening add up; a cable that stays inside takes a manager alone', () => {
    const plan = room().link('x', 'a:p1', 'b:p1').link('y', 'a2:p1', 'b:p2').link('z', 'a:p2', 'a2:p2').build();
    expect(counts(partsOf(plan, 'A'))).toEqual({
      'rear top opening': 2,
      // From U1 to U20: x on its way up and z. Above U20: x and y.
      'rear right manager': 2,
      'drop from the rear top opening': 2,
    });
  });

  it('at the fullest height of a manager only those count that pass there', () => {
    const inner = room().link('y', 'a2:p1', 'b:p1').link('z', 'a:p2', 'a2:p2').build();
    // z ends where y begins, at U20: never side by side.
    expect(counts(partsOf(inner, 'A'))['rear right manager']).toBe(1);
  });

  it('through the side of a neighbor no opening is used', () => {
    const plan = room()
      .cabinet('A', 1000, 3000, { row: 'R', openSides: true })
      .cabinet('B', 1610, 3000, { row: 'R', openSides: true })
      .link('x', 'a2:p1', 'b:p1')
      .build();
    expect(counts(partsOf(plan, 'A'))).toEqual({ 'rear left manager': 1 });
    const closed = room()
      .withSettings({ sidePassThrough: false })
      .cabinet('A', 1000, 3000, { row: 'R', openSides: true })
      .cabinet('B', 1610, 3000, { row: 'R', openSides: true })
      .link('x', 'a2:p1', 'b:p1')
      .build();
    expect(counts(partsOf(closed, 'A'))).toHaveProperty('rear top opening', 1);
  });

  it('a size that is not published is unknown, not zero and not full', () => {
    const plan = room('unknown').link('x', 'a:p1', 'b:p1').build();
    expect(partsOf(plan, 'A')['rear top opening']).toMatchObject({ cables: 1, areaMm2: null, fillPct: null });
    expect(derive(plan).findings.map(({ code }) => code)).toEqual(['door.none']);
  });
});

describe('the check', () => {
  const found = (plan: Plan): Finding[] => derive(plan).findings.filter(({ code }) => /^(opening|manager)\./.test(code));
  const codes = (plan: Plan): string[] => found(plan).map(({ code, ids }) => `${code}: ${ids.join(' ')}`);
  const withLinks = (count: number): Plan => {
    const builder = room();
    for (let port = 1; port <= count; port += 1) builder.device(`b${port}`, 'B', 2 + port).device(`a${port}0`, 'A', 2 + port);
    for (let port = 1; port <= count; port += 1) builder.link(`x${port}`, `a${port}0:p1`, `b${port}:p1`);
    return builder.build();
  };

  it('warns above 40 % of a manager, with what is required, what is, and a mend', () => {
    // 7.07 of 200 mm² a cable: 11 are 38.9 %, 12 are 42.4 %.
    expect(codes(withLinks(11))).toEqual([]);
    expect(codes(withLinks(12))).toEqual(['manager.high-fill: A', 'manager.high-fill: B']);
    expect(found(withLinks(12))[0]).toMatchObject({
      severity: 'warning',
      required: 'at most 40 %',
      actual: '42.4 %',
      message: 'The rear right manager of cabinet A is 42.4 % full with 12 cables',
      mend: 'Choose a wider cabinet model for A, or move devices to another cabinet',
    });
  });

  it('refuses above 50 % where the other manager is as full', () => {
    // 28 lie in both managers, 14 in each: 49.5 %; of 29 one is too many.
    expect(codes(withLinks(28)).filter((code) => code.includes('over'))).toEqual([]);
    expect(codes(withLinks(29)).filter((code) => code.startsWith('manager.over'))).toEqual([
      'manager.over-fill: A',
      'manager.over-fill: B',
    ]);
  });

  it('finds an opening that is too small, though the managers have room', () => {
    // 7.07 of 300 mm²: 17 are 40.1 %.
    expect(codes(withLinks(17)).filter((code) => code.includes('opening'))).toEqual(['opening.high-fill: A', 'opening.high-fill: B']);
  });
});
