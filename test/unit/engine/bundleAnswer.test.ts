import { expect, it } from 'vitest';
import { bundlesOf } from '../../../shared/engine/bundleAnswer.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { duplexLinks, moduleHall } from '../../support/modulePlans.ts';

it('counts types of bundle by capacity and length, as it is and made one way', () => {
  const answer = bundlesOf(derive(duplexLinks(moduleHall(), 4).build()));
  expect(answer).toMatchObject({ looms: 1, customTypes: 1, stockTypes: 1 });
  expect(answer.types).toEqual([expect.objectContaining({ fibers: 8, members: [4, 4], count: 1 })]);
});
