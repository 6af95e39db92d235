/**
 * Reads a `.raceway` file: a sound plan, or one error that names line, path and remedy. Takes any JSON with the
 * right content, however it is laid out; entities may stand in any order.
 */
import { decodePlanText } from './planText.ts';
import { fail } from '../result.ts';
import { findValue, lineAt } from './jsonText.ts';
import { migratePlan } from './migrations/migrate.ts';
import { parseRawPlan } from './rawPlan.ts';
import { readPlan } from './readPlan.ts';
import type { JsonPath } from './jsonText.ts';
import type { Plan } from './types.ts';
import type { RawPlan } from './rawPlan.ts';
import type { Result, UserError } from '../result.ts';

/** Told now and then what share of the work is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** Share of the time that goes into decoding and JSON, before the first entity is read. */
const JSON_SHARE = 0.3;

/** The plan in a file's bytes (UTF-8, a byte order mark is allowed). */
export function parsePlan(bytes: Uint8Array, onProgress: OnProgress = () => undefined): Result<Plan, UserError> {
  const text = decodePlanText(bytes);
  return text.ok ? parsePlanText(text.value, onProgress) : text;
}

/** The plan in a file's text. */
export function parsePlanText(text: string, onProgress: OnProgress = () => undefined): Result<Plan, UserError> {
  const raw = parseRawPlan(text);
  if (!raw.ok) return raw;
  const current = migratePlan(raw.value);
  if (!current.ok) return fail({ ...current.error, ...lineOf(text, raw.value, [current.error.path ?? '']) });
  onProgress(JSON_SHARE);
  const plan = readPlan(current.value, (share) => onProgress(JSON_SHARE + (1 - JSON_SHARE) * share));
  if (plan.ok) return plan;
  const { code, path, at, message, remedy } = plan.error;
  return fail({ code, ...lineOf(text, raw.value, at ?? path), path: path.join('.'), message, remedy });
}

/** The line of what a path leads to in the file as it was written; of its holder, where the thing itself is missing. */
function lineOf(text: string, raw: RawPlan, path: JsonPath): { readonly line?: number } {
  const offset = findValue(text, placeInFile(raw, path));
  return offset === null ? {} : { line: lineAt(text, offset) };
}

/** The path with positions for ids, as far as the file goes along with it. */
function placeInFile(raw: unknown, path: JsonPath): JsonPath {
  const place: (string | number)[] = [];
  let holder: unknown = raw;
  for (const step of path) {
    if (typeof holder !== 'object' || holder === null) break;
    const key = Array.isArray(holder) && typeof step === 'string' ? holder.findIndex((item: unknown) => idOf(item) === step) : step;
    if (!Object.hasOwn(holder, key)) break;
    place.push(key);
    holder = (holder as Record<string | number, unknown>)[key];
  }
  return place;
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
