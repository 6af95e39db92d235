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
  /** Opens it as the planner does that can read it. */
  const open = async (path: string): Promise<string> => {
    const { token } = value(await files.openPath(path));
    await files.adopt(path);
    return token;
  };
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
    const token = await open(file);
    expect(code(await files.save(token, bytes('two'), 'refuse'))).toBe('ok');
    expect(code(await files.save(token, bytes('three'), 'refuse'))).toBe('ok');
    expect(readFileSync(file, 'utf8')).toBe('three');
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe('two');
  });

  it('refuses to overwrite what someone else changed meanwhile, even at the same size', async () => {
    const token = await open(file);
    writeFileSync(file, 'eno');
    expect(code(await files.save(token, bytes('two'), 'refuse'))).toBe('file.changed-on-disk');
    expect(readFileSync(file, 'utf8')).toBe('eno');
  });

  it('overwrites what the refusal was about, and refuses again what came after it', async () => {
    const token = await open(file);
    writeFileSync(file, 'eno');
    expect(code(await files.save(token, bytes('two'), 'overwrite'))).toBe('file.changed-on-disk');
    writeFileSync(file, 'new');
    expect(code(await files.save(token, bytes('two'), 'overwrite'))).toBe('file.changed-on-disk');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(code(await files.save(token, bytes('two'), 'overwrite'))).toBe('ok');
    expect(readFileSync(file, 'utf8')).toBe('two');
    writeFileSync(file, 'new');
    expect(code(await files.save(token, bytes('three'), 'refuse'))).toBe('file.changed-on-disk');
  });

  it('says that a file was deleted meanwhile, and saves it there again when that is meant', async () => {
    const token = await open(file);
    rmSync(file);
    expect(code(await files.save(token, bytes('two'), 'refuse'))).toBe('file.gone');
    expect(code(await files.save(token, bytes('two'), 'overwrite'))).toBe('ok');
    expect(readFileSync(file, 'utf8')).toBe('two');
  });

  it('does not take a file for its own that was read and whose plan was refused', async () => {
    const token = await open(file);
    writeFileSync(file, '<<<<<<< ours');
    value(await files.openToken(token));
    expect(code(await files.save(token, bytes('two'), 'refuse'))).toBe('file.changed-on-disk');
    value(await files.openToken(token));
    await files.adopt(file);
    expect(code(await files.save(token, bytes('two'), 'refuse'))).toBe('ok');
  });

  it('sees what others do to a file', async () => {
    await open(file);
    expect(await files.look(file)).toMatchObject({ is: 'same' });
    writeFileSync(file, 'two');
    const first = await files.look(file);
    writeFileSync(file, 'six');
    const second = await files.look(file);
    expect([first?.is, second?.is]).toEqual(['changed', 'changed']);
    expect(first?.content).not.toBe(second?.content);
    rmSync(file);
    expect(await files.look(file)).toMatchObject({ is: 'gone' });
    writeFileSync(file, 'one');
    expect(await files.look(file)).toMatchObject({ is: 'same' });
  });

  it('is not seen as changed by its own saving, however often it is looked at meanwhile', async () => {
    const token = await open(file);
    const seen = [];
    for (let i = 0; i < 10; i += 1) {
      const saving = files.save(token, bytes(`version ${i}`), 'refuse');
      seen.push((await files.look(file))?.is);
      expect(code(await saving)).toBe('ok');
    }
    expect(new Set(seen)).toEqual(new Set(['same']));
  });

  it('knows no token that it did not give', async () => {
    expect(code(await files.save('0'.repeat(32), bytes('two'), 'refuse'))).toBe('file.unknown');
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
