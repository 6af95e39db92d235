/** Declared: what of the plan each pass of the engine reads, beside what the passes before it gave. A test holds every pass to it. */
import type { Plan } from '../plan/types.ts';

export type PassName = 'survey' | 'cabling' | 'takeoff' | 'checks';

const SURVEYED = ['catalog', 'settings', 'halls', 'cabinets', 'devices', 'junctions', 'segments'] as const;
const CABLED = [
  ...SURVEYED,
  'obstacles',
  'fabrics',
  'links',
  'trunks',
  'channels',
  'overrides',
  'lengthPlans',
  'routeRules',
  'diversityGroups',
] as const;
const COUNTED = [...CABLED, 'looms'] as const;

/** Exclusions are read by checks alone; doors and dimensions, too; groups, underlays, views, notes and the plan's name by none. */
export const READS: Readonly<Record<PassName, readonly (keyof Plan)[]>> = {
  survey: SURVEYED,
  cabling: CABLED,
  takeoff: COUNTED,
  checks: [...COUNTED, 'doors', 'exclusions', 'dimensions'],
};

/** True when nothing that a pass reads of the plan is another object than before: then what it gave holds. */
export function isUntouched(pass: PassName, plan: Plan, before: Plan): boolean {
  return READS[pass].every((part) => plan[part] === before[part]);
}
