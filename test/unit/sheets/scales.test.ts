import { describe, expect, it } from 'vitest';
import { elevationTag, massOf, nominalLength, sizeFigure } from '../../../shared/sheets/figures.ts';
import { fittingScale, scaleText } from '../../../shared/sheets/scales.ts';

describe('scales of sheets', () => {
  it('are written as on the rules of architects and engineers under imperial units', () => {
    expect(scaleText(50, 'metric')).toBe('1:50');
    expect([4, 8, 12, 16, 32, 48, 64, 96, 128, 192].map((n) => scaleText(n, 'imperial'))).toEqual([
      `3" = 1'-0" (1:4)`,
      `1 1/2" = 1'-0" (1:8)`,
      `1" = 1'-0" (1:12)`,
      `3/4" = 1'-0" (1:16)`,
      `3/8" = 1'-0" (1:32)`,
      `1/4" = 1'-0" (1:48)`,
      `3/16" = 1'-0" (1:64)`,
      `1/8" = 1'-0" (1:96)`,
      `3/32" = 1'-0" (1:128)`,
      `1/16" = 1'-0" (1:192)`,
    ]);
    expect(scaleText(240, 'imperial')).toBe(`1" = 20'-0" (1:240)`);
    expect(scaleText(4800, 'imperial')).toBe(`1" = 400'-0" (1:4800)`);
  });

  it('fit the thing, each in its own series', () => {
    const fit = (widthMm: number, units: 'metric' | 'imperial', least = 1) =>
      fittingScale({ widthMm, heightMm: 1 }, { widthMm: 100, heightMm: 100 }, least, units);
    expect([4600, 4900, 20_100].map((widthMm) => fit(widthMm, 'metric'))).toEqual([50, 50, 250]);
    expect([4600, 4900, 20_100].map((widthMm) => fit(widthMm, 'imperial'))).toEqual([48, 64, 240]);
    expect(fit(10, 'imperial', 20)).toBe(24);
    for (const widthMm of [1, 333, 9999, 123_456, 900_000, 3_000_000]) {
      const n = fit(widthMm, 'imperial');
      expect(n).toBeGreaterThanOrEqual(widthMm / 100);
      expect(scaleText(n, 'imperial')).toMatch(/ = |^1:[12] |^1:[12]$/u);
    }
  });
});

describe('figures of sheets', () => {
  it('are in the units of the plan; what is ordered keeps its metres', () => {
    expect([sizeFigure(12_600, 'metric'), sizeFigure(12_600, 'imperial')]).toEqual(['12 600', `41' 4 1/16"`]);
    expect([elevationTag(2750, 'metric'), elevationTag(2750, 'imperial'), elevationTag(-300, 'imperial')]).toEqual([
      '+2 750',
      `+9' 0 1/4"`,
      `\u221211 13/16"`,
    ]);
    expect([nominalLength(15_000, 'metric'), nominalLength(15_000, 'imperial')]).toEqual(['15 m', '15 m (49.2 ft)']);
    expect(massOf(462_000, 1_500_000, 'imperial')).toBe('1 019 of 3 307 lb');
  });
});
