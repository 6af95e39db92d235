/** How long an Electron is supported: the three newest major versions are, and a new one comes every eight weeks. Pure. */

const supportedMajors = 3;
const dayMs = 86_400_000;
const betweenMajorsMs = 8 * 7 * dayMs;
/** Electron 39, from which the others are counted. */
const known = { major: 39, releasedMs: Date.UTC(2025, 9, 28) };

/** About when the fixes for this major version end. */
export function electronSupportEnds(major: number): Date {
  return new Date(known.releasedMs + (major + supportedMajors - known.major) * betweenMajorsMs);
}

/** One line for whoever makes installers, where this version gets no more fixes; undefined where it does. */
export function outOfSupport(version: string, now: Date): string | undefined {
  const ends = electronSupportEnds(Number.parseInt(version, 10));
  if (now < ends) return undefined;
  return `Electron ${version} gets no security fixes since about ${ends.toISOString().slice(0, 10)}: update it before these installers go to anybody.`;
}
