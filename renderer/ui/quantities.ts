/**
 * Figures as people read them: digits grouped by thin spaces, a unit after each, metric or imperial.
 * Plain arithmetic only, so the text is the same under every locale.
 */
import type { Range } from '../../shared/takeoff/types.ts';

export type Units = 'metric' | 'imperial';

const THIN_SPACE = '\u2009';
const MINUS = '\u2212';
const MM_PER_INCH = 25.4;
const MM_PER_FOOT = 304.8;
const G_PER_POUND = 453.592;
const MM_PER_MILE = 1_609_344;

/** Shown where a figure is not known; unknown is never zero. */
export const UNKNOWN = 'unknown';

/** A number with `decimals` places, thousands grouped: `12 345.60`. */
export function numberText(value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
  const sign = value < 0 && Number(fixed) !== 0 ? MINUS : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}

/** `1 cable`, `1 018 cables`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** Working days to a tenth, as the take-off counts them: `6.3 days`, `1 day`. */
export function daysText(days: number): string {
  const text = numberText(days, 1).replace(/\.0$/, '');
  return `${text} ${text === '1' ? 'day' : 'days'}`;
}

/** Length of cable: `14.62 m` or `48.0 ft`. */
export function lengthText(mm: number, units: Units): string {
  return units === 'metric' ? `${numberText(mm / 1000, 2)} m` : `${numberText(mm / MM_PER_FOOT, 1)} ft`;
}

/** Nominal length as it is ordered: `15 m`, `7.5 m`; a product of metres keeps its name under imperial units. */
export function nominalText(mm: number): string {
  const metres = mm / 1000;
  const decimals = Number.isInteger(metres) ? 0 : Number.isInteger(metres * 10) ? 1 : 2;
  return `${numberText(metres, decimals)} m`;
}

/** A sum of lengths: `11.9 km`, `820 m`; imperial `7.4 mi`, `2 690 ft`. */
export function distanceText(mm: number, units: Units): string {
  const { value, unit } = distanceParts(mm, units);
  return `${value} ${unit}`;
}

export function distanceParts(mm: number, units: Units): { readonly value: string; readonly unit: string } {
  if (units === 'imperial') {
    return mm < MM_PER_MILE ? { value: numberText(mm / MM_PER_FOOT), unit: 'ft' } : { value: numberText(mm / MM_PER_MILE, 2), unit: 'mi' };
  }
  return mm < 1_000_000 ? { value: numberText(mm / 1000, 1), unit: 'm' } : { value: numberText(mm / 1_000_000, 2), unit: 'km' };
}

/** Size or place on the plan, without its unit: `6 700` (mm) or `263.78` (in). */
export function sizeValueText(mm: number, units: Units): string {
  return units === 'metric' ? numberText(mm) : numberText(mm / MM_PER_INCH, 2);
}

export function sizeUnit(units: Units): string {
  return units === 'metric' ? 'mm' : 'in';
}

export function sizeText(mm: number, units: Units): string {
  return `${sizeValueText(mm, units)} ${sizeUnit(units)}`;
}

export function massText(grams: number, units: Units): string {
  return units === 'metric' ? `${numberText(grams / 1000, grams < 10_000 ? 1 : 0)} kg` : `${numberText(grams / G_PER_POUND)} lb`;
}

export function powerText(watts: number): string {
  if (watts >= 10_000_000) return `${numberText(watts / 1_000_000, 2)} MW`;
  return watts < 1000 ? `${numberText(watts)} W` : `${numberText(watts / 1000, 1)} kW`;
}

export function percentText(percent: number): string {
  return `${numberText(percent, percent < 10 ? 1 : 0)} %`;
}

/** Person-hours as a range of low to high: `171–236 h`. */
export function hoursRangeText(range: Range): string {
  const low = numberText(Math.round(range.low));
  const high = numberText(Math.round(range.high));
  return low === high ? `${low} h` : `${low}–${high} h`;
}

export function hoursText(hours: number): string {
  return `${numberText(hours, hours < 10 ? 1 : 0)} h`;
}

/** `USD 12 345.60`; the amount is in minor units. */
export function moneyText(amountMinor: number, currency: string): string {
  return `${currency} ${numberText(amountMinor / 100, 2)}`;
}

/** A sum of which some parts are unknown: `at least 42.5 m, 2 unknown`. */
export function atLeastText(known: string, unknownParts: number): string {
  return unknownParts === 0 ? known : `at least ${known}, ${numberText(unknownParts)} unknown`;
}
