/**
 * Stands where Electron's runtime would, so that packing can be tested without a download: archives named and laid out as Electron's
 * own for each platform, with what electron-builder reads and changes in them: fuses, property lists, resources of an executable.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import plist from 'plist';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export type PackedPlatform = 'linux' | 'win32' | 'darwin';

/** How many fuses Electron 45 has, each as it leaves the factory: `1` on, `0` off. */
const factoryFuses = '10110001';
/** The mark before the fuses in every Electron binary; @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The bytes around the fuses as in the binary: mark, version 1 of the wire, how many, and each. */
function fuseWire(): Uint8Array {
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, factoryFuses.length]), Buffer.from(factoryFuses)]);
}

/** Writes the archives of all platforms into a folder, for `electronDist`. */
export function writePlaceholderRuntimes(folder: string, electronVersion: string): void {
  mkdirSync(folder, { recursive: true });
  const contents: Readonly<Record<PackedPlatform, Zippable>> = { linux: linuxFiles(), win32: windowsFiles(), darwin: macFiles() };
  for (const [platform, files] of Object.entries(contents))
    writeFileSync(join(folder, `electron-v${electronVersion}-${platform}-x64.zip`), zipSync(files, { level: 0 }));
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
/** As Unix keeps it: a regular file that can be run. */
const executable = (bytes: Uint8Array): Zippable[string] => [bytes, { os: 3, attrs: 0o100755 << 16 }];

const besideTheProgram = { LICENSE: text('Electron’s license'), 'LICENSES.chromium.html': text('Chromium’s licenses'), version: text('0') };
const locales = { 'en-US.pak': text('words'), 'de.pak': text('Wörter') };

function linuxFiles(): Zippable {
  const program = Buffer.concat([text('\x7fELF placeholder '), fuseWire()]);
  return { ...besideTheProgram, electron: executable(program), locales, resources: {} };
}

function windowsFiles(): Zippable {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  const wire = new Uint8Array(fuseWire()).buffer;
  resources.entries.push({ type: 'FUSES', id: 1, lang: 1033, codepage: 1200, bin: wire });
  resources.outputResource(program);
  return { ...besideTheProgram, 'electron.exe': new Uint8Array(program.generate()), locales, resources: {} };
}

function macFiles(): Zippable {
  const bundle = (name: string, more: Zippable = {}): Zippable => ({
    Contents: {
      'Info.plist': text(plist.build({ CFBundleExecutable: name, CFBundleIconFile: 'electron.icns' })),
      MacOS: { [name]: executable(text('placeholder')) },
      ...more,
    },
  });
  const helpers = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].map((kind) => `Electron Helper${kind}`);
  const languages = { 'en.lproj': { 'locale.pak': text('words') }, 'de.lproj': { 'locale.pak': text('Wörter') } };
  return {
    ...besideTheProgram,
    'Electron.app': bundle('Electron', {
      Resources: { 'electron.icns': text('icon'), ...languages },
      Frameworks: {
        'Electron Framework.framework': { 'Electron Framework': executable(fuseWire()), Versions: { A: { Resources: languages } } },
        ...Object.fromEntries(helpers.map((helper) => [`${helper}.app`, bundle(helper)])),
      },
    }),
  };
}
