/** Tables of links as people write them: read, judged line by line, made a fabric, changed with their ids kept. */
import { describe, expect, it } from 'vitest';
import { addFabric, setFabric } from '../../../shared/commands/fabrics.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { setOverrides } from '../../../shared/commands/overrides.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { judgeTableText } from '../../../shared/engine/tableAnswer.ts';
import { readTableText, writeTableText } from '../../../shared/fabrics/tableText.ts';
import type { Fabric, Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { TEST_CATALOG } from '../../support/testCatalog.ts';

function hall(): PlanBuilder {
  const builder = new PlanBuilder()
    .hall()
    .cabinet('A', 1000, 1000)
    .cabinet('B', 3000, 1000)
    .junction('j1', 500, 2100)
    .junction('j2', 9000, 2100)
    .segment('T1', 'j1', 'j2');
  for (const n of [1, 2, 3, 4]) builder.device(`s${n}`, 'A', n * 3, { name: `node0${n}`, type: 'test/server' });
  for (const n of [1, 2]) builder.device(`w${n}`, 'B', n * 3, { name: `leaf-${n}`, type: 'test/switch' });
  return builder;
}

const plan = hall().build();
const judge = (text: string, of: Plan = plan, fabric: string | null = null) => judgeTableText(derive(of), text, fabric, TEST_CATALOG);
const faults = (text: string, of: Plan = plan): readonly (string | null)[] =>
  judge(text, of).lines.map(({ fault }) => fault?.message ?? null);

function drawn(text: string, of: Plan = plan, id = 'f'): Plan {
  const { fabric, lines } = judge(text, of, of.fabrics.has(id) ? id : null);
  if (fabric === null) throw new Error(JSON.stringify(lines));
  const whole: Fabric = { id, name: 'Table', ...fabric };
  const done = runCommand(of, of.fabrics.has(id) ? setFabric : addFabric, {
    fabric: whole,
    parts: { cableFamilies: [...TEST_CATALOG.cableFamilies.values()], transceivers: [...TEST_CATALOG.transceivers.values()] },
  });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

const linkIds = (of: Plan): string[] => {
  const { cabling } = derive(of);
  return Array.from({ length: cabling.links.count }, (_, link) => cabling.linkId(link));
};

describe('a table as text', () => {
  it('is split at commas, semicolons or tabs, not within ranges, with or without titles', () => {
    const row = { line: 1, from: 'a[1,3]:1', to: 'b:[1-2]', family: '', tier: '' };
    expect(readTableText('a[1,3]:1, b:[1-2]')).toEqual([row]);
    expect(readTableText('\ufeffa[1,3]:1;b:[1-2]\r\n\r\n# none\r\n')).toEqual([row]);
    expect(readTableText('Cable\tTo\tFrom\nx\t"b:[1-2]"\ta[1,3]:1')).toEqual([{ ...row, line: 2, family: 'x' }]);
  });

  it('may have devices and ports in columns of their own, with the titles that sheets have, or none', () => {
    const row = { line: 2, from: 'leaf1:1', to: 'spine1:2/1', family: '', tier: '' };
    expect(readTableText('From device,From port,To device,To port\nleaf1,1,spine1,2/1')).toEqual([row]);
    expect(readTableText('Port B;Device B;Port A;Device A;Cable\n2/1;spine1;1;leaf1;x')).toEqual([{ ...row, family: 'x' }]);
    expect(readTableText('Source\tSource port\tDestination\tDestination port\nleaf1\t1\tspine1\t2/1')).toEqual([row]);
    expect(readTableText('leaf1,1,spine1,2/1,x,up')).toEqual([{ ...row, line: 1, family: 'x', tier: 'up' }]);
    expect(readTableText('a:1, b:2, x, up')).toEqual([{ line: 1, from: 'a:1', to: 'b:2', family: 'x', tier: 'up' }]);
  });
});

describe('a table against a plan', () => {
  it('joins ranges by name and by number, and draws the links', () => {
    const text = 'node[01-04]:p1, leaf-1:[1-4]\nnode[01-02]:p2, leaf-2:1/[1-2], test/jumper';
    const judged = judge(text);
    expect(judged.lines.map(({ links, tier, fault }) => [links, tier, fault])).toEqual([
      [4, 'direct', null],
      [2, 'jumper', null],
    ]);
    expect([judged.links, judged.cables]).toEqual([6, 6]);
    const made = drawn(text);
    expect(linkIds(made)).toEqual([
      'f/direct/node01:1–leaf-1:1',
      'f/direct/node02:1–leaf-1:2',
      'f/direct/node03:1–leaf-1:3',
      'f/direct/node04:1–leaf-1:4',
      'f/jumper/node01:2–leaf-2:1',
      'f/jumper/node02:2–leaf-2:2',
    ]);
    expect(
      derive(made).findings.filter(({ severity, code }) => severity === 'error' && /^(?:channel|connector|port)\./u.test(code)),
    ).toEqual([]);
  });

  it('says of each line what is wrong', () => {
    const taken = hall().link('l', 'w1:9/1', 'w2:9/1').build();
    expect(
      faults(
        [
          'node01',
          'node01:p1, leaf-9:1',
          'node01:p9, leaf-1:1',
          'node[01-02]:p1, leaf-1:[1-3]',
          'node01:p1, leaf-1:9/1',
          'node01:p1, leaf-1:1, gold',
          'node02:p1, leaf-1:2',
          'node03:p1, leaf-1:1/2',
          'node[04:p1, leaf-1:1',
          'node[01-02]:p3, leaf-2:1',
        ].join('\n'),
        taken,
      ),
    ).toEqual([
      'a line names two ends',
      'no device is called “leaf-9”',
      'node01 has no port “p9”',
      'node[01-02]:p1 are 2 ends and leaf-1:[1-3] are 3',
      'leaf-1:9/1 is in use, by leaf-1:9/1–leaf-2:9/1',
      'no cable family is called “gold”',
      null,
      'leaf-1:1/2 is in line 7 already',
      '"node[04" has a bracket without its other half',
      'leaf-2:1 would take 2 links over one cable',
    ]);
    expect(judge('node01:p1, leaf-9:1').lines[0]?.fault?.remedy).toContain('leaf-1, leaf-2');
    expect(judge('x').fabric).toBeNull();
  });

  it('makes breakouts of several ends to one, with legs that hang free', () => {
    const made = drawn('node[01-02]:p1, leaf-1:1, test/splitter\nnode03:p1, leaf-1:3, test/splitter');
    const { takeoff, findings } = derive(made);
    expect([takeoff.links.count, takeoff.cables.count, takeoff.spareLegs.count]).toEqual([3, 2, 1]);
    expect(findings.filter(({ code, severity }) => severity === 'error' && /^(?:channel|connector|port)/.test(code))).toEqual([]);
    expect(faults('node[01-03]:p1, leaf-1:1, test/splitter')).toEqual(['leaf-1:1 would take 3 links over a breakout of 2']);
  });

  it('is changed later: links that stay keep their ids and what is set on them, also when devices got other names', () => {
    const first = drawn('node[01-03]:p1, leaf-1:[1-3]');
    const set = runCommand(first, setOverrides, { links: ['f/direct/node02:1–leaf-1:2'], set: { requiredMm: 9000 } });
    if (!set.ok) throw new Error('refused');
    const fabric = set.value.plan.fabrics.get('f');
    const text = fabric?.rule.kind === 'table' ? writeTableText(fabric.rule, fabric.tiers) : '';
    expect(text).toBe('from, to, family, tier\nnode[01-03]:1, leaf-1:[1-3], test/jumper, direct');
    const renamed = {
      ...set.value.plan,
      devices: new Map([...set.value.plan.devices].map(([id, device]) => [id, id === 's2' ? { ...device, name: 'other' } : device])),
    };
    const next = drawn(text.replace('[01-03]', '[01-04]').replace('leaf-1:[1-3]', 'leaf-1:[1-4]'), renamed);
    expect(linkIds(next)).toHaveLength(4);
    const { cabling } = derive(next);
    expect(cabling.cables.requiredMm[cabling.findCable('f/direct/node02:1–leaf-1:2') ?? -1]).toBe(9000);
  });
});
