/** A plan made by commands alone, as a designer makes it: hall, cabinets, trays, devices, links. */
import { describe, expect, it } from 'vitest';
import { addHall } from '../../../shared/commands/halls.ts';
import { addLinks } from '../../../shared/commands/fabrics.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { layRun } from '../../../shared/commands/layRun.ts';
import { mountDevices } from '../../../shared/commands/devices.ts';
import { placeRow } from '../../../shared/commands/cabinets.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { CABINET, JUMPER, MULTIMODE_OPTIC, SERVER } from '../../support/testCatalog.ts';
import { JUMPER_PARTS, rectangle } from '../../support/planBuilder.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { Plan } from '../../../shared/plan/types.ts';

function run<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value.plan;
}

/** Two rows of three cabinets across an aisle, a server in the first of each, one link between them. */
function rows(): Plan {
  let plan = run(emptyPlan('New'), addHall, {
    hall: {
      id: 'H',
      name: 'Hall',
      frame: { xMm: 0, yMm: 0, zMm: 0, rotationDeg: 0 },
      outline: rectangle(0, 0, 12_000, 9000),
      clearHeightMm: 4000,
      floor: { kind: 'slab', pointLoadG: null, rollingLoadG: null, areaLoadPa: null },
      tile: { sizeMm: 600, originXMm: 0, originYMm: 0 },
      powerBudgetW: null,
    },
  });
  const row = { hall: 'H', model: CABINET, namePattern: 'A{nn}', firstNumber: 1, xMm: 3000, pitchMm: null };
  plan = run(plan, placeRow, { ...row, ids: ['a1', 'a2', 'a3'], row: 'A', yMm: 1800, rotationDeg: 180 });
  plan = run(plan, placeRow, { ...row, ids: ['b1', 'b2', 'b3'], row: 'B', yMm: 4800, rotationDeg: 0 });
  const device = { type: SERVER.id, role: 'node', positionU: 1, face: 'front' } as const;
  plan = run(plan, mountDevices, {
    devices: [
      { ...device, id: 'd1', cabinet: 'a1', name: 'd1' },
      { ...device, id: 'd2', cabinet: 'b3', name: 'd2' },
    ],
    types: [SERVER],
  });
  return run(plan, addLinks, {
    links: [{ id: 'l', a: { device: 'd1', port: 'p1' }, b: { device: 'd2', port: 'p1' }, parts: JUMPER_PARTS }],
    parts: { cableFamilies: [JUMPER], transceivers: [MULTIMODE_OPTIC] },
  });
}

const as = { kind: 'basket', widthMm: 300, depthMm: 100, elevationMm: 2700, massLimitGPerM: null, acceptsDrops: true } as const;
const ids = { junctionIds: ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'], segmentIds: ['s1', 's2', 's3', 's4', 's5', 's6'] };

describe('a plan from nothing', () => {
  it('routes its links over the trays that are drawn, with drops', () => {
    const plan = run(rows(), layRun, {
      ...ids,
      hall: 'H',
      points: [
        [3000, 2400],
        [6000, 2400],
        [6000, 5400],
        [3000, 5400],
      ],
      as,
    });
    const derived = derive(plan);
    expect(derived.findings.filter(({ severity, ids: about }) => severity === 'error' && about.includes('l'))).toEqual([]);
    const terms = explainCable(derived, 0).terms.map(({ kind }) => kind);
    expect(terms.filter((kind) => kind === 'drop')).toHaveLength(2);
    expect(terms).toContain('pathway');
  });

  it('has no drop while nothing is drawn, which is a finding', () => {
    expect(derive(rows()).findings.map(({ code }) => code)).toContain('cable.no-drop');
  });
});
