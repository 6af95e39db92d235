/**
 * `npm test`: everything that must hold, stage after stage, and a last line that sums the tests up.
 * `npm test -- unit browser` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findInstalledRuntime } from '../electron/launch/electronRuntime.ts';
import { ensureBrowser } from './setup/ensureBrowser.ts';
import { readPlaywrightReport, readVitestReport, type TestReport } from './setup/testReports.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const binaries = join(project, 'node_modules', '.bin');
const results = join(project, 'test', '.results');
const limitMs = 30 * 60_000;

type Print = (chunk: Uint8Array) => void;

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly [tool: string, ...args: string[]])[];
  /** Where a step runs tests: what its report tells. */
  readonly read?: () => TestReport;
}

const vitestReport = join(results, 'vitest.json');
const playwrightReport = join(results, 'playwright.json');

/** Steps one after the other. */
type Lane = readonly Step[];

/** Stages one after the other; the lanes of a stage run beside each other, as lint keeps one core busy for as long as the rest needs. */
const stages: readonly (readonly Lane[])[] = [
  [
    [{ name: 'lint', commands: [['eslint', '.', '--max-warnings', '0']] }],
    [
      { name: 'format', commands: [['prettier', '--check', '.', '!assets/**', '!test/golden/**', '!test/drawings/**']] },
      { name: 'types', commands: ['shared', 'renderer', 'electron', 'test'].map((folder) => ['tsc', '-p', folder]) },
      { name: 'build', commands: [['electron-vite', 'build', '--logLevel', 'warn']] },
    ],
  ],
  [
    [
      {
        name: 'unit',
        commands: [
          [
            'vitest',
            'run',
            '--config',
            'test/vitest.config.ts',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${vitestReport}`,
          ],
        ],
        read: () => readVitestReport(vitestReport),
      },
    ],
  ],
  [
    [
      {
        name: 'browser',
        commands: [['playwright', 'test', '--config', 'test/playwright.config.ts']],
        read: () => readPlaywrightReport(playwrightReport),
      },
    ],
  ],
];

/** Runs one of the project's own tools under the Node that runs this file; what it prints goes to `print`. True when it is content. */
function runTool([tool, ...args]: readonly [string, ...string[]], environment: NodeJS.ProcessEnv, print: Print): Promise<boolean> {
  const command = join(binaries, process.platform === 'win32' ? `${tool}.cmd` : tool);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: ['inherit', 'pipe', 'pipe'],
      env: environment,
      shell: process.platform === 'win32',
      timeout: limitMs,
    });
    child.stdout.on('data', print);
    child.stderr.on('data', print);
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Runs a step. A step that has others beside it keeps what it prints until it is done, so that the lines of two do not mix. */
async function runStep(step: Step, environment: NodeJS.ProcessEnv, hasOthersBeside: boolean): Promise<TestReport> {
  const startedMs = performance.now();
  const kept: Uint8Array[] = [];
  const print: Print = (chunk) => (hasOthersBeside ? kept.push(chunk) : process.stdout.write(chunk));
  if (!hasOthersBeside) console.log(`\n── ${step.name}`);
  let content = true;
  for (const command of step.commands) content = (await runTool(command, environment, print)) && content;
  if (hasOthersBeside) process.stdout.write(`\n── ${step.name}\n${Buffer.concat(kept).toString('utf8')}`);
  let report: TestReport = { passed: 0, failures: [], skipped: 0 };
  try {
    report = step.read?.() ?? report;
  } catch {
    content = false;
    console.error(`${step.name} left no report`);
  }
  // A step that fails without a failing test (a lint error, a file that does not load) counts as one failure.
  if (!content && report.failures.length === 0) report = { ...report, failures: ['failed, by no test of its own: see what it printed'] };
  console.log(
    `── ${step.name}: ${report.failures.length === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`,
  );
  return report;
}

async function run(names: readonly string[]): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> {
  const steps = stages.flat(2);
  const unknown = names.filter((name) => steps.every((step) => step.name !== name));
  if (unknown.length > 0) throw new Error(`No step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`);
  const chosen = names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));

  // The project's own Node comes first, also where this file is not run through npm.
  const environment: NodeJS.ProcessEnv = { ...process.env, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` };
  const needsBrowser = chosen.some((step) => step.name === 'browser');
  const browser = needsBrowser ? await ensureBrowser(console.log) : undefined;
  if (browser?.ok === true) environment['RACEWAY_BROWSER'] = browser.value;
  if (process.stdout.isTTY) environment['FORCE_COLOR'] ??= '1';

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const runLane = async (lane: Lane, hasOthersBeside: boolean): Promise<void> => {
    for (const step of lane) {
      const lacksBrowser = step.name === 'browser' && browser?.ok === false;
      const report = lacksBrowser ? { passed: 0, failures: ['no browser'], skipped: 0 } : await runStep(step, environment, hasOthersBeside);
      total.passed += report.passed;
      total.failed += report.failures.length;
      total.skipped += report.skipped;
      failures.push(...report.failures.map((failure) => `${step.name}: ${failure}`));
    }
  };
  for (const stage of stages) {
    const lanes = stage.map((lane) => lane.filter((step) => chosen.includes(step))).filter((lane) => lane.length > 0);
    await Promise.all(lanes.map((lane) => runLane(lane, lanes.length > 1)));
  }
  if (needsBrowser && findInstalledRuntime() === undefined)
    console.log(
      '\nElectron’s runtime is not here: the specs of the project “electron” were skipped; they ran on the stand-in alone, or not at all.',
    );
  if (browser?.ok === false) console.error(`\n${browser.error}`);
  // Once more at the end, as what a step printed may be thousands of lines above, or cut off.
  console.log(`\n${failures.length === 0 ? 'All steps ok' : `Failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`}`);
  return total;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const { passed, failed, skipped } = await run(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
