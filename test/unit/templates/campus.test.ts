/** A campus: halls around a core hall, conduits between them, and what is counted, checked, bought and drawn of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { setSegments } from '../../../shared/commands/pathways.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { deriveTableLinks, tableSlots } from '../../../shared/fabrics/tableLinks.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { hallBills } from '../../../shared/takeoff/hallBills.ts';
import { templates } from '../../../shared/templates/templates.ts';
import { campusRule, campusSwitches } from '../../../shared/templates/campus/campusFabric.ts';
import { conduitsFor } from '../../../shared/templates/campus/conduits.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { PlanBuilder, TEST_SETTINGS, withTablesReversed } from '../../support/planBuilder.ts';
import { sheetsOf } from '../../support/sheetFiles.ts';

const template = must(
  templates.find(({ name }) => name === 'campus'),
  'campus',
);
const SMALL = { halls: '3', preset: 'h100', su: '1', uplinksPerHall: '24' };

function made(settings: Readonly<Record<string, string>>): Plan {
  const plan = template.generate(loadCatalog(), settings);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

let plan: Plan;
let derived: Derived;
beforeAll(() => {
  plan = made(SMALL);
  derived = derive(plan);
});

describe('a small campus', () => {
  it('holds the published counts in each hall, and the links between them', () => {
    // One SU of H100: 31 × 8 node links, 8 × 32 uplinks, 4 of the fabric manager.
    expect(derived.takeoff.links.byTier).toEqual([
      { tier: 'hall-core', count: 3 * 24 },
      { tier: 'node-leaf', count: 3 * 248 },
      { tier: 'leaf-spine', count: 3 * 256 },
      { tier: 'ufm', count: 3 * 4 },
    ]);
    const counts = template.counts(SMALL);
    expect(counts.ok && counts.value.tiers.map(({ tier, links }) => ({ tier, count: links })).sort(byTier)).toEqual(
      [...derived.takeoff.links.byTier].sort(byTier),
    );
    expect(counts.ok && [...counts.value.devices].sort(byRole)).toEqual([...derived.takeoff.devices.byRole].sort(byRole));
  });

  it('says what it holds, though names of fabrics have commas', () => {
    expect(derived.takeoff.scope).toBe(
      'Campus network; Compute fabric, Data hall 1; Compute fabric, Data hall 2; Compute fabric, Data hall 3 only',
    );
  });

  it.each([
    { halls: 2, uplinksPerHall: 64, switchPorts: 64 },
    { halls: 3, uplinksPerHall: 24, switchPorts: 64 },
    { halls: 21, uplinksPerHall: 64, switchPorts: 64 },
    { halls: 5, uplinksPerHall: 37, switchPorts: 32 },
  ])('joins each switch of a hall to all cores alike: $halls halls of $uplinksPerHall links', (options) => {
    const { perHall, cores } = campusSwitches(options);
    const { tiers } = deriveTableLinks(campusRule(options), () => true);
    const ends = must(tiers[0], 'tier');
    const slots = tableSlots(campusRule(options));
    const links = Array.from(ends.slotA, (slot, link) => ({ from: slots[slot]!, to: slots[ends.slotB[link]!]!, port: ends.portB[link]! }));
    const countBetween = (from: RegExp, core: number): number =>
      links.filter((one) => from.test(one.from) && one.to === `core${core}`).length;
    const spread = (from: RegExp): number => {
      const counts = Array.from({ length: cores }, (_, core) => countBetween(from, core + 1));
      return Math.max(...counts) - Math.min(...counts);
    };
    expect(links).toHaveLength(options.halls * options.uplinksPerHall);
    for (let hall = 1; hall <= options.halls; hall += 1) {
      expect(spread(new RegExp(`^hall${hall}\\.`))).toBe(options.uplinksPerHall % cores === 0 ? 0 : 1);
      for (let position = 1; position <= perHall; position += 1) {
        const from = new RegExp(`^hall${hall}\\.switch${position}$`);
        const own = links.filter((one) => from.test(one.from)).length;
        expect(Math.abs(own - options.uplinksPerHall / perHall)).toBeLessThan(1);
        expect(spread(from)).toBe(own % cores === 0 ? 0 : 1);
      }
    }
    expect(Math.max(...links.map(({ port }) => port))).toBeLessThanOrEqual(options.switchPorts);
  });

  it('routes every link between halls through one bank, as long as it was surveyed', () => {
    const { cabling } = derived;
    const id = 'campus/hall-core/hall2.switch1:1–core1:13';
    const { terms, pathMm } = explainCable(derived, must(cabling.findCable(id), id));
    const banks = terms.filter(({ id: at }) => at.startsWith('bank-'));
    expect(banks.map(({ kind, id: at }) => [kind, at.slice(0, -1)])).toEqual([['pathway', 'bank-h02-']]);
    expect(banks[0]?.lengthMm).toBe(plan.segments.get(banks[0]!.id)?.surveyedLengthMm);
    expect(terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0)).toBe(pathMm);
    expect(terms.filter(({ kind }) => kind === 'drop')).toHaveLength(2);
  });

  it('is counted by hall, between halls, and as a whole', () => {
    const { halls, between } = hallBills(plan, derived.survey, derived.cabling);
    expect(halls.map(({ name, cables }) => [name, cables])).toEqual([
      ['Core hall', 0],
      ['Data hall 1', 506],
      ['Data hall 2', 506],
      ['Data hall 3', 506],
    ]);
    expect(between.map(({ halls: pair, cables, pathways }) => [...pair, cables, pathways])).toEqual([
      ['core-hall-1', 'h01-hall-1', 24, 2],
      ['core-hall-1', 'h02-hall-1', 24, 2],
      ['core-hall-1', 'h03-hall-1', 24, 2],
    ]);
    const { cables, pathways } = derived.takeoff;
    const all = [...halls, ...between];
    expect(all.reduce((sum, one) => sum + one.cables, 0)).toBe(cables.count);
    expect(all.reduce((sum, one) => sum + one.orderedM, 0)).toBeCloseTo(cables.orderedMm / 1000, 6);
    expect(halls.reduce((sum, one) => sum + one.cabinets, 0)).toBe(derived.takeoff.cabinets.count);
    expect(pathways.filter(({ id }) => id.startsWith('bank-')).reduce((sum, { cables: inBank }) => sum + inBank, 0)).toBe(72);
  });

  it('has nothing to find but what the makers leave open', () => {
    expect(derived.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...new Set(derived.findings.map(({ code }) => code))]).toEqual(['power.feed-loss']);
  });

  it('finds a bank that is too small, with what is required and what is', () => {
    const banks = [...plan.segments.keys()].filter((id) => id.startsWith('bank-h01-'));
    const narrow = runCommand(plan, setSegments, { ids: banks, set: { widthMm: 10, depthMm: 10 } });
    if (!narrow.ok) throw new Error(narrow.error.message);
    const over = derive(narrow.value.plan).findings.filter(({ code }) => code === 'pathway.over-fill');
    expect(over.length).toBeGreaterThan(0);
    expect(over[0]).toMatchObject({ severity: 'error', required: expect.stringMatching(/^at most (40|31) % with \d+ cables$/) as string });
  });

  it('goes through bill, schedule and sheets, and comes back from its file', () => {
    const bill = billOfMaterials(plan, derived.survey, derived.cabling, derived.takeoff);
    expect(bill.lines.some(({ class: kind, description }) => kind === 'pathway' && description.startsWith('Conduit'))).toBe(true);
    const sheets = sheetsOf(derived, 'A3', 'plan');
    expect(sheets.filter(({ id }) => id.startsWith('plan-')).length).toBeGreaterThanOrEqual(4);
    const read = parsePlanText(serializePlan(plan));
    expect(read.ok && serializePlan(read.value)).toBe(serializePlan(plan));
  });

  it('follows from the plan alone, not from the order of its tables', () => {
    const other = derive(withTablesReversed(plan));
    expect(other.takeoff).toEqual(derived.takeoff);
    expect(other.findings).toEqual(derived.findings);
  });
});

describe('settings', () => {
  const refusal = (settings: Readonly<Record<string, string>>): string => {
    const plan = template.generate(loadCatalog(), settings);
    return plan.ok ? 'none' : (plan.error.path ?? '');
  };

  it('are validated, each by its name', () => {
    expect(refusal({ halls: '0' })).toBe('halls');
    expect(refusal({ halls: '65' })).toBe('halls');
    expect(refusal({ banksPerHall: '3' })).toBe('banksPerHall');
    expect(refusal({ conduitMm: '1' })).toBe('conduitMm');
    expect(refusal({ su: '0' })).toBe('su');
    expect(refusal({ rooms: '2' })).toBe('rooms');
  });

  it('a bank has the fewest conduits that hold its cables by 53, 31 and 40 %', () => {
    const plan = new PlanBuilder()
      .hall()
      .junction('a', 0, 0)
      .junction('b', 1000, 0)
      .segment('duct', 'a', 'b', { kind: 'conduit', widthMm: 10, depthMm: 10 })
      .build();
    // 78.5 mm² a conduit: three of 7.07 are 27 %, four 36 %, five 45 %; two of 14 are 36 %, over 31 %.
    const needed = (cables: number, cableMm2: number): number =>
      conduitsFor(must(plan.segments.get('duct'), 'duct'), TEST_SETTINGS, cables, cableMm2);
    expect(needed(4, 7.07)).toBe(1);
    expect(needed(5, 7.07)).toBe(2);
    expect(needed(8, 7.07)).toBe(2);
    expect(needed(9, 7.07)).toBe(3);
    expect(needed(2, 14)).toBe(2);
    expect(needed(1, 41)).toBe(1);
  });
});

function byTier(a: { readonly tier: string }, b: { readonly tier: string }): number {
  return a.tier < b.tier ? -1 : 1;
}

function byRole(a: { readonly role: string }, b: { readonly role: string }): number {
  return a.role < b.role ? -1 : 1;
}
