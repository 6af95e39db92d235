/** What writers could not express, as sentences: what is said of several sheets is said once, with their number. */
import type { WriteNote } from '../../shared/sheets/drawing.ts';

/** In the order in which each is first said. */
export function noteTexts(notes: readonly WriteNote[]): string[] {
  const sheetsOf = new Map<string, Set<string>>();
  for (const { sheet, message } of notes) {
    const sheets = sheetsOf.get(message);
    if (sheets === undefined) sheetsOf.set(message, new Set([sheet]));
    else sheets.add(sheet);
  }
  return [...sheetsOf].map(([message, sheets]) =>
    sheets.size === 1 ? `${[...sheets].join('')}: ${message}` : `${sheets.size} sheets: ${message}`,
  );
}
