import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import {
  fittingParts,
  longestMm,
  misfit,
  rankedParts,
  turned,
  type FreePort,
  type PartsWish,
} from '../../../shared/checks/fittingParts.ts';
import { opticHosts } from '../../../shared/catalog/opticHosts.ts';
import { plugFaults } from '../../../shared/checks/plugFaults.ts';
import { must } from '../../../shared/assert.ts';
import { COPPER, JUMPER, TEST_CATALOG } from '../../support/testCatalog.ts';

const osfp: FreePort = { cage: 'OSFP', speedGbps: 400, held: null };
const shipped = loadCatalog();
const wish: PartsWish = {
  leastMm: 0,
  sameCabinet: false,
  cages: ['OSFP', 'OSFP'],
  speedsGbps: [400, 400],
  hosts: ['switch', 'switch'],
  betweenTypes: [],
  inUse: [],
};

describe('parts that fit', () => {
  it('go together at both ends, all of them, in the shipped catalog too', () => {
    for (const cage of ['OSFP', 'QSFP112', 'QSFP28', 'RJ45']) {
      for (const other of ['OSFP', 'QSFP112', 'RJ45']) {
        for (const { family, transceiverA, transceiverB } of fittingParts(shipped, { ...osfp, cage }, { ...osfp, cage: other })) {
          const optic = (id: string | null) => (id === null ? null : must(shipped.transceivers.get(id), id));
          const ends = [
            { cage, optic: optic(transceiverA) },
            { cage: other, optic: optic(transceiverB) },
          ] as const;
          expect(plugFaults(must(shipped.cableFamilies.get(family), family), ...ends)).toEqual([]);
        }
      }
    }
    expect(fittingParts(shipped, { ...osfp, cage: 'QSFP112' }, { ...osfp, cage: 'QSFP112' }).map(({ family }) => family)).toContain(
      'nvidia/mfs1s00-h',
    );
    expect(fittingParts(shipped, osfp, { ...osfp, cage: 'RJ45' })).toEqual([]);
  });

  it('leave out splitters, which end in more than two ports', () => {
    expect(fittingParts(TEST_CATALOG, osfp, osfp).map(({ family }) => family)).not.toContain('test/splitter');
  });

  it('keep to the optic that the cage holds, as long as it serves another port', () => {
    const twin: FreePort = { ...osfp, held: { optic: 'test/twin-optic', ports: 1 } };
    const found = fittingParts(TEST_CATALOG, twin, osfp);
    expect(new Set(found.map(({ transceiverA }) => transceiverA))).toEqual(new Set(['test/twin-optic']));
    const full: FreePort = { ...osfp, held: { optic: 'test/optic', ports: 1 } };
    expect(fittingParts(TEST_CATALOG, full, osfp)).toEqual([]);
    expect(misfit(TEST_CATALOG, osfp, full)).toBe('Multimode optic in this cage serves 1 and no more');
    const plugged: FreePort = { ...osfp, held: { optic: null, ports: 1 } };
    expect(fittingParts(TEST_CATALOG, plugged, osfp)).toEqual([]);
    expect(misfit(TEST_CATALOG, plugged, osfp)).toBe('a plug fills the OSFP cage of this port');
    expect(misfit(TEST_CATALOG, osfp, { ...osfp, cage: 'RJ45' })).toBe('no cable of the catalog joins OSFP to RJ45');
  });
});

describe('the best of them', () => {
  const choices = fittingParts(TEST_CATALOG, osfp, osfp);
  const best = (change: Partial<PartsWish>) => rankedParts(TEST_CATALOG, choices, { ...wish, ...change })[0];

  it('is what the plan uses, seen from either end', () => {
    const used = must(
      choices.find(({ family, transceiverA, transceiverB }) => family === 'test/trunk' && transceiverA !== transceiverB),
      'choice',
    );
    expect(best({ inUse: [used] })).toEqual(used);
    expect([used, turned(used)]).toContainEqual(best({ inUse: [turned(used)] }));
  });

  it('is copper within a cabinet and fiber between two, with optics of the speed of the port', () => {
    expect(best({ sameCabinet: true })?.family).toBe('test/copper');
    expect(best({})).toEqual({ family: 'test/jumper', transceiverA: 'test/optic', transceiverB: 'test/optic' });
  });

  it('puts the finned optic into the switch and the flat top into the system, whatever else the plan uses', () => {
    const shippedChoices = fittingParts(shipped, osfp, osfp);
    const finned = { family: 'nvidia/mfp7e10', transceiverA: 'nvidia/osfp-switch-multimode', transceiverB: 'nvidia/osfp-switch-multimode' };
    expect(shippedChoices).toContainEqual(finned);
    const joined = (hosts: PartsWish['hosts'], betweenTypes: PartsWish['betweenTypes'] = []) =>
      rankedParts(shipped, shippedChoices, { ...wish, hosts, betweenTypes, inUse: [finned] })[0];
    expect(joined(['switch', 'switch'])).toEqual(finned);
    expect(joined(['switch', 'system'])).toMatchObject({
      transceiverA: 'nvidia/osfp-switch-multimode',
      transceiverB: 'nvidia/osfp-system-multimode',
    });
    expect(joined(['system', 'switch'])).toMatchObject({
      transceiverA: 'nvidia/osfp-system-multimode',
      transceiverB: 'nvidia/osfp-switch-multimode',
    });
    expect(joined(['switch', 'system'], [finned])).toEqual(finned);
  });

  it('knows where optics belong of those alone that ship', () => {
    for (const [id, { source }] of opticHosts) {
      expect(shipped.transceivers.has(id), id).toBe(true);
      expect(source).not.toBe('');
    }
  });

  it('is never too short where another is long enough', () => {
    expect(longestMm(COPPER)).toBe(3000);
    expect(longestMm(JUMPER)).toBe(50_000);
    expect(best({ sameCabinet: true, leastMm: 4000 })?.family).not.toBe('test/copper');
    expect(rankedParts(TEST_CATALOG, choices, { ...wish, leastMm: 4000 }).at(-1)?.family).toBe('test/copper');
  });

  it('is one of the choices, none lost', () => {
    expect(new Set(rankedParts(TEST_CATALOG, choices, wish))).toEqual(new Set(choices));
  });

  it('prefer modules of the cages’ own kind: no plug of 100G between ports of 400G where optics for those are at hand', () => {
    const port: FreePort = { cage: 'QSFP112', speedGbps: 400, held: null };
    const choices = fittingParts(shipped, port, port);
    const cages = ['QSFP112', 'QSFP112'] as const;
    const [best] = rankedParts(shipped, choices, { ...wish, cages, sameCabinet: true });
    const optic = (id: string | null | undefined) => shipped.transceivers.get(id ?? '')?.cage;
    expect([optic(best?.transceiverA), optic(best?.transceiverB)]).toEqual(['QSFP112', 'QSFP112']);
    expect(choices.some(({ transceiverA }) => transceiverA === null)).toBe(true);
  });
});
