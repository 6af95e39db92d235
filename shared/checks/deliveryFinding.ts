/** What the rules on a delivery path share: the path, the crates that come along it, and how a breach is told. */
import type { DeliveryPath } from '../plan/deliveryPaths.ts';
import type { Point } from '../geometry/shapes.ts';
import type { HallContents } from './hallContents.ts';
import type { Raised } from './types.ts';

/** The greatest crate in each direction, and whose it is. */
export interface Crates {
  readonly narrowMm: number;
  readonly longMm: number;
  readonly heightMm: number;
  /** Models, for the message; crates that nobody knows are named so. */
  readonly who: string;
}

/** A finding under way, of one path. */
export interface Way {
  readonly contents: HallContents;
  readonly path: DeliveryPath;
  readonly points: readonly Point[];
  readonly crates: Crates | null;
}

/** One finding of a path. */
export function found(
  { contents: { hall } }: Way,
  code: string,
  severity: Raised['severity'],
  at: Point,
  ids: readonly string[],
  text: Pick<Raised, 'message' | 'required' | 'actual' | 'mend'>,
): Raised {
  return { code, severity, ids: [hall.id, ...ids].sort(), place: { hall: hall.id, at }, ...text };
}
