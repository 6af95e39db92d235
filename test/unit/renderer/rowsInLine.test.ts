/** A cabinet that was taken out of its row leaves the row's letter and aisles in place; and the view scrolls at its edge. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { findAisles, findRows, type Row } from '../../../renderer/canvas/aisles.ts';
import { edgeStep } from '../../../renderer/canvas/edgeScroll.ts';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Two rows of five, 1,200 mm apart; the last of row A stands where it is said. */
function layoutWith(xMm: number, yMm: number) {
  const builder = new PlanBuilder().hall();
  for (let i = 0; i < 4; i += 1) builder.cabinet(`A0${i + 1}`, 3000 + i * 600, 3000, { row: 'A' });
  builder.cabinet('A05', xMm, yMm, { row: 'A' });
  for (let i = 0; i < 5; i += 1) builder.cabinet(`B0${i + 1}`, 3000 + i * 600, 5400, { row: 'B' });
  const plan = builder.build();
  return must(createHallLayouts()(plan, must([...plan.halls.keys()][0], 'hall')), 'layout');
}

function rowA(rows: readonly Row[]): Row {
  return must(
    rows.find(({ name }) => name === 'A'),
    'row A',
  );
}

const minimum = { coldMinMm: 1200, hotMinMm: 900 };

describe('a row', () => {
  it('takes in all that stand in its line', () => {
    expect(rowA(findRows(layoutWith(5400, 3000).cabinets.cabinets)).members).toHaveLength(5);
    // As the cabinet beside it, with a gap that a cabinet leaves.
    expect(rowA(findRows(layoutWith(6600, 3000).cabinets.cabinets)).members).toHaveLength(5);
  });

  it.each([
    ['across it', 5400, 12_000],
    ['along it', 14_000, 3000],
  ])('keeps its letter and its aisles when one is moved away %s', (_way, xMm, yMm) => {
    const { cabinets } = layoutWith(xMm, yMm).cabinets;
    const rows = findRows(cabinets);
    expect(rowA(rows).members).toEqual(['A01', 'A02', 'A03', 'A04']);
    expect(rowA(rows).box).toEqual({ minXMm: 3000, maxXMm: 5400, minYMm: 3000, maxYMm: 4200 });
    const aisles = findAisles(rows, minimum);
    expect(aisles.map(({ box: { minYMm, maxYMm }, widthMm }) => [minYMm, maxYMm, widthMm])).toEqual([[4200, 5400, 1200]]);
  });
});

describe('the edge of the view', () => {
  const view = { widthPx: 800, heightPx: 600 };

  it('rests in the middle, and scrolls towards what lies beyond', () => {
    expect(edgeStep({ xPx: 400, yPx: 300 }, view)).toEqual({ xPx: 0, yPx: 0 });
    expect(edgeStep({ xPx: 795, yPx: 300 }, view).xPx).toBeLessThan(0);
    expect(edgeStep({ xPx: 5, yPx: 300 }, view).xPx).toBeGreaterThan(0);
    expect(edgeStep({ xPx: 400, yPx: 599 }, view).yPx).toBeLessThan(0);
  });

  it('goes faster the nearer the pointer is, and has a limit beyond', () => {
    const at = (xPx: number): number => Math.abs(edgeStep({ xPx, yPx: 300 }, view).xPx);
    expect(at(772)).toBe(0);
    expect(at(780)).toBeLessThan(at(790));
    expect(at(790)).toBeLessThan(at(800));
    expect(at(5000)).toBe(at(9000));
    expect(at(5000)).toBe(2 * at(800));
  });
});
