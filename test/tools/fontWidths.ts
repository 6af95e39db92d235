/**
 * Writes shared/sheets/fontWidths.ts: the advance widths of the bundled font, figures tabular, no kerning.
 * Run after the font files change: node test/tools/fontWidths.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const weights = { regular: 'Inter-Regular.ttf', semibold: 'Inter-SemiBold.ttf' } as const;
const LINE_LENGTH = 120;

/** What pdfkit's font holds of fontkit's, as far as it is read here. */
interface OpenFont {
  readonly unitsPerEm: number;
  readonly characterSet: readonly number[];
  layout(text: string, features: Record<string, boolean>): { readonly glyphs: readonly { readonly advanceWidth: number }[] };
}

/** The text of the data file, for the font files in a folder. */
export function fontWidthsModule(fontFolder: string): string {
  const lines = [
    '/** Made by test/tools/fontWidths.ts from assets/fonts; textMetrics.ts reads it. Widths in font units, figures tabular. */',
  ];
  for (const [weight, file] of Object.entries(weights)) {
    const font = openFont(readFileSync(`${fontFolder}/${file}`));
    if (lines.length === 1)
      lines.push(
        `export const UNITS_PER_EM = ${font.unitsPerEm};`,
        '',
        '/** Runs of code points, closed by `|`: the first one, then a width for each; base 36. */',
      );
    lines.push(`export const ${weight.toUpperCase()}_WIDTHS =`);
    lines.push(
      `${wrapped(widthRuns(font))
        .map((line) => `  '${line}'`)
        .join(' +\n')};`,
      '',
    );
  }
  return lines.join('\n');
}

function openFont(bytes: Buffer): OpenFont {
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  document.font(bytes);
  return (document as unknown as { readonly _font: { readonly font: OpenFont } })._font.font;
}

function widthRuns(font: OpenFont): string {
  const points = [...new Set(font.characterSet)].filter((point) => point >= 0x20).sort((a, b) => a - b);
  const runs: number[][] = [];
  let next = -1;
  for (const point of points) {
    const width = font.layout(String.fromCodePoint(point), { tnum: true, kern: false }).glyphs[0]?.advanceWidth ?? 0;
    if (point === next) runs.at(-1)?.push(width);
    else runs.push([point, width]);
    next = point + 1;
  }
  return runs.map((run) => run.map((value) => value.toString(36)).join(' ')).join('|');
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += LINE_LENGTH) lines.push(text.slice(at, at + LINE_LENGTH));
  return lines;
}

if (process.argv[1]?.endsWith('fontWidths.ts') === true) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  writeFileSync(`${root}shared/sheets/fontWidths.ts`, fontWidthsModule(`${root}assets/fonts`));
}
