/** How often a law is tried: a short fixed seed in `npm test`, a long random one in `npm run soak`. */
export interface LawRuns {
  readonly numRuns: number;
  readonly seed: number;
}

/** `short` runs on a fixed seed; under RACEWAY_SOAK, `long` runs on the seed that it names. */
export function lawRuns(short: number, long: number): LawRuns {
  const soak = process.env['RACEWAY_SOAK'];
  return soak === undefined ? { numRuns: short, seed: 20_260_101 } : { numRuns: long, seed: Number(soak) };
}
