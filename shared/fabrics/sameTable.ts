/** Whether two tables have the same rows in the same order. */
import { must } from '../assert.ts';
import type { TableRow } from './tableRule.ts';

export function isSameTable(one: readonly TableRow[], other: readonly TableRow[]): boolean {
  return one.length === other.length && one.every((row, at) => rowWord(row) === rowWord(must(other[at], 'row')));
}

/** A row as one word, to be looked up. */
export function rowWord(row: TableRow): string {
  return row.join('\n');
}
