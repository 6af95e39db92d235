/** What must hold between the parts of a plan before anything is computed from it: every reference leads somewhere. */
import { findBrokenReference, targetName } from './references.ts';
import { ruleFault, tiersWithLinks } from '../fabrics/fabricRule.ts';
import { sortedById } from './sortedById.ts';
import { doubledArea } from './outlineArea.ts';
import type { Fabric, Hall, Obstacle, Plan } from './types.ts';

export interface Unsoundness {
  readonly code: string;
  /** Table, id, field. */
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** The first thing that does not hold; null when the plan is sound. */
export function findUnsoundness(plan: Plan): Unsoundness | null {
  return brokenReference(plan) ?? flatOutline(plan) ?? doorWithoutWall(plan) ?? segmentWithoutLength(plan) ?? fabricFault(plan);
}

function brokenReference(plan: Plan): Unsoundness | null {
  const broken = findBrokenReference(plan);
  if (broken === null) return null;
  const thing = targetName(broken.target);
  return {
    code: 'plan.broken-reference',
    path: [broken.table, ...(broken.holder === null ? [] : [broken.holder]), ...broken.field],
    message: `there is no ${thing} "${broken.id}"`,
    remedy: `add that ${thing}, or refer to another`,
  };
}

function flatOutline({ halls, obstacles }: Plan): Unsoundness | null {
  for (const [table, things] of [
    ['halls', halls],
    ['obstacles', obstacles],
  ] as const) {
    const flat = sortedById<Hall | Obstacle>(things).find(({ outline }) => doubledArea(outline) === 0);
    if (flat === undefined) continue;
    return {
      code: 'plan.invalid',
      path: [table, flat.id, 'outline'],
      message: 'the outline encloses nothing',
      remedy: 'give at least three corners that are not in line',
    };
  }
  return null;
}

function doorWithoutWall(plan: Plan): Unsoundness | null {
  for (const door of sortedById(plan.doors)) {
    const walls = plan.halls.get(door.hall)?.outline.length ?? 0;
    if (door.edge < walls) continue;
    const message = `the hall has ${walls} walls, so there is no wall ${door.edge}`;
    return { code: 'plan.broken-reference', path: ['doors', door.id, 'edge'], message, remedy: `write a number from 0 to ${walls - 1}` };
  }
  return null;
}

function segmentWithoutLength(plan: Plan): Unsoundness | null {
  const segment = sortedById(plan.segments).find(({ from, to }) => from === to);
  if (segment === undefined) return null;
  return {
    code: 'plan.invalid',
    path: ['segments', segment.id, 'to'],
    message: 'the segment ends where it begins',
    remedy: 'lead it to another junction',
  };
}

function fabricFault(plan: Plan): Unsoundness | null {
  for (const fabric of sortedById(plan.fabrics)) {
    const fault = findFabricFault(fabric);
    if (fault !== null) return fault;
  }
  return null;
}

/** A rule must give links, and every tier that it gives must know its parts. */
export function findFabricFault({ id, rule, tiers }: Fabric): Unsoundness | null {
  const fault = ruleFault(rule);
  if (fault !== null) {
    const { path, message, remedy } = fault;
    return { code: 'plan.invalid', path: ['fabrics', id, 'rule', ...path], message, remedy };
  }
  const bare = tiersWithLinks(rule).find((tier) => !Object.hasOwn(tiers, tier));
  if (bare === undefined) return null;
  return {
    code: 'plan.broken-reference',
    path: ['fabrics', id, 'tiers'],
    message: `the tier "${bare}" has no parts`,
    remedy: 'name its cable family and transceivers',
  };
}
