/** What a program that will be killed says of its work, a line each in a file: what the system has taken from it outlives it. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export type KillRecord =
  /** The plan became this; `number` counts within one life of the program. */
  | { readonly is: 'made'; readonly number: number; readonly plan: string }
  /** The journal said that it holds this change. */
  | { readonly is: 'kept'; readonly number: number }
  /** The journal said that it holds this plan as a whole. */
  | { readonly is: 'keptWhole'; readonly plan: string }
  | { readonly is: 'saving'; readonly plan: string }
  | { readonly is: 'saved'; readonly plan: string }
  /** What should never happen here. */
  | { readonly is: 'trouble'; readonly text: string };

/** Each record is with the system before the next line of the program runs. */
export function openRecords(file: string): (record: KillRecord) => void {
  const handle = openSync(file, 'a');
  process.once('exit', () => closeSync(handle));
  return (record) => void writeSync(handle, `${JSON.stringify(record)}\n`);
}

/** A last line that was cut short says nothing. */
export function readRecords(file: string): readonly KillRecord[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as KillRecord);
}
