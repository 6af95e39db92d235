/** Masses, powers and pressures as people type them and fields show them, with their units: `1.2 MW`, `900 kg`, `12 kPa`. */
import { must } from '../../shared/assert.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { LEAST_MEGAWATTS_W } from './quantities.ts';
import { G_PER_POUND, PA_PER_PSF } from '../../shared/unitFactors.ts';

export type Measure = 'mass' | 'power' | 'pressure';

interface Scale {
  /** What a bare number means. */
  readonly bare: Readonly<Record<Units, string>>;
  /** Of g, W or Pa, by unit in lower case. */
  readonly factors: ReadonlyMap<string, number>;
  readonly example: string;
}

const SCALES: Readonly<Record<Measure, Scale>> = {
  mass: {
    bare: { metric: 'kg', imperial: 'lb' },
    factors: new Map([
      ['g', 1],
      ['kg', 1000],
      ['t', 1_000_000],
      ['lb', G_PER_POUND],
    ]),
    example: '900 kg or 2000 lb',
  },
  power: {
    bare: { metric: 'kw', imperial: 'kw' },
    factors: new Map([
      ['w', 1],
      ['kw', 1000],
      ['mw', 1_000_000],
    ]),
    example: '800 kW or 1.2 MW',
  },
  pressure: {
    bare: { metric: 'kpa', imperial: 'psf' },
    factors: new Map([
      ['pa', 1],
      ['kpa', 1000],
      ['kn/m²', 1000],
      ['kn/m2', 1000],
      ['psf', PA_PER_PSF],
    ]),
    example: '12 kPa or 250 psf',
  },
};

/** A measure in whole g, W or Pa; null for nothing typed, which means that it is unknown. */
export function parseMeasure(text: string, measure: Measure, units: Units): Result<number | null, UserError> {
  const plain = text.replace(/[\s\u2009\u202f\u00a0]/g, '');
  if (plain === '') return ok(null);
  const { bare, factors, example } = SCALES[measure];
  const [, digits, unit] = /^(\d+(?:[.,]\d+)?)([a-z/²2]*)$/i.exec(plain) ?? [];
  const factor = factors.get((unit === undefined || unit === '' ? bare[units] : unit).toLowerCase());
  if (digits !== undefined && factor !== undefined) return ok(Math.round(Number(digits.replace(',', '.')) * factor));
  return fail({
    code: 'input.not-a-measure',
    message: `"${text.trim()}" is not a ${measure}`,
    remedy: `write ${example}, or nothing for unknown`,
  });
}

/** No unit shown is larger than a million of g, W or Pa, so that this many places tell any two of them apart. */
const MOST_DECIMALS = 7;

/** A measure as a field shows it: with as many places as it takes to be read back as the same, where other texts are rounded. */
export function measureText(value: number, measure: Measure, units: Units): string {
  const unit = unitOf(value, measure, units);
  const factor = must(SCALES[measure].factors.get(unit.toLowerCase()), unit);
  const shown = value / factor;
  let decimals = 0;
  while (decimals < MOST_DECIMALS && Math.round(Number(shown.toFixed(decimals)) * factor) !== value) decimals += 1;
  return `${numberText(shown, decimals)} ${unit}`;
}

function unitOf(value: number, measure: Measure, units: Units): string {
  switch (measure) {
    case 'mass':
      return units === 'metric' ? 'kg' : 'lb';
    case 'power':
      return value < 1000 ? 'W' : value < LEAST_MEGAWATTS_W ? 'kW' : 'MW';
    case 'pressure':
      return units === 'metric' ? 'kPa' : 'psf';
  }
}
