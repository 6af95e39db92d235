/** Person-hours of a labour profile: Σ units × minutes × factors × people ÷ 60 ÷ utilisation, plus set-up per work location. */
import type { LabourProfile, LabourTask } from '../catalog/types.ts';
import { cablesLeftOut, unitsOf, type LabourCounts, type PlacedUnits } from './labourCounts.ts';
import { factorsFor, holdsAt, timesOf } from './labourFactors.ts';
import type { ProfileHours, Range, TaskHours } from './types.ts';

/**
 * Hours of every task and their sums. Tasks counted by location are set-up: elapsed time by nature, so utilisation does
 * not stretch them. Days are the likely hours over what the profile's crew gives in a day: a first
 * estimate without precedence, rounded up to a tenth.
 */
export function hoursOf(profile: LabourProfile, counts: LabourCounts): ProfileHours {
  const tasks = profile.tasks.map((task) =>
    task.unit === 'device' ? hoursOfDevices(profile, task, counts) : hoursOfTask(profile, task, unitsOf(task, counts)),
  );
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

type HoursByTask = Map<LabourTask, TaskHours>;

const hoursAtDevices = new WeakMap<LabourCounts['devices'], WeakMap<LabourProfile, HoursByTask>>();

/** Hours of a task that is counted by devices alone: kept for as long as no device changes. */
function hoursOfDevices(profile: LabourProfile, task: LabourTask, counts: LabourCounts): TaskHours {
  const byProfile = hoursAtDevices.get(counts.devices) ?? new WeakMap<LabourProfile, HoursByTask>();
  hoursAtDevices.set(counts.devices, byProfile);
  const byTask = byProfile.get(profile) ?? new Map<LabourTask, TaskHours>();
  byProfile.set(profile, byTask);
  const hours = byTask.get(task) ?? hoursOfTask(profile, task, unitsOf(task, counts));
  byTask.set(task, hours);
  return hours;
}

function hoursOfTask(profile: LabourProfile, task: LabourTask, placed: readonly PlacedUnits[]): TaskHours {
  const utilisation = task.unit === 'location' ? 1 : profile.utilisation;
  const known = factorsFor(profile, task.unit);
  const uses = known.map((factor) => ({ factor: factor.id, name: factor.name, units: 0, times: factor.times, source: factor.source }));
  let units = 0;
  const slowed = { low: 0, likely: 0, high: 0 };
  for (const { units: some, place } of placed) {
    const holding = known.filter(({ condition }, index) => {
      const holds = holdsAt(condition, place, profile.crew.people);
      if (holds) uses[index]!.units += some;
      return holds;
    });
    const times = timesOf(holding);
    units += some;
    slowed.low += some * times.low;
    slowed.likely += some * times.likely;
    slowed.high += some * times.high;
  }
  const perMinute = task.people / 60 / utilisation;
  const range = {
    low: slowed.low * task.minutes.low * perMinute,
    likely: slowed.likely * task.minutes.likely * perMinute,
    high: slowed.high * task.minutes.high * perMinute,
  };
  return {
    task: task.id,
    name: task.name,
    unit: task.unit,
    units,
    hours: range.likely,
    range,
    source: task.source,
    factors: uses.filter((use) => use.units > 0),
  };
}

function addRanges(a: Range, b: Range): Range {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}
