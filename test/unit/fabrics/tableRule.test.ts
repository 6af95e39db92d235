import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { expandEnds } from '../../../shared/fabrics/endRanges.ts';
import { deriveLinksOf, ruleFault, slotsOf } from '../../../shared/fabrics/fabricRule.ts';
import type { TableRule } from '../../../shared/fabrics/tableRule.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';

const ends = (text: string): string | readonly string[] => {
  const expanded = expandEnds(text);
  return expanded.ok ? expanded.value.map(({ slot, port }) => `${slot}:${port}`) : expanded.error.message;
};

function table(rows: TableRule['rows'], legs = 1): TableRule {
  return { kind: 'table', tiers: [{ name: 't', blockA: null, blockB: null, legs }], rows };
}

describe('ends in ranges', () => {
  it('count the last bracket fastest and keep the width of numbers', () => {
    expect(ends('leaf[1-2]:[5,7-8]')).toEqual(['leaf1:5', 'leaf1:7', 'leaf1:8', 'leaf2:5', 'leaf2:7', 'leaf2:8']);
    expect(ends('su[1-2].node[09-10]:1')).toEqual(['su1.node09:1', 'su1.node10:1', 'su2.node09:1', 'su2.node10:1']);
    expect(ends('spine3:64')).toEqual(['spine3:64']);
  });

  it('are refused with what is wrong', () => {
    expect(ends('leaf1')).toBe('"leaf1" names no port');
    expect(ends('leaf[3-1]:1')).toBe('"[3-1]" is not a range');
    expect(ends('leaf[1:1')).toContain('bracket');
    expect(ends('leaf1:0')).toBe('"0" is not a port number');
    expect(ends('a[1-999].b[1-999]:1')).toContain('more than 100000 ends');
  });
});

describe('a table', () => {
  it('joins its ends one to one, or all to one', () => {
    const { slots, tiers } = deriveLinksOf(
      table([
        ['t', 'a[1-2]:1', 'b1:[3-4]'],
        ['t', 'a[1-2]:2', 'b2:1'],
      ]),
      () => true,
    );
    const [tier] = tiers;
    const links = Array.from(tier!.slotA, (slot, at) => `${slots[slot]}:${tier!.portA[at]}–${slots[tier!.slotB[at]!]}:${tier!.portB[at]}`);
    expect(links).toEqual(['a1:1–b1:3', 'a2:1–b1:4', 'a1:2–b2:1', 'a2:2–b2:1']);
    expect(slotsOf(table([['t', 'a:1', 'b:1']]))).toEqual(['a', 'b']);
  });

  it('leaves out cables with an empty slot, splitters as a whole', () => {
    const rule = table([['t', 'a[1-4]:1', 'b:[1-4]']], 2);
    const [tier] = deriveLinksOf(rule, (slot) => slot !== 'a3').tiers;
    expect([...tier!.portB]).toEqual([1, 2]);
  });

  it('is refused where ends do not match, begin two links, or do not make whole cables', () => {
    expect(ruleFault(table([['t', 'a[1-2]:1', 'b:[1-3]']]))?.message).toBe('a[1-2]:1 are 2 ends and b:[1-3] are 3');
    expect(
      ruleFault(
        table([
          ['t', 'a:1', 'b:1'],
          ['t', 'a:1', 'b:2'],
        ]),
      ),
    ).toMatchObject({ path: ['rows', '1'], message: 'a:1 begins two links of t' });
    expect(ruleFault(table([['t', 'a:[1-3]', 'b:1']], 2))?.message).toBe('its links do not make whole cables of 2');
    expect(ruleFault(table([['u', 'a:1', 'b:1']]))?.message).toBe('there is no tier "u"');
  });
});

describe('a fabric from a table', () => {
  const rule: TableRule = {
    kind: 'table',
    tiers: [{ name: 'direct', blockA: null, blockB: 'switch', legs: 1 }],
    rows: [['direct', 'n[1-2]:1', 's:[1-2]']],
  };
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .device('one', 'A', 1)
    .device('two', 'A', 5)
    .device('switch', 'A', 10, { type: 'test/switch' })
    .fabric({ id: 'p2p', name: 'Point to point', rule, tiers: { direct: JUMPER_PARTS }, slots: { n1: 'one', n2: 'two', s: 'switch' } })
    .build();

  it('gives links with ids of their places, in a file that reads back', () => {
    const { cabling, takeoff } = derive(plan);
    expect([0, 1].map((link) => cabling.linkId(link))).toEqual(['p2p/direct/n1:1–s:1', 'p2p/direct/n2:1–s:2']);
    expect(cabling.findCable('p2p/direct/n2:1–s:2')).toBe(1);
    expect(takeoff.scope).toBe('Point to point only');
    const text = serializePlan(plan);
    const read = parsePlan(new TextEncoder().encode(text));
    expect(read.ok && serializePlan(read.value)).toBe(text);
    expect(text).toContain('"rows":[\n["direct","n[1-2]:1","s:[1-2]"]\n]');
  });

  it('is refused as a file with the row that is wrong', () => {
    const text = serializePlan(plan).replace('s:[1-2]', 's:[1-3]');
    const read = parsePlan(new TextEncoder().encode(text));
    expect(read.ok ? null : [read.error.path, read.error.message]).toEqual([
      'fabrics.p2p.rule.rows.0',
      'n[1-2]:1 are 2 ends and s:[1-3] are 3',
    ]);
  });
});
