/** The small plan that tests of the planner open. */
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { PlanBuilder } from './planBuilder.ts';

export const samplePlan = (): Plan => new PlanBuilder().hall().cabinet('A01', 1000, 1000).cabinet('A02', 1600, 1000).build();
export const sampleBytes = (): Uint8Array => new TextEncoder().encode(serializePlan(samplePlan()));
