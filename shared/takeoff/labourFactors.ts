/** What circumstances do to a task's minutes. */
import type { LabourCondition, LabourFactor, LabourProfile, LabourUnit } from '../catalog/types.ts';
import type { Range } from './types.ts';
import type { WorkPlace } from './workPlaces.ts';

/** True where work at a place, by a crew of so many people, is under a condition. What is not known is under none. */
export function holdsAt(condition: LabourCondition, place: WorkPlace, crewPeople: number): boolean {
  switch (condition.kind) {
    case 'height':
      return isWithin(place.heightMm, condition.fromMm, condition.toMm);
    case 'level':
      return isWithin(place.level, condition.from, condition.to);
    case 'congestion':
      return isWithin(place.fillPct, condition.fromPct, condition.toPct);
    case 'crew':
      return isWithin(crewPeople, condition.from, condition.to);
  }
}

function isWithin(value: number | null, from: number, to: number | null): boolean {
  return value !== null && value >= from && (to === null || value < to);
}

/** Factors that bear on tasks counted by a unit, in the profile's order. */
export function factorsFor({ factors }: LabourProfile, unit: LabourUnit): readonly LabourFactor[] {
  return factors?.filter(({ units }) => units.includes(unit)) ?? [];
}

/** Product of the factors that hold, low, likely and high each. */
export function timesOf(factors: readonly LabourFactor[]): Range {
  return factors.reduce<Range>(
    (product, { times }) => ({
      low: product.low * times.low,
      likely: product.likely * times.likely,
      high: product.high * times.high,
    }),
    { low: 1, likely: 1, high: 1 },
  );
}
