/** Writes tables as the ending of the output's name says. */
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Table } from '../../shared/writers/table.ts';
import { encoded, endingOf, writeOutput } from './fileOutput.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';

export type TableFormat = 'csv' | 'xlsx';

/** Known before any work is done, so that a wrong name costs nothing. */
export function tableFormat(path: string): Result<TableFormat, Problem> {
  const ending = endingOf(path);
  if (path === '-' || ending === '.csv') return ok('csv');
  if (ending === '.xlsx') return ok('xlsx');
  return problem(path, { code: 'output.ending', message: 'this is written as CSV or XLSX', remedy: 'end the name in .csv or .xlsx' });
}

/** A workbook takes all tables, a sheet each; a CSV only the first. A CSV file begins with a byte order mark, a piped one does not. */
export async function writeTables(
  path: string,
  format: TableFormat,
  tables: readonly [Table, ...Table[]],
  planSource: string,
): Promise<Result<void, Problem>> {
  if (format === 'xlsx') {
    const [{ xlsxChunks }, { nativeZipPart }] = await Promise.all([import('../../shared/writers/xlsx.ts'), import('./nativeZipPart.ts')]);
    return writeOutput(path, xlsxChunks(tables, nativeZipPart), planSource);
  }
  const { CSV_BYTE_ORDER_MARK, csvChunks } = await import('../../shared/writers/csv.ts');
  const chunks = function* (): Generator<string> {
    if (path !== '-') yield CSV_BYTE_ORDER_MARK;
    yield* csvChunks(tables[0]);
  };
  return writeOutput(path, encoded(chunks()), planSource);
}
