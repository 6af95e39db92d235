import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvChunks, writeCsv } from '../../../shared/writers/csv.ts';
import type { Column, Row, Table } from '../../../shared/writers/table.ts';

const text = (title: string): Column => ({ kind: 'text', title, widthChars: 10 });

function table(columns: readonly Column[], rows: readonly Row[], totals: readonly Row[] = []): Table {
  return { name: 'Test', columns, rows, totals };
}

/** What an independent reader of the standard gets out of it. */
function reread(csv: string): string[][] {
  return parse(csv, { recordDelimiter: '\r\n', relaxColumnCount: false });
}

describe('CSV', () => {
  it('writes titles, rows and totals, each ended by CR LF', () => {
    expect(writeCsv(table([text('Name'), { kind: 'integer', title: 'Count', widthChars: 5 }], [['jumper', 12]], [['All', 12]]))).toBe(
      'Name,Count\r\njumper,12\r\nAll,12\r\n',
    );
  });

  it('quotes separators, quotes, line ends and outer spaces, and a reader gets them back', () => {
    const cells = ['plain', 'a,b', 'say "12 in"', 'two\r\nlines', ' padded ', '1/1', '007', ''];
    expect(
      reread(
        writeCsv(
          table(
            cells.map((_, index) => text(`C${index}`)),
            [cells],
          ),
        ),
      )[1],
    ).toEqual(cells);
  });

  it('gives back any text that is not the start of a formula', () => {
    const harmless = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r\n＝＋－＠]/.test(value) && !value.includes('\ufeff'));
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
        expect(reread(writeCsv(table([text('A'), text('B')], rows))).slice(1)).toEqual(rows);
      }),
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
  ])('keeps %j from running as a formula, as a cell and as a title', (formula) => {
    const [titles, row] = reread(writeCsv(table([text(formula)], [[formula]])));
    expect(row).toEqual([`'${formula}`]);
    expect(titles).toEqual([`'${formula}`]);
  });

  it('leaves numbers numbers, also negative ones', () => {
    const columns: Column[] = [
      { kind: 'integer', title: 'Count', widthChars: 5 },
      { kind: 'decimal', title: 'Length (m)', decimals: 3, widthChars: 5 },
      { kind: 'money', title: 'USD', currency: 'USD', widthChars: 5 },
      { kind: 'money', title: 'JPY', currency: 'JPY', widthChars: 5 },
      { kind: 'money', title: 'KWD', currency: 'KWD', widthChars: 5 },
    ];
    expect(reread(writeCsv(table(columns, [[-3, -12.5, 123_456, 1200, 1_234_567]])))[1]).toEqual([
      '-3',
      '-12.500',
      '1234.56',
      '1200',
      '1234.567',
    ]);
  });

  it('leaves what is unknown empty, and keeps a word in a numeric column', () => {
    const columns: Column[] = [{ kind: 'integer', title: 'U', widthChars: 5 }, text('Name')];
    expect(
      reread(
        writeCsv(
          table(columns, [
            [null, null],
            ['12 + 13', 'splitter'],
          ]),
        ),
      ).slice(1),
    ).toEqual([
      ['', ''],
      ['12 + 13', 'splitter'],
    ]);
  });

  it('reads rows as it writes them, without holding them all', () => {
    let made = 0;
    const rows = function* (): Generator<Row> {
      for (; made < 100_000; made += 1) yield ['row'];
    };
    const chunks = csvChunks({ name: 'Long', columns: [text('A')], rows: rows(), totals: [] });
    chunks.next();
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(5_000);
  });
});
