/** More ids than this are worth remembering how they read. */
const MANY = 16;

const textOfIds = { '\n': new WeakMap<readonly string[], string>(), ' ': new WeakMap<readonly string[], string>() };

/** Ids in one text. Of long lists, which rules hand on from run to run, the text is kept with the list. */
export function joinedIds(ids: readonly string[], separator: keyof typeof textOfIds): string {
  if (ids.length < MANY) return ids.join(separator);
  const texts = textOfIds[separator];
  let text = texts.get(ids);
  if (text === undefined) texts.set(ids, (text = ids.join(separator)));
  return text;
}
