/** Trunks with the legs that their makers give, in the hall with two panels; sums by hand. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { givenLegMm, wayBesidePathways } from '../../../shared/cabling/givenLegs.ts';
import { portsOfSurvey } from '../../../shared/cabling/portTable.ts';
import { NONE } from '../../../shared/cabling/types.ts';
import type { CableFamily } from '../../../shared/catalog/types.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { setTrunkLegs } from '../../../shared/commands/trunkLegs.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { buildSheetTables } from '../../../shared/looms/buildSheet.ts';
import { loomsOf } from '../../../shared/looms/looms.ts';
import { makerLegsText } from '../../../shared/looms/trunkLegs.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { csvChunks } from '../../../shared/writers/csv.ts';
import { PANEL, PANEL_CATALOG, panelHall, QUAD_TRUNK } from '../../support/panelPlans.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { JUMPER } from '../../support/testCatalog.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';

type Legs = Pick<CableFamily['endA'], 'legMm' | 'staggerMm'>;

function withLegs(plan: Plan, a: Legs, b: Legs, more: Partial<CableFamily> = {}): Plan {
  const family = { ...QUAD_TRUNK, ...more, endA: { ...QUAD_TRUNK.endA, ...a }, endB: { ...QUAD_TRUNK.endB, ...b } };
  return { ...plan, catalog: { ...plan.catalog, cableFamilies: new Map([...plan.catalog.cableFamilies, [family.id, family]]) } };
}

const plan = panelHall().build();
const trunkOf = (one: Plan) =>
  must(
    loomsOf(derive(one)).find(({ made }) => made === 'trunk'),
    'trunk',
  );
const findingsOf = (one: Plan) => derive(one).findings.filter(({ code }) => code.startsWith('trunk.'));
const wide = { legMm: 5000, staggerMm: 0 };

describe('legs as the maker gives them', () => {
  it('grow by the stagger from leg to leg, and are unknown where it is', () => {
    const end = { ...QUAD_TRUNK.endA, legMm: 900, staggerMm: 50 };
    expect([1, 2, 4].map((leg) => givenLegMm(end, leg))).toEqual([900, 950, 1050]);
    expect([1, 2].map((leg) => givenLegMm({ ...end, staggerMm: null }, leg))).toEqual([900, null]);
    expect(givenLegMm({ ...end, legMm: null }, 1)).toBeNull();
    expect(givenLegMm({ ...end, staggerMm: 0 }, 4)).toBe(900);
  });

  it('change nothing where none are given', () => {
    const silent = derive(withLegs(plan, { legMm: null, staggerMm: null }, { legMm: null, staggerMm: null }));
    const plain = derive(plan);
    expect(silent.findings).toEqual(plain.findings);
    expect(loomsOf(silent)).toEqual(loomsOf(plain));
    expect(silent.cabling.cables).toEqual(plain.cabling.cables);
    expect(trunkOf(plan).trunkMm).toBe(trunkOf(plan).boundMm);
  });

  it('change nothing where those of one end are unknown', () => {
    expect(derive(withLegs(plan, wide, {})).cabling.cables).toEqual(derive(plan).cabling.cables);
  });

  it('count in what a trunk requires: from opening to opening, two meters of slack an end, and the longest legs of both ends', () => {
    const { boundMm } = trunkOf(plan);
    for (const [legMm, staggerMm] of [
      [5000, 0],
      [4000, 150],
    ] as const) {
      const derived = derive(withLegs(plan, { legMm, staggerMm }, wide));
      const cable = must(derived.cabling.findCable('t'), 't');
      const requiredMm = boundMm + 4000 + legMm + 3 * staggerMm + 5000;
      const told = explainCable(derived, cable);
      expect(told.requiredMm).toBe(requiredMm);
      expect(must(told.pathMm, 'path') + must(told.slack, 'slack').totalMm + must(told.legsMm, 'legs')).toBe(requiredMm);
      expect(told.slack?.totalMm).toBe(4000);
      expect(must(told.orderedMm, 'ordered') - QUAD_TRUNK.tolerance.minusMm).toBeGreaterThanOrEqual(requiredMm);
      expect(derived.findings.filter(({ code }) => code === 'trunk.body-short')).toEqual([]);
    }
  });

  it('change nothing of a trunk that is long enough with them', () => {
    const short = { legMm: 100, staggerMm: 0 };
    expect(derive(withLegs(plan, short, short)).cabling.cables).toEqual(derive(plan).cabling.cables);
    expect(explainCable(derive(plan), must(derive(plan).cabling.findCable('t'), 't')).legsMm).toBeNull();
  });

  it('count on ways that rules bend, too', () => {
    const bent = panelHall()
      .junction('j3', 500, 6000)
      .junction('j4', 9000, 6000)
      .segment('U1', 'j1', 'j3')
      .segment('U2', 'j3', 'j4')
      .segment('U3', 'j4', 'j2')
      .routeRule('r', { kind: 'family', family: QUAD_TRUNK.id }, ['U2'])
      .build();
    const derived = derive(withLegs(bent, wide, wide));
    const { boundMm } = trunkOf(bent);
    expect(boundMm).toBeGreaterThan(trunkOf(plan).boundMm + 8000);
    expect(derived.cabling.cables.requiredMm[must(derived.cabling.findCable('t'), 't')]).toBe(boundMm + 4000 + 10_000);
  });

  it('are kept by a file, and files without them open', () => {
    const legs = withLegs(plan, { legMm: 900, staggerMm: 50 }, { legMm: 900, staggerMm: null });
    for (const one of [legs, plan]) {
      const read = parsePlan(Buffer.from(serializePlan(one)));
      expect(read.ok && read.value.catalog.cableFamilies.get(QUAD_TRUNK.id)).toEqual(one.catalog.cableFamilies.get(QUAD_TRUNK.id));
    }
  });
});

describe('a trunk with given legs', () => {
  const [first, second] = trunkOf(plan).legs;
  const [near, far] = [must(first, 'leg').portMm[0], must(second, 'leg').portMm[0]];

  it('reaches with legs as long as the way, and names end, port and what would be right one millimeter below', () => {
    const exact = { legMm: near, staggerMm: Math.max(0, far - near) };
    expect(findingsOf(withLegs(plan, exact, {}))).toEqual([]);
    const [finding, ...rest] = findingsOf(withLegs(plan, { legMm: near - 1, staggerMm: null }, {}));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      code: 'trunk.leg-short',
      ids: ['pa', 't'],
      required: `${near} mm from the breakout point to the port`,
      actual: `${near - 1} mm as its maker gives it`,
      mend: `Choose a trunk whose leg 1 is at least ${near} mm long at end A, or move pa 1 mm nearer to the opening`,
    });
    expect(finding?.message).toContain('does not reach port R1 of pa at end A: it is 1 mm short');
    expect(findingsOf(withLegs(plan, {}, { legMm: 1, staggerMm: 0 }))).toMatchObject([{ ids: ['pb', 't'] }]);
  });

  it('is counted between its breakouts: its length less the longest legs', () => {
    const loom = trunkOf(withLegs(plan, { legMm: 900, staggerMm: 50 }, { legMm: 1000, staggerMm: 0 }));
    // Leg 4 of end A is 900 + 3 × 50 long.
    expect(loom.trunkMm).toBe(must(loom.lengthMm, 'length') - 1050 - 1000);
    expect(loom.legs.map(({ givenMm }) => givenMm)).toEqual([
      [900, 1000],
      [950, 1000],
    ]);
  });

  it('that its legs leave too short between the breakouts is a finding, with the length that would do', () => {
    const set = panelHall().override('t', { requiredMm: 9950 }).build();
    const { boundMm, lengthMm } = trunkOf(set);
    // Two meters of slack an end lie between the breakouts.
    const needMm = boundMm + 4000;
    const legMm = Math.floor((must(lengthMm, 'length') - QUAD_TRUNK.tolerance.minusMm - needMm) / 2);
    const body = (each: number) =>
      findingsOf(withLegs(set, { legMm: each, staggerMm: 0 }, { legMm: each, staggerMm: 0 })).filter(
        ({ code }) => code === 'trunk.body-short',
      );
    expect(body(legMm)).toEqual([]);
    expect(body(legMm + 1)).toMatchObject([
      {
        ids: ['t'],
        required: `${(needMm / 1000).toFixed(2)} m between the breakout points`,
        mend: `Set its required length to at least ${((needMm + 2 * legMm + 2) / 1000).toFixed(2)} m, or choose a trunk with shorter legs`,
      },
    ]);
    expect(trunkOf(withLegs(set, wide, wide)).legs.every(({ fits }) => fits === false)).toBe(true);
  });

  it('that no length of its family can be is a finding of the length', () => {
    const short = withLegs(plan, wide, wide, { supply: { kind: 'made-to-order', stepMm: 1000, maxMm: 18_000 } });
    const derived = derive(short);
    expect(derived.cabling.cables.orderedMm[must(derived.cabling.findCable('t'), 't')]).toBe(NONE);
    expect(derived.findings.filter(({ ids }) => ids.includes('t')).map(({ code }) => code)).toContain('cable.over-stock');
  });
});

describe('a trunk that takes no pathway', () => {
  const inOne = () =>
    new PlanBuilder()
      .withCatalog(PANEL_CATALOG)
      .hall()
      .cabinet('A', 1000, 3000, { row: 'R', openSides: true })
      .cabinet('B', 1610, 3000, { row: 'R', openSides: true })
      .device('low', 'A', 10, { type: PANEL.id, role: 'panel' })
      .device('high', 'A', 20, { type: PANEL.id, role: 'panel' })
      .device('beside', 'B', 20, { type: PANEL.id, role: 'panel' });
  const trunkTo = (panel: string) => inOne().trunk('t', QUAD_TRUNK.id, `low:R1–${panel}:R1`, `low:R2–${panel}:R2`).build();

  for (const [panel, where, perEndMm] of [
    ['high', 'inside its cabinet', 150],
    ['beside', 'through a bay', 2000],
  ] as const) {
    it(`${where} is as long as the way of each pair of legs needs, and never shorter than its legs`, () => {
      const bare = trunkTo(panel);
      const tellOf = (one: Plan) => explainCable(derive(one), must(derive(one).cabling.findCable('t'), 't'));
      const pathMm = must(tellOf(bare).pathMm, 'path');
      // Legs of two meters are more than the way: no body is left to them but none is needed.
      expect(tellOf(withLegs(bare, { legMm: 4000, staggerMm: 0 }, { legMm: 4000, staggerMm: 0 })).requiredMm).toBe(8000);
      // Leg 1 is 3 × 100 shorter at either end than the longest, and goes the longer way or leg 2 does, with 200 less.
      const told = tellOf(withLegs(bare, { legMm: 300, staggerMm: 100 }, { legMm: 300, staggerMm: 100 }));
      const derived = derive(bare);
      const row = derived.cabling.cables.firstLink[must(derived.cabling.findCable('t'), 't')]!;
      const context = { survey: derived.survey, ports: portsOfSurvey(derived.survey) };
      const [first, second] = [row, row + 1].map((link) => wayBesidePathways(context, derived.cabling.links, link).totalMm);
      expect(Math.max(must(first, 'way'), must(second, 'way'))).toBe(pathMm);
      expect(told.requiredMm).toBe(Math.max(must(first, 'way') + 600, must(second, 'way') + 400) + 2 * perEndMm);
    });

    it(`${where} is judged: its legs from the cable manager, and what lies between them`, () => {
      const [finding] = findingsOf(withLegs(trunkTo(panel), { legMm: 1, staggerMm: 0 }, {}));
      expect(finding?.required).toMatch(/^\d+ mm from the cable manager to the port$/u);
      expect(finding?.mend).toMatch(/^Choose a trunk whose leg \d is at least \d+ mm long at end A$/u);
      const legs = { legMm: 5500, staggerMm: 0 };
      const set = (requiredMm: number) =>
        findingsOf(withLegs({ ...trunkTo(panel), overrides: overrideOf(requiredMm) }, legs, legs)).map(({ code }) => code);
      expect(set(1000)).toEqual(['trunk.body-short']);
      expect(set(11_000)).toEqual([]);
    });
  }
});

function overrideOf(requiredMm: number): Plan['overrides'] {
  return new PlanBuilder().override('t', { requiredMm }).build().overrides;
}

describe('legs entered in the planner', () => {
  const familyOf = (one: Plan): CableFamily => must(one.catalog.cableFamilies.get(QUAD_TRUNK.id), 'family');
  const wish = { family: QUAD_TRUNK.id, end: 'endA', set: { legMm: 900 } } as const;
  const made = runCommand(plan, setTrunkLegs, wish);
  const { plan: after, step } = must(made.ok ? made.value : null, 'done');

  it('hold for all trunks of the family, say that they were entered by hand, and are one step that undo takes back', () => {
    expect([familyOf(after).endA, familyOf(after).endB]).toEqual([{ ...QUAD_TRUNK.endA, legMm: 900 }, QUAD_TRUNK.endB]);
    expect(familyOf(after).sources['endA.legMm']).toBe('entered by hand, as its maker gives it');
    expect(serializePlan(undoStep(after, must(step, 'step')))).toEqual(serializePlan(plan));
  });

  it('are unknown again when they are taken back, source and all', () => {
    const back = runCommand(after, setTrunkLegs, { ...wish, set: { legMm: null } });
    expect(back.ok && familyOf(back.value.plan)).toEqual({ ...QUAD_TRUNK, endA: { ...QUAD_TRUNK.endA, legMm: null } });
  });

  it('are refused where they are none, and of families that no trunk is of', () => {
    expect(runCommand(plan, setTrunkLegs, { ...wish, set: { legMm: 0 } }).ok).toBe(false);
    expect(runCommand(plan, setTrunkLegs, { ...wish, set: { staggerMm: -1 } }).ok).toBe(false);
    expect(runCommand(plan, setTrunkLegs, { ...wish, family: JUMPER.id })).toMatchObject({
      ok: false,
      error: { remedy: 'choose a family of trunks of the plan' },
    });
  });
});

describe('sheets of trunks', () => {
  const rowsOf = (one: Plan): Record<string, string>[] => {
    const rows: Record<string, string>[] = parse([...csvChunks(buildSheetTables(derive(one))[0])].join(''), { columns: true });
    return rows.filter((row) => row['Maker’s leg 1'] !== '');
  };

  it('say which legs are known, which reach, and which are unknown', () => {
    expect(rowsOf(plan).map((row) => [row['Leg 1 (m)'], row['Maker’s leg 1'], row['Maker’s leg 2']])).toEqual([
      ['', 'unknown', 'unknown'],
      ['', 'unknown', 'unknown'],
    ]);
    const [row] = rowsOf(withLegs(plan, { legMm: 5000, staggerMm: null }, { legMm: 1, staggerMm: 0 }));
    expect([row?.['Leg 1 (m)'], row?.['Maker’s leg 1'], row?.['Reaches']]).toEqual(['5.000', 'reaches', 'no']);
    expect(row?.['Maker’s leg 2']).toMatch(/^\d\.\d{3} m short$/u);
  });

  it('say it on paper, for the maker and for those who pull', () => {
    for (const part of ['looms', 'pull'] as const) {
      const texts = sheetsOf(derive(plan), 'A3', part).flatMap((sheet) => textsOf(sheet).map(({ text }) => text));
      expect(texts.join(' ')).toContain('maker’s legs unknown');
    }
    const meters = (lengthMm: number) => `${lengthMm / 1000} m`;
    const family = must(withLegs(plan, { legMm: 900, staggerMm: 50 }, {}).catalog.cableFamilies.get(QUAD_TRUNK.id), 'family');
    expect(makerLegsText(family, meters)).toBe('maker’s legs 0.9 m to 1.05 m at end A, unknown at end B');
  });
});
