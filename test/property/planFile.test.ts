import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan, parsePlanText } from '../../shared/plan/parsePlan.ts';
import { planArbitrary, shuffledPlan } from '../support/arbitraries.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';

function read(text: string): Plan {
  const parsed = parsePlan(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** Every object's keys the other way round, which JSON does not mind. */
function keysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysReversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, keysReversed(member)]),
  );
}

describe('a plan file', () => {
  it('reads back as the plan that was written, unknown fields and all', () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => {
        expect(read(serializePlan(plan))).toEqual(plan);
      }),
    );
  });

  it('is the same bytes after reading and writing', () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => {
        const text = serializePlan(plan);
        expect(serializePlan(read(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which things came about', () => {
    fc.assert(
      fc.property(
        planArbitrary.chain((plan) => fc.tuple(fc.constant(plan), shuffledPlan(plan))),
        ([plan, shuffled]) => {
          expect(serializePlan(shuffled)).toBe(serializePlan(plan));
        },
      ),
    );
  });

  it('may be laid out anew by another tool, its keys in any order', () => {
    fc.assert(
      fc.property(planArbitrary, fc.constantFrom(undefined, 2, '\t'), (plan, indent) => {
        const text = serializePlan(plan);
        const other = JSON.stringify(keysReversed(JSON.parse(text)), null, indent).replaceAll('\n', '\r\n');
        expect(serializePlan(read(other))).toBe(text);
      }),
    );
  });

  it('is refused with one error wherever it is cut off', () => {
    fc.assert(
      fc.property(planArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (plan, share) => {
        const text = serializePlan(plan).trimEnd();
        const cut = text.slice(0, Math.floor(share * (text.length - 1)));
        const parsed = parsePlanText(cut);
        expect(parsed.ok ? 'read' : parsed.error.code).toBe(cut === '' ? 'plan.empty' : 'plan.truncated');
      }),
    );
  });

  it('never makes the reader throw, whatever is done to its text', () => {
    fc.assert(
      fc.property(planArbitrary, fc.nat(), fc.string({ maxLength: 3 }), fc.nat({ max: 5 }), (plan, at, inserted, removed) => {
        const text = serializePlan(plan);
        const place = at % text.length;
        const parsed = parsePlanText(text.slice(0, place) + inserted + text.slice(place + removed));
        if (parsed.ok) expect(read(serializePlan(parsed.value))).toEqual(parsed.value);
        else expect(parsed.error.message).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });
});
