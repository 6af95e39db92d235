import { describe, expect, it } from 'vitest';
import type { RowNetwork } from '../../../shared/commands/rowPlaces.ts';
import type { Cabinet } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, WIDE_CABINET } from '../../support/testCatalog.ts';
import { firstRow } from '../../../renderer/state/toolSettings.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** A row of four drawn from one place to another, with network cabinets of 800 × 1000 among those of 600 × 1200. */
function row(network: Omit<RowNetwork, 'model'>, toXMm: number, pitchMm: number | null = null): Cabinet[] {
  const driver = new ToolDriver(new PlanBuilder().hall().build(), 'row');
  driver.session.setState({ snap: false });
  driver.session.setRow({ model: CABINET, count: 4, pitchMm, network: { ...network, model: WIDE_CABINET } });
  driver.down(9000, 5000).move(toXMm, 5000);
  expect(driver.session.getState().preview?.plan?.cabinets.size).toBe(4);
  driver.up();
  expect(driver.plan.getState().past).toHaveLength(1);
  return [...driver.plan.getState().plan.cabinets.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const places = (cabinets: readonly Cabinet[]) =>
  cabinets.map(({ model, xMm, yMm }) => [model === WIDE_CABINET.id ? 'net' : 'cab', xMm, yMm]);

describe('network cabinets of a row', () => {
  it('stand at both ends, side by side, with their fronts in line', () => {
    // Fronts face south: at y 6200; the shallower ones begin 200 farther south.
    expect(places(row({ at: 'ends', count: 1 }, 12_000))).toEqual([
      ['net', 9000, 5200],
      ['cab', 9800, 5000],
      ['cab', 10_400, 5000],
      ['net', 11_000, 5200],
    ]);
  });

  it('stand in the middle, and keep the gaps of the row’s pitch', () => {
    expect(places(row({ at: 'middle', count: 2 }, 12_000, 700))).toEqual([
      ['cab', 9000, 5000],
      ['net', 9700, 5200],
      ['net', 10_600, 5200],
      ['cab', 11_500, 5000],
    ]);
  });

  it('stand the same way round when the row is drawn backwards', () => {
    expect(places(row({ at: 'ends', count: 1 }, 6000))).toEqual([
      ['net', 8200, 5200],
      ['cab', 7600, 5000],
      ['cab', 7000, 5000],
      ['net', 6200, 5200],
    ]);
  });
});

describe('a row and the one across the aisle', () => {
  it('is chosen by M before the row is begun, too', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'row');
    driver.key('m');
    expect(driver.session.getState().row.across).toMatchObject({ aisle: 'cold' });
    // With Shift and with Alt it is a shortcut of something else.
    for (const keys of [{ shift: true }, { alt: true }]) expect(driver.key('M', keys)).toBe(false);
    expect(driver.session.getState().row.across).toMatchObject({ aisle: 'cold' });
  });

  it('stand between the walls where one side has room, unless turned by hand', () => {
    for (const [keys, rotations] of [
      ['m', [0, 180]],
      ['mr', [180, 0]],
    ] as const) {
      const plan = new PlanBuilder().hall().build();
      const lowMm = Math.max(...[...plan.halls.values()].flatMap(({ outline }) => outline.map(([, yMm]) => yMm)));
      const driver = new ToolDriver(plan, 'row');
      driver.session.setState({ snap: false });
      driver.session.setRow({ model: CABINET });
      const yMm = lowMm - CABINET.depthMm - 100;
      driver.down(4000, yMm).move(6000, yMm);
      for (const key of keys) driver.key(key);
      expect(driver.session.getState().row).toMatchObject({ across: { aisle: 'cold' }, turned: keys === 'mr' ? false : firstRow.turned });
      expect(driver.session.getState().preview?.fault ?? '').toMatch(keys === 'mr' ? /^Cabinet B\d\d reaches through the walls of/ : /^$/);
      driver.up();
      const made = [...driver.plan.getState().plan.cabinets.values()];
      expect(new Set(made.map(({ rotationDeg }) => rotationDeg))).toEqual(new Set(rotations));
      expect(made.every((cabinet) => cabinet.yMm + CABINET.depthMm <= lowMm)).toBe(keys === 'm');
    }
  });

  it('are one step, fronts or rears towards each other, numbered by their own rows', () => {
    for (const [keys, aisleMm, rotations] of [
      ['m', 1800, [180, 0]],
      ['mm', 2400, [180, 0]],
      ['mr', 1800, [0, 180]],
    ] as const) {
      const driver = new ToolDriver(new PlanBuilder().hall().build(), 'row');
      driver.session.setState({ snap: false });
      driver.session.setRow({ model: CABINET, network: { at: 'ends', count: 1, model: WIDE_CABINET } });
      driver.down(9000, 9000).move(12_000, 9000);
      for (const key of keys) driver.key(key);
      driver.up();
      expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Place two rows of 5 cabinets']);
      const all = [...driver.plan.getState().plan.cabinets.values()].sort((a, b) => a.name.localeCompare(b.name));
      expect(all.map(({ name }) => name)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'B01', 'B02', 'B03', 'B04', 'B05']);
      const deep = (cabinet: Cabinet): number => (cabinet.model === WIDE_CABINET.id ? WIDE_CABINET.depthMm : CABINET.depthMm);
      for (const [i, a] of all.slice(0, 5).entries()) {
        const b = all[i + 5]!;
        expect([a.rotationDeg, b.rotationDeg, b.xMm, b.model]).toEqual([...rotations, a.xMm, a.model]);
        // The network cabinets are 200 shallower, with their fronts in line: behind, the aisle is so much wider there.
        const [near, far] = a.yMm < b.yMm ? [a, b] : [b, a];
        const isHot = keys === 'mm';
        expect(far.yMm - near.yMm - deep(near)).toBe(aisleMm + (isHot ? 2 * (CABINET.depthMm - deep(a)) : 0));
      }
    }
  });

  it('leave the fields of the row as they were when Escape gives the gesture up', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'row');
    driver.session.setRow({ model: CABINET });
    const before = driver.session.getState().row;
    driver.down(9000, 9000).move(12_000, 9000);
    for (const key of ['m', 'm', 'r']) driver.key(key);
    expect(driver.session.getState().row).not.toEqual(before);
    expect(driver.host.cancel()).toBe(true);
    expect(driver.session.getState().row).toEqual(before);
    expect(driver.plan.getState().past).toEqual([]);
  });

  it('grow by a cabinet with each arrow, whatever its width, and end where the drag does', () => {
    const driver = new ToolDriver(new PlanBuilder().hall().build(), 'row');
    driver.session.setRow({ model: CABINET, network: { at: 'ends', count: 1, model: WIDE_CABINET } });
    driver.session.setState({ pointer: { xMm: 6000, yMm: 6000 } });
    driver.key('Enter');
    for (const count of [1, 2, 3, 4, 5]) {
      driver.key('ArrowRight');
      expect(driver.session.getState().preview?.plan?.cabinets.size).toBe(count);
    }
    driver.key('ArrowLeft');
    expect(driver.session.getState().preview?.plan?.cabinets.size).toBe(4);
    driver.key('ArrowDown');
    expect(driver.session.getState().preview?.plan?.cabinets.size).toBe(1);
    const drawn = new ToolDriver(new PlanBuilder().hall().build(), 'row');
    drawn.session.setRow({ model: CABINET, network: { at: 'ends', count: 1, model: WIDE_CABINET } });
    drawn.down(6000, 6000).move(6000 + 800 + 600 + 800, 6000);
    expect(drawn.session.getState().preview?.plan?.cabinets.size).toBe(3);
  });
});
