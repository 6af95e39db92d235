/** Names one after the other in a sentence: between commas, or between semicolons where a name has a comma of its own. */
export function listedNames(names: readonly string[]): string {
  return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
}
