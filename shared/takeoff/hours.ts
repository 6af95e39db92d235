/** Person-hours of a labour profile: Σ units × minutes × people ÷ 60 ÷ utilisation, plus set-up per work location. */
import type { LabourProfile } from '../catalog/types.ts';
import { cablesLeftOut, unitsOf, type LabourCounts } from './labourCounts.ts';
import type { ProfileHours, Range, TaskHours } from './types.ts';

/**
 * Hours of every task and their sums. Tasks counted by location are set-up: elapsed time by nature, so utilisation does
 * not stretch them. Days are the likely hours over what the profile's crew gives in a day: a first
 * estimate without precedence, rounded up to a tenth.
 */
export function hoursOf(profile: LabourProfile, counts: LabourCounts): ProfileHours {
  const tasks = profile.tasks.map((task): TaskHours => {
    const units = unitsOf(task, counts);
    const utilisation = task.unit === 'location' ? 1 : profile.utilisation;
    const hours = (minutes: number): number => (units * minutes * task.people) / 60 / utilisation;
    const range = { low: hours(task.minutes.low), likely: hours(task.minutes.likely), high: hours(task.minutes.high) };
    return { task: task.id, name: task.name, unit: task.unit, units, hours: range.likely, range, source: task.source };
  });
  const range = tasks.reduce((sum, task) => addRanges(sum, task.range), { low: 0, likely: 0, high: 0 });
  const hoursPerDay = profile.crew.people * profile.crew.hoursPerDay;
  return {
    profile: profile.id,
    name: profile.name,
    total: range.likely,
    range,
    tasks,
    unknownCables: Math.max(0, ...profile.tasks.map((task) => cablesLeftOut(task, counts))),
    days: Math.ceil((range.likely / hoursPerDay) * 10) / 10,
  };
}

function addRanges(a: Range, b: Range): Range {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}
