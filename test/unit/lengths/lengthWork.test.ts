/** Law: what lengths to order costs to find out grows with the kinds of cables, not with their square. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { planLengths } from '../../../shared/lengths/lengthPlan.ts';
import { templates } from '../../../shared/templates/templates.ts';

/** Steps for each kind: points of a curve, and a few more. */
const MOST_STEPS_A_KIND = 100;

interface ArrayIterator {
  next: (this: ArrayIterator) => IteratorResult<unknown>;
}

/** Elements of arrays that were gone through or copied while something ran; ends it when they are too many, long before it is done. */
function elementsTaken(most: number, run: () => void): number {
  const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as ArrayIterator;
  const { next } = iterator;
  let steps = 0;
  iterator.next = function (this: ArrayIterator) {
    steps += 1;
    if (steps > most) throw new Error(`more than ${most} elements`);
    return next.call(this);
  };
  try {
    run();
  } finally {
    iterator.next = next;
  }
  return steps;
}

/** Cables of one family, tier and required length are of one kind. */
function hallOf(su: number) {
  const template = must(
    templates.find(({ name }) => name === 'rail-optimised'),
    'template',
  );
  const made = template.generate(loadCatalog(), { preset: 'b200', su: String(su), ufm: 'no' });
  if (!made.ok) throw new Error(made.error.message);
  const { cabling } = derive(made.value);
  const { count, family, requiredMm, tier } = cabling.cables;
  const kinds = new Set(Array.from({ length: count }, (_, cable) => `${family[cable]} ${requiredMm[cable]} ${tier[cable]}`)).size;
  const steps = elementsTaken(MOST_STEPS_A_KIND * kinds, () => planLengths(made.value, cabling, { maxLengths: null, rules: null }));
  return { kinds, steps };
}

describe('the lengths to order', () => {
  it('take as many steps for each kind of cable in a hall of 20,000 kinds as in one of half as many', () => {
    const [small, large] = [hallOf(32), hallOf(64)];
    expect(large.kinds).toBeGreaterThan(20_000);
    expect(small.kinds).toBeLessThan(0.6 * large.kinds);
    expect(large.steps / large.kinds).toBeLessThan((1.2 * small.steps) / small.kinds);
    // The count sees what is gone through.
    expect(small.steps).toBeGreaterThan(small.kinds);
  });
});
