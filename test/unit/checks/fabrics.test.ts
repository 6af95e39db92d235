import { describe, expect, it } from 'vitest';
import type { Fabric, Plan } from '../../../shared/plan/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { found } from '../../support/findings.ts';
import { JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';

/** One unit of one node on two rails, with its fabric managers: the only node position is given up for them. */
const SLOTS = { 'su1.leaf1': 'leaf1', 'su1.leaf2': 'leaf2', spine1: 'spine', ufm1: 'ufm1', ufm2: 'ufm2', 'su1.node01': 'node' };

function fabric(slots: Readonly<Record<string, string>>): Fabric {
  return {
    id: 'F',
    name: 'compute',
    rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 2, rails: 2, uplinksPerLeaf: 1, switchPorts: 32, ufm: true } },
    tiers: {
      'node-leaf': { ...JUMPER_PARTS, transceiverB: 'test/twin-optic' },
      'leaf-spine': { ...JUMPER_PARTS, transceiverA: 'test/twin-optic', transceiverB: 'test/twin-optic' },
      ufm: { ...JUMPER_PARTS, family: 'test/splitter', transceiverB: 'test/twin-optic' },
    },
    slots,
  };
}

/** All in one cabinet, so that every cable has a way. */
function planWith(slots: Readonly<Record<string, string>>): PlanBuilder {
  const plan = new PlanBuilder().hall().door('D').cabinet('A', 3000, 3000);
  for (const [position, id] of ['leaf1', 'leaf2', 'spine'].entries()) plan.device(id, 'A', 1 + position, { type: 'test/switch' });
  for (const [position, id] of ['node', 'ufm1', 'ufm2'].entries()) plan.device(id, 'A', 11 + 2 * position);
  return plan.fabric(fabric(slots));
}

describe('fabrics', () => {
  it('are clean when every place has a device; the legs of a splitter share their port', () => {
    const plan = planWith(SLOTS).build();
    const { links, cables } = derive(plan).cabling;
    expect([links.count, cables.count]).toEqual([2 + 2 + 4, 2 + 2 + 2]);
    expect(found(plan)).toEqual([]);
  });

  it('say which places are empty', () => {
    const { spine1, ...rest } = SLOTS;
    expect(spine1).toBe('spine');
    const plan = planWith(rest).build();
    expect(found(plan)).toEqual(['fabric.slot-empty: F']);
    expect(derive(plan).findings[0]).toMatchObject({
      message: '1 place of fabric compute has no device, so its links are missing: spine1',
      required: '6 devices',
      actual: '5 devices',
    });
  });

  it('say which devices stand at places that the rule does not have', () => {
    expect(found(planWith({ ...SLOTS, 'su1.node02': 'node' }).build())).toEqual(['fabric.slot-unknown: F']);
  });

  it('and links drawn by hand must not share ports', () => {
    expect(found(planWith(SLOTS).link('x', 'node:p1', 'ufm1:p4').build())).toEqual([
      'port.used-twice: F/node-leaf/su1.node01:1–su1.leaf1:1 node x',
    ]);
  });

  it('find their link ids in overrides and say which are gone', () => {
    const plan = (id: string): Plan => planWith(SLOTS).override(id, { label: 'kept' }).build();
    expect(found(plan('F/ufm/ufm2:1–su1.leaf1:2'))).toEqual([]);
    expect(found(plan('F/ufm/ufm3:1–su1.leaf1:2'))).toEqual(['override.orphan: F/ufm/ufm3:1–su1.leaf1:2']);
  });

  it('miss ports when a device is too small for its place', () => {
    const plan = planWith(SLOTS).device('leaf1', 'A', 30).build();
    expect(found(plan)).toEqual([
      'port.missing: F/leaf-spine/su1.leaf1:3–spine1:1',
      'port.missing: F/node-leaf/su1.node01:1–su1.leaf1:1',
      'port.missing: F/ufm/ufm1:1–su1.leaf1:2',
    ]);
  });

  it('find an optic that serves fewer ports than are used in its cage, once a device', () => {
    const plain = fabric(SLOTS);
    const single = { ...plain, tiers: { ...plain.tiers, 'node-leaf': JUMPER_PARTS, ufm: { ...JUMPER_PARTS, family: 'test/splitter' } } };
    // Ports 1 (a node) and 2 (the managers) of each leaf share a cage; port 3 goes up to the spine from the next one.
    expect(found(planWith(SLOTS).fabric(single).build())).toEqual(['cage.too-many-ports: leaf1', 'cage.too-many-ports: leaf2']);
  });

  it('find a cage whose ports ask for different optics', () => {
    const plain = fabric(SLOTS);
    const mixed = { ...plain, tiers: { ...plain.tiers, ufm: { ...JUMPER_PARTS, family: 'test/splitter', transceiverB: 'test/optic' } } };
    expect(found(planWith(SLOTS).fabric(mixed).build())).toEqual(['cage.two-optics: leaf1', 'cage.two-optics: leaf2']);
  });
});
