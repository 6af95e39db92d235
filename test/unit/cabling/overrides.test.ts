import { describe, expect, it } from 'vitest';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { createTables } from '../../../shared/engine/rows.ts';
import type { Override } from '../../../shared/plan/types.ts';
import { scheduleReader } from '../../../shared/takeoff/schedule.ts';
import { JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';

const LEGS = ['F/ufm/ufm1:1–su1.leaf1:2', 'F/ufm/ufm2:1–su1.leaf1:2'] as const;

/** One cabinet with a leaf and two managers, which one splitter joins; its legs are `LEGS`. */
function withSplitter(...overrides: [leg: number, set: Partial<Omit<Override, 'id'>>][]): Derived {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .device('leaf', 'A', 1, { type: 'test/switch' })
    .device('near', 'A', 10, { type: 'test/switch' })
    .device('far', 'A', 20, { type: 'test/switch' })
    .fabric({
      id: 'F',
      name: 'F',
      rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 2, rails: 2, uplinksPerLeaf: 2, switchPorts: 32, ufm: true } },
      tiers: { 'node-leaf': JUMPER_PARTS, 'leaf-spine': JUMPER_PARTS, ufm: { ...JUMPER_PARTS, family: 'test/splitter' } },
      slots: { 'su1.leaf1': 'leaf', ufm1: 'near', ufm2: 'far' },
    });
  for (const [leg, set] of overrides) plan.override(LEGS[leg]!, set);
  return derive(plan.build());
}

/** What the cable of both legs is told as, wherever it is told. */
function told(derived: Derived) {
  const cable = derived.cabling.findCable(LEGS[0])!;
  const row = scheduleReader(derived)(cable);
  const explained = explain(derived, LEGS[1]);
  const [listed] = createTables(derived, () => {
    throw new Error('no bill is asked for');
  }).window('cables', { from: cable, count: 1, sort: null, filter: '', scope: null }, 1).rows;
  if (explained?.kind !== 'cable' || listed === undefined) throw new Error('the cable is not told of');
  const { derivation, label } = explained;
  return { family: row.family, note: row.note, labels: [row.a.label, label, listed.label], requiredMm: derivation.overriddenRequiredMm };
}

describe('what is set on the links of one cable', () => {
  it('holds for the cable on whichever leg it is set', () => {
    for (const leg of [0, 1]) {
      expect(told(withSplitter([leg, { family: 'test/jumper', label: 'Mine' }]))).toEqual({
        family: 'test/jumper',
        note: expect.stringContaining('family set to test/jumper; label set') as unknown,
        labels: ['Mine', 'Mine', 'Mine'],
        requiredMm: null,
      });
    }
  });

  it('is settled field by field: the first family and label, the longest length', () => {
    const both = withSplitter(
      [1, { family: 'test/copper', label: 'Second', requiredMm: 7000 }],
      [0, { family: 'test/jumper', requiredMm: 5000 }],
    );
    expect(told(both)).toEqual({
      family: 'test/jumper',
      note: 'required length set to 7.000 m; family set to test/jumper; label set',
      labels: ['Second', 'Second', 'Second'],
      requiredMm: 7000,
    });
  });
});

describe('a cable by the id of a link', () => {
  it('is found for every link, and for no id that is nearly one', () => {
    const { cabling } = withSplitter();
    for (let link = 0; link < cabling.links.count; link += 1) {
      expect(cabling.findCable(cabling.linkId(link))).toBe(cabling.links.cable[link]);
    }
    for (const odd of ['F/ufm/ufm1:1–su1.leaf1:3', 'F/ufm/ufm9:1–su1.leaf1:2', 'F/ufm/ufm1:65537–su1.leaf1:2', 'F/ufm/', 'G/ufm/x']) {
      expect(cabling.findCable(odd)).toBeNull();
    }
  });
});
