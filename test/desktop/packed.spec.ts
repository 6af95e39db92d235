/**
 * The program as it is packed, by electron-builder and electron-builder.yml as they are, around a placeholder for Electron's runtime:
 * what is in it, what is set in it, and that it runs from what is in it alone.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import plist from 'plist';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { filesBelow, packProgram, projectFolder, readManifest, type PackedProgram } from '../packed/packedProgram.ts';
import { expect, test } from '../standIn/test.ts';

const sample = join(projectFolder, 'assets/samples/eight-cabinets.raceway');
const largestMb = 25;

let packed: PackedProgram;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  packed = await packProgram();
});
test.afterAll(() => packed?.remove());

/** The archive beside each platform's program, and what holds that platform's fuses. */
const places = [
  { platform: 'linux', archive: 'linux-unpacked/resources/app.asar', program: 'linux-unpacked/raceway' },
  { platform: 'win32', archive: 'win-unpacked/resources/app.asar', program: 'win-unpacked/Raceway.exe' },
  { platform: 'darwin', archive: 'mac/Raceway.app/Contents/Resources/app.asar', program: 'mac/Raceway.app' },
] as const;

/** The integrity that Electron compares: the digest of the archive's head, which holds those of all files in it. */
const digestOf = (archive: string): string => createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');

test('holds what the program reads when it runs, as it was built, and nothing else', () => {
  const under = (folder: string): string[] => filesBelow(join(projectFolder, folder)).map((file) => `${folder}/${file}`);
  const assets = ['fonts/Inter-Regular.ttf', 'fonts/Inter-SemiBold.ttf', 'fonts/OFL.txt', 'icons/sizes/256.png'].map(
    (file) => `assets/${file}`,
  );
  const expected = [
    ...['out/main', 'out/preload', 'out/renderer', 'assets/catalog', 'assets/legal'].flatMap(under),
    ...assets,
    'LICENSE',
    'package.json',
  ].sort();
  const held = filesBelow(packed.appFolder);
  expect(held).toEqual(expected);
  expect(listPackage(packed.archive, { isPack: false }).length).toBeGreaterThan(held.length);
  expect(held.filter((file) => /\.(tsx?|map)$|node_modules|\.(test|spec)\./.test(file))).toEqual([]);
  for (const file of held)
    if (file !== 'package.json')
      expect(readFileSync(join(packed.appFolder, file)).equals(readFileSync(join(projectFolder, file))), file).toBe(true);
  expect(Object.keys(readManifest(packed.appFolder))).not.toContain('devDependencies');

  const sizeMb = statSync(packed.archive).size / 2 ** 20;
  console.log(`app.asar: ${held.length} files, ${sizeMb.toFixed(1)} MB`);
  expect(sizeMb).toBeLessThan(largestMb);
});

for (const { platform, archive, program } of places)
  test(`has its fuses set as electron-builder.yml says: ${platform}`, async () => {
    const { version: _, ...wire } = await getCurrentFuseWire(join(packed.folder, program));
    const states: Record<string, boolean> = {};
    for (const [fuse, state] of Object.entries(wire)) states[String(FuseV1Options[Number(fuse)])] = state === FuseState.ENABLE;
    expect(states).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
    // The fuse that checks the archive needs to be told its digest, on the platforms that know the check.
    expect(digestOf(join(packed.folder, archive))).toBe(digestOf(packed.archive));
  });

test('tells Windows and macOS the digest of the archive, so that a changed one does not start', () => {
  const digest = digestOf(packed.archive);
  const executable = NtExecutable.from(readFileSync(join(packed.folder, 'win-unpacked/Raceway.exe')));
  const entry = NtExecutableResource.from(executable).entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  expect(JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer()).toString('utf8'))).toEqual([
    { file: 'resources\\app.asar', alg: 'SHA256', value: digest },
  ]);
  expect(macProperties()['ElectronAsarIntegrity']).toEqual({ 'Resources/app.asar': { algorithm: 'SHA256', hash: digest } });
});

function macProperties(): Readonly<Record<string, unknown>> {
  return plist.parse(readFileSync(join(packed.folder, 'mac/Raceway.app/Contents/Info.plist'), 'utf8')) as Readonly<Record<string, unknown>>;
}

test('is what each system opens a plan with', () => {
  const entry = readFileSync(join(packed.folder, 'raceway.desktop'), 'utf8').split('\n');
  expect(entry).toContain('Exec=/opt/Raceway/raceway %U');
  expect(entry).toContain('MimeType=application/vnd.raceway+json;');
  expect(entry).toContain('Categories=Engineering;');
  expect(entry).toContain('StartupWMClass=raceway');
  const media = readFileSync(join(packed.folder, 'mime.xml'), 'utf8');
  expect(media).toContain('<mime-type type="application/vnd.raceway+json">');
  expect(media).toContain('<glob pattern="*.raceway"/>');
  expect(JSON.parse(readFileSync(join(packed.folder, 'icons.json'), 'utf8'))).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);

  const properties = macProperties();
  expect(properties['CFBundleDocumentTypes']).toEqual([
    {
      CFBundleTypeExtensions: ['raceway'],
      CFBundleTypeName: 'Raceway plan',
      CFBundleTypeRole: 'Editor',
      LSHandlerRank: 'Owner',
      CFBundleTypeIconFile: 'document.icns',
    },
  ]);
  expect(String(properties['NSCameraUsageDescription'])).toContain('Raceway');
  const resources = join(packed.folder, 'mac/Raceway.app/Contents/Resources');
  for (const [name, source] of [
    ['icon.icns', 'raceway.icns'],
    ['document.icns', 'document.icns'],
  ] as const)
    expect(readFileSync(join(resources, name)).equals(readFileSync(join(projectFolder, 'assets/icons', source))), name).toBe(true);
  expect(filesBelow(join(packed.folder, 'linux-unpacked/locales'))).toEqual(['en-US.pak']);
});

test('opens its window on the plan that the system hands over, from what is in the archive alone', async ({ start, folder }) => {
  const path = join(folder, 'Hall 1, ø.raceway');
  copyFileSync(sample, path);
  // File managers on Linux hand over addresses, those of Windows paths; switches of Chromium may stand before.
  for (const argument of [path, pathToFileURL(path).href]) {
    const desktop = await start({ args: ['--no-sandbox', argument], packed: true, entry: packed.entry });
    await expect.poll(async () => (await desktop.seen()).title).toBe('Hall 1, ø.raceway — Raceway');
    const page = await desktop.page();
    await expect(page.getByRole('contentinfo')).toContainText('links');
    await desktop.choose('quit');
    expect(await desktop.program.ended).toBe(0);
  }
});

test('runs the command line from its own arguments, with the same results as the sources', async ({ start, folder }) => {
  const source = (args: readonly string[]): string =>
    execFileSync(process.execPath, [join(projectFolder, 'electron/cli/raceway.ts'), ...args], { encoding: 'utf8' });
  const packedCommand = async (args: readonly string[]): Promise<string> => {
    const desktop = await start({ args, packed: true, entry: packed.entry });
    expect(await desktop.program.ended, args.join(' ')).toBe(0);
    expect(desktop.requests).toEqual([]);
    return desktop.program.output.text;
  };
  const figures = (text: string): unknown => {
    const { elapsedMs: _, parseMs: __, rssPeakMb: ___, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return rest;
  };
  const takeoff = ['takeoff', sample, '--json'];
  expect(figures(await packedCommand(takeoff))).toEqual(figures(source(takeoff)));
  expect(await packedCommand(['--help'])).toBe(source(['--help']));
  expect(await packedCommand(['--version'])).toBe(source(['--version']));

  // These read the catalog and the fonts.
  for (const [name, ...args] of [
    ['hall.raceway', 'generate', 'rail-optimised', '--set', 'preset=b200'],
    ['sheets.pdf', 'sheets', sample],
    ['bom.xlsx', 'bom', sample],
  ] as const) {
    const [here, there] = [join(folder, `source-${name}`), join(folder, `packed-${name}`)];
    source([...args, '-o', here]);
    await packedCommand([...args, '-o', there]);
    expect(readFileSync(there).equals(readFileSync(here)), name).toBe(true);
  }
});
