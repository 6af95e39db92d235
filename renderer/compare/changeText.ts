/** What a difference says to people: what moved by how much, which fields are other ones, with units. */
import type { FieldChange, PlanChange } from '../../shared/diff/planDiff.ts';
import { massText, numberText, sizeText, type Units } from '../../shared/quantities.ts';
import { powerText } from '../ui/quantities.ts';
import { signedText } from './figureRow.ts';

/** Fields in one line, before the rest is counted. */
const MOST_FIELDS = 3;
const MOST_LETTERS = 40;

/** One line beside the name; empty: the kind says it all. */
export function changeText({ kind, move, fields }: PlanChange, units: Units): string {
  if (kind === 'added' || kind === 'removed') return '';
  const parts: string[] = [];
  if (move !== null && (move.dxMm !== 0 || move.dyMm !== 0))
    parts.push(`by ${offsetText(move.dxMm, units)}, ${offsetText(move.dyMm, units)}`);
  if (move !== null && (move.turnedDeg ?? 0) !== 0) parts.push(`turned by ${signedText(move.turnedDeg!, (deg) => `${numberText(deg)}°`)}`);
  if (move?.elsewhere === true) parts.push('to another place');
  if (kind === 'moved' && parts.length > 0) return parts.join(', ');
  const own = fields.filter(({ field }) => move === null || !PLACE_FIELDS.has(field));
  parts.push(...own.slice(0, MOST_FIELDS).map((change) => fieldText(change, units)));
  if (own.length > MOST_FIELDS) parts.push(`and ${numberText(own.length - MOST_FIELDS)} more`);
  return parts.join('; ');
}

const PLACE_FIELDS: ReadonlySet<string> = new Set(['xMm', 'yMm', 'rotationDeg', 'hall']);

function offsetText(mm: number, units: Units): string {
  return signedText(mm, (size) => sizeText(size, units));
}

/** `width 300 mm → 450 mm`. */
function fieldText({ field, old, new: next }: FieldChange, units: Units): string {
  const text = (value: unknown): string => valueText(field, value, units);
  return field === '' ? `${text(old)} → ${text(next)}` : `${fieldName(field)} ${text(old)} → ${text(next)}`;
}

const UNIT_ENDINGS = /(?:Mm|GPerM|G|W|Deg|Pct|Pa|U)$/;

/** `clearWidthMm` as `clear width`; American spelling, as elsewhere on screen. */
export function fieldName(field: string): string {
  return field
    .split('.')
    .map((part) =>
      part
        .replace(UNIT_ENDINGS, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase(),
    )
    .map((part) => (part === 'x' || part === 'y' || part === 'z' ? `${part} place` : part))
    .join(', ')
    .replaceAll('labour', 'labor');
}

function valueText(field: string, value: unknown, units: Units): string {
  if (value === undefined) return 'none';
  if (value === null) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'none' : shortened(value);
  if (typeof value !== 'number') return Array.isArray(value) ? `${numberText(value.length)} entries` : shortened(JSON.stringify(value));
  const [unit] = UNIT_ENDINGS.exec(field) ?? [''];
  switch (unit) {
    case 'Mm':
      return sizeText(value, units);
    case 'G':
      return massText(value, units);
    case 'W':
      return powerText(value);
    case 'Deg':
      return `${numberText(value)}°`;
    case 'Pct':
      return `${numberText(value)} %`;
    case 'U':
      return `U${numberText(value)}`;
    default:
      return numberText(value, Number.isInteger(value) ? 0 : 2);
  }
}

function shortened(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS - 1)}…`;
}
