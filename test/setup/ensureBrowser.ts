/**
 * A browser for the browser tests: one that is installed, else Playwright's own (fetched within a minute), else the system's
 * package, which only the superuser or CI may install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { runBounded } from '../../electron/launch/electronRuntime.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { testBrowserCandidates } from './testBrowser.ts';

const downloadLimitMs = 60_000;
const packageLimitMs = 300_000;

/** The path of a browser that starts, or one line that says how to get one. */
export async function ensureBrowser(tell: (line: string) => void): Promise<Result<string, string>> {
  const installed = workingBrowser();
  if (installed !== undefined) return ok(installed);

  tell('No Chrome, Chromium or Edge found; fetching one for the tests, for at most 60 s …');
  const installer = fileURLToPath(import.meta.resolve('playwright/package.json')).replace(/package\.json$/, 'cli.js');
  await runBounded(process.execPath, [installer, 'install', 'chromium'], downloadLimitMs);
  const fetched = workingBrowser();
  if (fetched !== undefined) return ok(fetched);

  const isRoot = process.getuid?.() === 0;
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get') && (isRoot || isCi())) {
    tell('It could not be fetched; installing the system’s Chromium …');
    const command =
      'apt-get update; for package in chromium-headless-shell chromium; do apt-get install --yes --no-install-recommends $package && break; done';
    await runBounded(isRoot ? 'sh' : 'sudo', isRoot ? ['-c', command] : ['-n', 'sh', '-c', command], packageLimitMs);
    const packaged = workingBrowser();
    if (packaged !== undefined) return ok(packaged);
  }
  return fail(`No browser for the browser tests. Install one: ${installCommand(process.platform)}`);
}

function workingBrowser(): string | undefined {
  const paths = [...testBrowserCandidates().map(({ path }) => path), chromium.executablePath()];
  return paths.find((path) => existsSync(path) && starts(path));
}

/** A browser whose libraries are missing is there and does not start. Elsewhere than on Linux asking for the version opens a window. */
function starts(path: string): boolean {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function isCi(): boolean {
  return !['', 'false', undefined].includes(process.env['CI']);
}

function installCommand(platform: string): string {
  switch (platform) {
    case 'win32':
      return 'winget install --id Google.Chrome';
    case 'darwin':
      return 'brew install --cask google-chrome';
    default:
      return existsSync('/usr/bin/apt-get') ? 'sudo apt-get install chromium' : 'your package manager’s chromium';
  }
}
