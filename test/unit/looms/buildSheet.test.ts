/** The build sheet as its maker reads it: by readers that share no code with the writers. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { buildSheetTables } from '../../../shared/looms/buildSheet.ts';
import { loomsOf } from '../../../shared/looms/looms.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { csvChunks } from '../../../shared/writers/csv.ts';
import type { Row } from '../../../shared/writers/table.ts';
import { writeXlsx } from '../../../shared/writers/xlsx.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
const derived = derive(must(read.ok ? read.value : null, 'sample'));
const looms = loomsOf(derived);

describe('the build sheet', () => {
  it('as CSV gives every leg once, with lengths from which the loom can be cut', () => {
    const rows: Record<string, string>[] = parse([...csvChunks(buildSheetTables(derived)[0])].join(''), { columns: true });
    expect(rows).toHaveLength(looms.reduce((sum, { legs }) => sum + legs.length, 0));
    const labels = rows.flatMap((row) => [row['Label 1'], row['Label 2']]);
    expect(new Set(labels).size).toBe(labels.length);
    for (const row of rows) {
      const metres = (column: string): number => Math.round(Number(row[column]) * 1000);
      expect(metres('Leg 1 (m)') + metres('Trunk (m)') + metres('Leg 2 (m)')).toBe(metres('Made (m)'));
      expect(metres('Made (m)') - 100).toBeGreaterThanOrEqual(metres('Required (m)'));
      expect(row['Reaches']).toBe('yes');
    }
  });

  it('is made loom by loom as it is read, and its list of looms without their legs', () => {
    let described = 0;
    const cableName = (cable: number): string => {
      described += 1;
      return derived.cabling.cableName(cable);
    };
    const [legs, list] = buildSheetTables({ ...derived, cabling: { ...derived.cabling, cableName } });
    expect([...list.rows]).toHaveLength(looms.length);
    expect(described).toBe(0);
    const rows = legs.rows[Symbol.iterator]();
    const nextRow = () => rows.next() as IteratorResult<Row, undefined>;
    for (const [at, loom] of looms.slice(0, 3).entries()) {
      for (let leg = 0; leg < loom.legs.length; leg += 1) expect(nextRow().value?.[0]).toBe(loom.name);
      expect(described).toBe(looms.slice(0, at + 1).reduce((sum, one) => sum + one.legs.length, 0));
    }
  });

  it('as a workbook has the looms beside their legs', async () => {
    const workbook = await readWorkbook(Buffer.from(writeXlsx([...buildSheetTables(derived)])));
    const [head, ...rows] = must(
      workbook.find(({ sheet }) => sheet === 'Looms'),
      'Looms',
    ).data;
    expect(rows).toHaveLength(looms.length);
    const column = (title: string): number => must(head, 'head').indexOf(title);
    const first = must(rows[0], 'row');
    expect(first[column('Loom')]).toBe('A01-A05-1');
    expect(first[column('Longest (m)')]).toBe(8.3);
    expect(first[column('Connector A')]).toBe('MPO-12/APC, unpinned');
    expect(first[column('Polarity')]).toBe('B');
  });

  it('on paper names every loom, its two ends, its trunk and each label', () => {
    const texts = sheetsOf(derived, 'A3', 'looms').flatMap((sheet) => textsOf(sheet).map(({ text }) => text));
    for (const { name } of looms) expect(texts).toContain(`Loom ${name}`);
    expect(texts).toContain('trunk 3.90 m');
    expect(texts.filter((text) => text === 'A05-48R:1.2/A01-19:osfp1.1')).toHaveLength(1);
    const ends = must(
      texts.find((text) => text.startsWith('End 1 A01, end 2 A05')),
      'ends',
    );
    expect(ends).toContain(
      'pull from A05  ·  connectors MPO-12/APC, unpinned to MPO-12/APC, unpinned  ·  polarity B  ·  tolerance −100 / +0 mm',
    );
  });
});
