/**
 * Ends of links as people write them in tables: `slot:port` with ranges in brackets. `leaf[1-4]:[5,7-8]` is ports 5, 7 and 8 of
 * leaf1, then those of leaf2, and so on: the last bracket changes fastest. Numbers keep the width of the first one: `node[08-11]`
 * is node08, node09, node10, node11.
 */
import { fail, ok, type Result } from '../result.ts';

export interface LinkEnd {
  readonly slot: string;
  readonly port: number;
}

/** What is wrong with the text, and what would be right. */
export interface EndFault {
  readonly message: string;
  readonly remedy: string;
}

/** Ends of one row; a table of more is several rows. */
export const MOST_ENDS = 100_000;

/** The ends that a text names, in order. */
export function expandEnds(text: string): Result<readonly LinkEnd[], EndFault> {
  const colon = text.lastIndexOf(':');
  if (colon <= 0) return fault(`"${text}" names no port`, 'write slot:port, such as leaf1:3');
  const slots = expandPattern(text.slice(0, colon));
  if (!slots.ok) return slots;
  const ports = expandPattern(text.slice(colon + 1));
  if (!ports.ok) return ports;
  const numbers = ports.value.map(Number);
  if (!numbers.every((port) => Number.isInteger(port) && port >= 1 && port < 2 ** 16)) {
    return fault(`"${text.slice(colon + 1)}" is not a port number`, 'count ports from 1 within their block');
  }
  if (slots.value.length * numbers.length > MOST_ENDS)
    return fault(`"${text}" names more than ${MOST_ENDS} ends`, 'split it into several rows');
  return ok(slots.value.flatMap((slot) => numbers.map((port) => ({ slot, port }))));
}

/** Every text that a pattern with brackets stands for. */
export function expandPattern(pattern: string): Result<readonly string[], EndFault> {
  const open = pattern.indexOf('[');
  const close = pattern.indexOf(']');
  if (open < 0 && close < 0) return ok([pattern]);
  if (close < open || open < 0) return fault(`"${pattern}" has a bracket without its other half`, 'write a range as [1-8]');
  const numbers = expandNumbers(pattern.slice(open + 1, close));
  if (!numbers.ok) return numbers;
  const rest = expandPattern(pattern.slice(close + 1));
  if (!rest.ok) return rest;
  if (numbers.value.length * rest.value.length > MOST_ENDS)
    return fault(`"${pattern}" names more than ${MOST_ENDS} ends`, 'split it into several rows');
  const head = pattern.slice(0, open);
  return ok(numbers.value.flatMap((number) => rest.value.map((tail) => head + number + tail)));
}

function expandNumbers(text: string): Result<readonly string[], EndFault> {
  const numbers: string[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part.trim());
    const [from, to] = [match?.[1], match?.[2] ?? match?.[1]];
    if (from === undefined || to === undefined || Number(to) < Number(from) || Number(to) - Number(from) >= MOST_ENDS) {
      return fault(`"[${text}]" is not a range`, 'write numbers and ranges such as [1-8] or [1,3,5-7]');
    }
    for (let number = Number(from); number <= Number(to); number += 1) numbers.push(String(number).padStart(from.length, '0'));
  }
  return ok(numbers);
}

function fault(message: string, remedy: string): { readonly ok: false; readonly error: EndFault } {
  return fail({ message, remedy });
}
