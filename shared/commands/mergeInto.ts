/**
 * Makes a draft equal to a value by touching only what differs, so that patches stay as small as the change and an
 * edit that changes nothing leaves none.
 */

type Fields = Record<string, unknown>;

/** Field by field through nested objects; lists and plain values are replaced whole. */
export function mergeInto(draft: object, value: object): void {
  const [target, source] = [draft as Fields, value as Fields];
  for (const key of Object.keys(target)) {
    if (!Object.hasOwn(source, key)) Reflect.deleteProperty(target, key);
  }
  for (const [key, next] of Object.entries(source)) {
    const known = target[key];
    if (isFields(known) && isFields(next)) mergeInto(known, next);
    else if (!isSame(known, next)) target[key] = next;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal as JSON. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
