/** Laws of the hand in the elevation: a gesture is nothing or one step, and given up at any point it is nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { moveDevices } from '../../shared/commands/devices.ts';
import { must } from '../../shared/assert.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { ElevationDriver } from '../support/elevationDriver.ts';
import { PlanBuilder } from '../support/planBuilder.ts';
import { lawRuns } from '../support/runs.ts';
import { SERVER, SWITCH } from '../support/testCatalog.ts';

function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'A', 10)
    .device('w', 'B', 20, { type: 'test/switch' })
    .junction('j1', 1000, 4000)
    .junction('j2', 19_000, 4000)
    .segment('tray', 'j1', 'j2')
    .link('l1', 't:p1', 'w:1/1')
    .build();
}

const ports = [
  ['s', 'p1'],
  ['s', 'p2'],
  ['t', 'p1'],
  ['t', 'p2'],
  ['w', '1/1'],
  ['w', '1/2'],
  ['w', '3/1'],
] as const;
const side = fc.constantFrom('front' as const, 'rear' as const);
/** Where devices, ports, free units and nothing are. */
const place = fc.oneof(
  fc.record({ on: fc.constant('unit' as const), cabinet: fc.constantFrom('A', 'B'), unit: fc.integer({ min: 1, max: 42 }), side }),
  fc.record({
    on: fc.constant('port' as const),
    port: fc.constantFrom(...ports),
  }),
  fc.record({ on: fc.constant('floor' as const), x: fc.integer({ min: -50, max: 6000 }), y: fc.integer({ min: -50, max: 6000 }) }),
);
type Where = typeof place extends fc.Arbitrary<infer P> ? P : never;

const keys = fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() });
const begin = fc.constantFrom('nothing', 'carry a server', 'carry a switch', 'connect', 'select a device');
const during = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), to: place, keys }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const) }) },
);
/** Press, moves in between, and release or give up. */
const gesture = fc.record({ begin, from: place, keys, steps: fc.array(during, { maxLength: 4 }) });
type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

/** Where ports lie before anything is moved over them. */
const portSpots = new Map(ports.map((port) => [port, new ElevationDriver(plan(), ['A', 'B']).port(port[0], port[1])]));

function at(driver: ElevationDriver, where: Where): readonly [number, number] {
  switch (where.on) {
    case 'unit':
      return driver.unit(where.cabinet, where.unit, where.side);
    case 'port':
      return must(portSpots.get(where.port), 'port');
    case 'floor':
      return [where.x, where.y];
  }
}

/** What is in the hand before the press. */
function take(driver: ElevationDriver, { begin: how }: Gesture): void {
  if (how === 'carry a server' || how === 'carry a switch') driver.host.carry(how === 'carry a server' ? SERVER : SWITCH);
  else if (how === 'connect') driver.host.connectFrom('s');
  else if (how === 'select a device') driver.session.select([{ kind: 'device', id: 't' }]);
}

function press(driver: ElevationDriver, { from, keys: held, steps: between }: Gesture): void {
  driver.down(at(driver, from), held);
  for (const step of between) {
    if (step.do === 'lock') driver.session.setLock('devices', true);
    else driver.move(at(driver, step.to), step.keys);
  }
}

const steps = (driver: ElevationDriver): number => driver.plan.getState().past.length;
const driven = (): Promise<ElevationDriver> => new ElevationDriver(plan(), ['A', 'B']).settle();

describe('gestures of the elevation', () => {
  it('change nothing until they are released, and are one step at most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { minLength: 1, maxLength: 3 }), async (gestures) => {
        const driver = await driven();
        for (const one of gestures) {
          const [before, count] = [driver.now(), steps(driver)];
          take(driver, one);
          press(driver, one);
          expect(driver.now()).toBe(before);
          driver.up(one.keys);
          expect(steps(driver) - count).toBeLessThanOrEqual(1);
          if (steps(driver) === count) expect(driver.now()).toBe(before);
          driver.host.cancel();
          expect(driver.session.getState().preview).toBeNull();
          expect(driver.host.store.getState()).toMatchObject({ connecting: null, carrying: null });
          driver.session.setLock('devices', false);
          await driver.settle();
        }
        const text = serializePlan(driver.now());
        const count = steps(driver);
        for (let step = 0; step < count; step += 1) driver.plan.undo();
        expect(serializePlan(driver.now())).toBe(serializePlan(plan()));
        for (let step = 0; step < count; step += 1) driver.plan.redo();
        expect(serializePlan(driver.now())).toBe(text);
      }),
      lawRuns(40, 2000),
    );
  });

  it('leave the very same plan and an empty hand when they are given up, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(gesture, fc.constantFrom('escape', 'mode', 'key then escape'), async (one, way) => {
        const driver = await driven();
        const before = driver.plan.getState();
        take(driver, one);
        press(driver, one);
        if (way === 'mode') driver.session.setState({ mode: 'plan' });
        // Keys of the elevation that change nothing themselves.
        if (way === 'key then escape') driver.key('ArrowRight');
        driver.host.cancel();
        expect(driver.plan.getState()).toBe(before);
        driver.up();
        expect(driver.plan.getState()).toBe(before);
        expect(driver.session.getState().preview).toBeNull();
        expect(driver.host.state()).toBe('idle');
        expect(driver.host.store.getState()).toMatchObject({ connecting: null, carrying: null });
      }),
      lawRuns(40, 2000),
    );
  });

  it('are left when the plan changes underneath, and when another is opened', async () => {
    await fc.assert(
      fc.asyncProperty(gesture, fc.constantFrom('outside', 'undone', 'opened'), async (one, way) => {
        const driver = await driven();
        driver.plan.run(moveDevices, { moves: [{ id: 't', cabinet: 'A', positionU: 30 }] });
        take(driver, one);
        press(driver, one);
        if (way === 'opened') driver.plan.replacePlan(plan());
        else if (way === 'undone') driver.plan.undo();
        else driver.plan.run(moveDevices, { moves: [{ id: 't', cabinet: 'B', positionU: 1 }] });
        const after = driver.plan.getState();
        expect(driver.session.getState().preview).toBeNull();
        driver.up();
        driver.key('Enter');
        expect(driver.plan.getState()).toBe(after);
      }),
      lawRuns(40, 2000),
    );
  });

  it('begin with a press: a release alone does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(gesture, fc.array(place, { minLength: 1, maxLength: 3 }), async (one, places) => {
        const driver = await driven();
        const before = driver.plan.getState();
        take(driver, one);
        for (const where of places) driver.move(at(driver, where), one.keys);
        driver.up(one.keys);
        expect(driver.plan.getState()).toBe(before);
      }),
      lawRuns(40, 2000),
    );
  });

  it('leave devices of a locked layer where they are', async () => {
    await fc.assert(
      fc.asyncProperty(gesture, async (one) => {
        const driver = await driven();
        driver.session.setLock('devices', true);
        const { devices } = driver.now();
        if (one.begin === 'select a device') driver.session.select([{ kind: 'device', id: 't' }]);
        press(driver, { ...one, steps: [...one.steps, { do: 'lock' }] });
        driver.up(one.keys);
        driver.key('ArrowUp');
        expect(driver.now().devices).toBe(devices);
      }),
      lawRuns(40, 2000),
    );
  });
});
