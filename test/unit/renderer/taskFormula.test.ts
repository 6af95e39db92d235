import { describe, expect, it } from 'vitest';
import type { LabourTask } from '../../../shared/catalog/types.ts';
import type { TaskHours } from '../../../shared/takeoff/types.ts';
import { taskFormula } from '../../../renderer/drawer/taskFormula.ts';

const task: LabourTask = {
  id: 'hang-tray',
  name: 'Hang trays',
  unit: 'pathway-metre',
  applies: null,
  share: 1,
  minutes: { low: 5, likely: 10, high: 20 },
  people: 2,
  source: 'assumption',
};
const range = { low: 10, likely: 20, high: 40 };
const figures: TaskHours = {
  task: task.id,
  name: task.name,
  unit: task.unit,
  units: 60,
  hours: 20,
  range,
  source: 'assumption',
  factors: [],
};

describe('the formula of a task', () => {
  it('stands in the units of the screen, and gives the same hours', () => {
    expect(taskFormula(figures, task, 1, 'metric')).toMatch(/^60 m of pathway × 10 min × 2 people ÷ 60 = 20\.0 h/);
    expect(taskFormula(figures, task, 1, 'imperial')).toMatch(/^196\.9 ft of pathway × 3\.048 min × 2 people ÷ 60 = 20\.0 h/);
  });

  it('leaves counts as they are', () => {
    const ends = { ...task, unit: 'cable-end' as const, people: 1 };
    expect(taskFormula({ ...figures, unit: 'cable-end', units: 1014 }, ends, 0.5, 'imperial')).toMatch(
      /^1\s014 cable ends × 10 min ÷ 60 ÷ 0\.5 utilization/,
    );
  });
});
