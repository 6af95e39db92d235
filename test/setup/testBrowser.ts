/**
 * The browser the tests run in: the one named by RACEWAY_BROWSER, else Chromium's headless shell, which has the same engine without
 * the window around it and takes a quarter less of a processor than a browser told to hide its window, else an installed browser.
 */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { browserCandidates, type Browser } from '../../electron/launch/findBrowser.ts';

/** Every place where a browser for the tests may be, best first. */
export function testBrowserCandidates(): Browser[] {
  const candidates = browserCandidates(process.platform, process.env);
  if (process.platform !== 'linux' || (process.env['RACEWAY_BROWSER'] ?? '') !== '') return candidates;
  const folders = [...new Set([...(process.env['PATH'] ?? '').split(':').filter((folder) => folder !== ''), '/usr/bin'])];
  const shells = folders.map((folder) => ({ name: 'Chromium headless shell', path: posix.join(folder, 'chromium-headless-shell') }));
  return [...shells, ...candidates];
}

/** The best browser that is there, or undefined. */
export function findTestBrowser(): Browser | undefined {
  return testBrowserCandidates().find(({ path }) => existsSync(path));
}
