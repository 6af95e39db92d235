/**
 * `npm test`: everything that must hold, stage after stage, and a last line that sums the tests up.
 * `npm test -- unit browser` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findInstalledRuntime } from '../electron/launch/electronRuntime.ts';
import { ensureBrowser } from './setup/ensureBrowser.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const binaries = join(project, 'node_modules', '.bin');
const results = join(project, 'test', '.results');
const limitMs = 30 * 60_000;

type Print = (chunk: Uint8Array) => void;

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly [tool: string, ...args: string[]])[];
  /** Where a step runs tests: how many passed and failed, from its report. */
  readonly count?: () => Count;
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
        count: countVitest,
      },
    ],
  ],
  [[{ name: 'browser', commands: [['playwright', 'test', '--config', 'test/playwright.config.ts']], count: countPlaywright }]],
];

function countVitest(): Count {
  const report = readReport(vitestReport) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function countPlaywright(): Count {
  const { stats } = readReport(playwrightReport) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

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
async function runStep(step: Step, environment: NodeJS.ProcessEnv, hasOthersBeside: boolean): Promise<Count> {
  const startedMs = performance.now();
  const kept: Uint8Array[] = [];
  const print: Print = (chunk) => (hasOthersBeside ? kept.push(chunk) : process.stdout.write(chunk));
  if (!hasOthersBeside) console.log(`\n── ${step.name}`);
  let content = true;
  for (const command of step.commands) content = (await runTool(command, environment, print)) && content;
  if (hasOthersBeside) process.stdout.write(`\n── ${step.name}\n${Buffer.concat(kept).toString('utf8')}`);
  let count: Count = { passed: 0, failed: 0, skipped: 0 };
  try {
    count = step.count?.() ?? count;
  } catch {
    content = false;
    console.error(`${step.name} left no report`);
  }
  // A step that fails without a failing test (a lint error, a file that does not load) counts as one failure.
  if (!content && count.failed === 0) count = { ...count, failed: 1 };
  console.log(`── ${step.name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return count;
}

async function run(names: readonly string[]): Promise<Count> {
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
      const count = lacksBrowser ? { passed: 0, failed: 1, skipped: 0 } : await runStep(step, environment, hasOthersBeside);
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      if (count.failed > 0) failures.push(step.name);
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
  console.log(`\n${failures.length === 0 ? 'All steps ok' : `Failed: ${failures.join(', ')}`}`);
  return total;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const { passed, failed, skipped } = await run(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
