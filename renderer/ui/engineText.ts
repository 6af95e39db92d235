/**
 * The engine's sentences in the units of the screen. It writes them metric, the same everywhere (`shared/checks/figures.ts`), since
 * findings are compared and exported; here the figures in them are written anew, and everything else is left as it is.
 */
import { feetAndInches, lengthText, massText, type Units } from '../../shared/quantities.ts';
import { massPerLengthText, pressureText } from './quantities.ts';

/** The engine groups no digits, so a number with a space in it is a figure and the end of a name before it. */
const FIGURE = /(?<![\w.])(\d+(?:\.\d+)?) (mm|m|kg\/m|kg|kPa)(?![\w²])/g;

export function inUnits(text: string, units: Units): string {
  if (units === 'metric') return text;
  return text.replace(FIGURE, (_whole, digits: string, unit: string) => imperial(Number(digits), unit));
}

function imperial(value: number, unit: string): string {
  switch (unit) {
    case 'mm':
      return feetAndInches(value);
    case 'm':
      return lengthText(value * 1000, 'imperial');
    case 'kg/m':
      return massPerLengthText(value * 1000, 'imperial');
    case 'kg':
      return massText(value * 1000, 'imperial');
    default:
      return pressureText(value * 1000, 'imperial');
  }
}
