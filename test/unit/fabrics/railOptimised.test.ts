import { describe, expect, it } from 'vitest';
import { railCounts } from '../../../shared/fabrics/railCounts.ts';
import { deriveRailLinks, type RailTierName } from '../../../shared/fabrics/railOptimised.ts';
import type { RailParameters } from '../../../shared/fabrics/railParameters.ts';

const H100 = { nodesPerSu: 32, rails: 8, uplinksPerLeaf: 32, switchPorts: 64, ufm: false } as const;

/** Links of a tier as `slot:port–slot:port`. */
function linkNames(parameters: RailParameters, name: RailTierName, isFilled: (slot: string) => boolean = () => true): string[] {
  const { slots, tiers } = deriveRailLinks(parameters, isFilled);
  const tier = tiers.find((candidate) => candidate.name === name);
  if (tier === undefined) return [];
  return Array.from(tier.slotA, (slot, link) => `${slots[slot]!}:${tier.portA[link]!}–${slots[tier.slotB[link]!]!}:${tier.portB[link]!}`);
}

describe('ports of a rail-optimised fabric', () => {
  it('lead port k of every node to leaf k of its unit, at the port of the node', () => {
    const names = linkNames({ ...H100, su: 2 }, 'node-leaf');
    expect(names.slice(0, 3)).toEqual(['su1.node01:1–su1.leaf1:1', 'su1.node01:2–su1.leaf2:1', 'su1.node01:3–su1.leaf3:1']);
    expect(names.at(-1)).toBe('su2.node32:8–su2.leaf8:32');
  });

  it('spread the uplinks of a leaf over the spines one by one, round by round', () => {
    const names = linkNames({ ...H100, su: 2 }, 'leaf-spine');
    expect(names.slice(0, 9)).toEqual([
      'su1.leaf1:33–spine1:1',
      'su1.leaf1:34–spine2:1',
      'su1.leaf1:35–spine3:1',
      'su1.leaf1:36–spine4:1',
      'su1.leaf1:37–spine5:1',
      'su1.leaf1:38–spine6:1',
      'su1.leaf1:39–spine7:1',
      'su1.leaf1:40–spine8:1',
      'su1.leaf1:41–spine1:17',
    ]);
    expect(names.at(-1)).toBe('su2.leaf8:64–spine8:64');
  });

  it('hang the fabric manager on the leaves of rails 1 and 2 of the last unit, at the port of the node given up', () => {
    expect(linkNames({ ...H100, su: 2, ufm: true }, 'ufm')).toEqual([
      'ufm1:1–su2.leaf1:32',
      'ufm2:1–su2.leaf1:32',
      'ufm1:2–su2.leaf2:32',
      'ufm2:2–su2.leaf2:32',
    ]);
    expect(linkNames({ ...H100, su: 2, ufm: true }, 'node-leaf').some((name) => name.includes('node32') && name.startsWith('su2'))).toBe(
      false,
    );
  });

  it('lead the upper half of a spine round the cores of its plane', () => {
    const names = linkNames({ ...H100, su: 16 }, 'spine-core');
    expect(names.slice(0, 5)).toEqual([
      'rail1.group1.spine01:33–core001:1',
      'rail1.group1.spine01:34–core002:1',
      'rail1.group1.spine01:35–core003:1',
      'rail1.group1.spine01:36–core004:1',
      'rail1.group1.spine01:37–core001:2',
    ]);
    expect(names.at(-1)).toBe('rail8.group1.spine16:64–core064:64');
  });
});

describe('empty places', () => {
  it('have no links, and others keep theirs', () => {
    const all = linkNames({ ...H100, su: 1 }, 'node-leaf');
    const some = linkNames({ ...H100, su: 1 }, 'node-leaf', (slot) => slot !== 'su1.node07' && slot !== 'su1.leaf2');
    expect(some).toEqual(all.filter((name) => !name.includes('node07') && !name.includes('leaf2:')));
  });

  it('take a splitter away whole', () => {
    expect(linkNames({ ...H100, su: 1, ufm: true }, 'ufm', (slot) => slot !== 'ufm2')).toEqual([]);
  });
});

describe('growth by one unit in two tiers', () => {
  it('keeps every link while the number of spines stays', () => {
    const before = linkNames({ ...H100, su: 3 }, 'leaf-spine');
    const after = new Set(linkNames({ ...H100, su: 4 }, 'leaf-spine'));
    expect(before.filter((name) => !after.has(name))).toEqual([]);
  });

  it('keeps, when the spines double, every link that stays with its spine', () => {
    for (const su of [1, 2]) {
      const before = linkNames({ ...H100, su }, 'leaf-spine');
      const after = new Set(linkNames({ ...H100, su: su + 1 }, 'leaf-spine'));
      expect(before.filter((name) => after.has(name))).toHaveLength(before.length / 2);
    }
  });

  it('keeps every link of the nodes, with a fabric manager too', () => {
    for (const ufm of [false, true]) {
      for (let su = 1; su < 8; su += 1) {
        const before = linkNames({ ...H100, su, ufm }, 'node-leaf');
        const after = new Set(linkNames({ ...H100, su: su + 1, ufm }, 'node-leaf'));
        expect(before.filter((name) => !after.has(name))).toEqual([]);
      }
    }
  });
});

describe('impossible parameters', () => {
  const messageOf = (parameters: RailParameters): string => {
    const counts = railCounts(parameters);
    return counts.ok ? 'possible' : `${counts.error.path ?? ''}: ${counts.error.message}; ${counts.error.remedy}`;
  };

  it.each([
    [{ ...H100, su: 0 }, 'su: su is 0; give a whole number from 1 to 1024'],
    [
      { ...H100, su: 1, nodesPerSu: 40 },
      'switchPorts: a leaf needs 40 ports down and 32 up, and the switch has 64; give at most 24 uplinks, fewer nodes a unit, or switches with at least 72 ports',
    ],
    [
      { ...H100, su: 1, rails: 1, ufm: true },
      'ufm: the fabric manager hangs on the leaves of rails 1 and 2, and there is one rail; give two rails or more, or ufm=false',
    ],
    [
      { ...H100, su: 1, nodesPerSu: 1, ufm: true },
      'ufm: the fabric manager takes the place of a node, and no node would be left; give more nodes, or ufm=false',
    ],
    [
      { ...H100, su: 20, switchPorts: 65 },
      'switchPorts: a switch of 65 ports cannot face half of them down, which three tiers need; give an even number of ports, or few enough leaves for two tiers',
    ],
    [
      { ...H100, su: 37 },
      'su: 37 units of 8 rails fall into 296 equal groups of leaves, more than a core switch has ports (64); give a number of units that divides into larger equal groups, fewer rails, or switches with more ports',
    ],
  ])('%o', (parameters, message) => {
    expect(messageOf(parameters)).toBe(message);
  });
});
