/**
 * What cabling gives: links and cables as columns (typed arrays), so that a million links stay small.
 * Row numbers of devices, cabinets and segments are positions in the survey's lists, which are sorted by id.
 */
import type { CableFamily, Side, SlackClass } from '../catalog/types.ts';
import type { TierParts } from '../plan/types.ts';
import type { ChannelRows } from './channelRows.ts';
import type { RuledWays } from './rules/ruledWays.ts';

/** Stands in an Int32 column for "none" or "unknown"; never zero. */
export const NONE = -1;

/** One stage of one fabric, or the links drawn by hand. */
export interface Tier {
  /** Fabric id; null for links drawn by hand. */
  readonly fabric: string | null;
  /** `node-leaf`, `leaf-spine`, `spine-core`, `ufm`, `manual`. */
  readonly name: string;
  /** Parts of every cable of the tier; null where each row has parts of its own, as links drawn by hand do. */
  readonly parts: TierParts | null;
  /** What its rows stand for: links, cables of links that run through panels, or legs of trunks. */
  readonly rows: 'links' | 'sections' | 'trunks';
}

/** Links in order: fabrics by id, tiers in the rule's order, slots in the rule's order; then links drawn by hand by id. */
export interface LinkTable {
  readonly count: number;
  /** Position in `Cabling.tiers`. */
  readonly tier: Int32Array;
  /** Row of the device in the survey, and position of the port in its type's list; the port is NONE when there is none such. */
  readonly aDevice: Int32Array;
  readonly aPort: Int32Array;
  readonly bDevice: Int32Array;
  readonly bPort: Int32Array;
  /** Row of the cable that carries the link. */
  readonly cable: Int32Array;
}

/** How a cable runs. */
export const RouteStatus = { noRoute: 0, sameCabinet: 1, bayed: 2, pathways: 3 } as const;
export type RouteStatus = (typeof RouteStatus)[keyof typeof RouteStatus];

/** How an end of a cable makes way for others in its cabinet: flags of the column `yields`. */
export const Yields = { managerA: 1, managerB: 2, openingA: 4, openingB: 8 } as const;

/** Cables, in the order of their first links. All lengths in mm; NONE where unknown. */
export interface CableTable {
  readonly count: number;
  readonly tier: Int32Array;
  /** Position in `Cabling.families`. */
  readonly family: Int32Array;
  /** Links firstLink … firstLink + linkCount − 1 run through it. */
  readonly firstLink: Int32Array;
  readonly linkCount: Int32Array;
  /** Length-setting leg: the link with the longest required length. */
  readonly longestLink: Int32Array;
  readonly status: Uint8Array;
  /**
   * Ends that go by the other manager of their side, or by another opening, than the shortest way has it, as that one is full; flags of
   * `Yields`, 0 for nearly all. A cable that stays in its cabinet has one manager for both ends: that of end A.
   */
  readonly yields: Uint8Array;
  /** All terms of the route / the part of it that lies on pathways (between the drops). */
  readonly pathMm: Int32Array;
  readonly pathwayMm: Int32Array;
  readonly slackMm: Int32Array;
  /** path + slack, rounded up once; or the override. */
  readonly requiredMm: Int32Array;
  /** Nominal length to order; NONE when nothing on offer is long enough. */
  readonly orderedMm: Int32Array;
  /** Row in `Cabling.routes`; NONE when the cable uses no pathway. */
  readonly route: Int32Array;
}

/** The run of one route along one segment, between two places measured from the segment's `from` end. */
export interface RouteStep {
  /** Row in `Network.edges`: segments first, level changes after them. */
  readonly edge: number;
  readonly fromMm: number;
  readonly toMm: number;
}

/** A route between two accesses, shared by all cables that join the same two. */
export interface Route {
  /** Rows in `Network.accesses`. */
  readonly accessA: number;
  readonly accessB: number;
  /** Length on pathways, without the accesses. */
  readonly pathwayMm: number;
  readonly steps: readonly RouteStep[];
}

/** Kind of one term of a route. */
export type TermKind =
  | 'port-to-manager'
  | 'manager'
  | 'front-to-rear'
  | 'side-to-side'
  | 'manager-to-opening'
  | 'drop'
  | 'waterfall'
  | 'offset'
  | 'pathway'
  | 'riser'
  | 'level-change';

/** One term of a path: what, how long, on which thing. */
export interface Term {
  readonly kind: TermKind;
  readonly lengthMm: number;
  /** Cabinet, segment or junction that the term lies in. */
  readonly id: string;
  /** For people: `C04, rear manager`. */
  readonly note: string;
}

export interface CableEndPlace {
  readonly cabinet: number;
  readonly device: number;
  readonly port: number;
  readonly side: Side;
}

/** The whole derivation of a cable's length; see explainCable. */
export interface CableDerivation {
  readonly cableId: string;
  /** As in the tables and on labels. */
  readonly cableName: string;
  readonly linkIds: readonly string[];
  readonly status: RouteStatus;
  readonly terms: readonly Term[];
  readonly pathMm: number | null;
  readonly slack: {
    readonly slackClass: SlackClass | 'inside-cabinet';
    readonly perEndMm: number;
    readonly pctOfPathway: number;
    readonly totalMm: number;
  } | null;
  /** What a trunk needs beyond path and slack, as its maker's legs take so much of its length; null for all others. */
  readonly legsMm: number | null;
  readonly requiredMm: number | null;
  /** Set when a person overrode the required length. */
  readonly overriddenRequiredMm: number | null;
  readonly family: CableFamily;
  /** Lengths that the plan orders of the family; null: any on offer. */
  readonly chosenMm: readonly number[] | null;
  readonly orderedMm: number | null;
  readonly surplusMm: number | null;
  readonly sku: string | null;
  /** Longest channel that cable and optics allow; null: unknown. */
  readonly reachMm: number | null;
}

/** Cables for which there is no room, and the fewest full segments between their ends. They are laid the shortest way all the same. */
export interface Crowding {
  /** Rows of segments in the network, ascending. */
  readonly segments: readonly number[];
  /** Rows of cables, ascending. */
  readonly cables: readonly number[];
}

export interface Cabling {
  readonly tiers: readonly Tier[];
  readonly families: readonly CableFamily[];
  readonly links: LinkTable;
  readonly cables: CableTable;
  readonly routes: readonly Route[];
  /** Links that run through panels, by id; they have no row in `links`, the cables that they run through have. */
  readonly channels: readonly ChannelRows[];
  /** Load of each edge of the network at its fullest place: cables, cross-section in mm², mass in g/m. */
  readonly loads: {
    readonly cables: Int32Array;
    readonly areaMm2: Float64Array;
    readonly massGPerM: Float64Array;
    /** Cables that touch the edge anywhere. */
    readonly touching: Int32Array;
    /** Lengths of cable that lie along the edge, added up. */
    readonly cableMm: Float64Array;
  };
  /** Empty when everything has room. */
  readonly crowdings: readonly Crowding[];
  /** How rules bend ways, and which links are kept apart; null where no rule says anything. */
  readonly rules: RuledWays | null;
  /** `fabric/tier/slotA:port–slotB:port`, or the hand-drawn link's own id. */
  linkId(link: number): string;
  /** Parts of a row whose tier has none for all. */
  ownParts(link: number): TierParts;
  /** Id of its first link; a splitter's covers its legs. */
  cableId(cable: number): string;
  /** What people call it: its id, or for a link drawn by hand its two ends. */
  cableName(cable: number): string;
  /** What people call a link: its id, or for one drawn by hand its two ends. */
  linkName(id: string): string;
  /** Row of the cable with this id, or that carries the link with this id; null when there is none. */
  findCable(id: string): number | null;
}
