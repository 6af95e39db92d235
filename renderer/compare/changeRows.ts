/** Differences as the list shows them: grouped by what they are of, narrowed by kind and by words, folded where somebody folded them. */
import { nounOfPart, type PlanPart } from '../../shared/diff/planParts.ts';
import type { ChangeKind, PlanChange } from '../../shared/diff/planDiff.ts';

export interface ChangeGroup {
  readonly part: PlanPart;
  readonly title: string;
  readonly changes: readonly PlanChange[];
}

/** A line of the list. */
export type ChangeRow =
  | { readonly kind: 'group'; readonly group: ChangeGroup; readonly isOpen: boolean }
  | { readonly kind: 'change'; readonly change: PlanChange };

export interface ChangeFilter {
  /** Null: all kinds. */
  readonly kind: ChangeKind | null;
  /** Every word of it must stand in the line, whatever the case. */
  readonly words: string;
}

/** In the order of the differences. */
export function changeGroups(changes: readonly PlanChange[], { kind, words }: ChangeFilter): ChangeGroup[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const byPart = new Map<PlanPart, PlanChange[]>();
  for (const change of changes) {
    if (kind !== null && change.kind !== kind) continue;
    const text = `${nounOfPart(change.part)} ${change.name} ${change.kind}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) continue;
    const list = byPart.get(change.part);
    if (list === undefined) byPart.set(change.part, [change]);
    else list.push(change);
  }
  return [...byPart].map(([part, list]) => ({ part, title: titleOf(nounOfPart(part)), changes: list }));
}

export function changeRows(groups: readonly ChangeGroup[], folded: ReadonlySet<PlanPart>): ChangeRow[] {
  return groups.flatMap((group): ChangeRow[] => {
    const isOpen = !folded.has(group.part);
    const own = isOpen ? group.changes.map((change): ChangeRow => ({ kind: 'change', change })) : [];
    return [{ kind: 'group', group, isOpen }, ...own];
  });
}

/** How many of each kind. */
export function kindCounts(changes: readonly PlanChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { added: 0, removed: 0, moved: 0, changed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** `Cable families` of `cable family`. */
function titleOf(noun: string): string {
  const many = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? noun : `${noun}s`;
  return `${many.charAt(0).toUpperCase()}${many.slice(1)}`.replace('Labour', 'Labor');
}
