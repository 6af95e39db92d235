/** What each fabric of a plan takes: links, cables and modules, which a bill for the whole plan adds up. */
import { must } from '../assert.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { TransceiverCount } from './transceivers.ts';

export interface TierBill {
  readonly tier: string;
  readonly links: number;
  readonly cables: number;
  /** Catalog id; null where its cables are of several families. */
  readonly family: string | null;
}

export interface FabricBill {
  /** Null for the links drawn by hand. */
  readonly id: string | null;
  readonly name: string;
  readonly links: number;
  readonly cables: number;
  readonly tiers: readonly TierBill[];
  /** One module for each cage that the fabric's links use. A cage that two fabrics share counts in both. */
  readonly transceivers: readonly TransceiverCount[];
}

/** In the order of the cabling's tiers. */
export function fabricBills(plan: Plan, survey: Survey, cabling: Cabling): FabricBill[] {
  const sums = tierSums(cabling);
  const modules = modulesByFabric(survey, cabling);
  const ids = [...new Set(sums.map(({ fabric }) => fabric))];
  return ids.map((id) => {
    const own = sums.filter(({ fabric }) => fabric === id).map((sum) => tierBill(sum, cabling));
    return {
      id,
      name: id === null ? 'Drawn by hand' : must(plan.fabrics.get(id), `fabric ${id}`).name,
      links: own.reduce((sum, { links }) => sum + links, 0),
      cables: own.reduce((sum, { cables }) => sum + cables, 0),
      tiers: own,
      transceivers: [...(modules.get(id) ?? [])]
        .map(([optic, cages]) => ({ id: optic, count: cages.size }))
        .sort((a, b) => compareIds(a.id, b.id)),
    };
  });
}

interface TierSum {
  readonly fabric: string | null;
  readonly tier: string;
  links: number;
  cables: number;
  readonly families: Set<number>;
}

/** Tiers of one fabric that share a name are one: links that run through panels beside those that do not. */
function tierSums({ tiers, links, cables, channels }: Cabling): TierSum[] {
  const sums = new Map<string, TierSum>();
  const sumOf = (fabric: string | null, tier: string): TierSum => {
    const key = `${fabric ?? ''}/${tier}`;
    const sum = sums.get(key) ?? { fabric, tier, links: 0, cables: 0, families: new Set() };
    sums.set(key, sum);
    return sum;
  };
  const byRow = tiers.map(({ fabric, name }) => sumOf(fabric, name));
  for (const tier of links.tier) if (tiers[tier]?.rows === 'links') byRow[tier]!.links += 1;
  for (const { fabric, tier } of channels) sumOf(fabric, tier).links += 1;
  for (let cable = 0; cable < cables.count; cable += 1) {
    const sum = byRow[cables.tier[cable]!]!;
    sum.cables += 1;
    sum.families.add(cables.family[cable]!);
  }
  return [...sums.values()];
}

function tierBill({ tier, links, cables, families: rows }: TierSum, { families }: Cabling): TierBill {
  const [only, ...others] = rows;
  const family = only === undefined || others.length > 0 ? null : must(families[only], 'family').id;
  return { tier, links, cables, family };
}

/** More cages than any device has, so that device and cage make one number. */
const MOST_CAGES = 2 ** 16;

function modulesByFabric(survey: Survey, cabling: Cabling): Map<string | null, Map<string, Set<number>>> {
  const { links, tiers } = cabling;
  const modules = new Map<string | null, Map<string, Set<number>>>();
  const cageOf = (device: number, port: number): number =>
    device * MOST_CAGES + must(portsOf(must(survey.devices[device], 'device').type)[port], 'port').cageIndex;
  const add = (ofFabric: Map<string, Set<number>>, optic: string | null, device: number, port: number): void => {
    if (optic === null || port === NONE) return;
    let cages = ofFabric.get(optic);
    if (cages === undefined) ofFabric.set(optic, (cages = new Set()));
    cages.add(cageOf(device, port));
  };
  for (let link = 0; link < links.count; link += 1) {
    const { fabric } = must(tiers[links.tier[link]!], 'tier');
    const { transceiverA, transceiverB } = partsOfLink(cabling, link);
    let ofFabric = modules.get(fabric);
    if (ofFabric === undefined) modules.set(fabric, (ofFabric = new Map<string, Set<number>>()));
    add(ofFabric, transceiverA, links.aDevice[link]!, links.aPort[link]!);
    add(ofFabric, transceiverB, links.bDevice[link]!, links.bPort[link]!);
  }
  return modules;
}
