/** What only Electron itself can show: that the page's world and its process are shut off. Skipped where its runtime is not here. */
import { readFileSync } from 'node:fs';
import { expect, test } from '../desktop/eitherDesktop.ts';
import { RealDesktop } from './realDesktop.ts';

test('keeps the page’s world apart from the preload’s', async ({ open }) => {
  const desktop = await open();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const found = await page.evaluate(async () => {
    const bridge = (window as unknown as { raceway: { listRecent(): Promise<{ ok: boolean }> } }).raceway;
    const strays = ['require', 'module', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window);
    // What the page does to its own language must not reach the preload, which would then be worked by it.
    const real = Array.prototype.map;
    let isReached = false;
    Object.assign(Array.prototype, { map: () => ((isReached = true), ['taken']) });
    const answer = bridge.listRecent();
    Object.assign(Array.prototype, { map: real });
    return { answers: (await answer).ok, isReached, strays };
  });
  expect(found).toEqual({ answers: true, isReached: false, strays: [] });
});

test('runs the page in a sandbox, isolated, on its own scheme, under the policy', async ({ open }) => {
  const desktop = await open();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  if (!(desktop instanceof RealDesktop)) throw new Error('this needs Electron');
  const { preferences, processId } = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
      getOSProcessId(): number;
    };
    return { preferences: contents.getLastWebPreferences(), processId: contents.getOSProcessId() };
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  // The superuser's Electron runs only without Chromium's own sandbox.
  if (process.platform === 'linux' && process.getuid?.() !== 0)
    expect(readFileSync(`/proc/${processId}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '');
  expect(policy).toContain("default-src 'none'");
  expect(await desktop.address()).toBe('app://raceway/index.html');
});

test('stays on its page when the page asks for a file or a site', async ({ open }) => {
  const desktop = await open();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  for (const address of ['file:///etc/passwd', 'http://strange.test/'])
    await page.evaluate((target) => void (location.href = target), address);
  await expect(page.getByRole('searchbox')).toBeVisible();
  expect(await desktop.address()).toBe('app://raceway/index.html');
  expect(await page.evaluate(() => window.open('about:blank') === null)).toBe(true);
});
