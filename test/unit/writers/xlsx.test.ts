import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Column, Row, Table } from '../../../shared/writers/table.ts';
import { writeXlsx, xlsxChunks } from '../../../shared/writers/xlsx.ts';
import { columnLetters } from '../../../shared/geometry/columnLetters.ts';

const text = (title: string): Column => ({ kind: 'text', title, widthChars: 10 });
const metres: Column = { kind: 'decimal', title: 'Length (m)', decimals: 3, widthChars: 10 };

function table(columns: readonly Column[], rows: Iterable<Row>, totals: readonly Row[] = [], name = 'Test'): Table {
  return { name, columns, rows, totals };
}

/** Cells by sheet, as an independent reader gets them. */
async function reread(bytes: Uint8Array): Promise<{ sheet: string; data: unknown[][] }[]> {
  return (await readWorkbook(Buffer.from(bytes))).map(({ sheet, data }) => ({ sheet, data }));
}

function part(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path]!);
}

describe('XLSX', () => {
  it('gives back texts and numbers by sheet, totals last', async () => {
    const bytes = writeXlsx([
      table(
        [text('Name'), metres],
        [
          ['jumper', 12.5],
          ['1/1', 0.001],
        ],
        [['All', 12.501]],
        'BOM',
      ),
      table([text('Subject')], [['slack']], [], 'Assumptions'),
    ]);
    expect(await reread(bytes)).toEqual([
      {
        sheet: 'BOM',
        data: [
          ['Name', 'Length (m)'],
          ['jumper', 12.5],
          ['1/1', 0.001],
          ['All', 12.501],
        ],
      },
      { sheet: 'Assumptions', data: [['Subject'], ['slack']] },
    ]);
  });

  it('marks texts as text and numbers with their format', () => {
    const bytes = writeXlsx([
      table([text('Port'), metres, { kind: 'money', title: 'USD', currency: 'USD', widthChars: 9 }], [['1/1', 2, 1999]]),
    ]);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    const formats = [...part(bytes, 'xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"/g)].map((match) => match[1]);
    const styleOf = (cell: string): string => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)![1]!;
    const formatOf = (cell: string): string => formats[Number(styleOf(cell)) + 1]!;
    expect(formatOf('A2')).toBe('49');
    expect(part(bytes, 'xl/styles.xml')).toContain(`<numFmt numFmtId="${formatOf('B2')}" formatCode="#,##0.000"/>`);
    expect(formatOf('C2')).toBe('4');
    expect(sheet).toContain('<v>19.99</v>');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('keeps %j from running as a formula', async (formula) => {
    const bytes = writeXlsx([table([text(formula)], [[formula]])]);
    const read = await reread(bytes);
    const cells = read[0]!.data.map((row) => String(row[0]));
    for (const cell of cells) expect(cell.startsWith("'")).toBe(true);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('keeps negative numbers numbers', async () => {
    expect((await reread(writeXlsx([table([metres], [[-0.5]])])))[0]!.data[1]).toEqual([-0.5]);
  });

  it('carries every character that XML can, and marks those that it cannot', async () => {
    const awkward = ['<&>"\'', ' padded ', 'su1.node01:1–su1.leaf3:2', 'Ωμ漢字🙂', '_x0041_'];
    const read = await reread(
      writeXlsx([
        table(
          awkward.map((_, index) => text(`C${index}`)),
          [awkward],
        ),
      ]),
    );
    const cells = read[0]!.data[1]!.map(String);
    // The escape of an underscore is for the spreadsheet to undo, not for an XML reader.
    expect(cells.map((cell) => cell.trim().replace('_x005F_', '_'))).toEqual(awkward.map((cell) => cell.trim()));
    expect(part(writeXlsx([table([text('C')], [['a\u0000b']])]), 'xl/sharedStrings.xml')).toContain('a\ufffdb');
  });

  it('freezes the row of titles, filters the rows but not the totals, sets widths, and repeats the titles on paper', () => {
    const bytes = writeXlsx([
      table(
        [text('A'), metres],
        [
          ['x', 1],
          ['y', 2],
        ],
        [['All', 3]],
        "Row's",
      ),
    ]);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
    expect(sheet).toContain('<col min="2" max="2" width="10" customWidth="1"/>');
    expect(part(bytes, 'xl/workbook.xml')).toContain(">'Row&#39;&#39;s'!$1:$1</definedName>");
  });

  it('continues on a further sheet where one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, index): Row => [`row ${index}`]);
    const bytes = Buffer.concat([...xlsxChunks([table([text('Name')], rows, [], 'Cables')], undefined, 4)]);
    const read = await reread(bytes);
    expect(read.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Cables', 4],
      ['Cables 2', 4],
      ['Cables 3', 2],
    ]);
    expect(read.flatMap(({ data }) => data.slice(1)).flat()).toEqual(rows.flat());
  });

  it('gives sheets names that spreadsheets take', async () => {
    const names = ['A/B [1]', 'a b  1', '', 'x'.repeat(40), 'x'.repeat(40)];
    const read = await reread(writeXlsx(names.map((name) => table([text('C')], [['cell']], [], name))));
    const written = read.map(({ sheet }) => sheet);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of written) expect(name).toMatch(/^[^\\/*?:[\]]{1,31}$/);
  });

  it('writes texts that repeat once, and long lists of different texts in place', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index): Row => [`id ${index}`, `cabinet ${index % 100}`]);
    const bytes = writeXlsx([table([text('ID'), text('Cabinet')], rows)]);
    expect((await reread(bytes))[0]!.data.slice(1)).toEqual(rows);
    expect(part(bytes, 'xl/sharedStrings.xml').match(/<si>/g)!.length).toBeLessThan(5_000);
  });

  it('gives the same bytes for the same tables, and stamps no date but the first that a zip can hold', () => {
    const tables = (): Table[] => [table([text('A')], [['x']])];
    expect(writeXlsx(tables())).toEqual(writeXlsx(tables()));
    const local = new DataView(writeXlsx(tables()).buffer);
    // Local file header: time at 10, date at 12.
    expect([local.getUint16(10, true), local.getUint16(12, true)]).toEqual([12 << 11, (0 << 9) | (1 << 5) | 1]);
  });

  it('reads rows as it writes them, without holding them all', () => {
    let made = 0;
    const rows = function* (): Generator<Row> {
      for (; made < 100_000; made += 1) yield [`row ${made}`];
    };
    let bytes = 0;
    for (const chunk of xlsxChunks([table([text('A')], rows())])) {
      bytes += chunk.length;
      if (bytes > 10_000) break;
    }
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(50_000);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
