/** Tasks of several labor profiles in one list: what each takes under each profile. */
import type { ProfileHours } from '../../shared/takeoff/types.ts';

/** By the order of work, or by how much the profiles differ. */
export type TaskOrder = 'work' | 'difference';

export interface TaskRow {
  readonly task: string;
  /** As the first profile that has it names it. */
  readonly name: string;
  /** By profile, in the order given; null: the profile has no such task. */
  readonly hours: readonly { readonly profile: string; readonly likely: number | null }[];
  /** Most less least, where a profile without the task takes no time for it. */
  readonly spread: number;
}

/** Tasks of which the plan has units under some profile. A task that only later profiles have stands after the one before it there. */
export function taskRows(profiles: readonly ProfileHours[], order: TaskOrder): readonly TaskRow[] {
  const ids: string[] = [];
  for (const { tasks } of profiles) {
    let after = -1;
    for (const { task } of tasks) {
      const known = ids.indexOf(task);
      if (known < 0) ids.splice(after + 1, 0, task);
      after = known < 0 ? after + 1 : known;
    }
  }
  const rows = ids.flatMap((id): TaskRow[] => {
    const found = profiles.map(({ profile, tasks }) => ({ profile, task: tasks.find(({ task }) => task === id) }));
    if (found.every(({ task }) => task === undefined || task.units === 0)) return [];
    const likely = found.map(({ task }) => task?.hours ?? 0);
    return [
      {
        task: id,
        name: found.find(({ task }) => task !== undefined)?.task?.name ?? id,
        hours: found.map(({ profile, task }) => ({ profile, likely: task?.hours ?? null })),
        spread: Math.max(...likely) - Math.min(...likely),
      },
    ];
  });
  switch (order) {
    case 'work':
      return rows;
    case 'difference':
      return rows.toSorted((one, other) => other.spread - one.spread);
  }
}
