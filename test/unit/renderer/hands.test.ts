/** How the select tool feels in the hand: groups, copies, typed distances, junctions, what lies beneath, what is locked or hidden. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { thingKey } from '../../../renderer/state/sessionStore.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { groupReachedInto } from '../../../renderer/tools/grouping.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const free = { ctrl: true } as const;

/** Three cabinets (600 × 1200), of which two are a group with a tray; two runs of trays, the ends of which nearly meet. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 3000)
    .cabinet('A02', 3600, 3000)
    .cabinet('B01', 9000, 3000)
    .device('s1', 'A01', 10)
    .obstacle('K1', rectangle(14_000, 8000, 400, 400))
    .junction('j1', 1000, 10_000)
    .junction('j2', 7000, 10_000)
    .junction('j3', 7400, 10_000)
    .junction('j4', 7400, 13_000)
    .segment('T1', 'j1', 'j2')
    .segment('T2', 'j3', 'j4')
    .group('Pod', 'cabinet:A01', 'cabinet:A02')
    .build();
}

function placeOf(driver: ToolDriver, id: string): [number, number] {
  const { xMm, yMm } = must(driver.plan.getState().plan.cabinets.get(id), id);
  return [xMm, yMm];
}

function preview(driver: ToolDriver) {
  return must(driver.session.getState().preview, 'preview');
}

describe('a group', () => {
  it('is taken whole by a click, one of it by Ctrl+click', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600);
    expect(driver.selected()).toEqual(['A01', 'A02']);
    expect(driver.click(3900, 3600, free).selected()).toEqual(['A02']);
  });

  it('moves together, and one of it alone when that was taken by Ctrl', () => {
    const whole = new ToolDriver(plan()).down(3300, 3600).move(3300, 5600, free).up();
    expect([placeOf(whole, 'A01'), placeOf(whole, 'A02')]).toEqual([
      [3000, 5000],
      [3600, 5000],
    ]);
    const one = new ToolDriver(plan()).click(3300, 3600, free).down(3300, 3600, free).move(3300, 5600, free).up();
    expect([placeOf(one, 'A01'), placeOf(one, 'A02')]).toEqual([
      [3000, 5000],
      [3600, 3000],
    ]);
  });

  it('is reached into by a second click, and left again for the whole', () => {
    const driver = new ToolDriver(plan()).click(3300, 3600);
    expect(driver.click(3300, 3600).selected()).toEqual(['A01']);
    expect(driver.click(3900, 3600).selected()).toEqual(['A02']);
    expect(driver.plan.getState().past).toEqual([]);
    const now = driver.plan.getState().plan;
    const { selection } = driver.session.getState();
    expect(groupReachedInto(now, selection)?.members.map(({ id }) => id)).toEqual(['A01', 'A02']);
    expect(groupReachedInto(now, groupReachedInto(now, selection)?.members ?? [])).toBeNull();
    expect(groupReachedInto(now, [...selection, { kind: 'cabinet', id: 'B01' }])).toBeNull();
    expect(driver.click(9300, 3600).selected()).toEqual(['B01']);
    expect(driver.click(3300, 3600).selected()).toEqual(['A01', 'A02']);
    driver.doubleClick(3300, 3600);
    expect(driver.selected()).toEqual(['A01']);
    expect(driver.session.getState().editRequests).toBe(1);
  });

  it('comes whole into a marquee that takes a part of it', () => {
    expect(new ToolDriver(plan()).down(2900, 2900).move(3605, 4500).up().selected()).toEqual(['A01', 'A02']);
  });
});

describe('a drag', () => {
  it('goes as far as typed, along the way that it goes', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(9200, 4600);
    for (const key of '1.5m') {
      expect(driver.key(key)).toBe(true);
      driver.keyUp(key);
    }
    expect(preview(driver).text).toContain('distance 1.5m');
    driver.key('Enter');
    expect(placeOf(driver, 'B01')).toEqual([9000, 4500]);
    expect(driver.plan.getState().past).toHaveLength(1);
    // The button comes up afterwards and does nothing more.
    driver.up();
    expect(driver.plan.getState().past).toHaveLength(1);
  });

  it('follows the sign of the drag, and takes figures back', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(8000, 3600);
    for (const key of '6000') driver.key(key);
    driver.key('Backspace');
    driver.up();
    expect(placeOf(driver, 'B01')).toEqual([8400, 3000]);
  });

  it('copies with Alt, and leaves what it copied in place', () => {
    const driver = new ToolDriver(plan()).down(3300, 3600).move(3300, 6600, { alt: true, ctrl: true });
    expect(preview(driver).text).toContain('copied by');
    driver.up();
    const { plan: after, past } = driver.plan.getState();
    expect(past.map(({ label }) => label)).toEqual(['Duplicate 2 cabinets']);
    expect([after.cabinets.size, after.devices.size, after.groups.size]).toEqual([5, 2, 2]);
    expect(placeOf(driver, 'A01')).toEqual([3000, 3000]);
    expect(driver.selected()).toHaveLength(2);
    expect(driver.selected().map((id) => placeOf(driver, id))).toEqual([
      [3000, 6000],
      [3600, 6000],
    ]);
  });

  it('turns into a copy and back while Alt is held, also without the pointer moving', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(9300, 6600, free);
    driver.key('Alt', { alt: true });
    expect(preview(driver).plan?.cabinets.size).toBe(4);
    driver.keyUp('Alt');
    expect(preview(driver).plan?.cabinets.size).toBe(3);
    driver.up();
    expect(driver.plan.getState().plan.cabinets.size).toBe(3);
  });

  it('keeps to one axis with F8 as with Shift', () => {
    const driver = new ToolDriver(plan());
    driver.session.setState({ ortho: true });
    driver.down(9300, 3600).move(9500, 6600, free).up();
    expect(placeOf(driver, 'B01')).toEqual([9000, 6000]);
  });

  it('goes on by number after Ctrl+M, from where it had come', () => {
    const driver = new ToolDriver(plan()).down(9300, 3600).move(9300, 6600, free);
    expect(driver.key('m', free)).toBe(true);
    expect(driver.session.getState().lastMove).toEqual({ dxMm: 0, dyMm: 3000 });
    expect(driver.session.getState().preview).toBeNull();
    driver.up();
    expect(placeOf(driver, 'B01')).toEqual([9000, 3000]);
  });
});

describe('a junction', () => {
  it('is selected by a click on the end of a selected tray, and moves alone', () => {
    const driver = new ToolDriver(plan()).click(4000, 10_000).click(7000, 10_000);
    expect(driver.session.getState().selection).toEqual([{ kind: 'junction', id: 'j2' }]);
    driver.down(7000, 10_000).move(7000, 11_000, free).up();
    const { junctions } = driver.plan.getState().plan;
    expect([junctions.get('j1')?.yMm, junctions.get('j2')?.yMm]).toEqual([10_000, 11_000]);
  });

  it('that is dropped on another is merged with it, in one step', () => {
    const driver = new ToolDriver(plan()).click(4000, 10_000).down(7000, 10_000).move(7390, 10_020);
    expect(preview(driver).guides).toContainEqual(expect.objectContaining({ kind: 'joint', from: { xMm: 7400, yMm: 10_000 } }));
    driver.up();
    const { plan: after, past } = driver.plan.getState();
    expect(past.map(({ label }) => label)).toEqual(['Merge two junctions']);
    expect(after.junctions.has('j2')).toBe(false);
    expect(after.segments.get('T1')?.to).toBe('j3');
    expect(driver.session.getState().selection).toEqual([{ kind: 'segment', id: 'T1' }]);
  });

  it('is not merged while Ctrl suspends snapping', () => {
    const driver = new ToolDriver(plan()).click(4000, 10_000).down(7000, 10_000).move(7390, 10_020, free).up();
    expect(driver.plan.getState().plan.junctions.size).toBe(4);
  });
});

describe('what lies beneath', () => {
  it('comes by Tab, one after the other, and after the last Tab leads on', () => {
    const driver = new ToolDriver(
      new PlanBuilder()
        .hall()
        .cabinet('A01', 3000, 3000)
        .junction('a', 1000, 3600)
        .junction('b', 9000, 3600)
        .segment('T1', 'a', 'b')
        .build(),
    );
    driver.move(3300, 3600);
    expect(driver.key('Tab')).toBe(true);
    expect(driver.selected()).toEqual(['T1']);
    expect(driver.key('Tab')).toBe(true);
    expect(driver.selected()).toEqual(['A01']);
    expect(driver.key('Tab')).toBe(false);
    // What Tab has taken is dragged, from under the tray.
    driver.down(3300, 3600).move(3300, 5600, free).up();
    expect(placeOf(driver, 'A01')).toEqual([3000, 5000]);
  });

  it('leaves Tab alone where there is nothing to choose from', () => {
    const driver = new ToolDriver(plan()).move(9300, 3600);
    expect(driver.key('Tab')).toBe(false);
  });
});

describe('Alt', () => {
  it('shows the free space around the selection as long as it is held', () => {
    const driver = new ToolDriver(plan()).click(9300, 3600);
    expect(driver.key('Alt', { alt: true })).toBe(true);
    expect(preview(driver).guides.map(({ kind }) => kind)).toContain('gap');
    driver.keyUp('Alt');
    expect(driver.session.getState().preview).toBeNull();
    expect(driver.host.state()).toBe('select.idle');
  });
});

describe('a marquee', () => {
  it('means the cabinets, and keeps what else it caught to choose from', () => {
    const driver = new ToolDriver(plan()).down(100, 2000).move(12_000, 14_000).up();
    expect(driver.selected().sort()).toEqual(['A01', 'A02', 'B01']);
    expect(driver.session.getState().caught?.map(({ kind }) => kind)).toContain('segment');
    driver.click(9300, 3600);
    expect(driver.session.getState().caught).toBeNull();
  });
});

describe('a marquee by keys', () => {
  /** Begins at a place, where the pointer rests, and presses keys with Shift: a tile of 600 an arrow. */
  function keyed(xMm: number, yMm: number, ...keys: readonly string[]): ToolDriver {
    const driver = new ToolDriver(plan());
    driver.session.setState({ pointer: { xMm, yMm } });
    for (const key of [' ', ...keys]) driver.key(key, { shift: key !== 'Enter' });
    return driver;
  }
  const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);

  it('encloses to the right, touches to the left, and leads to what else it caught', () => {
    const right = keyed(8800, 2800, 'Enter', ...times(2, 'ArrowRight'), ...times(3, 'ArrowDown'), 'Enter');
    expect(right.selected()).toEqual(['B01']);
    expect(right.session.getState().preview).toBeNull();
    expect(keyed(9200, 3200, 'Enter', 'ArrowLeft', 'Enter').selected()).toEqual(['B01']);
    expect(keyed(9200, 3200, 'Enter', 'ArrowRight', 'Enter').selected()).toEqual([]);
    const both = keyed(800, 2800, 'Enter', ...times(16, 'ArrowRight'), ...times(18, 'ArrowDown'), 'Enter');
    expect(both.session.getState().caught?.map(({ kind }) => kind)).toContain('segment');
  });

  it('leads the cross before the first corner is set, and is given up by Escape or the mouse', () => {
    const led = keyed(8200, 2800, 'ArrowRight', 'Enter', ...times(2, 'ArrowRight'), ...times(3, 'ArrowDown'), 'Enter');
    expect(led.selected()).toEqual(['B01']);
    const given = keyed(8800, 2800, 'Enter', 'ArrowRight');
    expect(given.host.cancel()).toBe(true);
    expect(given.session.getState().preview).toBeNull();
    expect(keyed(8800, 2800, 'Enter', 'ArrowRight').click(3300, 3600).selected()).toEqual(['A01', 'A02']);
  });
});

describe('what is hidden or not isolated', () => {
  it('is not taken hold of', () => {
    const driver = new ToolDriver(plan());
    driver.session.setState({ veil: { hidden: new Set([thingKey({ kind: 'cabinet', id: 'B01' })]), isolated: null } });
    expect(driver.click(9300, 3600).selected()).toEqual([]);
    driver.session.setState({ veil: { hidden: new Set(), isolated: new Set(['cabinet B01']) } });
    expect(driver.click(9300, 3600).selected()).toEqual(['B01']);
    expect(driver.click(4000, 10_000).selected()).toEqual([]);
  });
});

describe('what is locked', () => {
  it('is named under the pointer and told of by a click', () => {
    const driver = new ToolDriver(plan()).move(14_200, 8200);
    expect(driver.session.getState().lockedHover).toBe('building');
    driver.click(14_200, 8200);
    expect(driver.session.getState().notice?.text).toContain('locked');
    expect(driver.move(9300, 3600).session.getState().lockedHover).toBeNull();
  });

  it('stays in its place, though a table selected it and the drag begins on its end', () => {
    const driver = new ToolDriver(plan());
    driver.session.setLock('pathways', true);
    driver.session.select([{ kind: 'segment', id: 'T1' }]);
    const before = driver.plan.getState().plan;
    driver.down(7000, 10_000).move(7000, 12_000, free);
    expect(preview(driver)).toMatchObject({
      patches: null,
      problem: 'The pathways layer is locked; unlock it under Layers, or unlock all',
    });
    driver.up(free);
    expect(driver.plan.getState().plan).toBe(before);
    expect(driver.session.getState()).toMatchObject({
      preview: null,
      notice: { tone: 'error', text: 'The pathways layer is locked; unlock it under Layers, or unlock all', offer: 'view.unlock-all' },
    });
  });

  it('holds the rest of its group, which Alt copies all the same', () => {
    const grouped = new PlanBuilder()
      .hall()
      .cabinet('A01', 3000, 3000)
      .junction('j1', 1000, 10_000)
      .junction('j2', 7000, 10_000)
      .segment('T1', 'j1', 'j2')
      .group('Pod', 'cabinet:A01', 'segment:T1')
      .build();
    const driver = new ToolDriver(grouped);
    driver.session.setLock('pathways', true);
    driver.down(3300, 3600).move(3300, 5600, free).up(free);
    expect(driver.plan.getState().plan).toBe(grouped);
    driver
      .down(3300, 3600)
      .move(3300, 5600, { ...free, alt: true })
      .up({ ...free, alt: true });
    expect(driver.plan.getState().plan.segments.size).toBe(2);
    expect(driver.plan.getState().plan.junctions.get('j1')).toBe(grouped.junctions.get('j1'));
  });
});

describe('a double click', () => {
  it('leads to the fields of a thing, and on the floor to the next row', () => {
    const driver = new ToolDriver(plan());
    driver.doubleClick(3300, 3600);
    expect(driver.selected()).toEqual(['A01']);
    expect(driver.session.getState().editRequests).toBe(1);
    driver.doubleClick(12_000, 12_000);
    expect(driver.session.getState().tool).toBe('row');
  });
});
