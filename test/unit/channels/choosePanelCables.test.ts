/** Which cables go with panels and optics, which links a choice means, and what a trial says before anything is done. */
import { describe, expect, it } from 'vitest';
import { choosePanelCables } from '../../../shared/channels/choosePanelCables.ts';
import { insertPanels } from '../../../shared/commands/panels.ts';
import { linksOfCables } from '../../../shared/commands/linksOfCables.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { chooseLinks } from '../../../shared/engine/linkChoice.ts';
import { trialOf } from '../../../shared/engine/trial.ts';
import { CASSETTE_PANEL, duplexLinks, DUPLEX_OPTIC, LC_JUMPER, moduleHall, OS2_TRUNK } from '../../support/modulePlans.ts';
import { PANEL, panelHall, QUAD_TRUNK, STRAIGHT_JUMPER } from '../../support/panelPlans.ts';
import { COPPER, JUMPER, MULTIMODE_OPTIC } from '../../support/testCatalog.ts';

const FAMILIES = [COPPER, STRAIGHT_JUMPER, JUMPER, LC_JUMPER, QUAD_TRUNK, OS2_TRUNK];

describe('cables for two panels', () => {
  it('are those that can be plugged in, and of these the first through which light comes out right', () => {
    const end = { optic: MULTIMODE_OPTIC, panel: PANEL, port: 'F1' };
    const { trunks, jumpersA, best } = choosePanelCables(FAMILIES, end, end);
    expect(trunks).toEqual([QUAD_TRUNK]);
    expect(jumpersA).toEqual([STRAIGHT_JUMPER, JUMPER]);
    // Two straight ones work as well as two crossed ones: with the trunk, an odd number crosses.
    expect(best).toMatchObject({ jumperA: STRAIGHT_JUMPER, jumperB: STRAIGHT_JUMPER });
  });

  it('go from duplex optics over cassettes, and not from multimode ones', () => {
    const end = { optic: DUPLEX_OPTIC, panel: CASSETTE_PANEL, port: 'F1' };
    expect(choosePanelCables(FAMILIES, end, end).best).toEqual({ trunk: OS2_TRUNK, jumperA: LC_JUMPER, jumperB: LC_JUMPER });
    const multimode = { ...end, optic: MULTIMODE_OPTIC };
    expect(choosePanelCables(FAMILIES, multimode, multimode)).toMatchObject({ jumpersA: [], best: null });
    expect(choosePanelCables(FAMILIES, { ...end, port: 'F99' }, end).best).toBeNull();
  });
});

describe('a choice of links', () => {
  const derived = derive(panelHall().build());

  it('is the selection or a tier, and says what runs through panels already', () => {
    expect(chooseLinks(derived, { kind: 'things', ids: ['l1#1', 'l3'] })).toMatchObject({
      tiers: [{ tier: 'manual', count: 1 }],
      links: [{ id: 'l3', name: 's1:p2–w:3/1', a: { device: 's1', port: 'p2' } }],
      count: 1,
      throughPanels: 1,
    });
    expect(chooseLinks(derived, { kind: 'tier', tier: 'manual' }).links.map(({ id }) => id)).toEqual(['l3']);
    expect(chooseLinks(derived, { kind: 'things', ids: ['A'] })).toMatchObject({ count: 1, throughPanels: 2 });
  });

  it('finds the links of cables, of trunks those of all legs', () => {
    expect(linksOfCables(derived.plan, ['l1#3', 'l3'])).toEqual(['l1']);
    expect(linksOfCables(derived.plan, ['t'])).toEqual(['l1', 'l2']);
    expect(linksOfCables(derived.plan, ['t#2'])).toEqual(['l1', 'l2']);
  });
});

describe('a trial', () => {
  it('sets figures side by side and shows the gravest channel', () => {
    const plan = duplexLinks(moduleHall(), 5).build();
    const wish = { links: ['d1', 'd2'], panelA: 'ca', panelB: 'cb', trunk: OS2_TRUNK, jumperA: LC_JUMPER, trunkIds: ['t'] };
    const crossed = { ...LC_JUMPER, id: 'test/lc-straight', polarity: 'A-A' };
    const trial = (jumperB: typeof LC_JUMPER) => {
      const done = runCommand(plan, insertPanels, { ...wish, jumperB });
      if (!done.ok) throw new Error(done.error.message);
      return trialOf(derive(plan), derive(done.value.plan), wish.links);
    };
    expect(trial(LC_JUMPER)).toMatchObject({
      before: { links: 5, cables: 5, cages: 6, fibers: 10, spareLegs: 0 },
      after: { links: 5, cables: 8, cages: 6, fibers: 3 * 2 + 4 * 2 + 32, spareLegs: 3 },
      channels: { count: 2, faulty: 0 },
      newErrors: [],
    });
    const bad = trial(crossed);
    expect(bad.channels).toMatchObject({ count: 2, faulty: 2, worst: { problems: [{ severity: 'error', joint: 5 }, {}] } });
    expect(bad.newErrors[0]).toContain('transmit does not meet receive');
  });
});
