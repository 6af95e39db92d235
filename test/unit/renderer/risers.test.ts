/** Risers and banks of conduits from the inspector: each an undo step, and taken back whole. */
import { beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { Segment } from '../../../shared/plan/types.ts';
import { editsOf } from '../../../renderer/panels/edits.ts';
import { isRiser, layRiser, takeRiserOut } from '../../../renderer/tools/riserActions.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat, type Seat } from '../../support/plannerSeat.ts';

let at: Seat;
const plan = () => at.planner.plan.getState().plan;
const segment = (id: string): Segment => must(plan().segments.get(id), id);

beforeEach(() => {
  at = seat();
  at.planner.plan.replacePlan(
    new PlanBuilder()
      .hall()
      .junction('w', 1000, 5000)
      .junction('m', 5000, 5000)
      .junction('e', 9000, 5000)
      .segment('low', 'w', 'm', { name: 'Low' })
      .segment('high', 'm', 'e', { name: 'High', widthMm: 600, elevationMm: 3100 })
      .build(),
  );
});

describe('a riser', () => {
  it('is laid between two levels as large as the larger tray, selected, and one step to undo', () => {
    layRiser(at.planner, 'm', 2500, 3100);
    const [selected] = at.planner.session.getState().selection;
    const riser = segment(must(selected, 'selection').id);
    expect(riser).toMatchObject({ name: 'R1', widthMm: 600, depthMm: 100, elevationMm: 2500, toElevationMm: 3100 });
    expect(isRiser(plan(), riser)).toBe(true);
    expect(isRiser(plan(), segment('low'))).toBe(false);
    expect(at.planner.plan.getState().past).toHaveLength(1);
  });

  it('is taken out again: both levels meet at the junction, as before', () => {
    const before = plan();
    layRiser(at.planner, 'm', 2500, 3100);
    takeRiserOut(at.planner, segment(must(at.planner.session.getState().selection[0], 'selection').id));
    expect([...plan().segments.values()]).toEqual([...before.segments.values()]);
    expect([...plan().junctions.keys()]).toEqual([...before.junctions.keys()]);
  });

  it('between levels that do not meet there is refused in words', () => {
    layRiser(at.planner, 'w', 2500, 3100);
    expect(at.planner.session.getState().notice).toMatchObject({ tone: 'error' });
    expect(at.planner.plan.getState().past).toHaveLength(0);
  });
});

describe('fields of a pathway', () => {
  it('a slope is typed as the height of the other end, and leveled the same way', () => {
    editsOf(at.planner).setSegmentEnd('low', { kind: 'relative', value: 300 });
    expect(segment('low').toElevationMm).toBe(2800);
    editsOf(at.planner).setSegmentEnd('low', { kind: 'absolute', value: 2500 });
    expect('toElevationMm' in segment('low')).toBe(false);
  });

  it('conduits side by side hold for conduits alone', () => {
    editsOf(at.planner).setSegmentConduits(['low'], 4);
    expect('conduits' in segment('low')).toBe(false);
    editsOf(at.planner).setSegmentKind(['low'], 'conduit');
    editsOf(at.planner).setSegmentConduits(['low'], 4);
    expect(segment('low').conduits).toBe(4);
  });

  it('a surveyed length is set and cleared', () => {
    editsOf(at.planner).setSegmentSurvey(['low'], 4321);
    expect(segment('low').surveyedLengthMm).toBe(4321);
    editsOf(at.planner).setSegmentSurvey(['low'], null);
    expect(segment('low').surveyedLengthMm).toBeNull();
  });
});
