/**
 * Names come from people and from other programs' files; a spreadsheet runs a cell that begins like a
 * formula. Such text gets an apostrophe in front, which spreadsheets take as "this is text" (OWASP, CSV
 * injection). Full-width forms count too: some locales read them as the plain signs.
 */
const startsLikeFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The text, harmless at the start of a cell. Numbers never come here: they are written as numbers. */
export function guardFormula(text: string): string {
  return startsLikeFormula.test(text) ? `'${text}` : text;
}
