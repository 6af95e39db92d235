/** Law: what is derived from an earlier state of the plan equals what is derived from scratch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { must } from '../../shared/assert.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { mountDevices } from '../../shared/commands/devices.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { insertPanels } from '../../shared/commands/panels.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { PANEL, QUAD_TRUNK } from '../support/panelPlans.ts';
import { JUMPER } from '../support/testCatalog.ts';
import { lawRuns } from '../support/runs.ts';

/** One edit, by numbers that pick what it is about. */
type Edit =
  | { readonly kind: 'move-cabinet'; readonly pick: number; readonly dxMm: number; readonly dyMm: number }
  | { readonly kind: 'turn-cabinet'; readonly pick: number }
  | { readonly kind: 'move-device'; readonly pick: number; readonly byU: number }
  | { readonly kind: 'drop-segment'; readonly pick: number }
  | { readonly kind: 'lift-segment'; readonly pick: number; readonly byMm: number }
  | { readonly kind: 'narrow-segment'; readonly pick: number; readonly widthMm: number }
  | { readonly kind: 'drop-reach'; readonly reachMm: number }
  | { readonly kind: 'remove-node'; readonly pick: number };

const pick = fc.nat(10_000);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('move-cabinet' as const),
    pick,
    dxMm: fc.integer({ min: -3000, max: 3000 }),
    dyMm: fc.integer({ min: -3000, max: 3000 }),
  }),
  fc.record({ kind: fc.constant('turn-cabinet' as const), pick }),
  fc.record({ kind: fc.constant('move-device' as const), pick, byU: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('drop-segment' as const), pick }),
  fc.record({ kind: fc.constant('lift-segment' as const), pick, byMm: fc.integer({ min: -300, max: 300 }) }),
  fc.record({ kind: fc.constant('narrow-segment' as const), pick, widthMm: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('drop-reach' as const), reachMm: fc.integer({ min: 100, max: 3000 }) }),
  fc.record({ kind: fc.constant('remove-node' as const), pick }),
);

function chosen<T>(table: ReadonlyMap<string, T>, index: number): [string, T] {
  const entries = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
  return must(entries[index % entries.length], 'entry');
}

function apply(plan: Plan, change: Edit): Plan {
  switch (change.kind) {
    case 'move-cabinet': {
      const [id, cabinet] = chosen(plan.cabinets, change.pick);
      return {
        ...plan,
        cabinets: new Map(plan.cabinets).set(id, { ...cabinet, xMm: cabinet.xMm + change.dxMm, yMm: cabinet.yMm + change.dyMm }),
      };
    }
    case 'turn-cabinet': {
      const [id, cabinet] = chosen(plan.cabinets, change.pick);
      return { ...plan, cabinets: new Map(plan.cabinets).set(id, { ...cabinet, rotationDeg: (cabinet.rotationDeg + 90) % 360 }) };
    }
    case 'move-device': {
      const [id, device] = chosen(plan.devices, change.pick);
      return { ...plan, devices: new Map(plan.devices).set(id, { ...device, positionU: device.positionU + change.byU }) };
    }
    case 'drop-segment': {
      if (plan.segments.size < 2) return plan;
      const segments = new Map(plan.segments);
      segments.delete(chosen(plan.segments, change.pick)[0]);
      return { ...plan, segments };
    }
    case 'lift-segment': {
      const [id, segment] = chosen(plan.segments, change.pick);
      return { ...plan, segments: new Map(plan.segments).set(id, { ...segment, elevationMm: segment.elevationMm + change.byMm }) };
    }
    case 'narrow-segment': {
      const [id, segment] = chosen(plan.segments, change.pick);
      return { ...plan, segments: new Map(plan.segments).set(id, { ...segment, widthMm: change.widthMm }) };
    }
    case 'drop-reach':
      return { ...plan, settings: { ...plan.settings, dropReachMm: change.reachMm } };
    case 'remove-node': {
      const [id, fabric] = chosen(plan.fabrics, 0);
      const slots = Object.fromEntries(Object.entries(fabric.slots).filter((_, index) => index !== change.pick % 5));
      return Object.keys(slots).length < 2 ? plan : { ...plan, fabrics: new Map(plan.fabrics).set(id, { ...fabric, slots }) };
    }
  }
}

/** What can be compared: everything but the plan and the functions. */
function comparable({ survey, cabling, takeoff, findings }: Derived) {
  const { linkId, cableId, cableName, findCable: _find, ownParts: _parts, linkName: _name, ...columns } = cabling;
  const ids = Array.from({ length: columns.links.count }, (_unused, link) => linkId(link));
  const cableIds = Array.from({ length: columns.cables.count }, (_unused, cable) => cableId(cable));
  const cableNames = Array.from({ length: columns.cables.count }, (_unused, cable) => cableName(cable));
  return { survey, columns, ids, cableIds, cableNames, takeoff, findings };
}

function smallHall(): Plan {
  const plan = generateRailOptimised(loadCatalog(), {
    su: 2,
    nodesPerSu: 6,
    rails: 2,
    uplinksPerLeaf: 4,
    switchPorts: 16,
    nodesPerCabinet: 2,
    ufm: true,
  });
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

/** The same with three uplinks run through panels, and a leg of a splitter, whose other leg comes along. */
function panelledHall(plain: Plan): Plan {
  const [first, second] = [...plain.cabinets.keys()].sort();
  const panel = { type: PANEL.id, role: 'panel' as const, positionU: 30, face: 'front' as const };
  const devices = [
    { id: 'pa', name: 'pa', cabinet: must(first, 'cabinet'), ...panel },
    { id: 'pb', name: 'pb', cabinet: must(second, 'cabinet'), ...panel },
  ];
  const mounted = runCommand(plain, mountDevices, { devices, types: [PANEL] });
  if (!mounted.ok) throw new Error(mounted.error.message);
  const { cabling } = derive(plain);
  const links = Array.from({ length: cabling.links.count }, (_, link) => cabling.linkId(link));
  const chosenLinks = [
    ...links.filter((id) => id.includes('/leaf-spine/')).slice(0, 3),
    must(
      links.find((id) => id.includes('/ufm/')),
      'link',
    ),
  ];
  const parts = { trunk: QUAD_TRUNK, jumperA: JUMPER, jumperB: JUMPER, trunkIds: ['t1'] };
  const done = runCommand(mounted.value.plan, insertPanels, { links: chosenLinks, panelA: 'pa', panelB: 'pb', ...parts });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

describe('the engine', () => {
  it('counts as many links through panels as without', () => {
    const plain = smallHall();
    const [before, after] = [derive(plain), derive(panelledHall(plain))];
    expect(after.takeoff.links).toEqual(before.takeoff.links);
    expect(after.cabling.channels).toHaveLength(5);
    expect(after.takeoff.transceivers).toEqual(before.takeoff.transceivers);
    expect(after.takeoff.cages).toEqual(before.takeoff.cages);
  });

  it('derives the same from an earlier state as from scratch', () => {
    const plain = smallHall();
    const panelled = panelledHall(plain);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, hasPanels) => {
        let plan = hasPanels ? panelled : plain;
        let derived = derive(plan);
        for (const change of edits) {
          plan = apply(plan, change);
          derived = derive(plan, derived);
          expect(comparable(derived)).toEqual(comparable(derive(plan)));
        }
      }),
      lawRuns(30, 2000),
    );
  });
});
