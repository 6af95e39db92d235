import { describe, expect, it } from 'vitest';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { cableSchedule, scheduleColumns, scheduleReader } from '../../../shared/takeoff/schedule.ts';
import type { ScheduleRow } from '../../../shared/takeoff/schedule.ts';
import type { Derived } from '../../../shared/engine/engine.ts';
import { withTablesReversed } from '../../support/planBuilder.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { layInSteps } from '../../../shared/engine/laidPlan.ts';
import { finish } from '../../../shared/work.ts';
import { cableCase } from './cableCase.ts';

function rowOf(derived: Derived, id: string): ScheduleRow {
  return scheduleReader(derived)(derived.cabling.findCable(id)!);
}

describe('cable schedule', () => {
  it('names both ends, the lengths with their parts, and the way', () => {
    const derived = cableCase();
    const row = rowOf(derived, 'l1');
    const derivation = explainCable(derived, derived.cabling.findCable('l1')!);
    expect(row).toEqual({
      cable: 'node 1:p1–leaf 1:1/1',
      fabric: null,
      tier: 'manual',
      a: { hall: 'Hall 1', cabinet: 'A01', unit: '12', device: 'node 1', port: 'p1', label: 'A01-12:1/A06-38:1.1' },
      b: { hall: 'Hall 1', cabinet: 'A06', unit: '38', device: 'leaf 1', port: '1/1', label: 'A06-38:1.1/A01-12:1' },
      family: 'test/jumper',
      sku: derivation.sku,
      pathMm: derivation.pathMm,
      slackMm: derivation.slack!.totalMm,
      requiredMm: derivation.requiredMm,
      orderedMm: derivation.orderedMm,
      surplusMm: derivation.surplusMm,
      route: 'Row A tray',
      note: '',
      opticsA: 'test/optic',
      opticsB: 'test/optic',
    });
    expect(row.sku).toBe('JMP-010');
    expect(row.pathMm! + row.slackMm!).toBe(row.requiredMm);
  });

  it('says in words how a cable runs that uses no pathway', () => {
    expect(rowOf(cableCase(), 'l3').route).toBe('inside the cabinet');
    const side = cableCase((plan) =>
      plan
        .cabinet('c1', 3400, 1000, { row: 'A', openSides: true })
        .cabinet('c2', 4000, 1000, { row: 'A', openSides: true })
        .device('switch1', 'c2', 14, { type: 'test/switch' }),
    );
    expect(rowOf(side, 'l1').route).toBe('through the side');
    const apart = cableCase((plan) => plan.segment('tray', 'west', 'east', { acceptsDrops: false }));
    expect(rowOf(apart, 'l1')).toMatchObject({
      route: 'no route',
      pathMm: null,
      slackMm: null,
      requiredMm: null,
      orderedMm: null,
      surplusMm: null,
      sku: null,
      note: 'length unknown',
    });
  });

  it('lists segments from end A to end B, whichever end the tree is rooted at', () => {
    const two = (a: string, b: string): string =>
      rowOf(
        cableCase((plan) =>
          plan
            .junction('middle', 2600, 2200)
            .segment('tray', 'west', 'middle', { name: 'West tray' })
            .segment('tray2', 'middle', 'east', { name: 'East tray' })
            .link('l1', a, b),
        ),
        'l1',
      ).route;
    expect(two('server1:p1', 'switch1:1/1')).toBe('West tray > East tray');
    expect(two('switch1:1/1', 'server1:p1')).toBe('East tray > West tray');
  });

  it('notes what was set by hand and what nothing on offer reaches', () => {
    const derived = cableCase((plan) =>
      plan.override('l1', { requiredMm: 60_000, label: 'X-101' }).override('l2', { family: 'test/made-to-order' }),
    );
    expect(rowOf(derived, 'l1')).toMatchObject({
      requiredMm: 60_000,
      orderedMm: null,
      note: 'required length set to 60.000 m; label set; nothing on offer is long enough',
    });
    expect(rowOf(derived, 'l2')).toMatchObject({ family: 'test/made-to-order', sku: null, note: 'family set to test/made-to-order' });
  });

  it('gives the writers one row per cable, lengths in metres, as many cells as columns', () => {
    const derived = cableCase();
    const rows = [...cableSchedule(derived).rows];
    expect(rows.length).toBe(derived.cabling.cables.count);
    for (const row of rows) expect(row.length).toBe(scheduleColumns.length);
    const cell = (title: string): unknown => rows[0]![scheduleColumns.findIndex((column) => column.title === title)];
    expect(cell('A U')).toBe(12);
    expect(cell('Required (m)')).toBe(rowOf(derived, 'l1').requiredMm! / 1000);
    expect(cell('Ordered (m)')).toBe(10);
  });

  it('needs no more than the cables laid', () => {
    const derived = cableCase();
    expect([...cableSchedule(finish(layInSteps(derived.plan))).rows]).toEqual([...cableSchedule(derived).rows]);
  });

  it("does not depend on the order of the plan's tables", () => {
    const derived = cableCase((plan) => plan.override('l2', { requiredMm: 5000 }).override('l1', { label: 'X' }));
    expect([...cableSchedule(derive(withTablesReversed(derived.plan))).rows]).toEqual([...cableSchedule(derived).rows]);
  });
});
