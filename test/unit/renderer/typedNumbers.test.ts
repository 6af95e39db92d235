import { describe, expect, it } from 'vitest';
import { sizeText } from '../../../shared/quantities.ts';
import { typedEnd, typedWith } from '../../../renderer/tools/sketch.ts';
import { ElevationDriver } from '../../support/elevationDriver.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { CABINET, SERVER } from '../../support/testCatalog.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const HERE = { xMm: 1000, yMm: 1000 };
const EAST = { xMm: 3000, yMm: 1000 };

function type(driver: ToolDriver, text: string): void {
  for (const key of text) expect(driver.key(key)).toBe(true);
}

describe('numbers typed during a gesture', () => {
  it('are lengths with units, lengths more, and directions', () => {
    const cases: readonly (readonly [string, number, number])[] = [
      ['600', 1600, 1000],
      ['0.6 m', 1600, 1000],
      ['24 in', 1610, 1000],
      ['+600', 1600, 1000],
      ['-600', 400, 1000],
      ['@600<90', 1000, 400],
      ['@600<0', 1600, 1000],
      ['2 m<270', 1000, 3000],
      ['@600,-200', 1600, 800],
    ];
    for (const [text, xMm, yMm] of cases) {
      expect(typedEnd(HERE, EAST, text, 'metric')).toEqual({ xMm, yMm });
      let typed: string | null = '';
      for (const key of text) typed = typed === null ? null : typedWith(typed, key);
      expect(typed).toBe(text);
    }
    expect(typedEnd(HERE, EAST, '@600<', 'metric')).toEqual({ xMm: 1600, yMm: 1000 });
    expect(typedEnd(HERE, EAST, '600 x', 'metric')).toBeNull();
    expect(typedWith('', 'r')).toBeNull();
  });

  it('say where a drag goes', () => {
    for (const [text, xMm, yMm] of [
      ['600', 3600, 3000],
      ['+600', 3600, 3000],
      ['-600', 2400, 3000],
      ['@600<90', 3000, 2400],
      ['24 in', 3610, 3000],
    ] as const) {
      const driver = new ToolDriver(new PlanBuilder().hall().cabinet('A', 3000, 3000).build()).down(3300, 3600).move(4800, 3700);
      type(driver, text);
      driver.key('Enter');
      expect(driver.plan.getState().plan.cabinets.get('A')).toMatchObject({ xMm, yMm });
      expect(driver.plan.getState().past).toHaveLength(1);
    }
  });

  it('say where a leg of a tray, a wall and a corner go', () => {
    const tray = new ToolDriver(new PlanBuilder().hall().build(), 'tray').click(3000, 3000).move(5000, 3000);
    type(tray, '@2 m<90');
    tray.key('Enter');
    tray.key('Enter');
    expect([...tray.plan.getState().plan.junctions.values()].map(({ xMm, yMm }) => [xMm, yMm])).toContainEqual([3000, 1000]);

    const outline = rectangle(6000, 6000, 3000, 3000);
    const held = (): ToolDriver => {
      const driver = new ToolDriver(new PlanBuilder().hall().obstacle('K', outline).build());
      driver.session.setLock('building', false);
      driver.session.select([{ kind: 'obstacle', id: 'K' }]);
      return driver;
    };
    const wall = held().down(9000, 7500).move(9400, 7500);
    type(wall, '250');
    wall.up();
    expect(wall.plan.getState().plan.obstacles.get('K')?.outline).toEqual(rectangle(6000, 6000, 3250, 3000));
    const corner = held().down(9000, 9000).move(9400, 9300);
    type(corner, '@500,-100');
    corner.key('Enter');
    corner.up();
    expect(corner.plan.getState().plan.obstacles.get('K')?.outline[2]).toEqual([9500, 8900]);
    expect(corner.plan.getState().past).toHaveLength(1);
  });

  it('say where the second end of a measure is, and how far off a dimension stands', () => {
    const measure = new ToolDriver(new PlanBuilder().hall().build(), 'measure').click(3000, 3000).move(5000, 3100);
    type(measure, '@2 m<0');
    measure.key('Enter');
    expect(measure.host.state()).toBe('measure.measured');
    expect(measure.session.getState().preview?.guides).toEqual([
      { kind: 'measure', from: { xMm: 3000, yMm: 3000 }, to: { xMm: 5000, yMm: 3000 }, text: sizeText(2000, 'metric') },
    ]);
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'dimension').click(3000, 8000).move(5000, 8000);
    type(driver, '24 in');
    driver.key('Enter');
    driver.move(3300, 8300);
    type(driver, '900');
    expect(driver.session.getState().preview?.text).toMatch(/^typed 900 mm · 610 mm · set where its line stands · Enter sets it$/);
    driver.move(3300, 8400).key('Enter');
    const [made] = driver.plan.getState().plan.dimensions.values();
    expect(made).toMatchObject({ axis: 'x', offsetMm: 900, b: { kind: 'place', xMm: 3610, yMm: 8000 } });
    driver.session.setTool('select');
    driver.down(3300, 8900).move(3300, 9300);
    type(driver, '1200');
    driver.key('Enter');
    expect([...driver.plan.getState().plan.dimensions.values()][0]?.offsetMm).toBe(1200);
    expect(driver.plan.getState().past).toHaveLength(2);
  });

  it('say how far the next cabinet, a door and the tiles go', () => {
    const place = new ToolDriver(new PlanBuilder().hall().cabinet('A', 3000, 3000).build(), 'place');
    place.session.setState({ placing: CABINET });
    place.session.select([{ kind: 'cabinet', id: 'A' }]);
    place.move(7000, 3900);
    type(place, '2400');
    place.key('Enter');
    place.move(9500, 3000);
    type(place, '@1200,600');
    place.key('Enter');
    expect([...place.plan.getState().plan.cabinets.values()].map(({ xMm, yMm }) => [xMm, yMm])).toEqual([
      [3000, 3000],
      [5400, 3000],
      [6600, 3600],
    ]);
    const door = new ToolDriver(new PlanBuilder().hall().door('d').build(), 'door');
    const before = door.plan.getState().plan.doors.get('d')!;
    door.down(before.offsetMm + 300, 0).move(before.offsetMm + 1900, 30);
    type(door, '725');
    door.key('Enter');
    expect(door.plan.getState().plan.doors.get('d')).toMatchObject({ edge: before.edge, offsetMm: before.offsetMm + 725 });
    const tiles = new ToolDriver(new PlanBuilder().hall().build(), 'tileOrigin').move(300, 40);
    type(tiles, '150');
    tiles.key('Enter');
    expect([...tiles.plan.getState().plan.halls.values()][0]?.tile).toMatchObject({ originXMm: 150, originYMm: 0 });
  });

  it('count angles as a measure shows them', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'measure').click(3000, 8000).move(4000, 7000);
    type(driver, '@600<30');
    expect(driver.session.getState().preview?.text).toMatch(/, 30(\.0)?°\)/);
  });

  it('wait to be mended where they are no length, and are left with the gesture', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'measure').click(3000, 3000).move(5000, 3000);
    type(driver, '600 x');
    driver.key('Enter');
    expect(driver.host.state()).toBe('measure.measuring');
    driver.host.cancel();
    driver.click(3000, 3000).move(4000, 3000);
    expect(driver.session.getState().preview?.text).toBe(sizeText(1000, 'metric'));
  });

  it('that are no length leave a drag where it began, and say so', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().cabinet('A', 3000, 3000).build()).down(3100, 3100).move(4000, 3100);
    type(driver, '600x');
    expect(driver.key('Enter')).toBe(true);
    expect(driver.host.state()).toBe('select.moving');
    const said = { text: '"600x" is no length; write 600, 0.6 m, 24 in, -600 or @600<90', tone: 'error' };
    expect(driver.session.getState().notice).toEqual(said);
    driver.session.setState({ notice: null });
    driver.up();
    expect(driver.session.getState().notice).toEqual(said);
    expect(driver.host.state()).toBe('select.idle');
    expect(driver.plan.getState().past).toHaveLength(0);
    expect(driver.session.getState().preview).toBeNull();
  });

  it('that are no length keep a click from setting anything, until they are mended', () => {
    // In the middles of tiles, where trays lie.
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'tray').click(900, 8100).move(4000, 8100);
    type(driver, '600x');
    driver.click(4000, 8100);
    expect(driver.session.getState().notice?.text).toMatch(/^"600x" is no length; /);
    driver.key('Backspace');
    driver.click(4000, 8100).key('Enter');
    expect([...driver.plan.getState().plan.junctions.values()].map(({ xMm, yMm }) => [xMm, yMm])).toEqual([
      [900, 8100],
      [1500, 8100],
    ]);
    // A size is one where a size is asked for, and only there.
    const room = new ToolDriver(new PlanBuilder().hall().build(), 'obstacle').click(2000, 2000).move(3000, 3000);
    type(room, '1200x600');
    room.key('Enter');
    expect(room.session.getState().notice?.tone).not.toBe('error');
    expect(room.plan.getState().plan.obstacles.size).toBe(1);
  });

  it('leave the way to keys where there is no mouse', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'dimension');
    driver.session.setState({ pointer: { xMm: 3000, yMm: 8000 } });
    for (const key of ['Enter', 'Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter']) expect(driver.key(key)).toBe(true);
    expect([...driver.plan.getState().plan.dimensions.values()]).toHaveLength(1);
    const place = new ToolDriver(new PlanBuilder().hall().build(), 'place');
    place.session.setState({ placing: CABINET, pointer: { xMm: 5000, yMm: 5000 } });
    for (const key of ['Enter', 'ArrowRight', 'Enter']) expect(place.key(key)).toBe(true);
    expect(place.plan.getState().plan.cabinets.size).toBe(1);
  });

  it('name the unit of a device in the hand', () => {
    const plan = new PlanBuilder().hall().cabinet('A', 3000, 3000).device('s', 'A', 1).build();
    const driver = new ElevationDriver(plan, ['A']);
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 5));
    for (const key of 'U20') expect(driver.key(key)).toBe(true);
    driver.key('Enter');
    driver.up();
    expect(driver.device('s').positionU).toBe(20);
    driver.down(driver.unit('A', 20)).move(driver.unit('A', 5));
    for (const key of '+30') driver.key(key);
    expect(driver.problem()).not.toBeNull();
    driver.key('Backspace');
    driver.up();
    expect(driver.device('s').positionU).toBe(23);
    driver.host.carry(SERVER);
    driver.move(driver.unit('A', 3));
    for (const key of '31') driver.key(key);
    driver.key('Enter');
    expect([...driver.now().devices.values()].map(({ positionU }) => positionU)).toEqual([23, 31]);
    expect(driver.steps()).toHaveLength(3);
  });
});
