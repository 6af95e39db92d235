/** Comparing what follows from two plans: counts agree with each takeoff, unknown is never zero, findings are told apart. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { compareFigures } from '../../../shared/diff/figures.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';

function derived(su: number, change: (plan: Plan) => Plan = (plan) => plan): Derived {
  const made = generateRailOptimised(loadCatalog(), { su, nodesPerSu: 4, rails: 2, uplinksPerLeaf: 2, switchPorts: 16, ufm: false });
  if (!made.ok) throw new Error(made.error.message);
  return derive(change(made.value));
}

/** Everything that a plan buys has a price, but for pathways, which have none in a catalog. */
function priced(plan: Plan): Plan {
  const price = { amountMinor: 1000, currency: plan.settings.currency };
  const all = <T extends { readonly price: unknown }>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...entries].map(([id, entry]) => [id, { ...entry, price }]));
  const { catalog } = plan;
  return {
    ...plan,
    junctions: new Map(),
    segments: new Map(),
    catalog: {
      ...catalog,
      cabinetModels: all(catalog.cabinetModels),
      deviceTypes: all(catalog.deviceTypes),
      transceivers: all(catalog.transceivers),
    },
    fabrics: new Map(),
  };
}

describe('figures of two plans', () => {
  it('agree with the takeoff of each', () => {
    const [old, next] = [derived(1), derived(2)];
    const figures = compareFigures(old, next);
    expect(figures.links).toEqual({ old: old.takeoff.links.count, new: next.takeoff.links.count });
    expect(figures.cablesByTier.reduce((sum, { new: count }) => sum + count, 0)).toBe(next.takeoff.cables.count);
    expect(figures.orderedM.new).toEqual({ known: next.takeoff.cables.orderedMm / 1000, unknown: 0 });
    for (const { byLength, count } of figures.families) {
      const change = byLength.reduce((sum, pair) => sum + pair.new - pair.old, 0);
      expect(change).toBe(count.new - count.old);
    }
    const tasks = figures.tasks.reduce((sum, { hours }) => sum + hours.new - hours.old, 0);
    expect(tasks).toBeCloseTo(next.takeoff.hours!.total - old.takeoff.hours!.total, 6);
  });

  it('of a plan and itself do not differ', () => {
    const plan = derived(1);
    const figures = compareFigures(plan, plan);
    expect(figures.orders).toEqual([]);
    expect(figures.findings).toEqual({ new: [], gone: [], same: plan.findings.filter(({ accepted }) => accepted === null).length });
    expect(figures.families.flatMap(({ byLength }) => byLength)).toEqual([]);
  });

  it('leave money unknown where no price is known, and add it up where all are', () => {
    const [bare, dear] = [derived(1), derived(1, priced)];
    const figures = compareFigures(bare, dear);
    expect(figures.money.old.knownMinor).toBeNull();
    expect(figures.money.new.unknownLines).toBe(0);
    expect(figures.money.new.knownMinor).toBe((dear.takeoff.cabinets.count + dear.takeoff.devices.count) * 1000);
  });

  it('tell new findings from those that are gone', () => {
    const old = derived(1);
    const [first] = old.plan.cabinets.values();
    const next = derive({
      ...old.plan,
      cabinets: new Map([...old.plan.cabinets].map(([id, cabinet]) => [id, id === first!.id ? { ...cabinet, xMm: -90_000 } : cabinet])),
    });
    const { findings } = compareFigures(old, next);
    expect(findings.new.map(({ code }) => code)).toContain('cabinet.outside-hall');
    expect(compareFigures(next, old).findings.gone).toEqual(findings.new);
  });
});
