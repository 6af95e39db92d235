/**
 * Builds small plans for tests, naming only what a test is about. Every call may override any field.
 *
 *   const plan = new PlanBuilder().hall().cabinet('A01', 1000, 1000).device('s1', 'A01', 10).build();
 */
import type { Catalog } from '../../shared/catalog/types.ts';
import type {
  Cabinet,
  Device,
  Door,
  Exclusion,
  Fabric,
  Group,
  GroupedKind,
  Hall,
  HandLink,
  Junction,
  LengthPlan,
  LoomDecision,
  LinkChannel,
  Obstacle,
  Override,
  Plan,
  PointMm,
  Segment,
  Settings,
  TierParts,
  Trunk,
} from '../../shared/plan/types.ts';
import type { Dimension, SavedView } from '../../shared/plan/drawingAids.ts';
import type { DiversityGroup, DiversityMembers, RouteRule, RouteScope, Waypoint } from '../../shared/plan/routeRules.ts';
import { TEST_CATALOG } from './testCatalog.ts';

export const TEST_SETTINGS: Settings = {
  units: 'metric',
  currency: 'USD',
  titleBlock: { project: '', client: '', author: '', revision: '', date: '' },
  aisles: { coldMinMm: 1200, hotMinMm: 900 },
  dropReachMm: 1000,
  sidePassThrough: true,
  slack: { insideCabinetMmPerEnd: 150, jumperMmPerEnd: 500, jumperPctOfPathway: 2, trunkMmPerEnd: 2000, copperMmPerEnd: 0 },
  fill: {
    byKind: {
      ladder: { planPct: 25, warnPct: 40, errorPct: 50 },
      basket: { planPct: 25, warnPct: 40, errorPct: 50 },
      raceway: { planPct: 25, warnPct: 40, errorPct: 50 },
      underfloor: { planPct: 25, warnPct: 40, errorPct: 50 },
    },
    conduitPct: { one: 53, two: 31, more: 40 },
  },
  feedsPerCabinet: 2,
  sparesPct: { cables: 0, transceivers: 0, devices: 0, cabinets: 0 },
  labourProfile: 'test/labour',
};

/** Jumper between two multimode optics. */
export const JUMPER_PARTS: TierParts = { family: 'test/jumper', transceiverA: 'test/optic', transceiverB: 'test/optic' };

/** Copper from cage to cage. */
export const COPPER_PARTS: TierParts = { family: 'test/copper', transceiverA: null, transceiverB: null };

/** A rectangle as an outline, clockwise from above. */
export function rectangle(xMm: number, yMm: number, widthMm: number, heightMm: number): readonly PointMm[] {
  return [
    [xMm, yMm],
    [xMm + widthMm, yMm],
    [xMm + widthMm, yMm + heightMm],
    [xMm, yMm + heightMm],
  ];
}

type Change<T> = Partial<Omit<T, 'id'>>;

/** Collects entities; `build` gives the plan. Entities without a hall stand in `H`. */
export class PlanBuilder {
  private settings: Settings = TEST_SETTINGS;
  private catalog: Catalog = TEST_CATALOG;
  private readonly halls = new Map<string, Hall>();
  private readonly doors = new Map<string, Door>();
  private readonly obstacles = new Map<string, Obstacle>();
  private readonly cabinets = new Map<string, Cabinet>();
  private readonly devices = new Map<string, Device>();
  private readonly junctions = new Map<string, Junction>();
  private readonly segments = new Map<string, Segment>();
  private readonly fabrics = new Map<string, Fabric>();
  private readonly links = new Map<string, HandLink>();
  private readonly trunks = new Map<string, Trunk>();
  private readonly channels = new Map<string, LinkChannel>();
  private readonly overrides = new Map<string, Override>();
  private readonly exclusions = new Map<string, Exclusion>();
  private readonly groups = new Map<string, Group>();
  private readonly lengthPlans = new Map<string, LengthPlan>();
  private readonly routeRules = new Map<string, RouteRule>();
  private readonly diversityGroups = new Map<string, DiversityGroup>();
  private readonly looms = new Map<string, LoomDecision>();
  private readonly dimensions = new Map<string, Dimension>();
  private readonly views = new Map<string, SavedView>();

  withSettings(change: Partial<Settings>): this {
    this.settings = { ...this.settings, ...change };
    return this;
  }

  /** Replaces whole tables of the catalog. */
  withCatalog(change: Partial<Catalog>): this {
    this.catalog = { ...this.catalog, ...change };
    return this;
  }

  /** 20 × 15 m and 4 m high, slab with ample limits. */
  hall(id = 'H', change: Change<Hall> = {}): this {
    this.halls.set(id, {
      id,
      name: id,
      frame: { xMm: 0, yMm: 0, zMm: 0, rotationDeg: 0 },
      outline: rectangle(0, 0, 20_000, 15_000),
      clearHeightMm: 4000,
      floor: { kind: 'raised', pointLoadG: 10_000_000, rollingLoadG: 10_000_000, areaLoadPa: 100_000 },
      tile: { sizeMm: 600, originXMm: 0, originYMm: 0 },
      powerBudgetW: null,
      ...change,
    });
    return this;
  }

  /** Delivery door of 2 × 3 m in the first wall. */
  door(id: string, change: Change<Door> = {}): this {
    this.doors.set(id, {
      id,
      hall: 'H',
      name: id,
      edge: 0,
      offsetMm: 500,
      clearWidthMm: 2000,
      clearHeightMm: 3000,
      leaves: 2,
      swing: 'out',
      delivery: true,
      ...change,
    });
    return this;
  }

  /** Column unless told otherwise. */
  obstacle(id: string, outline: readonly PointMm[], change: Change<Obstacle> = {}): this {
    this.obstacles.set(id, { id, hall: 'H', name: id, kind: 'column', outline, ...change });
    return this;
  }

  cabinet(id: string, xMm: number, yMm: number, change: Change<Cabinet> = {}): this {
    this.cabinets.set(id, {
      id,
      hall: 'H',
      model: 'test/cabinet',
      name: id,
      row: null,
      xMm,
      yMm,
      rotationDeg: 0,
      openSides: false,
      powerBudgetW: null,
      ...change,
    });
    return this;
  }

  /** Server unless told otherwise. */
  device(id: string, cabinet: string, positionU: number, change: Change<Device> = {}): this {
    this.devices.set(id, { id, cabinet, type: 'test/server', name: id, role: 'other', positionU, face: 'front', ...change });
    return this;
  }

  junction(id: string, xMm: number, yMm: number, change: Change<Junction> = {}): this {
    this.junctions.set(id, { id, hall: 'H', xMm, yMm, ...change });
    return this;
  }

  /** Basket of 300 × 100 at 2500 mm that accepts drops. */
  segment(id: string, from: string, to: string, change: Change<Segment> = {}): this {
    this.segments.set(id, {
      id,
      name: id,
      from,
      to,
      kind: 'basket',
      widthMm: 300,
      depthMm: 100,
      elevationMm: 2500,
      massLimitGPerM: null,
      acceptsDrops: true,
      surveyedLengthMm: null,
      ...change,
    });
    return this;
  }

  /** Ends are written `device:port`. */
  link(id: string, a: string, b: string, parts: TierParts = JUMPER_PARTS): this {
    this.links.set(id, { id, a: portRef(a), b: portRef(b), parts });
    return this;
  }

  fabric(fabric: Fabric): this {
    this.fabrics.set(fabric.id, fabric);
    return this;
  }

  /** Legs in order from 1, each written `device:port–device:port`. */
  trunk(id: string, family: string, ...legs: readonly string[]): this {
    const ends = legs.map((leg) => leg.split('–').map(portRef));
    this.trunks.set(id, { id, name: id, family, legs: ends.map(([a, b], i) => ({ leg: i + 1, a: a!, b: b! })) });
    return this;
  }

  /** Stops are written `device:port>` where the way comes in at the front, `device:port<` where at the rear; `device:port+rear>` of a shuffle. */
  channel(link: string, stops: readonly string[], families: readonly (string | null)[]): this {
    const read = (stop: string): LinkChannel['stops'][number] => {
      const [front = '', rear] = stop.slice(0, -1).split('+');
      return { ...portRef(front), ...(rear === undefined ? {} : { rear }), enters: stop.endsWith('>') ? 'front' : 'rear' };
    };
    this.channels.set(link, { id: link, stops: stops.map(read), families });
    return this;
  }

  override(id: string, change: Change<Override> = {}): this {
    this.overrides.set(id, { id, label: null, requiredMm: null, family: null, ...change });
    return this;
  }

  exclusion(id: string, code: string, ids: readonly string[], reason = 'accepted on site'): this {
    this.exclusions.set(id, { id, code, ids, reason, by: 'Test', on: '2026-01-01' });
    return this;
  }

  /** Members are written `cabinet:A01`. */
  group(id: string, ...members: readonly `${GroupedKind}:${string}`[]): this {
    const split = members.map((member) => ({ kind: member.split(':')[0] as GroupedKind, id: member.split(':')[1] ?? '' }));
    this.groups.set(id, { id, name: id, members: split });
    return this;
  }

  /** The lengths that are ordered of a family. */
  lengthPlan(id: string, lengthsMm: readonly number[], change: Change<LengthPlan> = {}): this {
    this.lengthPlans.set(id, { id, lengthsMm, maxLengths: lengthsMm.length, minimumOrder: 1, surplusLimitMm: null, ...change });
    return this;
  }

  /** `via` names segments, or junctions with a leading `@`. */
  routeRule(id: string, scope: RouteScope, via: readonly string[], avoid: readonly string[] = []): this {
    const waypoints = via.map((text): Waypoint =>
      text.startsWith('@') ? { kind: 'junction', id: text.slice(1) } : { kind: 'segment', id: text },
    );
    this.routeRules.set(id, { id, name: `Rule ${id}`, scope, via: waypoints, avoid });
    return this;
  }

  /** Links that are kept apart. */
  keepApart(id: string, members: readonly string[] | DiversityMembers): this {
    const isList = (given: readonly string[] | DiversityMembers): given is readonly string[] => Array.isArray(given);
    this.diversityGroups.set(id, { id, name: `Apart ${id}`, members: isList(members) ? { kind: 'links', links: members } : members });
    return this;
  }

  /** What somebody decided about the loom of these cables. */
  loom(id: string, cables: readonly string[], change: Change<LoomDecision> = {}): this {
    this.looms.set(id, { id, name: null, cables, make: null, pulledFrom: null, ...change });
    return this;
  }

  build(): Plan {
    return {
      name: 'Test plan',
      variants: new Map(),
      settings: this.settings,
      catalog: this.catalog,
      halls: new Map(this.halls),
      doors: new Map(this.doors),
      obstacles: new Map(this.obstacles),
      cabinets: new Map(this.cabinets),
      devices: new Map(this.devices),
      junctions: new Map(this.junctions),
      segments: new Map(this.segments),
      fabrics: new Map(this.fabrics),
      links: new Map(this.links),
      trunks: new Map(this.trunks),
      channels: new Map(this.channels),
      overrides: new Map(this.overrides),
      exclusions: new Map(this.exclusions),
      groups: new Map(this.groups),
      lengthPlans: new Map(this.lengthPlans),
      routeRules: new Map(this.routeRules),
      diversityGroups: new Map(this.diversityGroups),
      looms: new Map(this.looms),
      drawingFiles: new Map(),
      underlays: new Map(),
      dimensions: new Map(this.dimensions),
      views: new Map(this.views),
      notes: new Map(),
      pods: new Map(),
    };
  }
}

function portRef(text: string): { device: string; port: string } {
  const colon = text.indexOf(':');
  if (colon < 0) throw new Error(`a test writes link ends as device:port, not ${text}`);
  return { device: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** The same plan with every table in another order, as another editor might have saved it. */
export function withTablesReversed(plan: Plan): Plan {
  const reversed = <T>(table: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...table].reverse());
  const catalog = plan.catalog;
  return {
    ...plan,
    catalog: {
      cabinetModels: reversed(catalog.cabinetModels),
      deviceTypes: reversed(catalog.deviceTypes),
      transceivers: reversed(catalog.transceivers),
      cableFamilies: reversed(catalog.cableFamilies),
      labourProfiles: reversed(catalog.labourProfiles),
    },
    halls: reversed(plan.halls),
    doors: reversed(plan.doors),
    obstacles: reversed(plan.obstacles),
    cabinets: reversed(plan.cabinets),
    devices: reversed(plan.devices),
    junctions: reversed(plan.junctions),
    segments: reversed(plan.segments),
    fabrics: reversed(plan.fabrics),
    links: reversed(plan.links),
    trunks: reversed(plan.trunks),
    channels: reversed(plan.channels),
    overrides: reversed(plan.overrides),
    exclusions: reversed(plan.exclusions),
    groups: reversed(plan.groups),
    lengthPlans: reversed(plan.lengthPlans),
    routeRules: reversed(plan.routeRules),
    diversityGroups: reversed(plan.diversityGroups),
    looms: reversed(plan.looms),
    drawingFiles: reversed(plan.drawingFiles),
    underlays: reversed(plan.underlays),
    dimensions: reversed(plan.dimensions),
    views: reversed(plan.views),
    notes: reversed(plan.notes),
    pods: reversed(plan.pods),
  };
}
