/** Opens an address in a window of its own in an installed browser. */
import { spawn } from 'node:child_process';
import type { Browser } from './findBrowser.ts';

/** Whether somebody can look at a window here: not in CI, and on Linux only with a display. */
export function hasScreen(platform: string, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false') return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((display) => display !== undefined && display !== '');
}

/** What the browser is started with. The superuser's browser runs only without its own sandbox. */
export function browserArguments(address: string, isRoot: boolean): string[] {
  return [`--app=${address}`, '--no-first-run', '--no-default-browser-check', ...(isRoot ? ['--no-sandbox'] : [])];
}

/** Starts the browser and lets go of it; resolves false when it could not be started. */
export function openBrowser(browser: Browser, address: string): Promise<boolean> {
  const child = spawn(browser.path, browserArguments(address, process.getuid?.() === 0), { detached: true, stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
