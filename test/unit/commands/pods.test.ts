import { describe, expect, it } from 'vitest';
import { savePod, thingsOfPod } from '../../../shared/commands/pods.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** Two cabinets of row A with a cable between them, saved as a pod; the tool for it in hand. */
function driver(): ToolDriver {
  const built = new PlanBuilder()
    .hall()
    .door('D')
    .cabinet('A01', 3000, 3000, { row: 'A' })
    .cabinet('A02', 3600, 3000, { row: 'A' })
    .device('n1', 'A01', 10)
    .device('n2', 'A02', 10)
    .link('l1', 'n1:1', 'n2:1')
    .build();
  const hand = new ToolDriver(built);
  expect(hand.plan.run(savePod, { id: 'pod-1', name: 'Pod', picked: { cabinets: ['A01', 'A02'] } }).ok).toBe(true);
  hand.session.setState({ tool: 'pod', pod: { id: 'pod-1', namePattern: '{row}{nn}' } });
  return hand;
}

describe('pods', () => {
  it('are placed with what is mounted and cabled in them, in one step each, under names of their own', () => {
    const hand = driver();
    hand.move(8000, 8000);
    expect(hand.session.getState().preview?.plan?.cabinets.size).toBe(4);
    hand.click(8000, 8000).move(8000, 11_000).click(8000, 11_000);
    const { plan, past } = hand.plan.getState();
    expect([...plan.cabinets.values()].map(({ name, row }) => `${row}/${name}`).sort()).toEqual([
      'A/A01',
      'A/A02',
      'B/B01',
      'B/B02',
      'C/C01',
      'C/C02',
    ]);
    expect([plan.devices.size, plan.links.size, past.length]).toEqual([6, 3, 3]);
    const placed = [...plan.links.values()].filter(({ id }) => id !== 'l1');
    for (const { a, b } of placed) {
      const [from, to] = [a, b].map(({ device }) => plan.cabinets.get(plan.devices.get(device)?.cabinet ?? '')?.row);
      expect(from).toBe(to);
      expect(from).not.toBe('A');
    }
    expect(hand.host.state()).toBe('pod.idle');
  });

  it('are turned by R, moved by arrows, and put down by Enter; given up they leave nothing', () => {
    const hand = driver();
    hand.session.setState({ pointer: { xMm: 9000, yMm: 9000 } });
    const before = hand.plan.getState().plan;
    hand.key('Enter');
    hand.host.cancel();
    expect(hand.plan.getState().plan).toBe(before);
    expect(hand.session.getState().preview).toBeNull();
    for (const key of ['Enter', 'r', 'ArrowRight', 'Enter']) hand.key(key);
    const made = [...hand.plan.getState().plan.cabinets.values()].filter(({ row }) => row === 'B');
    // A row from west to east turned clockwise runs from north to south.
    expect(made.map(({ rotationDeg }) => rotationDeg)).toEqual([90, 90]);
    const [one, other] = made;
    expect(one?.xMm).toBe(other?.xMm);
    expect(Math.abs((one?.yMm ?? 0) - (other?.yMm ?? 0))).toBe(600);
  });

  it('are part of the file, and read as strictly', () => {
    const { plan } = driver().plan.getState();
    const read = parsePlanText(serializePlan(plan));
    expect(read.ok && read.value.pods).toEqual(plan.pods);
    const spoilt = { ...plan, pods: new Map([['p', { id: 'p', name: 'P', things: 'Raceway things 1\n{' }]]) };
    expect(thingsOfPod(spoilt, 'p', 0).ok).toBe(false);
  });
});
