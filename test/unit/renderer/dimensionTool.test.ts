import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../renderer/canvas/paintDimensions.ts';
import { axisAt } from '../../../renderer/tools/dimensionTool.ts';
import { toolPrompts } from '../../../renderer/tools/toolPrompts.ts';
import { gapBetween, tiedSelection } from '../../../renderer/tools/dimensionActions.ts';
import { must } from '../../../shared/assert.ts';
import { drawDimensions } from '../../../shared/sheets/plan/dimensionMarks.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { Occupancy } from '../../../shared/sheets/occupancy.ts';
import { Pen } from '../../../shared/sheets/pen.ts';
import { styleTable } from '../../../shared/sheets/styles.ts';
import { placeDimension } from '../../../shared/plan/dimensionPlaces.ts';
import type { Dimension } from '../../../shared/plan/drawingAids.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** Fronts face north: A01 from (3000, 2000) to (3600, 3200), B01 from (3000, 4500); at 0.05 px a mm things pull from 160 mm. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 2000)
    .cabinet('B01', 3000, 4500)
    .obstacle('col', rectangle(8000, 2500, 400, 400))
    .junction('j1', 1000, 9000)
    .junction('j2', 9000, 9000)
    .segment('t', 'j1', 'j2')
    .build();
}

function only(driver: ToolDriver): Dimension {
  const [dimension] = driver.plan.getState().plan.dimensions.values();
  return must(dimension, 'dimension');
}

function lengthOf(driver: ToolDriver): number | undefined {
  return placeDimension(driver.plan.getState().plan, only(driver))?.lengthMm;
}

describe('the dimension tool', () => {
  it('says what comes next, with the length that it has', () => {
    const driver = new ToolDriver(plan(), 'dimension');
    const said = (): string | null => driver.session.getState().preview?.text ?? null;
    expect(toolPrompts.dimension).toBe('Dimension: set its first point');
    driver.click(3050, 3250);
    expect(said()).toBe('Dimension: set its second point');
    driver.move(3580, 4460);
    expect(said()).toMatch(/^1\u2009\d+ mm · set its second point$/);
    driver.click(3580, 4460);
    expect(said()).toBe('Dimension: set where its line stands');
    driver.move(4200, 3900);
    expect(said()).toMatch(/^1\u2009300 mm · set where its line stands$/);
    driver.key('Backspace');
    expect(said()).toBe('Dimension: set its second point');
  });
});

describe('dragging the line of a dimension', () => {
  /** Between A01 and B01, its line at x = 4200. */
  function drawn(): ToolDriver {
    const { plan: store } = new ToolDriver(plan(), 'dimension').click(3050, 3250).click(3580, 4460).click(4200, 3900);
    return new ToolDriver(store.getState().plan, 'select');
  }

  it('puts it elsewhere in one step, by steps unless Ctrl is held, and leaves it selected', () => {
    const driver = drawn();
    const { offsetMm } = only(driver);
    const length = lengthOf(driver);
    driver.down(4200, 3900).move(4500, 3900).move(4730, 3950);
    expect(driver.host.state()).toBe('select.offsetting');
    expect(driver.plan.getState().past).toEqual([]);
    driver.up();
    expect(only(driver).offsetMm).toBe(Math.round((offsetMm + 530) / 50) * 50);
    expect([lengthOf(driver), driver.selected()]).toEqual([length, [only(driver).id]]);
    expect(driver.plan.getState().past).toHaveLength(1);
    const now = only(driver).offsetMm;
    const line = placeDimension(driver.plan.getState().plan, only(driver))!.from.xMm;
    driver
      .down(line, 3900)
      .move(line + 213, 3900, { ctrl: true })
      .up();
    expect(only(driver).offsetMm).toBe(now + 213);
  });

  it('leaves it where it was when it is cancelled, or brought back', () => {
    const driver = drawn();
    const before = driver.plan.getState().plan;
    driver.down(4200, 3900).move(4700, 3900).host.cancel();
    expect(driver.host.state()).toBe('select.idle');
    expect(driver.session.getState().preview).toBeNull();
    driver.up().down(4200, 3900).move(4700, 3900, { ctrl: true }).move(4200, 3900, { ctrl: true }).up();
    expect(driver.plan.getState().plan).toBe(before);
  });
});

describe('drawing a dimension', () => {
  it('ties both ends to corners, puts the line with a third click, and is one step', () => {
    const driver = new ToolDriver(plan(), 'dimension').click(3050, 3250).move(3500, 4000).click(3580, 4460).move(4200, 3900);
    expect(driver.host.state()).toBe('dimension.placing');
    expect(driver.plan.getState().past).toEqual([]);
    expect(driver.session.getState().preview?.plan?.dimensions.size).toBe(1);
    driver.click(4200, 3900);
    expect(only(driver)).toMatchObject({ a: { kind: 'cabinet', id: 'A01' }, b: { kind: 'cabinet', id: 'B01' }, axis: 'y' });
    expect(lengthOf(driver)).toBe(1300);
    expect(driver.plan.getState().past).toHaveLength(1);
    expect(driver.selected()).toEqual([only(driver).id]);
    expect(driver.host.state()).toBe('dimension.idle');
    // The drawing has it at once: it is hit where its line lies.
    expect(driver.host.hit({ xMm: 4200, yMm: 3900 })).toEqual({ kind: 'dimension', id: only(driver).id });
    driver.plan.undo();
    expect(driver.plan.getState().plan.dimensions.size).toBe(0);
  });

  it('measures along a drag, to junctions, walls and free places; Ctrl ties to nothing', () => {
    const driver = new ToolDriver(plan(), 'dimension').down(1010, 8990).move(500, 4000).up().click(500, 12_000);
    expect(only(driver)).toMatchObject({ a: { kind: 'junction', id: 'j1' }, b: { kind: 'place', xMm: 500, yMm: 4000 } });
    const free = new ToolDriver(plan(), 'dimension').click(30, 20, { ctrl: true }).click(8030, 2530, { ctrl: true }).click(8200, 300);
    expect(only(free)).toMatchObject({ a: { kind: 'place' }, b: { kind: 'place', xMm: 8030, yMm: 2530 } });
    const tied = new ToolDriver(plan(), 'dimension').click(30, 20).click(8030, 2530).click(9900, 300);
    expect(only(tied)).toMatchObject({ a: { kind: 'hall', corner: 0 }, b: { kind: 'obstacle', id: 'col', corner: 0 } });
  });

  it('leaves nothing behind when it is cancelled anywhere, and Backspace goes back a click', () => {
    const clicks = [
      [3050, 3250],
      [3580, 4460],
    ] as const;
    for (let count = 1; count <= clicks.length; count += 1) {
      const driver = new ToolDriver(plan(), 'dimension');
      for (const [x, y] of clicks.slice(0, count)) driver.click(x, y).move(x + 700, y + 500);
      expect(driver.host.cancel()).toBe(true);
      expect(driver.session.getState().preview).toBeNull();
      expect(driver.plan.getState().past).toEqual([]);
      expect(driver.host.state()).toBe('dimension.idle');
    }
    const back = new ToolDriver(plan(), 'dimension').click(3050, 3250).click(3580, 4460);
    back.key('Backspace');
    expect(back.host.state()).toBe('dimension.measuring');
    back.key('Backspace');
    expect(back.host.state()).toBe('dimension.idle');
  });

  it('takes its axis from where the line is put', () => {
    const [a, b] = [
      { xMm: 0, yMm: 0 },
      { xMm: 1000, yMm: 500 },
    ];
    expect(axisAt(a, b, { xMm: 400, yMm: -300 })).toBe('x');
    expect(axisAt(a, b, { xMm: 1500, yMm: 200 })).toBe('y');
    expect(axisAt(a, b, { xMm: 400, yMm: 200 })).toBe('straight');
    expect(axisAt(a, { xMm: 0, yMm: 900 }, { xMm: 0, yMm: 400 })).toBe('y');
  });
});

describe('dimensions in the drawing', () => {
  const dimension: Dimension = {
    id: 'd',
    hall: 'H',
    ...gapBetween(plan(), { kind: 'cabinet', id: 'A01' }, { kind: 'cabinet', id: 'B01' }),
    leastMm: 1350,
    mostMm: null,
  };
  const dimensioned: Plan = { ...plan(), dimensions: new Map([['d', dimension]]) };

  it('lie between the faces of two selected things', () => {
    expect(placeDimension(dimensioned, dimension)).toMatchObject({ lengthMm: 1300 });
    expect(
      tiedSelection([
        { kind: 'cabinet', id: 'A01' },
        { kind: 'obstacle', id: 'col' },
      ]),
    ).not.toBeNull();
    expect(
      tiedSelection([
        { kind: 'cabinet', id: 'A01' },
        { kind: 'door', id: 'd' },
      ]),
    ).toBeNull();
    const across = gapBetween(plan(), { kind: 'cabinet', id: 'A01' }, { kind: 'obstacle', id: 'col' });
    expect(placeDimension(dimensioned, { ...dimension, ...across })).toMatchObject({ lengthMm: 4400, dimension: { axis: 'x' } });
  });

  it('are selected by a click on their line, and deleted', () => {
    const driver = new ToolDriver(dimensioned);
    const { from, to } = must(placeDimension(dimensioned, dimension), 'place');
    driver.click((from.xMm + to.xMm) / 2, (from.yMm + to.yMm) / 2);
    expect(driver.session.getState().selection).toEqual([{ kind: 'dimension', id: 'd' }]);
    driver.session.setLock('dimensions', true);
    expect(driver.selected()).toEqual([]);
  });

  it('say what they should be where they break their rule, on screen and on paper', () => {
    const placed = must(placeDimension(dimensioned, dimension), 'place');
    expect(figureOf(placed, 'metric').replaceAll(/\s/g, ' ')).toBe('1 300 < 1 350');
    expect(figureOf(placed, 'imperial')).toContain(' < ');
    const pen = new Pen(styleTable([], []));
    const derived = derive(dimensioned);
    const hall = must(dimensioned.halls.get('H'), 'hall');
    drawDimensions({
      derived,
      hall,
      cabinets: [],
      view: { scale: 100, origin: { x: 10, y: 10 } },
      pen,
      texts: new Occupancy(),
      lines: new Occupancy(),
    });
    expect(pen.marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text.replaceAll(/\s/g, ' ')] : []))).toEqual(['1 300 < 1 350']);
    expect(pen.marks.every((mark) => mark.owner === 'd')).toBe(true);
  });
});
