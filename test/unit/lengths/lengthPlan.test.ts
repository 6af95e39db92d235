import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { clearLengthPlans, setLengthPlans } from '../../../shared/commands/lengthPlans.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { classify } from '../../../shared/lengths/demand.ts';
import { lengthCurve } from '../../../shared/lengths/lengthCurve.ts';
import { bestOf, NO_RULES, planLengths, recordOf } from '../../../shared/lengths/lengthPlan.ts';
import { longestAllowed } from '../../../shared/lengths/longestAllowed.ts';
import { offersOf } from '../../../shared/lengths/offers.ts';
import { spareCover } from '../../../shared/lengths/spareCover.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { LengthPlan, Plan } from '../../../shared/plan/types.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { panelHall, QUAD_TRUNK } from '../../support/panelPlans.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { JUMPER, MADE_TO_ORDER, MULTIMODE_OPTIC, TEST_CATALOG } from '../../support/testCatalog.ts';

const WISH = { maxLengths: null, rules: null };

/** Cables of 2, 4, 6, 9, 14, 19 m, as set by hand: one of each stocked length from 3 to 20 m. */
function plan(change: (builder: PlanBuilder) => PlanBuilder = (builder) => builder): Plan {
  const builder = new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .device('s', 'A', 1, { type: 'test/switch' })
    .device('t', 'A', 5, { type: 'test/switch' });
  [2, 4, 6, 9, 14, 19].forEach((metres, at) => {
    builder.link(`l${at}`, `s:${at + 1}`, `t:${at + 1}`).override(`l${at}`, { requiredMm: metres * 1000 });
  });
  return change(builder).build();
}

const priced = (lengths: Readonly<Record<number, number>>) => ({
  ...JUMPER,
  priceByLengthMm: Object.fromEntries(Object.entries(lengths).map(([mm, amountMinor]) => [mm, { amountMinor, currency: 'USD' }])),
});

function lengthsOf(of: Plan, wish: Parameters<typeof planLengths>[2] = WISH) {
  return must(planLengths(of, derive(of).cabling, wish)[0], 'a family');
}

function ordered(of: Plan): number[] {
  return [...derive(of).cabling.cables.orderedMm];
}

describe('the length plan of a family', () => {
  it('weighs bought metres where prices are unknown', () => {
    const { unit, curve, chosen } = lengthsOf(plan());
    expect(unit).toBe('metres');
    expect(curve.map(({ k, cost }) => [k, cost])).toEqual([
      [1, 120_000],
      [2, 80_000],
      [3, 70_000],
      [4, 65_000],
      [5, 62_000],
      [6, 60_000],
    ]);
    expect(chosen).toMatchObject({ k: 6, surplusMm: 6000, mostSurplusMm: 1000 });
  });

  it('weighs money where every length has a price, and metres again where one lacks it', () => {
    const all = { 3000: 100, 5000: 10, 7000: 10, 10_000: 10, 15_000: 10, 20_000: 30, 30_000: 1, 50_000: 90 };
    const withPrices = (lengths: Readonly<Record<number, number>>) =>
      plan((builder) => builder.withCatalog({ cableFamilies: new Map([...TEST_CATALOG.cableFamilies, [JUMPER.id, priced(lengths)]]) }));
    const { unit, curve } = lengthsOf(withPrices(all));
    expect(unit).toBe('money');
    // A length sold off is cheaper than any shorter one.
    expect(curve[0]).toMatchObject({ k: 1, cost: 6, lengthsMm: [30_000] });
    const { 50_000: _, ...some } = all;
    expect(lengthsOf(withPrices(some)).unit).toBe('metres');
  });

  it('orders no length in fewer pieces than the maker sells, so that more lengths cost more', () => {
    const rules = { minimumOrder: 4, surplusLimitMm: null };
    const { curve } = lengthsOf(plan(), { maxLengths: null, rules });
    expect(curve.map(({ cost, lengthsMm }) => [cost, lengthsMm])).toEqual([
      [120_000, [20_000]],
      ...Array.from({ length: 5 }, () => [100_000, [5000, 20_000]]),
    ]);
  });

  it('keeps within a surplus limit, and says how many lengths that needs', () => {
    const rules = { minimumOrder: 1, surplusLimitMm: 4000 };
    const { curve, fewest } = lengthsOf(plan(), { maxLengths: null, rules });
    expect(fewest).toBe(4);
    expect(curve[0]).toMatchObject({ lengthsMm: [5000, 10_000, 15_000, 20_000], mostSurplusMm: 4000, overLimit: 0 });
    expect(lengthsOf(plan(), { maxLengths: 3, rules }).chosen).toBeNull();
  });

  it('leaves a cable over the limit where nothing shorter is on offer, and counts it', () => {
    const far = plan((builder) => builder.link('l9', 's:9', 't:9').override('l9', { requiredMm: 31_000 }));
    const { chosen } = lengthsOf(far, { maxLengths: null, rules: { minimumOrder: 1, surplusLimitMm: 4000 } });
    expect(chosen).toMatchObject({ overLimit: 1, mostSurplusMm: 19_000 });
  });

  it('leaves out cables that nothing is long enough for', () => {
    const far = plan((builder) => builder.link('l9', 's:9', 't:9').override('l9', { requiredMm: 60_000 }));
    expect(lengthsOf(far)).toMatchObject({ cables: 7, tooLong: 1, unknown: 0 });
  });
});

const record: LengthPlan = { id: JUMPER.id, lengthsMm: [10_000, 20_000], maxLengths: 2, minimumOrder: 1, surplusLimitMm: null };

describe('a chosen point', () => {
  it('is recorded in one step, obeyed by every ordered length, kept in the file, and taken back', () => {
    const before = plan();
    const ran = runCommand(before, setLengthPlans, { plans: [record] });
    if (!ran.ok) throw new Error(ran.error.message);
    const after = ran.value.plan;
    expect(ran.value.step?.label).toBe('Choose the lengths of Multimode jumper');
    expect(ordered(after)).toEqual([10_000, 10_000, 10_000, 10_000, 20_000, 20_000]);
    expect(lengthsOf(after).chosen).toMatchObject({ k: 2, cost: 80_000 });
    const read = parsePlan(new TextEncoder().encode(serializePlan(after)));
    expect(read.ok && read.value.lengthPlans.get(JUMPER.id)).toEqual(record);
    expect(undoStep(after, must(ran.value.step, 'step'))).toEqual(before);
    const cleared = runCommand(after, clearLengthPlans, { families: [JUMPER.id] });
    expect(cleared.ok && ordered(cleared.value.plan)).toEqual([3000, 5000, 7000, 10_000, 15_000, 20_000]);
    expect(serializePlan(before)).not.toContain('lengthPlans');
  });

  it('is what the curve says that it costs', () => {
    const of = plan();
    const families = lengthsOf(of, { maxLengths: 3, rules: null });
    const point = must(bestOf(families.curve, 3), 'point');
    const ran = runCommand(of, setLengthPlans, { plans: [recordOf(families.family, families.rules, point)] });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ordered(ran.value.plan).reduce((sum, mm) => sum + mm, 0)).toBe(point.cost);
  });

  it('is refused at a length that the family is not on offer at, or out of order', () => {
    const codeOf = (change: Partial<LengthPlan>) => {
      const ran = runCommand(plan(), setLengthPlans, { plans: [{ ...record, ...change }] });
      return ran.ok ? null : ran.error.code;
    };
    expect(codeOf({ lengthsMm: [11_000] })).toBe('command.length-not-offered');
    expect(codeOf({ lengthsMm: [20_000, 10_000] })).toBe('command.invalid');
    expect(codeOf({ id: 'nobody/knows' })).toBe('command.broken-reference');
  });

  it('is outgrown by a cable that needs more, which then takes the shortest on offer', () => {
    const of = plan((builder) => builder.lengthPlan(JUMPER.id, [10_000]));
    expect(ordered(of)).toEqual([10_000, 10_000, 10_000, 10_000, 15_000, 20_000]);
    const found = derive(of).findings.filter(({ code }) => code.startsWith('lengths.'));
    expect(found.map(({ code, ids, actual }) => [code, ids, actual])).toEqual([
      ['lengths.outgrown', ['l4', 'l5'], 'up to 20.00 m ordered'],
    ]);
    const gone = plan((builder) => builder.lengthPlan(JUMPER.id, [12_000, 20_000]));
    expect(derive(gone).findings.map(({ code }) => code)).toContain('lengths.not-offered');
  });

  it('makes up with spares for a minimum order', () => {
    const of = plan((builder) => builder.lengthPlan(JUMPER.id, [10_000, 20_000], { minimumOrder: 6 }));
    const { survey, cabling, takeoff } = derive(of);
    const bom = billOfMaterials(of, survey, cabling, takeoff);
    expect(bom.lines.filter(({ class: of_ }) => of_ === 'cable').map(({ required, spares, order }) => [required, spares, order])).toEqual([
      [4, 2, 6],
      [2, 4, 6],
    ]);
    expect(bom.assumptions).toContainEqual({ subject: 'Length plan', text: 'Multimode jumper is ordered at 10, 20 m, at least 6 of each' });
  });
});

describe('spare cover', () => {
  it('names the longer lengths that may stand in', () => {
    const of = plan();
    const cover = spareCover(of, derive(of).cabling);
    expect(cover.map(({ lengthMm, coveredByMm }) => [lengthMm, coveredByMm])).toEqual(
      [3000, 5000, 7000, 10_000, 15_000, 20_000].map((mm) => [mm, 20_000]),
    );
    expect(cover[4]?.standIns).toEqual([{ lengthMm: 20_000, covers: 1 }]);
  });

  it('tests reach again, with the longest that the spare may measure', () => {
    const reachMm = 15_049;
    const optics = new Map([...TEST_CATALOG.transceivers, [MULTIMODE_OPTIC.id, { ...MULTIMODE_OPTIC, reachMm }]]);
    const of = plan((builder) => builder.withCatalog({ transceivers: optics }));
    const cover = spareCover(of, derive(of).cabling);
    expect(cover[0]?.standIns.map(({ lengthMm }) => lengthMm)).toEqual([5000, 7000, 10_000]);
    expect(cover.map(({ coveredByMm }) => coveredByMm)).toEqual([10_000, 10_000, 10_000, 10_000, 15_000, 20_000]);
  });
});

describe('lengths of cables in a channel through panels', () => {
  /** Reach is 50 m. Two links of two jumpers each run over one trunk, which is ordered in 20 m; tolerances are 0.05 m. */
  const hall = (): Plan => panelHall().override('t', { requiredMm: 19_000 }).build();

  it('have what their fellows leave of the reach of the whole', () => {
    const of = hall();
    const cover = spareCover(of, derive(of).cabling);
    const standIns = (family: string, lengthMm: number): readonly number[] | undefined =>
      cover.find((one) => one.family === family && one.lengthMm === lengthMm)?.standIns.map((one) => one.lengthMm);
    // 20.05 + 2 × 10.05 m are in reach, 20.05 + 2 × 15.05 m are not; the cable of 15 m is a link by itself.
    expect(cover.map(({ family, lengthMm }) => [family, lengthMm])).toEqual([
      [JUMPER.id, 3000],
      [JUMPER.id, 15_000],
      [QUAD_TRUNK.id, 20_000],
    ]);
    expect(standIns(JUMPER.id, 3000)).toEqual([]);
    const { cabling } = derive(of);
    const trunk = must(cabling.findCable('t'), 'trunk');
    const jumper = must(cabling.findCable('l1#1'), 'jumper');
    const allowedMm = longestAllowed(of, cabling);
    // 50 − 2 × 3.05 m for the trunk; for each of two jumpers half of 50 − 20.05 m.
    expect(allowedMm(trunk)).toBe(43_900);
    expect(allowedMm(jumper)).toBe(14_975);
  });

  it('are counted where a choice of lengths would make links too long', () => {
    const of = hall();
    const [jumpers, trunks] = planLengths(of, derive(of).cabling, WISH);
    // All in 15 m: the two links through panels are too long, the third is not.
    expect(must(jumpers, 'jumpers').curve.map(({ k, overReach }) => [k, overReach])).toEqual([
      [1, 2],
      [2, 0],
    ]);
    expect(trunks?.chosen?.overReach).toBe(0);
    const chosen = recordOf(JUMPER.id, NO_RULES, must(jumpers?.curve[0], 'one length'));
    const ordered = runCommand(of, setLengthPlans, { plans: [chosen] });
    if (!ordered.ok) throw new Error(ordered.error.message);
    const over = derive(ordered.value.plan).findings.filter(({ code }) => code === 'channel.over-reach');
    expect(over.flatMap(({ ids }) => ids)).toHaveLength(2);
  });
});

describe('a hall of 50,000 cables', () => {
  it('is planned whole, made to order in steps of a tenth of a metre', () => {
    const required = new Map<number, number>();
    for (let cable = 0; cable < 50_000; cable += 1) {
      const mm = 1000 + ((cable * 7919) % 60_000);
      required.set(mm, (required.get(mm) ?? 0) + 1);
    }
    const { classes } = classify(MADE_TO_ORDER, required);
    const curve = lengthCurve(classes, offersOf(MADE_TO_ORDER, classes, 'USD').offers, NO_RULES);
    expect(classes.length).toBe(601);
    expect(curve.length).toBe(65);
    for (let k = 1; k < curve.length; k += 1) expect(curve[k]!.cost).toBeLessThan(curve[k - 1]!.cost);
  });

  it('costs less on few lengths than on all of them where each length has a minimum order', () => {
    const required = new Map<number, number>();
    for (let cable = 0; cable < 2048; cable += 1) required.set(1000 + ((cable * 7919) % 40_000), 1);
    const rules = { minimumOrder: 100, surplusLimitMm: null };
    const { classes } = classify(MADE_TO_ORDER, required);
    const curve = lengthCurve(classes, offersOf(MADE_TO_ORDER, classes, 'USD').offers, rules);
    const plainMm = classes.reduce((sum, { shortestMm, count }) => sum + shortestMm * Math.max(count, 100), 0);
    const best = must(curve.at(-1), 'point');
    expect(best.lengthsMm.length).toBeLessThanOrEqual(20);
    expect(best.cost).toBeLessThan(plainMm / 10);
  });
});
