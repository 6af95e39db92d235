/** Laws of the hand: whatever is dragged, typed and given up, one gesture is one step, and one that is given up is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { noteMarks } from '../../shared/plan/notes.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { dialogs } from '../../renderer/dialogs/dialogStore.ts';
import { lockableLayers, type Thing, type ToolId } from '../../renderer/state/sessionStore.ts';
import { PlanBuilder, rectangle } from '../support/planBuilder.ts';
import { CABINET } from '../support/testCatalog.ts';
import { ToolDriver } from '../support/toolDriver.ts';

/** Something of every kind within a few metres, so that random places meet it. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .door('dock')
    .cabinet('A01', 3000, 3000, { row: 'A' })
    .cabinet('A02', 3600, 3000, { row: 'A' })
    .cabinet('B01', 6000, 3000)
    .device('s1', 'A01', 10)
    .obstacle('K1', rectangle(8000, 6000, 400, 400))
    .junction('j1', 1000, 6000)
    .junction('j2', 5000, 6000)
    .junction('j3', 5200, 6000)
    .junction('j4', 5200, 8000)
    .segment('T1', 'j1', 'j2')
    .segment('T2', 'j3', 'j4')
    .group('Pod', 'cabinet:A02', 'segment:T2')
    .build();
}

const place = fc.record({ xMm: fc.integer({ min: 0, max: 10_000 }), yMm: fc.integer({ min: 0, max: 9000 }) });
const keys = fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() });
const during = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, keys }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      key: fc.constantFrom('1', '5', '0', 'm', 'Backspace', 'r', 'Tab'),
      keys: fc.constant({}),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lock' as const), layer: fc.constantFrom(...lockableLayers) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom('Alt', 'Shift', 'Control'), keys }) },
);
const tools: readonly ToolId[] = ['row', 'place', 'tray', 'measure', 'hall', 'door', 'obstacle', 'connect', 'pan', 'note'];
/** Press, something in between, and release or give up. */
const gesture = fc.record({
  tool: fc.oneof({ weight: 1, arbitrary: fc.constant<ToolId>('select') }, { weight: 2, arbitrary: fc.constantFrom(...tools) }),
  from: place,
  keys,
  steps: fc.array(during, { maxLength: 5 }),
});

type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

function begin(driver: ToolDriver, { tool, from, keys: held, steps }: Gesture): void {
  driver.session.setState({ tool, placing: CABINET, note: { mark: noteMarks[from.xMm % noteMarks.length]!, discipline: 'power' } });
  driver.down(from.xMm, from.yMm, held);
  for (const step of steps) {
    if (step.kind === 'move') driver.move(step.at.xMm, step.at.yMm, step.keys);
    else if (step.kind === 'lock') driver.session.setLock(step.layer, true);
    else driver.key(step.key, step.keys);
  }
}

const steps = (driver: ToolDriver): number => driver.plan.getState().past.length;
const text = (driver: ToolDriver): string => serializePlan(driver.plan.getState().plan);

describe('gestures', () => {
  it('change nothing until they are released, and are one step at most', () => {
    fc.assert(
      fc.property(fc.array(gesture, { minLength: 1, maxLength: 4 }), (gestures) => {
        const driver = new ToolDriver(plan());
        for (const one of gestures) {
          const [before, count] = [driver.plan.getState().plan, steps(driver)];
          begin(driver, one);
          // A press may lay down what the gesture before had in hand, as a corner of a tray; never twice.
          expect(steps(driver) - count).toBeLessThanOrEqual(1);
          if (steps(driver) === count) expect(driver.plan.getState().plan).toBe(before);
          driver.up(one.keys);
          expect(steps(driver) - count).toBeLessThanOrEqual(1);
          driver.host.cancel();
          expect(driver.session.getState().preview).toBeNull();
        }
      }),
    );
  });

  it('leave the very same plan when they are given up, wherever that is', () => {
    fc.assert(
      fc.property(gesture, fc.constantFrom('escape', 'tool', 'hall'), (one, way) => {
        const driver = new ToolDriver(plan());
        const before = driver.plan.getState();
        begin(driver, one);
        if (way === 'escape') driver.host.cancel();
        else if (way === 'tool') driver.session.setTool('pan');
        else driver.session.setState({ hall: 'elsewhere' });
        expect(driver.plan.getState()).toBe(before);
        expect(driver.session.getState().preview).toBeNull();
        driver.up();
        expect(driver.plan.getState()).toBe(before);
      }),
    );
  });

  it('are left for good, also while they wait under a pan', () => {
    fc.assert(
      fc.property(gesture, fc.boolean(), fc.constantFrom('hall', 'outside', 'opened'), (one, isPanned, way) => {
        const driver = new ToolDriver(plan());
        begin(driver, one);
        if (isPanned) driver.host.beginPan();
        if (way === 'hall') driver.session.setState({ hall: 'elsewhere' });
        else if (way === 'opened') driver.plan.replacePlan(plan());
        else driver.plan.run(moveThings, { cabinets: ['B01'], dxMm: 10, dyMm: 0 });
        const after = driver.plan.getState();
        driver.host.endPan();
        driver.up();
        // Enter alone sets a pin: a gesture of its own.
        if (one.tool !== 'note') driver.key('Enter');
        expect(driver.plan.getState()).toBe(after);
        expect(dialogs.getState().connect).toBeNull();
      }),
    );
  });

  it('begin with a press: a release alone does nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom<ToolId>('select', ...tools), fc.array(place, { minLength: 1, maxLength: 3 }), (tool, places) => {
        const driver = new ToolDriver(plan(), tool);
        driver.session.setState({ placing: CABINET });
        const before = driver.plan.getState();
        for (const { xMm, yMm } of places) driver.move(xMm, yMm);
        driver.up();
        expect(driver.plan.getState()).toBe(before);
        expect(driver.host.state()).not.toBe('connect.connecting');
      }),
    );
  });

  it('leave in its place what is locked, though it was selected by a table', () => {
    const things: readonly Thing[] = [
      { kind: 'segment', id: 'T1' },
      { kind: 'segment', id: 'T2' },
      { kind: 'cabinet', id: 'A01' },
      { kind: 'obstacle', id: 'K1' },
      { kind: 'door', id: 'dock' },
    ];
    fc.assert(
      fc.property(gesture, fc.subarray([...lockableLayers]), fc.subarray([...things]), (one, locked, selection) => {
        const driver = new ToolDriver(plan());
        driver.session.setLock('building', false);
        for (const layer of locked) driver.session.setLock(layer, true);
        driver.session.select(selection);
        const { plan: before } = driver.plan.getState();
        const locks = driver.session.getState().locks;
        begin(driver, { ...one, tool: 'select' });
        driver.up(one.keys);
        const { plan: after } = driver.plan.getState();
        if (locks.cabinets)
          expect([...before.cabinets.values()].map(({ id }) => after.cabinets.get(id))).toEqual([...before.cabinets.values()]);
        if (locks.pathways) for (const [id, junction] of before.junctions) expect(after.junctions.get(id)).toEqual(junction);
        if (locks.building) for (const [id, door] of before.doors) expect(after.doors.get(id)).toEqual(door);
        if (locks.building) for (const [id, obstacle] of before.obstacles) expect(after.obstacles.get(id)).toEqual(obstacle);
      }),
    );
  });

  it('are taken back and done again to the byte, as many as there are', () => {
    fc.assert(
      fc.property(fc.array(gesture, { minLength: 1, maxLength: 6 }), (gestures) => {
        const driver = new ToolDriver(plan());
        const texts = [text(driver)];
        for (const one of gestures) {
          begin(driver, one);
          driver.up(one.keys);
          driver.host.cancel();
          if (steps(driver) === texts.length) texts.push(text(driver));
        }
        expect(texts).toHaveLength(steps(driver) + 1);
        for (const before of texts.slice(0, -1).toReversed()) {
          driver.plan.undo();
          expect(text(driver)).toBe(before);
        }
        for (const after of texts.slice(1)) {
          driver.plan.redo();
          expect(text(driver)).toBe(after);
        }
      }),
    );
  });
});
