/** Which things belong together, and what is left of groups when some of these go. */
import { sortedById } from './sortedById.ts';
import type { Group, GroupedKind, GroupMember, Plan } from './types.ts';

/** The table that holds the things of a kind. */
export const groupedTables: Readonly<Record<GroupedKind, 'cabinets' | 'segments' | 'obstacles'>> = {
  cabinet: 'cabinets',
  segment: 'segments',
  obstacle: 'obstacles',
};

const indexes = new WeakMap<Plan['groups'], ReadonlyMap<string, Group>>();

/** The group that a thing is in; where merged files put it into two, the first by id. Null: none. */
export function groupOf({ groups }: Pick<Plan, 'groups'>, thing: { readonly kind: string; readonly id: string }): Group | null {
  let index = indexes.get(groups);
  if (index === undefined) {
    const entries = sortedById(groups).flatMap((group) => group.members.map((member) => [keyOf(member), group] as const));
    index = new Map(entries.toReversed());
    indexes.set(groups, index);
  }
  return index.get(keyOf(thing)) ?? null;
}

/** The halls that some things stand in; a segment where it begins. */
export function hallsOfMembers(plan: Plan, members: readonly GroupMember[]): ReadonlySet<string> {
  return new Set(
    members.flatMap(({ kind, id }) => {
      if (kind === 'segment') return plan.junctions.get(plan.segments.get(id)?.from ?? '')?.hall ?? [];
      return (kind === 'cabinet' ? plan.cabinets.get(id) : plan.obstacles.get(id))?.hall ?? [];
    }),
  );
}

export interface GroupsLeft {
  /** Groups that lose some members and keep others. */
  readonly put: readonly Group[];
  /** Ids of groups that lose all. */
  readonly emptied: readonly string[];
}

/** What becomes of the groups when some members go. */
export function groupsWithout({ groups }: Pick<Plan, 'groups'>, isGone: (member: GroupMember) => boolean): GroupsLeft {
  const put: Group[] = [];
  const emptied: string[] = [];
  for (const group of sortedById(groups)) {
    const members = group.members.filter((member) => !isGone(member));
    if (members.length === 0) emptied.push(group.id);
    else if (members.length < group.members.length) put.push({ ...group, members });
  }
  return { put, emptied };
}

/** The groups that take in what some segments leave behind when they are cut: each part joins the group of the whole. */
export function groupsWithParts(plan: Pick<Plan, 'groups'>, parts: readonly { readonly whole: string; readonly part: string }[]): Group[] {
  const changed = new Map<string, Group>();
  for (const { whole, part } of parts) {
    const found = groupOf(plan, { kind: 'segment', id: whole });
    if (found === null) continue;
    const group = changed.get(found.id) ?? found;
    changed.set(group.id, { ...group, members: [...group.members, { kind: 'segment', id: part }] });
  }
  return [...changed.values()];
}

function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}
