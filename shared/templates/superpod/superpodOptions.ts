/** What a SuperPOD is generated from. */
import type { HallSize } from '../railOptions.ts';

export const SUPERPOD_PRESETS = ['h100'] as const;

export interface SuperpodOptions {
  readonly name: string;
  /** The one whose bill is published. */
  readonly preset: (typeof SUPERPOD_PRESETS)[number];
  /** Scalable units, 1 … 4. */
  readonly su: number;
  /** Null: as large as needed. */
  readonly hall: HallSize | null;
}
