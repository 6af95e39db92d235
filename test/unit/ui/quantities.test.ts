import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLength } from '../../../renderer/ui/parseLength.ts';
import { feetAndInches, lengthText, massText, nominalText, numberText, productText, sizeText } from '../../../shared/quantities.ts';
import {
  atLeastText,
  areaText,
  countText,
  daysText,
  distanceText,
  hoursRangeText,
  massPerLengthText,
  moneyText,
  powerText,
} from '../../../renderer/ui/quantities.ts';

/** Thin spaces as plain ones, to read the expectations. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ');
}

describe('figures for people', () => {
  it('group thousands by thin spaces', () => {
    expect(numberText(1018)).toBe('1\u2009018');
    expect(plain(numberText(1234567.5, 1))).toBe('1 234 567.5');
    expect(numberText(999)).toBe('999');
  });

  it('write a minus sign, and none before a zero', () => {
    expect(numberText(-12.5, 1)).toBe('\u221212.5');
    expect(numberText(-0.001, 2)).toBe('0.00');
  });

  it('count in words', () => {
    expect(countText(1, 'cable')).toBe('1 cable');
    expect(plain(countText(1018, 'cable'))).toBe('1 018 cables');
  });

  it('show lengths metric and imperial', () => {
    expect(lengthText(14_620, 'metric')).toBe('14.62 m');
    expect(lengthText(3048, 'imperial')).toBe('10.0 ft');
    expect(distanceText(11_900_000, 'metric')).toBe('11.90 km');
    expect(distanceText(820_000, 'metric')).toBe('820.0 m');
    expect(distanceText(7750, 'metric')).toBe(lengthText(7750, 'metric'));
    expect(plain(distanceText(16_093_440, 'imperial'))).toBe('52 800 ft');
    expect(distanceText(160_934_400, 'imperial')).toBe('100.00 mi');
    expect(plain(sizeText(6700, 'metric'))).toBe('6 700 mm');
    expect(sizeText(254, 'imperial')).toBe('10"');
  });

  it.each([
    [0, '0"'],
    [610, '2\' 0"'],
    [600, '1\' 11 5/8"'],
    [300, '11 13/16"'],
    [2700, '8\' 10 5/16"'],
    [3, '1/8"'],
    [-1219, '\u22124\' 0"'],
    [305, '1\' 0"'],
  ])('write %d mm as builders do', (mm, text) => {
    expect(plain(feetAndInches(mm))).toBe(text);
  });

  it('are read back from what they are written as, to the sixteenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (mm) => {
        const read = parseLength(feetAndInches(mm), 'imperial');
        expect(read.ok && Math.abs(read.value.value - mm) <= 1).toBe(true);
      }),
    );
  });

  it('show areas, loads and products in the units of the screen', () => {
    expect(areaText(30_000, 'metric')).toBe('300 cm²');
    expect(areaText(30_000, 'imperial')).toBe('46.5 in²');
    expect(massPerLengthText(1250, 'metric')).toBe('1.25 kg/m');
    expect(massPerLengthText(1250, 'imperial')).toBe('0.84 lb/ft');
    expect(productText(15_000, 'metric')).toBe('15 m');
    expect(productText(15_000, 'imperial')).toBe('15 m (49.2 ft)');
  });

  it('name products of cable by their metres', () => {
    expect(nominalText(15_000)).toBe('15 m');
    expect(nominalText(7500)).toBe('7.5 m');
    expect(nominalText(1250)).toBe('1.25 m');
  });

  it('show loads and money', () => {
    expect(massText(1_360_000, 'metric')).toBe('1\u2009360 kg');
    expect(massText(4530, 'metric')).toBe('4.5 kg');
    expect(powerText(85_800)).toBe('85.8 kW');
    expect(powerText(150)).toBe('150 W');
    expect(plain(moneyText(1_234_560, 'USD'))).toBe('USD 12 345.60');
  });

  it('show a range once where its ends agree', () => {
    expect(hoursRangeText({ low: 171.2, likely: 200, high: 236.4 })).toBe('171–236 h');
    expect(hoursRangeText({ low: 8.1, likely: 8.2, high: 8.3 })).toBe('8 h');
  });

  it('show days to a tenth, and one day as one', () => {
    expect(daysText(6.3)).toBe('6.3 days');
    expect(daysText(1)).toBe('1 day');
    expect(daysText(0.96)).toBe('1 day');
    expect(daysText(0.4)).toBe('0.4 days');
  });

  it('never show an unknown part as zero', () => {
    expect(atLeastText('42.5 m', 2)).toBe('at least 42.5 m, 2 unknown');
    expect(atLeastText('42.5 m', 0)).toBe('42.5 m');
  });
});
