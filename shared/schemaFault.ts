/** Puts the first issue of a schema into words for people. */
import type { BaseIssue } from 'valibot';

export interface SchemaFault {
  /** Keys and positions from the value that was checked down to the fault. */
  readonly path: readonly (string | number)[];
  /** What is wrong, without the name of the field. */
  readonly message: string;
  /** What would be right. */
  readonly remedy: string;
}

const SHOWN_CHARS = 40;

/** The fault that an issue of any of our schemas stands for; `ownName` is what the value that was checked is called. */
export function schemaFault(issue: BaseIssue<unknown>, ownName = ''): SchemaFault {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  const [message, remedy] = inWords(issue, String(path.at(-1) ?? ownName));
  return { path, message, remedy };
}

function inWords(issue: BaseIssue<unknown>, fieldName: string): [message: string, remedy: string] {
  const { input } = issue;
  const limit = String(issue.requirement);
  if (input === undefined) return ['is missing', `add "${fieldName}" with its value`];
  switch (issue.type) {
    case 'number':
      return [
        `must be a number, not ${shown(input)}`,
        fieldName.endsWith('Mm') ? 'write a whole number of millimetres, such as 1200' : 'write a number, such as 2',
      ];
    case 'integer':
      return [`must be a whole number${unitOf(fieldName)}, not ${shown(input)}`, `write ${nearestWhole(input)}`];
    case 'finite':
      return ['must be a number of ordinary size', 'write a smaller number'];
    case 'min_value':
      return [`must be at least ${limit}, not ${shown(input)}`, `write ${limit} or more`];
    case 'gt_value':
      return [`must be more than ${limit}, not ${shown(input)}`, `write more than ${limit}`];
    case 'max_value':
      return [`must be at most ${limit}, not ${shown(input)}`, `write ${limit} or less`];
    case 'lt_value':
      return [`must be less than ${limit}, not ${shown(input)}`, `write less than ${limit}`];
    case 'string':
      return [`must be text, not ${shown(input)}`, 'write it in quotes'];
    case 'boolean':
      return [`must be true or false, not ${shown(input)}`, 'write true or false'];
    case 'picklist':
    case 'literal':
    case 'variant':
      return [`must not be ${shown(input)}`, `write ${choicesOf(issue)}`];
    case 'array':
      return [`must be a list, not ${shown(input)}`, 'write it in [ ]'];
    case 'strict_tuple':
      return ['must be a pair of numbers', 'write [x, y] in millimetres'];
    case 'loose_object':
    case 'record':
      return [`must be an object, not ${shown(input)}`, 'write it in { }'];
    case 'non_empty':
      return ['must not be empty', typeof input === 'string' ? 'write some text' : 'add at least one entry'];
    case 'min_length':
      return [`must have at least ${limit} entries`, 'add the missing ones'];
    case 'max_length':
      return [`must have at most ${limit} characters`, 'shorten it'];
    default: {
      const [message, remedy] = issue.message.split('; ');
      return [message ?? 'is not allowed', remedy ?? 'write another value'];
    }
  }
}

function unitOf(fieldName: string): string {
  if (fieldName.endsWith('Mm') || fieldName.endsWith('MmPerEnd')) return ' of millimetres';
  if (fieldName.endsWith('G')) return ' of grams';
  return fieldName.endsWith('W') ? ' of watts' : '';
}

function nearestWhole(input: unknown): string {
  return typeof input === 'number' && Number.isFinite(input) ? String(Math.round(input)) : 'a whole number';
}

/** `"front" or "rear"`, from `("front" | "rear")`. */
function choicesOf(issue: BaseIssue<unknown>): string {
  return (issue.expected ?? 'another value').replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ');
}

function shown(input: unknown): string {
  if (typeof input === 'object' && input !== null) return Array.isArray(input) ? 'a list' : 'an object';
  const text = typeof input === 'number' ? String(input) : JSON.stringify(input);
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}
