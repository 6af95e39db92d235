import { describe, expect, it } from 'vitest';
import { createBrowserHost } from '../../../renderer/host/browserHost.ts';
import { MAX_PLAN_BYTES } from '../../../shared/plan/planFormat.ts';

/** A file that says it is larger than it is, and counts how often it is read. */
class LargeFile extends File {
  reads = 0;
  override readonly size: number;

  constructor(name: string, size: number) {
    super(['{}'], name);
    this.size = size;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.reads += 1;
    return super.arrayBuffer();
  }
}

function drop(file: File): DataTransferItem {
  return { kind: 'file', type: '', getAsFile: () => file, getAsString: () => {}, webkitGetAsEntry: () => null };
}

describe('a file dropped on the planner in a browser', () => {
  it('is refused before it is read when no plan can be that large', async () => {
    const file = new LargeFile('tape.raceway', MAX_PLAN_BYTES + 1);
    expect(await createBrowserHost().openDropped(drop(file))).toMatchObject({
      ok: false,
      error: { code: 'plan.too-large', message: 'the file has 257 MiB, and a plan may have 256 MiB' },
    });
    expect(file.reads).toBe(0);
  });

  it('is read up to the largest that a plan may have', async () => {
    const file = new LargeFile('hall.raceway', MAX_PLAN_BYTES);
    expect(await createBrowserHost().openDropped(drop(file))).toMatchObject({ ok: true, value: { token: null, name: 'hall.raceway' } });
    expect(file.reads).toBe(1);
  });
});
