import { describe, expect, it } from 'vitest';
import { parseCount } from '../../../renderer/ui/parseCount.ts';

describe('parseCount', () => {
  it('reads whole numbers within the bound', () => {
    expect(parseCount(' 12 ', 200)).toEqual({ ok: true, value: 12 });
    expect(parseCount('1\u2009200', 5000)).toEqual({ ok: true, value: 1200 });
  });

  for (const text of ['', '0', '-3', '2.5', '1e3', 'ten', '201']) {
    it(`refuses "${text}" with a remedy`, () => {
      const read = parseCount(text, 200);
      expect(read.ok ? null : read.error.remedy).toBe('write a whole number from 1 to 200');
    });
  }
});
