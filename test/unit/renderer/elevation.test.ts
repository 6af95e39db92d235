import { describe, expect, it } from 'vitest';
import { COPPER_PARTS, JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';
import { ElevationDriver } from '../../support/elevationDriver.ts';
import { putAway, showAnother } from '../../../renderer/elevation/shownCabinets.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { SERVER, SWITCH, TEST_CATALOG } from '../../support/testCatalog.ts';
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
const placeOf = (driver: ElevationDriver, id: string) => {
  const { cabinet, positionU, face } = driver.device(id);
  return [cabinet, positionU, face];
};

describe('what the elevation shows', () => {
  it('is what is selected, and stays while a cable is', () => {
    const driver = drive();
    expect(driver.host.store.getState().cabinets).toEqual(['A', 'B']);
    driver.session.select([{ kind: 'cable', id: 'l1' }]);
    driver.session.select([]);
    driver.session.select([{ kind: 'device', id: 'w' }]);
    expect(driver.host.store.getState().cabinets).toEqual(['A', 'B']);
  });

  it('stands as in the hall, whatever was selected first, and follows a smaller selection of the plan', () => {
    const three = plan().cabinet('C', 12_000, 3000).build();
    const driver = new ElevationDriver(three, ['C', 'A', 'B']);
    expect(driver.host.store.getState().cabinets).toEqual(['A', 'B', 'C']);
    driver.session.setState({ mode: 'plan' });
    driver.session.select([{ kind: 'cabinet', id: 'B' }]);
    driver.session.setState({ mode: 'elevation' });
    expect(driver.host.store.getState().cabinets).toEqual(['B']);
    showAnother({ plan: driver.plan, session: driver.session, elevation: driver.host }, 'A');
    expect(driver.host.store.getState().cabinets).toEqual(['A', 'B']);
    expect(driver.selected()).toEqual(['cabinet A']);
    driver.session.setState({ mode: 'plan' });
    driver.session.select([{ kind: 'cabinet', id: 'C' }]);
    driver.session.setState({ mode: 'elevation' });
    expect(driver.host.store.getState().cabinets).toEqual(['A', 'C']);
    putAway({ elevation: driver.host }, 'A');
    expect(driver.host.store.getState()).toMatchObject({ cabinets: ['C'], added: [] });
  });

  it('is the first cabinet with something in it when nothing is selected', () => {
    const driver = new ElevationDriver(plan().cabinet('0', 500, 500).build(), []);
    expect(driver.host.store.getState().cabinets).toEqual(['A']);
  });

  it('lets go of a cabinet that is deleted, and of all when another plan is opened', () => {
    const driver = drive();
    driver.plan.run(removeThings, { cabinets: ['A'] });
    expect(driver.host.store.getState().cabinets).toEqual(['B']);
    driver.plan.replacePlan(plan().build());
    expect(driver.host.store.getState().cabinets).toEqual([]);
  });
});

describe('selecting', () => {
  it('takes a device on either side, the cabinet beside it, nothing between the cabinets', () => {
    const driver = drive().click(drive().unit('A', 1));
    expect(driver.selected()).toEqual(['device s']);
    expect(driver.click(driver.unit('A', 11, 'rear')).selected()).toEqual(['device t']);
    expect(driver.click(driver.unit('A', 30)).selected()).toEqual(['cabinet A']);
    expect(driver.click([1, 1]).selected()).toEqual([]);
  });

  it('adds and removes with Shift', () => {
    const driver = drive();
    driver.click(driver.unit('A', 1)).click(driver.unit('A', 10), { shift: true });
    expect(driver.selected()).toEqual(['device s', 'device t']);
    expect(driver.click(driver.unit('A', 1), { shift: true }).selected()).toEqual(['device t']);
  });
});

describe('moving', () => {
  it('snaps to units and is one step that undo takes back whole', () => {
    const driver = drive();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 3)).move(driver.unit('A', 5));
    expect(placeOf(driver, 's')).toEqual(['A', 1, 'front']);
    expect(driver.session.getState().preview?.plan?.devices.get('s')?.positionU).toBe(5);
    driver.up();
    expect(placeOf(driver, 's')).toEqual(['A', 5, 'front']);
    expect(driver.steps()).toEqual(['Move s']);
    expect(driver.session.getState().preview).toBeNull();
    driver.plan.undo();
    expect(placeOf(driver, 's')).toEqual(['A', 1, 'front']);
  });

  it('keeps the unit that was taken under the pointer', () => {
    const driver = drive();
    driver.down(driver.unit('A', 2)).move(driver.unit('A', 6)).up();
    expect(placeOf(driver, 's')).toEqual(['A', 5, 'front']);
  });

  it('goes to the other side and into another cabinet', () => {
    const driver = drive();
    driver
      .down(driver.unit('A', 1))
      .move(driver.unit('A', 5, 'rear'))
      .up();
    expect(placeOf(driver, 's')).toEqual(['A', 5, 'rear']);
    driver
      .down(driver.unit('A', 5, 'rear'))
      .move(driver.unit('B', 30, 'rear'))
      .up();
    expect(placeOf(driver, 's')).toEqual(['B', 30, 'rear']);
    driver
      .down(driver.unit('B', 20, 'rear'))
      .move(driver.unit('B', 25, 'rear'))
      .up();
    expect(placeOf(driver, 'w')).toEqual(['B', 25, 'front']);
  });

  it('says who holds the units, and moves nothing there', () => {
    const driver = drive();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 9));
    expect(driver.problem()).toBe('U10 is taken by t');
    expect(driver.session.getState().preview?.patches).toBeNull();
    driver.up();
    expect(driver.notice()).toBe('Not moved: U10 is taken by t');
    expect(driver.steps()).toEqual([]);
    expect(driver.session.getState().preview).toBeNull();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 42));
    expect(driver.problem()).toBe('U42 to U43 are outside U1 to U42 of A');
    driver.up();
    driver.down(driver.unit('B', 20)).move(driver.unit('A', 10, 'rear'));
    expect(driver.problem()).toContain('it meets t inside U10');
  });

  it('moves all that is selected together', () => {
    const driver = drive();
    driver.click(driver.unit('A', 1)).click(driver.unit('A', 10), { shift: true });
    driver.down(driver.unit('A', 10)).move(driver.unit('A', 12)).up();
    expect([placeOf(driver, 's'), placeOf(driver, 't')]).toEqual([
      ['A', 3, 'front'],
      ['A', 12, 'front'],
    ]);
    expect(driver.steps()).toEqual(['Move 2 devices']);
    driver.down(driver.unit('A', 12)).move(driver.unit('B', 22));
    expect(driver.problem()).toBeNull();
    driver.up();
    expect([placeOf(driver, 's'), placeOf(driver, 't')]).toEqual([
      ['B', 13, 'front'],
      ['B', 22, 'front'],
    ]);
  });

  it('is no step when it ends where it began, or beside the cabinets', () => {
    const driver = drive();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 5)).move(driver.unit('A', 1)).up();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 5)).move([1, 1]).up();
    expect(driver.steps()).toEqual([]);
    expect(driver.session.getState().preview).toBeNull();
  });

  it.each(['Escape', 'another mode', 'an undo underneath'])('leaves everything as it was: %s', (how) => {
    const driver = drive();
    driver.down(driver.unit('A', 10)).move(driver.unit('A', 12)).up();
    const before = driver.now();
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 5));
    if (how === 'Escape') expect(driver.host.cancel()).toBe(true);
    else if (how === 'another mode') driver.session.setState({ mode: 'plan' });
    else driver.plan.undo();
    expect(driver.session.getState().preview).toBeNull();
    expect(driver.host.state()).toBe('idle');
    driver.up();
    expect(driver.steps()).toEqual(how === 'an undo underneath' ? [] : ['Move t']);
    if (how !== 'an undo underneath') expect(driver.now()).toBe(before);
  });

  it('goes to the other half of the width, or beside the other rail, with Shift and an arrow, and says why not', () => {
    const half = { ...SWITCH, id: 'test/half', widthMm: 220, mount: 'half-width' } as const;
    const sided = plan()
      .withCatalog({ deviceTypes: new Map([...TEST_CATALOG.deviceTypes, [half.id, half]]) })
      .device('h', 'A', 5, { type: half.id, hand: 'left' })
      .device('i', 'A', 6, { type: half.id, hand: 'left' })
      .device('k', 'A', 6, { type: half.id, hand: 'right' });
    const driver = drive(sided.build());
    driver.session.select([{ kind: 'device', id: 'h' }]);
    expect(driver.key('ArrowRight', { shift: true })).toBe(true);
    expect(driver.device('h').hand).toBe('right');
    expect(driver.steps()).toEqual(['Move h']);
    driver.key('ArrowRight', { shift: true });
    expect(driver.notice()).toBe('h is on the right already');
    driver.session.select([{ kind: 'device', id: 'i' }]);
    driver.key('ArrowRight', { shift: true });
    expect(driver.notice()).toBe('Not moved: U6 is taken by k');
    driver.session.setLock('devices', true);
    driver.session.select([{ kind: 'device', id: 'i' }]);
    driver.key('ArrowRight', { shift: true });
    expect(driver.notice()).toContain('locked');
    expect(driver.device('i').hand).toBe('left');
    // What takes the whole width has no side to go to.
    driver.session.select([{ kind: 'device', id: 's' }]);
    driver.key('ArrowRight', { shift: true });
    expect(driver.steps()).toEqual(['Move h']);
  });

  it('goes by a unit with the arrows, with Shift to the next free place, and says why not', () => {
    const driver = drive();
    driver.click(driver.unit('A', 1));
    expect(driver.key('ArrowUp')).toBe(true);
    expect(placeOf(driver, 's')).toEqual(['A', 2, 'front']);
    for (let step = 0; step < 6; step += 1) driver.key('ArrowUp');
    driver.key('ArrowUp');
    expect(placeOf(driver, 's')).toEqual(['A', 8, 'front']);
    expect(driver.notice()).toBe('Not moved: U10 is taken by t');
    driver.key('ArrowUp', { shift: true });
    expect(placeOf(driver, 's')).toEqual(['A', 12, 'front']);
    driver.key('ArrowDown', { shift: true });
    expect(placeOf(driver, 's')).toEqual(['A', 8, 'front']);
    for (let step = 0; step < 9; step += 1) driver.key('ArrowDown');
    expect(placeOf(driver, 's')).toEqual(['A', 1, 'front']);
    expect(driver.notice()).toContain('U1');
    driver.session.select([]);
    expect(driver.key('ArrowUp')).toBe(false);
  });
});

describe('a locked layer of devices', () => {
  it('keeps them in place under drags and keys, says so, and offers to unlock', () => {
    const driver = drive();
    driver.session.setLock('devices', true);
    driver.click(driver.unit('A', 1));
    expect(driver.selected()).toEqual(['device s']);
    driver.down(driver.unit('A', 1)).move(driver.unit('A', 5));
    expect(driver.problem()).toContain('devices layer is locked');
    expect(driver.session.getState().preview?.patches).toBeNull();
    driver.up();
    expect(driver.session.getState()).toMatchObject({ preview: null, notice: { tone: 'error', offer: 'view.unlock-all' } });
    driver.session.setState({ notice: null });
    expect(driver.key('ArrowUp')).toBe(true);
    expect(driver.notice()).toContain('devices layer is locked');
    expect(driver.steps()).toEqual([]);
  });
});

describe('mounting from the catalog', () => {
  it('follows the pointer, says what is taken, mounts on release and keeps another in the hand', () => {
    const driver = drive();
    driver.host.carry(SWITCH);
    driver.move(driver.unit('A', 10));
    expect(driver.problem()).toBe('U10 is taken by t');
    driver.up();
    expect(driver.notice()).toBeNull();
    driver.click(driver.unit('A', 10));
    expect(driver.notice()).toBe('Not mounted: U10 is taken by t');
    driver.move(driver.unit('A', 30, 'rear')).up();
    expect(driver.steps()).toEqual([]);
    driver.session.setLock('devices', true);
    driver.click(driver.unit('A', 30, 'rear'));
    const [id = ''] = driver.selected().map((text) => text.replace('device ', ''));
    expect(driver.device(id)).toMatchObject({ cabinet: 'A', positionU: 30, face: 'rear', type: 'test/switch', role: 'other' });
    expect(driver.steps()).toEqual([`Mount ${driver.device(id).name}`]);
    expect(driver.session.getState().locks.devices).toBe(false);
    expect(driver.host.store.getState().reveal).toEqual({ kind: 'cabinet', id: 'A', to: 'view' });
    expect(driver.host.state()).toBe('carrying');
    expect(driver.host.cancel()).toBe(true);
    expect(driver.host.store.getState().carrying).toBeNull();
    expect(driver.now().devices.size).toBe(4);
  });

  it('leaves no trace when it is put away over a cabinet', () => {
    const driver = drive();
    const before = driver.now();
    driver.host.carry(SERVER);
    driver.move(driver.unit('A', 30));
    expect(driver.session.getState().preview?.plan?.devices.size).toBe(4);
    driver.host.cancel();
    expect(driver.now()).toBe(before);
    expect(driver.session.getState().preview).toBeNull();
  });
});

describe('connecting', () => {
  it('begins at a free port, follows to one that fits, and makes one link that is selected', async () => {
    const driver = await drive().settle();
    driver.click(driver.port('s', 'p1'));
    expect(driver.host.state()).toBe('connecting');
    driver.move(driver.unit('B', 40));
    expect(driver.host.store.getState().connecting).toMatchObject({ to: null, problem: null });
    driver.move(driver.port('w', '3/1'));
    expect(driver.host.store.getState().connecting?.problem).toBeNull();
    const before = driver.host.store.getState().reveal;
    driver.click(driver.port('w', '3/1'));
    expect(driver.host.state()).toBe('idle');
    const [link] = [...driver.now().links.values()];
    expect(link).toMatchObject({ a: { device: 's', port: 'p1' }, b: { device: 'w', port: '3/1' } });
    expect(driver.selected()).toEqual([`cable ${link?.id}`]);
    expect(driver.steps()).toEqual(['Connect two ports']);
    // What fits best was taken: it is named. The view stays with what was clicked.
    const family = driver.now().catalog.cableFamilies.get(link?.parts.family ?? '')?.name;
    expect(driver.notice()).toBe(`Connected A · s · p1 to B · w · 3/1 with ${family}`);
    expect(driver.host.store.getState().reveal).toBe(before);
    driver.plan.undo();
    expect(driver.now().links.size).toBe(0);
  });

  it('takes a device for its first free port that fits', async () => {
    const driver = await drive(plan().link('l1', 't:p1', 'w:1/1').build()).settle();
    driver.click(driver.port('s', 'p2')).click(driver.unit('B', 20));
    const link = [...driver.now().links.values()].find(({ id }) => id !== 'l1');
    // The optic in cage 1 serves one port, so 1/2 is no use; the next cage is.
    expect(link?.b).toEqual({ device: 'w', port: '2/1' });
  });

  it('says why a port does not do, and stays in the hand', async () => {
    const driver = await drive(plan().link('l1', 't:p1', 'w:1/1').link('l2', 't:p2', 'w:2/1', COPPER_PARTS).build()).settle();
    driver.click(driver.port('s', 'p1')).move(driver.port('w', '1/1'));
    expect(driver.host.store.getState().connecting?.problem).toBe('it is in use, to A · U10 · p1');
    driver.move(driver.port('w', '1/2'));
    expect(driver.host.store.getState().connecting?.problem).toBe('Multimode optic in this cage serves 1 and no more');
    driver.move(driver.port('w', '2/2'));
    expect(driver.host.store.getState().connecting?.problem).toBe('a plug fills the OSFP cage of this port');
    driver.up();
    expect(driver.notice()).toBeNull();
    driver.click(driver.port('w', '2/2'));
    expect(driver.notice()).toBe('Not connected: a plug fills the OSFP cage of this port');
    expect(driver.host.state()).toBe('connecting');
    expect(driver.now().links.size).toBe(2);
    driver.host.cancel();
    expect(driver.host.store.getState().connecting).toBeNull();
  });

  it('shows the cable of a port in use instead', async () => {
    const driver = await drive(plan().link('l1', 's:p1', 'w:1/1').build()).settle();
    driver.click(driver.port('w', '1/1'));
    expect(driver.selected()).toEqual(['cable l1']);
    expect(driver.host.state()).toBe('idle');
  });

  it('knows a link that the engine has not told of yet', async () => {
    const driver = await drive().settle();
    driver.click(driver.port('s', 'p1')).click(driver.port('w', '3/1'));
    driver.click(driver.port('s', 'p2')).move(driver.port('w', '3/1'));
    expect(driver.host.store.getState().connecting?.problem).toBe('it is in use');
  });

  it('waits for the engine’s word on ports', () => {
    const driver = drive();
    driver.host.store.setState({ ports: new Map() });
    driver.click(driver.port('s', 'p1'));
    expect(driver.notice()).toBe('Not connected: its ports are still being counted');
  });

  it('goes by keys alone: a port of the selected device, Tab to the other, Enter', async () => {
    const driver = await drive(plan().link('l1', 's:p1', 't:p1', JUMPER_PARTS).build()).settle();
    driver.host.focusDevice('s');
    driver.key('ArrowRight');
    driver.key('ArrowRight');
    driver.key('Enter');
    expect(driver.host.store.getState().connecting?.from).toEqual({ device: 's', port: 1 });
    driver.host.focusDevice('w');
    driver.key('ArrowRight');
    driver.key('ArrowLeft');
    driver.key('Enter');
    expect([...driver.now().links.values()].at(-1)).toMatchObject({ a: { port: 'p2' }, b: { device: 'w', port: '1/1' } });
    expect(driver.host.store.getState().reveal).toEqual({ kind: 'port', at: { device: 'w', port: 0 }, to: 'view' });
  });

  it('begins at the first free port of a device by name', async () => {
    const driver = await drive(plan().link('l1', 's:p1', 't:p1').build()).settle();
    expect(driver.host.connectFrom('s')).toBe(true);
    expect(driver.host.store.getState().connecting?.from).toEqual({ device: 's', port: 1 });
    driver.host.cancel();
    expect(driver.host.connectFrom('s')).toBe(true);
  });
});
