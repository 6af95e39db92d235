import { describe, expect, it } from 'vitest';
import { taskRows } from '../../../renderer/drawer/taskRows.ts';
import type { ProfileHours, TaskHours } from '../../../shared/takeoff/types.ts';

function task(id: string, hours: number): TaskHours {
  const range = { low: hours, likely: hours, high: hours };
  return { task: id, name: `Do ${id}`, unit: 'cable', units: hours === 0 ? 0 : 1, hours, range, source: '', factors: [] };
}

function profile(id: string, tasks: readonly TaskHours[]): ProfileHours {
  return { profile: id, name: id, total: 0, range: { low: 0, likely: 0, high: 0 }, tasks, unknownCables: 0, days: 0 };
}

const profiles = [
  profile('one', [task('pull', 4), task('mate', 2), task('never', 0)]),
  profile('two', [task('pull', 9), task('splice', 1), task('mate', 2)]),
];

describe('tasks of several profiles', () => {
  it('stand once each in the order of work, one that a later profile adds after the one before it there', () => {
    expect(taskRows(profiles, 'work').map((row) => row.task)).toEqual(['pull', 'splice', 'mate']);
  });

  it('keep apart a task that a profile has not from one that takes no time', () => {
    const splice = taskRows(profiles, 'work').find((row) => row.task === 'splice');
    expect(splice).toMatchObject({ name: 'Do splice', hours: [{ likely: null }, { likely: 1 }], spread: 1 });
  });

  it('come by how much they differ when asked', () => {
    expect(taskRows(profiles, 'difference').map((row) => [row.task, row.spread])).toEqual([
      ['pull', 5],
      ['splice', 1],
      ['mate', 0],
    ]);
  });
});
