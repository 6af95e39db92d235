/**
 * Where Electron's runtime is. Installing the package does not bring it; it is fetched once, on the first start,
 * which a filtered network refuses or leaves hanging, so the wait is bounded.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '../../shared/result.ts';

/** The folder of the installed package, or undefined where it is not installed. Reads no code of it: that would start a download. */
function packageFolder(): string | undefined {
  try {
    return dirname(fileURLToPath(import.meta.resolve('electron/package.json')));
  } catch {
    return undefined;
  }
}

/** The runtime's executable in the package's folder, where it has been fetched. */
export function installedRuntime(folder: string): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/** The runtime's executable where it is here; nothing is fetched. */
export function findInstalledRuntime(): string | undefined {
  const folder = packageFolder();
  return folder === undefined ? undefined : installedRuntime(folder);
}

/** Finds the runtime, fetching it for at most `limitMs` where it is missing. The error is one line that says why there is none. */
export async function findElectronRuntime(limitMs: number, tell: (line: string) => void): Promise<Result<string, string>> {
  const folder = packageFolder();
  if (folder === undefined) return fail('the electron package is not installed');
  const installed = installedRuntime(folder);
  if (installed !== undefined) return ok(installed);

  tell(`Fetching Electron's runtime, once, for at most ${limitMs / 1000} s …`);
  const ended = await runBounded(process.execPath, [join(folder, 'install.js')], limitMs);
  const fetched = installedRuntime(folder);
  if (fetched !== undefined) return ok(fetched);
  return fail(ended === 'late' ? `it could not be fetched within ${limitMs / 1000} s` : 'it could not be fetched on this network');
}

/** Runs a command in silence and kills it after `limitMs`. */
export function runBounded(command: string, args: readonly string[], limitMs: number): Promise<'done' | 'failed' | 'late'> {
  return new Promise((resolve) => {
    let late = false;
    const child = spawn(command, args, { stdio: 'ignore' });
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limitMs);
    const end = (outcome: 'done' | 'failed'): void => {
      clearTimeout(timer);
      resolve(late ? 'late' : outcome);
    };
    child.once('error', () => end('failed'));
    child.once('exit', (code) => end(code === 0 ? 'done' : 'failed'));
  });
}
