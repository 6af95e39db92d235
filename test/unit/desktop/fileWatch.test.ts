import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWatch, type FileWatch } from '../../../electron/files/fileWatch.ts';
import { createGrants } from '../../../electron/files/grants.ts';
import { createPlanFiles, type PlanFiles } from '../../../electron/files/planFiles.ts';
import { createRecentFiles } from '../../../electron/files/recentFiles.ts';

/** The system tells in its own time, and a file must stay gone for a while before it counts as gone. */
const patient = { timeout: 15_000 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the watch over the open file', { timeout: 60_000 }, () => {
  let folder: string;
  let file: string;
  let files: PlanFiles;
  let token: string;
  let watch: FileWatch;
  let told: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'raceway-watch-'));
    file = join(folder, 'hall.raceway');
    writeFileSync(file, 'one');
    files = createPlanFiles(createGrants(), createRecentFiles(join(folder, 'recent.json')));
    const opened = await files.openPath(file);
    if (!opened.ok) throw new Error(opened.error.message);
    token = opened.value.token;
    await files.adopt(file);
    told = [];
    watch = createFileWatch(
      (path) => files.look(path),
      (path, is) => told.push(`${path === file ? '' : path}${is}`),
    );
    watch.follow(file);
  });
  afterEach(() => {
    watch.follow(undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells each change by others once, and that it was taken back', async () => {
    writeFileSync(file, 'two');
    await expect.poll(() => told, patient).toEqual(['changed']);
    writeFileSync(file, 'two');
    watch.look();
    writeFileSync(file, 'six');
    await expect.poll(() => told, patient).toEqual(['changed', 'changed']);
    writeFileSync(file, 'one');
    await expect.poll(() => told, patient).toEqual(['changed', 'changed', 'same']);
  });

  it('sees a file that takes the place of the open one, as most programs save', async () => {
    writeFileSync(join(folder, 'temporary'), 'two');
    renameSync(join(folder, 'temporary'), file);
    await expect.poll(() => told, patient).toEqual(['changed']);
  });

  it('tells that a file is gone, and that it is back', async () => {
    renameSync(file, join(folder, 'elsewhere.raceway'));
    await expect.poll(() => told, patient).toEqual(['gone']);
    renameSync(join(folder, 'elsewhere.raceway'), file);
    await expect.poll(() => told, patient).toEqual(['gone', 'same']);
  });

  it('says nothing of its own saving', async () => {
    for (let i = 0; i < 5; i += 1) await files.save(token, bytes(`version ${i}`), 'refuse');
    writeFileSync(file, 'two');
    await expect.poll(() => told, patient).toEqual(['changed']);
  });

  it('finds what happened before it began, and where the system gives no notice', async () => {
    watch.follow(undefined);
    writeFileSync(file, 'two');
    watch.follow(file);
    await expect.poll(() => told, patient).toEqual(['changed']);
    watch.follow(undefined);
    writeFileSync(file, 'six');
    watch.look();
    watch.follow(join(folder, 'nowhere', 'at-all.raceway'));
    await expect.poll(() => told.at(-1), patient).toContain('gone');
    expect(told).toHaveLength(2);
  });
});
