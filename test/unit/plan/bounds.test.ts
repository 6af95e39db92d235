import { expect, it } from 'vitest';
import { railCounts } from '../../../shared/fabrics/railCounts.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { JUMPER } from '../../support/testCatalog.ts';

const file = serializePlan(
  new PlanBuilder()
    .hall()
    .obstacle('column', [
      [0, 0],
      [400, 0],
      [400, 400],
    ])
    .cabinet('A01', 1000, 2000)
    .device('s1', 'A01', 1)
    .fabric({
      id: 'f',
      name: 'Compute',
      rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 2, ufm: false } },
      tiers: {
        'node-leaf': { family: JUMPER.id, transceiverA: 'test/optic', transceiverB: null },
        'leaf-spine': { family: JUMPER.id, transceiverA: null, transceiverB: null },
      },
      slots: {},
    })
    .build(),
);

it.each<[what: string, from: string, to: string, path: string, message: string, remedy: string]>([
  [
    'a hall without area',
    '[[0,0],[20000,0],[20000,15000],[0,15000]]',
    '[[0,0],[20000,0],[10000,0]]',
    'halls.H.outline',
    'the outline encloses nothing',
    'give at least three corners that are not in line',
  ],
  [
    'an obstacle without area',
    ',[400,400]',
    ',[800,0]',
    'obstacles.column.outline',
    'the outline encloses nothing',
    'give at least three corners that are not in line',
  ],
  [
    'a fabric of thousands of units',
    '"su":1,',
    '"su":4097,',
    'fabrics.f.rule.parameters.su',
    'must be at most 4096, not 4097',
    'write 4096 or less',
  ],
  [
    'a device on a unit that no cabinet has',
    '"name":"s1","positionU":1',
    '"name":"s1","positionU":101',
    'devices.s1.positionU',
    'must be at most 100, not 101',
    'write 100 or less',
  ],
  [
    'a cabinet of a million units',
    '"rackUnits":42',
    '"rackUnits":1000000',
    'catalog.cabinetModels.test/cabinet.rackUnits',
    'must be at most 100, not 1000000',
    'write 100 or less',
  ],
  [
    'a cage of a million ports',
    '"portsPerCage":2',
    '"portsPerCage":1000000',
    'catalog.deviceTypes.test/switch.ports.0.portsPerCage',
    'must be at most 4096, not 1000000',
    'write 4096 or less',
  ],
  [
    'more ports on a device than any has',
    '"portsPerCage":2',
    '"portsPerCage":257',
    'catalog.deviceTypes.test/switch.ports',
    'must hold at most 4096 ports together',
    'give fewer cages, or fewer ports a cage',
  ],
])('a file is refused for what no computer could lay out: %s', (_what, from, to, path, message, remedy) => {
  expect(file).toContain(from);
  const parsed = parsePlanText(file.replace(from, () => to));
  expect(parsed).toMatchObject({ ok: false, error: { code: 'plan.invalid', path, message, remedy } });
});

it('a fabric is refused for more links than any hall has, each parameter being sound', () => {
  const parameters = { su: 256, nodesPerSu: 512, rails: 64, uplinksPerLeaf: 512, switchPorts: 1024, ufm: false };
  expect(railCounts(parameters)).toMatchObject({ ok: false, error: { code: 'fabric.links', path: 'su' } });
});

it('refuses a surveyed length of nothing, which nobody has measured', () => {
  const drawn = new PlanBuilder().hall().junction('a', 0, 0).junction('b', 9000, 0).segment('t', 'a', 'b', { surveyedLengthMm: 1 }).build();
  const text = serializePlan(drawn);
  expect(parsePlanText(text).ok).toBe(true);
  expect(parsePlanText(text.replace('"surveyedLengthMm":1', '"surveyedLengthMm":0'))).toMatchObject({
    ok: false,
    error: { path: 'segments.t.surveyedLengthMm', message: 'must be at least 1, not 0', remedy: 'write 1 or more' },
  });
});
