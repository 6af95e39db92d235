import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { portsOfDevices } from '../../../shared/engine/devicePorts.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { COPPER_PARTS, JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { must } from '../../../shared/assert.ts';
import { portsOf } from '../../../shared/catalog/ports.ts';

function room(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'B', 1)
    .device('w', 'B', 10, { type: 'test/switch' })
    .junction('j1', 1000, 4000)
    .junction('j2', 19_000, 4000)
    .segment('tray', 'j1', 'j2')
    .link('l1', 's:p2', 't:p1');
}

const portsIn = (plan: Plan, ...ids: string[]) => portsOfDevices(derive(plan), ids);

describe('ports of a device', () => {
  it('are told with their cable, optic and far end, and nothing of those that are free', () => {
    const [s] = portsIn(room().build(), 's');
    expect(s).toEqual({
      device: 's',
      lost: 0,
      used: [
        {
          port: 1,
          faults: [],
          ends: [
            {
              cable: 'l1',
              link: 'l1',
              tier: 'manual',
              family: 'Multimode jumper',
              optic: 'test/optic',
              far: { cabinet: 'B', cabinetName: 'B', device: 't', deviceName: 't', positionU: 1, port: 'p1' },
            },
          ],
        },
      ],
    });
  });

  it('come in the order asked for, without what is no device', () => {
    expect(portsIn(room().build(), 't', 'nothing', 's').map(({ device }) => device)).toEqual(['t', 's']);
  });

  it('say when two cables share one, and when it is both ends of one', () => {
    const [s] = portsIn(room().link('l2', 's:p2', 'w:1/1').build(), 's');
    expect(s?.used[0]?.faults).toEqual(['2 cable ends share this port, which takes one']);
    expect(s?.used[0]?.ends.map(({ cable }) => cable)).toEqual(['l1', 'l2']);
    const [looped] = portsIn(room().link('l2', 's:p3', 's:p3').build(), 's');
    expect(looped?.used[1]?.faults).toContain('2 cable ends share this port, which takes one');
  });

  it('say when plug and port do not go together, when no way joins the ends, and when no length is long enough', () => {
    const bare = room()
      .link('l2', 's:p3', 't:p3', { ...JUMPER_PARTS, transceiverA: null })
      .build();
    expect(portsIn(bare, 's')[0]?.used[1]?.faults[0]).toContain('no optic stands between');
    expect(portsIn(bare, 't')[0]?.used[1]?.faults[0]).toContain('no optic stands between');
    const apart = room().cabinet('C', 3000, 12_000).device('c', 'C', 1).link('l2', 's:p3', 'c:p1').build();
    expect(portsIn(apart, 'c')[0]?.used[0]?.faults).toEqual(['no way on the pathways joins the ends of its cable']);
    const short = room().link('l2', 's:p3', 't:p3', COPPER_PARTS).build();
    expect(portsIn(short, 's')[0]?.used[1]?.faults).toEqual(['no length on offer is long enough for its cable']);
  });

  it('count links that end in ports which are not there', () => {
    const [w, s] = portsIn(room().link('l2', 's:p3', 'w:17/1').build(), 'w', 's');
    expect(w).toEqual({ device: 'w', used: [], lost: 1 });
    expect(s?.used[1]?.faults).toEqual(['the port at the far end is missing']);
  });

  it('add up over a fabric to every end of every link, a splitter’s legs on the one port of its undivided end', () => {
    const made = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
    if (!made.ok) throw new Error(made.error.message);
    const derived = derive(made.value);
    const all = portsOfDevices(derived, [...made.value.devices.keys()]);
    const { links } = derived.cabling;
    expect(all.flatMap(({ used }) => used.flatMap(({ ends }) => ends)).length).toBe(links.count * 2);
    for (const { device, used } of all) {
      const type = must(made.value.catalog.deviceTypes.get(must(made.value.devices.get(device), device).type), 'type');
      for (const { port, faults } of used) {
        expect(faults, `${device} ${must(portsOf(type)[port], 'port').name}`).toEqual([]);
      }
    }
  });

  it('are right after a move, from the same index', () => {
    const before = derive(room().build());
    portsOfDevices(before, ['s']);
    const moved = room().cabinet('B', 8000, 3000).build();
    expect(portsOfDevices(derive(moved, before), ['s', 't', 'w'])).toEqual(portsIn(moved, 's', 't', 'w'));
  });
});
