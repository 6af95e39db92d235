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

/** What a column holds: an end whole as `device:port`, or its device and its port in columns of their own. */
type Column = Exclude<keyof TableLine, 'line'> | 'fromDevice' | 'fromPort' | 'toDevice' | 'toPort';

const WHOLE: readonly Column[] = ['from', 'to', 'family', 'tier'];
const PARTED: readonly Column[] = ['fromDevice', 'fromPort', 'toDevice', 'toPort', 'family', 'tier'];

/** Words of a first line that names the columns, as people's sheets have them. */
const FROM_WORDS = ['from', 'a', 'source', 'near', 'local', '1'];
const TO_WORDS = ['to', 'b', 'z', 'destination', 'dest', 'target', 'far', 'remote', '2'];
const PORT_WORDS = ['port', 'interface'];
const DEVICE_WORDS = ['device', 'host', 'node', 'equipment', 'name'];
const END_WORDS = ['end', 'side'];
const TITLES: Readonly<Record<string, Column>> = { family: 'family', cable: 'family', 'cable family': 'family', tier: 'tier' };

/**
 * Lines between commas, semicolons or tabs, whichever the first line has; a comma inside brackets belongs to its range. Columns are as
 * the first line names them; where it names none: two ends, or, in lines without a colon, device and port of either end.
 */
export function readTableText(text: string): TableLine[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  const numbered = lines
    .map((line, at) => ({ line: at + 1, text: line }))
    .filter(({ text: one }) => one.trim() !== '' && !one.trim().startsWith('#'));
  const separator = ['\t', ';'].find((mark) => numbered[0]?.text.includes(mark) === true) ?? ',';
  const cells = numbered.map(({ line, text: one }) => ({ line, cells: cellsOf(one, separator) }));
  const [first, ...rest] = cells;
  const titles = first?.cells.map(columnOf) ?? [];
  const hasTitles = isWhole(titles) || PARTED.slice(0, 4).every((column) => titles.includes(column));
  const isParted =
    cells.length > 0 && cells.every(({ cells: own }) => own.length >= 4 && own.slice(0, 4).every((cell) => /^[^:]+$/u.test(cell)));
  const columns = hasTitles ? titles : isParted ? PARTED : WHOLE;
  return (hasTitles ? rest : cells).map(({ line, cells: values }) => {
    const at = (column: Column): string => values[columns.indexOf(column)] ?? '';
    const end = (whole: 'from' | 'to'): string => {
      const [device, port] = [at(`${whole}Device`), at(`${whole}Port`)];
      return port === '' ? device || at(whole) : `${device || at(whole)}:${port}`;
    };
    return { line, from: end('from'), to: end('to'), family: at('family'), tier: at('tier') };
  });
}

/** `from` and `to`, each with a port of its own beside it or in it. */
function isWhole(titles: readonly (Column | undefined)[]): boolean {
  return ['from', 'to'].every((end) => titles.some((title) => title === end));
}

/** `From device`, `Port A`, `destination`: what a title says of its column. */
function columnOf(title: string): Column | undefined {
  const words = title
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '' && !END_WORDS.includes(word));
  const known = words.join(' ');
  if (Object.hasOwn(TITLES, known)) return TITLES[known];
  const end = words.some((word) => FROM_WORDS.includes(word)) ? 'from' : words.some((word) => TO_WORDS.includes(word)) ? 'to' : null;
  const kinds = words.filter((word) => !FROM_WORDS.includes(word) && !TO_WORDS.includes(word));
  if (end === null || kinds.length > 1 || words.length !== kinds.length + 1) return undefined;
  const [kind] = kinds;
  if (kind === undefined) return end;
  if (PORT_WORDS.includes(kind)) return `${end}Port`;
  return DEVICE_WORDS.includes(kind) ? `${end}Device` : undefined;
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
