/** A row of the table of looms. */
import type { LoomMade } from '../looms/looms.ts';

export interface LoomRow {
  readonly kind: 'loom';
  readonly id: string;
  readonly name: string;
  readonly made: LoomMade;
  /** Names of the cabinets at its ends, and of the one that it is pulled from. */
  readonly from: string;
  readonly to: string;
  readonly pulledFrom: string;
  readonly family: string;
  readonly cables: number;
  readonly fibers: number | null;
  readonly lengthMm: number | null;
  readonly diameterMm: number;
  readonly massG: number;
  /** Somebody decided about it. */
  readonly isDecided: boolean;
}
