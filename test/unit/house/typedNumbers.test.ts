/** Numbers can be typed during every gesture of every tool, or this table says why there is nothing to type. */
import { describe, expect, it } from 'vitest';
import { toolStates } from '../../../renderer/tools/toolTable.ts';
import type { ToolId } from '../../../renderer/state/sessionStore.ts';
import { handsHall } from '../../support/handsHall.ts';
import { CABINET } from '../../support/testCatalog.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const REST = 'nothing is under way yet';
const PRESS = 'a press that has not moved is a click';
const CHOICE = 'it chooses what is there, and measures nothing';

/** A hand that is in a state, or why nothing is typed in it. */
const STATES: Readonly<Record<string, string | (() => ToolDriver)>> = {
  'select.idle': REST,
  'select.sizing': CHOICE,
  'select.cycling': CHOICE,
  'select.pointingThing': PRESS,
  'select.pointingFloor': PRESS,
  'select.moving': () => drive('select').down(3000, 3200).move(4000, 3200),
  'select.reshaping': () => drive('select', 'K1').down(9000, 8000).move(9400, 8000),
  'select.offsetting': () => {
    const measured = drive('dimension').click(1000, 8000).click(4000, 8000).click(2500, 8500);
    return new ToolDriver(measured.plan.getState().plan, 'select').down(2500, 8500).move(2500, 8900);
  },
  'select.bending': () => {
    const noted = note('rectangle').down(1000, 7000).move(2000, 7600).up();
    const driver = new ToolDriver(noted.plan.getState().plan, 'select');
    driver.session.select([...driver.plan.getState().plan.notes.keys()].map((id) => ({ kind: 'note', id })));
    return driver.down(2000, 7600).move(2200, 7600).move(2300, 7600);
  },
  'select.brushing': CHOICE,
  'select.leadingCross': CHOICE,
  'select.stretchingBox': CHOICE,
  'row.idle': REST,
  'row.drawing': () => drive('row').down(1000, 1000).move(4000, 1000),
  'place.idle': REST,
  'place.carrying': () => drive('place').move(6500, 2000),
  'place.pressing': () => drive('place').move(6500, 2000).down(6500, 2000),
  'pod.idle': REST,
  'pod.carrying': () => drive('pod').move(6500, 2000),
  'pod.pressing': () => drive('pod').move(6500, 2000).down(6500, 2000),
  'tray.idle': REST,
  'tray.aiming': REST,
  'tray.drawing': () => drive('tray').click(1000, 8000).move(4000, 8000),
  'pan.idle': REST,
  'pan.panning': 'the view follows the hand, and the plan stays',
  'measure.idle': REST,
  'measure.steering': REST,
  'measure.measuring': () => drive('measure').click(1000, 8000).move(4000, 8000),
  'measure.measured': REST,
  'measureTrays.idle': REST,
  'measureTrays.aiming': REST,
  'measureTrays.measuring': () => drive('measureTrays').click(1000, 6000).move(4000, 6000),
  'measureTrays.measured': REST,
  'dimension.idle': REST,
  'dimension.aiming': REST,
  'dimension.steering': REST,
  'dimension.measuring': () => drive('dimension').click(1000, 8000).move(4000, 8000),
  'dimension.placing': () => drive('dimension').click(1000, 8000).click(4000, 8000).move(2500, 8500),
  'hall.idle': REST,
  'hall.pressing': PRESS,
  'hall.boxing': () => drive('hall').down(1000, 1000).move(4000, 4000),
  'hall.sketching': () => drive('hall').click(1000, 1000).move(4000, 1000),
  'door.idle': REST,
  'door.aiming': () => drive('door').move(6000, 20),
  'door.pressing': () => drive('door').move(6000, 20).down(6000, 20),
  'door.sliding': () => drive('door').down(1500, 0).move(3000, 0),
  'obstacle.idle': REST,
  'obstacle.pressing': PRESS,
  'obstacle.boxing': () => drive('obstacle').down(1000, 1000).move(2000, 2000),
  'obstacle.sketching': () => drive('obstacle').click(1000, 1000).move(2000, 1000),
  'tileOrigin.idle': REST,
  'tileOrigin.aiming': () => drive('tileOrigin').move(300, 100),
  'deliveryPath.idle': REST,
  'deliveryPath.drawing': () => drive('deliveryPath').click(1000, 8000).move(4000, 8000),
  'connect.idle': REST,
  'connect.connecting': CHOICE,
  'connect.pressing': CHOICE,
  'span.idle': REST,
  'span.first': () => drive('span').click(1000, 8000).move(4000, 8000),
  'note.idle': REST,
  'note.pressing': PRESS,
  'note.stretching': () => note('rectangle').down(1000, 7000).move(2000, 7600),
  'note.lining': () => note('polyline').click(1000, 7000).move(2000, 7600),
  'note.scribbling': 'a line of the hand has no lengths',
  'trace.idle': REST,
  'trace.aiming': CHOICE,
  'trace.picked': CHOICE,
  'trace.pressing': PRESS,
  'trace.brushing': CHOICE,
};

function note(mark: 'rectangle' | 'polyline'): ToolDriver {
  const driver = drive('note');
  driver.session.setState({ note: { ...driver.session.getState().note, mark } });
  return driver;
}

function drive(tool: ToolId, obstacle?: string): ToolDriver {
  const driver = new ToolDriver(handsHall(), tool);
  driver.session.setLock('building', false);
  driver.session.setState({
    placing: CABINET,
    pod: { id: 'pod-1', namePattern: '{row}{nn}' },
    span: { underlay: 'sheet', purpose: 'place' },
    selection: obstacle === undefined ? [] : [{ kind: 'obstacle', id: obstacle }],
    obstacle: { ...driver.session.getState().obstacle, shape: 'polygon' },
    hallShape: 'polygon',
  });
  return driver;
}

describe('numbers typed during gestures', () => {
  it('have a word for every state of every tool', () => {
    expect(Object.keys(STATES).sort()).toEqual([...toolStates].sort());
  });

  it.each(Object.entries(STATES))('in %s', (state, reach) => {
    if (typeof reach === 'string') return;
    const driver = reach();
    expect(driver.host.state()).toBe(state);
    const { past } = driver.plan.getState();
    const shown = (): string => JSON.stringify(driver.session.getState().preview?.text);
    driver.key('9');
    driver.key('Backspace');
    const before = shown();
    for (const key of '7') expect(driver.key(key)).toBe(true);
    const preview = driver.session.getState().preview;
    expect(preview?.text ?? preview?.problem).toMatch(/7/);
    expect(driver.key('Backspace')).toBe(true);
    // What is typed is taken back as a whole too, and the gesture goes on.
    for (const key of '700') driver.key(key);
    expect(driver.host.untype()).toBe(true);
    expect(driver.host.state()).toBe(state);
    // A door stays at the offset that was typed until the pointer moves.
    if (!state.startsWith('door.')) expect(shown()).toBe(before);
    expect(driver.host.untype()).toBe(false);
    driver.host.cancel();
    expect(driver.plan.getState().past).toBe(past);
  });
});
