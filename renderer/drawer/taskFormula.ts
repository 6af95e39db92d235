/** The formula of a task's hours with its figures, in the units of the screen. */
import type { LabourTask, LabourUnit } from '../../shared/catalog/types.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import type { TaskHours } from '../../shared/takeoff/types.ts';
import { MM_PER_FOOT } from '../../shared/unitFactors.ts';
import { hoursRangeText } from '../ui/quantities.ts';

const unitNames: Readonly<Record<LabourUnit, string>> = {
  'pathway-metre': 'of pathway',
  cabinet: 'cabinets',
  device: 'devices',
  transceiver: 'transceivers',
  cable: 'cables',
  'cable-end': 'cable ends',
  'cable-metre': 'of cable',
  'fiber-end': 'fiber ends',
  link: 'links',
  location: 'work locations',
};

const FEET_PER_METRE = 1000 / MM_PER_FOOT;

function isLength(unit: LabourUnit): boolean {
  return unit === 'pathway-metre' || unit === 'cable-metre';
}

/** Units of work as the screen counts them: feet for metres where it is imperial. */
function shownUnits(unit: LabourUnit, units: number, system: Units): number {
  return system === 'imperial' && isLength(unit) ? units * FEET_PER_METRE : units;
}

function countOf(units: number): string {
  return numberText(units, Number.isInteger(units) ? 0 : 1);
}

/** `1 014 cable ends × 0.5 min ÷ 60 ÷ 0.5 = 16.9 h (8–34 h)`, `820.4 ft of pathway × 1.52 min ÷ 60 = 20.8 h (15–30 h)`. */
export function taskFormula(
  { units, hours, range, factors }: TaskHours,
  { unit, minutes, people, share }: LabourTask,
  utilisation: number,
  system: Units,
): string {
  const isInFeet = system === 'imperial' && isLength(unit);
  const name = isLength(unit) ? `${isInFeet ? 'ft' : 'm'} ${unitNames[unit]}` : unitNames[unit];
  const minutesText = isInFeet ? numberText(minutes.likely / FEET_PER_METRE, 3) : String(minutes.likely);
  return [
    `${countOf(shownUnits(unit, units, system))} ${name}${share === 1 ? '' : ` (${numberText(share * 100, 0)} % of all)`}`,
    ` × ${minutesText} min`,
    factors.length === 0 ? '' : ' × what slows it',
    people === 1 ? '' : ` × ${people} people`,
    ' ÷ 60',
    utilisation === 1 ? '' : ` ÷ ${utilisation} utilization`,
    ` = ${numberText(hours, 1)} h (${hoursRangeText(range)})`,
  ].join('');
}

/** What slows a task, a line each: `24 of them × 1.3 (1.1 to 1.5) for work above 3 m`. */
export function factorTexts({ factors }: TaskHours, { unit }: LabourTask, system: Units): string[] {
  return factors.map(
    ({ name, units, times }) =>
      `${countOf(shownUnits(unit, units, system))} of them × ${times.likely} (${times.low} to ${times.high}) for ` +
      `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  );
}
