/** Person-hours of a labour profile: Σ units × minutes × people ÷ 60 ÷ utilisation, task by task. */
import type { LabourProfile } from '../catalog/types.ts';
import { unitsOf, type LabourCounts } from './labourCounts.ts';
import type { ProfileHours, Range, TaskHours } from './types.ts';

/**
 * Hours of every task and their sums. Set-up per work location is a task counted by location; like every task it is paid
 * time, so utilisation applies to it too. Days are the likely hours over what the profile's crew gives in a day: a first
 * estimate without precedence, rounded up to a tenth.
 */
export function hoursOf(profile: LabourProfile, counts: LabourCounts): ProfileHours {
  const tasks = profile.tasks.map((task): TaskHours => {
    const units = unitsOf(task, counts);
    const hours = (minutes: number): number => (units * minutes * task.people) / 60 / profile.utilisation;
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
    days: Math.ceil((range.likely / hoursPerDay) * 10) / 10,
  };
}

function addRanges(a: Range, b: Range): Range {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}
