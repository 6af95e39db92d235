import { afterEach, describe, expect, it } from 'vitest';
import { dialogs } from '../../../renderer/dialogs/dialogStore.ts';
import { fillEnds, type Ends } from '../../../renderer/elevation/connectEnds.ts';
import {
  firstFitting,
  firstPair,
  joiningParts,
  leastMm,
  linkBetween,
  openBreakout,
  portUses,
  type PortsKnown,
} from '../../../renderer/elevation/connectPorts.ts';
import { wayProblem } from '../../../renderer/elevation/triedReach.ts';
import { parseUnit } from '../../../renderer/panels/deviceEdits.ts';
import { portsOfDevices } from '../../../shared/engine/devicePorts.ts';
import { RouteStatus } from '../../../shared/cabling/types.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

function room(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'A', 10)
    .device('w', 'B', 20, { type: 'test/switch' })
    .link('l1', 's:p1', 't:p1');
}

function knownOf(plan: Plan): PortsKnown {
  const told = new Map(portsOfDevices(derive(plan), [...plan.devices.keys()]).map((one) => [one.device, one]));
  return { plan, parts: plan.catalog, ports: (device) => told.get(device) };
}

const open: Ends['a'] = { device: null, port: null };

describe('the ends of a connection', () => {
  it('are filled with the first free ports that go together', () => {
    const known = knownOf(room().build());
    expect(fillEnds(known, { a: ['t', 's'], b: ['w'] }, { a: open, b: open })).toEqual({
      a: { device: 't', port: 1 },
      b: { device: 'w', port: 0 },
    });
    const chosen = { a: { device: 's', port: 3 }, b: { device: 'w', port: null } };
    expect(fillEnds(known, { a: [], b: [] }, chosen)).toEqual({ a: { device: 's', port: 3 }, b: { device: 'w', port: 0 } });
  });

  it('stay as they are while the engine has not told, and where nothing is wished for', () => {
    const plan = room().build();
    const waiting: PortsKnown = { plan, parts: plan.catalog, ports: () => undefined };
    const ends: Ends = { a: { device: 's', port: null }, b: { device: 'w', port: null } };
    expect(fillEnds(waiting, { a: [], b: [] }, ends)).toBe(ends);
    const none: Ends = { a: open, b: open };
    expect(fillEnds(knownOf(plan), { a: ['s'], b: [] }, none)).toBe(none);
  });
});

describe('a breakout', () => {
  it('has its undivided end at the first port, lies as its family has it, and takes links until its legs are in use', () => {
    const builder = room();
    const known = knownOf(builder.build());
    const head = { device: 'w', port: 0 };
    const first = joiningParts(known, head, { device: 's', port: 1 });
    const parts = first.ok ? first.value.find(({ head: at }) => at !== undefined) : undefined;
    if (parts === undefined) throw new Error('no breakout');
    expect(parts).toMatchObject({ family: 'test/splitter', head: 'a' });
    const link = linkBetween(known, 'x', head, { device: 's', port: 1 }, parts).links[0]!;
    expect([link.a.device, link.b.device, 'head' in link.parts]).toEqual(['w', 's', false]);
    expect(linkBetween(known, 'x', { device: 's', port: 1 }, head, { ...parts, head: 'b' }).links[0]).toEqual({
      ...link,
      parts: link.parts,
    });
    const one = builder.link('x', 'w:1/1', 's:p2', link.parts);
    const begun = knownOf(one.build());
    expect(openBreakout(begun, head)).toMatchObject({ family: 'test/splitter', used: 1, legs: 2 });
    expect(openBreakout(begun, { device: 's', port: 1 })).toBeNull();
    const more = joiningParts(begun, head, { device: 's', port: 2 });
    expect(more.ok && more.value.length > 0 && more.value.every(({ family, head: at }) => family === 'test/splitter' && at === 'a')).toBe(
      true,
    );
    const full = knownOf(one.link('y', 'w:1/1', 's:p3', link.parts).build());
    expect(openBreakout(full, head)).toBeNull();
    expect(joiningParts(full, head, { device: 's', port: 3 }).ok).toBe(false);
  });
});

describe('two ports of one device', () => {
  it('are never joined, with what to do instead', () => {
    const known = knownOf(room().build());
    const [one, other] = [
      { device: 's', port: 1 },
      { device: 's', port: 2 },
    ];
    const joined = joiningParts(known, one, other);
    expect(joined.ok ? null : joined.error).toBe(
      'two ports of one device are not connected to each other; choose a port of another device',
    );
    expect(firstFitting(known, 's', one)).toBeNull();
    expect(firstPair(known, ['s'], ['s'])).toBeNull();
  });

  it('keep their link when they are joined already, and it may get other parts', () => {
    const known = knownOf(room().link('own', 's:p2', 's:p3').build());
    expect(joiningParts(known, { device: 's', port: 1 }, { device: 's', port: 2 }, 'own').ok).toBe(true);
  });
});

describe('ports in use', () => {
  it('forget a link that was deleted since the engine told, and the one whose parts are changed', () => {
    const before = knownOf(room().build());
    const after: PortsKnown = { ...before, plan: { ...before.plan, links: new Map() } };
    expect([...(portUses(before, 's')?.keys() ?? [])]).toEqual([0]);
    expect(portUses(after, 's')?.size).toBe(0);
    const [from, to] = [
      { device: 's', port: 0 },
      { device: 't', port: 0 },
    ];
    expect(joiningParts(before, from, to).ok).toBe(false);
    expect(joiningParts(before, from, to, 'l1').ok).toBe(true);
  });

  it('are at least as far apart as their cabinets', () => {
    const plan = room().build();
    expect(leastMm(plan, 'A', 'B')).toBe(5400);
    expect(leastMm(plan, 'A', 'A')).toBe(0);
    expect(leastMm(room().hall('G').cabinet('C', 0, 0, { hall: 'G' }).build(), 'A', 'C')).toBeNull();
  });
});

describe('the connect tool of the plan', () => {
  afterEach(() => dialogs.setState({ connect: null }));

  it('asks for a connection between what two clicks mean, a cabinet from the top down', () => {
    const driver = new ToolDriver(room().build(), 'connect');
    driver.click(3300, 3600).move(6000, 5000);
    expect(driver.host.state()).toBe('connect.connecting');
    expect(driver.session.getState().preview?.text).toBe('From A: choose the other end');
    driver.click(9300, 3600);
    expect(dialogs.getState().connect).toEqual({ a: ['t', 's'], b: ['w'] });
    expect(driver.host.state()).toBe('connect.idle');
    expect(driver.session.getState().preview).toBeNull();
    expect(driver.plan.getState().past).toEqual([]);
  });

  it('chooses nothing at a release whose press was elsewhere', () => {
    const driver = new ToolDriver(room().build(), 'connect').move(3300, 3600).up();
    expect(driver.host.state()).toBe('connect.idle');
    driver.click(3300, 3600).move(9300, 3600).up();
    expect(driver.host.state()).toBe('connect.connecting');
    expect(dialogs.getState().connect).toBeNull();
  });

  it('passes over the floor, and leaves no trace when it is called off', () => {
    const driver = new ToolDriver(room().build(), 'connect').click(15_000, 12_000);
    expect(driver.host.state()).toBe('connect.idle');
    driver.click(3300, 3600);
    expect(driver.host.cancel()).toBe(true);
    expect(driver.session.getState().preview).toBeNull();
    expect(dialogs.getState().connect).toBeNull();
    driver.click(3300, 3600);
    driver.session.setTool('select');
    expect(driver.host.state()).toBe('select.idle');
  });
});

describe('a rack unit that is typed', () => {
  it.each([
    ['12', { kind: 'absolute', value: 12 }],
    [' U7 ', { kind: 'absolute', value: 7 }],
    ['+2', { kind: 'relative', value: 2 }],
    ['−3', { kind: 'relative', value: -3 }],
  ])('reads %s', (text, value) => {
    expect(parseUnit(text)).toEqual({ ok: true, value });
  });

  it.each(['', 'twelve', '1.5', '+'])('refuses "%s" with what would be right', (text) => {
    const parsed = parseUnit(text);
    expect(parsed.ok ? null : parsed.error.remedy).toBe('write 12, U12 or +2');
  });
});

describe('the way of a connection under way', () => {
  it('is told to be too long for its light, for what is sold, or not there, and nothing where it is not known', () => {
    const plan = room()
      .junction('w', 1000, 2500)
      .junction('e', 12_000, 2500)
      .segment('tray', 'w', 'e')
      .link('far', 's:p3', 'w:1/1')
      .build();
    const explained = explain(derive(plan), 'far');
    if (explained?.kind !== 'cable') throw new Error('no cable');
    const { derivation } = explained;
    expect(wayProblem(derivation, 'metric')).toBeNull();
    expect(wayProblem({ ...derivation, reachMm: 1000 }, 'metric')).toContain('which reaches 1.00 m');
    expect(wayProblem({ ...derivation, reachMm: null, orderedMm: null }, 'metric')).toContain('is so long');
    expect(wayProblem({ ...derivation, requiredMm: null, orderedMm: null }, 'metric')).toBeNull();
    expect(wayProblem({ ...derivation, status: RouteStatus.noRoute }, 'metric')).toBe('no pathway joins the two');
  });
});
