import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridDeed, howOfClick } from '../../../renderer/ui/gridKeys.ts';
import { rovingPlace } from '../../../renderer/ui/roving.ts';

describe('keys along a row of controls', () => {
  it('go round, and to the ends', () => {
    expect(rovingPlace('ArrowRight', 2, 3, 'horizontal')).toBe(0);
    expect(rovingPlace('ArrowLeft', 0, 3, 'horizontal')).toBe(2);
    expect(rovingPlace('ArrowDown', 0, 3, 'vertical')).toBe(1);
    expect(rovingPlace('End', 0, 3, 'vertical')).toBe(2);
    expect(rovingPlace('ArrowDown', 0, 3, 'horizontal')).toBeNull();
    expect(rovingPlace('ArrowRight', 0, 0, 'horizontal')).toBeNull();
  });

  it('come back by the opposite key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), (count, any) => {
        const place = any % count;
        expect(rovingPlace('ArrowLeft', rovingPlace('ArrowRight', place, count, 'horizontal') ?? -1, count, 'horizontal')).toBe(place);
      }),
    );
  });
});

describe('keys of a table', () => {
  const key = (name: string, more: { shift?: boolean; ctrl?: boolean } = {}) => ({ key: name, shift: false, ctrl: false, ...more });

  it('take one row, all between, or none', () => {
    expect(gridDeed(key('ArrowDown'), 4, 10, 5)).toEqual({ kind: 'pick', place: 5, how: 'only' });
    expect(gridDeed(key('End', { shift: true }), 4, 10, 5)).toEqual({ kind: 'pick', place: 9, how: 'extend' });
    expect(gridDeed(key('PageUp', { ctrl: true }), 7, 10, 5)).toEqual({ kind: 'pick', place: 2, how: 'stand' });
    expect(gridDeed(key(' '), 4, 10, 5)).toEqual({ kind: 'pick', place: 4, how: 'toggle' });
    expect(gridDeed(key('a', { ctrl: true }), 4, 10, 5)).toEqual({ kind: 'pick-all' });
    expect(gridDeed(key('Enter'), 4, 10, 5)).toEqual({ kind: 'open' });
    expect(gridDeed(key('F10', { shift: true }), -1, 10, 5)).toEqual({ kind: 'menu' });
  });

  it('mean nothing before a row is taken, in an empty table, or elsewhere', () => {
    expect(gridDeed(key('Enter'), -1, 10, 5)).toBeNull();
    expect(gridDeed(key(' '), -1, 10, 5)).toBeNull();
    expect(gridDeed(key('ArrowDown'), -1, 0, 5)).toBeNull();
    expect(gridDeed(key('g'), 4, 10, 5)).toBeNull();
  });

  it('stay within the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
        fc.integer({ min: -1, max: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (name, active, count) => {
          const deed = gridDeed(key(name), Math.min(active, count - 1), count, 9);
          expect(deed?.kind === 'pick' && deed.place >= 0 && deed.place < count).toBe(true);
        },
      ),
    );
  });

  it('click as they do elsewhere', () => {
    const click = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect(howOfClick(click)).toBe('only');
    expect(howOfClick({ ...click, metaKey: true })).toBe('toggle');
    expect(howOfClick({ ...click, shiftKey: true })).toBe('extend');
  });
});
