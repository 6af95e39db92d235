import type { Highlight } from '../../shared/engine/protocol.ts';

/** What growing a fabric changed, as it lies on the plan. */
export interface Growth {
  readonly added: Highlight;
  readonly moved: Highlight;
  /** Ids of new cabinets. */
  readonly cabinets: readonly string[];
  /** Links that are gone, and the pairs of cabinets between which they ran. */
  readonly removed: { readonly links: number; readonly between: readonly (readonly [a: string, b: string])[] };
}
