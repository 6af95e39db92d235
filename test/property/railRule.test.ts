/** The rule of rail-optimised fabrics, said once more in the plainest way, against what the engine derives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { railCounts } from '../../shared/fabrics/railCounts.ts';
import { deriveRailLinks, railSlots, type RailLinks } from '../../shared/fabrics/railOptimised.ts';
import type { RailParameters } from '../../shared/fabrics/railParameters.ts';

interface Plain {
  readonly nodes: number;
  readonly leaves: number;
  readonly spines: number;
  readonly cores: number;
  readonly nodeLeaf: number;
  readonly leafSpine: number;
  readonly spineCore: number;
  readonly ufm: number;
}

/** Counts by trying every number; null when none will do. */
function plainCounts({ su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm }: RailParameters): Plain | null {
  if (nodesPerSu + uplinksPerLeaf > switchPorts) return null;
  if (ufm && (rails < 2 || su * nodesPerSu < 2)) return null;
  const nodes = su * nodesPerSu - (ufm ? 1 : 0);
  const leaves = su * rails;
  const base = { nodes, leaves, nodeLeaf: nodes * rails, leafSpine: leaves * uplinksPerLeaf, ufm: ufm ? 4 : 0 };
  for (let spines = 1; spines <= uplinksPerLeaf; spines += 1) {
    if (uplinksPerLeaf % spines !== 0) continue;
    const linksToEachSpine = uplinksPerLeaf / spines;
    if (leaves * linksToEachSpine <= switchPorts) return { ...base, spines, cores: 0, spineCore: 0 };
  }
  if (switchPorts % 2 !== 0) return null;
  const half = switchPorts / 2;
  for (let groups = 1; groups <= su; groups += 1) {
    if (su % groups !== 0 || su / groups > half) continue;
    if (rails * groups > switchPorts) return null;
    for (let spines = 1; spines <= uplinksPerLeaf; spines += 1) {
      if (uplinksPerLeaf % spines !== 0) continue;
      if ((su / groups) * (uplinksPerLeaf / spines) > half) continue;
      const all = rails * groups * spines;
      return { ...base, spines: all, cores: Math.ceil((all * half) / switchPorts), spineCore: all * half };
    }
  }
  return null;
}

const parameters: fc.Arbitrary<RailParameters> = fc
  .record({
    su: fc.integer({ min: 1, max: 40 }),
    rails: fc.integer({ min: 1, max: 9 }),
    switchPorts: fc.constantFrom(4, 8, 15, 16, 24, 32, 36, 40, 48, 64, 72),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    uplinks: fc.double({ min: 0, max: 1, noNaN: true }),
    ufm: fc.boolean(),
    managed: fc.option(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  })
  .map(({ su, rails, switchPorts, share, uplinks, ufm, managed }) => {
    const nodesPerSu = 1 + Math.floor(share * (switchPorts - 2));
    // One in a while asks for one uplink too many, so that refusals are compared as well.
    const uplinksPerLeaf = 1 + Math.floor(uplinks * (switchPorts - nodesPerSu));
    const ufmUnit = managed === null ? {} : { ufmUnit: 1 + Math.floor(managed * su) };
    return { su, rails, switchPorts, nodesPerSu, uplinksPerLeaf, ufm, ...ufmUnit };
  });

function linkCount({ tiers }: RailLinks, name: string): number {
  return tiers.find((tier) => tier.name === name)?.slotA.length ?? 0;
}

describe('the rule of rail-optimised fabrics', () => {
  it('agrees with its plain restatement, refusals included', () => {
    const seen = { refused: 0, twoTier: 0, threeTier: 0 };
    fc.assert(
      fc.property(parameters, (given) => {
        const plain = plainCounts(given);
        const counts = railCounts(given);
        expect(counts.ok).toBe(plain !== null);
        if (plain === null || !counts.ok) {
          seen.refused += 1;
          return;
        }
        seen[plain.cores === 0 ? 'twoTier' : 'threeTier'] += 1;
        const slots = railSlots(given);
        const links = deriveRailLinks(given, () => true);
        expect({
          nodes: slots.nodes.length,
          leaves: slots.leaves.length,
          spines: slots.spines.length,
          cores: slots.cores.length,
          nodeLeaf: linkCount(links, 'node-leaf'),
          leafSpine: linkCount(links, 'leaf-spine'),
          spineCore: linkCount(links, 'spine-core'),
          ufm: linkCount(links, 'ufm'),
        }).toEqual(plain);
        expect(counts.value).toMatchObject({ nodes: plain.nodes, leaves: plain.leaves, spines: plain.spines, cores: plain.cores });
      }),
      { numRuns: 1000, seed: 20_230_515 },
    );
    expect(Math.min(seen.refused, seen.twoTier, seen.threeTier)).toBeGreaterThan(50);
  });

  it('uses every port at most once, keeps rails apart, and links every leaf alike to every spine that it reaches', () => {
    fc.assert(
      fc.property(parameters, (given) => {
        const counts = railCounts(given);
        if (!counts.ok) return;
        const links = deriveRailLinks(given, () => true);
        const used = new Map<string, string>();
        for (const tier of links.tiers) {
          for (let link = 0; link < tier.slotA.length; link += 1) {
            const [a, b] = [links.slots[tier.slotA[link]!]!, links.slots[tier.slotB[link]!]!];
            const [portA, portB] = [tier.portA[link]!, tier.portB[link]!];
            const cable = `${tier.name} ${Math.floor(link / tier.legs)}`;
            for (const end of [`${a}:${portA}`, `${b}:${portB}`]) {
              const isSharedByLegs = tier.legs > 1 && used.get(end) === cable;
              if (used.has(end) && !isSharedByLegs) throw new Error(`${end} is used twice`);
              used.set(end, cable);
            }
            for (const [slot, port] of [
              [a, portA],
              [b, portB],
            ] as const) {
              const ports = slot.includes('node') ? given.rails : slot.startsWith('ufm') ? 2 : given.switchPorts;
              if (port < 1 || port > ports) throw new Error(`${slot} has no port ${port}`);
            }
            if (tier.name === 'node-leaf') expect([unitOf(b), railOf(b)]).toEqual([unitOf(a), portA]);
            if (tier.name === 'leaf-spine' && b.startsWith('rail')) expect(b.startsWith(`rail${railOf(a)}.`)).toBe(true);
            if (tier.name === 'spine-core') expect(portA).toBeGreaterThan(given.switchPorts / 2);
            if (tier.name === 'leaf-spine' && b.startsWith('rail')) expect(portB).toBeLessThanOrEqual(given.switchPorts / 2);
          }
        }
        expect(new Set(leafSpineMultiplicities(links)).size).toBe(1);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('fills every core to its last port where planes come out even', () => {
    for (const given of [
      { su: 16, nodesPerSu: 32, rails: 8, uplinksPerLeaf: 32, switchPorts: 64, ufm: false },
      { su: 64, nodesPerSu: 32, rails: 8, uplinksPerLeaf: 32, switchPorts: 64, ufm: false },
      { su: 30, nodesPerSu: 8, rails: 3, uplinksPerLeaf: 8, switchPorts: 16, ufm: false },
    ]) {
      const links = deriveRailLinks(given, () => true);
      const tier = links.tiers.find(({ name }) => name === 'spine-core');
      const perCore = new Map<number, number>();
      for (const core of tier?.slotB ?? []) perCore.set(core, (perCore.get(core) ?? 0) + 1);
      expect(new Set(perCore.values())).toEqual(new Set([given.switchPorts]));
    }
  });
});

function unitOf(slot: string): number {
  return Number(/^su(\d+)\./.exec(slot)?.[1]);
}

function railOf(leaf: string): number {
  return Number(/leaf(\d+)$/.exec(leaf)?.[1]);
}

/** How many links each pair of a leaf and a spine has, of the pairs that have any. */
function leafSpineMultiplicities(links: RailLinks): number[] {
  const tier = links.tiers.find(({ name }) => name === 'leaf-spine');
  const pairs = new Map<string, number>();
  tier?.slotA.forEach((leaf, link) => {
    const pair = `${leaf} ${tier.slotB[link]!}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return [...pairs.values()];
}
