/** Names that count: patterns such as `A{nn}`, and the next free number after a name that ends in one. */

const COUNTER = /\{(n+)\}/g;
const TRAILING_NUMBER = /^(.*?)(\d+)$/s;

/** Whether a pattern has a counter, so that it can name more than one thing. */
export function hasCounter(pattern: string): boolean {
  return pattern.search(COUNTER) !== -1;
}

/** The pattern with its counters filled in, padded with zeros to as many digits as they have n: `A{nn}`, 7 → `A07`. */
export function nameFromPattern(pattern: string, number: number): string {
  return pattern.replace(COUNTER, (_counter, digits: string) => String(number).padStart(digits.length, '0'));
}

/** The smallest number from 1 on from which `count` names in a row are free; 1 where the pattern has no counter. */
export function firstFreeNumber(pattern: string, count: number, taken: ReadonlySet<string>): number {
  if (!hasCounter(pattern)) return 1;
  let first = 1;
  for (let number = 1; number < first + count; number += 1) {
    if (taken.has(nameFromPattern(pattern, number))) first = number + 1;
  }
  return first;
}

/** The next free name after one that people gave: `A07` → `A08`, `Spare` → `Spare 2`. Serial numbers of any length count on exactly. */
export function nextFreeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem, digits] = TRAILING_NUMBER.exec(name) ?? [undefined, `${name} `, '1'];
  for (let number = BigInt(digits) + 1n; ; number += 1n) {
    const next = `${stem}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(next)) return next;
  }
}

/**
 * The pattern that a name of a row follows, as far as it shows: `C-B07` in row B → `C-{row}{nn}`, `Rack 7` → `Rack {n}`. A row of one
 * or more letters counts where it stands last before the number.
 */
export function patternOfName(name: string, row: string | null): string {
  const [, stem = `${name} `, digits = ''] = TRAILING_NUMBER.exec(name) ?? [];
  const at = row === null || row === '' ? -1 : stem.lastIndexOf(row);
  const withRow = at < 0 ? stem : `${stem.slice(0, at)}{row}${stem.slice(at + (row ?? '').length)}`;
  return `${withRow}{${'n'.repeat(Math.max(1, digits.length))}}`;
}
