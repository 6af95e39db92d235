import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalFiles } from '../../../electron/files/journalFiles.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);
const window = 1;

describe('journal files', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'raceway-journal-')), 'recovery');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it('offers after a crash what was written before it: the snapshot and the lines in order', async () => {
    const before = createJournalFiles(folder);
    await before.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    await Promise.all(['a', 'b', 'c'].map((line) => before.append('plan-1', [line])));

    const after = createJournalFiles(folder);
    expect(await after.list()).toMatchObject([{ id: 'plan-1', name: 'hall.raceway' }]);
    const found = await after.read('plan-1');
    expect(text(found!.snapshot)).toBe('the plan');
    expect(found!.lines).toEqual(['a', 'b', 'c']);
  });

  it('hands over a torn last line as it is, for its reader to judge', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    await journals.append('plan-1', ['a']);
    appendFileSync(
      join(
        folder,
        readdirSync(folder).find((name) => name.endsWith('.lines'))!,
      ),
      '{"torn',
    );
    expect((await createJournalFiles(folder).read('plan-1'))!.lines).toEqual(['a', '{"torn']);
  });

  it('drops the lines before a new snapshot', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('first'), []);
    await journals.append('plan-1', ['a']);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('second'), []);
    await journals.append('plan-1', ['b']);
    const found = await createJournalFiles(folder).read('plan-1');
    expect([text(found!.snapshot), found!.lines]).toEqual(['second', ['b']]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('keeps the journal before a snapshot that a crash cut short', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('first'), []);
    await journals.append('plan-1', ['a']);
    writeFileSync(join(folder, 'plan-1.2.plan'), 'sec');
    const found = await createJournalFiles(folder).read('plan-1');
    expect([text(found!.snapshot), found!.lines]).toEqual(['first', ['a']]);
  });

  it('does not offer what a living window owns, until its page is gone', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    await journals.append('plan-1', ['a']);
    expect(await journals.list()).toEqual([]);
    journals.release(window);
    expect(await journals.list()).toHaveLength(1);
  });

  it('starts with the lines that are given with the snapshot', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), ['a', 'b']);
    await journals.append('plan-1', ['c']);
    const after = createJournalFiles(folder);
    expect(await after.list()).toHaveLength(1);
    expect((await after.read('plan-1'))!.lines).toEqual(['a', 'b', 'c']);
  });

  it('clears away what holds no work instead of offering it', async () => {
    await createJournalFiles(folder).snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    expect(await createJournalFiles(folder).list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps what a living window has begun and not yet changed', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    expect(await journals.list()).toEqual([]);
    expect(await journals.read('plan-1')).not.toBeNull();
  });

  it('leaves nothing of a journal that is cleared', async () => {
    const journals = createJournalFiles(folder);
    await journals.snapshot(window, 'plan-1', 'hall.raceway', bytes('the plan'), []);
    await journals.snapshot(window, 'plan-10', 'other.raceway', bytes('other'), []);
    await journals.append('plan-1', ['a']);
    await journals.clear('plan-1');
    expect(await journals.read('plan-1')).toBeNull();
    expect(text((await journals.read('plan-10'))!.snapshot)).toBe('other');
  });

  it('refuses a line without a snapshot to start from', async () => {
    await expect(createJournalFiles(folder).append('plan-1', ['a'])).rejects.toThrow(/no snapshot/);
    expect(await createJournalFiles(folder).list()).toEqual([]);
  });
});
