import { describe, expect, it } from 'vitest';
import { inUnits } from '../../../renderer/ui/engineText.ts';
import { kilograms, kilogramsPerMetre, kilopascals, kilowatts, metres, millimetres, percent } from '../../../shared/checks/figures.ts';

describe('a sentence of the engine', () => {
  it.each([
    [millimetres(1200), '3\' 11 1/4"'],
    [metres(12_340), '40.5 ft'],
    [kilograms(142_400), '314 lb'],
    [kilogramsPerMetre(1250), '0.84 lb/ft'],
    [kilopascals(12_100), '253 psf'],
  ])('%s reads %s under imperial units', (metric, imperial) => {
    expect(inUnits(metric, 'imperial')).toBe(imperial);
    expect(inUnits(metric, 'metric')).toBe(metric);
  });

  it('keeps what is the same everywhere, and names that look like figures', () => {
    for (const text of [kilowatts(28_600), percent(41.3), 'Cabinet 700 × 1200, 52U', '2 feeds', 'QM9700 m2', '5 of 6 supplies'])
      expect(inUnits(text, 'imperial')).toBe(text);
  });

  it('leaves the figures of a name alone that stands before one', () => {
    expect(inUnits('segment T1 600 mm wide, row 2 600 mm off', 'imperial')).toBe('segment T1 1\' 11 5/8" wide, row 2 1\' 11 5/8" off');
    for (const name of ['T600 mm', 'v1.600 mm', 'A01_600 mm']) expect(inUnits(name, 'imperial')).toBe(name);
  });

  it('writes each figure of a sentence', () => {
    expect(inUnits('aisle of 900 mm between A and B, at least 1200 mm', 'imperial')).toBe(
      'aisle of 2\' 11 7/16" between A and B, at least 3\' 11 1/4"',
    );
  });
});
