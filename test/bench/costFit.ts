/** How cost grows with size: cost = constant × size ^ exponent, by least squares over the logarithms of both. */

export interface CostPoint {
  readonly size: number;
  readonly cost: number;
}

export interface CostFit {
  readonly exponent: number;
  readonly constant: number;
  /** Share of the variance that the fit explains, 0 … 1. */
  readonly r2: number;
}

export function fitCost(points: readonly CostPoint[]): CostFit {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: (log: { readonly x: number; readonly y: number }) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const varianceX = mean(({ x }) => (x - meanX) ** 2);
  const varianceY = mean(({ y }) => (y - meanY) ** 2);
  const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY));
  const exponent = covariance / varianceX;
  const r2 = varianceY === 0 ? 1 : covariance ** 2 / (varianceX * varianceY);
  return { exponent, constant: Math.exp(meanY - exponent * meanX), r2 };
}
