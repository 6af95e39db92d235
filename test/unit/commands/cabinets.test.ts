import { describe, expect, it } from 'vitest';
import { CABINET, WIDE_CABINET } from '../../support/testCatalog.ts';
import { duplicateThings, idsForCopies } from '../../../shared/commands/duplicate.ts';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { placeCabinet, placeRow, setCabinets, swapCabinetModel, type PlaceRow } from '../../../shared/commands/cabinets.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { turnCabinets, turnGroup } from '../../../shared/commands/turn.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { Plan } from '../../../shared/plan/types.ts';

/** The plan after a command that must work. */
function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value.plan;
}

function labelOf<A>(plan: Plan, command: Command<A>, args: A): string | undefined {
  const ran = runCommand(plan, command, args);
  return ran.ok ? ran.value.step?.label : ran.error.message;
}

function errorOf<A>(plan: Plan, command: Command<A>, args: A): unknown {
  const ran = runCommand(plan, command, args);
  return ran.ok ? 'done' : ran.error;
}

/** `A01 1000,2000 90°` for every cabinet, by name. */
function places(plan: Plan): string[] {
  return [...plan.cabinets.values()].map(({ name, xMm, yMm, rotationDeg }) => `${name} ${xMm},${yMm} ${rotationDeg}°`).sort();
}

const hall = new PlanBuilder().hall().build();
const row: PlaceRow = {
  ids: ['c1', 'c2', 'c3'],
  hall: 'H',
  model: CABINET,
  namePattern: 'A{nn}',
  firstNumber: 9,
  row: 'A',
  xMm: 1200,
  yMm: 2400,
  rotationDeg: 180,
  pitchMm: null,
};

describe('placing cabinets', () => {
  it('embeds the model that the plan does not have yet', () => {
    const bare = { ...emptyPlan('New'), halls: hall.halls };
    const placed = after(bare, placeCabinet, {
      id: 'c1',
      hall: 'H',
      model: CABINET,
      name: 'A01',
      row: null,
      xMm: 0,
      yMm: 0,
      rotationDeg: 0,
    });
    expect(placed.catalog.cabinetModels.get(CABINET.id)).toEqual(CABINET);
    expect(placed.cabinets.get('c1')).toMatchObject({ model: CABINET.id, openSides: false, powerBudgetW: null });
  });

  it('leaves a model as it is that the plan has already', () => {
    const newer = { ...CABINET, version: 2, massG: 1 };
    const placed = after(hall, placeCabinet, { id: 'c1', hall: 'H', model: newer, name: 'A01', row: null, xMm: 0, yMm: 0, rotationDeg: 0 });
    expect(placed.catalog.cabinetModels.get(CABINET.id)).toEqual(CABINET);
  });

  it('sets a row side by side, names counting on', () => {
    expect(places(after(hall, placeRow, row))).toEqual(['A09 1200,2400 180°', 'A10 1800,2400 180°', 'A11 2400,2400 180°']);
    expect(labelOf(hall, placeRow, row)).toBe('Place a row of 3 cabinets');
  });

  it('sets a row at a pitch, also westwards, and down the hall where fronts face east', () => {
    expect(places(after(hall, placeRow, { ...row, pitchMm: -700 }))).toEqual([
      'A09 1200,2400 180°',
      'A10 500,2400 180°',
      'A11 -200,2400 180°',
    ]);
    expect(places(after(hall, placeRow, { ...row, rotationDeg: 90 }))).toEqual([
      'A09 1200,2400 90°',
      'A10 1200,3000 90°',
      'A11 1200,3600 90°',
    ]);
  });

  it.each<[string, Partial<PlaceRow>, string]>([
    ['no cabinet', { ids: [] }, 'a row needs at least one cabinet'],
    ['one name for all', { namePattern: 'A' }, 'the names "A" would all be the same'],
    ['one place for all', { pitchMm: 0 }, 'all cabinets would stand in one place'],
    ['a slanting row', { rotationDeg: 45 }, 'a row cannot run across 45°'],
    ['an id twice', { ids: ['c1', 'c1'] }, 'the id "c1" is taken'],
    ['a hall that is not there', { hall: 'X' }, 'there is no hall "X"'],
    ['half a millimetre', { xMm: 0.5 }, 'must be a whole number of millimetres, not 0.5'],
  ])('refuses %s', (_what, change, message) => {
    expect(errorOf(hall, placeRow, { ...row, ...change })).toMatchObject({ message });
  });
});

describe('moving and turning', () => {
  const plan = new PlanBuilder().hall().cabinet('A01', 1000, 2000).cabinet('A02', 1600, 2000).junction('j', 0, 0).build();

  it('moves what is selected together in one step', () => {
    const moved = after(plan, moveThings, { cabinets: ['A01', 'A02'], junctions: ['j'], dxMm: 100, dyMm: -50 });
    expect(places(moved)).toEqual(['A01 1100,1950 0°', 'A02 1700,1950 0°']);
    expect(moved.junctions.get('j')).toMatchObject({ xMm: 100, yMm: -50 });
  });

  it('says what it moves', () => {
    expect(labelOf(plan, moveThings, { cabinets: ['A01'], dxMm: 1, dyMm: 0 })).toBe('Move A01');
    expect(labelOf(plan, moveThings, { cabinets: ['A01', 'A02', 'A02'], dxMm: 1, dyMm: 0 })).toBe('Move 2 cabinets');
    expect(labelOf(plan, moveThings, { cabinets: ['A01', 'A02'], junctions: ['j'], dxMm: 1, dyMm: 0 })).toBe('Move 3 things');
  });

  it('makes no step when nothing moves', () => {
    expect(runCommand(plan, moveThings, { cabinets: ['A01'], dxMm: 0, dyMm: 0 })).toEqual({ ok: true, value: { plan, step: null } });
  });

  it('turns a cabinet about its middle', () => {
    const turned = after(plan, turnCabinets, { ids: ['A01'], turn: { kind: 'by', degrees: 90 } });
    // 600 × 1200 about (1300, 2600) becomes 1200 × 600.
    expect(places(turned)).toEqual(['A01 700,2300 90°', 'A02 1600,2000 0°']);
    expect(labelOf(plan, turnCabinets, { ids: ['A01'], turn: { kind: 'by', degrees: 90 } })).toBe('Rotate A01');
  });

  it('takes angles beyond a full turn and below none', () => {
    expect(places(after(plan, turnCabinets, { ids: ['A01'], turn: { kind: 'to', degrees: -90 } }))[0]).toBe('A01 700,2300 270°');
    expect(places(after(plan, turnCabinets, { ids: ['A01'], turn: { kind: 'by', degrees: 720 } }))[0]).toBe('A01 1000,2000 0°');
  });

  it('turns a group about the middle of all, and back, and all the way round', () => {
    const clockwise = { things: { cabinets: ['A01', 'A02'] }, direction: 'clockwise' } as const;
    const once = after(plan, turnGroup, clockwise);
    // The box 1200 × 1200 around (1600, 2600): the west cabinet comes to lie in the north.
    expect(places(once)).toEqual(['A01 1000,2000 90°', 'A02 1000,2600 90°']);
    expect(places(after(once, turnGroup, { ...clockwise, direction: 'counter-clockwise' }))).toEqual(places(plan));
    const round = [1, 2, 3].reduce((turned) => after(turned, turnGroup, clockwise), once);
    expect(places(round)).toEqual(places(plan));
  });

  it('comes back to the same millimetre where the middle lies on half of one', () => {
    const odd = new PlanBuilder()
      .withCatalog({ cabinetModels: new Map([[CABINET.id, { ...CABINET, widthMm: 601 }]]) })
      .hall()
      .cabinet('A01', 1000, 2000)
      .cabinet('A02', 1601, 2003)
      .build();
    const there = after(odd, turnGroup, { things: { cabinets: ['A01', 'A02'] }, direction: 'clockwise' });
    expect(places(after(there, turnGroup, { things: { cabinets: ['A01', 'A02'] }, direction: 'counter-clockwise' }))).toEqual(places(odd));
    const turned = after(odd, turnCabinets, { ids: ['A01', 'A02'], turn: { kind: 'by', degrees: 90 } });
    expect(places(after(turned, turnCabinets, { ids: ['A01', 'A02'], turn: { kind: 'by', degrees: -90 } }))).toEqual(places(odd));
  });
});

describe('setting what cabinets are', () => {
  const plan = new PlanBuilder().hall().cabinet('A01', 1000, 2000).cabinet('A02', 1600, 2000, { rotationDeg: 180 }).build();

  it('sets one value on many and leaves the rest', () => {
    const set = after(plan, setCabinets, { ids: ['A01', 'A02'], set: { yMm: 3000, powerBudgetW: 40_000 } });
    expect(places(set)).toEqual(['A01 1000,3000 0°', 'A02 1600,3000 180°']);
    expect(set.cabinets.get('A02')?.powerBudgetW).toBe(40_000);
  });

  it('renames one, and numbers several in the order given', () => {
    expect(labelOf(plan, setCabinets, { ids: ['A01'], set: { name: 'B07' } })).toBe('Rename A01 to B07');
    const named = after(plan, setCabinets, { ids: ['A02', 'A01'], set: { name: 'B{nn}' } });
    expect([named.cabinets.get('A02')?.name, named.cabinets.get('A01')?.name]).toEqual(['B01', 'B02']);
    expect(errorOf(plan, setCabinets, { ids: ['A01', 'A02'], set: { name: 'B' } })).toMatchObject({
      message: '2 cabinets cannot all be named "B"',
    });
  });

  it.each([
    [{ xMm: 1.5 }, 'cabinets.A01.xMm'],
    [{ powerBudgetW: -1 }, 'cabinets.A01.powerBudgetW'],
  ])('refuses %o and says where', (set, path) => {
    expect(errorOf(plan, setCabinets, { ids: ['A01'], set })).toMatchObject({ code: 'command.invalid', path });
  });

  it('swaps the model and keeps the middle of the front, so that rows stay in line', () => {
    const swapped = after(plan, swapCabinetModel, { ids: ['A01', 'A02'], model: WIDE_CABINET });
    // 200 mm wider: 100 to each side. 200 mm less deep: the front of A02 faces south, so its rear comes forward.
    expect(places(swapped)).toEqual(['A01 900,2000 0°', 'A02 1500,2200 180°']);
    expect(places(after(swapped, swapCabinetModel, { ids: ['A01', 'A02'], model: CABINET }))).toEqual(places(plan));
  });

  it('refuses what is not there, and nothing at all', () => {
    expect(errorOf(plan, setCabinets, { ids: ['A09'], set: {} })).toMatchObject({ code: 'command.not-found' });
    expect(errorOf(plan, setCabinets, { ids: [], set: {} })).toMatchObject({ code: 'command.nothing' });
  });
});

describe('duplicating', () => {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 2000)
    .cabinet('A02', 1600, 2000)
    .cabinet('Spare', 5000, 2000)
    .device('s9', 'A01', 5)
    .link('l1', 's9:p1', 's9:p2')
    .build();
  let next = 0;
  const ids = (table: string, count: number): string[] => Array.from({ length: count }, () => `${table}-${(next += 1)}`);

  it('copies cabinets with their devices under free names, without their links', () => {
    const copied = after(plan, duplicateThings, { ...idsForCopies(plan, { cabinets: ['A01', 'Spare'] }, ids), dxMm: 0, dyMm: 3000 });
    expect(places(copied)).toEqual([
      'A01 1000,2000 0°',
      'A02 1600,2000 0°',
      'A03 1000,5000 0°',
      'Spare 2 5000,5000 0°',
      'Spare 5000,2000 0°',
    ]);
    const copy = [...copied.cabinets.values()].find(({ name }) => name === 'A03');
    expect([...copied.devices.values()].filter(({ cabinet }) => cabinet === copy?.id)).toMatchObject([
      { name: 's10', positionU: 5, type: 'test/server' },
    ]);
    expect(copied.links.size).toBe(1);
  });

  it('is taken back to the byte', () => {
    const ran = runCommand(plan, duplicateThings, { ...idsForCopies(plan, { cabinets: ['A01'] }, ids), dxMm: 0, dyMm: 3000 });
    if (!ran.ok || ran.value.step === null) throw new Error('refused');
    expect(ran.value.step.label).toBe('Duplicate A01');
    expect(serializePlan(undoStep(ran.value.plan, ran.value.step))).toBe(serializePlan(plan));
  });
});
