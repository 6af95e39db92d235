/** Labour profiles beside each other: the same plan in hours and money, what a dearer cable may cost, and which tasks make the difference. */
import type { Money } from '../catalog/types.ts';
import type { ProfileHours, Range } from './types.ts';

/** Hours that a profile saves on one task against the base; negative: it takes longer. */
export interface TaskDifference {
  readonly task: string;
  readonly name: string;
  readonly hours: number;
}

export interface ComparedProfile {
  readonly profile: string;
  readonly name: string;
  readonly hours: Range;
  readonly days: number;
  /** Hours × rate; null: the rate is unknown. */
  readonly cost: MoneyRange | null;
  /** Likely hours that it takes for each that the base takes; null where the base takes none. */
  readonly ratio: number | null;
  /** Hours saved against the base, low with low and high with high. */
  readonly saved: Range;
  /** What is saved on one cable, in minutes of paid time; null in a plan without cables. */
  readonly savedMinutesPerCable: Range | null;
  /**
   * What one cable may cost more than one of the base before the saving is spent (less, where negative): saved hours × rate ÷ cables.
   * Null where the rate is unknown or there are no cables.
   */
  readonly breakEvenPerCable: MoneyRange | null;
  /** Tasks by how much they differ, the greatest first; those that do not differ are left out. */
  readonly drivers: readonly TaskDifference[];
}

export interface MoneyRange {
  readonly low: Money;
  readonly likely: Money;
  readonly high: Money;
}

export interface ProfileComparison {
  /** Profile that the others are compared with: the plan's own. */
  readonly base: string;
  readonly ratePerHour: Money | null;
  readonly cables: number;
  readonly profiles: readonly ComparedProfile[];
}

/** Compares each profile with the base, also the base with itself. Null where none has the base's id. */
export function compareProfiles(
  profiles: readonly ProfileHours[],
  baseId: string,
  cables: number,
  ratePerHour: Money | null,
): ProfileComparison | null {
  const base = profiles.find(({ profile }) => profile === baseId);
  if (base === undefined) return null;
  return {
    base: baseId,
    ratePerHour,
    cables,
    profiles: profiles.map((one) => compared(one, base, cables, ratePerHour)),
  };
}

function compared(one: ProfileHours, base: ProfileHours, cables: number, rate: Money | null): ComparedProfile {
  const saved = eachOf(one.range, base.range, (its, bases) => bases - its);
  const perCable = cables === 0 ? null : eachOf(saved, saved, (hours) => hours / cables);
  return {
    profile: one.profile,
    name: one.name,
    hours: one.range,
    days: one.days,
    cost: rate === null ? null : costOf(one.range, rate),
    ratio: base.total === 0 ? null : one.total / base.total,
    saved,
    savedMinutesPerCable: perCable === null ? null : eachOf(perCable, perCable, (hours) => hours * 60),
    breakEvenPerCable: rate === null || perCable === null ? null : costOf(perCable, rate),
    drivers: driversOf(one, base),
  };
}

/** Matches tasks by id; one that only one of the two has counts whole. */
function driversOf(one: ProfileHours, base: ProfileHours): readonly TaskDifference[] {
  const its = new Map(one.tasks.map((task) => [task.task, task]));
  const bases = new Map(base.tasks.map((task) => [task.task, task]));
  return [...new Set([...bases.keys(), ...its.keys()])]
    .map((id) => ({
      task: id,
      name: (bases.get(id) ?? its.get(id))?.name ?? id,
      hours: (bases.get(id)?.hours ?? 0) - (its.get(id)?.hours ?? 0),
    }))
    .filter(({ hours }) => hours !== 0)
    .sort((a, b) => Math.abs(b.hours) - Math.abs(a.hours) || (a.task < b.task ? -1 : 1));
}

function eachOf(a: Range, b: Range, combine: (a: number, b: number) => number): Range {
  return { low: combine(a.low, b.low), likely: combine(a.likely, b.likely), high: combine(a.high, b.high) };
}

function costOf(hours: Range, { amountMinor, currency }: Money): MoneyRange {
  const money = (each: number): Money => ({ amountMinor: Math.round(each * amountMinor), currency });
  return { low: money(hours.low), likely: money(hours.likely), high: money(hours.high) };
}
