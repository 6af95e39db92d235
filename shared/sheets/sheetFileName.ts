/** Names of files that hold a sheet each. */

const MAX_ID_CHARS = 80;

/** Numbered in the order of the set, so that a folder lists them as a print would stack them: `02-plan-hall.svg`. */
export function sheetFileName(id: string, number: number, count: number, ending: string): string {
  return `${String(number).padStart(String(count).length, '0')}-${plainName(id)}.${ending}`;
}

/** Letters, digits, dots and dashes alone, so that the name is one on every system. */
function plainName(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, MAX_ID_CHARS);
}
