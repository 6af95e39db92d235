/** Patches applied without drafts give what immer gives of them, for every command and both ways, and leave what they start from alone. */
import { applyPatches, type Patch } from 'immer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withPatches } from '../../../shared/commands/withPatches.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { planArbitrary } from '../../support/arbitraries.ts';
import { runSeed, seedArbitrary } from '../../support/randomCommands.ts';

it('give what immer gives, by every command and back', () => {
  fc.assert(
    fc.property(planArbitrary, fc.array(seedArbitrary, { minLength: 1, maxLength: 8 }), (first, seeds) => {
      let plan: Plan = first;
      for (const seed of seeds) {
        const ran = runSeed(plan, seed);
        if (!ran.ok || ran.value.step === null) continue;
        const { redo, undo } = ran.value.step;
        const next = withPatches(plan, redo);
        expect(next).toEqual(applyPatches(plan, redo));
        expect([...next.cabinets.keys()]).toEqual([...ran.value.plan.cabinets.keys()]);
        expect(withPatches(next, undo)).toEqual(applyPatches(next, undo));
        expect(withPatches(next, undo)).toEqual(plan);
        plan = next;
      }
    }),
    { numRuns: 60 },
  );
});

it('insert, replace and take out of lists, share what they do not touch, and freeze what they give', () => {
  const base = Object.freeze({
    list: Object.freeze([1, 2, 3]),
    other: Object.freeze({ a: 1 }),
    table: new Map([['x', Object.freeze({ y: 1 })]]),
  });
  const patches: Patch[] = [
    { op: 'add', path: ['list', 1], value: 9 },
    { op: 'replace', path: ['list', 'length'], value: 3 },
    { op: 'remove', path: ['list', 0] },
    { op: 'add', path: ['table', 'z'], value: { y: 2 } },
    { op: 'replace', path: ['table', 'z', 'y'], value: 3 },
    { op: 'remove', path: ['table', 'x'] },
  ];
  const next = withPatches(base, patches);
  expect(next).toEqual({ list: [9, 2], other: { a: 1 }, table: new Map([['z', { y: 3 }]]) });
  expect(next.other).toBe(base.other);
  expect(Object.isFrozen(next.list) && Object.isFrozen(next.table.get('z'))).toBe(true);
  expect(() => next.table.set('q', { y: 1 })).toThrow();
  expect(patches[3]!.value).toEqual({ y: 2 });
  expect([base.list, base.table.size]).toEqual([[1, 2, 3], 1]);
  expect(() => withPatches(base, [{ op: 'replace', path: ['gone', 'y'], value: 1 }])).toThrow('Bug');
});
