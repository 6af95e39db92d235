import { createServer, type Server } from 'node:http';
import { request } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedRuntime, runBounded } from '../../../electron/launch/electronRuntime.ts';
import { browserCandidates, findBrowser } from '../../../electron/launch/findBrowser.ts';
import { browserArguments, hasScreen } from '../../../electron/launch/openBrowser.ts';
import { judgeHost, servePage, type PageServer } from '../../../electron/launch/pageServer.ts';

describe('finding a browser', () => {
  it('looks on the path and in the usual places on Linux, Chrome first', () => {
    const found = findBrowser('linux', { PATH: '/a:/b' }, (path) => ['/b/chromium', '/usr/bin/microsoft-edge'].includes(path));
    expect(found).toEqual({ name: 'Chromium', path: '/b/chromium' });
  });

  it('looks in both program folders and the person’s own on Windows', () => {
    const env = {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local',
    };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findBrowser('win32', env, (path) => path === edge)).toEqual({ name: 'Edge', path: edge });
    expect(browserCandidates('win32', env)[0]?.path).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });

  it('looks in the applications of the system and of the person on macOS', () => {
    const own = '/Users/x/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser('darwin', { HOME: '/Users/x' }, (path) => path === own)?.path).toBe(own);
  });

  it('takes the one that is named before any other, and none where there is none', () => {
    expect(findBrowser('linux', { PATH: '/a', RACEWAY_BROWSER: '/my/browser' }, () => true)?.path).toBe('/my/browser');
    expect(findBrowser('linux', { PATH: '/a' }, () => false)).toBeUndefined();
  });
});

describe('opening it', () => {
  it('needs somebody to look at it', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0', CI: 'true' })).toBe(false);
    expect(hasScreen('darwin', { CI: '' })).toBe(true);
  });

  it('gives up the browser’s sandbox only for the superuser', () => {
    expect(browserArguments('http://127.0.0.1:4280/', false)).not.toContain('--no-sandbox');
    expect(browserArguments('http://127.0.0.1:4280/', true)).toContain('--no-sandbox');
  });
});

describe('Electron’s runtime', () => {
  it('is not there until its executable is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'raceway-electron-'));
    expect(installedRuntime(folder)).toBeUndefined();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(installedRuntime(folder)).toBeUndefined();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(installedRuntime(folder)).toBe(join(folder, 'dist', 'electron'));
    rmSync(folder, { recursive: true });
  });

  it('is not waited for beyond the limit', async () => {
    expect(await runBounded(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], 300)).toBe('late');
    expect(await runBounded(process.execPath, ['-e', 'process.exit(3)'], 30_000)).toBe('failed');
    expect(await runBounded(process.execPath, ['-e', ''], 30_000)).toBe('done');
    expect(await runBounded(join(tmpdir(), 'no such program'), [], 30_000)).toBe('failed');
  });
});

describe('the loopback server', () => {
  let folder: string;
  let server: PageServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'raceway-serve-'));
    writeFileSync(join(folder, 'index.html'), '<p>page</p>');
    server = await servePage(folder, 0);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Without `fetch`, which sets the Host header itself and tidies paths. */
  function ask(path: string, host?: string, method = 'GET'): Promise<{ status: number; location: string | undefined; policy: string }> {
    const { hostname, port } = new URL(server.address);
    return new Promise((resolve, reject) => {
      const asking = request({ hostname, port, path, method, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
        response.resume();
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          policy: String(response.headers['content-security-policy']),
        });
      });
      asking.once('error', reject);
      asking.end();
    });
  }

  it('serves the page at its own address, each time under a policy of its own', async () => {
    const answers = [await ask('/?sample=x'), await ask('/index.html')];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.policy).toContain("script-src 'self'");
    expect(answers[0]?.policy).not.toBe(answers[1]?.policy);
  });

  it.each([
    ['a foreign host', '/', 'evil.example:80', 'GET', 421],
    ['our host at another port', '/', '127.0.0.1:1', 'GET', 421],
    ['anything but GET', '/', undefined, 'POST', 405],
    ['a file that is not there', '/gone.js', undefined, 'GET', 404],
    ['a way out of the folder', '/../package.json', undefined, 'GET', 404],
    ['a hidden way out of the folder', '/%2e%2e/package.json', undefined, 'GET', 404],
  ])('refuses %s', async (_what, path, host, method, status) => {
    expect((await ask(path, host, method)).status).toBe(status);
  });

  it('leads localhost to the one address, where recovery is kept', async () => {
    const { port } = new URL(server.address);
    expect(await ask('/?sample=x', `localhost:${port}`)).toMatchObject({ status: 307, location: `${server.address}/?sample=x` });
    expect(judgeHost(undefined, 4280)).toBe('refuse');
  });

  it('listens on this machine alone', () => {
    expect(new URL(server.address).hostname).toBe('127.0.0.1');
  });

  it('says so when its port is taken', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    await expect(servePage(folder, (other.address() as AddressInfo).port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });
});
