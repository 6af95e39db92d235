import fc from 'fast-check';
import { applyPatches, freeze } from 'immer';
import { describe, expect, it } from 'vitest';
import { parsePlanText } from '../../shared/plan/parsePlan.ts';
import { planArbitrary } from '../support/arbitraries.ts';
import { redoStep, undoStep, type Step } from '../../shared/commands/history.ts';
import { runSeed, seedArbitrary } from '../support/randomCommands.ts';
import type { Seed } from '../support/randomChoices.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';

const sequence = fc.tuple(planArbitrary, fc.array(seedArbitrary, { minLength: 1, maxLength: 25 }));

interface Walk {
  /** Bytes before the first step and after each. */
  readonly texts: readonly string[];
  readonly steps: readonly Step[];
  readonly last: Plan;
}

function walk(first: Plan, seeds: readonly Seed[]): Walk {
  let plan = freeze(first, true);
  const texts = [serializePlan(plan)];
  const steps: Step[] = [];
  for (const seed of seeds) {
    const ran = runSeed(plan, seed);
    if (!ran.ok) continue;
    plan = ran.value.plan;
    if (ran.value.step === null) continue;
    steps.push(ran.value.step);
    texts.push(serializePlan(plan));
  }
  return { texts, steps, last: plan };
}

describe('commands', () => {
  it('leave a plan that can be saved and read again', () => {
    fc.assert(
      fc.property(sequence, ([plan, seeds]) => {
        const { last, texts } = walk(plan, seeds);
        const read = parsePlanText(texts.at(-1)!);
        expect(read.ok ? read.value : read.error).toEqual(last);
      }),
    );
  });

  it('are taken back and done again to the byte, as many as there are', () => {
    fc.assert(
      fc.property(sequence, ([first, seeds]) => {
        const { texts, steps, last } = walk(first, seeds);
        let plan = last;
        for (const [i, step] of [...steps.entries()].reverse()) {
          plan = undoStep(plan, step);
          expect(serializePlan(plan)).toBe(texts[i]);
        }
        for (const [i, step] of steps.entries()) {
          plan = redoStep(plan, step);
          expect(serializePlan(plan)).toBe(texts[i + 1]);
        }
      }),
    );
  });

  it('have patches that a journal and a worker can carry', () => {
    fc.assert(
      fc.property(sequence, ([first, seeds]) => {
        const { texts, steps } = walk(first, seeds);
        let [journaled, posted] = [first, first];
        for (const [i, { redo }] of steps.entries()) {
          journaled = applyPatches(journaled, JSON.parse(JSON.stringify(redo)) as Step['redo']);
          posted = applyPatches(posted, structuredClone(redo));
          expect(serializePlan(journaled)).toBe(texts[i + 1]);
          expect(serializePlan(posted)).toBe(texts[i + 1]);
        }
      }),
    );
  });

  it('change something when they make a step', () => {
    fc.assert(
      fc.property(sequence, ([first, seeds]) => {
        const { texts } = walk(first, seeds);
        for (const [i, text] of texts.slice(1).entries()) expect(text).not.toBe(texts[i]);
      }),
    );
  });
});
