import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { standingFault } from '../../../shared/checks/standing.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { CABINET } from '../../support/testCatalog.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const CODES = ['cabinet.on-obstacle', 'cabinet.outside-hall', 'cabinet.overlap'];

describe('what a gesture does wrong', () => {
  it('is said of a row through a column in the words of the finding that follows, and may be done all the same', () => {
    const plan = new PlanBuilder()
      .hall()
      .obstacle('K', rectangle(400, 400, 5000, 6000))
      .build();
    const driver = new ToolDriver(plan, 'row');
    driver.session.setState({ snap: false });
    driver.session.setRow({ model: CABINET });
    driver.down(3000, 5800).move(7000, 5800);
    const said = driver.session.getState().preview;
    expect(said?.problem).toBeNull();
    driver.up();
    const found = derive(driver.plan.getState().plan).findings.filter(({ code }) => CODES.includes(code));
    expect(found.length).toBeGreaterThan(0);
    expect(said?.fault).toContain(found[0]?.message);
  });

  it('is said of cabinets that are dragged onto others or through a wall, and of nothing where they stand well', () => {
    const plan = new PlanBuilder().hall().cabinet('A', 3000, 3000).cabinet('B', 6000, 3000).build();
    const driver = new ToolDriver(plan).down(3300, 3600).move(6200, 3600, { shift: false, alt: false, ctrl: true });
    expect(driver.session.getState().preview?.fault).toMatch(/^Cabinets A and B overlap by /);
    driver.move(300, 3600, { shift: false, alt: false, ctrl: true });
    expect(driver.session.getState().preview?.fault).toBeNull();
    driver.move(-900, 3600, { shift: false, alt: false, ctrl: true });
    expect(driver.session.getState().preview?.fault).toMatch(/^Cabinet A reaches through the walls of /);
    expect(standingFault(plan, ['A', 'B'])).toBeNull();
  });

  it('counts what else stands wrongly, and says which trays bend along', () => {
    const plan = new PlanBuilder().hall().cabinet('A', 3000, 3000).cabinet('B', 3600, 3000).build();
    const there = new Map([...plan.cabinets].map(([id, cabinet]) => [id, { ...cabinet, yMm: -5000 }]));
    expect(standingFault({ ...plan, cabinets: there }, ['A', 'B'])).toMatch(/^Cabinet A reaches .*, and 1 more stands wrongly$/);
    const trays = new PlanBuilder()
      .hall()
      .junction('a', 2000, 8000)
      .junction('b', 5000, 8000)
      .junction('c', 5000, 9500)
      .segment('s1', 'a', 'b')
      .segment('s2', 'b', 'c');
    const driver = new ToolDriver(trays.build());
    driver.down(3500, 8000).move(3500, 7000);
    expect(driver.session.getState().preview?.text).toMatch(/ · s2 bends along$/);
  });
});
