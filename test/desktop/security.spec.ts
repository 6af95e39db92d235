/**
 * Electron's security checklist, point by point (https://www.electronjs.org/docs/latest/tutorial/security). Each point holds in the program
 * as it is built, and is seen to fail in a program in which it was undone, so that no check here is one that cannot fail.
 */
import type { Page } from '@playwright/test';
import type { Desktop } from '../standIn/desktop.ts';
import type { Undone } from '../standIn/settings.ts';
import { expect, test } from '../standIn/test.ts';

interface Point {
  /** As the checklist numbers it. */
  readonly number: number;
  readonly title: string;
  /** What is done to the built program to undo it. */
  readonly undo: readonly Undone[];
  holds(desktop: Desktop, page: Page): Promise<boolean>;
}

const preference = (name: string, safe: boolean) => async (desktop: Desktop) =>
  ((await desktop.program.line.ask('webPreferences', 1)) as Record<string, unknown>)[name] === safe;
const absent = (name: string) => async (desktop: Desktop) =>
  !(name in ((await desktop.program.line.ask('webPreferences', 1)) as Record<string, unknown>));
const addPreference = (text: string): Undone => ['spellcheck: false', `${text}, spellcheck: false`];

/** Every question that Electron may put for a page. */
const permissions = [
  'clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen', 'geolocation', 'idle-detection', 'media', 'mediaKeySystem',
  'midi', 'midiSysex', 'notifications', 'pointerLock', 'keyboardLock', 'openExternal', 'speaker-selection', 'storage-access',
  'top-level-storage-access', 'window-management', 'unknown', 'fileSystem', 'hid', 'serial', 'usb', 'deprecated-sync-clipboard-read',
]; // prettier-ignore

async function navigates(desktop: Desktop, page: Page, address: string): Promise<boolean> {
  return (await desktop.program.line.ask('mayNavigate', 1, address, true)) === true || page.url().startsWith(address);
}

/** Points that a running program cannot show; where they are looked at. */
const elsewhere: Readonly<Record<number, string>> = {
  16: 'a current Electron: test/unit/desktop/electronSupport.test.ts, and what `npm run dist` says',
  19: 'fuses: test/desktop/packed.spec.ts reads them from the packed program, where all but one leave the factory the other way',
};

const points: readonly Point[] = [
  {
    number: 1,
    title: 'only secure content is loaded: all that the page asked for came over the own scheme',
    undo: [['secure: true', 'secure: false']],
    async holds(desktop) {
      const schemes = (await desktop.program.line.ask('schemes')) as { scheme: string; privileges: Record<string, boolean> }[];
      const own = desktop.requests.length > 3 && desktop.requests.every((address) => address.startsWith('app://raceway/'));
      return own && schemes.length === 1 && schemes[0]?.privileges['secure'] === true && schemes[0].privileges['bypassCSP'] !== true;
    },
  },
  {
    number: 2,
    title: 'no Node in the page',
    undo: [['nodeIntegration: false', 'nodeIntegration: true']],
    holds: preference('nodeIntegration', false),
  },
  {
    number: 2,
    title: 'no Node in workers',
    undo: [['nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true']],
    holds: preference('nodeIntegrationInWorker', false),
  },
  {
    number: 2,
    title: 'no Node in inner frames',
    undo: [['nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true']],
    holds: preference('nodeIntegrationInSubFrames', false),
  },
  {
    number: 3,
    title: 'context isolation',
    undo: [['contextIsolation: true', 'contextIsolation: false']],
    holds: preference('contextIsolation', true),
  },
  { number: 4, title: 'the page’s process is sandboxed', undo: [['sandbox: true', 'sandbox: false']], holds: preference('sandbox', true) },
  {
    number: 5,
    title: 'permissions are refused to everybody, but for the camera to the own page',
    undo: [['permission === "media"', 'true || permission === "media"']],
    async holds(desktop) {
      const { line } = desktop.program;
      for (const origin of ['app://raceway/index.html', 'https://strange.test/'])
        for (const permission of permissions)
          if (
            (await line.ask('requestPermission', permission, origin, [])) === true ||
            (await line.ask('checkPermission', permission, origin)) === true
          )
            return false;
      const camera = await line.ask('requestPermission', 'media', 'app://raceway/index.html', ['video']);
      return camera === true && (await line.ask('requestPermission', 'media', 'app://raceway/index.html', ['video', 'audio'])) === false;
    },
  },
  {
    number: 5,
    title: 'no device is handed out',
    undo: [['setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)']],
    holds: async ({ program }) => (await program.line.ask('mayUseDevice')) === false,
  },
  {
    number: 6,
    title: 'web security stays on',
    undo: [['webSecurity: true', 'webSecurity: false']],
    holds: preference('webSecurity', true),
  },
  {
    number: 7,
    title: 'a content security policy is sent, and a script written into the page does not run',
    undo: [['"script-src \'self\'"', "\"script-src 'self' 'unsafe-inline'\""]],
    holds: (_, page) =>
      page.evaluate(async () => {
        const policy = (await fetch(location.href)).headers.get('content-security-policy') ?? '';
        const script = document.createElement('script');
        script.textContent = 'window.wasRun = true';
        document.head.append(script);
        return policy.includes("default-src 'none'") && !policy.includes('unsafe') && !('wasRun' in window);
      }),
  },
  {
    number: 8,
    title: 'no insecure content',
    undo: [addPreference('allowRunningInsecureContent: true')],
    holds: absent('allowRunningInsecureContent'),
  },
  {
    number: 9,
    title: 'no experimental features',
    undo: [addPreference('experimentalFeatures: true')],
    holds: absent('experimentalFeatures'),
  },
  { number: 10, title: 'no blink features', undo: [addPreference('enableBlinkFeatures: "x"')], holds: absent('enableBlinkFeatures') },
  {
    number: 11,
    title: 'no webview, so none with popups',
    undo: [['webviewTag: false', 'webviewTag: true']],
    holds: preference('webviewTag', false),
  },
  {
    number: 12,
    title: 'a webview is refused before it is made',
    undo: [['contents.on("will-attach-webview"', 'contents.on("undone"']],
    holds: async ({ program }) => (await program.line.ask('mayAttachWebview', 1)) === false,
  },
  {
    number: 13,
    title: 'the window stays on its page, whatever the page asks',
    undo: [
      ['contents.on("will-navigate"', 'contents.on("undone"'],
      ['contents.on("will-frame-navigate"', 'contents.on("undone"'],
    ],
    async holds(desktop, page) {
      const home = page.url();
      for (const address of ['http://strange.test/', 'https://user:secret@strange.test/']) {
        if (await navigates(desktop, page, address)) return false;
        const before = desktop.judged.length;
        await page.evaluate((target) => void (location.href = target), address);
        await expect.poll(() => desktop.judged.length).toBeGreaterThan(before);
      }
      const inner = (await desktop.program.line.ask('mayNavigate', 1, 'app://raceway/index.html', false)) === true;
      return page.url() === home && !inner && !desktop.requests.some((address) => address.includes('strange.test'));
    },
  },
  {
    number: 14,
    title: 'no window is opened by the page',
    undo: [['return { action: "deny" };', 'return { action: "allow" };']],
    async holds(desktop, page) {
      await page.evaluate(() => {
        window.open('https://strange.test/popup');
        window.open('about:blank');
      });
      await expect.poll(() => page.context().pages().length).toBe(1);
      return desktop.allowedPopups.length === 0 && (await desktop.program.line.ask('mayOpen', 1, 'app://raceway/index.html')) === false;
    },
  },
  {
    number: 15,
    title: 'only links to the web are opened outside',
    undo: [['url.protocol === "https:"', 'url.protocol !== "app:"']],
    async holds(desktop) {
      for (const address of [
        'file:///etc/passwd',
        'smb://server/share',
        'http://strange.test/',
        'ms-msdt:/id',
        'javascript:alert(1)',
        'https://raceway.app/help',
      ])
        await desktop.program.line.ask('mayOpen', 1, address);
      const opened = desktop.openedOutside.filter((address) => !address.includes('/popup'));
      return opened.every((address) => address.startsWith('https://')) && opened.includes('https://raceway.app/help');
    },
  },
  {
    number: 17,
    title: 'senders are checked on every question',
    undo: [
      ['if (asker === void 0) return fail(refused(name));', ''],
      ['handler(asker,', 'handler(asker ?? { windowId: 1 },'],
    ],
    async holds(desktop) {
      const answer = (await desktop.ask(await desktop.strangePage(), 'raceway:listRecent')) as { ok: boolean };
      return !answer.ok;
    },
  },
  {
    number: 18,
    title: 'files of the disk are no pages: not by their own scheme, and by ours only those of the build',
    undo: [
      ['origin === "app://raceway"', 'address.startsWith("file:") || origin === "app://raceway"'],
      ['part.startsWith(".")', 'part === "undone"'],
      ['if (!file.startsWith(', 'if (false && !file.startsWith('],
    ],
    async holds(desktop, page) {
      const served = (await desktop.program.line.ask('serve', 'GET', 'app://raceway/..%2f..%2fpackage.json')) as { status: number };
      return served.status === 404 && !(await navigates(desktop, page, 'file:///etc/passwd'));
    },
  },
  {
    number: 20,
    title: 'nothing of Electron reaches the page but the bridge’s own functions',
    undo: [['...questions,', '...questions, ipcRenderer: electron.ipcRenderer,']],
    holds: (_, page) =>
      page.evaluate(() => {
        const { raceway } = window as unknown as { raceway: Readonly<Record<string, unknown>> };
        return Object.values(raceway).every((one) => typeof one === 'function' && Object.keys(one).length === 0);
      }),
  },
];

test('every point of the checklist has its check', () => {
  const numbers = new Set([...points.map(({ number }) => number), ...Object.keys(elsewhere).map(Number)]);
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
});

test('every point of the checklist holds', async ({ start }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  for (const point of points) expect(await point.holds(desktop, page), `${point.number}: ${point.title}`).toBe(true);
});

test('every point of the checklist is seen to fail where it was undone', async ({ start }) => {
  const desktop = await start({ undone: points.flatMap(({ undo }) => undo) });
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  for (const point of points) expect(await point.holds(desktop, page), `${point.number}: ${point.title}`).toBe(false);
});
