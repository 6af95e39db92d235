/** Words about drawings. */
import type { DrawingKind } from '../../shared/plan/underlays.ts';
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
