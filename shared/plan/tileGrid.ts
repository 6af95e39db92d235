/** The floor's tiles: how large, from where on, and how they are named. */
export interface TileGrid {
  readonly sizeMm: number;
  readonly originXMm: number;
  readonly originYMm: number;
  /** Which way the letters of names count; absent: across, as in AD02. */
  readonly naming?: 'letters-across' | 'letters-down' | undefined;
  /** Least digits of a name's number; absent: two. */
  readonly digits?: number | undefined;
}
