/** A person at a terminal is told how much of a file is made while it takes long; a script is told nothing. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeOutput } from '../../../electron/cli/fileOutput.ts';

/** Each chunk takes as long to make as is worth a line. */
function* slowly(): Generator<Uint8Array> {
  for (let chunk = 0; chunk < 3; chunk += 1) {
    const end = performance.now() + 110;
    while (performance.now() < end);
    yield new Uint8Array(500_000);
  }
}

async function said(isTTY: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'raceway-writing-'));
  const was = process.stderr.isTTY;
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.stderr.isTTY = isTTY;
  try {
    const path = join(folder, 'out.csv');
    expect(await writeOutput(path, slowly(), null)).toEqual({ ok: true, value: undefined });
    expect((await readFile(path)).byteLength).toBe(1_500_000);
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    process.stderr.isTTY = was;
  }
}

describe('writing a file', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('says how much is made', async () => {
    const text = await said(true);
    for (const megabytes of ['0.5', '1.0', '1.5']) expect(text).toContain(`out.csv, ${megabytes} MB …`);
  });

  it('says nothing where nobody looks', async () => {
    expect(await said(false)).toBe('');
  });
});
