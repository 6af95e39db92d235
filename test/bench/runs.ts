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

/** The run of measure.ts with the median time. */
export function measure(what: string, plan: string, runs: number, halls = 1): Measured {
  const args = ['--max-old-space-size=4096', pathOf('measure.ts'), what, plan, String(halls)];
  return medianOf(`${what}${halls === 1 ? '' : `, ${halls} halls`}`, runs, () => JSON.parse(outputOf(args)) as Measured);
}

/** The command line as a whole process, by the clock. */
export function measureCommand(name: string, args: readonly string[], runs: number): Measured {
  return medianOf(name, runs, () => {
    const started = performance.now();
    outputOf([pathOf('../../electron/cli/raceway.ts'), ...args]);
    return { ms: performance.now() - started, rssPeakMb: 0 };
  });
}

function medianOf(name: string, runs: number, run: () => Measured): Measured {
  process.stderr.write(`measuring ${name} …\n`);
  const all = Array.from({ length: runs }, run).sort((a, b) => a.ms - b.ms);
  return must(all[runs >> 1], 'run');
}

function outputOf(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
