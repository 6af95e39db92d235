/** Words about drawings. */
import type { DrawingKind, Underlay } from '../../shared/plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { TypedValue } from '../ui/parseLength.ts';

/** What a drawing's own coordinates are counted in. */
export function drawingUnit(kind: DrawingKind): string {
  switch (kind) {
    case 'png':
    case 'jpeg':
    case 'webp':
      return 'pixel';
    case 'pdf':
      return 'point';
    case 'dxf':
      return 'unit';
  }
}

/**
 * What is asked of the distance between two places: whether the units of its file are right, or what is assumed where it states none.
 * `statedMm`: millimetres of one unit as its file says, null: it does not, undefined: it was not read.
 */
export function scaleQuestion(
  { name, kind, mmPerUnit, calibration }: Pick<Underlay, 'name' | 'kind' | 'mmPerUnit' | 'calibration'>,
  statedMm: number | null | undefined,
  distance: string,
): string {
  if (kind === 'dxf' && calibration === null) {
    if (statedMm === mmPerUnit) return `By the units of ${name} this is ${distance}. Is that right?`;
    const assumed = ASSUMED_UNITS.get(mmPerUnit);
    if (statedMm === null && assumed !== undefined)
      return `The file of ${name} states no units; ${assumed} are assumed. By them this is ${distance}. Is that right?`;
  }
  return `At its present scale this is ${distance}.`;
}

const ASSUMED_UNITS: ReadonlyMap<number, string> = new Map([
  [1000, 'metres'],
  [1, 'millimetres'],
]);

/** `+0.31 %`, with a true minus. */
export function errorText(pct: number): string {
  const rounded = Math.abs(pct) < 0.005 ? 0 : pct;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '\u2212' : '';
  return `${sign}${Math.abs(rounded).toFixed(2)} %`;
}

/** A share as people type it: `60`, `60 %`, `+10`. */
export function parsePercent(text: string): Result<TypedValue, UserError> {
  const match = /^([+-]?)\s*(\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim());
  if (match === null)
    return fail({ code: 'input.not-a-share', message: `"${text.trim()}" is not a share`, remedy: 'write 0 to 100, or +10' });
  const value = Number(match[2]!.replace(',', '.'));
  return ok({ kind: match[1] === '' ? 'absolute' : 'relative', value: match[1] === '-' ? -value : value });
}
