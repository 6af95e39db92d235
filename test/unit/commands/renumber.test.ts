import { describe, expect, it } from 'vitest';
import { renamings, renumberCabinets, type Renumber } from '../../../shared/commands/renumber.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { createPlanStore } from '../../../renderer/state/planStore.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Two rows of two, one that stands alone, and one in another hall. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .hall('I', { frame: { xMm: 30_000, yMm: 0, zMm: 0, rotationDeg: 0 } })
    .cabinet('c1', 3600, 3000, { row: 'A', name: 'old 1' })
    .cabinet('c2', 3000, 3000, { row: 'A', name: 'old 2' })
    .cabinet('c3', 3600, 6000, { row: 'B', name: 'old 3' })
    .cabinet('c4', 3000, 6000, { row: 'B', name: 'old 10' })
    .cabinet('c5', 9000, 9000, { name: 'A01' })
    .cabinet('c6', 3000, 3000, { hall: 'I', row: 'A', name: 'A02' })
    .build();
}

const IDS = ['c1', 'c2', 'c3', 'c4'];
const usual: Renumber = { ids: IDS, pattern: '{row}-{nn}', firstNumber: 1, order: 'rows', backwards: false };

const pairs = (change: Partial<Renumber>): string[] => {
  const list = renamings(plan(), { ...usual, ...change });
  return list.ok ? list.value.map(({ id, after, conflict }) => `${id} ${after}${conflict === null ? '' : ` !${conflict}`}`) : [];
};

describe('renumbering', () => {
  it('goes row after row along the row, and counts in each anew', () => {
    expect(pairs({})).toEqual(['c2 A-01', 'c1 A-02', 'c4 B-01', 'c3 B-02']);
    expect(pairs({ backwards: true })).toEqual(['c1 A-01', 'c2 A-02', 'c3 B-01', 'c4 B-02']);
    expect(pairs({ pattern: 'R{n}', firstNumber: 7 })).toEqual(['c2 R7', 'c1 R8', 'c4 R9', 'c3 R10']);
  });

  it('goes from west to east, by the names that are there, or by floor tiles', () => {
    expect(pairs({ order: 'columns', pattern: 'R{n}' })).toEqual(['c2 R1', 'c4 R2', 'c1 R3', 'c3 R4']);
    expect(pairs({ order: 'names', pattern: 'R{n}' })).toEqual(['c1 R1', 'c2 R2', 'c3 R3', 'c4 R4']);
    expect(pairs({ pattern: '{tile}' })).toEqual(['c2 F06', 'c1 G06', 'c4 F11', 'c3 G11']);
  });

  it('tells of names that others have, and of those that come twice; another hall has its own', () => {
    expect(pairs({ pattern: '{row}{nn}' })).toEqual(['c2 A01 !another cabinet has this name', 'c1 A02', 'c4 B01', 'c3 B02']);
    expect(pairs({ pattern: '{row}' })).toEqual(['c2 A', 'c1 A !twice among the new names', 'c4 B', 'c3 B !twice among the new names']);
    const store = createPlanStore(plan());
    const refused = store.run(renumberCabinets, { ...usual, pattern: '{row}{nn}' });
    expect(refused.ok ? null : refused.error.message).toBe('old 2 cannot become "A01": another cabinet has this name');
    expect(store.getState().past).toHaveLength(0);
  });

  it('is one step, lets names trade places, and changes nothing else', () => {
    const store = createPlanStore(plan());
    store.run(renumberCabinets, { ...usual, ids: ['c1', 'c2'], pattern: 'old {n}' });
    const { plan: after, past } = store.getState();
    expect([after.cabinets.get('c1')?.name, after.cabinets.get('c2')?.name]).toEqual(['old 2', 'old 1']);
    expect(past).toHaveLength(1);
    store.undo();
    expect(store.getState().plan).toEqual(plan());
  });
});
