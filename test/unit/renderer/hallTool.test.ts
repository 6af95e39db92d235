import { describe, expect, it } from 'vitest';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { must } from '../../../shared/assert.ts';
import type { Hall } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const free = { ctrl: true };

function draw(): ToolDriver {
  return new ToolDriver(emptyPlan('Empty'), 'hall');
}

function halls(driver: ToolDriver): readonly Hall[] {
  return [...driver.plan.getState().plan.halls.values()];
}

function type(driver: ToolDriver, text: string): ToolDriver {
  for (const key of text) expect(driver.key(key), key).toBe(true);
  return driver;
}

describe('drawing a hall', () => {
  it('begins on an empty plan: corners by clicks, closed by Enter, one step', () => {
    const driver = draw().click(2000, 3000, free).click(14_003, 3000, free).click(14_003, 11_000, free).click(2000, 11_000, free);
    expect(halls(driver)).toEqual([]);
    expect(must(driver.session.getState().preview, 'preview').text).toContain('96.0 m²');
    expect(driver.key('Enter')).toBe(true);
    expect(halls(driver)).toMatchObject([{ name: 'Hall 1', outline: rectangle(0, 0, 12_003, 8000), powerBudgetW: null }]);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Add hall Hall 1']);
    expect(driver.host.state()).toBe('select.idle');
    expect(driver.session.getState().selection).toMatchObject([{ kind: 'hall' }]);
  });

  it('closes by a click on the first corner, and stores clockwise what was drawn the other way', () => {
    const driver = draw().click(0, 0, free).click(0, 8000, free).click(12_000, 8000, free).click(12_000, 0, free).click(60, 60);
    expect(halls(driver)[0]?.outline).toEqual([
      [12_000, 0],
      [12_000, 8000],
      [0, 8000],
      [0, 0],
    ]);
  });

  it('takes typed lengths, and a typed size after the first corner', () => {
    const typed = draw().click(0, 0, free).move(5000, 0, free);
    type(typed, '12.5 m').key('Enter');
    typed.move(12_500, 4000, free);
    type(typed, '8000').key('Enter');
    typed.move(3000, 8000, free);
    type(typed, '12500').key('Enter');
    typed.key('Enter');
    expect(halls(typed)[0]?.outline).toEqual(rectangle(0, 0, 12_500, 8000));
    const sized = draw().click(0, 0, free).move(500, 500, free);
    type(sized, '24 m x 15000').key('Enter');
    expect(halls(sized)[0]?.outline).toEqual(rectangle(0, 0, 24_000, 15_000));
  });

  it('draws a rectangle by a drag, and by two clicks when that is the shape', () => {
    const dragged = draw().down(1000, 1000, free).move(5000, 4000, free).move(9000, 7000, free).up(free);
    expect(halls(dragged)[0]?.outline).toEqual(rectangle(0, 0, 8000, 6000));
    const clicked = draw();
    clicked.session.setState({ hallShape: 'rectangle' });
    clicked.click(9000, 7000, free).move(5000, 3000, free).click(1000, 1000, free);
    expect(halls(clicked)[0]?.outline).toEqual(rectangle(0, 0, 8000, 6000));
  });

  it('keeps legs to one axis with Shift or F8, and snaps to tiles and to corners in line', () => {
    const driver = draw();
    expect(driver.key('F8')).toBe(true);
    driver.click(100, 40).click(12_010, 900).click(11_900, 7950).click(30, 8100);
    driver.key('Enter');
    expect(halls(driver)[0]?.outline).toEqual(rectangle(0, 0, 12_000, 7800));
    const shifted = draw()
      .click(0, 0, free)
      .click(9000, 700, { ...free, shift: true });
    expect(shifted.host.state()).toBe('hall.sketching');
    shifted.click(9000, 6000, free).key('Enter');
    expect(halls(shifted)[0]?.outline).toEqual([
      [0, 0],
      [9000, 0],
      [9000, 6000],
    ]);
  });

  it('refuses an outline that crosses itself, says why, and goes on', () => {
    const driver = draw().click(0, 0, free).click(9000, 9000, free).click(9000, 0, free).click(0, 6000, free);
    expect(must(driver.session.getState().preview, 'preview').problem).toBe('the outline crosses itself');
    driver.key('Enter');
    expect(halls(driver)).toEqual([]);
    expect(driver.session.getState().notice?.text).toContain('crosses itself');
    expect(driver.host.state()).toBe('hall.sketching');
    driver.key('Backspace');
    driver.key('Enter');
    expect(halls(driver)).toHaveLength(1);
  });

  it('is drawn without a mouse', () => {
    const driver = draw();
    driver.session.setState({ pointer: { xMm: 0, yMm: 0 }, snap: false });
    driver.key('Enter');
    driver.key('ArrowRight');
    type(driver, '12000').key('Enter');
    driver.key('ArrowDown');
    type(driver, '8000').key('Enter');
    driver.key('ArrowLeft');
    type(driver, '12000').key('Enter');
    driver.key('Enter');
    expect(halls(driver)[0]?.outline).toEqual(rectangle(0, 0, 12_000, 8000));
  });

  it('leaves everything as it was when it is given up at any point', () => {
    const steps: readonly ((driver: ToolDriver) => unknown)[] = [
      (driver) => driver.down(0, 0, free),
      (driver) => driver.click(0, 0, free),
      (driver) => driver.click(0, 0, free).click(9000, 0, free),
      (driver) => driver.click(0, 0, free).click(9000, 0, free).click(9000, 5000, free).move(0, 5000),
      (driver) => driver.down(0, 0, free).move(4000, 4000, free),
      (driver) => type(driver.click(0, 0, free).move(500, 500), '12 x 8'),
    ];
    for (const step of steps) {
      const driver = draw();
      step(driver);
      expect(driver.host.cancel()).toBe(true);
      expect(driver.session.getState().preview).toBeNull();
      expect(driver.plan.getState().past).toEqual([]);
      expect(driver.host.state()).toBe('hall.idle');
    }
    const begun = draw().click(0, 0, free);
    begun.key('Backspace');
    expect(begun.host.state()).toBe('hall.idle');
  });

  it('stands in the campus where it was drawn, with height, floor and tiles of the hall beside it', () => {
    const frame = { xMm: 5000, yMm: 0, zMm: 4200, rotationDeg: 90 };
    const driver = new ToolDriver(new PlanBuilder().hall('H', { frame, clearHeightMm: 4400 }).build(), 'hall');
    driver.down(21_000, 600, free).move(24_000, 600, free).move(31_000, 8600, free).up(free);
    expect(halls(driver)[1]).toMatchObject({
      name: 'Hall 1',
      clearHeightMm: 4400,
      outline: rectangle(0, 0, 10_000, 8000),
      frame: { xMm: 4400, yMm: 21_000, zMm: 4200, rotationDeg: 90 },
    });
  });
});
