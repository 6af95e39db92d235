/** Laws of the hand: whatever is dragged, typed and given up, one gesture is one step, and one that is given up is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ToolId } from '../../renderer/state/sessionStore.ts';
import { PlanBuilder, rectangle } from '../support/planBuilder.ts';
import { CABINET } from '../support/testCatalog.ts';
import { ToolDriver } from '../support/toolDriver.ts';

/** Something of every kind within a few metres, so that random places meet it. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
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

const place = fc.record({ xMm: fc.integer({ min: 0, max: 10_000 }), yMm: fc.integer({ min: 2000, max: 9000 }) });
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom('Alt', 'Shift', 'Control'), keys }) },
);
/** Press, something in between, and release or give up. */
const gesture = fc.record({
  tool: fc.constantFrom<ToolId>('select', 'select', 'select', 'row', 'place', 'tray', 'measure'),
  from: place,
  keys,
  steps: fc.array(during, { maxLength: 5 }),
});

type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

function begin(driver: ToolDriver, { tool, from, keys: held, steps }: Gesture): void {
  driver.session.setState({ tool, placing: CABINET });
  driver.down(from.xMm, from.yMm, held);
  for (const step of steps) {
    if (step.kind === 'move') driver.move(step.at.xMm, step.at.yMm, step.keys);
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
