import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { cageKinds, fitsCage } from '../../../shared/catalog/cageFits.ts';
import { portsOf } from '../../../shared/catalog/ports.ts';
import { plugFaults } from '../../../shared/checks/plugFaults.ts';
import { must } from '../../../shared/assert.ts';

const catalog = loadCatalog();
const cages = new Set([...catalog.deviceTypes.values()].flatMap((type) => portsOf(type).map(({ cage }) => cage)));

describe('what goes into a cage', () => {
  it.each([
    ['QSFP56', 'QSFP112', true],
    ['QSFP56', 'QSFP56', true],
    ['QSFP28', 'QSFP112', true],
    ['QSFP112', 'QSFP56', false],
    ['QSFP56', 'OSFP', false],
    ['OSFP', 'QSFP112', false],
    ['RJ45', 'QSFP28', false],
    ['constructor', 'QSFP28', false],
  ])('%s into %s: %s', (module, cage, fits) => {
    expect(fitsCage(module, cage)).toBe(fits);
  });

  it('never goes both ways but between the two that are one cage, and names a source', () => {
    const isSame = (...pair: readonly string[]): boolean => pair.toSorted().join() === 'QSFP28,QSFP56';
    for (const [cage, { takes, source }] of Object.entries(cageKinds)) {
      expect(source.length).toBeGreaterThan(20);
      for (const module of takes) expect(fitsCage(cage, module), `${cage} into ${module}`).toBe(isSame(cage, module));
    }
  });

  it('gives every shipped plug and optic a shipped port', () => {
    const plugs = [...catalog.cableFamilies.values()]
      .filter(({ fiberType }) => fiberType === null)
      .flatMap(({ endA, endB }) => [endA.connector, endB.connector]);
    const optics = [...catalog.transceivers.values()].map(({ cage }) => cage);
    for (const module of [...plugs, ...optics]) {
      expect(
        [...cages].some((cage) => fitsCage(module, cage)),
        module,
      ).toBe(true);
    }
  });

  it('lets the QSFP56 active optical cable join the storage ports of two DGX', () => {
    const family = must(catalog.cableFamilies.get('nvidia/mfs1s00-h'), 'family');
    const end = { cage: 'QSFP112', optic: null };
    expect(plugFaults(family, end, end)).toEqual([]);
    expect(plugFaults(family, end, { cage: 'OSFP', optic: null }).map(({ code }) => code)).toEqual(['connector.cage']);
  });
});
