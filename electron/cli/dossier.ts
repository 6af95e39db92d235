/** One number, one explanation: what `explain` prints, as parts that stand under each other. */
import { alignedTable } from './alignedTable.ts';
import type { TextColumn } from './alignedTable.ts';

export interface Dossier {
  /** What is explained, one line. */
  readonly title: string;
  readonly parts: readonly DossierPart[];
  /** The same for programs. */
  readonly json: unknown;
}

export interface DossierPart {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
}

export function dossierText({ title, parts }: Dossier): string {
  const tables = parts.filter(({ rows }) => rows.length > 0).map(({ columns, rows }) => alignedTable(columns, rows));
  return [`${title}\n`, ...tables].join('\n');
}

/** Names beside values, without titles. */
export function facts(rows: readonly (readonly [name: string, value: string, note?: string])[]): DossierPart {
  return {
    columns: [
      { title: '', align: 'left' },
      { title: '', align: 'right' },
      { title: '', align: 'left' },
    ],
    rows: rows.map(([name, value, note]) => [name, value, note ?? '']),
  };
}
