/** What the palette finds: by name first, pathways by their kind too, with the hall where there are several. */
import { expect, it } from 'vitest';
import { findThings } from '../../../renderer/app/search.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const square: [number, number][] = [
  [0, 0],
  [9000, 0],
  [9000, 9000],
  [0, 9000],
];

const oneHall = () =>
  new PlanBuilder()
    .hall('H', { outline: square, name: 'Hall 1' })
    .junction('a', 1000, 1000)
    .junction('b', 5000, 1000)
    .segment('t', 'a', 'b', { name: 'Spine tray' })
    .segment('r', 'a', 'b', { name: 'Way up', toElevationMm: 3500 })
    .segment('c', 'a', 'b', { name: 'Duct 1', kind: 'conduit' });

const found = (plan: PlanBuilder, words: string): string[] => findThings(plan.build(), words).map(({ name, aside }) => `${name}: ${aside}`);

it('finds pathways by name and by kind', () => {
  expect(found(oneHall(), 'conduit')).toEqual(['Duct 1: Conduit']);
  expect(found(oneHall(), 'riser')).toEqual([expect.stringMatching(/^Way up: Riser, /)]);
  expect(found(oneHall(), 'spine')).toEqual([expect.stringMatching(/^Spine tray: /)]);
});

it('says in which hall a thing is where there are several', () => {
  expect(found(oneHall().hall('H2', { outline: square, name: 'Hall 2' }), 'spine')).toEqual([
    expect.stringMatching(/^Spine tray: .*, Hall 1$/),
  ]);
});
