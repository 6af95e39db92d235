/** Runs of one measurement, each in a process of its own, so that nothing is warm from another. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { must } from '../../shared/assert.ts';

export interface Measured {
  readonly ms: number;
  readonly rssPeakMb: number;
  readonly [figure: string]: number;
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const RACEWAY = pathOf('../../electron/cli/raceway.ts');
/** As tellPeak.ts writes it. */
const PEAK = /^peak (\S+) MB$/m;

/** The run of measure.ts with the median time. */
export function measure(what: string, plan: string, runs: number, halls = 1): Measured {
  return medianOf(
    `${what}${halls === 1 ? '' : `, ${halls} halls`}`,
    runs,
    ({ ms }) => ms,
    () => runOf(what, plan, halls),
  );
}

/** Two measurements that are set beside each other, a run of each in turn, so that whatever else the machine does meets both; each with its median. */
export function measureInTurn(one: string, other: string, plan: string, runs: number): readonly [Measured, Measured] {
  process.stderr.write(`measuring ${one} and ${other} in turn …\n`);
  const pairs = Array.from({ length: runs }, () => [runOf(one, plan), runOf(other, plan)] as const);
  const medianAt = (at: 0 | 1): Measured =>
    middleOf(
      pairs.map((pair) => pair[at]),
      ({ ms }) => ms,
    );
  return [medianAt(0), medianAt(1)];
}

function runOf(what: string, plan: string, halls = 1): Measured {
  return JSON.parse(outputOf(['--max-old-space-size=4096', pathOf('measure.ts'), what, plan, String(halls)])) as Measured;
}

/** The command line as a whole process, by the clock, in ms. */
export function measureCommand(name: string, args: readonly string[], runs: number): number {
  return medianOf(name, runs, Number, () => {
    const started = performance.now();
    outputOf([RACEWAY, ...args]);
    return performance.now() - started;
  });
}

/** The most memory that the command line has resident, in MB. */
export function measurePeak(name: string, args: readonly string[], runs: number): number {
  return medianOf(`memory of ${name}`, runs, Number, () => {
    const { stderr } = streamsOf(['--import', pathOf('tellPeak.ts'), RACEWAY, ...args]);
    return Number(must(PEAK.exec(stderr)?.[1], 'peak'));
  });
}

function medianOf<T>(name: string, runs: number, by: (one: T) => number, run: () => T): T {
  process.stderr.write(`measuring ${name} …\n`);
  return middleOf(Array.from({ length: runs }, run), by);
}

function middleOf<T>(all: readonly T[], by: (one: T) => number): T {
  const sorted = all.toSorted((a, b) => by(a) - by(b));
  return must(sorted[sorted.length >> 1], 'run');
}

function outputOf(args: readonly string[]): string {
  return streamsOf(args).stdout;
}

function streamsOf(args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}
