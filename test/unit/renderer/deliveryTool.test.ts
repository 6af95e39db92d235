import { describe, expect, it } from 'vitest';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** A hall with a delivery door from 500 to 2500 in its northern wall. */
function driver(): ToolDriver {
  return new ToolDriver(new PlanBuilder().hall().door('D').build(), 'deliveryPath');
}

const pathsOf = (of: ToolDriver) =>
  of.plan
    .getState()
    .plan.halls.get('H')
    ?.deliveryPaths?.map(({ name, points }) => ({ name, points }));

describe('the tool for delivery paths', () => {
  it('sets corners by clicks, lengths by typing, and ends with Enter, in one step', () => {
    const hand = driver().click(1500, -3000).move(1510, 90).click(1510, 90).move(1500, 3000);
    for (const key of '6.4 m') hand.key(key);
    hand.key('Enter');
    hand.move(9000, 6400, { shift: true });
    for (const key of '4000') hand.key(key);
    hand.key('Enter');
    expect(pathsOf(hand)).toBeUndefined();
    hand.key('Enter');
    // The second corner came to the middle of the door.
    const points = [
      [1500, -3000],
      [1500, 0],
      [1500, 6400],
      [5500, 6400],
    ];
    expect(pathsOf(hand)).toEqual([{ name: 'Delivery path 1', points }]);
    expect(hand.plan.getState().past).toHaveLength(1);
    expect(hand.session.getState()).toMatchObject({ tool: 'select', preview: null, selection: [{ kind: 'hall', id: 'H' }] });
  });

  it('rests on the middle of a door that nothing else is in line with, and ends by the same click there', () => {
    const hand = driver().click(4200, -3000).move(1590, 90).click(1590, 90);
    expect(pathsOf(hand)).toBeUndefined();
    hand.click(1590, 90);
    const points = [
      [4200, -3000],
      [1500, 0],
    ];
    expect(pathsOf(hand)).toEqual([{ name: 'Delivery path 1', points }]);
  });

  it('goes by keys alone, takes corners back, and leaves nothing when given up', () => {
    const hand = driver();
    hand.session.setState({ pointer: { xMm: 1200, yMm: 1200 } });
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowRight', 'Enter', 'Backspace', 'Enter'])
      hand.key(key, { shift: true });
    expect(pathsOf(hand)).toEqual([
      {
        name: 'Delivery path 1',
        points: [
          [1200, 1200],
          [1200, 2400],
        ],
      },
    ]);
    const given = driver().click(1500, 500).click(1500, 4000);
    given.host.cancel();
    expect(pathsOf(given)).toBeUndefined();
    expect(given.session.getState().preview).toBeNull();
  });
});
