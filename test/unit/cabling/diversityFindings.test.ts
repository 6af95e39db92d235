/** What is said of links that are kept apart, or cannot be. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { ApartOutcome } from '../../../shared/cabling/diversity/keepApart.ts';
import { diversity } from '../../../shared/checks/diversity.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { gridHall } from '../../support/gridHall.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { raisedBy } from '../../support/raisedBy.ts';

function messages(plan: PlanBuilder, prefix: RegExp): string[] {
  return derive(plan.build())
    .findings.filter(({ code }) => prefix.test(code))
    .map(({ code, severity, ids, message }) => `${code} ${severity} [${ids.join(' ')}] ${message}`);
}

/** Cabinets in a western and an eastern row, a run of tray along each, and so many banks between the two runs. */
function banks(links: number, names: readonly string[]): PlanBuilder {
  const builder = new PlanBuilder().hall('H', {
    outline: [
      [0, 0],
      [40_000, 0],
      [40_000, 40_000],
      [0, 40_000],
    ],
  });
  for (const side of ['w', 'e'] as const) {
    const xMm = side === 'w' ? 4000 : 20_000;
    for (const [at] of names.entries()) builder.junction(`${side}${at}`, xMm, 20_000 + at * 1000);
    for (let at = 0; at < links; at += 1) {
      builder.cabinet(`${side}c${at}`, xMm - 300, 2000 + at * 5000).device(`${side}d${at}`, `${side}c${at}`, 10);
      builder.junction(`${side}s${at}`, xMm, 1500 + at * 5000).junction(`${side}t${at}`, xMm + 1200, 1500 + at * 5000);
      builder.segment(`${side}stub${at}`, `${side}s${at}`, `${side}t${at}`);
      for (const [to] of names.entries())
        builder.segment(`${side}join${at}-${to}`, `${side}t${at}`, `${side}${to}`, { acceptsDrops: false });
    }
  }
  names.forEach((name, at) => builder.segment(`bank${at}`, `w${at}`, `e${at}`, { name, acceptsDrops: false }));
  const ids = Array.from({ length: links }, (_, at) => `l${at}`);
  ids.forEach((id, at) => builder.link(id, `wd${at}:p1`, `ed${at}:p1`));
  return builder.keepApart('g', ids);
}

describe('findings on diversity', () => {
  it('name all places that more links need than there are of them', () => {
    expect(messages(banks(3, ['Bank 1A', 'Bank 1B', 'Bank 1C']), /^diversity/)).toEqual([]);
    expect(messages(banks(3, ['Bank 1A', 'Bank 1B']), /^diversity/)).toEqual([
      'diversity.together error [bank0 bank1 g l0 l1 l2] Apart g: 3 cables cannot be kept apart: they have only Bank 1A and Bank 1B between them',
    ]);
    expect(messages(banks(3, ['Bank 1A']), /^diversity/)).toEqual([
      'diversity.together error [bank0 g l0 l1 l2] Apart g: 3 cables cannot be kept apart: all need Bank 1A',
    ]);
  });

  it('name pathways beside which a second one parts links that no bottleneck holds together, and it does', () => {
    const plan = gridHall(5, 6, 6);
    const findingsOf = (of: Plan) => derive(of).findings.filter(({ code }) => code === 'diversity.together');
    const [found] = findingsOf(plan);
    const names = found?.message.match(/two of them share a pathway, at best (.*)$/)?.[1]?.split(/, | or /) ?? [];
    expect(names).toHaveLength(4);
    expect(found?.mend).toContain('Lay a second pathway past ');
    expect(names.every((name) => found?.ids.includes(name) === true)).toBe(true);
    for (const name of names) {
      const beside = { ...must(plan.segments.get(name), 'segment'), id: `${name} again` };
      expect([name, findingsOf({ ...plan, segments: new Map([...plan.segments, [beside.id, beside]]) })]).toEqual([name, []]);
    }
  });

  it('do not say that it cannot be where it was not decided', () => {
    const derived = derive(banks(3, ['Bank 1A', 'Bank 1B']).build());
    const rules = must(derived.cabling.rules, 'rules');
    const { set, cables, sides } = must(rules.apart[0], 'outcome');
    const outcome: ApartOutcome = { set, cables, sides, kind: 'undecided' };
    const input = { ...derived, cabling: { ...derived.cabling, rules: { ...rules, apart: [outcome] } } };
    const found = raisedBy(diversity, input);
    expect(found).toMatchObject([{ code: 'diversity.undecided', severity: 'warning', actual: 'not decided' }]);
    expect(found[0]?.message).toBe(
      'Apart g: 3 cables were not kept apart: separate ways were neither found nor ruled out with the effort allowed',
    );
  });

  it('name the cabinet and the hall of a device where another goes by the same name', () => {
    const derived = derive(banks(2, ['Bank 1A']).build());
    const { devices } = derived.plan;
    const rules = must(derived.cabling.rules, 'rules');
    const { set, ...rest } = must(rules.apart[0], 'outcome');
    const apart = [{ ...rest, set: { ...set, device: 'wd0' } }];
    const messageWith = (name: string): string | undefined => {
      const twins = new Map([...devices].map(([id, device]) => [id, id === 'wd1' ? { ...device, name } : device]));
      const input = { ...derived, plan: { ...derived.plan, devices: twins }, cabling: { ...derived.cabling, rules: { ...rules, apart } } };
      return raisedBy(diversity, input)[0]?.message;
    };
    const [name, own] = [must(devices.get('wd0'), 'device').name, must(derived.plan.halls.get('H'), 'hall').name];
    expect(messageWith('another')).toContain(`2 cables at ${name} cannot be kept apart: both need Bank 1A`);
    expect(messageWith(name)).toContain(`2 cables at ${name} in wc0, ${own} cannot be kept apart`);
  });

  it('tell of links that pass through the same side of a cabinet', () => {
    const bayed = new PlanBuilder()
      .hall()
      .withSettings({ sidePassThrough: true })
      .cabinet('A', 1000, 1000, { row: 'R', openSides: true })
      .cabinet('B', 1610, 1000, { row: 'R', openSides: true })
      .device('a', 'A', 10)
      .device('b', 'B', 10)
      .link('l1', 'a:p1', 'b:p1')
      .link('l2', 'a:p2', 'b:p2');
    expect(messages(bayed.keepApart('g', ['l1', 'l2']), /^diversity/)).toEqual([
      'diversity.side error [g l1 l2] Apart g: 2 cables pass through the same side from A to B',
    ]);
  });

  it('say of a rule and of a group that the fabric they name is not there', () => {
    const builder = banks(2, ['Bank 1A', 'Bank 1B'])
      .routeRule('r', { kind: 'fabric', fabric: 'nowhere', tier: null }, ['bank0'])
      .keepApart('h', { kind: 'fabric', fabric: 'nowhere', tier: 't', end: 'a' });
    expect(messages(builder, /^(diversity|route)/)).toEqual([
      'diversity.orphan warning [h] Apart h keeps nothing apart: there is no fabric nowhere',
      'route.idle warning [r] Rule r bends no cable: there is no fabric nowhere',
    ]);
  });
});
