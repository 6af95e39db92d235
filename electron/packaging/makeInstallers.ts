/**
 * `npm run dist`: builds the planner and makes its installers for this system in dist/, by electron-builder.yml. What follows `--` goes to
 * electron-builder (`npm run dist -- --win`). Where Electron's runtime cannot be had, it says so in one line.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildDesktop } from 'electron-vite';
import { projectFolder } from '../launch/build.ts';
import { findElectronRuntime } from '../launch/electronRuntime.ts';
import { outOfSupport } from './electronSupport.ts';

const fetchLimitMs = 120_000;
/** electron-builder fetches the tools that make installers, and waits long for a network that does not answer. */
const makeLimitMs = 30 * 60_000;

const runtime = await findElectronRuntime(fetchLimitMs, console.log);
if (runtime.ok) {
  await buildDesktop({ root: projectFolder, logLevel: 'warn' });
  process.exitCode = await makeInstallers(process.argv.slice(2));
  const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const warning = outOfSupport(devDependencies.electron, new Date());
  if (warning !== undefined) console.error(warning);
} else {
  console.error(
    `No installers: Electron's runtime is missing, ${runtime.error}. Run it where github.com answers, or name a mirror in ELECTRON_MIRROR.`,
  );
  process.exitCode = 1;
}

function makeInstallers(args: readonly string[]): Promise<number> {
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  const child = spawn(process.execPath, [builder, '--publish', 'never', ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
    timeout: makeLimitMs,
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      if (code === null) console.error(`No installers within ${makeLimitMs / 60_000} minutes: electron-builder was stopped.`);
      resolve(code ?? 1);
    });
  });
}
