/** Quantities computed from a plan. Lengths in metres only where a name ends in M; hours are person-hours. */
import type { Money } from '../catalog/types.ts';
import type { ProfileComparison } from './profileComparison.ts';

/** A range: low, likely, high. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface TierCount {
  readonly tier: string;
  readonly count: number;
}

export interface FamilyCount {
  readonly family: string;
  readonly count: number;
  readonly requiredM: number;
  readonly orderedM: number;
  /** Cables whose required length is not known, and whose ordered length is not known. */
  readonly unknownRequired: number;
  readonly unknownOrdered: number;
  readonly byLength: readonly { readonly lengthM: number; readonly count: number }[];
}

export interface PathwayCount {
  readonly id: string;
  readonly fillPct: number;
  readonly cables: number;
  readonly kgPerM: number;
  readonly lengthMm: number;
}

/** Units of a task that one factor of the profile bears on. */
export interface FactorUse {
  readonly factor: string;
  readonly name: string;
  readonly units: number;
  readonly times: Range;
  readonly source: string;
}

/** Hours of one task: units × minutes × factors × people ÷ 60 ÷ utilisation. */
export interface TaskHours {
  readonly task: string;
  readonly name: string;
  readonly unit: string;
  readonly units: number;
  readonly hours: number;
  readonly range: Range;
  readonly source: string;
  /** Factors that hold somewhere, in the profile's order. */
  readonly factors: readonly FactorUse[];
}

export interface ProfileHours {
  readonly profile: string;
  readonly name: string;
  readonly total: number;
  readonly range: Range;
  readonly tasks: readonly TaskHours[];
  /** Cables without a route, whose metres no task counts: with any of them, the hours are `at least`. */
  readonly unknownCables: number;
  readonly days: number;
}

export type BomClass = 'cabinet' | 'device' | 'transceiver' | 'cable' | 'pathway';

export interface BomLine {
  readonly class: BomClass;
  readonly sku: string | null;
  readonly description: string;
  readonly unit: 'each' | 'm';
  readonly required: number;
  readonly spares: number;
  readonly order: number;
  readonly price: Money | null;
  /** order × price; null where the price is unknown. */
  readonly amountMinor: number | null;
  /** Nominal length of a cable line; null elsewhere, and for cables that nothing on offer is long enough for. */
  readonly lengthMm: number | null;
  readonly family: string | null;
}

export interface Bom {
  readonly lines: readonly BomLine[];
  readonly currency: string;
  /** Sum of the known amounts, and how many lines have none. */
  readonly knownAmountMinor: number;
  readonly unknownLines: number;
  /** What the counts rest on, for the second sheet. */
  readonly assumptions: readonly { readonly subject: string; readonly text: string }[];
}

export interface Takeoff {
  /** For example `compute fabric only`. */
  readonly scope: string;
  readonly links: { readonly count: number; readonly byTier: readonly TierCount[] };
  readonly cables: {
    readonly count: number;
    readonly byTier: readonly TierCount[];
    readonly byFamily: readonly FamilyCount[];
    readonly requiredMm: number;
    readonly orderedMm: number;
    readonly unknownRequired: number;
    readonly unknownOrdered: number;
  };
  /** Cages and jacks of equipment in which something sits. */
  readonly cages: { readonly count: number };
  /** In cables, lit or not; and cables whose makers do not say. */
  readonly fibers: { readonly count: number; readonly unknownCables: number };
  /** Legs of breakouts, trunks and shuffles that carry no link. */
  readonly spareLegs: { readonly count: number; readonly byFamily: readonly { readonly family: string; readonly count: number }[] };
  readonly cabinets: { readonly count: number };
  readonly devices: { readonly count: number; readonly byRole: readonly { readonly role: string; readonly count: number }[] };
  readonly transceivers: readonly { readonly id: string; readonly count: number }[];
  readonly pathways: readonly PathwayCount[];
  /** Conduits, each of a bank by itself: no tray is hung for them, so that no task counts their metres. */
  readonly conduitMm: number;
  readonly powerW: { readonly known: number; readonly unknownDevices: number };
  readonly profiles: readonly ProfileHours[];
  /** All profiles against that of the plan's settings; null where the plan does not hold it. */
  readonly comparison: ProfileComparison | null;
  /** Of the profile that the plan's settings name; null in a plan that holds no profiles. */
  readonly hours: ProfileHours | null;
}
