/**
 * The laws many times over on a fresh seed, and a thousand kills over both hosts: `npm run soak [-- SEED]`. Prints the seed, so that
 * a failure can be tried again, and a line of JSON with the counts of the kills on each host.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = process.argv[2] ?? String(Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`soak with seed ${seed}\n`);

/** By the tool's own file, under the Node that runs this one. */
const runs: readonly (readonly [tool: string, ...args: string[]])[] = [
  ['vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/property', '--testTimeout', '3600000'],
  ['vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/unit/desktop/kills.test.ts', '--disable-console-intercept'],
  ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  ['@playwright/test/cli.js', 'test', '--config', 'test/playwright.config.ts', 'test/e2e/kills.spec.ts'],
];

for (const [tool, ...args] of runs) {
  const file = fileURLToPath(new URL(`../../node_modules/${tool}`, import.meta.url));
  const run = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RACEWAY_SOAK: seed },
  });
  process.exitCode = Math.max(Number(process.exitCode ?? 0), run.status ?? 1);
}
