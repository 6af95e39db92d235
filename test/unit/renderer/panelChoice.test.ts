/** What the panels dialog says of panels: what is inside, and what runs through a shuffle. */
import { expect, it } from 'vitest';
import { cableChoices, panelArgs, panelOptions, type PanelPicks } from '../../../renderer/dialogs/panelChoice.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { chooseLinks } from '../../../shared/engine/linkChoice.ts';
import { createTables } from '../../../shared/engine/rows.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { insertShuffle } from '../../../shared/commands/shufflePanels.ts';
import { shuffleArgs, shuffleChoices } from '../../../renderer/dialogs/shuffleChoice.ts';
import { duplexLinks, meshLinks, moduleHall } from '../../support/modulePlans.ts';
import { JUMPER } from '../../support/testCatalog.ts';

const NO_PICKS: PanelPicks = {
  panelA: null,
  panelB: null,
  startA: null,
  startB: null,
  trunk: null,
  jumperA: null,
  jumperB: null,
  inFront: 'a',
};

it('names what is inside, and tells shuffles', () => {
  const options = panelOptions(moduleHall().build());
  expect(options.map(({ label, inside }) => `${label} | ${inside}`)).toEqual([
    expect.stringMatching(/^A · U39 · sa, 3 of 3 shuffles free \| Shuffle: 4 × MPO/),
    expect.stringMatching(/^A · U40 · ca, \d+ free \| Cassette: /),
    expect.stringMatching(/^B · U39 · sb, 3 of 3 shuffles free \| Shuffle: /),
    expect.stringMatching(/^B · U40 · cb, \d+ free \| Cassette: /),
  ]);
});

it('runs a mesh through a shuffle by cables through which light comes out right', () => {
  const plan = meshLinks(moduleHall(), 4, JUMPER.id).build();
  const { links } = chooseLinks(derive(plan), { kind: 'things', ids: ['v'] });
  expect(links).toHaveLength(16);
  const picks = { ...NO_PICKS, panelA: 'sa', inFront: 'b' } as const;
  const args = shuffleArgs(links, picks, shuffleChoices(plan, links, picks));
  if (!args.ok) throw new Error(args.error);
  expect(args.value.front.id).toBe(JUMPER.id);
  const done = runCommand(plan, insertShuffle, args.value);
  if (!done.ok) throw new Error(done.error.message);
  expect(derive(done.value.plan).findings.filter(({ code }) => code.startsWith('channel.pol'))).toEqual([]);
});

it('says in one line that a shuffle stands alone', () => {
  const plan = duplexLinks(moduleHall(), 2).build();
  const { links } = chooseLinks(derive(plan), { kind: 'things', ids: ['d1', 'd2'] });
  const picks = { ...NO_PICKS, panelA: 'ca', panelB: 'sb' };
  const args = panelArgs(plan, links, picks, cableChoices(plan, links, picks));
  expect(args).toEqual({ ok: false, error: 'sb is a shuffle, which joins both ends by itself; choose it as first panel' });
  const alone = { ...NO_PICKS, panelA: 'sa' };
  expect(shuffleArgs(links, alone, shuffleChoices(plan, links, alone))).toMatchObject({
    error: expect.stringMatching(/^No cable of the catalog joins the optics to the shuffle/) as string,
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
