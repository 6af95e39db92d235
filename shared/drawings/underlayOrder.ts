/** Which drawing lies over which. */
import { compareIds } from '../plan/sortedById.ts';
import type { Underlay } from '../plan/underlays.ts';

/** From the bottom up; those of one level by their ids. */
export function fromBottomUp(underlays: Iterable<Underlay>): Underlay[] {
  return [...underlays].sort((one, other) => levelOf(one) - levelOf(other) || compareIds(one.id, other.id));
}

/** The level that lies over all drawings of a hall; absent: there are none. */
export function levelOnTop(underlays: Iterable<Underlay>, hall: string): { readonly level?: number } {
  const levels = [...underlays].flatMap((underlay) => (underlay.hall === hall ? [levelOf(underlay)] : []));
  return levels.length === 0 ? {} : { level: Math.max(...levels) + 1 };
}

export function levelOf({ level = 0 }: Pick<Underlay, 'level'>): number {
  return level;
}
