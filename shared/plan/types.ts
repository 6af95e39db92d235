/**
 * The plan: the only design data that is saved. Plain, frozen data; tables by id; references by id.
 * Lengths in integer millimetres (x right, y down, z up), angles in degrees clockwise from above,
 * power in watts, mass in grams. U counts are stored as U (see units.ts).
 */
import type { Catalog, Edge, Money, Side } from '../catalog/types.ts';
import type { DeliveryPath } from './deliveryPaths.ts';
import type { Dimension, SavedView } from './drawingAids.ts';
import type { Note } from './notes.ts';
import type { Pod } from './pods.ts';
import type { ObstacleKind } from './obstacleKinds.ts';
import type { RailParameters } from '../fabrics/railParameters.ts';
import type { TableRule } from '../fabrics/tableRule.ts';
import type { DiversityGroup, RouteRule } from './routeRules.ts';
import type { TileGrid } from './tileGrid.ts';
import type { DrawingFile, Underlay } from './underlays.ts';
import type { Variant, VariantName } from './variants.ts';

export type PointMm = readonly [xMm: number, yMm: number];

export interface TitleBlock {
  readonly project: string;
  readonly client: string;
  readonly author: string;
  readonly revision: string;
  /** As people wrote it, ISO preferred; a plan holds no clock. */
  readonly date: string;
}

export type PathwayKind = 'ladder' | 'basket' | 'raceway' | 'conduit' | 'underfloor';

/** Share of a pathway's area, in percent: planned to, warned above, refused above. */
export interface FillLimits {
  readonly planPct: number;
  readonly warnPct: number;
  readonly errorPct: number;
}

export interface Settings {
  readonly units: 'metric' | 'imperial';
  readonly currency: string;
  readonly titleBlock: TitleBlock;
  readonly aisles: { readonly coldMinMm: number; readonly hotMinMm: number };
  /** A drop joins a cabinet's opening to a pathway at most this far away, measured flat. */
  readonly dropReachMm: number;
  /** Cable over each waterfall, where it bends from a pathway into its drop, besides drop and offset; absent: none. */
  readonly waterfallMm?: number | undefined;
  /** May cables pass straight into a baying neighbour that has open sides. */
  readonly sidePassThrough: boolean;
  readonly slack: {
    readonly insideCabinetMmPerEnd: number;
    readonly jumperMmPerEnd: number;
    readonly jumperPctOfPathway: number;
    readonly trunkMmPerEnd: number;
    readonly copperMmPerEnd: number;
  };
  /** Least distance between pathways of power and of copper; absent: see DEFAULT_POWER_SEPARATION_MM. */
  readonly powerSeparationMm?: number | undefined;
  /** Limits of tray-like pathways by kind; conduits go by the number of cables in them. */
  readonly fill: {
    readonly byKind: Readonly<Record<Exclude<PathwayKind, 'conduit'>, FillLimits>>;
    readonly conduitPct: { readonly one: number; readonly two: number; readonly more: number };
  };
  /** Independent power feeds to each cabinet, over which a device's supplies are spread. */
  readonly feedsPerCabinet: number;
  /** Extra parts to order, in percent of the required count, rounded up per line. */
  readonly sparesPct: { readonly cables: number; readonly transceivers: number; readonly devices: number; readonly cabinets: number };
  /** Id of the labour profile whose hours are shown first. */
  readonly labourProfile: string;
  /** What a paid person-hour costs, all in; absent or null: unknown. */
  readonly labourRate?: Money | null | undefined;
  /** How cables are bound into looms; absent: as usual (see `USUAL_LOOMS`). */
  readonly looms?: LoomSettings | undefined;
}

/** `custom`: made to length with staggered legs; `stock`: bound on site from jumpers of one length; `none`: each cable is pulled alone. */
export type LoomMake = 'custom' | 'stock' | 'none';

export interface LoomSettings {
  /** `{a}` and `{b}` are the cabinets at its ends, `{n}` counts the looms between the two. */
  readonly namePattern: string;
  /** Most cables in one loom, where the family does not say. */
  readonly mostMembers: number;
  /** The bound part is made to whole steps of this, and the legs to whole steps of that. */
  readonly stepMm: number;
  readonly legStepMm: number;
  /** Diameter over that of the same cables without room between them, in percent: 120 is a fifth more. */
  readonly bundlingPct: number;
  /** By tier; a tier that is not named is made to length. */
  readonly makeByTier: Readonly<Record<string, LoomMake>>;
}

export interface Hall {
  readonly id: string;
  readonly name: string;
  /** Place of the hall in the campus. */
  readonly frame: { readonly xMm: number; readonly yMm: number; readonly zMm: number; readonly rotationDeg: number };
  /** Inner faces of the walls, clockwise from above, not repeated at the end. */
  readonly outline: readonly PointMm[];
  readonly clearHeightMm: number;
  readonly floor: {
    readonly kind: 'slab' | 'raised';
    /** Load on one foot or caster, standing / rolling; null: unknown. */
    readonly pointLoadG: number | null;
    readonly rollingLoadG: number | null;
    /** Load spread over the cabinet's footprint, in pascal; null: unknown. */
    readonly areaLoadPa: number | null;
  };
  /** Floor tiles: size, origin and how they are named. */
  readonly tile: TileGrid;
  readonly powerBudgetW: number | null;
  /** Ways in; absent: nobody has drawn one. */
  readonly deliveryPaths?: readonly DeliveryPath[] | undefined;
}

/** A door in the wall that runs from outline point `edge` to the next one. */
export interface Door {
  readonly id: string;
  readonly hall: string;
  readonly name: string;
  readonly edge: number;
  /** From the wall's first point to the door's nearer jamb. */
  readonly offsetMm: number;
  readonly clearWidthMm: number;
  readonly clearHeightMm: number;
  readonly leaves: 1 | 2;
  readonly swing: 'in' | 'out';
  /** Crates come in through this door. */
  readonly delivery: boolean;
}

/**
 * What stands or hangs in the way, or says what the floor carries. Nothing stands in a `keep-clear` zone and nothing runs through it, at
 * any height: the working space before switchgear, an exit.
 */
export interface Obstacle {
  readonly id: string;
  readonly hall: string;
  readonly name: string;
  readonly kind: ObstacleKind;
  readonly outline: readonly PointMm[];
  /** Heights above the floor; absent: of what hangs unknown, of what stands the floor, and up to the ceiling. */
  readonly undersideMm?: number | undefined;
  readonly topMm?: number | undefined;
  /** Kept free under what hangs, as a sprinkler's spray needs; absent: nothing. */
  readonly freeBelowMm?: number | undefined;
  /** Of a ramp: rise over run, and the width between its kerbs; absent: unknown. */
  readonly slopePct?: number | undefined;
  readonly clearWidthMm?: number | undefined;
  /** Of a load zone: what its floor carries spread over it, in pascal; absent: unknown. */
  readonly areaLoadPa?: number | undefined;
}

/** A placed cabinet. */
export interface Cabinet {
  readonly id: string;
  readonly hall: string;
  /** Catalog id of its model. */
  readonly model: string;
  readonly name: string;
  /** Name of its row, null when it stands alone. */
  readonly row: string | null;
  /** North-west corner of the box around its footprint. */
  readonly xMm: number;
  readonly yMm: number;
  /** 0: the front faces north (towards smaller y); 90 east, 180 south, 270 west. */
  readonly rotationDeg: number;
  /** Side panels left off, so that baying neighbours share cables. */
  readonly openSides: boolean;
  readonly powerBudgetW: number | null;
  /** Edge that its cables leave by; absent: whichever makes the way shortest. */
  readonly feed?: Edge | undefined;
}

/** What a device does in a fabric. */
export type DeviceRole = 'node' | 'leaf' | 'spine' | 'core' | 'ufm' | 'panel' | 'other';

/** A side of what one stands in front of. */
export type Hand = 'left' | 'right';

/** A device mounted in a cabinet. Mounted `rear`, its own front looks out of the cabinet's rear. */
export interface Device {
  readonly id: string;
  readonly cabinet: string;
  /** Catalog id of its type. */
  readonly type: string;
  readonly name: string;
  readonly role: DeviceRole;
  /** Lowest rack unit it fills, from 1 at the bottom. */
  readonly positionU: number;
  readonly face: Side;
  /** Of a type that takes one side of the width: which, seen by who faces the side that it is mounted on; absent: left. */
  readonly hand?: Hand | undefined;
}

/** Where pathways meet. Segments at different elevations that share a junction are joined by a level change. */
export interface Junction {
  readonly id: string;
  readonly hall: string;
  readonly xMm: number;
  readonly yMm: number;
}

/** What people keep in pathways of their own. */
export type ServiceClass = 'fiber' | 'copper' | 'power';

/** A straight pathway between two junctions. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly kind: PathwayKind;
  readonly widthMm: number;
  /** Usable depth. */
  readonly depthMm: number;
  /** Height of its bed above the floor; negative under a raised floor. */
  readonly elevationMm: number;
  /** Height of its bed at its `to` end where it rises or falls, as a riser between two levels does; absent: level. */
  readonly toElevationMm?: number | undefined;
  readonly massLimitGPerM: number | null;
  /** Cabinets may drop cables from it. */
  readonly acceptsDrops: boolean;
  /** Measured on site; null: computed from its junctions. */
  readonly surveyedLengthMm: number | null;
  /** What may lie in it; absent: anything. */
  readonly carries?: readonly ServiceClass[] | undefined;
  /** Equal conduits side by side that it stands for, each as wide and deep as it says; absent: one. Other kinds are always one. */
  readonly conduits?: number | undefined;
}

/** Parts of one tier of a fabric: what runs between the two kinds of slot. */
export interface TierParts {
  /** Catalog ids; null optics for direct attach. */
  readonly family: string;
  readonly transceiverA: string | null;
  readonly transceiverB: string | null;
}

/** A rule that generates links. `slots` says which device stands at which place of the rule; an empty place has no links. */
export interface Fabric {
  readonly id: string;
  readonly name: string;
  readonly rule: { readonly kind: 'rail-optimised'; readonly parameters: RailParameters } | TableRule;
  readonly tiers: Readonly<Record<string, TierParts>>;
  /** Slot path (`su1.node05`, `su1.leaf3`, `spine2`) to device id. */
  readonly slots: Readonly<Record<string, string>>;
}

export interface PortRef {
  readonly device: string;
  /** Name of the port, as the device type's pattern makes it. */
  readonly port: string;
}

/** A link drawn by hand: one cable, one link. */
export interface HandLink {
  readonly id: string;
  readonly a: PortRef;
  readonly b: PortRef;
  readonly parts: TierParts;
}

/** One plug pair of a trunk that is in use. */
export interface TrunkLeg {
  /** Its number at both ends, from 1. */
  readonly leg: number;
  readonly a: PortRef;
  readonly b: PortRef;
}

/** A cable with one or several plugs at each end that stays between panels, whatever links run through it. */
export interface Trunk {
  readonly id: string;
  readonly name: string;
  /** Catalog id. */
  readonly family: string;
  /** Legs that are not listed hang free. */
  readonly legs: readonly TrunkLeg[];
}

/** A panel on the way of a link, from its end A. */
export interface PanelStop {
  readonly device: string;
  /** Name of the front port. */
  readonly port: string;
  /** Name of the rear port; absent where it follows from the panel's type, as it does of all but shuffles. */
  readonly rear?: string | undefined;
  /** Side of the panel on which the way from end A comes in. */
  readonly enters: Side;
}

/** How a link runs through panels. A link without one has one cable from port to port. */
export interface LinkChannel {
  /** Id of the link. */
  readonly id: string;
  readonly stops: readonly PanelStop[];
  /** Families of the cables before, between and after the stops; null where a trunk joins them. */
  readonly families: readonly (string | null)[];
}

/** What a person set on one link, whether generated or drawn. Null: as computed. */
export interface Override {
  /** Id of the link. */
  readonly id: string;
  readonly label: string | null;
  /** Required length instead of the computed one. */
  readonly requiredMm: number | null;
  /** Family instead of the tier's. */
  readonly family: string | null;
}

/** A finding that somebody accepted. */
export interface Exclusion {
  readonly id: string;
  readonly code: string;
  readonly ids: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Kinds of things that are taken together in a group. */
export type GroupedKind = 'cabinet' | 'segment' | 'obstacle';

export interface GroupMember {
  readonly kind: GroupedKind;
  readonly id: string;
}

/** Things that a click takes together. A thing is in one group at most; a group that loses its last member goes. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: readonly GroupMember[];
}

/** The lengths of one cable family that are ordered, chosen by somebody from all that are on offer. */
export interface LengthPlan {
  /** Catalog id of the family. */
  readonly id: string;
  /** Nominal, from short to long. A cable takes the shortest of them that serves; one that none serves, the shortest on offer. */
  readonly lengthsMm: readonly number[];
  /** What they were chosen by: at most so many lengths, at least so many cables of each, at most so much surplus in a cable. */
  readonly maxLengths: number;
  readonly minimumOrder: number;
  readonly surplusLimitMm: number | null;
}

/** What somebody decided about the loom of some cables; everything else about looms is derived. */
export interface LoomDecision {
  readonly id: string;
  /** Null: by the pattern. */
  readonly name: string | null;
  /** Ids of the cables that are bound together, apart from all others. */
  readonly cables: readonly string[];
  /** Null: as the settings say for the tier. */
  readonly make: LoomMake | null;
  /** Id of the cabinet that it is pulled from; null: derived. */
  readonly pulledFrom: string | null;
}

export interface Plan {
  readonly name: string;
  /** Which of the variants the plan itself is; absent: the first one (see variants.ts). */
  readonly variant?: VariantName | undefined;
  /** The others, by id. */
  readonly variants: ReadonlyMap<string, Variant>;
  readonly settings: Settings;
  readonly catalog: Catalog;
  readonly halls: ReadonlyMap<string, Hall>;
  readonly doors: ReadonlyMap<string, Door>;
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  readonly cabinets: ReadonlyMap<string, Cabinet>;
  readonly devices: ReadonlyMap<string, Device>;
  readonly junctions: ReadonlyMap<string, Junction>;
  readonly segments: ReadonlyMap<string, Segment>;
  readonly fabrics: ReadonlyMap<string, Fabric>;
  readonly links: ReadonlyMap<string, HandLink>;
  readonly trunks: ReadonlyMap<string, Trunk>;
  readonly channels: ReadonlyMap<string, LinkChannel>;
  readonly overrides: ReadonlyMap<string, Override>;
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly lengthPlans: ReadonlyMap<string, LengthPlan>;
  readonly routeRules: ReadonlyMap<string, RouteRule>;
  readonly diversityGroups: ReadonlyMap<string, DiversityGroup>;
  readonly looms: ReadonlyMap<string, LoomDecision>;
  readonly drawingFiles: ReadonlyMap<string, DrawingFile>;
  readonly underlays: ReadonlyMap<string, Underlay>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly views: ReadonlyMap<string, SavedView>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly pods: ReadonlyMap<string, Pod>;
}
