import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { NONE } from '../../../shared/cabling/types.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { bundleTypes } from '../../../shared/looms/bundleTypes.ts';
import { loomDescriber } from '../../../shared/looms/describeLoom.ts';
import { loomsOf, type Loom } from '../../../shared/looms/looms.ts';
import { loomSizes, loomSizesIf, planIfMade, type LoomSize } from '../../../shared/looms/loomSizes.ts';
import { USUAL_LOOMS } from '../../../shared/looms/loomSettings.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { panelHall, QUAD_TRUNK } from '../../support/panelPlans.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
const derived = derive(must(read.ok ? read.value : null, 'sample'));
const { cabling } = derived;
const { cables } = cabling;

describe.each(['custom', 'stock'] as const)('looms, all %s', (make) => {
  const made = { ...derived, plan: planIfMade(derived.plan, cabling, make) };
  const looms = loomsOf(made);

  it('hold every member once, all of one way and one family, and no more than a hand can dress', () => {
    const members = looms.flatMap((loom) => loom.members);
    expect(new Set(members).size).toBe(members.length);
    for (const loom of looms) {
      expect(new Set(loom.members.map((cable) => `${cables.route[cable]} ${cables.family[cable]}`)).size).toBe(1);
      expect(loom.members.length).toBeLessThanOrEqual(USUAL_LOOMS.mostMembers);
    }
    // Whatever is in none is alone on its way, or takes no pathway.
    const alone = Array.from({ length: cables.count }, (_, cable) => cable).filter((cable) => !members.includes(cable));
    const routes = alone.map((cable) => cables.route[cable]!).filter((route) => route !== NONE);
    expect(new Set(routes).size).toBe(routes.length);
    expect(derived.takeoff.cables.count).toBe(1018);
  });

  it('reach every port', () => {
    for (const loom of looms) expect(loom.legs.every(({ fits }) => fits === true)).toBe(true);
  });

  it('are sized without their legs as with them', () => {
    expect(loomSizes(made)).toEqual(looms.map(sizeOf));
  });

  it('are counted by capacity and length, whatever their family', () => {
    const types = bundleTypes(loomSizes(made));
    expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(looms.length);
    expect(types).toHaveLength(new Set(looms.map(({ fibers, lengthMm }) => `${fibers} ${lengthMm}`)).size);
    expect(types.every(({ fibers, members }) => fibers === 8 * members[0] && members[0] === members[1])).toBe(true);
    if (make === 'stock') expect(types.length).toBeLessThan(bundleTypes(loomSizesIf(derived, 'custom')).length);
  });
});

describe('a custom loom', () => {
  const looms = loomsOf(derived);

  it('has legs of its own steps that are staggered as the ports lie apart, and is as long as its longest member', () => {
    for (const loom of looms) {
      const wholes = loom.legs.map(({ cable, portMm, madeMm }) => {
        const [first, second] = must(madeMm, 'legs');
        expect([first % USUAL_LOOMS.legStepMm, second % USUAL_LOOMS.legStepMm]).toEqual([0, 0]);
        // The way from opening to port is what the cable's own derivation says it is.
        const inside = (cabinet: string): number =>
          explainCable(derived, cable)
            .terms.filter(({ id, kind }) => id === cabinet && !['drop', 'waterfall', 'offset'].includes(kind))
            .reduce((sum, { lengthMm }) => sum + lengthMm, 0);
        if (cable === loom.members[0]) expect(portMm).toEqual([inside(loom.breakouts[0].cabinet), inside(loom.breakouts[1].cabinet)]);
        // Half a metre of slack an end, and less than a step more.
        expect(first - portMm[0] - 500).toBeGreaterThanOrEqual(0);
        expect(first - portMm[0] - 500).toBeLessThan(USUAL_LOOMS.legStepMm);
        expect(loom.trunkMm + first + second).toBeGreaterThanOrEqual(cables.requiredMm[cable]! + 100);
        return loom.trunkMm + first + second;
      });
      expect(loom.lengthMm).toBe(Math.max(...wholes));
      expect(loom.trunkMm % USUAL_LOOMS.stepMm).toBe(0);
    }
  });

  it('by hand: four cables from A01 to A05', () => {
    const loom = named(derived, 'A01-A05-1');
    const { legs, breakouts, pull } = loomDescriber(derived)(loom);
    // Bound from opening to opening; the trunk adds 2 % of the pathway and 100 mm of tolerance, in whole tenths of a metre.
    expect([loom.boundMm, loom.trunkMm, loom.lengthMm]).toEqual([3700, 3900, 8300]);
    // The nodes stand 14 U apart, so do the legs: 14 × 44.45 = 622 mm, made in steps of 50.
    expect(legs.map(({ ends: [{ positionU, portMm, madeMm }] }) => [positionU, portMm, madeMm])).toEqual([
      [19, 1984, 2500],
      [19, 1984, 2500],
      [5, 2606, 3150],
      [5, 2606, 3150],
    ]);
    expect(2606 - 1984).toBe(Math.round(14 * 44.45));
    expect(legs[0]?.ends[1].label).toBe('A05-48R:1.2/A01-19:osfp1.1');
    expect(breakouts.map(({ cabinetName, side, edge }) => [cabinetName, side, edge])).toEqual([
      ['A01', 'rear', 'top'],
      ['A05', 'rear', 'top'],
    ]);
    expect([pull.end, pull.why]).toEqual([1, 'staged']);
    expect(pull.looms[1]).toBeGreaterThan(pull.looms[0]);
    expect(loom.diameterMm).toBeCloseTo(1.2 * 3 * Math.sqrt(4));
    expect(loom.massG).toBeCloseTo(legs.reduce((sum, { madeMm }) => sum + must(madeMm, 'made'), 0) * 0.009);
  });
});

describe('looms of other cables', () => {
  it('copper and active optical cables are never made to length', () => {
    const families = new Map(
      [...derived.plan.catalog.cableFamilies].map(([id, family]) => [id, { ...family, medium: 'active-optical' as const }]),
    );
    const active = derive({ ...derived.plan, catalog: { ...derived.plan.catalog, cableFamilies: families } });
    const looms = loomsOf(active);
    expect(looms.length).toBeGreaterThan(100);
    for (const { made, lengthMm, family } of looms) {
      expect(made).toBe('stock');
      const { supply } = must(families.get(family), family);
      expect(supply.kind === 'stock' && supply.lengthsMm.includes(lengthMm!)).toBe(true);
    }
  });

  it('a trunk is a loom by itself, with a leg for each of its plugs in use', () => {
    const trunked = derive(panelHall().build());
    const [trunk] = loomsOf(trunked).filter(({ made }) => made === 'trunk');
    expect(trunk).toMatchObject({ family: QUAD_TRUNK.id, diameterMm: QUAD_TRUNK.outerDiameterMm });
    expect(trunk?.members).toHaveLength(1);
    expect(loomSizes(trunked)).toEqual(loomsOf(trunked).map(sizeOf));
    expect(trunk?.legs).toHaveLength(2);
    expect(trunk?.lengthMm).toBe(trunked.cabling.cables.orderedMm[trunk!.members[0]!]);
  });
});

/** What is counted of a loom, from its legs. */
function sizeOf({ made, family, members, fibers, lengthMm, trunkMm, legs }: Loom): LoomSize {
  const longest = new Map<number, number>();
  for (const { cable, madeMm } of legs) longest.set(cable, Math.max(longest.get(cable) ?? 0, trunkMm + sumOf(madeMm ?? [])));
  const ofItsOwn = made === 'custom' && lengthMm !== null;
  return { made, family, members: members.length, fibers, lengthMm, madeMm: ofItsOwn ? sumOf([...longest.values()]) : null };
}

function sumOf(lengthsMm: readonly number[]): number {
  return lengthsMm.reduce((sum, lengthMm) => sum + lengthMm, 0);
}

function named(of: Derived, name: string): Loom {
  return must(
    loomsOf(of).find((loom) => loom.name === name),
    name,
  );
}
