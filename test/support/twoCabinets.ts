/** The smallest plan with cables through a tray. */
import type { Plan } from '../../shared/plan/types.ts';
import { PlanBuilder } from './planBuilder.ts';

/** Two cabinets under one tray, a switch in each, and three links between them. */
export function twoCabinets(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 2000, 3000, { row: 'A' })
    .cabinet('A02', 6000, 3000, { row: 'A' })
    .device('s1', 'A01', 10, { type: 'test/switch' })
    .device('s2', 'A02', 10, { type: 'test/switch' })
    .junction('j1', 1000, 3600)
    .junction('j2', 9000, 3600)
    .segment('tray', 'j1', 'j2')
    .link('L1', 's1:1/1', 's2:1/1')
    .link('L2', 's1:2/1', 's2:2/1')
    .link('L3', 's1:3/1', 's2:3/1')
    .build();
}
