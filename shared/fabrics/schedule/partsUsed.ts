/** The entries of a catalog that the links of a schedule are made of, to be put into the plan with them. */
import type { CableFamily, Transceiver } from '../../catalog/types.ts';
import type { PartsCatalog } from '../../checks/fittingParts.ts';
import type { DrawnSchedule } from './judgeSchedule.ts';

export interface UsedParts {
  readonly cableFamilies: readonly CableFamily[];
  readonly transceivers: readonly Transceiver[];
}

export function partsUsed({ fabrics, links, overrides }: DrawnSchedule, catalog: PartsCatalog): UsedParts {
  const parts = [...fabrics.flatMap(({ tiers }) => Object.values(tiers)), ...links.map((link) => link.parts)];
  const families = new Set([...parts.map(({ family }) => family), ...overrides.map(({ family }) => family)]);
  const optics = new Set(parts.flatMap(({ transceiverA, transceiverB }) => [transceiverA, transceiverB]));
  return {
    cableFamilies: [...catalog.cableFamilies.values()].filter(({ id }) => families.has(id)),
    transceivers: [...catalog.transceivers.values()].filter(({ id }) => optics.has(id)),
  };
}
