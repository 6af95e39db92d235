/** The program as electron-builder packs it, made once for all specs that look at it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll } from '@electron/asar';
import { writePlaceholderRuntimes } from './placeholderRuntime.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const packLimitMs = 180_000;

export interface PackedProgram {
  /** All that was made. */
  readonly folder: string;
  readonly archive: string;
  /** What is in the archive, unpacked. */
  readonly appFolder: string;
  /** What to start, as the packed package.json says. */
  readonly entry: string;
  remove(): void;
}

/** Packs for every platform. Rejects with electron-builder's last lines when it fails or takes too long. */
export async function packProgram(): Promise<PackedProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'raceway-packed-'));
  const { devDependencies } = readManifest(projectFolder);
  const runtimes = join(folder, 'runtimes');
  writePlaceholderRuntimes(runtimes, String(devDependencies?.['electron']));
  await runPacking(runtimes, folder);

  const archive = join(folder, 'linux-unpacked', 'resources', 'app.asar');
  const appFolder = join(folder, 'app');
  mkdirSync(appFolder);
  extractAll(archive, appFolder);
  return {
    folder,
    archive,
    appFolder,
    entry: join(appFolder, readManifest(appFolder).main),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Manifest {
  readonly main: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Every file below a folder, from it, with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Without a proxy and with a cache of its own, so that a download is seen: nothing may be fetched. */
function runPacking(runtimes: string, output: string): Promise<void> {
  const nowhere = 'http://127.0.0.1:9';
  const child = spawn(process.execPath, [join(projectFolder, 'test/packed/packAll.ts'), runtimes, output], {
    cwd: projectFolder,
    timeout: packLimitMs,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ELECTRON_BUILDER_CACHE: join(output, 'cache'),
      ELECTRON_MIRROR: nowhere,
      ELECTRON_BUILDER_BINARIES_MIRROR: nowhere,
      CSC_IDENTITY_AUTO_DISCOVERY: 'false',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      const how = signal === null ? `ended with ${code}` : `was stopped after ${packLimitMs / 1000} s`;
      reject(new Error(`packing ${how}:\n${said.slice(-4000)}`));
    });
  });
}
