import { describe, expect, it } from 'vitest';
import { shortLines, wrapLines } from '../../../shared/wrapLines.ts';

const upTo =
  (most: number) =>
  ({ length }: string): boolean =>
    length <= most;

describe('text on lines', () => {
  it('breaks at line breaks and between words, and within what is longer than a line', () => {
    expect([...wrapLines('raise the tray\nover  the door', upTo(10))]).toEqual(['raise the', 'tray', 'over the', 'door']);
    expect([...wrapLines('see SU1-LEAF1-UPLINKS now', upTo(8))]).toEqual(['see', 'SU1-LEAF', '1-UPLINK', 'S now']);
    expect([...wrapLines(' \n\n a ', upTo(8))]).toEqual(['a']);
    expect([...wrapLines('', upTo(8))]).toEqual([]);
  });

  it('never cuts a character, and ends where not one finds room', () => {
    expect([...wrapLines('🙂🙂🙂', upTo(2))]).toEqual(['🙂', '🙂', '🙂']);
    expect([...wrapLines('ab', () => false)]).toEqual(['a', 'b']);
  });

  it('ends in an ellipsis where more would follow', () => {
    expect(shortLines('raise the tray over the door', 2, upTo(10))).toEqual(['raise the', 'tray over…']);
    expect(shortLines('raise the\ntray', 1, upTo(10))).toEqual(['raise the…']);
    expect(shortLines('0123456789 more', 1, upTo(10))).toEqual(['012345678…']);
    expect(shortLines('raise the tray', 2, upTo(10))).toEqual(['raise the', 'tray']);
    expect(shortLines('', 2, upTo(10))).toEqual([]);
  });
});
