/** Tables in files as other programs write them: each row on the line that it has in the file. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSeparated } from '../../../shared/readers/separatedText.ts';
import { tableTextOf } from '../../../shared/readers/tableFile.ts';
import { xlsxChunks } from '../../../shared/writers/xlsx.ts';
import type { Row, Table } from '../../../shared/writers/table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => {
  const read = tableTextOf(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const errorOf = (bytes: Uint8Array): string | null => {
  const read = tableTextOf(bytes);
  return read.ok ? null : read.error.code;
};

describe('a table as text', () => {
  it('has quotes around separators, quotes and line ends, and keeps the lines of its rows', () => {
    expect(readSeparated('\ufeffa,b\r\n"1,2","say ""x"""\r\n\r\n"two\nlines",3\nlast')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,2', 'say "x"'] },
      { line: 4, cells: ['two\nlines', '3'] },
      { line: 6, cells: ['last'] },
    ]);
    expect(readSeparated('"a;b"\tc\n1;2\t3')).toEqual([
      { line: 1, cells: ['a;b', 'c'] },
      { line: 2, cells: ['1;2', '3'] },
    ]);
    expect(readSeparated('"open')).toEqual([{ line: 1, cells: ['open'] }]);
    expect(textOf(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0]))).toBe('a,b');
  });
});

describe('a workbook', () => {
  const book = (sheet: string, texts = ''): Uint8Array =>
    zipSync({
      'xl/workbook.xml': utf8('<x:workbook><x:sheets><x:sheet name="A" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>'),
      'xl/_rels/workbook.xml.rels': utf8('<Relationships><Relationship Target="/xl/worksheets/s.xml" Id="rId7"/></Relationships>'),
      'xl/worksheets/s.xml': utf8(sheet),
      ...(texts === '' ? {} : { 'xl/sharedStrings.xml': utf8(texts) }),
    });

  it('is read whichever program wrote it: runs of text, prefixes, gaps, formulas, escapes', () => {
    const rows = [
      '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>',
      '<x:row r="4"><x:c r="B4"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D4" s="1"/><x:c t="str"><x:v>a&amp;b&#8211;c</x:v></x:c></x:row>',
    ];
    const texts =
      '<sst><si><r><t>one </t></r><r><t>two</t></r><rPh><t>no</t></rPh></si><si><t xml:space="preserve">x_x0009_y</t></si></sst>';
    const bytes = book(`<x:worksheet><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`, texts);
    expect(textOf(bytes).split('\n')).toEqual(['one two\t\t"x\ty"', '', '', '\t2\t\t\ta&b–c']);
  });

  it('goes on through the sheets that have the same titles', () => {
    const table: Table = {
      name: 'Cables',
      columns: [{ kind: 'text', title: 'Name', widthChars: 9 }],
      rows: Array.from({ length: 5 }, (_, at): Row => [`r${at}`]),
      totals: [],
    };
    const bytes = Buffer.concat([
      ...xlsxChunks([table, { ...table, name: 'Other', columns: [{ ...table.columns[0]!, title: 'X' }] }], undefined, 4),
    ]);
    const names = textOf(bytes)
      .split('\n')
      .filter((line) => line !== '');
    expect(names).toEqual(['Name', 'r0', 'r1', 'r2', 'r3', 'r4']);
  });

  it('that is damaged or empty says so', () => {
    expect(errorOf(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('workbook.damaged');
    expect(errorOf(zipSync({ 'word/document.xml': utf8('<w/>') }))).toBe('workbook.damaged');
    expect(errorOf(book('<worksheet><sheetData/></worksheet>'))).toBe('table.empty');
  });
});
