/** Masses, powers and pressures as people type them, with their units: `1.2 MW`, `900 kg`, `12 kPa`. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Units } from './quantities.ts';

export type Measure = 'mass' | 'power' | 'pressure';

interface Scale {
  /** What a bare number means. */
  readonly bare: Readonly<Record<Units, string>>;
  /** Of g, W or Pa, by unit in lower case. */
  readonly factors: Readonly<Record<string, number>>;
  readonly example: string;
}

const SCALES: Readonly<Record<Measure, Scale>> = {
  mass: { bare: { metric: 'kg', imperial: 'lb' }, factors: { g: 1, kg: 1000, t: 1_000_000, lb: 453.592 }, example: '900 kg or 2000 lb' },
  power: { bare: { metric: 'kw', imperial: 'kw' }, factors: { w: 1, kw: 1000, mw: 1_000_000 }, example: '800 kW or 1.2 MW' },
  pressure: {
    bare: { metric: 'kpa', imperial: 'psf' },
    factors: { pa: 1, kpa: 1000, 'kn/m²': 1000, 'kn/m2': 1000, psf: 47.8803 },
    example: '12 kPa or 250 psf',
  },
};

/** A measure in whole g, W or Pa; null for nothing typed, which means that it is unknown. */
export function parseMeasure(text: string, measure: Measure, units: Units): Result<number | null, UserError> {
  const plain = text.replace(/[\s\u2009\u202f\u00a0]/g, '');
  if (plain === '') return ok(null);
  const { bare, factors, example } = SCALES[measure];
  const [, digits, unit] = /^(\d+(?:[.,]\d+)?)([a-z/²2]*)$/i.exec(plain) ?? [];
  const factor = factors[(unit === undefined || unit === '' ? bare[units] : unit).toLowerCase()];
  if (digits !== undefined && factor !== undefined) return ok(Math.round(Number(digits.replace(',', '.')) * factor));
  return fail({
    code: 'input.not-a-measure',
    message: `"${text.trim()}" is not a ${measure}`,
    remedy: `write ${example}, or nothing for unknown`,
  });
}
