/**
 * Figures as people read them: digits grouped by thin spaces, a unit after each, metric or imperial.
 * Plain arithmetic only, so the text is the same under every locale.
 */
import { minorDigits } from '../../shared/catalog/money.ts';
import type { Range } from '../../shared/takeoff/types.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { G_PER_POUND, MM_PER_FOOT, MM_PER_INCH, MM_PER_MILE, PA_PER_PSF } from '../../shared/unitFactors.ts';

const MOST_FEET = 100_000;
const LEAST_TENTHS_MM = 100_000;

/** Shown where a figure is not known; unknown is never zero. */
export const UNKNOWN = 'unknown';

/** `1 cable`, `1 018 cables`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** Working days to a tenth, as the take-off counts them: `6.3 days`, `1 day`. */
export function daysText(days: number): string {
  const text = numberText(days, 1).replace(/\.0$/, '');
  return `${text} ${text === '1' ? 'day' : 'days'}`;
}

/** A sum of lengths: `11.9 km`, `820.4 m`, under a hundred metres to the centimetre as a cable's own; imperial `30 282 ft`, as cable is ordered, and miles from a hundred thousand feet on. */
export function distanceText(mm: number, units: Units): string {
  const { value, unit } = distanceParts(mm, units);
  return `${value} ${unit}`;
}

export function distanceParts(mm: number, units: Units): { readonly value: string; readonly unit: string } {
  if (units === 'imperial') {
    return mm < MOST_FEET * MM_PER_FOOT
      ? { value: numberText(mm / MM_PER_FOOT), unit: 'ft' }
      : { value: numberText(mm / MM_PER_MILE, 2), unit: 'mi' };
  }
  return mm < 1_000_000
    ? { value: numberText(mm / 1000, mm < LEAST_TENTHS_MM ? 2 : 1), unit: 'm' }
    : { value: numberText(mm / 1_000_000, 2), unit: 'km' };
}

/** What to write in a field of sizes. */
export function sizeUnit(units: Units): string {
  return units === 'metric' ? 'mm' : 'ft in';
}

/** Of cables across a pathway: `300 cm²`, `46.5 in²`. */
export function areaText(mm2: number, units: Units): string {
  return units === 'metric' ? `${numberText(mm2 / 100)} cm²` : `${numberText(mm2 / MM_PER_INCH ** 2, 1)} in²`;
}

/** Of cables along a pathway: `1.25 kg/m`, `0.84 lb/ft`. */
export function massPerLengthText(gPerM: number, units: Units): string {
  return units === 'metric'
    ? `${numberText(gPerM / 1000, 2)} kg/m`
    : `${numberText((gPerM / G_PER_POUND) * (MM_PER_FOOT / 1000), 2)} lb/ft`;
}

/** Area of a floor: `240.0 m²` or `2 583 ft²`. */
export function floorAreaText(mm2: number, units: Units): string {
  return units === 'metric' ? `${numberText(mm2 / 1_000_000, 1)} m²` : `${numberText(mm2 / (MM_PER_FOOT * MM_PER_FOOT))} ft²`;
}

/** Load spread over a floor: `12.0 kPa` or `251 psf`. */
export function pressureText(pascal: number, units: Units): string {
  return units === 'metric' ? `${numberText(pascal / 1000, 1)} kPa` : `${numberText(pascal / PA_PER_PSF)} psf`;
}

/** From here on powers are written in MW. */
export const LEAST_MEGAWATTS_W = 10_000_000;

export function powerText(watts: number): string {
  if (watts >= LEAST_MEGAWATTS_W) return `${numberText(watts / 1_000_000, 2)} MW`;
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
  const digits = minorDigits(currency);
  return `${currency} ${numberText(amountMinor / 10 ** digits, digits)}`;
}

/** A sum of which some parts are unknown: `at least 42.5 m, 2 unknown`. */
export function atLeastText(known: string, unknownParts: number): string {
  return unknownParts === 0 ? known : `at least ${known}, ${numberText(unknownParts)} unknown`;
}
