/**
 * Finds an installed browser of the Chromium kind: the one named by RACEWAY_BROWSER, else Chrome, Chromium or Edge where each system keeps them.
 */
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Browser {
  readonly name: string;
  readonly path: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  ['Chrome', 'google-chrome'],
  ['Chrome', 'google-chrome-stable'],
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Edge', 'microsoft-edge'],
  ['Edge', 'microsoft-edge-stable'],
] as const;

const macNames = [
  ['Chrome', 'Google Chrome'],
  ['Chromium', 'Chromium'],
  ['Edge', 'Microsoft Edge'],
] as const;

const windowsNames = [
  ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
] as const;

/** Every place where a browser may be, best first. Pure. */
export function browserCandidates(platform: string, env: Environment): Browser[] {
  const chosen = env['RACEWAY_BROWSER'];
  const named = chosen === undefined || chosen === '' ? [] : [{ name: 'Browser of RACEWAY_BROWSER', path: chosen }];
  return [...named, ...installedCandidates(platform, env)];
}

function installedCandidates(platform: string, env: Environment): Browser[] {
  switch (platform) {
    case 'win32': {
      const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData'] ?? env['LOCALAPPDATA']];
      return windowsNames.flatMap(([name, path]) => present(folders).map((folder) => ({ name, path: win32.join(folder, path) })));
    }
    case 'darwin': {
      const folders = ['/Applications', env['HOME'] === undefined ? undefined : posix.join(env['HOME'], 'Applications')];
      return macNames.flatMap(([name, app]) =>
        present(folders).map((folder) => ({ name, path: posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app) })),
      );
    }
    default: {
      const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
      const unique = [...new Set(present(folders))];
      return linuxNames.flatMap(([name, command]) => unique.map((folder) => ({ name, path: posix.join(folder, command) })));
    }
  }
}

function present(folders: readonly (string | undefined)[]): string[] {
  return folders.filter((folder) => folder !== undefined && folder !== '') as string[];
}

/** The best browser that is there, or undefined. */
export function findBrowser(
  platform: string = process.platform,
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
): Browser | undefined {
  return browserCandidates(platform, env).find((browser) => exists(browser.path));
}
