import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../shared/plan/groups.ts';
import { groupThings, renameGroup, ungroup } from '../../../shared/commands/groups.ts';
import { alignThings } from '../../../shared/commands/align.ts';
import { moveToHall } from '../../../shared/commands/halls.ts';
import { turnGroup } from '../../../shared/commands/turn.ts';
import { layRun } from '../../../shared/commands/layRun.ts';
import { must } from '../../../shared/assert.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { GroupMember, Plan } from '../../../shared/plan/types.ts';

const builder = (): PlanBuilder =>
  new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 2000)
    .cabinet('A02', 1600, 2000)
    .obstacle('K1', rectangle(9000, 9000, 400, 400))
    .junction('j1', 0, 0)
    .junction('j2', 5000, 0)
    .segment('t1', 'j1', 'j2');

const [a01, a02, k1, t1]: readonly GroupMember[] = [
  { kind: 'cabinet', id: 'A01' },
  { kind: 'cabinet', id: 'A02' },
  { kind: 'obstacle', id: 'K1' },
  { kind: 'segment', id: 't1' },
];

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value.plan;
}

describe('a group', () => {
  it('holds things of several kinds, in one order however they were chosen, under the next free name', () => {
    const once = after(builder().build(), groupThings, { id: 'g1', members: [t1!, a02!, a01!, a02!] });
    expect(once.groups.get('g1')).toEqual({ id: 'g1', name: 'Group 1', members: [a01, a02, t1] });
    expect(groupOf(once, a02!)?.id).toBe('g1');
    expect(groupOf(once, k1!)).toBeNull();
  });

  it('takes members out of other groups, which go when they are empty', () => {
    const plan = builder().group('g1', 'cabinet:A01', 'segment:t1').group('g2', 'cabinet:A02').build();
    const next = after(plan, groupThings, { id: 'g3', members: [a01!, a02!] });
    expect([...next.groups.keys()].sort()).toEqual(['g1', 'g3']);
    expect(next.groups.get('g1')?.members).toEqual([t1]);
  });

  it('is refused for one thing, and for what is not there', () => {
    const plan = builder().build();
    expect(runCommand(plan, groupThings, { id: 'g1', members: [a01!, a01!] })).toMatchObject({
      ok: false,
      error: { code: 'command.rejected' },
    });
    const ghost: GroupMember = { kind: 'cabinet', id: 'X' };
    expect(runCommand(plan, groupThings, { id: 'g1', members: [a01!, ghost] })).toMatchObject({
      ok: false,
      error: { code: 'command.not-found' },
    });
  });

  it('is taken apart and leaves its members; can be renamed', () => {
    const plan = builder().group('g1', 'cabinet:A01', 'cabinet:A02').build();
    expect(after(plan, renameGroup, { id: 'g1', name: 'Pod' }).groups.get('g1')?.name).toBe('Pod');
    const apart = after(plan, ungroup, { ids: ['g1'] });
    expect(apart.groups.size).toBe(0);
    expect(apart.cabinets.size).toBe(2);
  });

  it('takes in the part that is cut off one of its trays', () => {
    const plan = builder().group('g1', 'segment:t1', 'cabinet:A01').build();
    const next = after(plan, layRun, {
      hall: 'H',
      points: [
        [2000, -2000],
        [2000, 2000],
      ],
      as: { kind: 'basket', widthMm: 300, depthMm: 100, elevationMm: 2500, massLimitGPerM: null, acceptsDrops: true },
      junctionIds: ['n1', 'n2', 'n3'],
      segmentIds: ['s1', 's2', 's3'],
    });
    const members = must(next.groups.get('g1'), 'g1').members.map(({ id }) => id);
    expect(members).toHaveLength(3);
    expect(members).toContain('t1');
    for (const id of members) expect(next.segments.has(id) || next.cabinets.has(id)).toBe(true);
  });
});

describe('a group and several halls', () => {
  const two = (): PlanBuilder => builder().hall('I').cabinet('B01', 1000, 2000, { hall: 'I' });

  it('loses what moves to another hall while the rest stays, and goes along whole', () => {
    const plan = two().group('g1', 'cabinet:A01', 'cabinet:A02').build();
    const toI = { hall: 'I', dxMm: 0, dyMm: 3000 };
    const parted = after(plan, moveToHall, { cabinets: ['A02'], ...toI });
    expect(parted.groups.get('g1')?.members).toEqual([a01]);
    expect(after(plan, moveToHall, { cabinets: ['A01', 'A02'], ...toI }).groups).toEqual(plan.groups);
  });

  it('is refused over both, as is arranging over both', () => {
    const plan = two().build();
    const refused = { ok: false, error: { code: 'command.rejected' } };
    const b01: GroupMember = { kind: 'cabinet', id: 'B01' };
    expect(runCommand(plan, groupThings, { id: 'g1', members: [a01!, b01] })).toMatchObject(refused);
    expect(runCommand(plan, groupThings, { id: 'g1', members: [t1!, b01] })).toMatchObject(refused);
    const things = { cabinets: ['B01'], segments: ['t1'] };
    expect(runCommand(plan, turnGroup, { things, direction: 'clockwise' })).toMatchObject(refused);
    expect(runCommand(plan, alignThings, { things, edge: 'left' })).toMatchObject(refused);
  });
});

describe('a file', () => {
  it('holds a group in a line of its own', () => {
    const text = serializePlan(builder().group('g1', 'cabinet:A01', 'cabinet:A02').build());
    expect(text).toContain('\n{"id":"g1","members":[{"id":"A01","kind":"cabinet"},{"id":"A02","kind":"cabinet"}],"name":"g1"}\n');
  });

  it('without a table of groups has none, and without groups gets no table', () => {
    const text = serializePlan(builder().build());
    expect(text).not.toContain('groups');
    const read = parsePlanText(text);
    expect(read.ok && read.value.groups.size).toBe(0);
  });

  it('is refused when a member is not there, with the line', () => {
    const text = serializePlan(builder().group('g1', 'cabinet:A01', 'cabinet:A02').build()).replace(
      '{"id":"A02","kind"',
      '{"id":"A09","kind"',
    );
    const read = parsePlanText(text);
    expect(read).toMatchObject({ ok: false, error: { code: 'plan.broken-reference', path: 'groups.g1.members.A09' } });
    if (!read.ok) expect(text.split('\n')[(read.error.line ?? 0) - 1]).toContain('"g1"');
  });
});
