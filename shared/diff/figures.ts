/**
 * Two plans by what follows from them: links, cables, metres, money, hours, findings. Depends on nothing but the two derivations.
 * Unknown is never zero: a difference of what is not known on both sides is null, and sums say how many of their parts are unknown.
 */
import { must } from '../assert.ts';
import type { LabourProfile, LabourTask } from '../catalog/types.ts';
import type { Finding } from '../checks/types.ts';
import type { Derived } from '../engine/engine.ts';
import { findingKeys } from '../engine/findingKey.ts';
import { compareIds } from '../plan/sortedById.ts';
import { billOfMaterials } from '../takeoff/bom.ts';
import type { BomLine, FamilyCount, Range, TaskHours } from '../takeoff/types.ts';
import { reroutes } from './reroutes.ts';

export interface Pair<T> {
  readonly old: T;
  readonly new: T;
}

export interface NamedCounts extends Pair<number> {
  readonly name: string;
}

/** A sum, and how many of its parts are not known. */
export interface PartialFigure {
  readonly known: number;
  readonly unknown: number;
}

export interface FamilyFigures {
  readonly family: string;
  readonly name: string;
  readonly count: Pair<number>;
  readonly requiredM: Pair<PartialFigure>;
  readonly orderedM: Pair<PartialFigure>;
  /** Lengths of which the counts differ. */
  readonly byLength: readonly (Pair<number> & { readonly lengthM: number })[];
}

/** What is bought otherwise: a line of the bill of materials whose order differs. */
export interface OrderChange {
  readonly class: BomLine['class'];
  readonly sku: string | null;
  readonly description: string;
  readonly unit: BomLine['unit'];
  readonly order: Pair<number>;
  /** In minor units; null: no price, or another currency than the plan's. A line that is not there costs nothing. */
  readonly amountMinor: Pair<number | null>;
}

export interface Money {
  readonly currency: string;
  /** Null: no line has a known price. */
  readonly knownMinor: number | null;
  readonly unknownLines: number;
}

/** A sum of those of one name. */
export interface NamedFigure extends Pair<PartialFigure> {
  readonly name: string;
}

/** How the hours of a task come about. */
export interface TaskWork {
  readonly figures: TaskHours;
  readonly rule: LabourTask;
  /** That of the profile, or 1 where it does not bear on the task. */
  readonly utilisation: number;
}

export interface TaskFigures {
  readonly task: string;
  readonly name: string;
  readonly hours: Pair<number>;
  readonly range: Pair<Range>;
  /** Null: the profile has no such task. */
  readonly work: Pair<TaskWork | null>;
}

export interface HourFigures {
  readonly profile: string;
  readonly name: string;
  readonly range: Range;
  readonly days: number;
  /** Of the profile: days are hours over what it gives in a day. */
  readonly crew: LabourProfile['crew'];
  /** Cables whose metres no task counts. */
  readonly unknownCables: number;
}

export interface Figures {
  readonly links: Pair<number>;
  readonly linksByTier: readonly NamedCounts[];
  readonly cables: Pair<number>;
  readonly cablesByTier: readonly NamedCounts[];
  /** Of both plans, that run through other segments in the second. */
  readonly reroutedCables: number;
  readonly cabinets: Pair<number>;
  readonly cabinetsByModel: readonly NamedCounts[];
  readonly devices: Pair<number>;
  readonly devicesByRole: readonly NamedCounts[];
  readonly requiredM: Pair<PartialFigure>;
  readonly orderedM: Pair<PartialFigure>;
  /** In the order of ids; also those that do not differ. */
  readonly families: readonly FamilyFigures[];
  readonly money: Pair<Money>;
  readonly orders: readonly OrderChange[];
  /** Null: a plan without its labor profile. */
  readonly hours: Pair<HourFigures | null>;
  /** In the order of the new profile's tasks, then those that only the old one has. */
  readonly tasks: readonly TaskFigures[];
  readonly powerW: Pair<PartialFigure>;
  readonly powerByRole: readonly NamedFigure[];
  readonly errors: Pair<number>;
  readonly warnings: Pair<number>;
  /** That nobody accepted: new ones, those that are gone, and how many are in both. */
  readonly findings: { readonly new: readonly ComparedFinding[]; readonly gone: readonly ComparedFinding[]; readonly same: number };
}

/** A finding that one of the two plans has, under the name that it has there. */
export interface ComparedFinding extends Finding {
  readonly key: string;
}

export function compareFigures(old: Derived, next: Derived): Figures {
  const both = <T>(of: (derived: Derived) => T): Pair<T> => ({ old: of(old), new: of(next) });
  const byTier = (of: 'links' | 'cables'): NamedCounts[] => namedCounts(both(({ takeoff }) => takeoff[of].byTier.map(tierCount)));
  const bills = both(({ plan, survey, cabling, takeoff }) => billOfMaterials(plan, survey, cabling, takeoff));
  return {
    links: both(({ takeoff }) => takeoff.links.count),
    linksByTier: byTier('links'),
    cables: both(({ takeoff }) => takeoff.cables.count),
    cablesByTier: byTier('cables'),
    reroutedCables: reroutes(old, next).cables,
    cabinets: both(({ takeoff }) => takeoff.cabinets.count),
    cabinetsByModel: namedCounts(both(countCabinets)),
    devices: both(({ takeoff }) => takeoff.devices.count),
    devicesByRole: namedCounts(both(({ takeoff }) => takeoff.devices.byRole.map(({ role, count }) => [role, count]))),
    requiredM: both(({ takeoff: { cables } }) => ({ known: cables.requiredMm / 1000, unknown: cables.unknownRequired })),
    orderedM: both(({ takeoff: { cables } }) => ({ known: cables.orderedMm / 1000, unknown: cables.unknownOrdered })),
    families: families(old, next),
    money: { old: moneyOf(bills.old), new: moneyOf(bills.new) },
    orders: orderChanges(bills.old.lines, bills.new.lines),
    hours: both(hoursOf),
    tasks: taskFigures(both(tasksOf)),
    powerW: both(({ takeoff: { powerW } }) => ({ known: powerW.known, unknown: powerW.unknownDevices })),
    powerByRole: namedFigures(both(powerByRole)),
    errors: both(({ findings }) => standing(findings).filter(({ severity }) => severity === 'error').length),
    warnings: both(({ findings }) => standing(findings).filter(({ severity }) => severity === 'warning').length),
    findings: compareFindings(keyed(old.findings), keyed(next.findings)),
  };
}

const NOTHING: PartialFigure = { known: 0, unknown: 0 };

function tierCount({ tier, count }: { readonly tier: string; readonly count: number }): [string, number] {
  return [tier, count];
}

/** All names of both, the new ones first, in their order. */
function namedCounts(pairs: Pair<readonly (readonly [string, number])[]>): NamedCounts[] {
  const [old, next] = [new Map(pairs.old), new Map(pairs.new)];
  return [...new Set([...next.keys(), ...old.keys()])].map((name) => ({ name, old: old.get(name) ?? 0, new: next.get(name) ?? 0 }));
}

function families(old: Derived, next: Derived): FamilyFigures[] {
  const byId = ({ takeoff }: Derived): Map<string, FamilyCount> => new Map(takeoff.cables.byFamily.map((count) => [count.family, count]));
  const [before, after] = [byId(old), byId(next)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareIds).map((family) => {
    const pair = <T>(of: (count: FamilyCount) => T, none: T): Pair<T> => {
      const [was, is] = [before.get(family), after.get(family)];
      return { old: was === undefined ? none : of(was), new: is === undefined ? none : of(is) };
    };
    const lengths = pair<readonly (readonly [number, number])[]>((count) => count.byLength.map((one) => [one.lengthM, one.count]), []);
    const [oldCounts, newCounts] = [new Map(lengths.old), new Map(lengths.new)];
    return {
      family,
      name: (next.plan.catalog.cableFamilies.get(family) ?? old.plan.catalog.cableFamilies.get(family))?.name ?? family,
      count: pair(({ count }) => count, 0),
      requiredM: pair(({ requiredM, unknownRequired }) => ({ known: requiredM, unknown: unknownRequired }), NOTHING),
      orderedM: pair(({ orderedM, unknownOrdered }) => ({ known: orderedM, unknown: unknownOrdered }), NOTHING),
      byLength: [...new Set([...oldCounts.keys(), ...newCounts.keys()])]
        .sort((a, b) => a - b)
        .map((lengthM) => ({ lengthM, old: oldCounts.get(lengthM) ?? 0, new: newCounts.get(lengthM) ?? 0 }))
        .filter((counts) => counts.old !== counts.new),
    };
  });
}

function moneyOf(bill: ReturnType<typeof billOfMaterials>): Money {
  const { currency, knownAmountMinor, unknownLines, lines } = bill;
  return { currency, knownMinor: unknownLines === lines.length && lines.length > 0 ? null : knownAmountMinor, unknownLines };
}

function orderChanges(old: readonly BomLine[], next: readonly BomLine[]): OrderChange[] {
  const key = ({ class: of, sku, description, unit }: BomLine): string => JSON.stringify([of, sku, description, unit]);
  const [before, after] = [new Map(old.map((line) => [key(line), line])), new Map(next.map((line) => [key(line), line]))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): OrderChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const line = is ?? was;
    if (line === undefined) return [];
    const amount = { old: was === undefined ? 0 : was.amountMinor, new: is === undefined ? 0 : is.amountMinor };
    const order = { old: was?.order ?? 0, new: is?.order ?? 0 };
    if (order.old === order.new && amount.old === amount.new) return [];
    return [{ class: line.class, sku: line.sku, description: line.description, unit: line.unit, order, amountMinor: amount }];
  });
}

/** In the order of model names; a model that the plan has under two ids with one name is one. */
function countCabinets({ survey }: Derived): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { model } of survey.cabinets) counts.set(model.name, (counts.get(model.name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareIds(a, b));
}

function powerByRole({ survey }: Derived): (readonly [string, PartialFigure])[] {
  const sums = new Map<string, PartialFigure>();
  for (const { device, type } of survey.devices) {
    const { known, unknown } = sums.get(device.role) ?? NOTHING;
    const { maxPowerW } = type;
    sums.set(device.role, maxPowerW === null ? { known, unknown: unknown + 1 } : { known: known + maxPowerW, unknown });
  }
  return [...sums].sort(([a], [b]) => compareIds(a, b));
}

function namedFigures(pairs: Pair<readonly (readonly [string, PartialFigure])[]>): NamedFigure[] {
  const [old, next] = [new Map(pairs.old), new Map(pairs.new)];
  return [...new Set([...next.keys(), ...old.keys()])].map((name) => ({
    name,
    old: old.get(name) ?? NOTHING,
    new: next.get(name) ?? NOTHING,
  }));
}

function hoursOf({ plan, takeoff: { hours } }: Derived): HourFigures | null {
  if (hours === null) return null;
  const { profile, name, range, days, unknownCables } = hours;
  const { crew } = must(plan.catalog.labourProfiles.get(profile), profile);
  return { profile, name, range, days, crew, unknownCables };
}

function tasksOf({ plan, takeoff: { hours } }: Derived): TaskWork[] {
  if (hours === null) return [];
  const { tasks, utilisation } = must(plan.catalog.labourProfiles.get(hours.profile), hours.profile);
  const rules = new Map(tasks.map((rule) => [rule.id, rule]));
  return hours.tasks.map((figures) => {
    const rule = must(rules.get(figures.task), figures.task);
    // Set-up is elapsed time, which utilisation does not stretch.
    return { figures, rule, utilisation: rule.unit === 'location' ? 1 : utilisation };
  });
}

const NO_HOURS: Range = { low: 0, likely: 0, high: 0 };

/** A task that one of the two does not have takes no hours there. */
function taskFigures(pairs: Pair<readonly TaskWork[]>): TaskFigures[] {
  const byTask = (list: readonly TaskWork[]): Map<string, TaskWork> => new Map(list.map((work) => [work.figures.task, work]));
  const [before, after] = [byTask(pairs.old), byTask(pairs.new)];
  return [...new Set([...after.keys(), ...before.keys()])].map((task) => {
    const [was, is] = [before.get(task), after.get(task)];
    return {
      task,
      name: (is ?? was)?.figures.name ?? task,
      hours: { old: was?.figures.hours ?? 0, new: is?.figures.hours ?? 0 },
      range: { old: was?.figures.range ?? NO_HOURS, new: is?.figures.range ?? NO_HOURS },
      work: { old: was ?? null, new: is ?? null },
    };
  });
}

function standing(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ accepted }) => accepted === null);
}

/** Those that stand, each under its name among all. */
function keyed(findings: readonly Finding[]): ComparedFinding[] {
  const keys = findingKeys(findings);
  return findings.flatMap((finding, at) => (finding.accepted === null ? [{ ...finding, key: must(keys[at], finding.code) }] : []));
}

/** By code and ids, as exclusions go: the same finding with other figures is the same. */
function compareFindings(old: readonly ComparedFinding[], next: readonly ComparedFinding[]): Figures['findings'] {
  const [before, after] = [new Set(old.map(({ key }) => key)), new Set(next.map(({ key }) => key))];
  const added = next.filter(({ key }) => !before.has(key));
  return { new: added, gone: old.filter(({ key }) => !after.has(key)), same: next.length - added.length };
}
