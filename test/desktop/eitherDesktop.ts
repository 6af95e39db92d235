/**
 * `test` for specs that run on the stand-in and, where Electron's runtime is here, on Electron itself: the project of
 * test/playwright.config.ts says on which. Without the runtime its tests are skipped, and counted as skipped.
 */
import { join } from 'node:path';
import { findInstalledRuntime } from '../../electron/launch/electronRuntime.ts';
import { RealDesktop } from '../realElectron/realDesktop.ts';
import { expect, test as onStandIn } from '../standIn/test.ts';
import type { DesktopDriver } from './driver.ts';

interface EitherFixtures {
  readonly open: (args?: readonly string[]) => Promise<DesktopDriver>;
}
interface EitherOptions {
  readonly runsOn: 'stand-in' | 'electron';
}

export const test = onStandIn.extend<EitherFixtures & EitherOptions>({
  runsOn: ['stand-in', { option: true }],
  open: async ({ runsOn, start, folder }, use) => {
    if (runsOn === 'stand-in') return use((args = []) => start({ args }));
    const runtime = findInstalledRuntime();
    test.skip(runtime === undefined, 'Electron’s runtime is not here');
    const started: RealDesktop[] = [];
    await use(async (args = []) => {
      const desktop = await RealDesktop.start(String(runtime), args, join(folder, 'data'));
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.stop();
  },
});

export { expect };
