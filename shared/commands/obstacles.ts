/** What stands or hangs in the way in a hall: columns, keep-outs, ramps, equipment, sprinklers, lights, busway; and load zones. */
import { changeOf } from './changeOf.ts';
import { namedOrCounted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { tidyOutline } from './outlines.ts';
import type { Command } from './command.ts';
import { nameFromPattern } from '../plan/names.ts';
import { hangs, hasHeights } from '../plan/obstacleKinds.ts';
import type { ObstacleKind } from '../plan/obstacleKinds.ts';
import type { Obstacle } from '../plan/types.ts';

/** Adds an obstacle, under the figures that its kind has. */
export const addObstacle: Command<{ readonly obstacle: Obstacle }> = (plan, { obstacle }) => {
  const taken = findTaken(plan, 'obstacles', [obstacle.id]);
  if (taken !== null) return fail(taken);
  const outline = tidyOutline(obstacle.outline);
  if (!outline.ok) return outline;
  return changeOf(plan, `Add ${obstacle.name}`, { put: { obstacles: [withOwnFields({ ...obstacle, outline: outline.value })] } });
};

const NAME_PATTERNS: Readonly<Record<ObstacleKind, string>> = {
  column: 'Column {n}',
  wall: 'Wall {n}',
  'keep-out': 'Keep-out {n}',
  'keep-clear': 'Keep-clear {n}',
  equipment: 'Equipment {n}',
  ramp: 'Ramp {n}',
  sprinkler: 'Sprinkler {n}',
  light: 'Light {n}',
  busway: 'Busway {n}',
  containment: 'Containment {n}',
  'load-zone': 'Load zone {n}',
};

/** The first name of this kind that none of these has: `Column 3`. */
export function freeObstacleName(kind: ObstacleKind, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = nameFromPattern(NAME_PATTERNS[kind], number);
    if (!isTaken(name)) return name;
  }
}

/** A name that was counted out for the old kind follows the new one; a name that somebody gave stays. */
function nameAfterKind(obstacle: Obstacle, kind: ObstacleKind, taken: ReadonlySet<string>): string {
  const [before = ''] = NAME_PATTERNS[obstacle.kind].split('{n}');
  const isCounted = obstacle.name.startsWith(before) && /^\d+$/.test(obstacle.name.slice(before.length));
  return kind === obstacle.kind || !isCounted ? obstacle.name : freeObstacleName(kind, (name) => taken.has(`${obstacle.hall} ${name}`));
}

/** Without figures that its kind has none of, so that what is the same is written the same. */
function withOwnFields({ undersideMm, topMm, freeBelowMm, slopePct, clearWidthMm, areaLoadPa, ...obstacle }: Obstacle): Obstacle {
  const { kind } = obstacle;
  return {
    ...obstacle,
    ...(undersideMm === undefined || !hasHeights(kind) ? {} : { undersideMm }),
    ...(topMm === undefined || !hasHeights(kind) ? {} : { topMm }),
    ...(freeBelowMm === undefined || !hangs(kind) ? {} : { freeBelowMm }),
    ...(slopePct === undefined || kind !== 'ramp' ? {} : { slopePct }),
    ...(clearWidthMm === undefined || kind !== 'ramp' ? {} : { clearWidthMm }),
    ...(areaLoadPa === undefined || kind !== 'load-zone' ? {} : { areaLoadPa }),
  };
}

export interface SetObstacles {
  readonly ids: readonly string[];
  readonly set: Partial<Omit<Obstacle, 'id' | 'hall'>>;
}

/** Sets the same values on obstacles; see moveThings for moving them. */
export const setObstacles: Command<SetObstacles> = (plan, { ids, set }) => {
  const found = findAll(plan, 'obstacles', ids);
  if (!found.ok) return found;
  const outline = set.outline === undefined ? null : tidyOutline(set.outline);
  if (outline !== null && !outline.ok) return outline;
  const shape = outline === null ? {} : { outline: outline.value };
  const taken = new Set([...plan.obstacles.values()].map(({ hall, name }) => `${hall} ${name}`));
  const obstacles = found.value.map((obstacle) => {
    const name = set.kind === undefined ? obstacle.name : nameAfterKind(obstacle, set.kind, taken);
    taken.add(`${obstacle.hall} ${name}`);
    return withOwnFields({ ...obstacle, name, ...set, ...shape });
  });
  return changeOf(plan, `Change ${namedOrCounted(found.value, 'obstacle')}`, { put: { obstacles } });
};
