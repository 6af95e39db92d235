/** A fabric from a table: point to point, each row two ends or two ranges of ends that are joined one to one. */

/** One kind of connection of the table. */
export interface TableTier {
  readonly name: string;
  /** Port block at each end, within which ports are numbered from 1; null: over the whole device. */
  readonly blockA: string | null;
  readonly blockB: string | null;
  /** Links per cable; links of one cable stand together. */
  readonly legs: number;
}

/** Ends are written `slot:port`, with ranges as `su1.node[01-32]:1` or `leaf[1,3]:[5-8]`. */
export type TableRow = readonly [tier: string, from: string, to: string];

export interface TableRule {
  readonly kind: 'table';
  readonly tiers: readonly TableTier[];
  readonly rows: readonly TableRow[];
}
