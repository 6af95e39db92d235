import { describe, expect, it } from 'vitest';
import { lengthParts } from '../../../renderer/panels/lengthParts.ts';
import { RouteStatus, type CableDerivation, type Term } from '../../../shared/cabling/types.ts';
import { TEST_CATALOG } from '../../support/testCatalog.ts';
import { must } from '../../../shared/assert.ts';

function term(kind: Term['kind'], lengthMm: number): Term {
  return { kind, lengthMm, id: 'x', note: kind };
}

function derivation(terms: readonly Term[]): CableDerivation {
  return {
    cableId: 'c',
    cableName: 'c',
    linkIds: ['c'],
    status: RouteStatus.pathways,
    terms,
    pathMm: terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0),
    slack: { slackClass: 'jumper', perEndMm: 500, pctOfPathway: 2, totalMm: 1100 },
    legsMm: null,
    requiredMm: 10_000,
    overriddenRequiredMm: null,
    family: must([...TEST_CATALOG.cableFamilies.values()][0], 'a family'),
    chosenMm: null,
    orderedMm: 10_000,
    surplusMm: 0,
    sku: null,
    reachMm: null,
  };
}

describe('the parts of a length', () => {
  const terms = [
    term('port-to-manager', 300),
    term('manager', 900),
    term('drop', 600),
    term('offset', 100),
    term('pathway', 4000),
    term('level-change', 300),
    term('pathway', 2000),
    term('offset', 120),
    term('drop', 500),
    term('manager', 700),
    term('port-to-manager', 200),
  ];
  const parts = lengthParts(derivation(terms), 'A01', 'B09', 'metric');

  it('name each end by its own cabinet', () => {
    expect(parts.map((part) => part.name)).toEqual([
      'In cabinet A01',
      'Drop at A01',
      'Pathways, 2 segments',
      '1 level change',
      'Drop at B09',
      'In cabinet B09',
      'Slack: 2 × 0.50 m + 2 % of 6.30 m pathway',
    ]);
  });

  it('add up to the path and the slack', () => {
    const sum = parts.reduce((total, part) => total + part.lengthMm, 0);
    expect(sum).toBe(terms.reduce((total, { lengthMm }) => total + lengthMm, 0) + 1100);
  });
});
