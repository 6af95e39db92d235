import { describe, expect, it } from 'vitest';
import type { Mark, Sheet } from '../../../shared/sheets/drawing.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';
import { smallHall } from '../../support/sheetPlans.ts';

type LineMark = Extract<Mark, { mark: 'line' }>;

function boxesOf(sheet: Sheet, owner: string): { x: number; bottom: number; widthMm: number; heightMm: number }[] {
  return sheet.marks
    .filter((mark): mark is LineMark => mark.mark === 'line' && mark.closed && mark.owner === owner)
    .map(({ points: [a, , c] }) => ({ x: a!.x, bottom: c!.y, widthMm: c!.x - a!.x, heightMm: c!.y - a!.y }));
}

describe('elevations', () => {
  const sheets = sheetsOf(smallHall(), 'A3', 'elevations');
  const rowA = sheets[0]!;

  it('show each row on its own sheet', () => {
    expect(sheets.map(({ title }) => title)).toEqual(['Elevations, row A', 'Elevations, row B']);
  });

  it('draw cabinets and devices to scale, rack unit by rack unit', () => {
    const scale = rowA.scale!;
    const [cabinet] = boxesOf(rowA, 'A01');
    expect(cabinet!.widthMm * scale).toBeCloseTo(600, 6);
    expect(cabinet!.heightMm * scale).toBeCloseTo(2000, 6);
    const [server] = boxesOf(rowA, 'A01-n2');
    expect(server!.heightMm * scale).toBeCloseTo(2 * 44.45, 6);
    // The second server stands at U7; U1 begins 100 mm above the floor.
    expect((cabinet!.bottom - server!.bottom) * scale).toBeCloseTo(100 + 6 * 44.45, 6);
  });

  it('show the row from the front and, turned round, from the rear', () => {
    const names = textsOf(rowA).filter(({ text, weight }) => weight === 'semibold' && /^A\d\d$/.test(text));
    expect(names).toHaveLength(16);
    const [front, rear] = [names.slice(0, 8), names.slice(8)];
    // Row A faces south: who stands before it has A01 at the left, who stands behind it A08.
    expect(front.map(({ text }) => text)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08']);
    expect(rear.map(({ text }) => text)).toEqual(['A08', 'A07', 'A06', 'A05', 'A04', 'A03', 'A02', 'A01']);
    for (const view of [front, rear]) expect(view.map(({ at }) => at.x)).toEqual([...view.map(({ at }) => at.x)].sort((a, b) => a - b));
  });

  it('put the cabinets of a row that faces north the other way round', () => {
    const names = textsOf(sheets[1]!).filter(({ text, weight }) => weight === 'semibold' && /^B\d\d$/.test(text));
    expect(names.slice(0, 2).map(({ text }) => text)).toEqual(['B08', 'B07']);
  });

  it('say power, mass and rack units of each cabinet', () => {
    const words = textsOf(rowA).map(({ text }) => text);
    for (const word of ['6 of 42 U', '3.0 kW', '60 of 1 000 kg']) expect(words.filter((text) => text === word)).toHaveLength(6);
  });

  it('number every rack unit', () => {
    const words = textsOf(rowA).map(({ text }) => text);
    for (const unit of ['1', '17', '42']) expect(words.filter((text) => text === unit).length).toBeGreaterThanOrEqual(16);
  });

  it('part long rows over sheets of about equal number', () => {
    const parts = sheetsOf(smallHall('Long', 20), 'A4', 'elevations').filter(({ title }) => title.startsWith('Elevations, row A'));
    const counts = parts.map(
      (sheet) =>
        new Set(
          textsOf(sheet)
            .filter(({ text }) => /^A\d\d$/.test(text))
            .map(({ text }) => text),
        ).size,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(counts.length);
    expect(parts[0]!.title).toBe(`Elevations, row A, part 1 of ${parts.length}`);
  });
});
