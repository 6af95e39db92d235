import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atomicWrite } from '../../../electron/files/atomicWrite.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('atomicWrite', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'raceway-write-'));
    file = join(folder, 'hall.raceway');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a new file and leaves nothing else behind', async () => {
    await atomicWrite(file, bytes('one'));
    expect(readFileSync(file, 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['hall.raceway']);
  });

  it('keeps the last good one when asked, also over an older backup', async () => {
    for (const text of ['one', 'two', 'three']) await atomicWrite(file, bytes(text), { keepLast: true });
    expect(readFileSync(file, 'utf8')).toBe('three');
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe('two');
    expect(readdirSync(folder).sort()).toEqual(['hall.raceway', 'hall.raceway.bak']);
  });

  it('replaces the file rather than writing into it, so that a reader of the old one keeps it whole', async () => {
    await atomicWrite(file, bytes('one'));
    const before = statSync(file).ino;
    await atomicWrite(file, bytes('two'));
    expect(statSync(file).ino).not.toBe(before);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of the file that was there', async () => {
    writeFileSync(file, 'one');
    chmodSync(file, 0o640);
    await atomicWrite(file, bytes('two'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.platform === 'win32')('writes the file that a symbolic link names and leaves the link', async () => {
    const link = join(folder, 'link.raceway');
    writeFileSync(file, 'one');
    symlinkSync(file, link);
    await atomicWrite(link, bytes('two'));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('two');
  });

  it('rejects where it cannot write, and leaves no temporary file and the target as it was', async () => {
    const target = join(folder, 'is-a-folder');
    mkdirSync(join(target, 'inside'), { recursive: true });
    await expect(atomicWrite(target, bytes('one'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['is-a-folder']);
    await expect(atomicWrite(join(folder, 'nowhere', 'hall.raceway'), bytes('one'))).rejects.toThrow(/ENOENT/);
  });

  it('lets many writers at once end with one whole content', async () => {
    const contents = Array.from({ length: 12 }, (_, place) => String(place).repeat(100_000));
    await atomicWrite(file, bytes(contents[0]!));
    await Promise.all(contents.map((text) => atomicWrite(file, bytes(text), { keepLast: true })));
    expect(contents).toContain(readFileSync(file, 'utf8'));
    expect(contents).toContain(readFileSync(`${file}.bak`, 'utf8'));
    expect(readdirSync(folder).sort()).toEqual(['hall.raceway', 'hall.raceway.bak']);
  });
});
