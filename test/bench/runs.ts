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
  const args = ['--max-old-space-size=4096', pathOf('measure.ts'), what, plan, String(halls)];
  return medianOf(
    `${what}${halls === 1 ? '' : `, ${halls} halls`}`,
    runs,
    ({ ms }) => ms,
    () => JSON.parse(outputOf(args)) as Measured,
  );
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
  const all = Array.from({ length: runs }, run).sort((a, b) => by(a) - by(b));
  return must(all[runs >> 1], 'run');
}

function outputOf(args: readonly string[]): string {
  return streamsOf(args).stdout;
}

function streamsOf(args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}
