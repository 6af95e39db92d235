/**
 * Figures as people read them, on screen and on sheets: digits grouped by thin spaces, metric or imperial.
 * Plain arithmetic only, so the text is the same under every locale.
 */
import { G_PER_POUND, MM_PER_FOOT, MM_PER_INCH } from './unitFactors.ts';

export type Units = 'metric' | 'imperial';

const THIN_SPACE = '\u2009';
const MINUS = '\u2212';
const SIXTEENTHS_PER_FOOT = 192;

/** A number with `decimals` places, thousands grouped: `12 345.60`. */
export function numberText(value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
  const sign = value < 0 && Number(fixed) !== 0 ? MINUS : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
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

/** A product of cable by its metres, and under imperial units how long that is: `15 m`, `15 m (49.2 ft)`. */
export function productText(mm: number, units: Units): string {
  return units === 'metric' ? nominalText(mm) : `${nominalText(mm)} (${lengthText(mm, units)})`;
}

/** Size or place on the plan: `6 700` without its unit, or `21' 11 3/4"`, whose marks are its units. */
export function sizeValueText(mm: number, units: Units): string {
  return units === 'metric' ? numberText(mm) : feetAndInches(mm);
}

export function sizeText(mm: number, units: Units): string {
  return units === 'metric' ? `${sizeValueText(mm, units)} mm` : feetAndInches(mm);
}

/** How thick a cable or loom is: `7.2 mm`, `0.28 in`. */
export function diameterText(mm: number, units: Units): string {
  return units === 'metric' ? `${numberText(mm, 1)} mm` : `${numberText(mm / MM_PER_INCH, 2)} in`;
}

/** As builders read it, to the nearest sixteenth of an inch: `8' 10 1/4"`, `2' 0"`, `11 13/16"`. */
export function feetAndInches(mm: number): string {
  const sixteenths = Math.round((Math.abs(mm) / MM_PER_INCH) * 16);
  const feet = Math.floor(sixteenths / SIXTEENTHS_PER_FOOT);
  const rest = sixteenths % SIXTEENTHS_PER_FOOT;
  const inches = Math.floor(rest / 16);
  const fraction = fractionText(rest % 16);
  const inchText = fraction === '' ? `${inches}"` : inches === 0 && feet === 0 ? `${fraction}"` : `${inches} ${fraction}"`;
  const sign = mm < 0 && sixteenths > 0 ? MINUS : '';
  return feet === 0 ? `${sign}${inchText}` : `${sign}${numberText(feet)}' ${inchText}`;
}

/** Sixteenths in lowest terms: 4 → `1/4`. */
function fractionText(sixteenths: number): string {
  if (sixteenths === 0) return '';
  let [upper, lower] = [sixteenths, 16];
  while (upper % 2 === 0) [upper, lower] = [upper / 2, lower / 2];
  return `${upper}/${lower}`;
}

export function massText(grams: number, units: Units): string {
  return units === 'metric'
    ? `${numberText(grams / 1000, grams < 10_000 ? 1 : 0)} kg`
    : `${numberText(grams / G_PER_POUND, grams < 10 * G_PER_POUND ? 1 : 0)} lb`;
}
