/** Labels of undo steps: one thing by its name, several by their count. */

/** `A07`, or `3 cabinets`. */
export function namedOrCounted(things: readonly { readonly name: string }[], noun: string): string {
  const [first] = things;
  return things.length === 1 && first !== undefined ? first.name : counted(things.length, noun);
}

/** `1 cabinet`, `3 cabinets`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
