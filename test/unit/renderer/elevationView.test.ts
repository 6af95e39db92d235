import { describe, expect, it } from 'vitest';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ElevationDriver } from '../../support/elevationDriver.ts';
import { fitElevation } from '../../../renderer/elevation/elevationActions.ts';
import { hitElevation, portsCanBePointedAt } from '../../../renderer/elevation/elevationHit.ts';
import { elevationLayout, portMiddle, widthPxPerMm } from '../../../renderer/elevation/elevationLayout.ts';
import { cabinetsInView, readablePxPerMm, sameSpot, scrollFor } from '../../../renderer/elevation/elevationView.ts';
import type { Plan } from '../../../shared/plan/types.ts';

/** Two cabinets of 42U: servers of 2U (ports on the rear) at U1 and U10 of A, a switch of 1U (ports on the front) at U20 of B. */
function plan(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'A', 10)
    .device('w', 'B', 20, { type: 'test/switch' })
    .junction('j1', 1000, 4000)
    .junction('j2', 19_000, 4000)
    .segment('tray', 'j1', 'j2');
}

const drive = (of: Plan = plan().build()) => new ElevationDriver(of, ['A', 'B']);

describe('a place of the elevation', () => {
  it('fits all cabinets into the width', () => {
    const of = plan().build();
    const pxPerMm = widthPxPerMm(of, ['A', 'B'], 'both', 900);
    expect(elevationLayout(of, ['A', 'B'], 'both', pxPerMm).width).toBeCloseTo(900, 6);
  });

  it('takes a small port where it lies, a large one from near by, and none where they are too small', () => {
    const of = plan().build();
    const layout = elevationLayout(of, ['B'], 'front', 0.3);
    const middle = portMiddle(layout, 'w', 0);
    if (middle === null) throw new Error('the port is not drawn');
    expect(hitElevation(layout, middle.x, middle.y)?.port).toBe(0);
    const besideSmall = hitElevation(layout, middle.x - 6, middle.y);
    expect(besideSmall).toMatchObject({ device: 'w', port: null, portNear: 0 });
    const large = elevationLayout(of, ['B'], 'front', 2);
    const place = portMiddle(large, 'w', 0) ?? { x: 0, y: 0 };
    expect(hitElevation(large, place.x - 14, place.y)).toMatchObject({ device: 'w', port: 0 });
    expect(portsCanBePointedAt(layout)).toBe(true);
    const small = elevationLayout(of, ['B'], 'front', 0.1);
    expect(portsCanBePointedAt(small)).toBe(false);
    expect(elevationLayout(of, [], 'front', 0.1).cabinets).toEqual([]);
  });
});

describe('a double click', () => {
  it('enlarges a port that is too small to be read, and begins no cable', async () => {
    const driver = await drive().settle();
    driver.host.store.setState({ pxPerMm: 0.3 });
    driver.doubleClick(driver.port('w', '1/1'));
    const { pxPerMm, reveal, connecting } = driver.host.store.getState();
    expect(reveal).toEqual({ kind: 'port', at: { device: 'w', port: 0 }, to: 'middle' });
    expect(connecting).toBeNull();
    expect(driver.host.state()).toBe('idle');
    expect(pxPerMm).toBeGreaterThan(1);
    expect(readablePxPerMm(driver.host.layout(), { device: 'w', port: 0 })).toBeNull();
  });

  it('beside the ports leads to the fields of the device, on a large port it begins a cable', async () => {
    const driver = await drive().settle();
    driver.doubleClick(driver.unit('A', 1));
    expect(driver.session.getState().editRequests).toBe(1);
    expect(driver.selected()).toEqual(['device s']);
    driver.host.store.setState({ pxPerMm: 4 });
    driver.doubleClick(driver.port('w', '1/1'));
    expect(driver.host.store.getState().pxPerMm).toBe(4);
    expect(driver.host.state()).toBe('connecting');
  });
});

describe('what is brought into view', () => {
  it('is what keys, lists and searches select, not what the pointer takes', () => {
    const driver = drive();
    driver.host.store.setState({ reveal: null });
    driver.click(driver.unit('A', 1));
    expect(driver.host.store.getState().reveal).toBeNull();
    driver.session.select([{ kind: 'device', id: 'w' }]);
    expect(driver.host.store.getState().reveal).toEqual({ kind: 'cabinet', id: 'B', to: 'view' });
  });

  it('moves no further than needed, and keeps the spot under the wheel', () => {
    const of = plan().build();
    const layout = elevationLayout(of, ['A', 'B'], 'both', 0.4);
    const [a, b] = layout.cabinets;
    if (a === undefined || b === undefined) throw new Error('cabinets are missing');
    const seen = { left: 0, top: 0, width: a.x + a.width, height: 400 };
    expect(scrollFor(layout, seen, { kind: 'cabinet', id: 'A', to: 'view' })).toEqual({ left: 0, top: 0 });
    const left = scrollFor(layout, seen, { kind: 'cabinet', id: 'B', to: 'view' })?.left ?? 0;
    expect(left + seen.width).toBeGreaterThanOrEqual(b.x + b.width);
    expect(left).toBeLessThan(b.x);
    expect(cabinetsInView(layout, { left: 0, width: seen.width })).toBe(1);
    expect(cabinetsInView(layout, { left: 0, width: layout.width })).toBe(2);
    expect(scrollFor(layout, seen, { kind: 'device', id: 'gone' })).toBeNull();
    // Of one that is wider than the view no more is seen by moving it.
    const within = { ...seen, left: b.x + 10, width: b.width / 2 };
    expect(scrollFor(layout, within, { kind: 'cabinet', id: 'B', to: 'view' })?.left).toBe(within.left);
    expect(scrollFor(layout, { ...within, left: 0 }, { kind: 'cabinet', id: 'B', to: 'view' })?.left).toBeLessThan(b.x);
    const larger = elevationLayout(of, ['A', 'B'], 'both', 0.8);
    const port = portMiddle(layout, 'w', 3);
    expect(port === null ? null : sameSpot(layout, larger, port)).toEqual(portMiddle(larger, 'w', 3));
  });

  it('leaves a port where it is seen, and takes one out of view into the middle', () => {
    const layout = elevationLayout(plan().build(), ['A', 'B'], 'both', 2);
    const middle = portMiddle(layout, 'w', 3) ?? { x: 0, y: 0 };
    const seen = { left: middle.x - 100, top: middle.y - 10, width: 300, height: 200 };
    const at = { device: 'w', port: 3 };
    expect(scrollFor(layout, seen, { kind: 'port', at, to: 'view' })).toBeNull();
    const intoMiddle = { left: middle.x - 150, top: middle.y - 100 };
    expect(scrollFor(layout, { ...seen, left: 0 }, { kind: 'port', at, to: 'view' })).toEqual(intoMiddle);
    expect(scrollFor(layout, seen, { kind: 'port', at, to: 'middle' })).toEqual(intoMiddle);
  });

  it('is every cabinet when all fit, without their words where those leave no room, else as many as can be read', () => {
    const many = Array.from({ length: 30 }, (_, i) => `C${String(i).padStart(2, '0')}`);
    const of = many.reduce((so, name, i) => so.cabinet(name, 1000 + i * 600, 9000), plan()).build();
    const widthAt = (count: number): number => {
      const shown = many.slice(0, count);
      return elevationLayout(of, shown, 'front', widthPxPerMm(of, shown, 'front', 900)).width;
    };
    expect(widthAt(3)).toBeCloseTo(900, 6);
    expect(widthAt(12)).toBeCloseTo(900, 6);
    const driver = new ElevationDriver(of, many);
    driver.host.store.setState({ viewport: { widthPx: 900, heightPx: 500 }, faces: 'front' });
    driver.session.select([{ kind: 'cabinet', id: 'C20' }]);
    fitElevation({ plan: driver.plan, session: driver.session, elevation: driver.host });
    expect(driver.host.store.getState()).toMatchObject({ pxPerMm: 0.06, reveal: { kind: 'cabinet', id: 'C20', to: 'middle' } });
    const layout = driver.host.layout();
    const at = scrollFor(layout, { left: 0, top: 0, width: 900, height: 500 }, { kind: 'cabinet', id: 'C20', to: 'middle' });
    expect(cabinetsInView(layout, { left: at?.left ?? 0, width: 900 })).toBeGreaterThan(12);
  });
});
