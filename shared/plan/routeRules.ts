/** Rules for ways, and links whose ways are kept apart, as a plan holds them. */

/** Whose ways a rule is about: cables of a family, of a fabric or one of its tiers, or of single links (or trunks). */
export type RouteScope =
  | { readonly kind: 'family'; readonly family: string }
  | { readonly kind: 'fabric'; readonly fabric: string; readonly tier: string | null }
  | { readonly kind: 'links'; readonly links: readonly string[] };

/** A place that a way must lead over. */
export interface Waypoint {
  readonly kind: 'segment' | 'junction';
  readonly id: string;
}

/** Where cables must and must not run. */
export interface RouteRule {
  readonly id: string;
  readonly name: string;
  readonly scope: RouteScope;
  /** In order from end A of each link. A segment is passed from end to end, or from the drop that lands on it. */
  readonly via: readonly Waypoint[];
  /** Ids of segments. */
  readonly avoid: readonly string[];
}

/** Whose ways are kept apart: single links, or for each device at one end of a tier the links that it has there. */
export type DiversityMembers =
  | { readonly kind: 'links'; readonly links: readonly string[] }
  | { readonly kind: 'fabric'; readonly fabric: string; readonly tier: string; readonly end: 'a' | 'b' };

/**
 * Links that stand in for each other: from drop to drop, no stretch of a pathway may hold two of them. Two may lie in one pathway one
 * after the other, where one leaves it at a drop before the other joins; and what lies inside one cabinet is not held apart.
 */
export interface DiversityGroup {
  readonly id: string;
  readonly name: string;
  readonly members: DiversityMembers;
}
