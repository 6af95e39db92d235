/** Differences between plans: laws of comparing and picking on any two plans, and what a reader is told of known ones. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { applyChanges, companionsOf } from '../../../shared/diff/picking.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { underIdsOf } from '../../../shared/diff/underIds.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { findUnsoundness } from '../../../shared/plan/soundness.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { planArbitrary, shuffledPlan } from '../../support/arbitraries.ts';
import { withTablesReversed } from '../../support/planBuilder.ts';
import { runSeed, seedArbitrary } from '../../support/randomCommands.ts';

/** Two plans: with a history in common, or none. */
const twoPlans: fc.Arbitrary<readonly [Plan, Plan]> = fc.oneof(
  fc.tuple(planArbitrary, planArbitrary),
  fc.tuple(planArbitrary, fc.array(seedArbitrary, { minLength: 1, maxLength: 14 })).map(([plan, seeds]) => {
    const edited = seeds.reduce((current, seed) => {
      const done = runSeed(current, seed);
      return done.ok ? done.value.plan : current;
    }, plan);
    // Siblings are plans of their own.
    const { variant: _variant, ...alone } = edited;
    return [plan, { ...alone, variants: plan.variants }] as const;
  }),
);

function eightCabinets(): Plan {
  const read = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function twoUnits(): Plan {
  const made = generateRailOptimised(loadCatalog(), { su: 2, nodesPerSu: 4, rails: 2, uplinksPerLeaf: 2, switchPorts: 16, ufm: false });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

describe('differences of any two plans', () => {
  it('are none between a plan and itself, in whatever order its tables stand', () => {
    fc.assert(
      fc.property(
        planArbitrary.chain((plan) => fc.tuple(fc.constant(plan), shuffledPlan(plan))),
        ([plan, shuffled]) => {
          expect(diffPlans(plan, plan)).toEqual([]);
          expect(diffPlans(plan, shuffled)).toEqual([]);
        },
      ),
    );
  });

  it('all taken over give the other to the byte, none give the first; the order of tables never matters', () => {
    fc.assert(
      fc.property(twoPlans, ([old, next]) => {
        const changes = diffPlans(old, next);
        expect(serializePlan(applyChanges(old, next, changes))).toBe(serializePlan(next));
        expect(applyChanges(old, next, [])).toBe(old);
        expect(diffPlans(withTablesReversed(old), withTablesReversed(next))).toEqual(changes);
      }),
    );
  });

  it('the other way round add what was removed', () => {
    fc.assert(
      fc.property(twoPlans, ([old, next]) => {
        const keys = (changes: ReturnType<typeof diffPlans>, of: string): string[] =>
          changes.flatMap(({ kind, key }) => (kind === of ? [key] : []));
        const [there, back] = [diffPlans(old, next), diffPlans(next, old)];
        expect(keys(back, 'added')).toEqual(keys(there, 'removed'));
        expect(keys(back, 'moved')).toEqual(keys(there, 'moved'));
        expect(back.length).toBe(there.length);
      }),
    );
  });

  it('picked at random with what comes along leave a sound plan', () => {
    fc.assert(
      fc.property(twoPlans, fc.infiniteStream(fc.boolean()), ([old, next], draws) => {
        fc.pre(findUnsoundness(old) === null && findUnsoundness(next) === null);
        const changes = diffPlans(old, next);
        const picked = new Set(changes.flatMap(({ key }) => (draws.next().value === true ? [key] : [])));
        const all = new Set([...picked, ...companionsOf(old, next, changes, picked).map(({ key }) => key)]);
        const merged = applyChanges(
          old,
          next,
          changes.filter(({ key }) => all.has(key)),
        );
        expect(findUnsoundness(merged)).toBeNull();
        expect(diffPlans(old, merged).map(({ key }) => key)).toEqual(changes.flatMap(({ key }) => (all.has(key) ? [key] : [])));
      }),
      { numRuns: 200 },
    );
  });
});

describe('differences of known plans', () => {
  it('say how far a thing moved, and which fields changed from what to what', () => {
    const old = eightCabinets();
    const moved = runCommand(old, moveThings, { cabinets: ['A01'], dxMm: 0, dyMm: 250 });
    if (!moved.ok) throw new Error(moved.error.message);
    const next: Plan = {
      ...moved.value.plan,
      settings: { ...old.settings, dropReachMm: 900 },
      devices: new Map([...old.devices].map(([id, device]) => [id, id === 'spine1' ? { ...device, name: 'top', positionU: 41 } : device])),
    };
    const changes = diffPlans(old, next);
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
      ['settings dropReachMm', 'changed'],
      ['cabinets A01', 'moved'],
      ['devices spine1', 'changed'],
    ]);
    expect(changes[0]?.fields).toEqual([{ field: '', old: 1500, new: 900 }]);
    expect(changes[1]?.move).toEqual({ dxMm: 0, dyMm: 250, turnedDeg: 0, elsewhere: false });
    expect(changes[2]?.fields).toEqual([
      { field: 'name', old: 'spine1', new: 'top' },
      { field: 'positionU', old: 40, new: 41 },
    ]);
  });

  it('bring a cabinet with its devices, and a removed one with all that hangs on it', () => {
    const next = eightCabinets();
    const gone = [...next.devices.values()].filter(({ cabinet }) => cabinet === 'A02').map(({ id }) => id);
    const isGone = (id: string): boolean => gone.includes(id);
    const old: Plan = {
      ...next,
      cabinets: new Map([...next.cabinets].filter(([id]) => id !== 'A02')),
      devices: new Map([...next.devices].filter(([id]) => !isGone(id))),
      fabrics: new Map(
        [...next.fabrics].map(([id, fabric]) => [
          id,
          { ...fabric, slots: Object.fromEntries(Object.entries(fabric.slots).filter(([, device]) => !isGone(device))) },
        ]),
      ),
    };
    const with1 = (from: Plan, to: Plan, key: string): string[] =>
      companionsOf(from, to, diffPlans(from, to), new Set([key])).map((companion) => companion.key);
    expect(with1(old, next, 'cabinets A02').sort()).toEqual(gone.map((id) => `devices ${id}`).sort());
    expect(with1(old, next, 'fabrics compute')).toContain('cabinets A02');
    expect(with1(next, old, 'cabinets A02').sort()).toEqual([...gone.map((id) => `devices ${id}`), 'fabrics compute'].sort());
  });
});

describe('plans with other ids', () => {
  it('compare by name and place', () => {
    const old = twoUnits();
    const other = (id: string): string => `x-${id}`;
    const renamed = renameAll(old, other);
    expect(diffPlans(old, renamed).length).toBeGreaterThan(50);
    expect(diffPlans(old, underIdsOf(old, renamed))).toEqual([]);
  });

  it('keep the very same plan where ids agree', () => {
    const plan = eightCabinets();
    expect(underIdsOf(plan, plan)).toBe(plan);
  });
});

/** Every id of what is placed and connected is another one. */
function renameAll(plan: Plan, other: (id: string) => string): Plan {
  const table = <T extends { readonly id: string }>(things: ReadonlyMap<string, T>, rewrite: (thing: T) => T): ReadonlyMap<string, T> =>
    new Map([...things.values()].map((thing) => [other(thing.id), { ...rewrite(thing), id: other(thing.id) }]));
  const inHall = <T extends { readonly hall: string }>(thing: T): T => ({ ...thing, hall: other(thing.hall) });
  return {
    ...plan,
    halls: table(plan.halls, (hall) => hall),
    doors: table(plan.doors, inHall),
    obstacles: table(plan.obstacles, inHall),
    cabinets: table(plan.cabinets, inHall),
    devices: table(plan.devices, (device) => ({ ...device, cabinet: other(device.cabinet) })),
    junctions: table(plan.junctions, inHall),
    segments: table(plan.segments, (segment) => ({ ...segment, from: other(segment.from), to: other(segment.to) })),
    fabrics: table(plan.fabrics, (fabric) => ({
      ...fabric,
      slots: Object.fromEntries(Object.entries(fabric.slots).map(([slot, device]) => [slot, other(device)])),
    })),
  };
}
