/** Schemas of a plan's parts, version 1 of the file. Unknown fields are kept, so that a file survives a round through an older release. */
import * as v from 'valibot';
import { doorSchema, hallSchema, obstacleSchema } from './buildingSchemas.ts';
import { loomSchema, loomSettings } from './loomSchemas.ts';
import { money, MOST_LEGS, MOST_RACK_UNITS } from '../catalog/schema.ts';
import * as field from '../fields.ts';
import { dimensionSchema, noteSchema, viewSchema } from './drawingAidSchemas.ts';
import type { Dimension, SavedView } from './drawingAids.ts';
import type { Note } from './notes.ts';
import type {
  Cabinet,
  Device,
  Door,
  Exclusion,
  Fabric,
  Group,
  Hall,
  HandLink,
  Junction,
  LengthPlan,
  LinkChannel,
  LoomDecision,
  Obstacle,
  Override,
  Plan,
  Segment,
  Settings,
  Trunk,
} from './types.ts';
import type { DiversityGroup, RouteRule } from './routeRules.ts';
import type { DrawingFile, Underlay } from './underlays.ts';
import type { Pod } from './pods.ts';
import type { VariantName } from './variants.ts';

const fillLimits = v.looseObject({ planPct: field.percent, warnPct: field.percent, errorPct: field.percent });

export const settingsSchema = v.looseObject({
  units: v.picklist(['metric', 'imperial']),
  currency: field.currency,
  titleBlock: v.looseObject({
    project: field.text,
    client: field.text,
    author: field.text,
    revision: field.text,
    date: field.text,
  }),
  aisles: v.looseObject({ coldMinMm: field.lengthMm, hotMinMm: field.lengthMm }),
  dropReachMm: field.lengthMm,
  waterfallMm: v.optional(field.lengthMm),
  sidePassThrough: v.boolean(),
  powerSeparationMm: v.optional(field.lengthMm),
  slack: v.looseObject({
    insideCabinetMmPerEnd: field.lengthMm,
    jumperMmPerEnd: field.lengthMm,
    jumperPctOfPathway: field.percent,
    trunkMmPerEnd: field.lengthMm,
    copperMmPerEnd: field.lengthMm,
  }),
  fill: v.looseObject({
    byKind: v.looseObject({ ladder: fillLimits, basket: fillLimits, raceway: fillLimits, underfloor: fillLimits }),
    conduitPct: v.looseObject({ one: field.percent, two: field.percent, more: field.percent }),
  }),
  feedsPerCabinet: field.countTo(100),
  sparesPct: v.looseObject({
    cables: field.percent,
    transceivers: field.percent,
    devices: field.percent,
    cabinets: field.percent,
  }),
  labourProfile: field.id,
  labourRate: v.optional(v.nullable(money)),
  looms: v.optional(loomSettings),
});

export const cabinetSchema = v.looseObject({
  id: field.id,
  hall: field.id,
  model: field.id,
  name: field.name,
  row: v.nullable(field.name),
  xMm: field.positionMm,
  yMm: field.positionMm,
  rotationDeg: field.degrees,
  openSides: v.boolean(),
  powerBudgetW: v.nullable(field.whole),
  feed: v.optional(v.picklist(['top', 'bottom'])),
});

export const deviceSchema = v.looseObject({
  id: field.id,
  cabinet: field.id,
  type: field.id,
  name: field.name,
  role: v.picklist(['node', 'leaf', 'spine', 'core', 'ufm', 'panel', 'other']),
  positionU: field.countTo(MOST_RACK_UNITS),
  face: v.picklist(['front', 'rear']),
  hand: v.optional(v.picklist(['left', 'right'])),
});

export const junctionSchema = v.looseObject({ id: field.id, hall: field.id, xMm: field.positionMm, yMm: field.positionMm });

/** Of one duct bank; a bound on what a file may ask for. */
const MOST_CONDUITS = 1000;

export const segmentSchema = v.looseObject({
  id: field.id,
  name: field.name,
  from: field.id,
  to: field.id,
  kind: v.picklist(['ladder', 'basket', 'raceway', 'conduit', 'underfloor']),
  widthMm: field.sizeMm,
  depthMm: field.sizeMm,
  elevationMm: field.positionMm,
  toElevationMm: v.optional(field.positionMm),
  massLimitGPerM: v.nullable(field.whole),
  acceptsDrops: v.boolean(),
  surveyedLengthMm: v.nullable(field.sizeMm),
  carries: v.optional(v.pipe(v.array(v.picklist(['fiber', 'copper', 'power'])), v.minLength(1))),
  conduits: v.optional(field.countTo(MOST_CONDUITS)),
});

const tierParts = v.looseObject({ family: field.id, transceiverA: v.nullable(field.id), transceiverB: v.nullable(field.id) });

/** A first bound; the rule knows the closer ones, and those on what the parameters make together (railCounts.ts). */
const MOST_OF_A_FABRIC = 4096;

const railParameters = v.looseObject({
  su: field.countTo(MOST_OF_A_FABRIC),
  nodesPerSu: field.countTo(MOST_OF_A_FABRIC),
  rails: field.countTo(MOST_OF_A_FABRIC),
  uplinksPerLeaf: field.countTo(MOST_OF_A_FABRIC),
  switchPorts: field.countTo(MOST_OF_A_FABRIC),
  ufm: v.boolean(),
  ufmUnit: v.optional(v.union([v.picklist(['first', 'last']), field.countTo(MOST_OF_A_FABRIC)])),
});

const tableRule = v.looseObject({
  kind: v.literal('table'),
  tiers: v.array(
    v.looseObject({ name: field.name, blockA: v.nullable(field.id), blockB: v.nullable(field.id), legs: field.countTo(MOST_LEGS) }),
  ),
  rows: v.array(v.strictTuple([field.name, field.name, field.name])),
});

export const fabricSchema = v.looseObject({
  id: field.id,
  name: field.name,
  rule: v.variant('kind', [v.looseObject({ kind: v.literal('rail-optimised'), parameters: railParameters }), tableRule]),
  tiers: v.record(v.string(), tierParts),
  slots: v.record(v.string(), field.id),
});

const portRef = v.looseObject({ device: field.id, port: field.name });

export const linkSchema = v.looseObject({ id: field.id, a: portRef, b: portRef, parts: tierParts });

export const trunkSchema = v.looseObject({
  id: field.id,
  name: field.name,
  family: field.id,
  legs: v.pipe(v.array(v.looseObject({ leg: field.countTo(MOST_LEGS), a: portRef, b: portRef })), v.minLength(1)),
});

/** More panels than any optics bear; a bound on what a file may ask for. */
const MOST_STOPS = 16;

export const channelSchema = v.pipe(
  v.looseObject({
    id: field.id,
    stops: v.pipe(
      v.array(v.looseObject({ device: field.id, port: field.name, rear: v.optional(field.name), enters: v.picklist(['front', 'rear']) })),
      v.minLength(1),
      v.maxLength(MOST_STOPS),
    ),
    families: v.array(v.nullable(field.id)),
  }),
  v.check(
    ({ stops, families }) => families.length === stops.length + 1,
    'must name one more cable family than panels; write null where a trunk joins two panels',
  ),
);

export const overrideSchema = v.looseObject({
  id: field.id,
  label: v.nullable(field.name),
  requiredMm: v.nullable(field.sizeMm),
  family: v.nullable(field.id),
});

export const exclusionSchema = v.looseObject({
  id: field.id,
  code: field.name,
  ids: v.array(field.id),
  reason: field.text,
  by: field.text,
  on: field.text,
});

const groupMember = v.looseObject({ kind: v.picklist(['cabinet', 'segment', 'obstacle']), id: field.id });

export const groupSchema = v.looseObject({ id: field.id, name: field.name, members: v.pipe(v.array(groupMember), v.minLength(1)) });

/** More lengths than any maker stocks of one cable. */
const MOST_LENGTHS = 1000;
const MOST_ORDERED = 1_000_000;

export const lengthPlanSchema = v.looseObject({
  id: field.id,
  lengthsMm: v.pipe(
    v.array(field.sizeMm),
    v.minLength(1),
    v.check(
      (lengths) => lengths.every((lengthMm, at) => at === 0 || lengthMm > lengths[at - 1]!),
      'must be ordered from short to long, each once; sort them',
    ),
  ),
  maxLengths: field.countTo(MOST_LENGTHS),
  minimumOrder: field.countTo(MOST_ORDERED),
  surplusLimitMm: v.nullable(field.lengthMm),
});

/** More waypoints than any way has pathways worth naming; a bound on what a file may ask for. */
const MOST_WAYPOINTS = 32;

export const routeRuleSchema = v.looseObject({
  id: field.id,
  name: field.name,
  scope: v.variant('kind', [
    v.looseObject({ kind: v.literal('family'), family: field.id }),
    v.looseObject({ kind: v.literal('fabric'), fabric: field.id, tier: v.nullable(field.name) }),
    v.looseObject({ kind: v.literal('links'), links: v.pipe(v.array(field.id), v.minLength(1)) }),
  ]),
  via: v.pipe(v.array(v.looseObject({ kind: v.picklist(['segment', 'junction']), id: field.id })), v.maxLength(MOST_WAYPOINTS)),
  avoid: v.array(field.id),
});

export const diversityGroupSchema = v.looseObject({
  id: field.id,
  name: field.name,
  members: v.variant('kind', [
    v.looseObject({ kind: v.literal('links'), links: v.pipe(v.array(field.id), v.minLength(2)) }),
    v.looseObject({ kind: v.literal('fabric'), fabric: field.id, tier: field.name, end: v.picklist(['a', 'b']) }),
  ]),
});

/** Most characters of a drawing's bytes: 48 MiB of base64, so that several find room in a plan. */
export const MOST_DRAWING_CHARS = 48 * 1024 * 1024;

const drawingKind = v.picklist(['png', 'jpeg', 'webp', 'pdf', 'dxf']);

export const drawingFileSchema = v.looseObject({
  id: field.id,
  name: field.name,
  kind: drawingKind,
  byteCount: field.whole,
  packing: v.picklist(['none', 'deflate']),
  data: v.pipe(v.string(), v.maxLength(MOST_DRAWING_CHARS), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64; add the drawing again')),
});

const MOST_UNITS = 1e9;
const place = v.pipe(field.figure, v.finite(), v.minValue(-1e12), v.maxValue(1e12));
const extent = v.pipe(field.figure, v.finite(), v.minValue(0), v.maxValue(MOST_UNITS));

const measuredSpan = v.looseObject({ fromX: place, fromY: place, toX: place, toY: place, distanceMm: field.sizeMm });

/** More layers than any office's standard has. */
const MOST_LAYERS = 10_000;
const MOST_LEVELS = 1_000_000;
const MOST_MM_PER_UNIT = 1e7;

export const underlaySchema = v.looseObject({
  id: field.id,
  hall: field.id,
  name: field.name,
  file: field.id,
  kind: drawingKind,
  page: field.countTo(100_000),
  widthUnits: extent,
  heightUnits: extent,
  originX: place,
  originY: place,
  mmPerUnit: v.pipe(field.figure, v.finite(), v.minValue(1e-6), v.maxValue(MOST_MM_PER_UNIT)),
  xMm: field.positionMm,
  yMm: field.positionMm,
  rotationDeg: field.degrees,
  opacityPct: field.percent,
  visible: v.boolean(),
  locked: v.boolean(),
  level: v.optional(field.countTo(MOST_LEVELS)),
  ownColors: v.optional(v.literal(true)),
  offLayers: v.pipe(v.array(v.string()), v.maxLength(MOST_LAYERS)),
  calibration: v.nullable(measuredSpan),
  check: v.nullable(measuredSpan),
});

/** Of one pod: some thousand cabinets. */
const MOST_POD_CHARS = 8_000_000;

export const podSchema = v.looseObject({
  id: field.id,
  name: field.name,
  things: v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST_POD_CHARS)),
});

/** What a plan is called among its variants. */
export const variantNameSchema = v.looseObject({ id: field.id, name: field.name }) satisfies v.GenericSchema<unknown, VariantName>;

/** Schemas of what stands once in a plan. */
export const headSchemas = {
  name: field.text satisfies v.GenericSchema<unknown, string>,
  settings: settingsSchema satisfies v.GenericSchema<unknown, Settings>,
};

/** Schema of each table of a plan, in the order in which a file holds them. */
export const tableSchemas = {
  halls: hallSchema satisfies v.GenericSchema<unknown, Hall>,
  doors: doorSchema satisfies v.GenericSchema<unknown, Door>,
  obstacles: obstacleSchema satisfies v.GenericSchema<unknown, Obstacle>,
  cabinets: cabinetSchema satisfies v.GenericSchema<unknown, Cabinet>,
  devices: deviceSchema satisfies v.GenericSchema<unknown, Device>,
  junctions: junctionSchema satisfies v.GenericSchema<unknown, Junction>,
  segments: segmentSchema satisfies v.GenericSchema<unknown, Segment>,
  fabrics: fabricSchema satisfies v.GenericSchema<unknown, Fabric>,
  links: linkSchema satisfies v.GenericSchema<unknown, HandLink>,
  trunks: trunkSchema satisfies v.GenericSchema<unknown, Trunk>,
  channels: channelSchema satisfies v.GenericSchema<unknown, LinkChannel>,
  overrides: overrideSchema satisfies v.GenericSchema<unknown, Override>,
  exclusions: exclusionSchema satisfies v.GenericSchema<unknown, Exclusion>,
  groups: groupSchema satisfies v.GenericSchema<unknown, Group>,
  lengthPlans: lengthPlanSchema satisfies v.GenericSchema<unknown, LengthPlan>,
  routeRules: routeRuleSchema satisfies v.GenericSchema<unknown, RouteRule>,
  diversityGroups: diversityGroupSchema satisfies v.GenericSchema<unknown, DiversityGroup>,
  looms: loomSchema satisfies v.GenericSchema<unknown, LoomDecision>,
  drawingFiles: drawingFileSchema satisfies v.GenericSchema<unknown, DrawingFile>,
  underlays: underlaySchema satisfies v.GenericSchema<unknown, Underlay>,
  dimensions: dimensionSchema satisfies v.GenericSchema<unknown, Dimension>,
  views: viewSchema satisfies v.GenericSchema<unknown, SavedView>,
  notes: noteSchema satisfies v.GenericSchema<unknown, Note>,
  pods: podSchema satisfies v.GenericSchema<unknown, Pod>,
};

export type TableName = keyof typeof tableSchemas;

export const tableNames = Object.keys(tableSchemas) as TableName[];

/** Tables that came after the first release: a file without one has an empty one, and an empty one is not written. */
export const laterTables: ReadonlySet<TableName> = new Set([
  'trunks',
  'channels',
  'groups',
  'lengthPlans',
  'routeRules',
  'diversityGroups',
  'looms',
  'drawingFiles',
  'underlays',
  'dimensions',
  'views',
  'notes',
  'pods',
]);

export type EntityOf<T extends TableName> = Plan[T] extends ReadonlyMap<string, infer E> ? E : never;
