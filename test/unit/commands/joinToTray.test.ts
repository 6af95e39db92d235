/** The end of one tray laid onto the middle of another. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../shared/commands/history.ts';
import { joinToTray, type JoinToTray } from '../../../shared/commands/joinToTray.ts';
import type { Plan, Segment } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** A tray along y 2000, and a branch that ends below it. */
function hall(main: Partial<Segment> = {}, branch: Partial<Segment> = {}): Plan {
  return new PlanBuilder()
    .hall()
    .junction('w', 1000, 2000)
    .junction('e', 9000, 2000)
    .junction('s', 4000, 6000)
    .junction('n', 4000, 2600)
    .segment('main', 'w', 'e', main)
    .segment('branch', 's', 'n', branch)
    .routeRule('r', { kind: 'family', family: 'test/jumper' }, [], ['main'])
    .build();
}

const ARGS: JoinToTray = { junction: 'n', tray: 'main', xMm: 4000, yMm: 2000, newId: 'part' };

function refusal(plan: Plan, change: Partial<JoinToTray> = {}): string {
  const run = runCommand(plan, joinToTray, { ...ARGS, ...change });
  return run.ok ? 'joined' : run.error.message;
}

describe('joining to a tray', () => {
  it('moves the end there, and cuts the tray in two that both are shut by its rules', () => {
    const run = runCommand(hall(), joinToTray, ARGS);
    if (!run.ok) throw new Error(run.error.message);
    const { junctions, segments, routeRules } = run.value.plan;
    expect(junctions.get('n')).toMatchObject({ xMm: 4000, yMm: 2000 });
    expect([...segments.values()].map(({ id, from, to }) => `${id}: ${from}–${to}`).sort()).toEqual([
      'branch: s–n',
      'main: w–n',
      'part: n–e',
    ]);
    expect(routeRules.get('r')?.avoid).toEqual(['main', 'part']);
    expect(run.value.step?.label).toBe('Join to main');
  });

  it('says why it cannot be', () => {
    expect(refusal(hall(), { junction: 'w' })).toContain('ends at this junction');
    expect(refusal(hall({ surveyedLengthMm: 8100 }))).toContain('has a surveyed length');
    expect(refusal(hall({}, { surveyedLengthMm: 3500 }))).toContain('would no longer be true');
    expect(refusal(hall({ toElevationMm: 3000 }))).toContain('changes level');
    expect(refusal(hall(), { tray: 'nowhere' })).toContain('nowhere');
    expect(refusal(hall(), { newId: 'branch' })).toContain('branch');
  });

  it('lays no tray along another', () => {
    const plan = new PlanBuilder()
      .hall()
      .junction('w', 1000, 2000)
      .junction('e', 9000, 2000)
      .junction('n', 4000, 2600)
      .segment('main', 'w', 'e')
      .segment('branch', 'w', 'n')
      .build();
    expect(refusal(plan)).toContain('would lie along');
  });
});
