import { describe, expect, it } from 'vitest';
import { findThings } from '../../../renderer/app/search.ts';
import { keepNoteTexts } from '../../../renderer/canvas/noteTexts.ts';
import { noteRows } from '../../../renderer/drawer/noteRows.ts';
import { must } from '../../../shared/assert.ts';
import { cloudOutline } from '../../../shared/geometry/cloud.ts';
import { simplifiedLine } from '../../../shared/geometry/simplifiedLine.ts';
import { setNotes } from '../../../shared/commands/notes/notes.ts';
import { placeNote } from '../../../shared/plan/notePlaces.ts';
import type { Note, NoteMark } from '../../../shared/plan/notes.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** A01 from (3000, 2000) to (3600, 3200); at 0.05 px a mm a click may wander 80 mm. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 2000)
    .cabinet('B01', 3000, 4500)
    .junction('j1', 1000, 9000)
    .junction('j2', 9000, 9000)
    .segment('T', 'j1', 'j2')
    .build();
}

function driverWith(mark: NoteMark): ToolDriver {
  const driver = new ToolDriver(plan(), 'note');
  driver.session.setState({ note: { mark, discipline: 'power' } });
  return driver;
}

function only(driver: ToolDriver): Note {
  const [note] = driver.plan.getState().plan.notes.values();
  return must(note, 'note');
}

const steps = (driver: ToolDriver): number => driver.plan.getState().past.length;

describe('the note tool', () => {
  it('pins a note where the click is, about what lies there, selects it and asks for its text', () => {
    const driver = driverWith('pin').click(3300, 2600);
    expect(only(driver)).toMatchObject({ mark: 'pin', points: [[3300, 2600]], discipline: 'power', about: { kind: 'cabinet', id: 'A01' } });
    expect([driver.selected(), driver.session.getState().editRequests, steps(driver)]).toEqual([[only(driver).id], 1, 1]);
    expect(only(driverWith('pin').click(3300, 2600, { ctrl: true })).about).toBeNull();
  });

  it('stretches by a drag or by two clicks, and leaves with nothing at every point', () => {
    const dragged = driverWith('arrow').down(6000, 5000).move(5000, 3000).move(3300, 2600).up();
    // The arrow is about what its head points at.
    expect(only(dragged)).toMatchObject({
      points: [
        [6000, 5000],
        [3300, 2600],
      ],
      about: { id: 'A01' },
    });
    const clicked = driverWith('callout').click(3300, 2600).move(5000, 1500);
    expect(clicked.host.state()).toBe('note.stretching');
    expect(clicked.session.getState().preview?.text).toBe('about cabinet A01');
    expect(steps(clicked)).toBe(0);
    clicked.click(5000, 1500);
    expect(only(clicked)).toMatchObject({
      points: [
        [3300, 2600],
        [5000, 1500],
      ],
      about: { id: 'A01' },
    });
    const left = driverWith('ellipse').click(1000, 1000).move(4000, 4000);
    expect(left.host.cancel()).toBe(true);
    expect([left.session.getState().preview, steps(left)]).toEqual([null, 0]);
  });

  it('is about the one thing that a frame encloses, and about none where there are several', () => {
    expect(only(driverWith('cloud').down(2800, 1800).move(3000, 2500).move(3800, 3400).up()).about).toMatchObject({ id: 'A01' });
    const around = driverWith('cloud').down(2800, 1800).move(3000, 2500).move(3800, 6000);
    expect(around.session.getState().preview?.text).toBe('around 2 cabinets');
    expect(only(around.up()).about).toBeNull();
    expect(noteRows(around.plan.getState().plan, 'open', '', null)).toMatchObject([{ about: '2 cabinets' }]);
    // A tray over the cabinet is not what it is about.
    expect(only(driverWith('cloud').down(500, 4300).move(3000, 5000).move(9500, 9500).up()).about).toMatchObject({ id: 'B01' });
  });

  it('lays a polyline by clicks, takes corners back, and ends at Enter', () => {
    const driver = driverWith('polyline').click(500, 500).click(1500, 500).click(1500, 1500).click(4000, 1500);
    driver.key('Backspace');
    expect(driver.key('Enter')).toBe(true);
    expect(only(driver).points).toEqual([
      [500, 500],
      [1500, 500],
      [1500, 1500],
    ]);
    expect(steps(driver)).toBe(1);
  });

  it('keeps the points that a freehand line needs', () => {
    const driver = driverWith('freehand').down(500, 500);
    for (let at = 1; at <= 40; at += 1) driver.move(500 + at * 50, 500 + (at > 20 ? (at - 20) * 50 : 0));
    driver.up();
    expect(only(driver).points).toEqual([
      [500, 500],
      [1500, 500],
      [2500, 1500],
    ]);
    const many = Array.from({ length: 1200 }, (_, i) => ({ xMm: i * 10, yMm: (i % 7) * 400 }));
    expect(simplifiedLine(many, 1, 500).length).toBeLessThanOrEqual(500);
  });

  it('does all of it by keys: Enter begins and sets, arrows stretch', () => {
    const driver = driverWith('rectangle').move(1000, 1000);
    driver.key('Enter');
    driver.key('ArrowRight', { shift: true });
    driver.key('ArrowDown', { shift: true });
    driver.key('Enter');
    expect(only(driver).points).toEqual([
      [1000, 1000],
      [1600, 1600],
    ]);
    const line = driverWith('polyline').move(1000, 1000);
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'Enter']) line.key(key);
    expect(only(line).points).toEqual([
      [1000, 1000],
      [1050, 1000],
      [1050, 1050],
    ]);
  });
});

describe('notes under the hand', () => {
  function drawn(): ToolDriver {
    const first = driverWith('cloud').down(5000, 5000).move(6000, 6000).move(7000, 6500).up();
    return new ToolDriver(first.plan.getState().plan, 'select');
  }

  it('are taken by their line and moved, and bent by their corners, each in one step', () => {
    const driver = drawn();
    driver.click(6000, 5000);
    expect(driver.selected()).toEqual([only(driver).id]);
    // What a cloud surrounds can still be taken hold of.
    driver.click(6000, 5750);
    expect(driver.selected()).toEqual([]);
    driver.down(6000, 5000).move(6100, 5100).move(6400, 5400, { ctrl: true }).up({ ctrl: true });
    expect(only(driver).points).toEqual([
      [5400, 5400],
      [7400, 6900],
    ]);
    driver.click(6000, 5400).down(7400, 6900).move(7600, 7000).move(8000, 8000);
    expect(driver.host.state()).toBe('select.bending');
    driver.up();
    expect([only(driver).points, steps(driver)]).toEqual([
      [
        [5400, 5400],
        [8000, 8000],
      ],
      2,
    ]);
  });

  it('are taken by their words where these stand in the view', () => {
    const driver = drawn();
    const { camera } = driver.session.getState();
    driver.click(4600, 5600);
    expect(driver.selected()).toEqual([]);
    keepNoteTexts(camera, new Map([[only(driver).id, { minXMm: 4000, minYMm: 5400, maxXMm: 4800, maxYMm: 5800 }]]));
    driver.click(4600, 5600);
    expect(driver.selected()).toEqual([only(driver).id]);
    driver.session.setState({ camera: { ...camera, leftMm: camera.leftMm + 1 } });
    driver.click(4600, 5700);
    expect(driver.selected()).toEqual([]);
  });

  it('come along with what they are about while it is dragged, before it is let go', () => {
    const { plan: store } = driverWith('pin').click(3300, 2600, {});
    const driver = new ToolDriver(store.getState().plan, 'select');
    // The pin stands above the place: the cabinet is taken beside it.
    driver.down(3100, 3100).move(3600, 3100, { ctrl: true }).move(4100, 3100, { ctrl: true });
    const preview = must(driver.session.getState().preview?.plan ?? null, 'preview');
    expect(placeNote(preview, only(driver)).points).toEqual([{ xMm: 4300, yMm: 2600 }]);
  });

  it('are found by their words and numbers, and listed by state', () => {
    const driver = drawn();
    const { id } = only(driver);
    driver.plan.run(setNotes, { ids: [id], set: { text: 'Raise the tray over\nthe door' } });
    const { plan: now } = driver.plan.getState();
    expect(findThings(now, 'over the').map(({ thing, name }) => [thing.id, name])).toEqual([[id, 'Raise the tray over the door']]);
    expect(findThings(now, 'note 1').map(({ aside }) => aside)).toEqual(['note 1, open']);
    expect(noteRows(now, 'resolved', '', null)).toEqual([]);
    expect(noteRows(now, 'open', 'power raise', null)).toMatchObject([{ number: 1, about: '', mark: 'Cloud' }]);
  });
});

describe('a cloud', () => {
  it('bulges outwards on all four sides, whichever corners it is given', () => {
    for (const corners of [
      [
        { x: 0, y: 0 },
        { x: 100, y: 60 },
      ],
      [
        { x: 100, y: 60 },
        { x: 0, y: 0 },
      ],
    ] as const) {
      const outline = cloudOutline(corners[0], corners[1], 14);
      expect(outline.every(({ x, y }) => x <= 1e-9 || x >= 100 - 1e-9 || y <= 1e-9 || y >= 60 - 1e-9)).toBe(true);
      expect(Math.min(...outline.map(({ x }) => x))).toBeLessThan(-3);
      expect(Math.max(...outline.map(({ y }) => y))).toBeGreaterThan(63);
    }
  });
});
