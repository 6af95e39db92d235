/** The desktop shell's decisions, apart from Electron: where the page may go, what it may ask, what it is served, what the program was started for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest } from '../../../electron/appProtocol.ts';
import { exportFilters, planFilters } from '../../../electron/fileFilters.ts';
import { judgeNavigation } from '../../../electron/navigation.ts';
import { contentSecurityPolicy, noncePlaceholder } from '../../../electron/page/contentSecurityPolicy.ts';
import { originOf, pageAddress, withSample } from '../../../electron/page/pageAddress.ts';
import { pageFile } from '../../../electron/page/pageFiles.ts';
import { allowsPermission } from '../../../electron/permissions.ts';
import { purposeOf } from '../../../electron/programArguments.ts';
import { visibleBounds } from '../../../electron/windowState.ts';

describe('navigation', () => {
  it.each([
    ['app://raceway/index.html', 'allow'],
    ['app://raceway.evil.com/index.html', 'deny'],
    ['app://other/index.html', 'deny'],
    ['https://example.com/docs', 'external'],
    ['https://user:secret@example.com/', 'deny'],
    ['http://example.com/', 'deny'],
    ['file:///etc/passwd', 'deny'],
    ['javascript:alert(1)', 'deny'],
    ['data:text/html,x', 'deny'],
    ['smb://server/share', 'deny'],
    ['not an address', 'deny'],
  ])('%s: %s', (address, kind) => {
    expect(judgeNavigation(address).kind).toBe(kind);
  });

  it('opens outside exactly what it judged', () => {
    expect(judgeNavigation('https://example.com/a b"c')).toEqual({ kind: 'external', href: 'https://example.com/a%20b%22c' });
  });

  it('allows the reload server only while developing', () => {
    expect(judgeNavigation('http://localhost:5173/x', 'http://localhost:5173').kind).toBe('allow');
    expect(judgeNavigation('http://localhost:5173/x').kind).toBe('deny');
  });
});

describe('permissions', () => {
  it.each([
    ['media', 'app://raceway', ['video'], true],
    ['media', 'app://raceway', ['video', 'audio'], false],
    ['media', 'app://raceway', [], false],
    ['media', 'https://example.com', ['video'], false],
    ['geolocation', 'app://raceway', [], false],
    ['openExternal', 'app://raceway', [], false],
  ])('%s for %s with %j: %s', (permission, origin, kinds, allowed) => {
    expect(allowsPermission(permission, origin, kinds)).toBe(allowed);
  });
});

describe('the policy of the page', () => {
  it('allows nothing inline and nothing evaluated', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
  });

  it('names our own scheme’s origin, which URL calls null', () => {
    expect(originOf('app://raceway/index.html?x#y')).toBe('app://raceway');
    expect(originOf('about:blank')).not.toBe('app://raceway');
    expect(originOf('')).toBe('');
  });
});

describe('the page’s files', () => {
  let folder: string;
  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'raceway-page-')), 'build');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<script nonce="${noncePlaceholder}"></script>`);
    writeFileSync(join(folder, 'assets', 'a.js'), '1');
    writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
  });
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/.hidden.txt',
    '/a%00.txt',
    '/%',
    '/x\\..\\y.txt',
    '/no-ending',
    '/run.sh',
  ])('are none at %s', (path) => {
    expect(pageFile(folder, path)).toBeUndefined();
  });

  it('are found in the build folder', () => {
    expect(pageFile(folder, '/')).toBe(join(folder, 'index.html'));
    expect(pageFile(folder, '/assets/a.js')).toBe(join(folder, 'assets', 'a.js'));
  });

  it('come over the app’s scheme with the policy and a nonce that is in the page too', async () => {
    const response = await answerPageRequest(folder, { method: 'GET', url: 'app://raceway/index.html' });
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    expect(await response.text()).toBe(`<script nonce="${nonce}"></script>`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['POST', 'app://raceway/index.html', 405],
    ['GET', 'app://other/index.html', 404],
    ['GET', 'app://raceway/gone.js', 404],
    ['GET', 'app://raceway/..%2fsecret.txt', 404],
  ])('answer %s %s with %i', async (method, url, status) => {
    expect((await answerPageRequest(folder, { method, url })).status).toBe(status);
  });
});

describe('what the program was started for', () => {
  it.each([
    [['takeoff', 'hall.raceway', '--json'], { kind: 'command', args: ['takeoff', 'hall.raceway', '--json'] }],
    [['--help'], { kind: 'command', args: ['--help'] }],
    [[], { kind: 'window', plan: undefined, sample: undefined }],
    [['--sample=eight-cabinets'], { kind: 'window', plan: undefined, sample: 'eight-cabinets' }],
    [['--sample=../../etc'], { kind: 'window', plan: undefined, sample: undefined }],
    [['/plans/Hall 1.RACEWAY'], { kind: 'window', plan: '/plans/Hall 1.RACEWAY', sample: undefined }],
    [['--no-sandbox', 'C:\\plans\\hall.raceway'], { kind: 'window', plan: 'C:\\plans\\hall.raceway', sample: undefined }],
    [['file:///plans/Hall%201.raceway'], { kind: 'window', plan: '/plans/Hall 1.raceway', sample: undefined }],
    [['file://elsewhere/%zz.raceway'], { kind: 'window', plan: 'file://elsewhere/%zz.raceway', sample: undefined }],
    [['--allow-file-access-from-files'], { kind: 'window', plan: undefined, sample: undefined }],
  ])('%j', (args, purpose) => {
    expect(purposeOf(args)).toEqual(purpose);
  });
});

it('a sample is opened by the page itself, as a copy that no file stands behind', () => {
  expect(withSample(pageAddress, 'eight-cabinets')).toBe('app://raceway/index.html?sample=eight-cabinets');
  expect(withSample(pageAddress, undefined)).toBe(pageAddress);
});

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  it('opens where it was', () => {
    const saved = { x: 100, y: 50, width: 1200, height: 800 };
    expect(visibleBounds(saved, [screen])).toEqual(saved);
  });
  it('comes back to a screen that is there when its own was unplugged', () => {
    const bounds = visibleBounds({ x: 4000, y: 50, width: 1200, height: 800 }, [screen]);
    expect(bounds).toEqual({ x: 360, y: 120, width: 1200, height: 800 });
  });
  it('is never too small to work in, and opens centered the first time', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 10, height: 10 }, [screen])).toMatchObject({ width: 960, height: 600 });
    expect(visibleBounds(undefined, [screen])).toEqual({ x: 160, y: 20, width: 1600, height: 1000 });
  });
});

describe('dialogs', () => {
  it('offer the kind of file that is being written', () => {
    expect(planFilters()[0]?.extensions).toEqual(['raceway']);
    expect(exportFilters('cables.XLSX')[0]?.extensions).toEqual(['xlsx']);
    expect(exportFilters('odd')).toEqual([{ name: 'All files', extensions: ['*'] }]);
  });
});
