import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** Two cabinets (600 × 1200) side by side in the middle of the floor, one apart, a column, a tray. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 3000)
    .cabinet('A02', 3600, 3000)
    .cabinet('B01', 9000, 3000)
    .obstacle('K1', rectangle(14_000, 8000, 400, 400))
    .junction('j1', 1000, 10_000)
    .junction('j2', 7000, 10_000)
    .segment('tray', 'j1', 'j2')
    .build();
}

function placeOf(driver: ToolDriver, id: string): [number, number] {
  const { xMm, yMm } = must(driver.plan.getState().plan.cabinets.get(id), id);
  return [xMm, yMm];
}

describe('select', () => {
  it('takes what lies under the click, and nothing on the floor', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600);
    expect(driver.selected()).toEqual(['A01']);
    expect(driver.click(6000, 6000).selected()).toEqual([]);
    expect(driver.click(4000, 10_050).selected()).toEqual(['tray']);
    // The building is locked until somebody unlocks it.
    expect(driver.click(14_200, 8200).selected()).toEqual([]);
    driver.session.setLock('building', false);
    expect(driver.click(14_200, 8200).selected()).toEqual(['K1']);
  });

  it('goes through what is locked, by click and by marquee, and lets go of it', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600);
    driver.session.setLock('cabinets', true);
    expect(driver.selected()).toEqual([]);
    expect(driver.click(3300, 3600).selected()).toEqual([]);
    expect(driver.down(100, 2000).move(12_000, 11_000).up().selected()).toEqual(['tray']);
    driver.session.setLock('pathways', true);
    expect(driver.down(100, 2000).move(12_000, 11_000).up().selected()).toEqual([]);
    driver.session.setLock('cabinets', false);
    expect(driver.click(3300, 3600).selected()).toEqual(['A01']);
  });

  it('adds and removes with Shift', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600).click(9300, 3600, { shift: true });
    expect(driver.selected()).toEqual(['A01', 'B01']);
    expect(driver.click(3300, 3600, { shift: true }).selected()).toEqual(['B01']);
  });

  it('takes what a marquee from left to right encloses, and from right to left touches', () => {
    const enclosing = new ToolDriver(plan()).down(2900, 2900).move(3900, 4500).up();
    expect(enclosing.selected()).toEqual(['A01']);
    const touching = new ToolDriver(plan()).down(3900, 4500).move(2900, 2900).up();
    expect(touching.selected()).toEqual(['A01', 'A02']);
  });

  it('moves by one step that undo takes back whole', () => {
    const driver = new ToolDriver(plan()).down(3300, 3600).move(3500, 4000).move(4300, 5600).move(5300, 6601).up();
    expect(driver.selected()).toEqual(['A01']);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Move A01']);
    expect(placeOf(driver, 'A01')).not.toEqual([3000, 3000]);
    driver.plan.undo();
    expect(placeOf(driver, 'A01')).toEqual([3000, 3000]);
  });

  it('moves the whole selection when the drag begins on it', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600).click(3900, 3600, { shift: true });
    driver.down(3300, 3600).move(3300, 5600, { shift: true, ctrl: true }).up({ shift: true, ctrl: true });
    expect(placeOf(driver, 'A01')).toEqual([3000, 5000]);
    expect(placeOf(driver, 'A02')).toEqual([3600, 5000]);
    expect(placeOf(driver, 'B01')).toEqual([9000, 3000]);
  });

  it('computes from where the drag began: a detour leaves no trace', () => {
    const straight = new ToolDriver(plan()).down(3300, 3600).move(6300, 8600, { ctrl: true }).up({ ctrl: true });
    const detour = new ToolDriver(plan()).down(3300, 3600).move(12_000, 900, { ctrl: true }).move(100, 14_000, { ctrl: true });
    detour.move(6300, 8600, { ctrl: true }).up({ ctrl: true });
    expect(placeOf(detour, 'A01')).toEqual(placeOf(straight, 'A01'));
  });

  it('draws a cabinet to the side of its neighbour and shows the line', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(4593, 3640);
    const preview = must(driver.session.getState().preview, 'preview');
    expect(preview.guides.some(({ kind }) => kind === 'align')).toBe(true);
    driver.up();
    expect(placeOf(driver, 'B01')).toEqual([4200, 3000]);
  });

  it('shows the gap to the neighbour while it is dragged', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(6300, 3600);
    const { guides } = must(driver.session.getState().preview, 'preview');
    expect(guides.filter(({ kind }) => kind === 'gap').map(({ text }) => text)).toContain('1\u2009800 mm');
  });

  it('previews without touching the plan', () => {
    const driver = new ToolDriver(plan());
    const before = driver.plan.getState().plan;
    driver.down(3300, 3600).move(5300, 6600);
    expect(driver.plan.getState().plan).toBe(before);
    const preview = must(driver.session.getState().preview, 'preview');
    expect(preview.patches).not.toBeNull();
    expect(must(preview.plan, 'plan of the preview').cabinets.get('A01')).not.toEqual(before.cabinets.get('A01'));
  });

  it('leaves a gesture when the plan changes underneath', () => {
    const driver = new ToolDriver(plan()).down(3300, 3600).move(5300, 6600);
    driver.plan.run((_plan) => ({ ok: true, value: { label: 'Rename', recipe: (draft) => void (draft.name = 'Other') } }), null);
    expect(driver.host.state()).toBe('select.idle');
    expect(driver.session.getState().preview).toBeNull();
    driver.up();
    expect(placeOf(driver, 'A01')).toEqual([3000, 3000]);
  });
});

describe('row of cabinets', () => {
  it('places as many as the drag is long, named after the first free row, in one step', () => {
    const driver = new ToolDriver(plan(), 'row').down(3000, 12_000).move(4000, 12_000).move(6500, 12_050);
    expect(must(driver.session.getState().preview, 'preview').text).toBe('6 cabinets · 3.60 m · C01–C06');
    driver.up();
    const { plan: after, past } = driver.plan.getState();
    expect(past.map(({ label }) => label)).toEqual(['Place a row of 6 cabinets']);
    expect(driver.selected()).toHaveLength(6);
    const placed = driver.selected().map((id) => must(after.cabinets.get(id), id));
    expect(placed.map(({ name }) => name)).toEqual(['C01', 'C02', 'C03', 'C04', 'C05', 'C06']);
    expect(new Set(placed.map(({ yMm }) => yMm)).size).toBe(1);
    expect(placed.map(({ xMm }, i) => xMm - 600 * i)).toEqual(placed.map(() => placed[0]!.xMm));
  });

  it('shrinks again, and turns round with R', () => {
    const driver = new ToolDriver(plan(), 'row').down(3000, 12_000).move(9000, 12_000).move(4100, 12_000);
    expect(driver.key('r')).toBe(true);
    driver.up();
    const placed = driver.selected().map((id) => must(driver.plan.getState().plan.cabinets.get(id), id));
    expect(placed.map(({ rotationDeg }) => rotationDeg)).toEqual([0, 0]);
  });

  it('runs down the hall when the drag does', () => {
    const driver = new ToolDriver(plan(), 'row').down(16_000, 2000).move(16_000, 4900).up();
    const placed = driver.selected().map((id) => must(driver.plan.getState().plan.cabinets.get(id), id));
    expect(placed).toHaveLength(5);
    expect(new Set(placed.map(({ xMm }) => xMm)).size).toBe(1);
  });

  it('takes count, pitch, names and facing as they are set', () => {
    const driver = new ToolDriver(plan(), 'row');
    driver.session.setRow({ count: 4, pitchMm: 700, row: 'K', namePattern: '{row}-{nnn}', firstNumber: 5, turned: true });
    driver.down(3000, 12_000).move(3100, 12_000).up();
    const placed = driver.selected().map((id) => must(driver.plan.getState().plan.cabinets.get(id), id));
    expect(placed.map(({ name }) => name)).toEqual(['K-005', 'K-006', 'K-007', 'K-008']);
    expect(placed.map(({ xMm }) => xMm - placed[0]!.xMm)).toEqual([0, 700, 1400, 2100]);
    expect(placed.map(({ row, rotationDeg }) => [row, rotationDeg])).toEqual(placed.map(() => ['K', 0]));
  });

  it('counts on after names that are taken', () => {
    const driver = new ToolDriver(plan(), 'row');
    driver.session.setRow({ row: 'A', count: 2 });
    driver.down(3000, 12_000).move(3100, 12_000).up();
    expect(driver.selected().map((id) => driver.plan.getState().plan.cabinets.get(id)?.name)).toEqual(['A03', 'A04']);
  });

  it('takes a count typed during the gesture, and lets it be taken back', () => {
    const driver = new ToolDriver(plan(), 'row').down(3000, 12_000).move(4000, 12_000);
    expect(driver.key('1')).toBe(true);
    expect(driver.key('2')).toBe(true);
    expect(must(driver.session.getState().preview, 'preview').text).toBe('12 cabinets · 7.20 m · C01–C12');
    expect(driver.key('Backspace')).toBe(true);
    expect(driver.key('Backspace')).toBe(true);
    driver.up();
    expect(driver.selected()).toHaveLength(2);
  });

  it('is drawn with the keyboard alone', () => {
    const driver = new ToolDriver(plan(), 'row');
    driver.session.setState({ pointer: { xMm: 3000, yMm: 12_000 } });
    for (const key of ['Enter', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) expect(driver.key(key)).toBe(true);
    const placed = driver.selected().map((id) => must(driver.plan.getState().plan.cabinets.get(id), id));
    expect(placed.map(({ xMm }) => xMm - placed[0]!.xMm)).toEqual([0, 600, 1200]);
    expect(driver.host.state()).toBe('row.idle');
  });

  it('refuses names that would all be the same, and places nothing', () => {
    const driver = new ToolDriver(plan(), 'row');
    const before = driver.plan.getState();
    driver.session.setRow({ namePattern: 'Spare' });
    driver.down(3000, 12_000).move(6500, 12_000);
    expect(must(driver.session.getState().preview, 'preview').problem).toContain('would all be the same');
    driver.up();
    expect(driver.plan.getState()).toBe(before);
  });
});

describe('measure', () => {
  it('shows the distance between two clicks, drawn to corners', () => {
    const driver = new ToolDriver(plan(), 'measure').click(3030, 3020).move(9040, 3010);
    expect(must(driver.session.getState().preview, 'preview').text).toBe('6\u2009000 mm');
  });

  it('never changes the plan', () => {
    const driver = new ToolDriver(plan(), 'measure').click(3030, 3020).move(9040, 3010).click(9040, 3010);
    expect(driver.plan.getState().past).toEqual([]);
  });
});

describe('pan', () => {
  it('keeps what was under the pointer under it', () => {
    const driver = new ToolDriver(plan(), 'pan');
    driver.host.pointerDown({ at: { xMm: 0, yMm: 0 }, px: { xPx: 100, yPx: 100 }, shift: false, alt: false, ctrl: false });
    driver.host.pointerMove({ at: { xMm: 0, yMm: 0 }, px: { xPx: 150, yPx: 80 }, shift: false, alt: false, ctrl: false });
    expect(driver.session.getState().camera).toEqual({ leftMm: -1000, topMm: 400, pxPerMm: 0.05 });
  });

  it.each([
    ['another hall comes on screen', (driver: ToolDriver) => driver.session.setState({ hall: 'elsewhere' })],
    ['the plan changes', (driver: ToolDriver) => driver.plan.run(moveThings, { cabinets: ['B01'], dxMm: 50, dyMm: 0 })],
    ['another plan is opened', (driver: ToolDriver) => driver.plan.replacePlan(plan())],
  ])('gives back no gesture that waited while %s', (_what, happens) => {
    const driver = new ToolDriver(plan(), 'tray').click(1000, 12_000).click(5000, 12_000);
    driver.host.beginPan();
    happens(driver);
    driver.host.endPan();
    expect(driver.session.getState().preview).toBeNull();
    expect(driver.host.state()).toBe('tray.idle');
    const now = driver.plan.getState().plan;
    driver.key('Enter');
    expect(driver.plan.getState().plan).toBe(now);
  });

  it('comes with Space in the midst of another tool and gives it back', () => {
    const driver = new ToolDriver(plan(), 'measure').click(3000, 3000);
    driver.host.beginPan();
    expect(driver.host.state()).toBe('pan.idle');
    driver.host.endPan();
    expect(driver.host.state()).toBe('measure.measuring');
  });
});

describe('every gesture', () => {
  const gestures: readonly {
    readonly name: string;
    readonly tool: 'select' | 'row' | 'measure';
    readonly path: readonly (readonly [number, number])[];
  }[] = [
    {
      name: 'move',
      tool: 'select',
      path: [
        [3300, 3600],
        [3400, 3650],
        [4300, 5600],
        [8000, 9000],
      ],
    },
    {
      name: 'marquee',
      tool: 'select',
      path: [
        [2000, 2000],
        [3000, 3000],
        [5000, 6000],
      ],
    },
    {
      name: 'row',
      tool: 'row',
      path: [
        [3000, 12_000],
        [3600, 12_000],
        [9000, 12_100],
      ],
    },
    {
      name: 'measure',
      tool: 'measure',
      path: [
        [3000, 3000],
        [5000, 4000],
        [9000, 3000],
      ],
    },
  ];

  for (const { name, tool, path } of gestures) {
    for (let steps = 1; steps <= path.length; steps += 1) {
      it(`${name} cancels after ${steps} of its ${path.length} points as if it had not begun`, () => {
        const driver = new ToolDriver(plan(), tool);
        const before = driver.plan.getState();
        path.slice(0, steps).forEach(([x, y], index) => (index === 0 ? driver.down(x, y) : driver.move(x, y)));
        driver.host.cancel();
        expect(driver.host.state()).toBe(`${tool}.idle`);
        expect(driver.session.getState().preview).toBeNull();
        expect(driver.plan.getState()).toBe(before);
        // A release that comes after the cancel does nothing.
        driver.up();
        expect(driver.plan.getState()).toBe(before);
      });
    }

    it(`${name} is at most one step`, () => {
      const driver = new ToolDriver(plan(), tool);
      path.forEach(([x, y], index) => (index === 0 ? driver.down(x, y) : driver.move(x, y)));
      driver.up();
      expect(driver.plan.getState().past.length).toBe(tool === 'measure' || name === 'marquee' ? 0 : 1);
    });

    it(`${name} ends with the tool that it was begun with`, () => {
      const driver = new ToolDriver(plan(), tool);
      driver.down(...path[0]!).move(...path[1]!);
      driver.session.setTool('pan');
      expect(driver.host.state()).toBe('pan.idle');
      expect(driver.session.getState().preview).toBeNull();
    });
  }
});
