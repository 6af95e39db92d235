/** The way that crates take from the dock to where their cabinets stand. */
import type { PointMm } from './types.ts';

export interface DeliveryPath {
  readonly name: string;
  /** Middle line from the dock to the end, in the hall's coordinates; may begin outside its walls. */
  readonly points: readonly PointMm[];
  /** Narrowest and lowest place of the way outside the hall, as surveyed; height null: unknown. */
  readonly clearWidthMm: number;
  readonly clearHeightMm: number | null;
}
