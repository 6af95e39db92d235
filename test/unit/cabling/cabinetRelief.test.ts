/**
 * Openings and managers that are too full: cables go by others, worked out by hand. A jumper of 3 mm takes 7.07 mm²; ports lie at the
 * rear, 50 mm from the right manager and 450 mm from the left one; openings lie in the middle, 800 mm of depth apart.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CabinetModel } from '../../../shared/catalog/types.ts';
import { must } from '../../../shared/assert.ts';
import { cableShortestWays } from '../../../shared/cabling/cableAll.ts';
import { cabinetParts, partName } from '../../../shared/cabling/cabinetParts.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, TEST_CATALOG } from '../../support/testCatalog.ts';

interface Sizes {
  readonly rearMm?: number | null;
  readonly frontMm?: number | null;
  readonly managerMm?: number;
  /** Width of the tray before the fronts. */
  readonly trayMm?: number;
}

/** A and B with cables between them, a tray over their rears and one, 200 mm off, before their fronts. All parts are 10 mm deep. */
function room(links: number, { rearMm = null, frontMm = null, managerMm, trayMm = 300 }: Sizes): PlanBuilder {
  const openings = CABINET.openings.flatMap(({ side, edge, xMm, yMm }) => {
    const widthMm = side === 'rear' ? rearMm : frontMm;
    if (edge === 'bottom') return [];
    return [{ side, edge, xMm, yMm, ...(widthMm === null ? {} : { widthMm, depthMm: 10 }) }];
  });
  const { managerArea: _, ...bare } = CABINET;
  const model: CabinetModel = {
    ...bare,
    openings,
    ...(managerMm === undefined ? {} : { managerArea: { widthMm: managerMm, depthMm: 10 } }),
  };
  const plan = new PlanBuilder()
    .withCatalog({ cabinetModels: new Map([...TEST_CATALOG.cabinetModels, [model.id, model]]) })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .junction('w', 0, 4100)
    .junction('e', 13_000, 4100)
    .segment('rear', 'w', 'e')
    .junction('w2', 0, 2900)
    .junction('e2', 13_000, 2900)
    .segment('front', 'w2', 'e2', { widthMm: trayMm, depthMm: 10 });
  for (let link = 1; link <= links; link += 1) {
    const name = String(link).padStart(2, '0');
    plan
      .device(`a${name}`, 'A', 2 + link)
      .device(`b${name}`, 'B', 2 + link)
      .link(`x${name}`, `a${name}:p1`, `b${name}:p1`);
  }
  return plan;
}

/** By cable that is longer than its shortest way: by how much. */
function longer(derived: Derived): Record<string, number> {
  const { plan, survey, cabling } = derived;
  const { pathMm } = cableShortestWays(plan, survey).cables;
  const rows = [...pathMm.keys()].filter((row) => cabling.cables.pathMm[row] !== pathMm[row]);
  return Object.fromEntries(rows.map((row) => [cabling.cableId(row), cabling.cables.pathMm[row]! - pathMm[row]!]));
}

function counts({ survey, cabling }: Derived, cabinet = 'A'): Record<string, number> {
  const parts = cabinetParts(survey, cabling, must(survey.cabinetRow.get(cabinet), 'cabinet'));
  return Object.fromEntries(
    parts.flatMap(({ place, cables }) => (place.kind === 'drop' || cables === 0 ? [] : [[partName(place), cables]])),
  );
}

const errors = ({ findings }: Derived): string[] =>
  findings.flatMap(({ code, severity, ids }) =>
    severity === 'error' && /opening|manager/.test(code) ? [`${code}: ${ids.join(' ')}`] : [],
  );

function notesOf(derived: Derived, id: string): string {
  return explainCable(derived, must(derived.cabling.findCable(id), id))
    .terms.map(({ note }) => note)
    .join('; ');
}

describe('an opening that is too full', () => {
  // 60 of 120 mm²: eight cables.
  const small = { rearMm: 12, frontMm: 60 };

  it('keeps as many cables as it may, and the last ones go by the other opening', () => {
    const derived = derive(room(11, small).build());
    expect(counts(derived)).toMatchObject({ 'rear top opening': 8, 'front top opening': 3 });
    // At each end from the rear to the front, and 200 mm sideways to the tray there.
    expect(longer(derived)).toEqual({ x09: 2000, x10: 2000, x11: 2000 });
    expect(errors(derived)).toEqual([]);
    expect(notesOf(derived, 'x11')).toContain('to the front opening, as the nearer one is full');
    expect(notesOf(derived, 'x08')).not.toContain('full');
  });

  it('lets every length follow, but for one that a person has set', () => {
    const derived = derive(room(9, small).override('x09', { requiredMm: 20_000 }).build());
    const row = must(derived.cabling.findCable('x09'), 'x09');
    expect(longer(derived)).toEqual({ x09: 2000 });
    expect(derived.cabling.cables.requiredMm[row]).toBe(20_000);
  });

  it('sends no more than the other opening has room for', () => {
    // Two cables in half of 30 mm².
    const derived = derive(room(12, { rearMm: 12, frontMm: 3 }).build());
    expect(counts(derived)).toMatchObject({ 'rear top opening': 10, 'front top opening': 2 });
    expect(errors(derived)).toEqual(['opening.over-fill: A', 'opening.over-fill: B']);
  });

  it('sends no more than the pathways have room for', () => {
    // Two cables in a tray of 3 mm: the other ones leave by the front, too, and go back over the cabinet, 1,000 mm off.
    const derived = derive(room(11, { ...small, trayMm: 3 }).build());
    expect(longer(derived)).toEqual({ x08: 1800, x09: 1800, x10: 2000, x11: 2000 });
    expect(errors(derived)).toEqual([]);
    expect(derived.findings.filter(({ code }) => code.startsWith('pathway.over'))).toEqual([]);
  });

  it('sends none where it is not known whether there is room, and takes none from an opening of unknown size', () => {
    const toUnknown = derive(room(9, { rearMm: 12 }).build());
    expect([longer(toUnknown), errors(toUnknown)]).toEqual([{}, ['opening.over-fill: A', 'opening.over-fill: B']]);
    const fromUnknown = derive(room(9, { frontMm: 12 }).build());
    expect([longer(fromUnknown), errors(fromUnknown)]).toEqual([{}, []]);
  });

  it('keeps cables to what they are pinned to, and those that are kept apart where they are', () => {
    const pinned = derive(
      room(9, small)
        .routeRule('r', { kind: 'links', links: ['x08', 'x09'] }, ['rear'])
        .build(),
    );
    expect(longer(pinned)).toEqual({ x07: 2000 });
    const apart = derive(room(12, { rearMm: 12, frontMm: 12 }).keepApart('g', ['x11', 'x12']).build());
    const { rear, front } = Object.fromEntries(['rear', 'front'].map((id) => [id, throughSegment(apart, id)]));
    expect([rear!.includes('x11'), front!.includes('x11')]).not.toEqual([rear!.includes('x12'), front!.includes('x12')]);
    expect([rear!.length, front!.length]).toEqual([8, 4]);
  });
});

function throughSegment({ survey, cabling }: Derived, id: string): string[] {
  const edge = survey.network.edgeIds.indexOf(id);
  const rows = [...cabling.cables.route.keys()].filter((row) =>
    must(cabling.routes[cabling.cables.route[row]!], 'route').steps.some((step) => step.edge === edge),
  );
  return rows.map((row) => cabling.cableId(row));
}

describe('a manager that is too full', () => {
  // 100 of 200 mm²: 14 cables.
  it('keeps as many cables as it may, and the last one goes by the other manager', () => {
    const derived = derive(room(15, { managerMm: 20 }).build());
    for (const cabinet of ['A', 'B']) expect(counts(derived, cabinet)).toMatchObject({ 'rear right manager': 14, 'rear left manager': 1 });
    expect(errors(derived)).toEqual([]);
    expect(Object.values(longer(derived)).reduce((sum, mm) => sum + mm, 0)).toBe(800);
    // All of them lie side by side above the highest port: the last cable goes.
    expect(longer(derived)).toEqual({ x15: 800 });
    expect(notesOf(derived, 'x15')).toContain('A, port to the left rear manager, as the right one is full');
  });

  it('lies over where both are full', () => {
    const derived = derive(room(29, { managerMm: 20 }).build());
    expect(counts(derived)).toMatchObject({ 'rear right manager': 15, 'rear left manager': 14 });
    expect(errors(derived)).toEqual(['manager.over-fill: A', 'manager.over-fill: B']);
  });

  it('lets a cable that stays in its cabinet make way, where that costs less', () => {
    const plan = room(14, { managerMm: 20 });
    // Beside the cables that leave, from U1 to the highest port and beyond: both of its ends are 400 mm farther from the left manager.
    plan.device('low', 'A', 1).device('high', 'A', 40).link('y', 'low:p1', 'high:p1');
    const derived = derive(plan.build());
    expect(errors(derived)).toEqual([]);
    expect(longer(derived)).toEqual({ x14: 400 });
    const twice = derive(plan.device('low2', 'A', 41).link('z', 'low:p2', 'low2:p1').build());
    expect(errors(twice)).toEqual([]);
  });
});

/** What was found wrong once, as the plan in which it was. */
function saved(name: string): Derived {
  const plan = parsePlan(readFileSync(new URL(`../../plans/${name}.raceway`, import.meta.url)));
  if (!plan.ok) throw new Error(plan.error.message);
  return derive(plan.value);
}

function overFull({ findings }: Derived): string[] {
  return findings.filter(({ code }) => /^(opening|manager)\.over-fill$/u.test(code)).map(({ message }) => message);
}

describe('saved plans', () => {
  it('a cable that another relief has moved already is not asked for its way again, which ended the program', () => {
    const derived = saved('relief-takes-all-away');
    expect(derived.cabling.cables.count).toBe(4);
    expect(overFull(derived)).toEqual([]);
  });

  it('no manager is filled over its limit so that an opening has room', () => {
    const derived = saved('relief-of-an-opening');
    expect(overFull(derived)).toEqual(['The rear right manager of cabinet B is 188.5 % full with 4 cables']);
    const row = derived.survey.cabinets.findIndex(({ cabinet }) => cabinet.name === 'B');
    const counts = new Map(cabinetParts(derived.survey, derived.cabling, row).map(({ place, cables }) => [partName(place), cables]));
    expect(counts.get('rear left manager')).toBe(1);
    expect(counts.get('rear top opening')).toBe(2);
  });
});
