/** Keys of templates as people write them: `key=value`, every value text until its kind is known. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { HallSize } from './railOptions.ts';

export type KeyKind = 'number' | 'choice' | 'yes or no' | 'length' | 'size' | 'text';

export interface TemplateKey {
  readonly name: string;
  readonly kind: KeyKind;
  /** What stands when the key is left out, for people. */
  readonly default: string;
  readonly help: string;
}

export type TemplateSettings = Readonly<Record<string, string>>;

/** Reads one value; the error has no path yet. */
export type ReadValue<T> = (value: string) => Result<T, Omit<UserError, 'path'>>;

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): ReadValue<number> {
  return (value) => {
    const number = /^\d{1,9}$/.test(value.trim()) ? Number(value) : NaN;
    return number >= least && number <= most ? ok(number) : fail(notAllowed(value, `write a whole number from ${least} to ${most}`));
  };
}

/** `true` or `false`, `yes` or `no`. */
export const yesOrNo: ReadValue<boolean> = (value) => {
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'yes') return ok(true);
  if (text === 'false' || text === 'no') return ok(false);
  return fail(notAllowed(value, 'write true or false'));
};

/** One of a list of words. */
export function oneOf<T extends string>(choices: readonly T[]): ReadValue<T> {
  return (value) => {
    const choice = choices.find((candidate) => candidate === value.trim());
    return choice === undefined ? fail(notAllowed(value, `write ${choices.join(' or ')}`)) : ok(choice);
  };
}

/** Largest side of a generated hall: 1 km. */
const LARGEST_SIDE_MM = 1_000_000;

/** Width × depth in mm, as 24000x18000. */
export const sizeInMm: ReadValue<HallSize> = (value) => {
  const match = /^(\d{1,7})\s*[x×]\s*(\d{1,7})$/i.exec(value.trim());
  const [widthMm, depthMm] = [Number(match?.[1]), Number(match?.[2])];
  const isSize = widthMm >= 1 && widthMm <= LARGEST_SIDE_MM && depthMm >= 1 && depthMm <= LARGEST_SIDE_MM;
  return isSize ? ok({ widthMm, depthMm }) : fail(notAllowed(value, 'write width x depth in mm, such as 24000x18000'));
};

const LONGEST_TEXT = 200;

/** A name on one line. */
export const shortText: ReadValue<string> = (value) => {
  const isText = value.trim() !== '' && value.length <= LONGEST_TEXT && /^[^\p{Cc}\p{Cs}]*$/u.test(value);
  return isText ? ok(value.trim()) : fail(notAllowed(value, `write one line of at most ${LONGEST_TEXT} characters`));
};

/** Readers of a template's keys, each for one option of the same name. */
export type Readers<T> = { readonly [K in keyof T]?: ReadValue<Exclude<T[K], null>> };

/** Options from settings; a key that the template does not have, or a value that a key cannot have, is refused. */
export function readSettings<T extends object>(readers: Readers<T>, settings: TemplateSettings): Result<Partial<T>, UserError> {
  const options: Partial<Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(settings)) {
    const read = Object.hasOwn(readers, key) ? readers[key as keyof T] : undefined;
    if (read === undefined) {
      return fail({
        code: 'template.key',
        path: key,
        message: 'is not a key of this template',
        remedy: `choose one of ${Object.keys(readers).join(', ')}`,
      });
    }
    const result = read(value);
    if (!result.ok) return fail({ ...result.error, path: key });
    options[key] = result.value;
  }
  return ok(options as Partial<T>);
}

function notAllowed(value: string, remedy: string): Omit<UserError, 'path'> {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return { code: 'template.value', message: `cannot be "${shown}"`, remedy };
}
