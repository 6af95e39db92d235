import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { bindCables, releaseLooms, setLoom, splitLoom } from '../../../shared/commands/looms.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { setSettings } from '../../../shared/commands/settings.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { loomOfCable } from '../../../shared/looms/findLoom.ts';
import { loomsOf } from '../../../shared/looms/looms.ts';
import { USUAL_LOOMS } from '../../../shared/looms/loomSettings.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { LoomDecision, Plan } from '../../../shared/plan/types.ts';
import type { Result, UserError } from '../../../shared/result.ts';
import type { Outcome } from '../../../shared/commands/history.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
const plan = must(read.ok ? read.value : null, 'sample');

const done = (result: Result<Outcome, UserError>): Plan =>
  must(result.ok ? result.value.plan : null, result.ok ? '' : result.error.message);
const loomsAfter = (next: Plan) => {
  const derived = derive(next);
  return { derived, looms: loomsOf(derived), ids: (rows: readonly number[]) => rows.map((row) => derived.cabling.cableId(row)) };
};
const decision = (id: string, cables: readonly string[], change: Partial<LoomDecision> = {}): LoomDecision => ({
  id,
  name: null,
  cables,
  make: null,
  pulledFrom: null,
  ...change,
});

describe('decisions about looms', () => {
  const { looms, ids } = loomsAfter(plan);
  const pair = looms.filter(
    ({ breakouts }) => breakouts[0].cabinet === looms[0]!.breakouts[0].cabinet && breakouts[1].cabinet === looms[0]!.breakouts[1].cabinet,
  );
  const [first] = pair as [(typeof looms)[number]];
  const members = ids(first.members);

  it('are left out of a plan without any, and survive the file and other cables coming and going', () => {
    expect(serializePlan(plan)).not.toContain('"looms"');
    const bound = done(
      runCommand(plan, bindCables, {
        loom: decision('loom-1', members.slice(0, 2), { name: 'Red', pulledFrom: first.breakouts[0].cabinet }),
      }),
    );
    const again = parsePlan(new TextEncoder().encode(serializePlan(bound)));
    expect(again.ok && again.value.looms.get('loom-1')).toEqual(bound.looms.get('loom-1'));
    const after = loomsAfter(bound);
    const red = must(
      after.looms.find(({ name }) => name === 'Red'),
      'Red',
    );
    expect(after.ids(red.members).sort()).toEqual(members.slice(0, 2).sort());
    expect(red.pull).toMatchObject({ why: 'by-hand', cabinet: first.breakouts[0].cabinet });
    // The others of its former loom stay together.
    expect(after.ids(must(loomOfCable(after.derived, after.derived.cabling.findCable(members[2]!)!), 'loom').members)).toEqual(
      members.slice(2),
    );
    expect(after.derived.cabling.cables.count).toBe(1018);
    // A node goes: what is left of the decision stays, and says so.
    const node = /su1\.node\d+/u.exec(members[0]!)![0];
    const fabric = must(bound.fabrics.get('compute'), 'fabric');
    const slots = Object.fromEntries(Object.entries(fabric.slots).filter(([slot]) => slot !== node));
    const without = loomsAfter({ ...bound, fabrics: new Map([['compute', { ...fabric, slots }]]) });
    expect(without.derived.plan.looms.get('loom-1')?.cables).toHaveLength(2);
    expect(without.derived.findings.map(({ code }) => code)).toContain('loom.cables-gone');
  });

  it('split, pull alone, merge, take back', () => {
    const split = done(runCommand(plan, splitLoom, { cables: members, ids: ['loom-1', 'loom-2'] }));
    const parts = loomsAfter(split);
    expect(parts.looms).toHaveLength(looms.length + 1);
    expect([...split.looms.values()].flatMap(({ cables }) => cables).sort()).toEqual([...members].sort());
    const merged = done(runCommand(split, bindCables, { loom: decision('loom-3', members) }));
    expect([...merged.looms.keys()]).toEqual(['loom-3']);
    expect(loomsAfter(merged).looms).toHaveLength(looms.length);
    const alone = done(runCommand(merged, bindCables, { loom: decision('loom-4', [members[0]!], { make: 'none' }) }));
    const left = loomsAfter(alone);
    expect(loomOfCable(left.derived, left.derived.cabling.findCable(members[0]!)!)).toBeNull();
    expect(alone.looms.get('loom-3')?.cables).toHaveLength(members.length - 1);
    const released = done(runCommand(alone, releaseLooms, { ids: ['loom-3', 'loom-4'] }));
    expect(serializePlan(released)).toBe(serializePlan(plan));
    const named = done(runCommand(merged, setLoom, { id: 'loom-3', set: { name: ' L1 ', make: 'stock' } }));
    expect(loomsAfter(named).looms.find(({ id }) => id === 'loom-3')).toMatchObject({ name: 'L1', made: 'stock', decision: 'loom-3' });
  });

  it('refuse a loom of one cable, and parts of one', () => {
    expect(runCommand(plan, bindCables, { loom: decision('loom-1', [members[0]!]) })).toMatchObject({ ok: false });
    expect(runCommand(plan, splitLoom, { cables: members.slice(0, 3), ids: ['loom-1', 'loom-2'] })).toMatchObject({ ok: false });
  });

  it('of cables that run apart make a loom for each way, and a finding', () => {
    const other = must(
      looms.find((loom) => loom.breakouts[1].cabinet !== first.breakouts[1].cabinet),
      'another',
    );
    const mixed = loomsAfter(done(runCommand(plan, bindCables, { loom: decision('loom-1', [...members, ...ids(other.members)]) })));
    expect(mixed.looms.filter((loom) => loom.decision === 'loom-1').map(({ id }) => id)).toEqual(['loom-1', 'loom-1.2']);
    expect(mixed.derived.findings.filter(({ code }) => code === 'loom.apart')).toHaveLength(1);
  });

  it('pulled from a cabinet where it does not end: a finding, and the rules choose', () => {
    const bound = (pulledFrom: string) =>
      loomsAfter(done(runCommand(plan, bindCables, { loom: decision('loom-1', members, { name: 'Red', pulledFrom }) })));
    const elsewhere = must(
      [...plan.cabinets.values()].find(({ id }) => first.breakouts.every(({ cabinet }) => cabinet !== id)),
      'another cabinet',
    );
    const found = (after: ReturnType<typeof bound>) => after.derived.findings.filter(({ code }) => code === 'loom.pulled-from-elsewhere');
    const after = bound(elsewhere.id);
    expect(found(after)).toMatchObject([{ ids: ['loom-1'], actual: elsewhere.name, required: 'one of A01, A05' }]);
    expect(after.looms.find(({ id }) => id === 'loom-1')?.pull.why).not.toBe('by-hand');
    expect(found(bound('no-such-cabinet'))).toMatchObject([{ actual: 'no-such-cabinet, which is not in the plan' }]);
    for (const { cabinet } of first.breakouts) expect(found(bound(cabinet))).toEqual([]);
  });

  it('how many, how named, how made by tier: settings', () => {
    const set = {
      looms: {
        ...USUAL_LOOMS,
        namePattern: 'L-{a}-{b}-{nn}',
        mostMembers: 3,
        makeByTier: { 'node-leaf': 'none', 'leaf-spine': 'stock' } as const,
      },
    };
    const after = loomsAfter(done(runCommand(plan, setSettings, { set })));
    const tiers = new Set(
      after.looms.flatMap((loom) => loom.members.map((row) => after.derived.cabling.tiers[after.derived.cabling.cables.tier[row]!]!.name)),
    );
    expect([...tiers]).toEqual(['leaf-spine']);
    for (const loom of after.looms) {
      expect(loom.made).toBe('stock');
      expect(loom.name).toMatch(/^L-[A-Z]\d\d-[A-Z]\d\d-\d\d$/u);
      expect(loom.members.length).toBeLessThanOrEqual(3);
    }
  });
});
