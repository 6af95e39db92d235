/** Groups in the hand: taking hold of one thing of a group takes all of it. */
import { groupThings, ungroup } from '../../shared/commands/groups.ts';
import { groupOf } from '../../shared/plan/groups.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Group, GroupMember, Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { isSelected, selectedIds, thingKey, type Thing } from '../state/sessionStore.ts';
import { runCommand } from './editActions.ts';

/** The things with all that is grouped with them, each once. */
export function withGroups(plan: Plan, things: readonly Thing[]): Thing[] {
  if (plan.groups.size === 0) return [...things];
  const all = things.flatMap((thing): readonly Thing[] => groupOf(plan, thing)?.members ?? [thing]);
  return [...new Map(all.map((thing) => [thingKey(thing), thing])).values()];
}

/** Groups that some of the things are in. */
export function groupsOf(plan: Plan, things: readonly Thing[]): Group[] {
  return plan.groups.size === 0 ? [] : [...new Set(things.flatMap((thing) => groupOf(plan, thing) ?? []))];
}

/** What a click on a thing takes: its whole group, and of a group that is selected, or that was reached into before, the thing alone. */
export function takenByClick(plan: Plan, selection: readonly Thing[], thing: Thing): Thing[] {
  const group = groupOf(plan, thing);
  if (group === null) return [thing];
  return isWithin(group, selection) ? [thing] : [...group.members];
}

/** The group whose members are selected in part; null: all of it is, or other things too. */
export function groupReachedInto(plan: Plan, selection: readonly Thing[]): Group | null {
  const [group] = groupsOf(plan, selection);
  return group !== undefined && isWithin(group, selection) && selection.length < group.members.length ? group : null;
}

function isWithin({ members }: Group, selection: readonly Thing[]): boolean {
  return selection.length > 0 && selection.every((thing) => isSelected(members, thing));
}

function membersOf(selection: readonly Thing[]): GroupMember[] {
  return [
    ...selectedIds(selection, 'cabinet').map((id): GroupMember => ({ kind: 'cabinet', id })),
    ...selectedIds(selection, 'segment').map((id): GroupMember => ({ kind: 'segment', id })),
    ...selectedIds(selection, 'obstacle').map((id): GroupMember => ({ kind: 'obstacle', id })),
  ];
}

export function groupSelection(planner: Planner, randomBytes: RandomBytes): void {
  const members = membersOf(planner.session.getState().selection);
  const id = newId('groups', planner.plan.getState().plan, randomBytes);
  if (runCommand(planner, groupThings, { id, members })) planner.session.select(members);
}

export function ungroupSelection(planner: Planner): void {
  const groups = groupsOf(planner.plan.getState().plan, planner.session.getState().selection);
  runCommand(planner, ungroup, { ids: groups.map(({ id }) => id) });
}
