/** A browser of its own, with its data in a folder, that can be taken down as by a power cut and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { findTestBrowser } from '../../setup/testBrowser.ts';
import { must } from '../../../shared/assert.ts';

export interface RunningBrowser {
  readonly context: BrowserContext;
  /** Every process of it at once, without a word. */
  kill(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<RunningBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    must(findTestBrowser(), 'an installed browser').path,
    [
      '--headless=new',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    // A group of its own, so that the renderers and the storage service go with it.
    { detached: true, stdio: 'ignore' },
  );
  const browser = await connect(child, portFile);
  return {
    context: must(browser.contexts()[0], 'the context of the profile'),
    async kill() {
      const gone = new Promise((resolve) => child.once('close', resolve));
      process.kill(-must(child.pid, 'the process of the browser'), 'SIGKILL');
      await gone;
    },
  };
}

async function connect(child: ChildProcess, portFile: string): Promise<Browser> {
  for (let waitedMs = 0; waitedMs < 30_000 && child.exitCode === null; waitedMs += 25) {
    const [port, path] = readLines(portFile);
    if (port !== undefined && path !== undefined) return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the browser did not start');
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
