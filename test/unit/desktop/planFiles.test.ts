import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGrants } from '../../../electron/files/grants.ts';
import { createPlanFiles, type FileDialogs, type PlanFiles } from '../../../electron/files/planFiles.ts';
import { createRecentFiles } from '../../../electron/files/recentFiles.ts';
import type { Result, UserError } from '../../../shared/result.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

function value<T>(result: Result<T, UserError>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
function code(result: Result<unknown, UserError>): string {
  return result.ok ? 'ok' : result.error.code;
}

describe('plan files', () => {
  let folder: string;
  let file: string;
  let recentFile: string;
  let files: PlanFiles;
  const chooses = (path: string | null): FileDialogs => ({ chooseOpen: async () => path, chooseSave: async () => path });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'raceway-plans-'));
    file = join(folder, 'hall.raceway');
    recentFile = join(folder, 'recent.json');
    writeFileSync(file, 'one');
    files = createPlanFiles(createGrants(), createRecentFiles(recentFile));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('opens what the person chose and gives a token that tells nothing of the path', async () => {
    const opened = value(await files.open(chooses(file)));
    expect(opened).toMatchObject({ name: 'hall.raceway' });
    expect(text(opened!.bytes)).toBe('one');
    expect(opened!.token).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives null when the person cancels, and writes nothing', async () => {
    expect(value(await files.open(chooses(null)))).toBeNull();
    expect(value(await files.saveAs('x.raceway', bytes('two'), chooses(null)))).toBeNull();
    expect(value(await files.exportFile('x.csv', bytes('two'), chooses(null)))).toBeNull();
    expect(readdirSync(folder)).toEqual(['hall.raceway']);
  });

  it('saves where the token points, keeps the last one, and saves again', async () => {
    const { token } = value(await files.openPath(file));
    expect(code(await files.save(token, bytes('two')))).toBe('ok');
    expect(code(await files.save(token, bytes('three')))).toBe('ok');
    expect(readFileSync(file, 'utf8')).toBe('three');
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe('two');
  });

  it('refuses to overwrite what someone else changed meanwhile, even at the same size', async () => {
    const { token } = value(await files.openPath(file));
    writeFileSync(file, 'eno');
    expect(code(await files.save(token, bytes('two')))).toBe('file.changed-on-disk');
    expect(readFileSync(file, 'utf8')).toBe('eno');
  });

  it('saves again a file that was deleted meanwhile', async () => {
    const { token } = value(await files.openPath(file));
    rmSync(file);
    expect(code(await files.save(token, bytes('two')))).toBe('ok');
    expect(readFileSync(file, 'utf8')).toBe('two');
  });

  it('knows no token that it did not give', async () => {
    expect(code(await files.save('0'.repeat(32), bytes('two')))).toBe('file.unknown');
    expect(code(await files.openToken(file))).toBe('file.unknown');
    expect(readFileSync(file, 'utf8')).toBe('one');
  });

  it('says what is wrong with a missing file, a folder, and a file over 256 MiB, which it does not read', async () => {
    expect(code(await files.openPath(join(folder, 'gone.raceway')))).toBe('file.missing');
    expect(code(await files.openPath(folder))).toBe('file.folder');
    truncateSync(file, 256 * 2 ** 20 + 1);
    expect(code(await files.openPath(file))).toBe('plan.too-large');
  });

  it('lists what was opened or saved last first, across starts, and forgets what is gone', async () => {
    const other = join(folder, 'other.raceway');
    value(await files.openPath(file));
    value(await files.saveAs('other.raceway', bytes('two'), chooses(other)));
    const again = createPlanFiles(createGrants(), createRecentFiles(recentFile));
    const listed = await again.recent();
    expect(listed.map((recent) => [recent.name, recent.place])).toEqual([
      ['other.raceway', folder],
      ['hall.raceway', folder],
    ]);
    expect(text(value(await again.openToken(listed[1]!.token)).bytes)).toBe('one');
    rmSync(other);
    expect(code(await again.openToken(listed[0]!.token))).toBe('file.missing');
    expect((await again.recent()).map((recent) => recent.name)).toEqual(['hall.raceway']);
  });

  it('opens plans although the list of recent ones is broken', async () => {
    writeFileSync(recentFile, '{"not": "a list"');
    expect(code(await files.openPath(file))).toBe('ok');
    expect((await files.recent()).map((recent) => recent.name)).toEqual(['hall.raceway']);
  });
});
