/**
 * The licenses of everything that ships with Raceway: each package that the page, the desktop host or the command line imports,
 * all that those depend on, and the font. Found by walking imports, so nothing is kept by hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, reachableFrom, sourceFiles } from '../unit/house/sourceFiles.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface ShippedPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Electron brings its own notices into each package of the program. */
const notBundled = new Set(['electron']);
const textFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

const mitGrant = 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software';

/** For packages that name the license and leave its text out. */
const mitText = `${mitGrant} and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Packages reached from the program's entries; the launcher, the making of installers and tests stand apart. */
function importedPackages(): string[] {
  const entries = sourceFiles(['renderer', 'electron', 'shared'])
    .map((file) => file.path)
    .filter((path) => !/^electron\/(launch|packaging)\//.test(path));
  const { packages } = reachableFrom(entries);
  return [...packages].filter((name) => !name.startsWith('node:') && !notBundled.has(name) && name !== 'vite');
}

/** Where `name` lies as seen from a package: beside its own modules first, then upwards. */
function findPackage(name: string, from: string): ShippedPackage | undefined {
  for (let folder = from; folder.length >= projectFolder.length - 1; folder = join(folder, '..')) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return { folder: found, manifest: readManifest(found) };
  }
  return undefined;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The packages and everything that they depend on, by name and version. */
function shippedPackages(): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  const waiting = importedPackages().map((name) => ({ name, from: projectFolder }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const shipped = findPackage(next.name, next.from);
    // An optional dependency that is not installed does not ship.
    if (shipped === undefined) continue;
    const key = `${shipped.manifest.name} ${shipped.manifest.version}`;
    if (found.has(key)) continue;
    found.set(key, shipped);
    for (const name of Object.keys(shipped.manifest.dependencies ?? {})) waiting.push({ name, from: shipped.folder });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shipped]) => shipped);
}

function licenseTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => textFile.test(name) && !name.endsWith('.js'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** As the package names it; where it does not, as its text shows. */
function licenseName({ folder, manifest }: ShippedPackage): string {
  if (manifest.license !== undefined) return manifest.license;
  return licenseTexts(folder).some((text) => text.replace(/\s+/g, ' ').includes(mitGrant)) ? 'MIT' : 'unknown';
}

function licenseText(shipped: ShippedPackage): string {
  const texts = licenseTexts(shipped.folder);
  if (texts.length > 0) return texts.join('\n\n');
  const { author } = shipped.manifest;
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${shipped.manifest.name}`);
  if (licenseName(shipped) !== 'MIT')
    throw new Error(`${shipped.manifest.name} brings no license text: add it to test/tools/thirdPartyNotices.ts`);
  return `Copyright (c) ${holder}\n\n${mitText}`;
}

/** Every license identifier that ships, for the test that allows only permissive ones. */
export function shippedLicenses(): { readonly name: string; readonly license: string }[] {
  return shippedPackages().map((shipped) => ({ name: shipped.manifest.name, license: licenseName(shipped) }));
}

/** The whole text of assets/legal/third-party-notices.txt. */
export function thirdPartyNotices(): string {
  const packages = shippedPackages().map(
    (shipped) =>
      `${shipped.manifest.name} ${shipped.manifest.version} (${shipped.manifest.license ?? 'no license named'})\n\n${licenseText(shipped)}`,
  );
  const font = `Inter, a font family (OFL-1.1)\n\n${readFileSync(join(projectFolder, 'assets', 'fonts', 'OFL.txt'), 'utf8')}`;
  const head = 'Raceway contains the following works of others.\nMade by "npm run notices" from what is imported; not written by hand.';
  return `${[head, ...packages, font].map(tidy).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
