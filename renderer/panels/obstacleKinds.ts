/** Names of the kinds of obstacle, as people read them. */
import type { ObstacleKind } from '../../shared/plan/obstacleKinds.ts';

export const obstacleKinds: readonly { readonly value: ObstacleKind; readonly label: string }[] = [
  { value: 'column', label: 'Column' },
  { value: 'wall', label: 'Inner wall' },
  { value: 'keep-out', label: 'Keep-out' },
  { value: 'keep-clear', label: 'Keep-clear zone' },
  { value: 'equipment', label: 'Equipment' },
  { value: 'ramp', label: 'Ramp' },
  { value: 'sprinkler', label: 'Sprinkler' },
  { value: 'light', label: 'Light' },
  { value: 'busway', label: 'Busway' },
  { value: 'containment', label: 'Containment' },
  { value: 'load-zone', label: 'Load zone' },
];

/** The kind of this name; null when there is none. */
export function obstacleKind(value: string): ObstacleKind | null {
  return obstacleKinds.find((kind) => kind.value === value)?.value ?? null;
}
