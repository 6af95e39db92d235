/** Hiding by the command: what is left out of the drawing, what cannot be, and the way back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { findAction } from '../../../renderer/actions/actionTable.ts';
import { shownLayout } from '../../../renderer/canvas/shownLayout.ts';
import { editsOf } from '../../../renderer/panels/edits.ts';
import { levelsOf } from '../../../renderer/state/pathwayLevels.ts';
import { NO_VEIL, type Thing } from '../../../renderer/state/sessionStore.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { moveA01, seat, type Seat } from '../../support/plannerSeat.ts';

let at: Seat;
const cabinet: Thing = { kind: 'cabinet', id: 'A01' };
const device: Thing = { kind: 'device', id: 's1' };

beforeEach(() => {
  at = seat();
  at.planner.plan.replacePlan(
    new PlanBuilder().hall().cabinet('A01', 3000, 3000).cabinet('A02', 9000, 3000).device('s1', 'A01', 10).build(),
  );
});

const session = () => at.planner.session.getState();
const hide = must(findAction('view.hide'), 'hide');
const showAll = must(findAction('view.show-all'), 'show all');

describe('a level of pathways', () => {
  const ids = (of: Seat): string[] => must(of.planner.layout(), 'hall').pathways.segments.map(({ segment }) => segment.id);
  const shownIds = (of: Seat): string[] =>
    shownLayout(must(of.planner.layout(), 'hall'), of.planner.session.getState()).front.pathways.segments.map(({ segment }) => segment.id);

  beforeEach(() => {
    const plan = new PlanBuilder()
      .hall()
      .junction('j1', 1000, 5000)
      .junction('j2', 5000, 5000)
      .junction('j3', 5000, 9000)
      .segment('low', 'j1', 'j2', { elevationMm: 2700 })
      .segment('high', 'j2', 'j3', { elevationMm: 3050 })
      .build();
    at.planner.plan.replacePlan(plan);
  });

  it('is counted from the highest, and left out of the drawing and of the hand while it is hidden', () => {
    expect(levelsOf(at.planner.plan.getState().plan, session().hall)).toEqual([
      { elevationMm: 3050, count: 1 },
      { elevationMm: 2700, count: 1 },
    ]);
    expect(shownIds(at)).toEqual(['low', 'high']);
    at.planner.session.setState({ hiddenLevels: new Set([3050]) });
    expect(shownIds(at)).toEqual(['low']);
    expect(ids(at)).toEqual(['low', 'high']);
    at.planner.session.setState({ veil: { hidden: new Set(), isolated: new Set(['segment high', 'segment low']) } });
    expect(shownIds(at)).toEqual(['low']);
    expect(showAll.enabled(at.planner)).toBe(true);
    showAll.run(at.planner);
    expect(shownIds(at)).toEqual(['low', 'high']);
    expect(showAll.enabled(at.planner)).toBe(false);
  });

  it('is told of when something in it is undone', () => {
    expect(editsOf(at.planner).setSegmentName(['high'], 'Upper')).toBeNull();
    at.planner.session.setState({ hiddenLevels: new Set([2700, 3050]) });
    must(findAction('edit.undo'), 'undo').run(at.planner);
    expect(session().notice).toMatchObject({ offer: 'view.show-all' });
  });
});

describe('hiding', () => {
  it('needs a selection, and lets go of what it hides', () => {
    expect(hide.enabled(at.planner)).toBe(false);
    at.planner.session.select([cabinet]);
    expect(hide.enabled(at.planner)).toBe(true);
    hide.run(at.planner);
    expect([...session().veil.hidden]).toEqual(['cabinet A01']);
    expect(session().selection).toEqual([]);
    expect(session().notice?.text).toContain('1 hidden');
    at.planner.session.select([{ kind: 'cabinet', id: 'A02' }]);
    hide.run(at.planner);
    expect(session().veil.hidden.size).toBe(2);
    expect(at.planner.plan.getState().past).toEqual([]);
    showAll.run(at.planner);
    expect(session().veil).toBe(NO_VEIL);
    expect(showAll.enabled(at.planner)).toBe(false);
  });

  it('keeps selected what has no drawing of its own, and says so', () => {
    at.planner.session.select([cabinet, device]);
    hide.run(at.planner);
    expect(session().selection).toEqual([device]);
    expect(session().notice?.text).toContain('devices cannot be hidden by themselves');
    showAll.run(at.planner);
    at.planner.session.select([device]);
    hide.run(at.planner);
    expect(session().veil).toBe(NO_VEIL);
    expect(session().notice).toMatchObject({ tone: 'error' });
    expect(session().notice?.text).toContain('Nothing is hidden');
  });
});

describe('undoing what is out of sight', () => {
  const [undo, redo] = [must(findAction('edit.undo'), 'undo'), must(findAction('edit.redo'), 'redo')];

  it('says which layer is hidden and offers to show it; in sight it says nothing more', () => {
    moveA01(at);
    undo.run(at.planner);
    expect(session().notice).toEqual({ text: 'Undone: Move A01', tone: 'info' });
    at.planner.session.setLayer('cabinets', false);
    redo.run(at.planner);
    expect(session().notice).toMatchObject({
      text: 'Redone: Move A01; it lies in cabinets, which are hidden',
      offer: 'view.layer-cabinets',
    });
    must(findAction(session().notice?.offer ?? ''), 'the offer').run(at.planner);
    expect(session().layers.cabinets).toBe(true);
  });

  it('says so of a thing that is hidden by itself', () => {
    moveA01(at);
    at.planner.session.select([cabinet]);
    hide.run(at.planner);
    undo.run(at.planner);
    expect(session().notice).toMatchObject({ text: 'Undone: Move A01; it is hidden', offer: 'view.show-all' });
  });
});
