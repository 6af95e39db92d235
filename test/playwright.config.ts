/**
 * Browser tests in one installed browser: `e2e` on the built planner, served as `npm run start:web` serves it; `desktop` on the built
 * desktop program, on a stand-in and, where its runtime is here, on Electron. No retries: a test that fails sometimes fails.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findTestBrowser } from './setup/testBrowser.ts';

const browser = findTestBrowser();
// Workers read this file too: the first to read it chooses the port, the others inherit it.
process.env['RACEWAY_TEST_PORT'] ??= String(20_000 + (process.pid % 10_000));
const port = process.env['RACEWAY_TEST_PORT'];
const address = `http://127.0.0.1:${port}`;

export default defineConfig<{ runsOn: 'stand-in' | 'electron' }>({
  testDir: '.',
  projects: [
    { name: 'browser', testMatch: ['e2e/**/*.spec.ts', 'desktop/**/*.spec.ts'] },
    // The same specs on Electron itself, and those that only it can answer; skipped where its runtime is not here.
    { name: 'electron', testMatch: ['desktop/files.spec.ts', 'realElectron/**/*.spec.ts'], use: { runsOn: 'electron' } },
  ],
  outputDir: './.results/playwright',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: './.results/playwright.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    acceptDownloads: true,
    screenshot: 'only-on-failure',
    // Nothing waits for a menu or a dialog to fade in.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every step doubles a spec's time; ask for a trace of the one that fails with `--trace on`.
    trace: 'off',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser.path }),
      args: ['--disable-gpu', '--disable-background-networking', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: `"${process.execPath}" electron/launch/start.ts --web --no-open --no-build --port ${port}`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: `${address}/index.html`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
