import { describe, expect, it } from 'vitest';
import { costChart, fitText } from '../../bench/costChart.ts';
import { fitCost } from '../../bench/costFit.ts';
import { writeSvg } from '../../../shared/writers/svg.ts';

const power = (exponent: number) => [1000, 10_000, 100_000, 1_000_000].map((size) => ({ size, cost: 3 * size ** exponent }));

describe('the fit of cost against size', () => {
  it('finds the constant and the exponent of a power law', () => {
    const fit = fitCost(power(1.25));
    expect(fit.exponent).toBeCloseTo(1.25, 9);
    expect(fit.constant).toBeCloseTo(3, 9);
    expect(fit.r2).toBeCloseTo(1, 9);
  });

  it('says how badly a law holds', () => {
    const fit = fitCost([1, 10, 100, 1000].map((size, index) => ({ size, cost: index % 2 === 0 ? 1 : 100 })));
    expect(fit.r2).toBeLessThan(0.5);
  });

  it('is drawn by the writers of sheets, with every point and what was fitted', () => {
    const points = power(1);
    const chart = costChart('Cost', 'on a machine', [{ name: 'takeoff, ms', points, fit: fitCost(points) }]);
    expect(chart.marks.filter(({ mark }) => mark === 'arc')).toHaveLength(points.length);
    const { text, notes } = writeSvg(chart, null);
    // Only that the font is not in it, as none was given.
    expect(notes).toHaveLength(1);
    expect(text).toContain('takeoff, ms');
    expect(fitText(fitCost(points))).toBe('3.00 × n^1.00, R² 1.000');
  });
});
