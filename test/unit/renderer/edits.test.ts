/** Edits by number: what is locked refuses every field with the way out, and is edited again once it is unlocked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { setDoors } from '../../../shared/commands/doors.ts';
import { setHall } from '../../../shared/commands/halls.ts';
import { setObstacles } from '../../../shared/commands/obstacles.ts';
import { must } from '../../../shared/assert.ts';
import { findAction } from '../../../renderer/actions/actionTable.ts';
import { setName } from '../../../renderer/panels/deviceEdits.ts';
import { editsOf, runnerOf } from '../../../renderer/panels/edits.ts';
import { lockableLayers, thingsOf } from '../../../renderer/state/sessionStore.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { seat, type Seat } from '../../support/plannerSeat.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

let at: Seat;

beforeEach(() => {
  at = seat();
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 3000)
    .device('s1', 'A01', 10)
    .obstacle('K1', rectangle(14_000, 8000, 400, 400))
    .junction('j1', 1000, 10_000)
    .junction('j2', 7000, 10_000)
    .segment('T1', 'j1', 'j2')
    .build();
  at.planner.plan.replacePlan(plan);
});

/** One field of each kind of thing; each gives its refusal. */
const fields: readonly (readonly [string, (at: Seat) => string | null])[] = [
  ['width of a segment', ({ planner }) => editsOf(planner).setSegmentSize(['T1'], 'widthMm', { kind: 'absolute', value: 450 })],
  ['kind of a segment', ({ planner }) => editsOf(planner).setSegmentKind(['T1'], 'ladder')],
  ['name of a segment', ({ planner }) => editsOf(planner).setSegmentName(['T1'], 'Main')],
  ['end of a segment', ({ planner }) => editsOf(planner).setSegmentEnd('T1', { kind: 'relative', value: 300 })],
  ['survey of a segment', ({ planner }) => editsOf(planner).setSegmentSurvey(['T1'], 7000)],
  ['feed of a cabinet', ({ planner }) => editsOf(planner).setCabinetFeed(['A01'], 'top')],
  ['sides of a cabinet', ({ planner }) => editsOf(planner).setCabinetSides(['A01'], true)],
  ['drops of a segment', ({ planner }) => editsOf(planner).setSegmentDrops(['T1'], false)],
  ['place of a junction', ({ planner }) => editsOf(planner).setJunctionPlace(['j1'], 'xMm', { kind: 'relative', value: 100 })],
  ['place of a cabinet', ({ planner }) => editsOf(planner).setCabinetPlace(['A01'], 'yMm', { kind: 'absolute', value: 3600 })],
  ['rotation of a cabinet', ({ planner }) => editsOf(planner).setCabinetRotation(['A01'], { kind: 'relative', value: 90 })],
  ['name of a cabinet', ({ planner }) => editsOf(planner).setCabinetName(['A01'], 'Z01')],
  ['row of a cabinet', ({ planner }) => editsOf(planner).setCabinetRow(['A01'], 'Z')],
  ['name of a device', ({ planner }) => setName(planner, ['s1'], 'switch')],
  [
    'name of an obstacle',
    ({ planner }) => runnerOf(planner, thingsOf('obstacle', ['K1']))(setObstacles, { ids: ['K1'], set: { name: 'Column' } }),
  ],
  [
    'name of a hall',
    ({ planner }) => runnerOf(planner, thingsOf('hall', hallsOf(at)))(setHall, { id: must(hallsOf(at)[0], 'hall'), set: { name: 'East' } }),
  ],
];

function hallsOf({ planner }: Seat): string[] {
  return [...planner.plan.getState().plan.halls.keys()];
}

describe('a field of what is locked', () => {
  it.each(fields)('%s is refused, says how to unlock it, and works after that', (_name, edit) => {
    const { plan, session } = at.planner;
    for (const layer of lockableLayers) session.setLock(layer, true);
    const before = plan.getState().plan;
    expect(edit(at)).toMatch(/^The \w+ layer is locked; unlock it under Layers/);
    expect(plan.getState().plan).toBe(before);
    const { notice } = session.getState();
    expect(notice?.tone).toBe('error');
    must(findAction(must(notice?.offer, 'offer')), 'action').run(at.planner);
    expect(edit(at)).toBeNull();
    expect(plan.getState().past).toHaveLength(1);
  });

  it('refuses doors by the lock of the building, before it looks at them', () => {
    expect(runnerOf(at.planner, thingsOf('door', ['gone']))(setDoors, { ids: ['gone'], set: { name: 'East' } })).toContain(
      'The building layer is locked',
    );
  });
});

describe('what a tool has just drawn', () => {
  it('is unlocked for its fields', () => {
    const driver = new ToolDriver(at.planner.plan.getState().plan, 'obstacle');
    expect(driver.session.getState().locks.building).toBe(true);
    driver.down(9000, 6000).move(10_000, 7000).up();
    expect(driver.selected()).toHaveLength(1);
    expect(driver.session.getState().locks.building).toBe(false);
  });
});
