/** A new hall by typed corners: read as they stand, or refused with the line that is wrong. */
import { describe, expect, it } from 'vitest';
import { firstTyped, readHall, type TypedHall } from '../../../renderer/dialogs/newHallFields.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = new PlanBuilder().hall().build();
const [like = null] = plan.halls.values();

function typed(corners: string, change: Partial<TypedHall> = {}): TypedHall {
  return { ...firstTyped(plan, like, 'metric'), shape: 'corners', corners, ...change };
}

describe('a hall by typed corners', () => {
  it('takes a line a corner, with units, spaces, commas and semicolons', () => {
    const read = readHall(
      plan,
      'h2',
      typed('0, 0\n12 m; 0\n\n12000,8 m\n 6000 , 8000\n6000, 4000\n0, 4000', { name: ' Annex ' }),
      like,
      'metric',
    );
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toMatchObject({ id: 'h2', name: 'Annex' });
    expect(read.value.outline).toEqual([
      [0, 0],
      [12_000, 0],
      [12_000, 8000],
      [6000, 8000],
      [6000, 4000],
      [0, 4000],
    ]);
  });

  it('begins with the corners of its own first size', () => {
    const first = firstTyped(plan, like, 'metric');
    const [size, corners] = [
      readHall(plan, 'h', first, like, 'metric'),
      readHall(plan, 'h', { ...first, shape: 'corners' }, like, 'metric'),
    ];
    expect(corners).toEqual(size);
  });

  it.each([
    ['0, 0\n12000\n0, 8000', /^Line 2 “12000” is not a corner/],
    ['0, 0\n12000, east\n0, 8000', /^Line 2 /],
    ['0, 0\n12000, 0, 5\n0, 8000', /^Line 2 /],
    ['0, 0\n12000, 0', /;/],
    ['0, 0\n10000, 10000\n10000, 0\n0, 10000', /;/],
  ])('%j is refused, and what to write instead is told', (corners, why) => {
    const read = readHall(plan, 'h2', typed(corners), like, 'metric');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatch(why);
  });

  it('needs a name', () => {
    expect(readHall(plan, 'h2', typed('0,0\n1000,0\n1000,1000', { name: ' ' }), like, 'metric')).toEqual({
      ok: false,
      error: 'The hall has no name; write one',
    });
  });
});
