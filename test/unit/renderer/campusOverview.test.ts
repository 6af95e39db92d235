import { expect, it } from 'vitest';
import { campusOverview } from '../../../renderer/panels/campusOverview.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

it('counts what stands in each hall, and the conduits from hall to hall', () => {
  const plan = new PlanBuilder()
    .hall('H')
    .cabinet('A', 1000, 1000)
    .device('s', 'A', 10)
    .junction('a', 1000, 500)
    .junction('b', 2000, 500)
    .segment('t', 'a', 'b')
    .build();
  const two = plan.halls.get('H');
  if (two === undefined) throw new Error('no hall');
  const halls = new Map([...plan.halls, ['G', { ...two, id: 'G', name: 'G' }] as const]);
  const b = plan.junctions.get('b');
  const t = plan.segments.get('t');
  if (b === undefined || t === undefined) throw new Error('no pathway');
  const junctions = new Map([...plan.junctions, ['b', { ...b, hall: 'G' }] as const]);
  const segments = new Map([['t', { ...t, kind: 'conduit' as const, conduits: 4 }]]);
  expect(campusOverview({ ...plan, halls, junctions, segments })).toEqual({
    halls: [
      { id: 'G', name: 'G', cabinets: 0, devices: 0 },
      { id: 'H', name: 'H', cabinets: 1, devices: 1 },
    ],
    links: [{ halls: ['G', 'H'], segments: ['t'], conduits: 4 }],
  });
});
