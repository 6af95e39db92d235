/** A bill of materials that was exported says what was counted: read by parsers of others, its lines add up to the takeoff. */
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { bomTables } from '../../../shared/takeoff/bomTables.ts';
import { templates } from '../../../shared/templates/templates.ts';
import { CSV_BYTE_ORDER_MARK, writeCsv } from '../../../shared/writers/csv.ts';
import { writeXlsx } from '../../../shared/writers/xlsx.ts';
import { cableCase } from './cableCase.ts';

type Cells = readonly (readonly string[])[];

const tablesOf = ({ plan, survey, cabling, takeoff }: Derived): ReturnType<typeof bomTables> =>
  bomTables(billOfMaterials(plan, survey, cabling, takeoff));

const formats: readonly (readonly [string, (derived: Derived) => Promise<Cells>])[] = [
  ['CSV', (derived) => Promise.resolve(parse(CSV_BYTE_ORDER_MARK + writeCsv(tablesOf(derived).lines), { bom: true }))],
  [
    'XLSX',
    async (derived) => {
      const { lines, assumptions } = tablesOf(derived);
      const [bill] = await readWorkbook(Buffer.from(writeXlsx([lines, assumptions])));
      return (bill?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    },
  ],
];

function generated(name: string, settings: Readonly<Record<string, string>>): Derived {
  const made = templates.find((one) => one.name === name)?.generate(loadCatalog(), settings);
  if (made?.ok !== true) throw new Error(made?.error.message);
  return derive(made.value);
}

const plans: readonly (readonly [string, () => Derived])[] = [
  ['a hall by hand', () => cableCase()],
  ['a rail-optimised hall', () => generated('rail-optimised', { preset: 'b200', su: '2' })],
  ['a SuperPOD', () => generated('superpod', { preset: 'h100', su: '1' })],
];

describe.each(formats)('a bill of materials as %s', (_, reread) => {
  it.each(plans)('of %s holds what the takeoff counts', async (_name, make) => {
    const derived = make();
    const { takeoff } = derived;
    const [titles = [], ...rows] = await reread(derived);
    const cell = (row: readonly string[], title: string): string => row[titles.indexOf(title)] ?? '';
    const lines = rows.filter((row) => cell(row, 'Class') !== 'total');
    const sum = (of: string, title: string): number =>
      lines.filter((row) => cell(row, 'Class') === of).reduce((total, row) => total + Number(cell(row, title)), 0);
    expect(sum('cable', 'Required')).toBe(takeoff.cables.count);
    expect(sum('cabinet', 'Required')).toBe(takeoff.cabinets.count);
    expect(sum('device', 'Required')).toBe(takeoff.devices.count);
    const metres = lines
      .filter((row) => cell(row, 'Class') === 'cable')
      .reduce((total, row) => total + Number(cell(row, 'Required')) * Math.round(Number(cell(row, 'Length (m)')) * 1000), 0);
    expect(metres).toBe(takeoff.cables.orderedMm);
    for (const { family, byLength } of takeoff.cables.byFamily)
      for (const { lengthM, count } of byLength) {
        const own = lines.filter(
          (row) => cell(row, 'Family') === family && Math.round(Number(cell(row, 'Length (m)')) * 1000) === Math.round(lengthM * 1000),
        );
        expect([family, lengthM, own.reduce((total, row) => total + Number(cell(row, 'Required')), 0)]).toEqual([family, lengthM, count]);
      }
    // What is ordered is what is required and the spares; totals say the sums of their classes.
    for (const row of lines) expect(Number(cell(row, 'Order'))).toBe(Number(cell(row, 'Required')) + Number(cell(row, 'Spares')));
    const totals = rows.filter((row) => cell(row, 'Class') === 'total');
    const total = totals.find((row) => cell(row, 'Description') === 'All cables');
    expect(Number(total === undefined ? NaN : cell(total, 'Required'))).toBe(takeoff.cables.count);
  });
});
