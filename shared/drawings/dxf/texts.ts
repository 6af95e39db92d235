/** What a text of a DXF says, without the codes that format it. */

const SIGNS: Readonly<Record<string, string>> = { d: '°', p: '±', c: '⌀', '%': '%' };

/** Code points and control signs, as both kinds of text write them: `\U+00FC`, `%%d`, `^I`. */
export function decoded(text: string): string {
  return text
    .replace(/\\U\+([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/%%(\d{3})/g, (_, number: string) => String.fromCharCode(Number(number)))
    .replace(/%%([dpc%])/gi, (_, sign: string) => SIGNS[sign.toLowerCase()]!)
    .replace(/%%[uoklUOKL]/g, '')
    .replace(/\^(.)/g, (_, sign: string) => (sign === ' ' ? '^' : ' '));
}

/** An MTEXT's lines: paragraphs apart, stacked fractions with a slash, fonts, heights and colors left out. */
export function plainLines(text: string): string[] {
  const slash = '\u0001';
  const opening = '\u0002';
  const closing = '\u0003';
  return decoded(
    text
      .replaceAll('\\\\', slash)
      .replaceAll('\\{', opening)
      .replaceAll('\\}', closing)
      .replace(/\\U\+/gi, '\u0004')
      .replace(/\\S([^;]*);/g, (_, stacked: string) => stacked.replace(/\^\s?|#/g, '/'))
      .replace(/\\[ACFHQTWfp][^;\\]*;/g, '')
      .replace(/\\[KkLlOoN]/g, '')
      .replaceAll('\\~', ' ')
      .replace(/[{}]/g, '')
      .replaceAll('\u0004', '\\U+'),
  )
    .split(/\\P|\\X/)
    .map((line) => line.replaceAll(slash, '\\').replaceAll(opening, '{').replaceAll(closing, '}').trim());
}
