/** `test` for the desktop's specs: a folder of their own, programs that end with them, no stray dialog, nothing on standard error. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { Desktop, type StartOptions } from './desktop.ts';

interface DesktopFixtures {
  /** An empty folder; the programs keep their own data in `data` beside what the spec puts there. */
  readonly folder: string;
  readonly start: (options?: Omit<StartOptions, 'userData'>) => Promise<Desktop>;
}

export const test = base.extend<DesktopFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern to see that nothing is asked for
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'raceway-desktop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ browser, folder }, use) => {
    const started: Desktop[] = [];
    await use(async (options = {}) => {
      const desktop = await Desktop.start(browser, { userData: join(folder, 'data'), ...options });
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.stop();
    expect(started.flatMap((desktop) => desktop.strayDialogs)).toEqual([]);
    expect(started.map((desktop) => desktop.program.output.troubles).join('')).toBe('');
  },
});

export { expect };
