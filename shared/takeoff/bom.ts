/** What to buy: a line per cabinet model, device type, transceiver, cable length and kind of pathway. */
import { conduitCount } from '../cabling/pathwayFill.ts';
import { must } from '../assert.ts';
import { skuOfLength } from '../cabling/lengths.ts';
import { NONE } from '../cabling/types.ts';
import type { Cabling } from '../cabling/types.ts';
import type { CableFamily, CatalogEntry, Money } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan, Segment, Settings } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { bomAssumptions } from './bomAssumptions.ts';
import type { Bom, BomClass, BomLine, Takeoff } from './types.ts';

/** Extra parts in percent of the required count. */
export type SparesPct = Settings['sparesPct'];

/**
 * The bill of materials of a cabled plan. Spares are percent of each line, rounded up; `sparesPct` stands in for the
 * plan's own. Pathways are whole metres of centerline, without spares.
 */
export function billOfMaterials(
  plan: Plan,
  survey: Survey,
  cabling: Cabling,
  takeoff: Takeoff,
  sparesPct: SparesPct = plan.settings.sparesPct,
): Bom {
  const { catalog, settings } = plan;
  const counted = (bomClass: BomClass, counts: Counts, table: ReadonlyMap<string, CatalogEntry>, sparePct: number): BomLine[] =>
    counts.map(([id, required]) => {
      const entry = must(table.get(id), `${bomClass} ${id}`);
      const part = { class: bomClass, sku: entry.sku, description: entry.name, price: entry.price, lengthMm: null, family: null };
      return lineOf(part, 'each', required, sparePct, settings.currency);
    });
  const models = countBy(survey.cabinets.map(({ model }) => model.id));
  const types = countBy(survey.devices.map(({ type }) => type.id));
  const optics = takeoff.transceivers.map(({ id, count }): [string, number] => [id, count]);
  const lines = [
    ...counted('cabinet', models, catalog.cabinetModels, sparesPct.cabinets),
    ...counted('device', types, catalog.deviceTypes, sparesPct.devices),
    ...counted('transceiver', optics, catalog.transceivers, sparesPct.transceivers),
    ...cableLines(plan, cabling, sparesPct.cables),
    ...pathwayLines(survey, settings.currency),
  ];
  const amounts = lines.map((line) => line.amountMinor);
  return {
    lines,
    currency: settings.currency,
    knownAmountMinor: amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0),
    unknownLines: amounts.filter((amount) => amount === null).length,
    assumptions: bomAssumptions({ plan, survey, cabling, takeoff, lines, sparesPct, used: { models, types, optics } }),
  };
}

/** Ids with how many there are, by id. */
export type Counts = readonly (readonly [id: string, count: number])[];

type Part = Pick<BomLine, 'class' | 'sku' | 'description' | 'price' | 'lengthMm' | 'family'>;

/** A price in another currency than the plan's stays visible on its line but is not added up: nothing is converted. */
function lineOf(part: Part, unit: BomLine['unit'], required: number, sparePct: number, currency: string, minimumOrder = 0): BomLine {
  const spares = Math.max(sparesOf(required, sparePct), minimumOrder - required);
  const order = required + spares;
  const amountMinor = part.price?.currency === currency ? order * part.price.amountMinor : null;
  return { ...part, unit, required, spares, order, amountMinor };
}

/** Rounded up to whole parts. Counted in hundredths of a percent, so that 7 % of 100 is 7 and not 8. */
export function sparesOf(required: number, sparePct: number): number {
  return Math.ceil((required * Math.round(sparePct * 100)) / 10_000);
}

/**
 * One line per family and nominal length; cables without one have lines of their own that say why. Where a minimum order was
 * given with the lengths of a family, the spares make up for it.
 */
function cableLines({ lengthPlans, settings: { currency } }: Plan, cabling: Cabling, sparePct: number): BomLine[] {
  const { cables, families } = cabling;
  const byLength = families.map((): Map<number, number> => new Map());
  const tooLong = new Int32Array(families.length);
  const noRoute = new Int32Array(families.length);
  for (let cable = 0; cable < cables.count; cable += 1) {
    const family = cables.family[cable]!;
    const orderedMm = cables.orderedMm[cable]!;
    if (orderedMm !== NONE) byLength[family]!.set(orderedMm, (byLength[family]!.get(orderedMm) ?? 0) + 1);
    else if (cables.requiredMm[cable] === NONE) noRoute[family]! += 1;
    else tooLong[family]! += 1;
  }
  return families.flatMap((family, row) => {
    const lengths = [...byLength[row]!].sort(([a], [b]) => a - b);
    const minimumOrder = lengthPlans.get(family.id)?.minimumOrder ?? 0;
    const known = lengths.map(([lengthMm, count]) => lineOf(cablePart(family, lengthMm), 'each', count, sparePct, currency, minimumOrder));
    const unknown = [
      { count: tooLong[row]!, why: 'longer than any on offer' },
      { count: noRoute[row]!, why: 'no route, so no length' },
    ];
    return [
      ...known,
      ...unknown
        .filter(({ count }) => count > 0)
        .map(({ count, why }) => lineOf(unknownCablePart(family, why), 'each', count, sparePct, currency)),
    ];
  });
}

function cablePart(family: CableFamily, lengthMm: number): Part {
  return {
    class: 'cable',
    sku: skuOfLength(family, lengthMm),
    description: `${family.name}, ${String(lengthMm / 1000)} m`,
    price: priceOfLength(family, lengthMm),
    lengthMm,
    family: family.id,
  };
}

function unknownCablePart(family: CableFamily, why: string): Part {
  return {
    class: 'cable',
    sku: null,
    description: `${family.name}, length unknown: ${why}`,
    price: null,
    lengthMm: null,
    family: family.id,
  };
}

function priceOfLength(family: CableFamily, lengthMm: number): Money | null {
  const key = String(lengthMm);
  return Object.hasOwn(family.priceByLengthMm, key) ? must(family.priceByLengthMm[key], 'price') : null;
}

/** Metres by kind and size, rounded up to whole metres once per line. */
function pathwayLines({ network }: Survey, currency: string): BomLine[] {
  const sums = new Map<string, { segment: Segment; lengthMm: number }>();
  network.segments.forEach((segment, row) => {
    const key = pathwayName(segment);
    const sum = sums.get(key) ?? { segment, lengthMm: 0 };
    sum.lengthMm += network.edgeLengthMm[row]! * conduitCount(segment);
    sums.set(key, sum);
  });
  const sorted = [...sums.values()].sort(
    ({ segment: a }, { segment: b }) => compareIds(a.kind, b.kind) || a.widthMm - b.widthMm || a.depthMm - b.depthMm,
  );
  return sorted.map(({ segment, lengthMm }) => {
    const part: Part = { class: 'pathway', sku: null, description: pathwayName(segment), price: null, lengthMm: null, family: null };
    return lineOf(part, 'm', Math.ceil(lengthMm / 1000), 0, currency);
  });
}

const pathwayNames: Readonly<Record<Segment['kind'], string>> = {
  ladder: 'Cable ladder',
  basket: 'Basket tray',
  raceway: 'Fiber raceway',
  conduit: 'Conduit',
  underfloor: 'Underfloor tray',
};

function pathwayName({ kind, widthMm, depthMm }: Segment): string {
  return `${pathwayNames[kind]}, ${String(widthMm)} × ${String(depthMm)} mm`;
}

function countBy(ids: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareIds(a, b));
}
