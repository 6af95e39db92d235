import { describe, expect, it } from 'vitest';
import { handLinkNames } from '../../../shared/cabling/handLinkNames.ts';
import { namedCable } from '../../../shared/cabling/namedCable.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { createTables } from '../../../shared/engine/rows.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { scheduleReader } from '../../../shared/takeoff/schedule.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

function joined(order: readonly string[] = ['link-b', 'link-a', 'link-c', 'link-d']): Plan {
  const ends: Record<string, readonly [string, string]> = {
    'link-a': ['s1:2/1', 's2:2/1'],
    'link-b': ['s1:1/1', 's2:1/1'],
    // The port of link-b once more.
    'link-c': ['s1:1/1', 's2:1/1'],
    'link-d': ['s1:3/1', 's3:1/1'],
  };
  let builder = new PlanBuilder()
    .hall()
    .cabinet('A01', 2000, 3000, { row: 'A' })
    .cabinet('A02', 6000, 3000, { row: 'A' })
    .device('s1', 'A01', 10, { type: 'test/switch', name: 'leaf1' })
    .device('s2', 'A02', 10, { type: 'test/switch', name: 'spine' })
    .device('s3', 'A02', 20, { type: 'test/switch', name: 'A02-node 3' })
    .junction('j1', 1000, 3600)
    .junction('j2', 9000, 3600)
    .segment('tray', 'j1', 'j2');
  for (const id of order) builder = builder.link(id, ...ends[id]!);
  return builder.build();
}

describe('names of links drawn by hand', () => {
  it('are their two ends, each once, whatever the order in which they were drawn', () => {
    const names = handLinkNames(joined());
    expect(Object.fromEntries(names)).toEqual({
      'link-a': 'leaf1:2/1–spine:2/1',
      'link-b': 'leaf1:1/1–spine:1/1',
      'link-c': 'leaf1:1/1–spine:1/1 (2)',
      'link-d': 'leaf1:3/1–A02-node 3:1/1',
    });
    expect(handLinkNames(joined(['link-d', 'link-c', 'link-a', 'link-b']))).toEqual(names);
  });

  it('tell devices of one name apart by their cabinets', () => {
    const plan = joined();
    const devices = new Map(plan.devices).set('s2', { ...plan.devices.get('s2')!, name: 'leaf1' });
    expect(handLinkNames({ ...plan, devices }).get('link-a')).toBe('A01/leaf1:2/1–A02/leaf1:2/1');
    const cabinets = new Map(plan.cabinets).set('A02', { ...plan.cabinets.get('A02')!, name: 'B07' });
    expect(handLinkNames({ ...plan, devices, cabinets }).get('link-a')).toBe('A01/leaf1:2/1–B07/leaf1:2/1');
  });

  it('stand in the table and the schedule, and lead back to the cable however they are typed', () => {
    const derived = derive(joined());
    const { rows } = createTables(derived, () => {
      throw new Error('no bill is asked for');
    }).window('cables', { from: 0, count: 9, sort: { by: 'name', descending: false }, filter: 'link', scope: null }, 1);
    expect(rows.map(({ name }) => name)).toEqual([
      'leaf1:1/1–spine:1/1',
      'leaf1:1/1–spine:1/1 (2)',
      'leaf1:2/1–spine:2/1',
      'leaf1:3/1–A02-node 3:1/1',
    ]);
    const read = scheduleReader(derived);
    for (const { id, name } of rows) {
      const cable = derived.cabling.findCable(id)!;
      expect(read(cable).cable).toBe(name);
      for (const text of [id, name, name.replace('–', '-'), name.replace('–', ' - '), ` ${name} `])
        expect(namedCable(derived.cabling, text), text).toBe(cable);
      expect(explain(derived, name)).toMatchObject({ kind: 'cable', derivation: { cableId: id, cableName: name } });
    }
    expect(namedCable(derived.cabling, 'leaf1:9/1–spine:2/1')).toBeNull();
  });
});
