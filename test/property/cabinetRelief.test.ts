/**
 * Law: cables of one thickness make way for each other in openings and managers wherever some choice of all their ways has room for them,
 * and never make anything worse; nine times in ten they grow by no more than the best choice has it.
 */
import { describe, expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { cabinetParts, partName } from '../../shared/cabling/cabinetParts.ts';
import { explainCable } from '../../shared/cabling/explainCable.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { exactWays, knownWays, leastLengthMm, type MostCables } from '../support/exactOpenings.ts';
import { tightCabinets } from '../support/tightCabinets.ts';

const PAIRS = 300;

/** How many cables too many lie in each part, by its name. */
function tooMany({ survey, cabling }: Derived, most: MostCables): ReadonlyMap<string, number> {
  const over = new Map<string, number>();
  for (const row of survey.cabinets.keys()) {
    for (const { place, cables } of cabinetParts(survey, cabling, row)) {
      const name = `${row} ${partName(place)}`;
      if (cables > (most.get(name) ?? Infinity)) over.set(name, cables - must(most.get(name), 'most'));
    }
  }
  return over;
}

function sumMm({ cabling }: Derived): number {
  return cabling.cables.pathMm.reduce((sum, pathMm) => sum + pathMm, 0);
}

/** Every length is that of a way of the cable, and its derivation adds up to it. */
function expectTrueLengths(derived: Derived): void {
  for (let cable = 0; cable < derived.cabling.cables.count; cable += 1) {
    const pathMm = must(derived.cabling.cables.pathMm[cable], 'path');
    expect(exactWays(derived, cable).map(({ lengthMm }) => lengthMm)).toContain(pathMm);
    expect(explainCable(derived, cable).terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0)).toBe(pathMm);
  }
}

describe('cables in tight cabinets', () => {
  const seen = { roomy: 0, relieved: 0, hopeless: 0, optimal: 0 };

  for (let seed = 1; seed <= PAIRS; seed += 1) {
    it(`make way for each other, pair ${seed}`, () => {
      const { plan, unmeasured, most } = tightCabinets(seed);
      const [relieved, before] = [derive(plan), derive(unmeasured)];
      expectTrueLengths(relieved);
      const [after, overBefore] = [tooMany(relieved, most), tooMany(before, most)];
      for (const [part, cables] of after) expect({ part, worse: cables > (overBefore.get(part) ?? 0) }).toEqual({ part, worse: false });
      const errors = relieved.findings.filter(({ code }) => /^(opening|manager)\.over-fill$/u.test(code));
      expect(errors.length > 0).toBe(after.size > 0);
      const extraMm = sumMm(relieved) - sumMm(before);
      if (overBefore.size === 0) {
        expect(extraMm).toBe(0);
        seen.roomy += 1;
        return;
      }
      const { count } = relieved.cabling.cables;
      const leastMm = leastLengthMm(
        Array.from({ length: count }, (_, cable) => knownWays(exactWays(before, cable), before, cable, most)),
        most,
      );
      if (leastMm === null) {
        expect(after.size).toBeGreaterThan(0);
        seen.hopeless += 1;
        return;
      }
      expect([...after]).toEqual([]);
      seen.relieved += 1;
      expect(extraMm).toBeGreaterThanOrEqual(leastMm - sumMm(before));
      if (extraMm === leastMm - sumMm(before)) seen.optimal += 1;
    });
  }

  it('are met in every state often enough to mean something', () => {
    const { roomy, relieved, hopeless, optimal } = seen;
    for (const [state, count] of Object.entries({ roomy, relieved, hopeless })) {
      expect({ state, enough: count >= PAIRS / 10 }).toEqual({ state, enough: true });
    }
    expect(optimal).toBeGreaterThanOrEqual(0.9 * relieved);
  });
});
