/** The takeoff for people at a terminal. */
import type { Derived } from '../../shared/engine/engine.ts';
import { moneyText } from '../../shared/catalog/money.ts';
import { bundleTypes } from '../../shared/looms/bundleTypes.ts';
import { loomSizes, loomSizesIf } from '../../shared/looms/loomSizes.ts';
import { fabricBills } from '../../shared/takeoff/fabricBills.ts';
import { hallBills } from '../../shared/takeoff/hallBills.ts';
import { loomOrders, loomOrdersText } from '../../shared/takeoff/loomOrders.ts';
import { conduitsText } from '../../shared/takeoff/pathwayHours.ts';
import type { ComparedProfile } from '../../shared/takeoff/profileComparison.ts';
import type { ProfileHours, Takeoff } from '../../shared/takeoff/types.ts';
import { alignedTable, grouped, left, right } from './alignedTable.ts';

/** Segments shown, fullest first; all of them are in the JSON. */
const FULLEST_SHOWN = 5;

export function takeoffText(derived: Derived, hours: ProfileHours | null): string {
  const { plan, takeoff, findings } = derived;
  const errors = findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null).length;
  const warnings = findings.filter(({ severity, accepted }) => severity === 'warning' && accepted === null).length;
  return [
    `${plan.name}: ${takeoff.scope}\n`,
    countsTable(takeoff, plan.fabrics.size > 1),
    fabricsTable(derived),
    hallsTable(derived),
    familiesTable(takeoff),
    loomsText(derived),
    pathwaysTable(takeoff),
    hours === null ? 'Hours: no labor profile in the plan\n' : hoursTable(takeoff, hours) + conduitsLine(takeoff),
    `Findings: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${errors + warnings > 0 ? ' (raceway check lists them)' : ''}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Tiers are told apart here unless they stand in a table of fabrics. */
function countsTable(
  { links, cables, cages, fibers, spareLegs, cabinets, devices, transceivers, powerW }: Takeoff,
  hasFabricTable: boolean,
): string {
  const parts = (counts: readonly { readonly count: number; readonly name: string }[]): string =>
    counts.map(({ name, count }) => `${name} ${grouped(count)}`).join(', ');
  const tiers = (counts: readonly { readonly tier: string; readonly count: number }[]): string =>
    hasFabricTable ? '' : parts(counts.map(({ tier, count }) => ({ name: tier, count })));
  const optics = transceivers.reduce((sum, { count }) => sum + count, 0);
  const power = powerW.unknownDevices === 0 ? '' : `at least; unknown for ${plural(powerW.unknownDevices, 'device')}`;
  return alignedTable(
    [left(''), right(''), left('')],
    [
      ['Links', grouped(links.count), tiers(links.byTier)],
      ['Cables', grouped(cables.count), tiers(cables.byTier)],
      ['Cages', grouped(cages.count), 'in use'],
      ...(spareLegs.count === 0 ? [] : [['Spare legs', grouped(spareLegs.count), 'of breakouts and trunks, without a link']]),
      ['Fibers', grouped(fibers.count), fibers.unknownCables === 0 ? '' : `at least; unknown for ${plural(fibers.unknownCables, 'cable')}`],
      ['Cabinets', grouped(cabinets.count), ''],
      ['Devices', grouped(devices.count), parts(devices.byRole.map(({ role, count }) => ({ name: role, count })))],
      ['Transceivers', grouped(optics), parts(transceivers.map(({ id, count }) => ({ name: id, count })))],
      ['Power', `${grouped(powerW.known / 1000, 1)} kW`, power],
    ],
  );
}

/** A line a tier, where a plan holds more than one fabric. */
function fabricsTable({ plan, survey, cabling }: Derived): string {
  if (plan.fabrics.size < 2) return '';
  const rows = fabricBills(plan, survey, cabling).flatMap(({ name, links, cables, tiers, transceivers }) => [
    [name, '', grouped(links), grouped(cables), transceivers.map(({ id, count }) => `${id} ${grouped(count)}`).join(', ')],
    ...tiers.map((tier) => ['', tier.tier, grouped(tier.links), grouped(tier.cables), tier.family ?? 'several families']),
  ]);
  return alignedTable([left('Fabric'), left('Tier'), right('Links'), right('Cables'), left('Transceivers, family')], rows);
}

/** A line a hall, and one for what runs between two; nothing where a plan has one hall. */
function hallsTable({ plan, survey, cabling }: Derived): string {
  if (plan.halls.size < 2) return '';
  const { halls, between } = hallBills(plan, survey, cabling);
  const nameOf = (id: string): string => plan.halls.get(id)?.name ?? id;
  return alignedTable(
    [left('Hall'), right('Cabinets'), right('Devices'), right('Cables'), right('Ordered m'), right('Pathway m')],
    [
      ...halls.map((hall) => [
        hall.name,
        grouped(hall.cabinets),
        grouped(hall.devices),
        grouped(hall.cables),
        atLeast(hall.orderedM, hall.unknownOrdered),
        grouped(hall.pathwayM, 1),
      ]),
      ...between.map((way) => [
        way.halls.map(nameOf).join(' – '),
        '',
        '',
        grouped(way.cables),
        atLeast(way.orderedM, way.unknownOrdered),
        grouped(way.pathwayM, 1),
      ]),
    ],
  );
}

/** How the cables bundle, and how many types of bundle that needs; nothing where no two run together. */
function loomsText(derived: Derived): string {
  const looms = loomSizes(derived);
  if (looms.length === 0) return '';
  const members = looms.reduce((sum, loom) => sum + loom.members, 0);
  const [own, custom, stock] = [looms, loomSizesIf(derived, 'custom'), loomSizesIf(derived, 'stock')].map(
    (some) => bundleTypes(some).length,
  );
  const orders = loomOrders(derived.plan, derived.survey, derived.cabling);
  return (
    `Looms: ${grouped(looms.length)} ${looms.length === 1 ? 'holds' : 'hold'} ${plural(members, 'cable')} in ${plural(own ?? 0, 'type')} of bundle (capacity and length); ` +
    `all made to length ${grouped(custom ?? 0)}, all of stock jumpers ${grouped(stock ?? 0)}\n` +
    (orders === null ? '' : `Order of cables: ${loomOrdersText(orders)}\n`)
  );
}

function familiesTable({ cables }: Takeoff): string {
  if (cables.count === 0) return '';
  const rows = cables.byFamily
    .filter(({ count }) => count > 0)
    .map((family) => [
      family.family,
      grouped(family.count),
      atLeast(family.requiredM, family.unknownRequired),
      atLeast(family.orderedM, family.unknownOrdered),
      family.byLength.map(({ lengthM, count }) => `${count} × ${lengthM} m`).join(', ') + unknownLengths(family.unknownOrdered),
    ]);
  const total = [
    'All',
    grouped(cables.count),
    atLeast(cables.requiredMm / 1000, cables.unknownRequired),
    atLeast(cables.orderedMm / 1000, cables.unknownOrdered),
    '',
  ];
  return alignedTable(
    [left('Cable family'), right('Cables'), right('Required m'), right('Ordered m'), left('Lengths')],
    rows.length > 1 ? [...rows, total] : rows,
  );
}

function atLeast(known: number, unknown: number): string {
  return `${unknown > 0 ? '≥ ' : ''}${grouped(known, 1)}`;
}

function unknownLengths(count: number): string {
  return count === 0 ? '' : `; ${count} of unknown length`;
}

function pathwaysTable({ pathways }: Takeoff): string {
  if (pathways.length === 0) return '';
  const fullest = [...pathways].sort((a, b) => b.fillPct - a.fillPct || (a.id < b.id ? -1 : 1)).slice(0, FULLEST_SHOWN);
  const metres = pathways.reduce((sum, { lengthMm }) => sum + lengthMm, 0) / 1000;
  return (
    `Pathways: ${grouped(metres, 1)} m in ${plural(pathways.length, 'segment')}; the fullest:\n` +
    alignedTable(
      [left('Segment'), right('Fill %'), right('Cables'), right('kg/m')],
      fullest.map(({ id, fillPct, cables, kgPerM }) => [id, grouped(fillPct, 1), grouped(cables), grouped(kgPerM, 2)]),
    )
  );
}

function hoursTable({ profiles, cables, comparison }: Takeoff, shown: ProfileHours): string {
  const span = (low: number, high: number): string => `${grouped(low, 1)} – ${grouped(high, 1)}`;
  const byProfile = alignedTable(
    [
      left('Labor profile'),
      right('Hours'),
      right('Low – high'),
      right('Crew days'),
      right('Cost'),
      right('Saved h'),
      right('Break-even a cable'),
    ],
    profiles.map(({ profile, total, range, days, unknownCables }) => {
      const compared = comparison?.profiles.find((one) => one.profile === profile);
      return [
        profile === shown.profile ? `${profile} *` : profile,
        atLeast(total, unknownCables),
        span(range.low, range.high),
        atLeast(days, unknownCables),
        compared === undefined || compared.cost === null ? 'unknown' : moneyText(compared.cost.likely),
        compared === undefined || profile === comparison?.base ? '' : grouped(compared.saved.likely, 1),
        compared === undefined || profile === comparison?.base ? '' : breakEvenText(compared),
      ];
    }),
  );
  const byTask = alignedTable(
    [left(`Task (${shown.profile})`), right('Units'), left(''), right('Hours'), right('Low – high')],
    shown.tasks
      .filter(({ units }) => units > 0)
      .map(({ name, unit, units, hours, range }) => [
        name,
        grouped(units, Number.isInteger(units) ? 0 : 1),
        unit,
        grouped(hours, 1),
        span(range.low, range.high),
      ]),
  );
  const leftOut =
    shown.unknownCables === 0
      ? ''
      : `Hours: at least ${grouped(shown.total, 1)}, ${grouped(shown.unknownCables)} of ${plural(cables.count, 'cable')} have no route\n`;
  return `${byProfile}${leftOut}\n${byTask}`;
}

/** Nothing where a plan has no conduits; hours that leave metres out say so. */
export function conduitsLine({ conduitMm }: Takeoff): string {
  return conduitMm === 0 ? '' : `Hours: ${conduitsText(conduitMm)}\n`;
}

/** What one cable may cost more before the saving is spent; in minutes of work where the rate is unknown. */
export function breakEvenText({ breakEvenPerCable, savedMinutesPerCable }: ComparedProfile): string {
  if (breakEvenPerCable !== null) return moneyText(breakEvenPerCable.likely);
  return savedMinutesPerCable === null ? '' : `${grouped(savedMinutesPerCable.likely, 1)} min`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
