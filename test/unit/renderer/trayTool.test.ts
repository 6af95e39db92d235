import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** A tray along x at 2700 mm, from 1000 to 9000; at 0.05 px a mm things pull from 200 mm. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 8000, { row: 'A' })
    .cabinet('A02', 3600, 8000, { row: 'A' })
    .junction('j1', 1000, 5000)
    .junction('j2', 9000, 5000)
    .segment('t', 'j1', 'j2', { elevationMm: 2700 })
    .build();
}

/** Ends of the segments of a driver's plan, new ones by place: `1000,5000–9000,5000`. */
function runs(driver: ToolDriver): string[] {
  const { segments, junctions } = driver.plan.getState().plan;
  const place = (id: string): string => {
    const { xMm, yMm } = must(junctions.get(id), id);
    return `${xMm},${yMm}`;
  };
  return [...segments.values()].map(({ from, to }) => `${place(from)}–${place(to)}`).sort();
}

function draw(): ToolDriver {
  return new ToolDriver(plan(), 'tray');
}

const free = { ctrl: true };

describe('drawing a tray', () => {
  it('sets a corner a click and lays the run on Enter, as one step that undo takes back', () => {
    const driver = draw().click(1000, 11_001, free).click(7003, 11_001, free).click(7003, 13_000, free);
    expect(driver.host.state()).toBe('tray.drawing');
    expect(driver.plan.getState().past).toEqual([]);
    expect(driver.key('Enter')).toBe(true);
    expect(runs(driver)).toEqual(['1000,11001–7003,11001', '1000,5000–9000,5000', '7003,11001–7003,13000']);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Lay a run of 2 pathways']);
    expect(driver.selected()).toHaveLength(2);
    expect(driver.host.state()).toBe('tray.idle');
    driver.plan.undo();
    expect(serializePlan(driver.plan.getState().plan)).toBe(serializePlan(plan()));
  });

  it('ends with a second click on the last corner, and draws one leg by a drag', () => {
    const clicked = draw().click(1000, 11_000, free).click(7000, 11_000, free).click(7000, 11_000, free);
    expect(clicked.host.state()).toBe('tray.idle');
    expect(runs(clicked)).toContain('1000,11000–7000,11000');
    const dragged = draw().down(1000, 11_000, free).move(4000, 11_000, free).move(7000, 11_000, free).up(free);
    dragged.key('Enter');
    expect(runs(dragged)).toEqual(runs(clicked));
  });

  it('takes typed lengths in the direction of the pointer, with units', () => {
    const driver = draw().click(1000, 11_000, free).move(3000, 11_000, free);
    for (const key of '6000') expect(driver.key(key)).toBe(true);
    driver.key('Enter');
    driver.move(7000, 12_500, free);
    for (const key of '2.5 m') driver.key(key);
    driver.key('Enter');
    driver.move(2000, 13_500, free);
    for (const key of '10 fx') driver.key(key);
    driver.key('Backspace');
    driver.key('t');
    driver.key('Enter');
    driver.key('Enter');
    expect(runs(driver)).toEqual(['1000,11000–7000,11000', '1000,5000–9000,5000', '7000,11000–7000,13500', '7000,13500–3952,13500']);
  });

  it('says what is no length and sets nothing by it', () => {
    const driver = draw().click(1000, 11_000).move(3000, 11_000);
    for (const key of '6 q') driver.key(key);
    driver.key('Enter');
    expect(must(driver.session.getState().preview, 'preview').text).toContain('length 6 q');
    expect(driver.host.state()).toBe('tray.drawing');
  });

  it('leaves letters to the shortcuts until a figure is typed', () => {
    const driver = draw().click(1000, 11_000).move(3000, 11_000);
    expect(driver.key('v')).toBe(false);
    driver.key('6');
    expect(driver.key('m')).toBe(true);
    expect(driver.key('z', { ctrl: true })).toBe(false);
  });

  it('keeps to one axis with Shift, and after F8 without', () => {
    const shifted = draw()
      .click(1000, 11_000, free)
      .click(7000, 11_800, { ...free, shift: true });
    shifted.key('Enter');
    expect(runs(shifted)).toContain('1000,11000–7000,11000');
    const bound = draw();
    expect(bound.key('F8')).toBe(true);
    bound.click(1000, 11_000, free).click(7000, 11_800, free).key('Enter');
    expect(runs(bound)).toContain('1000,11000–7000,11000');
  });

  it('turns a corner on the way when / says so, first along x, then along y, then not', () => {
    const bent = draw().click(1000, 11_000, free).move(7000, 13_000, free);
    expect(must(bent.session.getState().preview, 'preview').text).toContain('straight (/)');
    expect(bent.key('/')).toBe(true);
    expect(must(bent.session.getState().preview, 'preview').text).toContain('6.00 m + 2.00 m · run 8.00 m · corner, first along x');
    bent.click(7000, 13_000, free).key('Enter');
    expect(runs(bent)).toEqual(['1000,11000–7000,11000', '1000,5000–9000,5000', '7000,11000–7000,13000']);
    expect(bent.plan.getState().past).toHaveLength(1);
    const other = draw().click(1000, 11_000, free).move(7000, 13_000, free);
    other.key('/');
    other.key('/');
    other.click(7000, 13_000, free).key('Enter');
    expect(runs(other)).toEqual(['1000,11000–1000,13000', '1000,13000–7000,13000', '1000,5000–9000,5000']);
    const straight = draw().click(1000, 11_000, free).move(7000, 11_000, free);
    straight.key('/');
    straight.click(7000, 11_000, free);
    for (const key of '///') straight.key(key);
    straight.move(7000, 12_000, free);
    for (const key of '1 m') straight.key(key);
    straight.key('Enter');
    straight.key('Enter');
    expect(runs(straight)).toEqual(['1000,11000–7000,11000', '1000,5000–9000,5000', '7000,11000–7000,12000']);
  });

  it('takes back corners with Backspace, the first one last', () => {
    const driver = draw().click(1000, 11_000, free).click(7000, 11_000, free).click(7000, 13_000, free);
    driver.key('Backspace');
    driver.key('Enter');
    expect(runs(driver)).toEqual(['1000,11000–7000,11000', '1000,5000–9000,5000']);
    const begun = draw().click(1000, 11_000, free);
    begun.key('Backspace');
    expect(begun.host.state()).toBe('tray.idle');
    expect(begun.session.getState().preview).toBeNull();
  });

  it('goes back to where it was with Escape, after any number of corners', () => {
    for (const corners of [1, 2, 3]) {
      const driver = draw();
      for (let i = 0; i < corners; i += 1) driver.click(2000 + i * 3000, 9000 + (i % 2) * 3000, free);
      driver.move(15_000, 14_000);
      expect(driver.host.cancel()).toBe(true);
      expect(driver.session.getState().preview).toBeNull();
      expect(driver.plan.getState().past).toEqual([]);
      expect(runs(driver)).toEqual(['1000,5000–9000,5000']);
    }
  });

  it('is drawn without a mouse: Enter begins and sets, arrows stretch and turn', () => {
    const driver = draw();
    driver.session.setState({ pointer: { xMm: 2000, yMm: 11_000 }, snap: false });
    driver.key('Enter');
    driver.key('ArrowRight', { shift: true });
    driver.key('ArrowRight');
    driver.key('ArrowRight', { alt: true });
    driver.key('Enter');
    driver.key('ArrowDown');
    for (const key of '1500') driver.key(key);
    driver.key('Enter');
    driver.key('Enter');
    expect(runs(driver)).toEqual(['1000,5000–9000,5000', '2000,11000–2651,11000', '2651,11000–2651,12500']);
  });
});

describe('a tray is drawn to', () => {
  it('junctions, with a ring that shows it', () => {
    const driver = draw().move(9100, 5080);
    const { guides } = must(driver.session.getState().preview, 'preview');
    expect(guides.map(({ kind, from }) => [kind, from.xMm, from.yMm])).toEqual([['joint', 9000, 5000]]);
    driver.click(9100, 5080).click(12_000, 5000, free).key('Enter');
    expect(runs(driver)).toEqual(['1000,5000–9000,5000', '9000,5000–12000,5000']);
    const { segments } = driver.plan.getState().plan;
    expect([...segments.values()].filter(({ from, to }) => from === 'j2' || to === 'j2')).toHaveLength(2);
  });

  it('centrelines, which it cuts', () => {
    const driver = draw().move(4010, 5150);
    expect(must(driver.session.getState().preview, 'preview').guides[0]?.kind).toBe('newJoint');
    driver.click(4010, 5150).click(4200, 7000, { shift: true, ctrl: true }).key('Enter');
    const at = runs(driver)
      .find((run) => run.endsWith(',7000'))!
      .split('–')[0]!;
    expect(runs(driver)).toEqual([`1000,5000–${at}`, `${at}–${at.replace('5000', '7000')}`, `${at}–9000,5000`].sort());
  });

  it('the middles of rows, and to tiles', () => {
    const rows = draw().click(910, 8550).click(12_050, 8560);
    rows.key('Enter');
    expect(runs(rows)).toContain('900,8600–12000,8600');
  });
});

describe('a selected tray', () => {
  it('moves by one end, and what joins there follows', () => {
    const tee = new PlanBuilder().hall().junction('j1', 1000, 5000).junction('j2', 9000, 5000).junction('j3', 9000, 9000);
    const driver = new ToolDriver(tee.segment('t', 'j1', 'j2').segment('u', 'j2', 'j3').build());
    driver.click(5000, 5000).down(8950, 5000).move(7000, 4000, free).move(7950, 4000, free).up(free);
    expect(runs(driver)).toEqual(['1000,5000–8000,4000', '8000,4000–9000,9000']);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Move 1 junction']);
  });

  it('moves whole by its middle, and takes its lonely junctions with it when it is deleted', () => {
    const driver = new ToolDriver(plan()).click(6000, 5000).down(6000, 5000).move(6000, 6000, free).up(free);
    expect(runs(driver)).toEqual(['1000,6000–9000,6000']);
    driver.plan.run(removeThings, { segments: driver.selected() });
    expect(driver.plan.getState().plan.junctions.size).toBe(0);
  });
});

describe('a tray that cannot be laid', () => {
  it('shows why while it is drawn, and sets no corner there', () => {
    const driver = draw().click(1000, 5000).move(6000, 5000);
    expect(must(driver.session.getState().preview, 'preview').problem).toBe('the run lies along t');
    driver.click(6000, 5000).key('Enter');
    expect(driver.plan.getState().past).toEqual([]);
  });

  it('passes over at its own elevation, and takes the width and kind that are set', () => {
    const driver = draw();
    driver.session.setTray({ kind: 'ladder', widthMm: 600, elevationMm: 3000, acceptsDrops: false });
    driver.click(3000, 3000, free).click(3000, 7000, free).key('Enter');
    expect(runs(driver)).toEqual(['1000,5000–9000,5000', '3000,3000–3000,7000']);
    const [id] = driver.selected();
    const segment = must(driver.plan.getState().plan.segments.get(must(id, 'selected')), 'segment');
    expect(segment).toMatchObject({ kind: 'ladder', widthMm: 600, elevationMm: 3000, acceptsDrops: false });
    expect(segment).not.toHaveProperty('ortho');
  });
});
