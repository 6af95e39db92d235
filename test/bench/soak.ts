/**
 * The laws many times over on a fresh seed: `npm run soak [-- SEED]`. Prints the seed, so that a failure can be tried again.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = process.argv[2] ?? String(Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`soak with seed ${seed}\n`);
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const run = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/property', '--testTimeout', '3600000'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RACEWAY_SOAK: seed },
});
process.exitCode = run.status ?? 1;
