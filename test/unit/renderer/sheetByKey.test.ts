import { describe, expect, it } from 'vitest';
import { sheetByKey } from '../../../renderer/panels/sheetByKey.ts';

describe('keys that turn the sheets', () => {
  it.each([
    ['PageDown', 3, 4],
    ['ArrowRight', 3, 4],
    ['PageUp', 3, 2],
    ['ArrowLeft', 3, 2],
    ['Home', 3, 0],
    ['End', 3, 9],
  ])('%s leads from %i to %i', (key, place, next) => {
    expect(sheetByKey(key, place, 10)).toBe(next);
  });

  it('stays on the first and the last sheet, and without sheets', () => {
    expect(sheetByKey('PageDown', 9, 10)).toBe(9);
    expect(sheetByKey('PageUp', 0, 10)).toBe(0);
    expect(sheetByKey('End', 0, 0)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(sheetByKey('ArrowDown', 3, 10)).toBeNull();
  });
});
