import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, parseMeasure } from '../../../renderer/ui/parseMeasure.ts';

describe('a measure that is typed', () => {
  it('is read with its unit, or with the one of the screen', () => {
    expect(parseMeasure('1.2 MW', 'power', 'metric')).toEqual({ ok: true, value: 1_200_000 });
    expect(parseMeasure('12,5', 'mass', 'metric')).toEqual({ ok: true, value: 12_500 });
    expect(parseMeasure('2000', 'mass', 'imperial')).toEqual({ ok: true, value: 907_185 });
    expect(parseMeasure('', 'pressure', 'metric')).toEqual({ ok: true, value: null });
  });

  it.each(['5constructor', '5toString', '5__proto__', '5 stone', 'kg', '-5 kg', '1.2.3'])('is refused as %s', (text) => {
    expect(parseMeasure(text, 'mass', 'metric')).toMatchObject({ ok: false, error: { code: 'input.not-a-measure' } });
  });
});

describe('a measure in a field', () => {
  it('shows what was typed, to the last digit and none beyond', () => {
    expect(measureText(12_500, 'mass', 'metric')).toBe('12.5 kg');
    expect(measureText(12_000, 'mass', 'metric')).toBe('12 kg');
    expect(measureText(907_185, 'mass', 'imperial')).toBe('2\u2009000 lb');
    expect(measureText(12_345, 'power', 'metric')).toBe('12.345 kW');
    expect(measureText(850, 'power', 'metric')).toBe('850 W');
    expect(measureText(12_345_000, 'power', 'metric')).toBe('12.345 MW');
    expect(measureText(11_970, 'pressure', 'imperial')).toBe('250 psf');
    expect(measureText(0, 'mass', 'metric')).toBe('0 kg');
  });

  it('reads back as itself, in all units', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.constantFrom('mass', 'power', 'pressure'),
        fc.constantFrom('metric', 'imperial'),
        (value, measure, units) => {
          expect(parseMeasure(measureText(value, measure, units), measure, units)).toEqual({ ok: true, value });
        },
      ),
    );
  });
});
