import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import type { Derived } from '../../../shared/engine/engine.ts';
import { billOfMaterials, sparesOf } from '../../../shared/takeoff/bom.ts';
import type { SparesPct } from '../../../shared/takeoff/bom.ts';
import { bomTables } from '../../../shared/takeoff/bomTables.ts';
import type { Bom } from '../../../shared/takeoff/types.ts';
import { withTablesReversed } from '../../support/planBuilder.ts';
import type { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, JUMPER, WIDE_CABINET } from '../../support/testCatalog.ts';
import { cableCase } from './cableCase.ts';

function bomOf({ plan, survey, cabling, takeoff }: Derived, spares?: SparesPct): Bom {
  return billOfMaterials(plan, survey, cabling, takeoff, spares);
}

/** Cabinets at 1,000.00 and jumpers of 10 m at 50.00. */
function priced(plan: PlanBuilder, currency = 'USD'): PlanBuilder {
  const price = { amountMinor: 100_000, currency };
  return plan.withCatalog({
    cabinetModels: new Map([
      [CABINET.id, { ...CABINET, price }],
      [WIDE_CABINET.id, WIDE_CABINET],
    ]),
    cableFamilies: new Map([
      ...cableCase().plan.catalog.cableFamilies,
      [JUMPER.id, { ...JUMPER, priceByLengthMm: { 10000: { amountMinor: 5000, currency: 'USD' } } }],
    ]),
  });
}

const noSpares: SparesPct = { cables: 0, transceivers: 0, devices: 0, cabinets: 0 };

describe('bill of materials', () => {
  it('has a line per cabinet model, device type, optic, cable length and kind of pathway', () => {
    expect(
      bomOf(cableCase()).lines.map((line) => [
        line.class,
        line.sku,
        line.description,
        line.unit,
        line.required,
        line.lengthMm,
        line.family,
      ]),
    ).toEqual([
      ['cabinet', 'TEST-CABINET', 'Cabinet 600', 'each', 2, null, null],
      ['device', 'TEST-SERVER', 'Server', 'each', 2, null, null],
      ['device', 'TEST-SWITCH', 'Switch', 'each', 1, null, null],
      // Two cages of servers and, since both ports of one cage are used, one of the switch.
      ['transceiver', 'TEST-OPTIC', 'Multimode optic', 'each', 3, null, null],
      ['cable', 'DAC-1', 'Direct-attach copper, 1 m', 'each', 1, 1000, 'test/copper'],
      ['cable', 'JMP-010', 'Multimode jumper, 10 m', 'each', 2, 10_000, 'test/jumper'],
      ['pathway', null, 'Basket tray, 300 × 100 mm', 'm', 8, null, null],
    ]);
  });

  it('counts every cable once', () => {
    const derived = cableCase((plan) => plan.override('l2', { requiredMm: 90_000 }).link('l3', 'server1:p9', 'server2:p3'));
    const cables = bomOf(derived).lines.filter((line) => line.class === 'cable');
    expect(cables.reduce((sum, line) => sum + line.required, 0)).toBe(derived.cabling.cables.count);
  });

  it('keeps cables of unknown length on lines of their own that say why', () => {
    const derived = cableCase((plan) => plan.override('l2', { requiredMm: 90_000 }).link('l3', 'server1:p9', 'server2:p3'));
    const unknown = bomOf(derived).lines.filter((line) => line.class === 'cable' && line.lengthMm === null);
    expect(unknown.map(({ description, required, sku }) => [description, required, sku])).toEqual([
      ['Multimode jumper, length unknown: longer than any on offer', 1, null],
      ['Multimode jumper, length unknown: no route, so no length', 1, null],
    ]);
    const texts = bomOf(derived).assumptions.map(({ text }) => text);
    expect(texts).toContain('1 cable has no route and so no length');
    expect(texts).toContain('1 cable has to be longer than any length on offer');
    expect(texts).toContain('required lengths of 1 of 3 cables were set by hand');
  });

  it.each([
    [0, 5, 0],
    [1, 5, 1],
    [20, 5, 1],
    [21, 5, 2],
    [100, 7, 7],
    [1000, 0.5, 5],
    [3, 0, 0],
    [1018, 2.5, 26],
  ])('%i parts at %d percent need %i spares', (required, pct, spares) => {
    expect(sparesOf(required, pct)).toBe(spares);
  });

  it('adds the spares of the plan, or those of the call, line by line', () => {
    const derived = cableCase((plan) => plan.withSettings({ sparesPct: { cables: 10, transceivers: 0, devices: 60, cabinets: 0 } }));
    const spares = (bom: Bom): number[] => bom.lines.map((line) => line.spares);
    expect(spares(bomOf(derived))).toEqual([0, 2, 1, 0, 1, 1, 0]);
    expect(spares(bomOf(derived, { ...noSpares, transceivers: 34 }))).toEqual([0, 0, 0, 2, 0, 0, 0]);
    for (const line of bomOf(derived).lines) expect(line.order).toBe(line.required + line.spares);
  });

  it('multiplies prices with what is ordered and says how many lines have none', () => {
    const bom = bomOf(cableCase(priced), { ...noSpares, cables: 50 });
    const amount = (sku: string): number | null => bom.lines.find((line) => line.sku === sku)!.amountMinor;
    expect(amount('TEST-CABINET')).toBe(200_000);
    expect(amount('JMP-010')).toBe(15_000);
    expect(amount('DAC-1')).toBeNull();
    expect(bom.knownAmountMinor).toBe(215_000);
    expect(bom.unknownLines).toBe(5);
  });

  it("adds up no other currency than the plan's", () => {
    const bom = bomOf(cableCase((plan) => priced(plan, 'EUR')));
    expect(bom.knownAmountMinor).toBe(10_000);
    expect(bom.assumptions.map(({ text }) => text)).toContain('1 of 7 lines are priced in another currency and not in the total');
    expect([...bomTables(bom).lines.rows][0]!.at(-1)).toBe('price EUR 1 000.00, not in the total');
  });

  it('names every assumed figure of a part on the bill, and of no other', () => {
    const subjects = bomOf(cableCase()).assumptions.map(({ subject }) => subject);
    expect(subjects).toContain('Cabinet 600');
    expect(subjects).toContain('Multimode jumper');
    expect(subjects).not.toContain('Cabinet 800');
    expect(subjects).not.toContain('Trunk');
  });

  it('leaves published figures out of the assumptions, and quotes the assumed ones', () => {
    const sources = { massG: 'Maker, data sheet 7', heightMm: 'assumption: like its neighbor' };
    const derived = cableCase((plan) => plan.withCatalog({ cabinetModels: new Map([[CABINET.id, { ...CABINET, sources }]]) }));
    const own = bomOf(derived).assumptions.filter(({ subject }) => subject === CABINET.name);
    expect(own).toEqual([{ subject: CABINET.name, text: 'heightMm = 2000: assumption: like its neighbor' }]);
  });

  it('sums classes and money below the lines', () => {
    const { lines, assumptions } = bomTables(bomOf(cableCase(priced)));
    expect(lines.totals.map((row) => [row[0], row[2], row[4], row[6], row[8], row[11]])).toEqual([
      ['total', 'All cabinets', 2, 2, 200_000, null],
      ['total', 'All devices', 3, 3, null, 'amount unknown'],
      ['total', 'All transceivers', 3, 3, null, 'amount unknown'],
      ['total', 'All cables', 3, 3, 10_000, 'at least; 1 of 2 lines have no known amount'],
      ['total', 'All pathways', 8, 8, null, 'amount unknown'],
      ['total', 'All', null, null, 210_000, 'at least; 5 of 7 lines have no known amount'],
    ]);
    for (const table of [lines, assumptions]) {
      for (const row of [...table.rows, ...table.totals]) expect(row.length).toBe(table.columns.length);
    }
  });

  it("does not depend on the order of the plan's tables", () => {
    const derived = cableCase(priced);
    expect(bomOf(derive(withTablesReversed(derived.plan)))).toEqual(bomOf(derived));
  });
});
