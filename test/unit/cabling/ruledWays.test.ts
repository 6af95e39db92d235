/** Two ways from A to B: `short` along the north, `long` 8 m farther along the south. A jumper takes 7.07 mm². */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import type { Segment } from '../../../shared/plan/types.ts';
import type { DiversityGroup, RouteScope } from '../../../shared/plan/routeRules.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { COPPER } from '../../support/testCatalog.ts';

const COPPER_PARTS = { family: COPPER.id, transceiverA: null, transceiverB: null };
const FAMILY: RouteScope = { kind: 'family', family: 'test/jumper' };
const L1: RouteScope = { kind: 'links', links: ['l1'] };

function ring(change: Partial<Record<string, Partial<Segment>>> = {}): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 2000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .cabinet('B', 12_000 - 600, 4000 - 900, { model: 'test/wide-cabinet' })
    .device('a', 'A', 1, { type: 'test/switch' })
    .device('b', 'B', 1, { type: 'test/switch' })
    .junction('nw', 2000, 3000)
    .junction('ne', 12_000, 3000)
    .junction('sw', 2000, 7000)
    .junction('se', 12_000, 7000)
    .segment('west', 'nw', 'sw', change['west'])
    .segment('east', 'ne', 'se', change['east'])
    .segment('short', 'nw', 'ne', { acceptsDrops: false, ...change['short'] })
    .segment('long', 'sw', 'se', { acceptsDrops: false, ...change['long'] })
    .link('l1', 'a:1/1', 'b:1/1')
    .link('l2', 'a:2/1', 'b:2/1')
    .link('c1', 'a:3/1', 'b:3/1', COPPER_PARTS);
}

/** Which of the two ways a cable takes; null for none. */
function wayOf({ survey, cabling }: Derived, id: string): string | null {
  const route = cabling.routes[cabling.cables.route[cabling.findCable(id) ?? -1] ?? -1];
  const names = route?.steps.map(({ edge }) => survey.network.edgeIds[edge] ?? '') ?? [];
  return names.find((name) => name === 'short' || name === 'long') ?? null;
}

function edgesOf({ survey, cabling }: Derived, id: string): string[] {
  const route = cabling.routes[cabling.cables.route[cabling.findCable(id) ?? -1] ?? -1];
  return route?.steps.map(({ edge }) => survey.network.edgeIds[edge] ?? '') ?? [];
}

function ways(plan: PlanBuilder): (string | null)[] {
  const derived = derive(plan.build());
  return ['l1', 'l2', 'c1'].map((id) => wayOf(derived, id));
}

function findings(plan: PlanBuilder, prefix: RegExp): string[] {
  return derive(plan.build())
    .findings.filter(({ code }) => prefix.test(code))
    .map(({ code, ids, message, mend }) => `${code} [${ids.join(' ')}] ${message} | ${mend}`);
}

describe('rules for routes', () => {
  it('pin a segment or a junction, for one link, a family or a tier alike', () => {
    expect(ways(ring())).toEqual(['short', 'short', 'short']);
    expect(ways(ring().routeRule('r', L1, ['long']))).toEqual(['long', 'short', 'short']);
    expect(ways(ring().routeRule('r', FAMILY, ['@se']))).toEqual(['long', 'long', 'short']);
    expect(ways(ring().routeRule('wide', FAMILY, ['long']).routeRule('narrow', L1, ['short']))).toEqual(['short', 'long', 'short']);
  });

  it('forbid a segment, and add up', () => {
    expect(ways(ring().routeRule('r', FAMILY, [], ['short']))).toEqual(['long', 'long', 'short']);
    const both = ring().routeRule('r', FAMILY, [], ['short']).routeRule('s', L1, [], ['long']);
    expect(ways(both)).toEqual([null, 'long', 'short']);
    const [found, ...more] = findings(both, /^(route|cable\.no)/);
    expect(more).toEqual([]);
    expect(found).toMatch(
      /^route\.no-way \[l1 r s\] 1 hand-drawn cable has no way, for one from A to B: Rule r forbids the way and Rule s/,
    );
    expect(found).toContain('Allow a pathway that Rule r forbids, or allow a pathway that Rule s forbids');
  });

  it('keep classes in their own pathways, and say so where none carries one', () => {
    expect(ways(ring({ short: { carries: ['fiber'] } }))).toEqual(['short', 'short', 'long']);
    const none = ring({ short: { carries: ['fiber', 'power'] }, long: { carries: ['power'] } });
    expect(ways(none)).toEqual(['short', 'short', null]);
    expect(findings(none, /^route/)).toEqual([
      'route.no-way [c1] 1 hand-drawn cable has no way, for one from A to B: no joined run of pathways carries copper | Let a pathway between them carry copper',
    ]);
  });

  it('name the pin that no way keeps, and what is gone', () => {
    const shut = ring()
      .junction('i1', 15_000, 9000)
      .junction('i2', 15_000, 9500)
      .segment('island', 'i1', 'i2')
      .routeRule('r', L1, ['island']);
    expect(findings(shut, /^route/)[0]).toMatch(
      /^route\.no-way \[l1 r\].*Rule r pins places that no open way joins \| Unpin a place of Rule r$/,
    );
    const gone = findings(ring().routeRule('r', L1, ['short', 'ghost'], ['phantom']), /^route/);
    expect(gone).toEqual([
      expect.stringMatching(/^route\.dangling \[ghost phantom r\] Rule r names 2 things that are gone: ghost and phantom/),
    ]);
  });

  it('tell of rules that do nothing, contradict each other, or lead back over the same pathway', () => {
    expect(findings(ring().routeRule('r', { kind: 'links', links: ['none'] }, ['long']), /^route/)).toEqual([
      expect.stringMatching(/^route\.dangling/),
      expect.stringMatching(/^route\.idle/),
    ]);
    expect(findings(ring().routeRule('r', L1, ['long']).routeRule('s', L1, ['short']), /^route/)).toEqual([
      expect.stringMatching(/^route\.conflict \[l1 r s\] Rule r and Rule s both pin 1 cable; the pins of Rule r hold/),
    ]);
    const spur = ring().junction('x', 6000, 9000).segment('spur', 'sw', 'x', { acceptsDrops: false }).routeRule('r', L1, ['@x']);
    expect(findings(spur, /^route/)).toEqual([
      expect.stringMatching(/^route\.doubles-back \[l1 r\] Rule r leads 1 cable over spur and back again \| Unpin the place of Rule r/),
    ]);
  });

  it('lay nothing through a keep-clear zone, and find what stands in one', () => {
    const zone = ring().obstacle('z', rectangle(6000, 2500, 1000, 1000), { kind: 'keep-clear', name: 'Panel front' });
    expect(ways(zone)).toEqual(['long', 'long', 'long']);
    expect(findings(zone, /keep-clear/)).toEqual([
      'pathway.in-keep-clear [short z] Pathway short runs through the keep-clear zone Panel front | Lead short around Panel front',
    ]);
    const around = ring().obstacle('z', rectangle(1000, 3500, 300, 300), { kind: 'keep-clear' });
    expect(findings(around, /keep-clear/)).toEqual([]);
    const under = ring().obstacle('z', rectangle(1500, 3300, 500, 300), { kind: 'keep-clear' });
    expect(findings(under, /on-obstacle/)[0]).toContain('stands in the keep-clear zone');
  });

  it('let pinned cables make room by any way through their pins, and nobody goes where it is shut to them', () => {
    const room = { widthMm: 2, depthMm: 10 };
    const crowd = ring({ short: room, long: {} }).routeRule('r', { kind: 'links', links: ['l2'] }, ['short']);
    expect(ways(crowd)).toEqual(['long', 'short', 'long']);
    const shut = ring({ short: room, long: { carries: ['fiber'] } });
    const derived = derive(shut.build());
    expect(wayOf(derived, 'c1')).toBe('short');
    const viaWest = ring({ short: room }).routeRule('r', FAMILY, ['west']);
    expect(ways(viaWest).filter((way) => way === 'short')).toHaveLength(1);
    expect(findings(viaWest, /over-fill|no-room/)).toEqual([]);
  });

  it('name the pinned cable that finds no room, the full pathway, and the rule', () => {
    const tight = ring({ short: { widthMm: 2, depthMm: 10 } }).routeRule('r', FAMILY, ['short']);
    expect(findings(tight, /no-room/)).toEqual([
      'cable.no-room [l2 r short] 1 cable finds no room: every way that Rule r leaves between their ends leads through pathway short, ' +
        'which is full | Widen short, lay a second pathway past it, or unpin a place of Rule r',
    ]);
  });

  it('take the room twice where pins lead out and back', () => {
    const spur = (widthMm: number): PlanBuilder =>
      ring()
        .junction('x', 6000, 9000)
        .segment('spur', 'sw', 'x', { acceptsDrops: false, widthMm, depthMm: 10 })
        .routeRule('r', FAMILY, ['@x']);
    expect(findings(spur(3), /no-room/)[0]).toMatch(/^cable\.no-room \[(l1|l2) r spur\] 1 cable finds no room.*through pathway spur/);
    expect(findings(spur(6), /no-room/)).toEqual([]);
  });

  it('name the pathway that is full behind a pin together with the one that has no room to come back over', () => {
    const plan = parsePlan(readFileSync(new URL('../../plans/pinned-no-room.raceway', import.meta.url)));
    if (!plan.ok) throw new Error(plan.error.message);
    const { findings } = derive(plan.value);
    const [found, ...others] = findings.filter(({ code }) => code === 'cable.no-room');
    expect(others).toEqual([]);
    expect(found?.ids).toEqual(['l12', 'r2', 's007', 's014']);
    // Either of them wider, and it has room: past the pin, or there and back.
    for (const id of ['s007', 's014']) {
      const segment = must(plan.value.segments.get(id), id);
      const wider = new Map(plan.value.segments).set(id, { ...segment, widthMm: segment.widthMm + 10 });
      expect(derive({ ...plan.value, segments: wider }).cabling.crowdings).toEqual([]);
    }
  });

  it('hold after the cabinets move, as from scratch', () => {
    const plan = ring().routeRule('r', L1, ['long']).build();
    const before = derive(plan);
    const moved = { ...plan, cabinets: new Map(plan.cabinets).set('A', { ...plan.cabinets.get('A')!, yMm: 3300 }) };
    expect(wayOf(derive(moved, before), 'l1')).toBe('long');
  });
});

describe('copper and power', () => {
  const near = (yMm: number): PlanBuilder =>
    ring()
      .junction('p1', 2000, yMm)
      .junction('p2', 12_000, yMm)
      .segment('busway', 'p1', 'p2', { acceptsDrops: false, widthMm: 100, carries: ['power'] });

  it('are kept apart by the distance that the settings ask for', () => {
    expect(findings(near(2700), /near-power/).find((text) => text.includes('[busway short]'))).toMatch(
      /^pathway\.near-power \[busway short\] Pathway short carries copper \d+ mm from the power in busway/,
    );
    expect(findings(near(1500), /near-power/)).toEqual([]);
    const [assumed] = derive(near(2700).build()).findings.filter(({ code }) => code === 'pathway.near-power');
    expect(assumed?.required).toBe('at least 300 mm (assumption)');
    const set = near(2700).withSettings({ powerSeparationMm: 50 });
    expect(findings(set, /near-power/)).toEqual([]);
  });
});

describe('diversity', () => {
  const UPLINKS: DiversityGroup['members'] = { kind: 'links', links: ['l1', 'l2'] };

  it('sends two links over different pathways from drop to drop', () => {
    const derived = derive(ring().keepApart('g', UPLINKS).build());
    expect([wayOf(derived, 'l1'), wayOf(derived, 'l2')].sort()).toEqual(['long', 'short']);
    expect(derived.cabling.rules?.apart).toMatchObject([{ kind: 'apart', gapMm: 0 }]);
    expect(derived.findings.filter(({ code }) => code.startsWith('diversity'))).toEqual([]);
  });

  it('names the pathway that both need', () => {
    const [found] = findings(ring().routeRule('r', FAMILY, [], ['long']).keepApart('g', UPLINKS), /^diversity/);
    expect(found).toBe(
      'diversity.together [east g l1 l2 r short west] Apart g: 2 cables cannot be kept apart: both need west, short and east, as Rule r forbids other ways | ' +
        'Allow a pathway that Rule r forbids, or lay a second pathway past west, short and east',
    );
  });

  it('names the rule that pins both, and how many separate ways there are', () => {
    const [pinned] = findings(ring().routeRule('r', FAMILY, ['long']).keepApart('g', UPLINKS), /^diversity/);
    expect(pinned).toBe(
      'diversity.together [g l1 l2 long r] Apart g: 2 cables cannot be kept apart: both need long, as Rule r pins them to long | Unpin a place of Rule r',
    );
    const [corner] = findings(ring().routeRule('r', FAMILY, ['@ne']).keepApart('g', UPLINKS), /^diversity/);
    expect(corner).toContain(
      'whatever way one of them takes is in the way of another, as Rule r pins them to junction ne | Unpin a place of Rule r',
    );
    const three = derive(ring().link('l3', 'a:4/1', 'b:4/1').keepApart('g', ['l1', 'l2', 'l3']).build());
    const [found] = three.findings.filter(({ code }) => code === 'diversity.together');
    expect(found).toMatchObject({ required: '3 separate ways', actual: 'at most 2' });
    expect(found?.message).toContain('3 cables cannot be kept apart: they have only 2 stretches of west between them');
  });

  it('comes after rules, and before room', () => {
    const pinned = ring().routeRule('r', L1, ['long']).keepApart('g', UPLINKS);
    expect(ways(pinned)).toEqual(['long', 'short', 'short']);
    const crowded = ring({ short: { widthMm: 2, depthMm: 10 } }).keepApart('g', UPLINKS);
    expect(ways(crowded).filter((way) => way === 'short')).toHaveLength(1);
  });

  it('makes room as a unit: links go elsewhere together where that keeps them apart', () => {
    const room = { acceptsDrops: false, widthMm: 2, depthMm: 10 };
    const group = (members: readonly string[]): DiversityGroup['members'] => ({ kind: 'links', links: members });
    const hall = (tight: Partial<Segment>): PlanBuilder =>
      ring({ short: tight })
        .link('l3', 'a:4/1', 'b:4/1')
        .link('l4', 'a:5/1', 'b:5/1')
        .junction('ww', 1000, 3000)
        .junction('ee', 13_000, 3000)
        .junction('we', 1000, 1000)
        .junction('en', 13_000, 1000)
        .segment('up', 'nw', 'we', { acceptsDrops: false })
        .segment('over', 'we', 'en', { acceptsDrops: false })
        .segment('down', 'en', 'ne', { acceptsDrops: false })
        .routeRule('c', { kind: 'links', links: ['c1'] }, ['long'])
        .keepApart('g', group(['l1', 'l2']))
        .keepApart('h', group(['l3', 'l4']));
    const derived = derive(hall(room).build());
    expect(derived.findings.filter(({ code }) => /over-fill|no-room|diversity/.test(code))).toEqual([]);
    for (const pair of [
      ['l1', 'l2'],
      ['l3', 'l4'],
    ]) {
      const over = pair.map((id) => edgesOf(derived, id));
      expect(over[0]?.filter((edge) => over[1]?.includes(edge) === true && ['short', 'long', 'over'].includes(edge))).toEqual([]);
    }
    expect(['l1', 'l2', 'l3', 'l4'].filter((id) => edgesOf(derived, id).includes('over'))).toHaveLength(1);
  });

  it('names the link of a group that finds no room, the full pathway, and the group', () => {
    const full = ring({ long: { widthMm: 1, depthMm: 10 } }).keepApart('g', UPLINKS);
    expect(findings(full, /no-room|diversity/)).toEqual([
      expect.stringMatching(
        /^cable\.no-room \[g l\d long\] 1 cable finds no room: every way that Apart g leaves between their ends leads through pathway long, which is full \| Widen long, lay a second pathway past it, or take links out of Apart g$/,
      ),
    ]);
  });

  it('tells of links that are gone, and of two in one cable', () => {
    expect(findings(ring().keepApart('g', ['l1', 'nobody']), /^diversity/)).toEqual([
      expect.stringMatching(/^diversity\.orphan \[g nobody\]/),
    ]);
    expect(findings(ring().keepApart('g', { kind: 'fabric', fabric: 'f', tier: 't', end: 'a' }), /^diversity/)).toEqual([
      expect.stringMatching(/^diversity\.orphan \[g\] Apart g keeps nothing apart/),
    ]);
  });
});
