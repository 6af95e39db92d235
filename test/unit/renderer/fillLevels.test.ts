import { describe, expect, it } from 'vitest';
import { fillLevel, fillLimits } from '../../../renderer/canvas/fillLevels.ts';
import { must } from '../../../shared/assert.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const { settings, segments } = new PlanBuilder().hall().junction('a', 0, 0).junction('b', 1000, 0).segment('t', 'a', 'b').build();
const tray = must(segments.get('t'), 't');

describe('the level of a fill', () => {
  it.each([
    [null, 'planned'],
    [25, 'planned'],
    [25.1, 'overPlan'],
    [40, 'overPlan'],
    [40.1, 'warning'],
    [50, 'warning'],
    [50.1, 'error'],
  ] as const)('of %s %% is %s', (fillPct, level) => {
    expect(fillLevel(fillPct, settings, tray)).toBe(level);
  });

  it('goes by the limits of its own kind', () => {
    expect(fillLimits('conduit', settings)).toEqual({ planPct: 40, warnPct: 40, errorPct: 53 });
    expect(fillLevel(45, settings, { ...tray, kind: 'conduit' })).toBe('warning');
  });
});
