import { expect, it } from 'vitest';
import { hiddenSides } from '../../../renderer/drawer/hiddenSides.ts';

it('tells on which sides of a strip something lies out of view', () => {
  const at = (scrollLeft: number, clientWidth = 400) => hiddenSides({ scrollLeft, clientWidth, scrollWidth: 500 });
  expect(at(0)).toEqual({ before: false, after: true });
  expect(at(50)).toEqual({ before: true, after: true });
  expect(at(100)).toEqual({ before: true, after: false });
  expect(at(0, 500)).toEqual({ before: false, after: false });
});

it('takes what is lost by rounding for nothing', () => {
  expect(hiddenSides({ scrollLeft: 0.6, clientWidth: 400, scrollWidth: 401 })).toEqual({ before: false, after: false });
});
