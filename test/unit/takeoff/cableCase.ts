/** Two cabinets under one tray, a switch and servers, and links of every kind that a schedule has to tell. */
import { derive } from '../../../shared/engine/engine.ts';
import type { Derived } from '../../../shared/engine/engine.ts';
import { COPPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';

/** `prepare` changes the plan before it is derived. */
export function cableCase(prepare: (plan: PlanBuilder) => PlanBuilder = (plan) => plan): Derived {
  const plan = new PlanBuilder()
    .hall('H', { name: 'Hall 1' })
    .cabinet('c1', 1000, 1000, { name: 'A01' })
    .cabinet('c2', 4000, 1000, { name: 'A06' })
    .device('server1', 'c1', 12, { name: 'node 1' })
    .device('server2', 'c1', 20, { name: 'node 2' })
    .device('switch1', 'c2', 38, { name: 'leaf 1', type: 'test/switch' })
    .junction('west', 500, 2200)
    .junction('east', 8000, 2200)
    .segment('tray', 'west', 'east', { name: 'Row A tray' })
    .link('l1', 'server1:p1', 'switch1:1/1')
    .link('l2', 'server2:p2', 'switch1:1/2')
    .link('l3', 'server1:p3', 'server2:p3', COPPER_PARTS);
  return derive(prepare(plan).build());
}
