/** A table of links as text: lines `from, to, family, tier`, as people paste them out of sheets or write them. */
import type { TableRule } from './tableRule.ts';
import type { TierParts } from '../plan/types.ts';

/** One line with something in it. */
export interface TableLine {
  /** From 1. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** Catalog id, order number or name; empty: whatever fits. */
  readonly family: string;
  /** Empty: named by the family. */
  readonly tier: string;
}

type Field = Exclude<keyof TableLine, 'line'>;

const FIELDS: readonly Field[] = ['from', 'to', 'family', 'tier'];

/** Words of a first line that names the columns. */
const TITLES: Readonly<Record<string, Field>> = {
  from: 'from',
  a: 'from',
  source: 'from',
  to: 'to',
  b: 'to',
  destination: 'to',
  family: 'family',
  cable: 'family',
  tier: 'tier',
};

/** Lines between commas, semicolons or tabs, whichever the first line has; a comma inside brackets belongs to its range. */
export function readTableText(text: string): TableLine[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  const numbered = lines
    .map((line, at) => ({ line: at + 1, text: line }))
    .filter(({ text: one }) => one.trim() !== '' && !one.trim().startsWith('#'));
  const separator = ['\t', ';'].find((mark) => numbered[0]?.text.includes(mark) === true) ?? ',';
  const cells = numbered.map(({ line, text: one }) => ({ line, cells: cellsOf(one, separator) }));
  const [first, ...rest] = cells;
  const titles = first?.cells.map((cell) => (Object.hasOwn(TITLES, cell.toLowerCase()) ? TITLES[cell.toLowerCase()] : undefined)) ?? [];
  const hasTitles = titles.includes('from') && titles.includes('to');
  const columns: readonly (Field | undefined)[] = hasTitles ? titles : FIELDS;
  return (hasTitles ? rest : cells).map(({ line, cells: values }) => {
    const at = (field: Field): string => values[columns.indexOf(field)] ?? '';
    return { line, from: at('from'), to: at('to'), family: at('family'), tier: at('tier') };
  });
}

/** Cells of a line, without their quotes. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted, depth] = ['', false, 0];
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted && depth === 0) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (letter === '[' && /^[^[\]]*\]/u.test(line.slice(at + 1))) depth += 1;
      if (letter === ']') depth = Math.max(0, depth - 1);
      cell += letter;
    }
  }
  return [...cells, cell.trim()];
}

/** The table of a fabric as text, to be changed and read again. */
export function writeTableText({ rows }: TableRule, tiers: Readonly<Record<string, TierParts>>): string {
  const lines = rows.map(([tier, from, to]) => [from, to, tiers[tier]?.family ?? '', tier].join(', '));
  return ['from, to, family, tier', ...lines].join('\n');
}
