import { describe, expect, it } from 'vitest';
import type { CableFamily, Transceiver } from '../../../shared/catalog/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PANEL, PANEL_CATALOG, panelHall, QUAD_TRUNK, STRAIGHT_JUMPER } from '../../support/panelPlans.ts';
import { JUMPER, MULTIMODE_OPTIC, TEST_CATALOG, TWIN_OPTIC } from '../../support/testCatalog.ts';

function findingsOf(plan: Plan) {
  return derive(plan).findings.filter(
    ({ code }) => code.startsWith('channel.') || code.startsWith('connector.') || code.startsWith('port.'),
  );
}

function withFamily(plan: Plan, family: CableFamily): Plan {
  return { ...plan, catalog: { ...plan.catalog, cableFamilies: new Map([...plan.catalog.cableFamilies, [family.id, family]]) } };
}

/** The optics as NVIDIA makes them, whose limits are published. */
function withNvidiaOptics(plan: Plan): Plan {
  const made = (optic: Transceiver): [string, Transceiver] => [optic.id, { ...optic, manufacturer: 'NVIDIA' }];
  return { ...plan, catalog: { ...plan.catalog, transceivers: new Map([...TEST_CATALOG.transceivers.values()].map(made)) } };
}

describe('links through panels', () => {
  const plan = withNvidiaOptics(panelHall().build());

  it('have no finding when jumpers are unpinned, trunks pinned, all type B in adapters with opposed keys', () => {
    expect(findingsOf(plan)).toEqual([]);
  });

  it('name the joint and the trunk that has to be pinned, once for all links of the trunk', () => {
    const bare = { ...QUAD_TRUNK, endA: { ...QUAD_TRUNK.endA, gender: 'unpinned' as const } };
    expect(findingsOf(withFamily(plan, bare))).toMatchObject([
      {
        code: 'channel.gender',
        ids: ['l1', 'l2'],
        required: 'pinned to unpinned',
        actual: 'unpinned to unpinned',
        mend: 'Replace cable 2 (Trunk of four) by one that is pinned at panel pa',
      },
    ]);
  });

  it('name the jumper that has to be straight when a cable is missing in the row', () => {
    const straight = panelHall().channel('l1', ['pa:F1>', 'pb:F1<'], [STRAIGHT_JUMPER.id, null, JUMPER.id]);
    const [finding, ...rest] = findingsOf(withNvidiaOptics(straight.build()));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'channel.polarity', ids: ['l1'], actual: 'transmit does not meet receive' });
    expect(finding?.message).toContain('joint 4 (the port of w)');
    expect(finding?.mend).toBe('Replace cable 3 (Multimode jumper) by one of type A');
  });

  it('refuse angled plugs in adapters with aligned keys, and say what turns with them', () => {
    const panel = { ...PANEL, passes: [{ front: 'front', rear: 'rear', keying: 'aligned' as const }] };
    const types = new Map([...PANEL_CATALOG.deviceTypes, [panel.id, panel]]);
    const found = findingsOf({ ...plan, catalog: { ...plan.catalog, deviceTypes: types } });
    expect(found.map(({ code, mend }) => [code, mend])).toEqual([
      ['channel.keying', 'Put adapters with keys on opposite sides (type A) into panel pa'],
      ['channel.keying', 'Put adapters with keys on opposite sides (type A) into panel pb'],
    ]);
  });

  it('say so when a figure is not published, when no trunk joins the panels, and when the link is gone', () => {
    const panel = { ...PANEL, passes: [{ front: 'front', rear: 'rear', keying: null }] };
    const types = new Map([...PANEL_CATALOG.deviceTypes, [panel.id, panel]]);
    expect(findingsOf({ ...plan, catalog: { ...plan.catalog, deviceTypes: types } })).toMatchObject([
      { code: 'channel.unknown', severity: 'warning' },
    ]);
    expect(findingsOf({ ...plan, trunks: new Map() })).toMatchObject([
      { code: 'channel.gap', ids: ['l1'], message: 'No cable joins panel pa and panel pb on the way of s1:p1–w:1/1' },
      { code: 'channel.gap', ids: ['l2'] },
    ]);
    const unlinked = new Map([...plan.links].filter(([id]) => id !== 'l2'));
    expect(findingsOf({ ...plan, links: unlinked })).toMatchObject([{ code: 'channel.orphan', ids: ['l2'] }]);
  });

  it('take one port of a panel each, and no port that the panel does not have', () => {
    const twice = panelHall().channel('l2', ['pa:F1>', 'pb:F2<'], [JUMPER.id, JUMPER.id, JUMPER.id]).build();
    expect(findingsOf(withNvidiaOptics(twice)).map(({ code }) => code)).toContain('port.used-twice');
    const missing = panelHall().channel('l2', ['pa:F99>', 'pb:F2<'], [JUMPER.id, JUMPER.id, JUMPER.id]).build();
    expect(findingsOf(withNvidiaOptics(missing)).map(({ code }) => code)).toContain('port.missing');
  });

  it('are judged as a whole: reach, joints and loss of all their cables', () => {
    const far = withFamily(plan, { ...QUAD_TRUNK, supply: { kind: 'stock', lengthsMm: [45_000] } });
    expect(findingsOf(far)).toMatchObject([
      { code: 'channel.over-loss', ids: ['l1', 'l2'], required: 'at most 1.55 dB', actual: 'up to 1.553 dB' },
      { code: 'channel.over-reach', ids: ['l1', 'l2'], required: 'at most 50.00 m', actual: 'up to 51.15 m' },
    ]);
    const unpublished = findingsOf(panelHall().build());
    expect(unpublished).toMatchObject([{ code: 'channel.loss-unknown', severity: 'warning', ids: ['l1', 'l2'] }]);
  });
});

describe('links without panels', () => {
  it('are found when their cable lets transmit meet transmit', () => {
    const parts = { family: STRAIGHT_JUMPER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id };
    const plan = panelHall().link('l4', 's2:p2', 'w:4/1', parts).build();
    expect(findingsOf(withNvidiaOptics(plan))).toMatchObject([
      {
        code: 'channel.polarity',
        ids: ['l4'],
        message: 'On 1 hand-drawn cable (Straight jumper) transmit does not meet receive',
        mend: 'Replace cable 1 (Straight jumper) by one of type B',
      },
    ]);
  });

  it('are told of when nobody can say where the light of their cable comes out', () => {
    const parts = { family: 'test/unpublished', transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id };
    for (const change of [{ polarity: null }, { fiberCount: null }]) {
      const plan = withFamily(panelHall().build(), { ...JUMPER, id: parts.family, name: 'Unpublished', ...change });
      const link = { id: 'l4', a: { device: 's2', port: 'p2' }, b: { device: 'w', port: '4/1' }, parts };
      const found = findingsOf(withNvidiaOptics({ ...plan, links: new Map([...plan.links, [link.id, link]]) }));
      expect(found).toMatchObject([
        {
          code: 'channel.unknown',
          severity: 'warning',
          ids: ['l4'],
          message:
            'Nobody can tell whether light comes out right on 1 hand-drawn cable (Unpublished): its polarity or number of fibers is not published',
        },
      ]);
    }
  });

  it('are refused when their cable has fewer fibers than its optics light', () => {
    const parts = { family: 'test/thin', transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id };
    const plan = withFamily(panelHall().build(), { ...JUMPER, id: parts.family, name: 'Thin', fiberCount: 4 });
    const link = { id: 'l4', a: { device: 's2', port: 'p2' }, b: { device: 'w', port: '4/1' }, parts };
    expect(findingsOf(withNvidiaOptics({ ...plan, links: new Map([...plan.links, [link.id, link]]) }))).toMatchObject([
      { code: 'channel.polarity', ids: ['l4'], actual: 'lanes have no fiber' },
    ]);
  });
});
