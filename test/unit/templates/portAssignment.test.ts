/** Every tier of what templates make says which port goes to which; a table that people changed says no more than that it lists them. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { tiersWithLinks } from '../../../shared/fabrics/fabricRule.ts';
import type { Fabric, Plan } from '../../../shared/plan/types.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { portAssignment } from '../../../shared/templates/portAssignment.ts';
import { templates } from '../../../shared/templates/templates.ts';

const AS_LISTED = 'Each port is listed in the table of the fabric.';

function made(name: string, settings: Readonly<Record<string, string>>): Plan {
  const template = must(
    templates.find((one) => one.name === name),
    name,
  );
  const plan = template.generate(loadCatalog(), settings);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

function fabricsOf(plan: Plan): [string, Fabric][] {
  return [...plan.fabrics.values()].map((fabric) => [fabric.name, fabric]);
}

const FOUR_UNITS = made('superpod', { preset: 'h100', su: '4' });
const grown = growPlan(made('superpod', { preset: 'h100', su: '2' }), { fabric: null, su: 4 });

describe('the assignment of ports', () => {
  it.each([
    ...fabricsOf(FOUR_UNITS),
    ...fabricsOf(made('superpod', { preset: 'h100', su: '1' })),
    ...fabricsOf(must(grown.ok ? grown.value : null, 'grown').plan),
    ...fabricsOf(made('campus', { halls: '3', preset: 'h100', su: '1', uplinksPerHall: '25' })),
    ...fabricsOf(
      made('rail-optimised', { su: '4', nodesPerSu: '8', rails: '4', uplinksPerLeaf: '8', switchPorts: '16', nodesPerCabinet: '4' }),
    ),
  ])('is told in one sentence for every tier of %s', (_, { rule }) => {
    const told = portAssignment(rule);
    expect(told.map(({ tier }) => tier)).toEqual(tiersWithLinks(rule));
    for (const { text } of told) {
      expect(text).toMatch(/^[A-Z][^.]*\.$/);
      expect(text).not.toBe(AS_LISTED);
    }
  });

  it('names the ports of the storage fabric as its table has them', () => {
    const { rule } = must(FOUR_UNITS.fabrics.get('storage'), 'storage');
    if (rule.kind !== 'table') throw new Error('no table');
    const text = portAssignment(rule).find(({ tier }) => tier === 'storage-spine')?.text;
    expect(text).toBe('Leaf ports 45 to 64 go round the 4 spines 5 times; in round r leaf l of all takes spine port (r − 1) × 12 + l.');
    // The second round of the second unit's first leaf, which is the fourth of all.
    expect(rule.rows).toContainEqual(['storage-spine', 'su2.leaf1:[49-52]', 'spine[1-4]:16']);
  });

  it('of a table that was changed is what the table lists', () => {
    for (const plan of [FOUR_UNITS, made('campus', { preset: 'h100', su: '1' })]) {
      for (const { rule } of plan.fabrics.values()) {
        if (rule.kind !== 'table') continue;
        const told = portAssignment({ ...rule, rows: rule.rows.slice(0, -1) });
        expect(new Set(told.map(({ text }) => text))).toEqual(new Set([AS_LISTED]));
      }
    }
    expect(
      portAssignment({ kind: 'table', tiers: [{ name: 't', blockA: null, blockB: null, legs: 1 }], rows: [['t', 'a:1', 'b:1']] }),
    ).toEqual([{ tier: 't', text: AS_LISTED }]);
  });
});
