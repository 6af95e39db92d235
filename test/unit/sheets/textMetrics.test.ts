import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fitSize, fitText, fontHas, textWidthMm, wrapText } from '../../../shared/sheets/textMetrics.ts';
import { fontWidthsModule } from '../../tools/fontWidths.ts';

const ROOT = new URL('../../../', import.meta.url);

describe('widths of text', () => {
  it('come from a table that is what the font files give', () => {
    const made = fontWidthsModule(fileURLToPath(new URL('assets/fonts', ROOT)));
    expect(readFileSync(new URL('shared/sheets/fontWidths.ts', ROOT), 'utf8')).toBe(made);
  });

  it('are equal for all figures, so that columns of numbers line up', () => {
    const widths = new Set(Array.from('0123456789', (digit) => textWidthMm(digit, 1)));
    expect(widths.size).toBe(1);
  });

  it('grow with the size and add up over characters', () => {
    expect(textWidthMm('AV', 2)).toBeCloseTo(2 * (textWidthMm('A', 1) + textWidthMm('V', 1)), 9);
  });

  it('are known for Latin, Greek and Cyrillic, and an em for what the font lacks', () => {
    for (const character of 'Åßłçžñ Ωμφ Жщя × − … ≥') expect(fontHas(character.codePointAt(0)!)).toBe(true);
    expect(fontHas('😀'.codePointAt(0)!)).toBe(false);
    expect(textWidthMm('😀', 3)).toBe(3);
  });
});

describe('cutting text', () => {
  it('keeps what fits as it is', () => {
    expect(fitText('A01', 2, 'regular', 20)).toBe('A01');
  });

  it('ends longer text with an ellipsis within the width', () => {
    const cut = fitText('a very long name of a device', 2, 'semibold', 15);
    expect(cut).toMatch(/^a very.*…$/);
    expect(textWidthMm(cut, 2, 'semibold')).toBeLessThanOrEqual(15);
  });

  it('gives nothing when not even the ellipsis fits', () => {
    expect(fitText('name', 2, 'regular', 0.5)).toBe('');
  });

  it('never parts a character of two units', () => {
    for (let room = 1; room < 12; room += 0.5)
      expect(fitText('😀😀😀😀', 2, 'regular', room)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('shrinks to the least size before it cuts', () => {
    expect(fitSize('wide text', 4, 2, 'regular', 100)).toBe(4);
    expect(textWidthMm('wide text', fitSize('wide text', 4, 1, 'regular', 12))).toBeCloseTo(12, 6);
    expect(fitSize('wide text', 4, 3, 'regular', 2)).toBe(3);
  });

  it('wraps words into so many lines, the last one cut', () => {
    const lines = wrapText('one two three four five six seven', 2, 'regular', 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidthMm(line, 2)).toBeLessThanOrEqual(12);
  });
});
