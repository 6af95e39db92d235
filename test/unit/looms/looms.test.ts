import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { NONE } from '../../../shared/cabling/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { bundleTypes } from '../../../shared/looms/bundleTypes.ts';
import { loomLegs } from '../../../shared/looms/loomLegs.ts';
import { loomsOf, USUAL_LOOMS } from '../../../shared/looms/looms.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
const derived = derive(must(read.ok ? read.value : null, 'sample'));
const { survey, cabling } = derived;
const { cables } = cabling;

describe.each(['custom', 'stock'] as const)('%s looms', (kind) => {
  const rules = { ...USUAL_LOOMS, kind };
  const looms = loomsOf(survey, cabling, rules);

  it('hold every member once, all of one way and one family, and no more than a hand can dress', () => {
    const members = looms.flatMap((loom) => loom.members);
    expect(new Set(members).size).toBe(members.length);
    for (const loom of looms) {
      expect(new Set(loom.members.map((cable) => `${cables.route[cable]} ${cables.family[cable]}`)).size).toBe(1);
      expect(loom.members.length).toBeLessThanOrEqual(rules.mostMembers);
    }
    // Whatever is in none is alone on its way, or takes no pathway.
    const alone = Array.from({ length: cables.count }, (_, cable) => cable).filter((cable) => !members.includes(cable));
    const routes = alone.map((cable) => cables.route[cable]!).filter((route) => route !== NONE);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('are as long as their longest member needs, and leave the count of cables as it is', () => {
    for (const { members, lengthMm, family } of looms) {
      const longestMm = Math.max(...members.map((cable) => cables.requiredMm[cable]!));
      const { tolerance } = must(derived.plan.catalog.cableFamilies.get(family), family);
      expect(lengthMm! - tolerance.minusMm).toBeGreaterThanOrEqual(longestMm);
      if (kind === 'custom') expect(lengthMm! - tolerance.minusMm - longestMm).toBeLessThan(rules.stepMm);
      else expect(members.some((cable) => cables.orderedMm[cable] === lengthMm)).toBe(true);
    }
    expect(derived.takeoff.cables.count).toBe(1018);
  });

  it('are counted by capacity and length', () => {
    const types = bundleTypes(looms);
    expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(looms.length);
    expect(types.every(({ fibers, members }) => fibers === 8 * members)).toBe(true);
    if (kind === 'stock') expect(types.length).toBeLessThan(bundleTypes(loomsOf(survey, cabling)).length);
  });
});

describe('one loom', () => {
  const loom = must(
    loomsOf(survey, cabling).find(({ members }) => members.length > 4),
    'a loom',
  );

  it('has legs that add up with the bound part to what each member requires, staggered by unit', () => {
    const legs = loomLegs(derived, loom);
    legs.forEach(({ firstMm, secondMm }, at) => {
      expect(firstMm + loom.boundMm + secondMm).toBe(cables.requiredMm[loom.members[at]!]);
      expect(Math.min(firstMm, secondMm)).toBeGreaterThan(0);
    });
    expect(new Set(legs.map(({ firstMm, secondMm }) => `${firstMm} ${secondMm}`)).size).toBeGreaterThan(1);
  });

  it('knows its diameter, its mass, and the end that it is pulled from', () => {
    const requiredM = loom.members.reduce((sum, cable) => sum + cables.requiredMm[cable]! / 1000, 0);
    expect(loom.massG).toBeCloseTo(requiredM * 9);
    expect(loom.diameterMm).toBeCloseTo(1.2 * 3 * Math.sqrt(loom.members.length));
    expect(loom.cabinets).toContain(loom.pulledFrom);
  });
});
