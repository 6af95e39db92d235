import { describe, expect, it } from 'vitest';
import { typedEnd, typedWith } from '../../../renderer/tools/sketch.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
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
      ['+600', 3600, 1000],
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
      ['+600', 5100, 3000],
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
});
