/** What people set on a cable. They set it on links; of a cable that carries several, every field is settled here. */
import type { Override, Plan } from '../plan/types.ts';
import type { Cabling } from './types.ts';

/** Null where the rule stands. */
export interface CableOverride {
  readonly requiredMm: number | null;
  readonly family: string | null;
  readonly label: string | null;
}

/** The rule stands in every field. */
export const NOTHING_SET: CableOverride = { requiredMm: null, family: null, label: null };

/** Overrides of a cable's links, in link order, as one: the first family and label that are set, and the longest length. */
export function mergedOverride(ofLinks: Iterable<Override | undefined>): CableOverride {
  let merged = NOTHING_SET;
  for (const override of ofLinks) {
    if (override === undefined) continue;
    merged = {
      requiredMm: longer(merged.requiredMm, override.requiredMm),
      family: merged.family ?? override.family,
      label: merged.label ?? override.label,
    };
  }
  return merged;
}

/** What is set on a cable by its row. */
export function overrideOfCable({ overrides }: Plan, { cables, linkId }: Cabling, cable: number): CableOverride {
  if (overrides.size === 0) return NOTHING_SET;
  const legs = Array.from({ length: cables.linkCount[cable]! }, (_, leg) => overrides.get(linkId(cables.firstLink[cable]! + leg)));
  return mergedOverride(legs);
}

/** Rows of the cables on which something is set, each with what it is. */
export function overriddenCables(plan: Plan, cabling: Cabling): ReadonlyMap<number, CableOverride> {
  const byCable = new Map<number, CableOverride>();
  for (const id of plan.overrides.keys()) {
    const cable = cabling.findCable(id);
    if (cable !== null && !byCable.has(cable)) byCable.set(cable, overrideOfCable(plan, cabling, cable));
  }
  return byCable;
}

function longer(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
