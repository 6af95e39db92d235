import { compareIds } from './sortedById.ts';

/** Order of names in which digits count as numbers, `A2` before `A10`. The same in every locale. */
export function compareNames(a: string, b: string): number {
  const [partsA, partsB] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []];
  for (let i = 0; i < Math.min(partsA.length, partsB.length); i += 1) {
    const [partA, partB] = [partsA[i]!, partsB[i]!];
    const [numberA, numberB] = [Number(partA), Number(partB)];
    const order = Number.isNaN(numberA) || Number.isNaN(numberB) ? compareIds(partA, partB) : numberA - numberB;
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length || compareIds(a, b);
}
