/** Figures as sheets print them: the same in every language setting. */
import { feetAndInches, lengthText, type Units } from '../quantities.ts';
import { G_PER_POUND } from '../unitFactors.ts';

/** `12 600`: thousands apart, no decimals. */
export function groupedDigits(value: number): string {
  const digits = String(Math.round(Math.abs(value)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ' ');
  return value < 0 && grouped !== '0' ? `−${grouped}` : grouped;
}

/** Of cable: `14.62 m`, `48.0 ft`. */
export function cableLength(lengthMm: number, units: Units): string {
  return units === 'metric' ? `${(lengthMm / 1000).toFixed(2)} m` : lengthText(lengthMm, units);
}

/** A nominal length, `15 m`, `2.5 m`, as the part is sold; under imperial units with its feet beside: `15 m (49.2 ft)`. */
export function nominalLength(lengthMm: number, units: Units): string {
  const metres = `${Number((lengthMm / 1000).toFixed(2))} m`;
  return units === 'metric' ? metres : `${metres} (${lengthText(lengthMm, units)})`;
}

/** On the floor: `12 600` in mm, `41' 4 1/16"`. */
export function sizeFigure(mm: number, units: Units): string {
  return units === 'metric' ? groupedDigits(mm) : feetAndInches(mm);
}

/** `28.6 kW`. */
export function kilowatts(watts: number): string {
  return `${(watts / 1000).toFixed(1)} kW`;
}

/** `462 of 1 500 kg`, `1 019 of 3 307 lb`. */
export function massOf(grams: number, limitG: number, units: Units): string {
  const [perUnit, unit] = units === 'metric' ? [1000, 'kg'] : [G_PER_POUND, 'lb'];
  return `${groupedDigits(grams / perUnit)} of ${groupedDigits(limitG / perUnit)} ${unit}`;
}

/** `+2 750`, `−300`, `+9' 0 1/4"`: height above the floor. */
export function elevationTag(elevationMm: number, units: Units): string {
  return elevationMm < 0 ? sizeFigure(elevationMm, units) : `+${sizeFigure(elevationMm, units)}`;
}
