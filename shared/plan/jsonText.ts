/**
 * Looks at JSON as text: how deep it nests, how many members it has, where in it a value, a doubled key or a
 * mistake of syntax is. The host's own parser makes the values; this is for guarding it and for naming lines.
 */

export type JsonPath = readonly (string | number)[];

export interface JsonFault {
  readonly offset: number;
  /** What stands there: `end` when the text stops short. */
  readonly kind: 'end' | 'syntax';
  readonly expected: string;
}

export interface JsonScan {
  /** Where nesting first goes beyond the limit; null when it never does. */
  readonly tooDeepAt: number | null;
  /** Members of all objects together, doubled ones counted twice. */
  readonly memberCount: number;
}

/** One pass over the text without recursion, so that no input can exhaust the stack. Says nothing of syntax. */
export function scanJson(text: string, maxDepth: number): JsonScan {
  let depth = 0;
  let memberCount = 0;
  for (let i = 0; i < text.length; i += 1) {
    switch (text.charCodeAt(i)) {
      case 0x22: // a string: skip to its closing quote
        i = endOfString(text, i);
        break;
      case 0x3a: // colon
        memberCount += 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > maxDepth) return { tooDeepAt: i, memberCount };
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
    }
  }
  return { tooDeepAt: null, memberCount };
}

/** Offset of the quote that closes the string opened at `open`; the text's length when none does. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}

/** Line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The first mistake of syntax; null when the text is JSON. Nesting must have been checked. */
export function findSyntaxFault(text: string): JsonFault | null {
  return walkJson(text, {});
}

/** Where the value at a path begins (its key, for a member); null when there is none such. */
export function findValue(text: string, path: JsonPath): number | null {
  let found: number | null = null;
  const onValue = (at: JsonPath, offset: number): void => {
    if (at.length === path.length && at.every((step, i) => step === path[i])) found ??= offset;
  };
  walkJson(text, { onValue });
  return found;
}

export interface FoundKey {
  readonly path: JsonPath;
  readonly offset: number;
}

/** The first key of an object that is one of these names; null when there is none. */
export function findKey(text: string, names: ReadonlySet<string>): FoundKey | null {
  let found: FoundKey | null = null;
  const onValue = (at: JsonPath, offset: number): void => {
    const key = at.at(-1);
    if (typeof key === 'string' && names.has(key)) found ??= { path: [...at], offset };
  };
  walkJson(text, { onValue });
  return found;
}

/** The first key that an object holds twice; null when there is none. */
export function findDoubledKey(text: string): FoundKey | null {
  let found: FoundKey | null = null;
  const onDoubledKey = (at: JsonPath, offset: number): void => {
    found ??= { path: [...at], offset };
  };
  walkJson(text, { onDoubledKey });
  return found;
}

interface Visitor {
  /** Called with a path that changes as the walk goes on: copy to keep it. */
  readonly onValue?: (path: JsonPath, offset: number) => void;
  readonly onDoubledKey?: (path: JsonPath, offset: number) => void;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Recursive descent over RFC 8259, stopping at the first fault. */
function walkJson(text: string, visitor: Visitor): JsonFault | null {
  const path: (string | number)[] = [];
  let at = 0;

  const fault = (expected: string): JsonFault => ({ offset: at, kind: at >= text.length ? 'end' : 'syntax', expected });

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  function next(char: string): boolean {
    skip(BLANK);
    if (text[at] !== char) return false;
    at += 1;
    return true;
  }

  /** The closing quote is looked for first: a pattern for the whole string would backtrack without end over one that is cut off. */
  function string(expected: string): JsonFault | null {
    if (text[at] !== '"') return fault(expected);
    const close = endOfString(text, at);
    if (close >= text.length) at = text.length;
    if (close >= text.length || !isJsonString(text.slice(at, close + 1))) return fault(expected);
    at = close + 1;
    return null;
  }

  function value(): JsonFault | null {
    skip(BLANK);
    if (path.length === 0 || typeof path.at(-1) === 'number') visitor.onValue?.(path, at);
    if (text[at] === '{') return members();
    if (text[at] === '[') return items();
    if (text[at] === '"') return string('text in quotes');
    if (skip(SCALAR)) return null;
    // A word cut off by the end of the text is a text that stops short, not a wrong word.
    if (/^[-\w.+]*$/.test(text.slice(at, at + 40)) && at + 40 > text.length) at = text.length;
    return fault('a value');
  }

  function members(): JsonFault | null {
    at += 1;
    if (next('}')) return null;
    const keys = new Set<string>();
    for (;;) {
      skip(BLANK);
      const keyAt = at;
      const wrong = string('a name in quotes');
      if (wrong !== null) return wrong;
      const key = String(JSON.parse(text.slice(keyAt, at)));
      path.push(key);
      visitor.onValue?.(path, keyAt);
      if (keys.has(key)) visitor.onDoubledKey?.(path, keyAt);
      keys.add(key);
      if (!next(':')) return fault('":"');
      const inside = value();
      if (inside !== null) return inside;
      path.pop();
      if (next('}')) return null;
      if (!next(',')) return fault('"," or "}"');
    }
  }

  function items(): JsonFault | null {
    at += 1;
    if (next(']')) return null;
    for (let index = 0; ; index += 1) {
      path.push(index);
      const inside = value();
      if (inside !== null) return inside;
      path.pop();
      if (next(']')) return null;
      if (!next(',')) return fault('"," or "]"');
    }
  }

  const inside = value();
  if (inside !== null) return inside;
  skip(BLANK);
  return at < text.length ? fault('the end of the file') : null;
}

function isJsonString(quoted: string): boolean {
  try {
    return typeof JSON.parse(quoted) === 'string';
  } catch {
    return false;
  }
}
