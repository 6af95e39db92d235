import { describe, expect, it } from 'vitest';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { RouteStatus } from '../../../shared/cabling/types.ts';
import { cableSchedule } from '../../../shared/takeoff/schedule.ts';
import { BREAKOUT_PARTS, panelHall } from '../../support/panelPlans.ts';

function cablesOf({ cabling }: Derived) {
  const { cables, families } = cabling;
  return Array.from({ length: cables.count }, (_, row) => ({
    id: cabling.cableId(row),
    name: cabling.cableName(row),
    family: families[cables.family[row]!]!.id,
    links: cables.linkCount[row],
    inside: cables.status[row] === RouteStatus.sameCabinet,
  }));
}

describe('links through panels', () => {
  const plan = panelHall().build();
  const derived = derive(plan);

  it('have a cable for each stretch, routed on its own, and share the trunk', () => {
    expect(cablesOf(derived)).toEqual([
      { id: 'l3', name: 's1:p2–w:3/1', family: 'test/jumper', links: 1, inside: false },
      { id: 'l1#1', name: 's1:p1–w:1/1#1', family: 'test/jumper', links: 1, inside: true },
      { id: 'l1#3', name: 's1:p1–w:1/1#3', family: 'test/jumper', links: 1, inside: true },
      { id: 'l2#1', name: 's2:p1–w:2/1#1', family: 'test/jumper', links: 1, inside: true },
      { id: 'l2#3', name: 's2:p1–w:2/1#3', family: 'test/jumper', links: 1, inside: true },
      { id: 't', name: 't', family: 'test/quad-trunk', links: 2, inside: false },
    ]);
  });

  it('count apart as links, cables, cages and fibers', () => {
    const { links, cables, cages, fibers, transceivers } = derived.takeoff;
    expect(links).toEqual({ count: 3, byTier: [{ tier: 'manual', count: 3 }] });
    expect(cables.count).toBe(6);
    expect(cables.byTier).toEqual([
      { tier: 'manual', count: 5 },
      { tier: 'trunk', count: 1 },
    ]);
    expect(cages.count).toBe(6);
    expect(fibers).toEqual({ count: 5 * 8 + 32, unknownCables: 0 });
    expect(transceivers).toEqual([
      { id: 'test/optic', count: 3 },
      { id: 'test/twin-optic', count: 3 },
    ]);
  });

  it('load the tray with the trunk once, not with its links', () => {
    expect([...derived.cabling.loads.cables]).toEqual([2]);
  });

  it('are found by the link, by each cable, and by the trunk', () => {
    const { cabling } = derived;
    const idOf = (id: string) => {
      const cable = cabling.findCable(id);
      return cable === null ? null : cabling.cableId(cable);
    };
    expect(['l1', 'l1#3', 't', 't#2', 'l1#2', 'l3'].map(idOf)).toEqual(['l1#1', 'l1#3', 't', 't', null, 'l3']);
    expect(
      cabling.channels.map(({ link, sections, passes }) => ({ id: link.id, sections, keyings: passes.map(({ keying }) => keying) })),
    ).toEqual([
      {
        id: 'l1',
        sections: [
          { row: 'l1#1', turned: false, leg: null, legB: null },
          { row: 't', turned: false, leg: 1, legB: 1 },
          { row: 'l1#3', turned: false, leg: null, legB: null },
        ],
        keyings: ['opposed', 'opposed'],
      },
      {
        id: 'l2',
        sections: [
          { row: 'l2#1', turned: false, leg: null, legB: null },
          { row: 't#2', turned: false, leg: 2, legB: 2 },
          { row: 'l2#3', turned: false, leg: null, legB: null },
        ],
        keyings: ['opposed', 'opposed'],
      },
    ]);
  });

  it('are in the file, a line each, and come back the same', () => {
    const text = serializePlan(plan);
    expect(text).toContain('\n{"id":"l1","families":["test/jumper",null,"test/jumper"],"stops":[{"device":"pa",');
    const parsed = parsePlan(new TextEncoder().encode(text));
    expect(parsed.ok && serializePlan(parsed.value)).toBe(text);
    expect(parsed.ok && parsed.value.trunks).toEqual(plan.trunks);
    const plain = serializePlan({ ...plan, trunks: new Map(), channels: new Map() });
    expect(plain).not.toContain('trunks');
    expect(parsePlan(new TextEncoder().encode(text.replace('null,"test/jumper"]', 'null]')))).toMatchObject({
      ok: false,
      error: { path: 'channels.l1', remedy: 'write null where a trunk joins two panels' },
    });
  });

  it('go straight again when a panel goes, and with the link goes its way', () => {
    const without = runCommand(plan, removeThings, { devices: ['pb'] });
    expect(without.ok && [without.value.plan.trunks.size, without.value.plan.channels.size, without.value.plan.links.size]).toEqual([
      0, 0, 3,
    ]);
    const unlinked = runCommand(plan, removeThings, { links: ['l1'] });
    expect(unlinked.ok && [...unlinked.value.plan.channels.keys()]).toEqual(['l2']);
  });

  it('have a row each in the schedule', () => {
    const rows = [...cableSchedule(derived).rows].map((row) => [row[0], row[6], row[7], row[12], row[20], row[24]]);
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)).toEqual([
      't',
      'pa',
      'R1 + R2',
      'R1 + R2',
      'T1',
      'leg 1: s1:p1–w:1/1, cable 2 of 3; leg 2: s2:p1–w:2/1, cable 2 of 3',
    ]);
    expect(rows[0]?.at(-1)).toBeNull();
    expect(rows[1]?.at(-1)).toBe('s1:p1–w:1/1, cable 1 of 3');
  });
});

describe('breakouts drawn by hand', () => {
  const base = panelHall();
  const plan = base.link('x2', 'w:9/1', 's2:p3', BREAKOUT_PARTS).link('x1', 'w:9/1', 's1:p3', BREAKOUT_PARTS).build();

  it('share a cable when they share its head, and free legs are no fault', () => {
    const cables = cablesOf(derive(plan));
    expect(cables.filter(({ family }) => family === 'test/splitter')).toEqual([
      { id: 'x1', name: 'w:9/1–s1:p3', family: 'test/splitter', links: 2, inside: false },
    ]);
    const alone = derive({ ...plan, links: new Map([...plan.links].filter(([id]) => id !== 'x2')) });
    expect(cablesOf(alone).filter(({ family }) => family === 'test/splitter')).toMatchObject([{ id: 'x1', links: 1 }]);
    expect(alone.findings.filter(({ ids }) => ids.includes('x1'))).toEqual([]);
  });
});
