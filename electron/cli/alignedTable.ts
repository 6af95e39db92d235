/** Tables for people at a terminal: columns aligned by spaces, numbers to the right. */

export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export const left = (title: string): TextColumn => ({ title, align: 'left' });
export const right = (title: string): TextColumn => ({ title, align: 'right' });

const GAP = '  ';

/** Lines with titles above; titles that are all empty are left out. Ends with a line feed. */
export function alignedTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title);
  const all = titles.every((title) => title === '') ? rows : [titles, ...rows];
  const widths = columns.map((_, index) => Math.max(0, ...all.map((row) => widthOf(row[index] ?? ''))));
  return all
    .map(
      (row) =>
        `${columns
          .map((column, index) => pad(row[index] ?? '', widths[index]!, column))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

function pad(text: string, width: number, { align }: TextColumn): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** Characters, not code units. */
function widthOf(text: string): number {
  return Array.from(text).length;
}

/** `49 152`: thousands apart by a space, the same in every locale. */
export function grouped(value: number, decimals = 0): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** `12.345 m`; `unknown` for none. */
export function metresText(lengthMm: number | null): string {
  return lengthMm === null ? 'unknown' : `${grouped(lengthMm / 1000, 3)} m`;
}
