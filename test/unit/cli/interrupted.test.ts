/** Ctrl+C and long work at a terminal. */
import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTurns } from '../../../electron/cli/inTurns.ts';
import type { Progress } from '../../../shared/work.ts';
import { temporaryFolder, type TemporaryFolder } from './racewayProcess.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const fileOutput = fileURLToPath(new URL('../../../electron/cli/fileOutput.ts', import.meta.url));

/** Writes, as commands do, a file that never ends. */
const endless = `
  const { writeOutput } = await import(${JSON.stringify(fileOutput)});
  function* chunks() { for (;;) yield new Uint8Array(1024); }
  await writeOutput(process.argv[1], chunks(), null);
`;

/** Interrupts once the writing has begun; how the program ended. */
function interruptWriting(path: string): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', endless, path], { stdio: 'ignore' });
    const watcher = watch(folder.path, (_, name) => {
      if (name?.endsWith('.tmp') === true) child.kill('SIGINT');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      watcher.close();
      resolve({ code, signal });
    });
  });
}

describe('a command that is interrupted while it writes', () => {
  it('leaves no file, and ends as the system ends what is interrupted', async () => {
    expect(await interruptWriting(folder.at('new.csv'))).toEqual({ code: null, signal: 'SIGINT' });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('leaves the file as it was', async () => {
    await writeFile(folder.at('old.csv'), 'as it was');
    await interruptWriting(folder.at('old.csv'));
    expect(await readdir(folder.path)).toEqual(['old.csv']);
    expect(await readFile(folder.at('old.csv'), 'utf8')).toBe('as it was');
  });
});

describe('long work', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  function* slices(sliceMs: number): Generator<Progress, string> {
    for (let slice = 0; slice < 3; slice += 1) {
      const until = performance.now() + sliceMs;
      while (performance.now() < until);
      yield { doing: 'Routing cables', share: slice / 3 };
    }
    return 'done';
  }

  async function told(sliceMs: number, isTTY: boolean): Promise<string> {
    const written: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const before = process.stderr.isTTY;
    process.stderr.isTTY = isTTY;
    try {
      expect(await inTurns(slices(sliceMs))).toBe('done');
    } finally {
      process.stderr.isTTY = before;
    }
    return written.join('');
  }

  it('tells a terminal what it does and how far it is', async () => {
    expect(await told(110, true)).toContain('Routing cables … 33 %');
  });

  it('tells scripts nothing, nor a terminal of what is short', async () => {
    expect(await told(110, false)).toBe('');
    expect(await told(0, true)).toBe('');
  });
});
