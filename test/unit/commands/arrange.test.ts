import { describe, expect, it } from 'vitest';
import { alignThings, distributeThings } from '../../../shared/commands/align.ts';
import { arrayCounts, arrayThings, type ArrayThings } from '../../../shared/commands/array.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { duplicateThings, idsForCopies } from '../../../shared/commands/duplicate.ts';
import { turnGroup } from '../../../shared/commands/turn.ts';
import { mirrorCabinets } from '../../../shared/commands/mirror.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';

/** The plan after a command that must work; what it did is taken back and done again on the way. */
function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  const { plan: next, step } = ran.value;
  if (step === null) return next;
  const undone = undoStep(next, step);
  expect(serializePlan(undone)).toBe(serializePlan(plan));
  expect(serializePlan(redoStep(undone, step))).toBe(serializePlan(next));
  return next;
}

function refusal<A>(plan: Plan, command: Command<A>, args: A): string {
  const ran = runCommand(plan, command, args);
  return ran.ok ? 'done' : ran.error.message;
}

/** `A01 1000,2000 90° row A` for every cabinet, by name. */
function places(plan: Plan): string[] {
  return [...plan.cabinets.values()]
    .map(({ name, xMm, yMm, rotationDeg, row }) => `${name} ${xMm},${yMm} ${rotationDeg}° row ${row ?? 'none'}`)
    .sort();
}

/** Three cabinets of 600 × 1200 in row A; the second stands across. */
const row = new PlanBuilder()
  .hall()
  .cabinet('A01', 1000, 2000, { row: 'A' })
  .cabinet('A02', 1700, 2100, { row: 'A', rotationDeg: 90 })
  .cabinet('A03', 4000, 2050, { row: 'A' })
  .device('s1', 'A01', 10)
  .build();
const all = ['A01', 'A02', 'A03'];

describe('aligning', () => {
  it('moves every cabinet to the outermost edge', () => {
    const edges = (edge: 'left' | 'right' | 'top' | 'bottom') =>
      [...after(row, alignThings, { things: { cabinets: all }, edge }).cabinets.values()].map(({ xMm, yMm }) => [xMm, yMm]);
    expect(edges('left').map(([x]) => x)).toEqual([1000, 1000, 1000]);
    expect(edges('right').map(([x]) => x)).toEqual([4000, 3400, 4000]);
    expect(edges('top').map(([, y]) => y)).toEqual([2000, 2000, 2000]);
    expect(edges('bottom').map(([, y]) => y)).toEqual([2050, 2650, 2050]);
  });

  it('needs two cabinets', () => {
    expect(refusal(row, alignThings, { things: { cabinets: ['A01'] }, edge: 'left' })).toBe('one thing has nothing to align with');
  });
});

describe('arranging trays and obstacles', () => {
  const mixed = new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 2000)
    .obstacle('K1', rectangle(3000, 500, 400, 400))
    .junction('a', 6000, 4000)
    .junction('b', 9000, 4000)
    .junction('c', 9000, 7000)
    .segment('T1', 'a', 'b')
    .segment('T2', 'b', 'c')
    .build();
  const things = { cabinets: ['A01'], obstacles: ['K1'], segments: ['T1', 'T2'] };

  it('aligns trays that meet as one piece, by their sides', () => {
    const { cabinets, obstacles, junctions } = after(mixed, alignThings, { things, edge: 'top' });
    expect(cabinets.get('A01')?.yMm).toBe(500);
    expect(obstacles.get('K1')?.outline[0]).toEqual([3000, 500]);
    // Baskets of 300: the side lies 150 from the line.
    expect(['a', 'b', 'c'].map((id) => junctions.get(id)?.yMm)).toEqual([650, 650, 3650]);
  });

  it('spreads them evenly', () => {
    const { cabinets, obstacles, junctions } = after(mixed, distributeThings, { things, axis: 'x' });
    expect(cabinets.get('A01')?.xMm).toBe(1000);
    expect(junctions.get('a')?.xMm).toBe(6000);
    // 600 of cabinet and 400 of column in the 5000 up to the tray.
    expect(obstacles.get('K1')?.outline[0]?.[0]).toBe(1600 + 2000);
  });

  it('turns them together, and back', () => {
    const turned = after(mixed, turnGroup, { things, direction: 'clockwise' });
    expect(turned.junctions.get('b')?.xMm).toBe(turned.junctions.get('a')?.xMm);
    expect(serializePlan(after(turned, turnGroup, { things, direction: 'counter-clockwise' }))).toBe(serializePlan(mixed));
  });

  it('copies them, trays joined to each other and to nothing else, and a group that is copied whole', () => {
    const grouped = new PlanBuilder()
      .hall()
      .cabinet('A01', 1000, 2000)
      .junction('a', 6000, 4000)
      .junction('b', 9000, 4000)
      .junction('c', 9000, 7000)
      .segment('T1', 'a', 'b')
      .segment('T2', 'b', 'c')
      .group('Pod 1', 'cabinet:A01', 'segment:T1')
      .build();
    let made = 0;
    const newIds = (table: string, count: number): string[] => Array.from({ length: count }, () => `${table}-${(made += 1)}`);
    const copies = idsForCopies(grouped, { cabinets: ['A01'], segments: ['T1'] }, newIds);
    const next = after(grouped, duplicateThings, { ...copies, dxMm: 0, dyMm: 5000 });
    const copy = [...next.segments.values()].find(({ name }) => name === 'T3');
    expect(next.junctions.size).toBe(5);
    expect(next.junctions.get(copy?.from ?? '')).toMatchObject({ xMm: 6000, yMm: 9000 });
    const pod = [...next.groups.values()].find(({ name }) => name === 'Pod 2');
    expect(pod?.members.map(({ kind, id }) => (kind === 'segment' ? next.segments.get(id)?.name : next.cabinets.get(id)?.name))).toEqual([
      'A02',
      'T3',
    ]);
    expect(idsForCopies(grouped, { cabinets: ['A01'] }, newIds).groups).toEqual([]);
  });
});

describe('distributing', () => {
  it('makes the gaps equal and leaves the outermost two', () => {
    const { cabinets } = after(row, distributeThings, { things: { cabinets: all }, axis: 'x' });
    // 600 + 1200 + 600 of 3600 are filled.
    expect(all.map((id) => cabinets.get(id)?.xMm)).toEqual([1000, 2200, 4000]);
  });

  it('loses nothing to whole millimetres', () => {
    const builder = new PlanBuilder().hall();
    for (const [i, x] of [0, 610, 1300, 2000, 3101].entries()) builder.cabinet(`c${i}`, x, 0);
    const { cabinets } = after(builder.build(), distributeThings, { things: { cabinets: ['c4', 'c2', 'c0', 'c1', 'c3'] }, axis: 'x' });
    expect([...cabinets.values()].map(({ xMm }) => xMm)).toEqual([0, 775, 1551, 2326, 3101]);
  });

  it('needs three cabinets', () => {
    expect(refusal(row, distributeThings, { things: { cabinets: ['A01', 'A02'] }, axis: 'y' })).toBe(
      'two things have but one gap between them',
    );
  });
});

describe('mirroring', () => {
  it('turns a row about its middle line, so that fronts become rears and names keep their order', () => {
    const mirrored = after(row, mirrorCabinets, { ids: ['A01', 'A03'] });
    expect(places(mirrored)).toEqual(['A01 1000,2050 180° row A', 'A02 1700,2100 90° row A', 'A03 4000,2000 180° row A']);
  });

  it('turns each cabinet that stands alone about its own middle', () => {
    const alone = new PlanBuilder().hall().cabinet('C1', 0, 0, { rotationDeg: 90 }).cabinet('C2', 5000, 300).build();
    const mirrored = after(alone, mirrorCabinets, { ids: ['C1', 'C2'] });
    expect(places(mirrored)).toEqual(['C1 0,0 270° row none', 'C2 5000,300 180° row none']);
  });

  it('is its own opposite', () => {
    const twice = after(after(row, mirrorCabinets, { ids: all }), mirrorCabinets, { ids: all });
    expect(serializePlan(twice)).toBe(serializePlan(row));
  });
});

describe('an array', () => {
  const pair = new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 2000, { row: 'A' })
    .cabinet('A02', 1600, 2000, { row: 'A' })
    .device('s1', 'A01', 10)
    .build();

  function args(plan: Plan, given: Partial<ArrayThings> = {}): ArrayThings {
    const base = {
      things: { cabinets: ['A01', 'A02'] },
      columns: 2,
      rows: 3,
      pitchMm: null,
      aisleMm: 1800,
      mirrorRows: true,
      namePattern: '{row}{nn}',
    };
    const wanted = { ...base, ...given };
    const counts = arrayCounts(plan, wanted);
    return {
      ...wanted,
      newIds: {
        cabinets: Array.from({ length: counts.cabinets }, (_, i) => `c${i}`),
        devices: Array.from({ length: counts.devices }, (_, i) => `d${i}`),
        obstacles: Array.from({ length: counts.obstacles }, (_, i) => `o${i}`),
        junctions: Array.from({ length: counts.junctions }, (_, i) => `j${i}n`),
        segments: Array.from({ length: counts.segments }, (_, i) => `t${i}n`),
      },
    };
  }

  it('repeats along the row and across it, mirrors every second row, and names rows and cabinets', () => {
    const made = after(pair, arrayThings, args(pair));
    expect(places(made)).toEqual([
      'A01 1000,2000 0° row A',
      'A02 1600,2000 0° row A',
      'A03 2200,2000 0° row A',
      'A04 2800,2000 0° row A',
      'B01 1000,5000 180° row B',
      'B02 1600,5000 180° row B',
      'B03 2200,5000 180° row B',
      'B04 2800,5000 180° row B',
      'C01 1000,8000 0° row C',
      'C02 1600,8000 0° row C',
      'C03 2200,8000 0° row C',
      'C04 2800,8000 0° row C',
    ]);
    // One device in each place, under names of their own.
    expect(made.devices.size).toBe(6);
    expect(new Set([...made.devices.values()].map(({ name }) => name)).size).toBe(6);
  });

  it('runs south for rows that do, by the pitch that is given', () => {
    const south = new PlanBuilder().hall().cabinet('X1', 0, 0, { rotationDeg: 90 }).build();
    const made = after(
      south,
      arrayThings,
      args(south, { things: { cabinets: ['X1'] }, rows: 2, pitchMm: 700, namePattern: 'X{n}', mirrorRows: false }),
    );
    expect(places(made)).toEqual(['X1 0,0 90° row none', 'X2 0,700 90° row none', 'X3 3000,0 90° row none', 'X4 3000,700 90° row none']);
  });

  it('repeats columns of the building and trays too, joined as the first ones are', () => {
    const grid = new PlanBuilder()
      .hall()
      .obstacle('K1', rectangle(0, 0, 400, 400))
      .junction('a', 0, 5000)
      .junction('b', 3000, 5000)
      .junction('c', 3000, 8000)
      .segment('T1', 'a', 'b')
      .segment('T2', 'b', 'c')
      .build();
    const columns = after(
      grid,
      arrayThings,
      args(grid, { things: { obstacles: ['K1'] }, columns: 3, rows: 2, pitchMm: 7200, aisleMm: 5600 }),
    );
    expect([...columns.obstacles.values()].map(({ name, outline }) => [name, outline[0]])).toEqual([
      ['K1', [0, 0]],
      ['K2', [7200, 0]],
      ['K3', [14_400, 0]],
      ['K4', [0, 6000]],
      ['K5', [7200, 6000]],
      ['K6', [14_400, 6000]],
    ]);
    const trays = after(grid, arrayThings, args(grid, { things: { segments: ['T1', 'T2'] }, columns: 2, rows: 1, pitchMm: 4000 }));
    expect([trays.segments.size, trays.junctions.size]).toEqual([4, 6]);
    const [copy, other] = [...trays.segments.values()].slice(2);
    expect(copy?.to).toBe(other?.from);
  });

  it.each([
    [{ columns: 1, rows: 1 }, 'an array of one place changes nothing'],
    [{ columns: 0 }, 'an array has whole columns and rows'],
    [{ columns: 1.5 }, 'an array has whole columns and rows'],
    [{ namePattern: 'A' }, 'the names "A" would all be the same'],
    [{ pitchMm: 0 }, 'all columns would stand in one place'],
    [{ columns: 100, rows: 100 }, '19998 cabinets are too many at once'],
  ])('refuses %o', (given, message) => {
    expect(refusal(pair, arrayThings, args(pair, given))).toBe(message);
  });
});
