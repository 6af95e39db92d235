/** Putting things together, and taking them apart. */
import { changeOf, refuse } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { compareIds } from '../plan/sortedById.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { firstFreeNumber, nameFromPattern } from '../plan/names.ts';
import { groupedTables, groupsWithout, hallsOfMembers } from '../plan/groups.ts';
import type { Command } from './command.ts';
import type { Group, GroupMember } from '../plan/types.ts';

const NAME_PATTERN = 'Group {n}';

export interface GroupThings {
  readonly id: string;
  readonly members: readonly GroupMember[];
}

/** Makes a group under the first free name. Members of other groups leave these. */
export const groupThings: Command<GroupThings> = (plan, { id, members }) => {
  const known = findTaken(plan, 'groups', [id]);
  if (known !== null) return fail(known);
  const own = inOrder(members);
  if (own.length < 2) return refuse('a group holds two things or more', 'select more cabinets, trays or obstacles');
  for (const kind of ['cabinet', 'segment', 'obstacle'] as const) {
    const ids = own.filter((member) => member.kind === kind).map((member) => member.id);
    const found = ids.length === 0 ? null : findAll(plan, groupedTables[kind], ids);
    if (found !== null && !found.ok) return found;
  }
  if (hallsOfMembers(plan, own).size > 1) return refuse('these things stand in several halls', 'group things of one hall');
  const taken = new Set(own.map(keyOf));
  const left = groupsWithout(plan, (member) => taken.has(keyOf(member)));
  const names = new Set([...plan.groups.values()].filter((group) => !left.emptied.includes(group.id)).map(({ name }) => name));
  const name = nameFromPattern(NAME_PATTERN, firstFreeNumber(NAME_PATTERN, 1, names));
  const group: Group = { id, name, members: own };
  return changeOf(plan, `Group ${counted(own.length, 'thing')}`, {
    put: { groups: [...left.put, group] },
    remove: { groups: left.emptied },
  });
};

/** Takes groups apart; their members stay where they are. */
export const ungroup: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'groups', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Ungroup ${namedOrCounted(found.value, 'group')}`, { remove: { groups: found.value.map(({ id }) => id) } });
};

/** Gives a group another name. */
export const renameGroup: Command<{ readonly id: string; readonly name: string }> = (plan, { id, name }) => {
  const found = findAll(plan, 'groups', [id]);
  if (!found.ok) return found;
  const groups = found.value.map((group) => ({ ...group, name }));
  return changeOf(plan, `Rename ${namedOrCounted(found.value, 'group')} to ${name}`, { put: { groups } });
};

/** Each once, by kind and id, so that the file does not show in which order they were clicked. */
function inOrder(members: readonly GroupMember[]): GroupMember[] {
  const unique = new Map(members.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }]));
  return [...unique.values()].sort((a, b) => compareIds(a.kind, b.kind) || compareIds(a.id, b.id));
}

function keyOf({ kind, id }: GroupMember): string {
  return `${kind} ${id}`;
}
