import { beforeEach, describe, expect, it } from 'vitest';
import { dialogs } from '../../../renderer/dialogs/dialogStore.ts';
import type { PortsKnown } from '../../../renderer/elevation/connectPorts.ts';
import { judgeRanges } from '../../../renderer/elevation/ranges/judgeRanges.ts';
import { pairUp, type Pairing } from '../../../renderer/elevation/ranges/pairing.ts';
import { portsBetween, portsNamed, rangeText } from '../../../renderer/elevation/ranges/portRanges.ts';
import { addLinks } from '../../../shared/commands/fabrics.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { portsOfDevices } from '../../../shared/engine/devicePorts.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { ElevationDriver } from '../../support/elevationDriver.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Switches w1 and w2 of 32 ports in 16 twin cages, servers s1 to s4 of 4 ports; w1:1/1 leads to s1:p1. */
function plan(): Plan {
  const builder = new PlanBuilder().hall().cabinet('A', 3000, 3000).cabinet('B', 9000, 3000);
  for (const [i, id] of ['s1', 's2', 's3', 's4'].entries()) builder.device(id, 'A', 1 + 3 * i);
  return builder
    .device('w1', 'A', 20, { type: 'test/switch' })
    .device('w2', 'B', 20, { type: 'test/switch' })
    .device('twin', 'A', 24, { type: 'test/switch', name: 'same' })
    .device('other', 'B', 24, { type: 'test/switch', name: 'same' })
    .device('spaced', 'B', 30, { type: 'test/switch', name: 'Top switch 1' })
    .junction('j1', 1000, 4000)
    .junction('j2', 19_000, 4000)
    .segment('tray', 'j1', 'j2')
    .link('l1', 'w1:1/1', 's1:p1')
    .build();
}

function knownOf(of: Plan): PortsKnown {
  const told = new Map(portsOfDevices(derive(of), [...of.devices.keys()]).map((one) => [one.device, one]));
  return { plan: of, parts: of.catalog, ports: (device) => told.get(device) };
}

const named = (text: string) => {
  const ports = portsNamed(plan(), text);
  return ports.ok ? ports.value.map(({ device, port }) => `${device}:${port + 1}`).join(' ') : ports.error;
};

describe('ports named in one line', () => {
  it('are counted or called by name, forwards and backwards, over several devices', () => {
    expect(named('w1 1-3')).toBe('w1:1 w1:2 w1:3');
    expect(named('A/w1 3-1,8')).toBe('w1:3 w1:2 w1:1 w1:8');
    expect(named('w1 1/1-2/1, 16/2')).toBe('w1:1 w1:2 w1:3 w1:32');
    expect(named('s[1-2] p2-p3')).toBe('s1:2 s1:3 s2:2 s2:3');
    expect(named('s4')).toBe('s4:1 s4:2 s4:3 s4:4');
    expect(named('Top switch 1 1-2')).toBe('spaced:1 spaced:2');
    expect(named('B/Top switch 1')).toContain('spaced:32');
  });

  it('say what is wrong and what would be right', () => {
    expect(named('nobody 1')).toBe('no device is called “nobody”');
    expect(named('same 1')).toBe('2 devices are called “same”; write the cabinet before it, as A/same');
    expect(named('B/same 1')).toBe('other:1');
    expect(named('w1 1-33')).toBe('w1 has no ports “1-33”; it has 1/1 to 16/2, counted 1 to 32');
    expect(named('w1 1,1')).toBe('“w1 1,1” names a port twice');
    expect(named('')).toContain('name a device');
  });

  it('come back as the text that names them', () => {
    const ports = portsNamed(plan(), 'w1 1-3, 8');
    expect(rangeText(plan(), ports.ok ? ports.value : [])).toBe('A/w1 1-3, 8');
    expect(portsBetween('w1', 5, 3).map(({ port }) => port)).toEqual([3, 4, 5]);
  });
});

describe('pairing two ranges', () => {
  const on = (device: string, count: number) => Array.from({ length: count }, (_, i) => ({ device, at: `${device}${i + 1}` }));
  const paired = (how: Pairing, a = on('a', 4), b = on('b', 4)) => pairUp(a, b, how).map(([one, other]) => `${one.at}-${other.at}`);

  it('goes straight, reversed, interleaved and by rail', () => {
    expect(paired('straight')).toEqual(['a1-b1', 'a2-b2', 'a3-b3', 'a4-b4']);
    expect(paired('reversed')).toEqual(['a1-b4', 'a2-b3', 'a3-b2', 'a4-b1']);
    expect(paired('interleaved')).toEqual(['a1-b1', 'a2-b3', 'a3-b2', 'a4-b4']);
    // Two nodes of two rails: rail 1 to the first leaf, rail 2 to the second.
    expect(paired('by-rail', [...on('n', 2), ...on('m', 2)], [...on('x', 2), ...on('y', 2)])).toEqual(['n1-x1', 'm1-x2', 'n2-y1', 'm2-y2']);
  });

  it('takes every port once, whichever way', () => {
    for (const how of ['straight', 'reversed', 'interleaved', 'by-rail'] as const)
      for (const count of [1, 5, 8]) {
        const pairs = pairUp(on('a', count), on('b', count), how);
        expect(new Set(pairs.map(([, { at }]) => at)).size).toBe(count);
        expect(new Set(pairs.map(([{ at }]) => at)).size).toBe(count);
      }
  });
});

describe('judging two ranges', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `n${i}`);
  const judge = (a: string, b: string, how: Pairing = 'straight', of = plan()) => {
    const [one, other] = [portsNamed(of, a), portsNamed(of, b)];
    if (!one.ok || !other.ok) throw new Error('the ports are not there');
    return judgeRanges(knownOf(of), { a: one.value, b: other.value, how, parts: null, ids });
  };

  it('gives one command that draws all pairs, of which the plan finds nothing wrong', () => {
    const of = plan();
    const judged = judge('w1 3-26', 'w2 1-24', 'reversed', of);
    expect(judged.problem).toBeNull();
    expect(judged.pairs[0]).toMatchObject({ fromName: 'A · w1 · 2/1', toName: 'B · w2 · 12/2', problem: null });
    const run = runCommand(of, addLinks, judged.args!);
    if (!run.ok) throw new Error(run.error.message);
    expect(run.value.step?.label).toBe('Connect 24 pairs of ports');
    const before = new Set(derive(of).findings.map(({ code }) => code));
    expect(
      derive(run.value.plan)
        .findings.map(({ code }) => code)
        .filter((code) => !before.has(code)),
    ).toEqual([]);
    expect(run.value.plan.links.size).toBe(25);
  });

  it('names what is in the way and draws nothing: a port that is taken, too few ports, what does not fit, an end met twice', () => {
    const taken = judge('w1 1,3-5', 'w2 1-4');
    expect(taken.pairs.map(({ problem }) => problem)).toEqual(['it is in use, to A · U1 · p1', null, null, null]);
    expect([taken.problem, taken.args]).toEqual(['1 of 4 pairs cannot be joined', null]);
    expect(judge('w1 2', 'w2 1').pairs[0]?.problem).toBe('Multimode optic in this cage serves 1 and no more');
    expect(judge('w1 3-10', 's2 1-4').problem).toBe('End B has too few ports: 4 for 8');
    expect(judge('w1 3', 'w1 5').pairs[0]?.problem).toContain('two ports of one device');
  });
});

describe('marking ranges by dragging', () => {
  beforeEach(() => dialogs.setState({ ranges: null }));

  it('takes ports of one device, then of another, and asks how; Escape and a click elsewhere forget the first', async () => {
    const driver = await new ElevationDriver(plan(), ['A', 'B']).settle();
    const shift = { shift: true };
    driver.down(driver.port('w1', '2/1'), shift).move(driver.port('w1', '5/2'), shift).up(shift);
    expect(driver.host.state()).toBe('marked');
    expect(driver.host.store.getState().marked).toHaveLength(8);
    expect(driver.host.cancel()).toBe(true);
    expect(driver.host.store.getState().marked).toEqual([]);
    driver.down(driver.port('w1', '2/1'), shift).move(driver.port('w1', '5/2'), shift).up(shift);
    driver.click(driver.unit('A', 40));
    expect([driver.host.state(), driver.host.store.getState().marked.length]).toEqual(['idle', 0]);
    driver.down(driver.port('w1', '2/1'), shift).move(driver.port('w1', '5/2'), shift).up(shift);
    driver.down(driver.port('w2', '8/2'), shift).move(driver.port('w2', '5/1'), shift).up(shift);
    expect(driver.host.state()).toBe('idle');
    expect(dialogs.getState().ranges).toEqual({ a: 'A/w1 3-10', b: 'B/w2 9-16' });
    expect(driver.steps()).toEqual([]);
  });
});
