import { describe, expect, it } from 'vitest';
import { acceptFinding, withdrawExclusions } from '../../../shared/commands/exclusions.ts';
import { addDoor, setDoors } from '../../../shared/commands/doors.ts';
import { addHall, setHall, setHallOutline } from '../../../shared/commands/halls.ts';
import { addObstacle } from '../../../shared/commands/obstacles.ts';
import { contentEdit, replaceContent } from '../../../shared/commands/content.ts';
import { addFabric, addLinks, setTierParts } from '../../../shared/commands/fabrics.ts';
import { addRun, setSegments } from '../../../shared/commands/pathways.ts';
import { clearOverrides, setOverrides } from '../../../shared/commands/overrides.ts';
import { embedEntries } from '../../../shared/commands/catalogEntries.ts';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { JUMPER, LABOUR, SERVER, SWITCH, TEST_CATALOG } from '../../support/testCatalog.ts';
import { mountDevices, moveDevices, setDevices, swapDeviceType } from '../../../shared/commands/devices.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { renamePlan, setSettings } from '../../../shared/commands/settings.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { Edit } from '../../../shared/commands/edit.ts';
import type { Fabric, Plan, Segment } from '../../../shared/plan/types.ts';

const parts = { family: JUMPER.id, transceiverA: null, transceiverB: null };

const fabric: Fabric = {
  id: 'f',
  name: 'Compute',
  rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 2, ufm: false } },
  tiers: { 'node-leaf': parts, 'leaf-spine': parts },
  slots: { 'su1.node01': 's1', 'su1.leaf1': 's2' },
};

const plan = new PlanBuilder()
  .hall()
  .door('dock', { edge: 3 })
  .cabinet('A01', 1000, 2000)
  .cabinet('A02', 1600, 2000)
  .device('s1', 'A01', 1)
  .device('s2', 'A02', 1)
  .junction('j1', 0, 0)
  .junction('j2', 5000, 0)
  .segment('t1', 'j1', 'j2', { name: 'T1' })
  .build();

function run<A>(from: Plan, command: Command<A>, args: A): { readonly plan: Plan; readonly label: string | undefined } {
  const ran = runCommand(from, command, args);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return { plan: ran.value.plan, label: ran.value.step?.label };
}

function messageOf<A>(from: Plan, command: Command<A>, args: A): string {
  const ran = runCommand(from, command, args);
  return ran.ok ? 'done' : ran.error.message;
}

describe('devices', () => {
  it('are mounted with their types', () => {
    const bare = { ...plan, devices: new Map(), catalog: { ...TEST_CATALOG, deviceTypes: new Map() } };
    const device = { id: 'd1', cabinet: 'A01', type: SERVER.id, name: 'node-1', role: 'node', positionU: 3, face: 'front' } as const;
    const { plan: next, label } = run(bare, mountDevices, { devices: [device], types: [SERVER] });
    expect([label, next.devices.get('d1'), [...next.catalog.deviceTypes.keys()]]).toEqual(['Mount node-1', device, [SERVER.id]]);
    expect(messageOf(bare, mountDevices, { devices: [device], types: [] })).toBe('there is no device type "test/server"');
  });

  it('move to other units and cabinets, keeping the face unless told otherwise', () => {
    const { plan: next, label } = run(plan, moveDevices, { moves: [{ id: 's1', cabinet: 'A02', positionU: 20 }] });
    expect(next.devices.get('s1')).toMatchObject({ cabinet: 'A02', positionU: 20, face: 'front' });
    expect(label).toBe('Move s1');
    expect(messageOf(plan, moveDevices, { moves: [{ id: 's1', cabinet: 'A02', positionU: 0 }] })).toBe('must be at least 1, not 0');
  });

  it('change name, role and type', () => {
    expect(run(plan, setDevices, { ids: ['s1', 's2'], set: { role: 'leaf' } })).toMatchObject({ label: 'Change 2 devices' });
    expect(run(plan, swapDeviceType, { ids: ['s1'], type: SWITCH }).plan.devices.get('s1')?.type).toBe(SWITCH.id);
  });
});

describe('pathways', () => {
  const segment: Segment = { ...plan.segments.get('t1')!, id: 't9', name: 'T9', from: 'j8', to: 'j9' };
  const junctions = [
    { id: 'j8', hall: 'H', xMm: 2000, yMm: 0 },
    { id: 'j9', hall: 'H', xMm: 2000, yMm: 6000 },
  ];

  it('join the segment that they meet, which keeps its id up to the joint', () => {
    const { plan: next, label } = run(plan, addRun, {
      junctions,
      segments: [segment],
      splits: [{ segment: 't1', junction: 'j8', newId: 't1b' }],
    });
    expect(label).toBe('Lay T9');
    expect([...next.segments.values()].map(({ id, from, to }) => `${id} ${from}–${to}`).sort()).toEqual([
      't1 j1–j8',
      't1b j8–j2',
      't9 j8–j9',
    ]);
  });

  it('refuse to end where they begin, to use unknown junctions, to share out a surveyed length', () => {
    expect(messageOf(plan, addRun, { junctions, segments: [{ ...segment, to: 'j8' }], splits: [] })).toBe(
      'a segment would end where it begins',
    );
    expect(messageOf(plan, addRun, { junctions: [], segments: [segment], splits: [] })).toBe('there is no junction "j8"');
    const surveyed = run(plan, setSegments, { ids: ['t1'], set: { surveyedLengthMm: 5020 } }).plan;
    const splits = [{ segment: 't1', junction: 'j8', newId: 't1b' }];
    expect(messageOf(surveyed, addRun, { junctions, segments: [segment], splits })).toBe(
      'T1 has a surveyed length, which cannot be shared out',
    );
  });

  it('take the same values on many', () => {
    expect(run(plan, setSegments, { ids: ['t1'], set: { widthMm: 600, elevationMm: 2800 } })).toMatchObject({ label: 'Change T1' });
    expect(messageOf(plan, setSegments, { ids: ['t1'], set: { widthMm: 0 } })).toBe('must be at least 1, not 0');
  });
});

describe('halls', () => {
  const annex = { ...plan.halls.get('H')!, id: 'annex', name: 'Annex' };

  it('are stored clockwise, however they were drawn, without a corner twice', () => {
    const drawn = [...rectangle(0, 0, 3000, 2000), [0, 0] as const].toReversed();
    const { plan: next, label } = run(plan, addHall, { hall: { ...annex, outline: drawn } });
    expect(label).toBe('Add hall Annex');
    expect(next.halls.get('annex')?.outline).toHaveLength(4);
    expect(clockwise(next.halls.get('annex')!.outline)).toBe(true);
    const lShape = [
      [0, 0],
      [4000, 0],
      [4000, 2000],
      [2000, 2000],
      [2000, 4000],
      [0, 4000],
    ] as const;
    expect(run(plan, addHall, { hall: { ...annex, outline: lShape } }).plan.halls.get('annex')?.outline).toEqual(lShape);
  });

  it.each<[string, readonly (readonly [number, number])[], string]>([
    [
      'a line',
      [
        [0, 0],
        [10, 0],
        [20, 0],
      ],
      'the outline encloses nothing',
    ],
    [
      'a point',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      'the outline encloses nothing',
    ],
    [
      'a bow',
      [
        [0, 0],
        [100, 50],
        [100, 0],
        [0, 60],
      ],
      'the outline crosses itself',
    ],
    [
      'a spike',
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [100, -50],
        [0, 100],
      ],
      'the outline crosses itself',
    ],
  ])('are refused as %s', (_what, outline, message) => {
    expect(messageOf(plan, addHall, { hall: { ...annex, outline } })).toBe(message);
    expect(messageOf(plan, setHallOutline, { id: 'H', outline })).toBe(message);
  });

  it('keep a wall for every door', () => {
    const triangle = [
      [0, 0],
      [900, 0],
      [0, 900],
    ] as const;
    expect(messageOf(plan, setHallOutline, { id: 'H', outline: triangle })).toBe('dock would have no wall that is wide enough');
    expect(messageOf(plan, setDoors, { ids: ['dock'], set: { edge: 4 } })).toBe('the hall has no wall 5');
    expect(messageOf(plan, addDoor, { door: { ...plan.doors.get('dock')!, id: 'd2', edge: 9 } })).toBe('the hall has no wall 10');
    expect(run(plan, setDoors, { ids: ['dock'], set: { edge: 0 } }).plan.doors.get('dock')?.edge).toBe(0);
  });

  it('take values, doors and obstacles', () => {
    expect(run(plan, setHall, { id: 'H', set: { name: 'Hall 4' } })).toMatchObject({ label: 'Rename hall H to Hall 4' });
    const obstacle = { id: 'o1', hall: 'H', name: 'Column 1', kind: 'column', outline: rectangle(0, 0, 400, 400) } as const;
    expect(run(plan, addObstacle, { obstacle })).toMatchObject({ label: 'Add Column 1' });
  });
});

function clockwise(outline: readonly (readonly [number, number])[]): boolean {
  return (
    outline.reduce((sum, [x, y], i) => sum + x * outline[(i + 1) % outline.length]![1] - outline[(i + 1) % outline.length]![0] * y, 0) > 0
  );
}

describe('fabrics and links', () => {
  it('are added when their tiers have parts and their rule gives links', () => {
    expect(run(plan, addFabric, { fabric, parts: {} })).toMatchObject({ label: 'Add fabric Compute' });
    expect(messageOf(plan, addFabric, { fabric: { ...fabric, tiers: { 'node-leaf': parts } }, parts: {} })).toBe(
      'the tier "leaf-spine" has no parts',
    );
    const rule = {
      kind: 'rail-optimised',
      parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 1, ufm: false },
    } as const;
    expect(messageOf(plan, addFabric, { fabric: { ...fabric, rule }, parts: {} })).toContain('the switch has 1');
  });

  it('take other parts tier by tier', () => {
    const { plan: wired } = run(plan, addFabric, { fabric, parts: {} });
    const optic = { ...parts, transceiverA: 'test/optic' };
    expect(run(wired, setTierParts, { fabric: 'f', tier: 'node-leaf', parts: optic, embed: {} }).plan.fabrics.get('f')?.tiers).toEqual({
      'node-leaf': optic,
      'leaf-spine': parts,
    });
    expect(messageOf(wired, setTierParts, { fabric: 'f', tier: 'ufm', parts, embed: {} })).toBe('the fabric has no tier ufm');
  });

  it('connect two different ports', () => {
    const link = { id: 'l1', a: { device: 's1', port: 'p1' }, b: { device: 's2', port: 'p1' }, parts };
    expect(run(plan, addLinks, { links: [link], parts: {} })).toMatchObject({ label: 'Connect two ports' });
    expect(messageOf(plan, addLinks, { links: [{ ...link, b: link.a }], parts: {} })).toBe('a link would end in the port where it begins');
  });
});

describe('taking over a generated plan', () => {
  const generated = new PlanBuilder().hall('G').cabinet('A01', 0, 0, { hall: 'G' }).build();
  const wanted = { ...generated, name: 'Generated' };
  const label = 'Generate B200, 2 SU';
  const editOf = (before: Plan, next: Plan): Edit => {
    const edit = contentEdit(before, next);
    if (!edit.ok) throw new Error(edit.error.message);
    return edit.value;
  };
  const editFrom = (before: Plan): Edit => editOf(before, wanted);

  it('leaves nothing of the old one and is one step', () => {
    const ran = run(plan, replaceContent, { edit: editFrom(plan), label });
    expect(serializePlan(ran.plan)).toBe(serializePlan(wanted));
    expect(ran.label).toBe(label);
  });

  it('replaces catalog entries, also those of the same id', () => {
    const bare = { ...emptyPlan('Old'), catalog: { ...TEST_CATALOG, deviceTypes: new Map([[SERVER.id, { ...SERVER, massG: 1 }]]) } };
    const before = { ...bare, settings: plan.settings };
    expect(serializePlan(run(before, replaceContent, { edit: editFrom(before), label }).plan)).toBe(serializePlan(wanted));
  });

  it('is taken back to the byte', () => {
    const ran = runCommand(plan, replaceContent, { edit: editFrom(plan), label });
    if (!ran.ok || ran.value.step === null) throw new Error('refused');
    expect(serializePlan(undoStep(ran.value.plan, ran.value.step))).toBe(serializePlan(plan));
  });

  it('is refused when the plan is not sound', () => {
    const broken = { ...generated, halls: new Map() };
    expect(contentEdit(plan, broken)).toMatchObject({ ok: false, error: { message: 'there is no hall "G"' } });
  });

  it('holds what was changed alone', () => {
    const [first] = plan.cabinets.values();
    if (first === undefined) throw new Error('no cabinet');
    const moved = { ...first, xMm: first.xMm + 10 };
    const { put = {}, remove = {} } = editOf(plan, { ...plan, cabinets: new Map([...plan.cabinets, [moved.id, moved]]) });
    expect(put.cabinets).toEqual([moved]);
    expect([...Object.values(put), ...Object.values(remove)].flat()).toHaveLength(1);
  });
});

describe('what is set on links', () => {
  it('is kept as long as something of it is left', () => {
    const set = run(plan, setOverrides, { links: ['f/t/a:1–b:1'], set: { requiredMm: 12_000 } });
    expect(set.label).toBe('Set the length of 1 link');
    const both = run(set.plan, setOverrides, { links: ['f/t/a:1–b:1', 'f/t/a:2–b:1'], set: { label: 'X' } });
    expect([...both.plan.overrides.values()].map(({ requiredMm, label }) => [requiredMm, label])).toEqual([
      [12_000, 'X'],
      [null, 'X'],
    ]);
    const back = run(both.plan, setOverrides, { links: ['f/t/a:1–b:1', 'f/t/a:2–b:1'], set: { label: null } });
    expect([...back.plan.overrides.keys()]).toEqual(['f/t/a:1–b:1']);
    expect(run(back.plan, clearOverrides, { links: ['f/t/a:1–b:1'] }).plan.overrides.size).toBe(0);
  });

  it('must be a length, and a family that is there', () => {
    expect(messageOf(plan, setOverrides, { links: ['l'], set: { requiredMm: 0 } })).toBe('must be at least 1, not 0');
    expect(messageOf(plan, setOverrides, { links: ['l'], set: { family: 'x' } })).toBe('there is no cable family "x"');
  });
});

describe('accepting findings', () => {
  const exclusion = { id: 'e1', code: 'cabinet.overlap', ids: ['A02', 'A01'], reason: 'on purpose', by: 'Ann', on: '2026-03-01' };

  it('needs a reason, and keeps one word on the same things', () => {
    expect(messageOf(plan, acceptFinding, { exclusion: { ...exclusion, reason: ' ' } })).toBe(
      'a finding cannot be accepted without a reason',
    );
    const once = run(plan, acceptFinding, { exclusion }).plan;
    const twice = run(once, acceptFinding, { exclusion: { ...exclusion, id: 'e2', ids: ['A01', 'A02'], reason: 'still' } }).plan;
    expect([...twice.exclusions.values()]).toEqual([{ ...exclusion, id: 'e2', ids: ['A01', 'A02'], reason: 'still' }]);
    expect(run(twice, withdrawExclusions, { ids: ['e2'] })).toMatchObject({ label: 'Reopen cabinet.overlap' });
  });
});

describe('settings', () => {
  it('change where they are told to, and nowhere else', () => {
    const next = run(plan, setSettings, { set: { slack: { trunkMmPerEnd: 2500 }, titleBlock: { author: 'Ann' } } }).plan.settings;
    expect(next).toEqual({
      ...plan.settings,
      slack: { ...plan.settings.slack, trunkMmPerEnd: 2500 },
      titleBlock: { ...plan.settings.titleBlock, author: 'Ann' },
    });
  });

  it('name a labour profile that is there or comes along', () => {
    const other = { ...LABOUR, id: 'test/other' };
    expect(messageOf(plan, setSettings, { set: { labourProfile: other.id } })).toBe('there is no labor profile "test/other"');
    expect(run(plan, setSettings, { set: { labourProfile: other.id }, labourProfile: other }).plan.settings.labourProfile).toBe(other.id);
  });

  it('keep to their bounds', () => {
    expect(messageOf(plan, setSettings, { set: { sparesPct: { cables: 101 } } })).toBe('must be at most 100, not 101');
    expect(run(plan, renamePlan, { name: 'Hall 4' })).toMatchObject({ label: 'Rename the plan to Hall 4' });
    expect(messageOf(plan, renamePlan, { name: 'a\nb' })).toBe('must be one line without control characters');
  });

  it('come with catalog entries that a plan asks for', () => {
    const bare = emptyPlan('New');
    const { plan: next, label } = run(bare, embedEntries, { entries: { deviceTypes: [SERVER] } });
    expect([label, [...next.catalog.deviceTypes.keys()]]).toEqual(['Add Server from the catalog', [SERVER.id]]);
  });
});
