import { describe, expect, it } from 'vitest';
import type { RowNetwork } from '../../../shared/commands/rowPlaces.ts';
import type { Cabinet } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, WIDE_CABINET } from '../../support/testCatalog.ts';
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
