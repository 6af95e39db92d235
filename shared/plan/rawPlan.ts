/** From a file's text to plain JSON that is safe to walk: shallow, no key twice, no reserved name, a plan by its own word. */
import { fail, ok } from '../result.ts';
import { findDoubledKey, findKey, findSyntaxFault, lineAt, scanJson } from './jsonText.ts';
import { PLAN_FORMAT } from './planFormat.ts';
import { RESERVED_NAMES } from '../fields.ts';
import type { Result, UserError } from '../result.ts';

export type RawPlan = Readonly<Record<string, unknown>>;

/** A plan needs 8; the rest is room for fields of later releases. */
const MAX_DEPTH = 32;

const CONFLICT_MARK = /^(<{7}|={7}|>{7}|\|{7})/;

/** The plain content of a plan's text. */
export function parseRawPlan(text: string): Result<RawPlan, UserError> {
  if (text.trim() === '') {
    return fail({ code: 'plan.empty', message: 'the file is empty', remedy: 'choose a .raceway file, or restore the last good copy' });
  }
  if (!/^\s*\{/.test(text)) return fail(notAPlan('it does not begin with {'));
  const scan = scanJson(text, MAX_DEPTH);
  if (scan.tooDeepAt !== null) {
    const line = lineAt(text, scan.tooDeepAt);
    return fail({
      code: 'plan.too-deep',
      line,
      message: `brackets nest more than ${MAX_DEPTH} deep`,
      remedy: 'restore the last good copy',
    });
  }
  const raw = parseJson(text);
  if (!raw.ok) return raw;
  const format = raw.value['format'];
  if (format !== PLAN_FORMAT) return fail(notAPlan(format === undefined ? 'it names no format' : `its format is ${shortJson(format)}`));
  const keys = countKeys(raw.value);
  if (keys === null) return fail(reservedName(text));
  return keys === scan.memberCount ? raw : fail(doubledKey(text));
}

function parseJson(text: string): Result<RawPlan, UserError> {
  try {
    return ok(JSON.parse(text) as RawPlan);
  } catch {
    return fail(syntaxError(text));
  }
}

/** How many members the objects of a value have together; null when one has a reserved name. */
function countKeys(value: object): number | null {
  let count = 0;
  if (Array.isArray(value)) {
    for (const member of value as readonly unknown[]) {
      const inside = typeof member === 'object' && member !== null ? countKeys(member) : 0;
      if (inside === null) return null;
      count += inside;
    }
    return count;
  }
  for (const [key, member] of Object.entries(value as RawPlan)) {
    const inside = typeof member === 'object' && member !== null ? countKeys(member) : 0;
    if (inside === null || RESERVED_NAMES.has(key)) return null;
    count += 1 + inside;
  }
  return count;
}

function notAPlan(why: string): UserError {
  return { code: 'plan.not-a-plan', message: `the file is not a Raceway plan: ${why}`, remedy: 'choose a .raceway file' };
}

function syntaxError(text: string): UserError {
  const fault = findSyntaxFault(text);
  if (fault === null || fault.kind === 'end') {
    const line = lineAt(text, text.trimEnd().length);
    return {
      code: 'plan.truncated',
      line,
      message: 'the file ends in the middle',
      remedy: 'copy it again in full, or restore the last good copy',
    };
  }
  const line = lineAt(text, fault.offset);
  const found = /^[^\s,\]}]{1,20}|^\S/.exec(text.slice(fault.offset, fault.offset + 20))?.[0] ?? '';
  if (CONFLICT_MARK.test(found)) {
    return {
      code: 'plan.merge-conflict',
      line,
      message: 'a merge was left unfinished here',
      remedy: 'keep one of the two sides and delete the marks',
    };
  }
  const remedy = 'mend this line, or restore the last good copy';
  return { code: 'plan.syntax', line, message: `expected ${fault.expected} but found ${found}`, remedy };
}

function reservedName(text: string): UserError {
  const found = findKey(text, RESERVED_NAMES);
  return {
    code: 'plan.reserved-name',
    ...(found === null ? {} : { line: lineAt(text, found.offset), path: found.path.join('.') }),
    message: 'is a reserved name',
    remedy: 'take this member out',
  };
}

function doubledKey(text: string): UserError {
  const found = findDoubledKey(text);
  return {
    code: 'plan.doubled-key',
    ...(found === null ? {} : { line: lineAt(text, found.offset), path: found.path.join('.') }),
    message: 'stands twice in one object',
    remedy: 'keep one of the two',
  };
}

function shortJson(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}
