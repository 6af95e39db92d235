import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { nativeZipPart } from '../../../electron/cli/nativeZipPart.ts';
import type { Row, Table } from '../../../shared/writers/table.ts';
import { writeXlsx, xlsxChunks } from '../../../shared/writers/xlsx.ts';

/** Of several thousand rows: the sheet is compressed in many pieces. */
function longTable(): Table {
  const rows = Array.from({ length: 3000 }, (_, row): Row => [`cable ${row} – Ωμ`, `A${row % 40}`, row / 8]);
  return {
    name: 'Cables',
    columns: [
      { kind: 'text', title: 'Cable', widthChars: 20 },
      { kind: 'text', title: 'Cabinet', widthChars: 8 },
      { kind: 'decimal', title: 'Length (m)', decimals: 3, widthChars: 10 },
    ],
    rows,
    totals: [],
  };
}

describe('a zip part compressed by the runtime', () => {
  it('gives a workbook of the same parts as everywhere, sound for an independent reader', async () => {
    const table = longTable();
    const bytes = Buffer.concat([...xlsxChunks([table], nativeZipPart)]);
    expect(unzipSync(bytes)).toEqual(unzipSync(writeXlsx([table])));
    const [sheet] = await readWorkbook(bytes);
    expect(sheet!.data.slice(1)).toEqual([...table.rows]);
    const { sizes, sums } = directory(bytes);
    const ours = directory(Buffer.from(writeXlsx([table])));
    expect(sizes).toEqual(ours.sizes);
    expect(sums).toEqual(ours.sums);
  });
});

/** Sizes and check sums of the parts, which readers seldom look at, from the archive's directory. */
function directory(zip: Buffer): { readonly sizes: readonly number[]; readonly sums: readonly number[] } {
  const [sizes, sums]: [number[], number[]] = [[], []];
  let at = zip.readUInt32LE(zip.length - 6);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    sums.push(zip.readUInt32LE(at + 16));
    sizes.push(zip.readUInt32LE(at + 24));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { sizes, sums };
}
