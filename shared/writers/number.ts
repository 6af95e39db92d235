/** Numbers as drawings write them: fixed decimals without idle zeros, never an exponent. */
export function decimal(value: number, digits: number): string {
  const factor = 10 ** digits;
  const rounded = Math.round(value * factor) / factor;
  if (Math.abs(rounded) >= 1e-6 || rounded === 0) return String(rounded === 0 ? 0 : rounded);
  return rounded.toFixed(digits);
}
