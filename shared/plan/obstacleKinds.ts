/** The kinds of obstacle, and what each of them means to what stands and runs in a hall. */

export const obstacleKindNames = [
  'column',
  'wall',
  'keep-out',
  'keep-clear',
  'equipment',
  'ramp',
  'sprinkler',
  'light',
  'busway',
  'containment',
  'load-zone',
] as const;

export type ObstacleKind = (typeof obstacleKindNames)[number];

/**
 * `floor`: takes the floor that it covers. `overhead`: hangs, so that lower things pass under it. `zone`: nothing is there; it says
 * what the floor carries.
 */
type Standing = 'floor' | 'overhead' | 'zone';

const standing: Readonly<Record<ObstacleKind, Standing>> = {
  column: 'floor',
  wall: 'floor',
  'keep-out': 'floor',
  'keep-clear': 'floor',
  equipment: 'floor',
  ramp: 'floor',
  sprinkler: 'overhead',
  light: 'overhead',
  busway: 'overhead',
  containment: 'overhead',
  'load-zone': 'zone',
};

/** Whether it takes the floor that it covers. */
export function takesFloor(kind: ObstacleKind): boolean {
  return standing[kind] === 'floor';
}

/** Whether it hangs, so that its underside decides what passes. */
export function hangs(kind: ObstacleKind): boolean {
  return standing[kind] === 'overhead';
}

/** Whether it has an underside and a top that a person can give. */
export function hasHeights(kind: ObstacleKind): boolean {
  return hangs(kind) || kind === 'equipment';
}
