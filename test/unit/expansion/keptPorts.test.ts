/** Growth by one unit keeps all earlier ports and ids; where the published component tables demand a move, exactly these move. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { managedUnit, railCounts } from '../../../shared/fabrics/railCounts.ts';
import { deriveRailLinks } from '../../../shared/fabrics/railOptimised.ts';
import type { RailParameters } from '../../../shared/fabrics/railParameters.ts';
import { grownParameters } from '../../../shared/expansion/growRail.ts';

/** Those of NVIDIA's H100 and B200 units. */
const preset: RailParameters = { su: 1, nodesPerSu: 32, rails: 8, uplinksPerLeaf: 32, switchPorts: 64, ufm: true };

/** Links of a tier as `su1.leaf1:33–spine1:1`: slots and ports, which are the link's id. */
function linksOf(parameters: RailParameters): Map<string, Set<string>> {
  const { slots, tiers } = deriveRailLinks(parameters, () => true);
  return new Map(
    tiers.map(({ name, slotA, portA, slotB, portB }) => [
      name,
      new Set(Array.from(slotA, (a, link) => `${slots[a]}:${portA[link]}–${slots[slotB[link]!]}:${portB[link]}`)),
    ]),
  );
}

/** How many links of each tier lose their place when one unit is added; tiers that keep all of theirs are left out. */
function lost(before: RailParameters): Record<string, number> {
  const after = linksOf(grownParameters(before, before.su + 1));
  const counts = [...linksOf(before)].map(([tier, links]) => [
    tier,
    [...links].filter((link) => after.get(tier)?.has(link) !== true).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>;
}

describe('growth by one unit keeps all earlier ports and ids', () => {
  /**
   * The tables give 4, 8, 16, 16, 32, 32, 32, 32 spines to 1 … 8 units, and every leaf as many links to each: where they double,
   * half of the 32 uplinks of each of the 8 leaves of a unit must go to a new one. From 9 units on there is a third tier: the spines
   * belong to rails then and have their lower halves for leaves, so that every uplink goes elsewhere.
   */
  it.each([
    [1, { 'leaf-spine': 8 * 16 }],
    [2, { 'leaf-spine': 16 * 16 }],
    [3, {}],
    [4, { 'leaf-spine': 32 * 16 }],
    [5, {}],
    [6, {}],
    [7, {}],
    [8, { 'leaf-spine': 64 * 32 }],
  ])('from %i units of the published tables', (su, moved) => {
    expect(lost({ ...preset, su })).toEqual(moved);
    expect(lost({ ...preset, su, ufmUnit: 'first' })).toEqual(moved);
  });

  it('of nodes and managers with any parameters; of spines while their number stays', () => {
    const some = fc
      .record({
        su: fc.integer({ min: 1, max: 6 }),
        nodesPerSu: fc.integer({ min: 1, max: 8 }),
        rails: fc.integer({ min: 2, max: 4 }),
        uplinksPerLeaf: fc.integer({ min: 1, max: 8 }),
        switchPorts: fc.constantFrom(8, 12, 16),
        ufm: fc.boolean(),
        ufmUnit: fc.constantFrom('first' as const, 'last' as const, 1),
      })
      .filter((one) => railCounts(one).ok && railCounts({ ...one, su: one.su + 1 }).ok);
    let whole = 0;
    fc.assert(
      fc.property(some, (before) => {
        const shapes = [before.su, before.su + 1].map((su) => {
          const counts = railCounts({ ...before, su });
          const { shape } = must(counts.ok ? counts.value : null, 'counts');
          return shape.kind === 'two-tier' ? `${shape.spines} spines` : `${su} units in three tiers`;
        });
        const moved = lost(before);
        for (const tier of ['node-leaf', 'ufm']) expect(moved[tier]).toBeUndefined();
        if (shapes[0] !== shapes[1]) return;
        whole += 1;
        expect(moved).toEqual({});
      }),
      { numRuns: 200, seed: 44 },
    );
    expect(whole).toBeGreaterThan(20);
  });

  it('and as many of everything as a fabric of that size has', () => {
    for (let su = 1; su <= 9; su += 1) {
      const grown = railCounts(grownParameters({ ...preset, su }, su + 1));
      expect(grown).toMatchObject({ ok: true });
      expect(grown).toEqual(railCounts({ ...preset, su: su + 1 }));
      expect(managedUnit(grownParameters({ ...preset, su }, su + 1))).toBe(su - 1);
    }
  });

  it('and refuses a fabric manager on a unit that is not there', () => {
    expect(railCounts({ ...preset, su: 2, ufmUnit: 3 })).toMatchObject({ ok: false, error: { code: 'fabric.ufm-unit', path: 'ufmUnit' } });
    expect(railCounts({ ...preset, su: 2, ufmUnit: 2 })).toEqual(railCounts({ ...preset, su: 2 }));
  });
});
