/**
 * Catalog entries: what cabinets, devices, optics and cables are, as files in assets/catalog and as
 * copies embedded in a plan. Units: mm, grams, watts, minutes; null means "not published", never zero.
 */

/** Money in minor units (cents). */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface CatalogEntry {
  /** `maker/model`, unique within its kind. */
  readonly id: string;
  /** Counts up whenever a figure of the entry changes. */
  readonly version: number;
  readonly name: string;
  readonly manufacturer: string | null;
  /** Order number; null when the entry is generic. */
  readonly sku: string | null;
  readonly price: Money | null;
  /** Where each figure comes from, by field name: a publication, or text that starts with "assumption". */
  readonly sources: Readonly<Record<string, string>>;
}

export type Side = 'front' | 'rear';
export type Edge = 'top' | 'bottom';

/** A hole through which cables leave a cabinet. Place within the footprint: x from the left seen from the front, y from the front. */
export interface CabinetOpening {
  readonly side: Side;
  readonly edge: Edge;
  readonly xMm: number;
  readonly yMm: number;
  /** Its clear size across and along the cabinet; absent or null: unknown. */
  readonly widthMm?: number | null | undefined;
  readonly depthMm?: number | null | undefined;
}

export interface CabinetModel extends CatalogEntry {
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
  readonly crated: { readonly widthMm: number; readonly depthMm: number; readonly heightMm: number; readonly massG: number } | null;
  readonly massG: number;
  /** Mass of equipment that it may hold standing still / while rolled. */
  readonly staticLoadG: number;
  readonly rollingLoadG: number | null;
  readonly rackUnits: number;
  /** Height of the bottom of U1 above the floor. */
  readonly firstUnitMm: number;
  /** From the front face to the front rails, and from rail to the deepest device that fits. */
  readonly railSetbackMm: number;
  readonly usableDepthMm: number;
  /** From a side panel to the centre of the vertical manager beside the rails, and from the front (rear) face to it. */
  readonly managerInsetMm: number;
  readonly managerSetbackMm: number;
  /** Cross-section of each of its four vertical managers (left and right, front and rear); absent or null: unknown. */
  readonly managerArea?: { readonly widthMm: number; readonly depthMm: number } | null | undefined;
  readonly openings: readonly CabinetOpening[];
}

/** Ports of one kind on one face; port i sits in cage floor(i / portsPerCage). */
export interface PortBlock {
  /** `compute`, `storage`, `switch`, `management`. */
  readonly id: string;
  readonly face: Side;
  /** Cage or jack: `OSFP`, `QSFP112`, `RJ45`. */
  readonly cage: string;
  readonly cages: number;
  readonly portsPerCage: number;
  readonly speedGbps: number;
  /** Name of a port: `{cage}` and `{port}` count from 1, `{index}` counts ports from 1. */
  readonly namePattern: string;
  /** Centre of the first cage: from the left edge as seen facing this face, and from the device's bottom. */
  readonly xMm: number;
  readonly yMm: number;
  /** Cages run left to right, top to bottom in `rows` rows. */
  readonly pitchXMm: number;
  readonly pitchYMm: number;
  readonly rows: number;
}

/** Keys of the two plugs in an adapter on opposite sides (adapter type A) or on the same (type B); null: not published. */
export type AdapterKeying = 'opposed' | 'aligned' | null;

/**
 * Adapters of a panel: each port of one block leads straight through to the port of the same number in the other; or, with
 * modules between them, through a cassette or a shuffle.
 */
export interface PanelPass {
  /** Ids of port blocks: where jumpers and where trunks are plugged in. */
  readonly front: string;
  readonly rear: string;
  /** Of the adapters; with modules, of those behind. */
  readonly keying: AdapterKeying;
  readonly module?: PanelModule | undefined;
}

/**
 * A box of fiber between the adapters behind and those in front: a cassette fans MPO plugs out to duplex ones, a shuffle deals
 * the lanes of every plug out to all of the other side. The ports of both blocks belong to modules in order, as many as a module has plugs.
 */
export interface PanelModule extends Glass {
  /** Of the adapters in front. */
  readonly frontKeying: AdapterKeying;
}

/** What decides where a fiber goes between two ends, and what it is made of. */
export interface Glass {
  readonly medium: Medium;
  /** `OM4`, `OS2`; null for copper. */
  readonly fiberType: string | null;
  readonly fiberCount: number | null;
  /** Of a module: behind. */
  readonly endA: CableEnd;
  /** Of a module: in front. */
  readonly endB: CableEnd;
  /** `A`, `B`, `C` for MPO, `A-B` for duplex; null for copper. */
  readonly polarity: string | null;
  /** Every plug of one end gives lanes to every plug of the other; absent: each fiber stays on its plug. */
  readonly shuffle?: boolean | undefined;
  /**
   * Of a shuffle: the lane at end B, from 1, of each lane at end A, plug after plug, as its maker lays them; absent: every plug deals
   * its lanes out to all plugs of the other end in equal blocks.
   */
  readonly laneAtB?: readonly number[] | undefined;
  /** Fibers of an MPO plug that make one lane: neighbors, 1 with 2; absent: from the edges inwards, 1 with 12, as parallel optics have them. */
  readonly pairs?: 'neighbors' | undefined;
}

/** What holds a device where that is not both rails: one half of the width between them, or the room beside them ("0U"). */
export type DeviceMount = 'half-width' | 'beside-rails';

/** What a device without electronics is there for: it closes units that are free, or leads cables past them. */
export type DeviceFitting = 'blanking' | 'cable-manager';

export interface DeviceType extends CatalogEntry {
  /** Rack units that it fills; beside the rails, those that it reaches past. */
  readonly heightU: number;
  readonly widthMm: number;
  readonly depthMm: number;
  readonly massG: number;
  /** Absent: it is held by both rails. */
  readonly mount?: DeviceMount | undefined;
  readonly fitting?: DeviceFitting | undefined;
  readonly maxPowerW: number | null;
  readonly typicalPowerW: number | null;
  /** Power supplies: how many there are, how many it needs to run, watts of each. */
  readonly supplies: { readonly count: number; readonly needed: number; readonly wattsEach: number | null } | null;
  readonly ports: readonly PortBlock[];
  /** What makes it a patch panel; absent: no fiber passes. */
  readonly passes?: readonly PanelPass[] | undefined;
}

export type Medium = 'multimode' | 'singlemode' | 'copper' | 'active-optical';
export type Gender = 'pinned' | 'unpinned';

/** A pluggable optic. One module fills one cage and serves `ports` ports. */
export interface Transceiver extends CatalogEntry {
  readonly cage: string;
  readonly ports: number;
  readonly speedGbps: number;
  readonly medium: Medium;
  /** Receptacle, with polish where it has one: `MPO-12/APC`, `LC/UPC`. */
  readonly connector: string;
  readonly gender: Gender | null;
  /** Longest channel, all cables in series. */
  readonly reachMm: number;
  readonly maxPowerW: number | null;
}

/** What a cable end plugs into: an optic's receptacle (`MPO-12/APC`) or, for direct-attach and active cables, the cage (`OSFP`). */
export interface CableEnd {
  readonly connector: string;
  readonly gender: Gender | null;
  /** Legs at this end: 1, or the ways of a splitter. */
  readonly legs: number;
  /** Of a trunk, from its breakout point to the plug of leg 1, as its maker gives it; absent or null: unknown. */
  readonly legMm?: number | null | undefined;
  /** By how much each further leg is longer than the one before, 0 where all are alike; absent or null: unknown. */
  readonly staggerMm?: number | null | undefined;
}

/** How lengths can be bought. */
export type LengthSupply =
  | { readonly kind: 'stock'; readonly lengthsMm: readonly number[] }
  | { readonly kind: 'made-to-order'; readonly stepMm: number; readonly maxMm: number };

export type SlackClass = 'jumper' | 'trunk' | 'copper';

export interface CableFamily extends CatalogEntry, Glass {
  /** Most cables of it that are bound into one loom; absent: as the plan's settings say. */
  readonly mostInLoom?: number | undefined;
  readonly outerDiameterMm: number;
  readonly bendRadiusMm: number;
  readonly massGPerM: number;
  /** A cable of nominal length n measures between n − minus and n + plus. */
  readonly tolerance: { readonly minusMm: number; readonly plusMm: number };
  readonly supply: LengthSupply;
  readonly slackClass: SlackClass;
  /** Reach that the cable itself sets (direct attach, active optical); null where the optics set it. */
  readonly reachMm: number | null;
  /** Order number of one length: `{metres}` and `{metres:3}` (padded with zeros). */
  readonly skuPattern: string | null;
  /** Price by nominal length in mm; lengths not listed are unknown. */
  readonly priceByLengthMm: Readonly<Record<string, Money>>;
}

/** What a task is counted by. */
export type LabourUnit =
  'pathway-metre' | 'cabinet' | 'device' | 'transceiver' | 'cable' | 'cable-end' | 'cable-metre' | 'fiber-end' | 'link' | 'location';

export interface LabourTask {
  readonly id: string;
  readonly name: string;
  readonly unit: LabourUnit;
  readonly minutes: { readonly low: number; readonly likely: number; readonly high: number };
  readonly people: number;
  /** A publication, or text that starts with "assumption". */
  readonly source: string;
  /** Share of the units that the task is done on, 1 where all. */
  readonly share: number;
  /** Limits the task to some of its units; absent or null: all of them. */
  readonly applies: LabourScope | null;
}

/** Devices are lifted by mass, fittings snap or screw in; cables are priced by whether they leave the cabinet. */
export type LabourScope =
  | {
      readonly kind: 'device-mass';
      readonly fromG: number;
      readonly toG: number | null;
      /** Fittings that have a task of their own; absent: none has. */
      readonly exceptFittings?: readonly DeviceFitting[] | undefined;
    }
  | { readonly kind: 'fitting'; readonly fitting: DeviceFitting }
  | { readonly kind: 'cable-reach'; readonly within: 'cabinet' | 'between-cabinets' };

/** Under what circumstances work takes longer. Bounds: from, inclusive; to, exclusive, null where there is none. */
export type LabourCondition =
  /** Height above the floor: of a pathway's bed, of the middle of a device. */
  | { readonly kind: 'height'; readonly fromMm: number; readonly toMm: number | null }
  /** Place of a pathway among the elevations of its hall, counted from the lowest: 1, 2, … */
  | { readonly kind: 'level'; readonly from: number; readonly to: number | null }
  /** Cross-section of the pathway that is taken when all cables lie in it, at its fullest place. */
  | { readonly kind: 'congestion'; readonly fromPct: number; readonly toPct: number | null }
  /** People in the crew of the profile. */
  | { readonly kind: 'crew'; readonly from: number; readonly to: number | null };

/** Minutes of tasks counted by one of `units` are multiplied by `times` where the condition holds; several multiply each other. */
export interface LabourFactor {
  readonly id: string;
  readonly name: string;
  readonly condition: LabourCondition;
  readonly units: readonly LabourUnit[];
  readonly times: { readonly low: number; readonly likely: number; readonly high: number };
  /** A publication, or text that starts with "assumption". */
  readonly source: string;
}

export interface LabourProfile extends CatalogEntry {
  readonly tasks: readonly LabourTask[];
  /** Absent in profiles that plans took over before there were factors; those stay as they are. */
  readonly factors?: readonly LabourFactor[] | undefined;
  /** Share of paid time spent on tasks: person-hours = task time ÷ utilisation. */
  readonly utilisation: number;
  readonly crew: { readonly people: number; readonly hoursPerDay: number };
}

/** The catalog: what a plan may use, or the part of it that a plan embeds. */
export interface Catalog {
  readonly cabinetModels: ReadonlyMap<string, CabinetModel>;
  readonly deviceTypes: ReadonlyMap<string, DeviceType>;
  readonly transceivers: ReadonlyMap<string, Transceiver>;
  readonly cableFamilies: ReadonlyMap<string, CableFamily>;
  readonly labourProfiles: ReadonlyMap<string, LabourProfile>;
}
