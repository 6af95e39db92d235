import { describe, expect, it } from 'vitest';
import { firstFreeNumber, nameFromPattern, nextFreeName, patternOfName } from '../../../shared/plan/names.ts';
import { newId, newIds } from '../../../shared/plan/ids.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

describe('new ids', () => {
  /** Counts up from 0: the first id has the characters 0 to 7, the second 8 to f. */
  const counting = (): ((count: number) => Uint8Array) => {
    let next = 0;
    return (count) => Uint8Array.from({ length: count }, () => next++);
  };

  it('are short, say their kind, and come from the bytes that are handed in', () => {
    expect(newId('cabinets', new PlanBuilder().build(), counting())).toBe('cab-01234567');
    expect(newIds('segments', 2, new PlanBuilder().build(), counting())).toEqual(['seg-01234567', 'seg-89abcdef']);
  });

  it('pass over ids that the plan has', () => {
    const plan = new PlanBuilder().cabinet('cab-01234567', 0, 0).build();
    expect(newId('cabinets', plan, counting())).toBe('cab-89abcdef');
  });

  it('differ from each other, whatever the bytes repeat', () => {
    let call = 0;
    const repeating = (count: number): Uint8Array => new Uint8Array(count).fill(Math.floor(call++ / 2));
    const ids = newIds('devices', 3, new PlanBuilder().build(), repeating);
    expect(new Set(ids).size).toBe(3);
  });

  it('use no letters that people misread', () => {
    const all = newIds('links', 4, new PlanBuilder().build(), counting()).join('');
    expect(all.replaceAll('link-', '')).toMatch(/^[0-9a-hjkmnp-tv-z]+$/);
  });
});

describe('names', () => {
  it('count by pattern, padded as wide as the pattern says', () => {
    expect(['A{n}', 'A{nn}', '{nnn}-{nn}', 'Row'].map((pattern) => nameFromPattern(pattern, 7))).toEqual(['A7', 'A07', '007-07', 'Row']);
    expect(nameFromPattern('A{nn}', 123)).toBe('A123');
  });

  it('find the first gap that is wide enough', () => {
    expect(firstFreeNumber('A{nn}', 3, new Set(['A02', 'A06']))).toBe(3);
    expect(firstFreeNumber('A{nn}', 4, new Set(['A02', 'A06']))).toBe(7);
    expect(firstFreeNumber('A{nn}', 1, new Set())).toBe(1);
    expect(firstFreeNumber('Spare', 1, new Set(['Spare']))).toBe(1);
  });

  it('go on after a number, or begin one', () => {
    expect(nextFreeName('A07', new Set(['A07', 'A08']))).toBe('A09');
    expect(nextFreeName('A99', new Set())).toBe('A100');
    expect(nextFreeName('Asset 99999999999999999999', new Set())).toBe('Asset 100000000000000000000');
    const long = 'Asset 9007199254740993';
    expect(nextFreeName(long, new Set([long, 'Asset 9007199254740994']))).toBe('Asset 9007199254740995');
    expect(nextFreeName('Spare', new Set(['Spare']))).toBe('Spare 2');
    expect(nextFreeName('Spare 2', new Set(['Spare 3']))).toBe('Spare 4');
  });
});

describe('the pattern of a name', () => {
  it.each([
    ['C-B07', 'B', 'C-{row}{nn}'],
    ['A01', 'A', '{row}{nn}'],
    ['A01', null, 'A{nn}'],
    ['Rack 7', 'A', 'Rack {n}'],
    ['AA-AA112', 'AA', 'AA-{row}{nnn}'],
    ['Spare', 'B', 'Spare {n}'],
  ])('of “%s” in row %s is %s', (name, row, pattern) => {
    expect(patternOfName(name, row)).toBe(pattern);
  });
});
