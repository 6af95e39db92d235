import { expect, it } from 'vitest';
import { grownName } from '../../../shared/expansion/grownName.ts';

it.each([
  ['2 SU of DGX B200', '3 SU of DGX B200'],
  ['Hall 2, 2 SU', 'Hall 2, 3 SU'],
  ['Pod with 2 scalable units (2 SUs)', 'Pod with 3 scalable units (3 SUs)'],
  ['2-SU pod', '3-SU pod'],
  ['12 SU and 1.2 SU', '12 SU and 1.2 SU'],
  ['2 SUV', '2 SUV'],
  ['One-megawatt hall', 'One-megawatt hall'],
])('a plan “%s” that grows from 2 to 3 units is called “%s”', (before, after) => {
  expect(grownName(before, 2, 3)).toBe(after);
});

it('one unit becomes several', () => {
  expect(grownName('1 unit of 32', 1, 2)).toBe('2 units of 32');
});
