/** What the counts of a bill of materials rest on: scope, settings, unknowns, and every figure that nobody published. */
import { must } from '../assert.ts';
import type { Cabling } from '../cabling/types.ts';
import type { CatalogEntry } from '../catalog/types.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { Counts, SparesPct } from './bom.ts';
import { loomOrders, loomOrdersText } from './loomOrders.ts';
import { conduitsText } from './pathwayHours.ts';
import type { BomLine, Takeoff } from './types.ts';

export interface BomBasis {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
  readonly takeoff: Takeoff;
  readonly lines: readonly BomLine[];
  readonly sparesPct: SparesPct;
  readonly used: { readonly models: Counts; readonly types: Counts; readonly optics: Counts };
}

export interface Assumption {
  readonly subject: string;
  readonly text: string;
}

/** In the order in which a reader asks: what is counted, what was added, what is missing, which figures are guesses. */
export function bomAssumptions(basis: BomBasis): Assumption[] {
  return [
    { subject: 'Scope', text: basis.takeoff.scope },
    ...settingsOf(basis),
    ...loomsOrdered(basis),
    ...conduitsLaid(basis),
    ...unknownsOf(basis),
    ...figuresOf(basis),
  ];
}

function settingsOf({ plan, sparesPct }: BomBasis): Assumption[] {
  const { slack } = plan.settings;
  return [
    {
      subject: 'Spares',
      text:
        `cables ${String(sparesPct.cables)} %, transceivers ${String(sparesPct.transceivers)} %, devices ${String(sparesPct.devices)} %, ` +
        `cabinets ${String(sparesPct.cabinets)} % of each line, rounded up; pathways none`,
    },
    {
      subject: 'Slack',
      text:
        `inside a cabinet ${metres(slack.insideCabinetMmPerEnd)} an end; jumpers ${metres(slack.jumperMmPerEnd)} an end and ` +
        `${String(slack.jumperPctOfPathway)} % of the pathway; trunks ${metres(slack.trunkMmPerEnd)} an end; copper ${metres(slack.copperMmPerEnd)} an end`,
    },
    {
      subject: 'Cable length',
      text: 'the shortest on offer whose worst case (nominal less tolerance) covers path and slack; see the cable schedule for each cable',
    },
    ...lengthsChosen(plan),
    { subject: 'Pathways', text: 'metres of centerline, rounded up once per line; fittings, supports and waste are not counted' },
    { subject: 'Prices', text: `in ${plan.settings.currency}, as the catalog of the plan gives them; nothing is converted` },
  ];
}

function loomsOrdered({ plan, survey, cabling }: BomBasis): Assumption[] {
  const orders = loomOrders(plan, survey, cabling);
  return orders === null ? [] : [{ subject: 'Looms', text: loomOrdersText(orders) }];
}

function conduitsLaid({ takeoff: { conduitMm } }: BomBasis): Assumption[] {
  return conduitMm === 0 ? [] : [{ subject: 'Conduits', text: conduitsText(conduitMm) }];
}

/** One for each family whose lengths somebody chose. */
function lengthsChosen({ lengthPlans, catalog }: Plan): Assumption[] {
  return sortedById(lengthPlans).map(({ id, lengthsMm, minimumOrder, surplusLimitMm }) => {
    const rules = [
      minimumOrder > 1 ? `at least ${String(minimumOrder)} of each` : null,
      surplusLimitMm === null ? null : `at most ${metres(surplusLimitMm)} of surplus in a cable`,
    ].filter((rule) => rule !== null);
    const lengths = lengthsMm.map((lengthMm) => String(lengthMm / 1000)).join(', ');
    const name = must(catalog.cableFamilies.get(id), id).name;
    return { subject: 'Length plan', text: `${name} is ordered at ${lengths} m${rules.length === 0 ? '' : `, ${rules.join(', ')}`}` };
  });
}

function unknownsOf({ plan, cabling, takeoff, lines }: BomBasis): Assumption[] {
  const { unknownRequired, unknownOrdered } = takeoff.cables;
  const unpriced = lines.filter((line) => line.price === null).length;
  const foreign = lines.filter((line) => line.price !== null && line.price.currency !== plan.settings.currency).length;
  const overridden = [...plan.overrides.values()].filter(
    ({ id, requiredMm }) => requiredMm !== null && cabling.findCable(id) !== null,
  ).length;
  return [
    { count: unknownRequired, subject: 'Unknown lengths', text: `${cablesText(unknownRequired)} no route and so no length` },
    {
      count: unknownOrdered - unknownRequired,
      subject: 'Unknown lengths',
      text: `${cablesText(unknownOrdered - unknownRequired)} to be longer than any length on offer`,
    },
    {
      count: takeoff.spareLegs.count,
      subject: 'Spare legs',
      text: `${takeoff.spareLegs.count === 1 ? '1 leg of breakouts and trunks that are ordered carries' : `${String(takeoff.spareLegs.count)} legs of breakouts and trunks that are ordered carry`} no link: ${legsText(takeoff, cabling)}`,
    },
    {
      count: overridden,
      subject: 'Set by hand',
      text: `required lengths of ${String(overridden)} of ${String(cabling.cables.count)} cables were set by hand`,
    },
    {
      count: unpriced,
      subject: 'Unknown prices',
      text: `${String(unpriced)} of ${String(lines.length)} lines have no price; the total is a lower bound`,
    },
    {
      count: foreign,
      subject: 'Other currencies',
      text: `${String(foreign)} of ${String(lines.length)} lines are priced in another currency and not in the total`,
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ subject, text }) => ({ subject, text }));
}

function legsText({ spareLegs }: Takeoff, { families }: Cabling): string {
  const name = (id: string): string =>
    must(
      families.find((family) => family.id === id),
      id,
    ).name;
  return spareLegs.byFamily.map(({ family, count }) => `${String(count)} of ${name(family)}`).join(', ');
}

function cablesText(count: number): string {
  return count === 1 ? '1 cable has' : `${String(count)} cables have`;
}

/** Every figure of a part on the bill whose source says that it is an assumption. */
function figuresOf({ plan, cabling, used }: BomBasis): Assumption[] {
  const { catalog } = plan;
  const entries = [
    ...used.models.map(([id]) => must(catalog.cabinetModels.get(id), id)),
    ...used.types.map(([id]) => must(catalog.deviceTypes.get(id), id)),
    ...used.optics.map(([id]) => must(catalog.transceivers.get(id), id)),
    ...cabling.families,
  ];
  return entries.flatMap(assumedFigures);
}

function assumedFigures(entry: CatalogEntry): Assumption[] {
  return Object.entries(entry.sources)
    .filter(([, source]) => /^assumption\b/i.test(source))
    .sort(([a], [b]) => compareIds(a, b))
    .map(([field, source]) => ({ subject: entry.name, text: `${field} ${figureText(entry, field)}: ${source}` }));
}

/** The figure itself, where the field holds something short enough to read. */
function figureText(entry: CatalogEntry, field: string): string {
  const value: unknown = field.split('.').reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), entry);
  if (value === null) return '(unknown)';
  const text = value === undefined ? '' : JSON.stringify(value);
  return text === '' || text.length > 80 ? '(see the catalog)' : `= ${text}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function metres(lengthMm: number): string {
  return `${String(lengthMm / 1000)} m`;
}
