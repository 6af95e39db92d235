/** What the panels dialog says of panels: what is inside, and why none takes a link that shuffles its lanes. */
import { expect, it } from 'vitest';
import { cableChoices, panelArgs, panelOptions, type PanelPicks } from '../../../renderer/dialogs/panelChoice.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { chooseLinks } from '../../../shared/engine/linkChoice.ts';
import { createTables } from '../../../shared/engine/rows.ts';
import { duplexLinks, moduleHall } from '../../support/modulePlans.ts';

const NO_PICKS: PanelPicks = { panelA: null, panelB: null, startA: null, startB: null, trunk: null, jumperA: null, jumperB: null };

it('names what is inside, and tells shuffles', () => {
  const options = panelOptions(moduleHall().build());
  expect(options.map(({ label, inside }) => `${label} | ${inside}`)).toEqual([
    expect.stringMatching(/^A · U39 · sa, shuffle \| Shuffle: 4 × MPO/),
    expect.stringMatching(/^A · U40 · ca, \d+ free \| Cassette: /),
    expect.stringMatching(/^B · U39 · sb, shuffle \| Shuffle: /),
    expect.stringMatching(/^B · U40 · cb, \d+ free \| Cassette: /),
  ]);
});

it('says in one line why no link runs through a shuffle, and what to do', () => {
  const plan = duplexLinks(moduleHall(), 2).build();
  const { links } = chooseLinks(derive(plan), { kind: 'things', ids: ['d1', 'd2'] });
  const picks = { ...NO_PICKS, panelA: 'sa', panelB: 'cb' };
  const args = panelArgs(plan, links, picks, cableChoices(plan, links, picks));
  expect(args).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^sa deals the lanes .*; choose a panel with adapters or cassettes, or/) as string,
  });
});

it('finds the cables at panels by that word', () => {
  const builder = duplexLinks(moduleHall(), 2).link('p', 'v:9/1', 'ca:F1');
  const derived = derive(builder.build());
  const tables = createTables(derived, () => {
    throw new Error('no bill is asked for');
  });
  const query = { sort: null, from: 0, count: 9, scope: null };
  expect(tables.window('cables', { ...query, filter: 'panel' }, 1).rows.map(({ id }) => id)).toEqual(['p']);
  expect(tables.window('cables', { ...query, filter: '' }, 1).matching).toBe(3);
});
