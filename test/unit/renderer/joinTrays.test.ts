/** Trays and junctions joined by keys: each an undo step, and taken back whole. */
import { beforeEach, describe, expect, it } from 'vitest';
import { joinSelection } from '../../../renderer/tools/joinActions.ts';
import { editsOf } from '../../../renderer/panels/edits.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat, type Seat } from '../../support/plannerSeat.ts';

let at: Seat;
const plan = () => at.planner.plan.getState().plan;
const select = (kind: 'segment' | 'junction', ...ids: readonly string[]) => at.planner.session.select(ids.map((id) => ({ kind, id })));

beforeEach(() => {
  at = seat();
  at.planner.plan.replacePlan(
    new PlanBuilder()
      .hall()
      .junction('a', 1000, 5000)
      .junction('b', 3000, 5000)
      .junction('c', 5000, 5000)
      .junction('d', 7000, 5000)
      .junction('e', 7000, 8000)
      .junction('f', 7020, 8000)
      .segment('s1', 'a', 'b')
      .segment('s2', 'b', 'c')
      .segment('s3', 'd', 'c')
      .segment('s4', 'd', 'e')
      .build(),
  );
});

describe('joining by keys', () => {
  it('makes one tray of several in line, leaves corners, and is one step', () => {
    const before = plan();
    select('segment', 's1', 's2', 's3', 's4');
    joinSelection(at.planner);
    expect([...plan().segments.values()].map(({ id, from, to }) => [id, new Set([from, to])])).toEqual([
      ['s1', new Set(['a', 'd'])],
      ['s4', new Set(['d', 'e'])],
    ]);
    expect(at.planner.session.getState().selection.map(({ id }) => id)).toEqual(['s1', 's4']);
    expect(at.planner.plan.getState().past).toHaveLength(1);
    at.planner.plan.undo();
    expect(new Map(plan().segments)).toEqual(new Map(before.segments));
  });

  it('merges the second of two junctions into the first, and says what could be joined', () => {
    select('junction', 'f', 'e');
    joinSelection(at.planner);
    expect(plan().junctions.has('e')).toBe(false);
    expect(plan().segments.get('s4')?.to).toBe('f');
    select('segment', 's1', 's4');
    joinSelection(at.planner);
    expect(at.planner.session.getState().notice).toMatchObject({ tone: 'error' });
    expect(at.planner.plan.getState().past).toHaveLength(1);
  });

  it('widens many at once, in one step', () => {
    expect(editsOf(at.planner).setSegmentSize(['s1', 's2', 's3', 's4'], 'widthMm', { kind: 'absolute', value: 600 })).toBeNull();
    expect(new Set([...plan().segments.values()].map(({ widthMm }) => widthMm))).toEqual(new Set([600]));
    expect(at.planner.plan.getState().past).toHaveLength(1);
  });
});
