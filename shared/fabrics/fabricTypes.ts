/** What every rule of a fabric gives: its slots, and its links as columns by tier. */

/** One sentence for each tier of a rule: which port goes to which. */
export type TierPorts = Readonly<Record<string, string>>;

export interface FabricTier {
  readonly name: string;
  /** Links per cable; links of one cable stand together. */
  readonly legs: number;
  /** Port block that a slot uses at this end, within which its ports are numbered from 1; null: the whole device. */
  readonly blockOfA: (slot: number) => string | null;
  readonly blockOfB: (slot: number) => string | null;
  /** Positions in `FabricLinks.slots`, and ports from 1. */
  readonly slotA: Int32Array;
  readonly portA: Int32Array;
  readonly slotB: Int32Array;
  readonly portB: Int32Array;
}

export interface FabricLinks {
  /** Every slot of the rule, filled or not. */
  readonly slots: readonly string[];
  readonly tiers: readonly FabricTier[];
}
