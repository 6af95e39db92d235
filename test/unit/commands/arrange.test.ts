import { describe, expect, it } from 'vitest';
import { alignCabinets, distributeCabinets } from '../../../shared/commands/align.ts';
import { arrayCabinets, arrayCounts, type ArrayCabinets } from '../../../shared/commands/array.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { mirrorCabinets } from '../../../shared/commands/mirror.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

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
      [...after(row, alignCabinets, { ids: all, edge }).cabinets.values()].map(({ xMm, yMm }) => [xMm, yMm]);
    expect(edges('left').map(([x]) => x)).toEqual([1000, 1000, 1000]);
    expect(edges('right').map(([x]) => x)).toEqual([4000, 3400, 4000]);
    expect(edges('top').map(([, y]) => y)).toEqual([2000, 2000, 2000]);
    expect(edges('bottom').map(([, y]) => y)).toEqual([2050, 2650, 2050]);
  });

  it('needs two cabinets', () => {
    expect(refusal(row, alignCabinets, { ids: ['A01'], edge: 'left' })).toBe('one cabinet has nothing to align with');
  });
});

describe('distributing', () => {
  it('makes the gaps equal and leaves the outermost two', () => {
    const { cabinets } = after(row, distributeCabinets, { ids: all, axis: 'x' });
    // 600 + 1200 + 600 of 3600 are filled.
    expect(all.map((id) => cabinets.get(id)?.xMm)).toEqual([1000, 2200, 4000]);
  });

  it('loses nothing to whole millimetres', () => {
    const builder = new PlanBuilder().hall();
    for (const [i, x] of [0, 610, 1300, 2000, 3101].entries()) builder.cabinet(`c${i}`, x, 0);
    const { cabinets } = after(builder.build(), distributeCabinets, { ids: ['c4', 'c2', 'c0', 'c1', 'c3'], axis: 'x' });
    expect([...cabinets.values()].map(({ xMm }) => xMm)).toEqual([0, 775, 1551, 2326, 3101]);
  });

  it('needs three cabinets', () => {
    expect(refusal(row, distributeCabinets, { ids: ['A01', 'A02'], axis: 'y' })).toBe('two cabinets have but one gap between them');
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

  function args(plan: Plan, given: Partial<ArrayCabinets> = {}): ArrayCabinets {
    const base = { ids: ['A01', 'A02'], columns: 2, rows: 3, pitchMm: null, aisleMm: 1800, mirrorRows: true, namePattern: '{row}{nn}' };
    const wanted = { ...base, ...given };
    const counts = arrayCounts(plan, wanted);
    return {
      ...wanted,
      cabinetIds: Array.from({ length: counts.cabinets }, (_, i) => `c${i}`),
      deviceIds: Array.from({ length: counts.devices }, (_, i) => `d${i}`),
    };
  }

  it('repeats along the row and across it, mirrors every second row, and names rows and cabinets', () => {
    const made = after(pair, arrayCabinets, args(pair));
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
    const made = after(south, arrayCabinets, args(south, { ids: ['X1'], rows: 2, pitchMm: 700, namePattern: 'X{n}', mirrorRows: false }));
    expect(places(made)).toEqual(['X1 0,0 90° row none', 'X2 0,700 90° row none', 'X3 3000,0 90° row none', 'X4 3000,700 90° row none']);
  });

  it.each([
    [{ columns: 1, rows: 1 }, 'an array of one place changes nothing'],
    [{ columns: 0 }, 'an array has whole columns and rows'],
    [{ columns: 1.5 }, 'an array has whole columns and rows'],
    [{ namePattern: 'A' }, 'the names "A" would all be the same'],
    [{ pitchMm: 0 }, 'all columns would stand in one place'],
    [{ columns: 100, rows: 100 }, '19998 cabinets are too many at once'],
  ])('refuses %o', (given, message) => {
    expect(refusal(pair, arrayCabinets, args(pair, given))).toBe(message);
  });
});
