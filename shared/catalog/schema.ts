/** Schemas of the catalog's entries: for the files in assets/catalog and for the copies that a plan embeds. Unknown fields are kept. */
import * as v from 'valibot';
import * as field from '../fields.ts';
import type { CabinetModel, CableFamily, DeviceType, LabourProfile, Transceiver } from './types.ts';

/** More than any cabinet has (the tallest on the market have 60). */
export const MOST_RACK_UNITS = 100;
/** Ports of one device type, all blocks together; large modular switches have about 1,200. */
const MOST_PORTS = 4096;
const MOST_SUPPLIES = 100;
/** Ports of a module, and legs of a splitter's end. */
export const MOST_LEGS = 64;
/** The largest cables on the market have 6,912 fibers. */
const MOST_FIBERS = 10_000;
const MOST_PEOPLE = 10_000;

export const money = v.looseObject({ amountMinor: field.whole, currency: field.currency });

const entryFields = {
  id: field.id,
  version: field.countTo(1_000_000),
  name: field.name,
  manufacturer: v.nullable(field.text),
  sku: v.nullable(field.text),
  price: v.nullable(money),
  sources: v.record(v.string(), field.text),
};

const side = v.picklist(['front', 'rear']);
const edge = v.picklist(['top', 'bottom']);
const medium = v.picklist(['multimode', 'singlemode', 'copper', 'active-optical']);
const gender = v.picklist(['pinned', 'unpinned']);

export const cabinetModelSchema = v.looseObject({
  ...entryFields,
  widthMm: field.sizeMm,
  depthMm: field.sizeMm,
  heightMm: field.sizeMm,
  crated: v.nullable(v.looseObject({ widthMm: field.sizeMm, depthMm: field.sizeMm, heightMm: field.sizeMm, massG: field.whole })),
  massG: field.whole,
  staticLoadG: field.whole,
  rollingLoadG: v.nullable(field.whole),
  rackUnits: field.countTo(MOST_RACK_UNITS),
  firstUnitMm: field.lengthMm,
  railSetbackMm: field.lengthMm,
  usableDepthMm: field.sizeMm,
  managerInsetMm: field.lengthMm,
  managerSetbackMm: field.lengthMm,
  managerArea: v.optional(v.nullable(v.looseObject({ widthMm: field.sizeMm, depthMm: field.sizeMm }))),
  openings: v.array(
    v.looseObject({
      side,
      edge,
      xMm: field.lengthMm,
      yMm: field.lengthMm,
      widthMm: v.optional(v.nullable(field.sizeMm)),
      depthMm: v.optional(v.nullable(field.sizeMm)),
    }),
  ),
});

const portBlock = v.looseObject({
  id: field.id,
  face: side,
  cage: field.name,
  cages: field.countTo(MOST_PORTS),
  portsPerCage: field.countTo(MOST_PORTS),
  speedGbps: field.measure,
  namePattern: field.name,
  xMm: field.fineMm,
  yMm: field.fineMm,
  pitchXMm: field.fineMm,
  pitchYMm: field.fineMm,
  rows: field.countTo(MOST_PORTS),
});

const cableEnd = v.looseObject({
  connector: field.name,
  gender: v.nullable(gender),
  legs: field.countTo(MOST_LEGS),
  legMm: v.nullish(field.sizeMm),
  staggerMm: v.nullish(field.lengthMm),
});

/** What cables and modules of panels have in common. */
const glass = {
  medium,
  fiberType: v.nullable(field.text),
  fiberCount: v.nullable(field.countTo(MOST_FIBERS)),
  endA: cableEnd,
  endB: cableEnd,
  polarity: v.nullable(field.text),
  shuffle: v.optional(v.boolean()),
  laneAtB: v.optional(v.array(field.countTo(MOST_FIBERS))),
  pairs: v.optional(v.picklist(['neighbors'])),
};

const keying = v.nullable(v.picklist(['opposed', 'aligned']));
const panelModule = v.looseObject({ ...glass, frontKeying: keying });

const deviceFitting = v.picklist(['blanking', 'cable-manager']);

export const deviceTypeSchema = v.looseObject({
  ...entryFields,
  heightU: field.countTo(MOST_RACK_UNITS),
  widthMm: field.sizeMm,
  depthMm: field.sizeMm,
  massG: field.whole,
  mount: v.optional(v.picklist(['half-width', 'beside-rails'])),
  fitting: v.optional(deviceFitting),
  maxPowerW: v.nullable(field.whole),
  typicalPowerW: v.nullable(field.whole),
  supplies: v.nullable(
    v.looseObject({ count: field.countTo(MOST_SUPPLIES), needed: field.countTo(MOST_SUPPLIES), wattsEach: v.nullable(field.whole) }),
  ),
  ports: v.pipe(
    v.array(portBlock),
    v.check(
      (blocks) => blocks.reduce((sum, { cages, portsPerCage }) => sum + cages * portsPerCage, 0) <= MOST_PORTS,
      `must hold at most ${MOST_PORTS} ports together; give fewer cages, or fewer ports a cage`,
    ),
  ),
  passes: v.optional(v.array(v.looseObject({ front: field.id, rear: field.id, keying, module: v.optional(panelModule) }))),
});

export const transceiverSchema = v.looseObject({
  ...entryFields,
  cage: field.name,
  ports: field.countTo(MOST_LEGS),
  speedGbps: field.measure,
  medium,
  connector: field.name,
  gender: v.nullable(gender),
  reachMm: field.sizeMm,
  maxPowerW: v.nullable(field.measure),
});

const supply = v.variant('kind', [
  v.looseObject({ kind: v.literal('stock'), lengthsMm: v.pipe(v.array(field.sizeMm), v.nonEmpty()) }),
  v.looseObject({ kind: v.literal('made-to-order'), stepMm: field.sizeMm, maxMm: field.sizeMm }),
]);

/** More cables than any hand can dress. */
const MOST_IN_LOOM = 1000;

export const cableFamilySchema = v.looseObject({
  ...entryFields,
  ...glass,
  mostInLoom: v.optional(field.countTo(MOST_IN_LOOM)),
  outerDiameterMm: field.measure,
  bendRadiusMm: field.measure,
  massGPerM: field.measure,
  tolerance: v.looseObject({ minusMm: field.lengthMm, plusMm: field.lengthMm }),
  supply,
  slackClass: v.picklist(['jumper', 'trunk', 'copper']),
  reachMm: v.nullable(field.sizeMm),
  skuPattern: v.nullable(field.text),
  priceByLengthMm: v.record(v.string(), money),
});

const labourScope = v.variant('kind', [
  v.looseObject({
    kind: v.literal('device-mass'),
    fromG: field.whole,
    toG: v.nullable(field.whole),
    exceptFittings: v.optional(v.array(deviceFitting)),
  }),
  v.looseObject({ kind: v.literal('fitting'), fitting: deviceFitting }),
  v.looseObject({ kind: v.literal('cable-reach'), within: v.picklist(['cabinet', 'between-cabinets']) }),
]);

const labourUnit = v.picklist([
  'pathway-metre',
  'cabinet',
  'device',
  'transceiver',
  'cable',
  'cable-end',
  'cable-metre',
  'fiber-end',
  'link',
  'location',
]);

const labourTask = v.looseObject({
  id: field.id,
  name: field.name,
  unit: labourUnit,
  minutes: v.looseObject({ low: field.measure, likely: field.measure, high: field.measure }),
  people: field.countTo(MOST_PEOPLE),
  source: field.text,
  share: v.pipe(field.figure, v.finite(), v.minValue(0), v.maxValue(1)),
  applies: v.optional(v.nullable(labourScope), null),
});

/** Nothing takes a hundred times as long for where it is. */
const times = v.pipe(field.figure, v.finite(), v.gtValue(0), v.maxValue(100));
const ordinal = field.countTo(MOST_PEOPLE);

const labourCondition = v.variant('kind', [
  v.looseObject({ kind: v.literal('height'), fromMm: field.positionMm, toMm: v.nullable(field.positionMm) }),
  v.looseObject({ kind: v.literal('level'), from: ordinal, to: v.nullable(ordinal) }),
  v.looseObject({ kind: v.literal('congestion'), fromPct: field.percent, toPct: v.nullable(field.percent) }),
  v.looseObject({ kind: v.literal('crew'), from: ordinal, to: v.nullable(ordinal) }),
]);

const labourFactor = v.looseObject({
  id: field.id,
  name: field.name,
  condition: labourCondition,
  units: v.array(labourUnit),
  times: v.looseObject({ low: times, likely: times, high: times }),
  source: field.text,
});

export const labourProfileSchema = v.looseObject({
  ...entryFields,
  tasks: v.array(labourTask),
  factors: v.optional(v.array(labourFactor)),
  utilisation: v.pipe(field.figure, v.finite(), v.gtValue(0), v.maxValue(1)),
  crew: v.looseObject({ people: field.countTo(MOST_PEOPLE), hoursPerDay: v.pipe(field.figure, v.finite(), v.gtValue(0), v.maxValue(24)) }),
});

/** Schema of each table of the catalog, in the order in which files hold them. */
export const catalogSchemas = {
  cabinetModels: cabinetModelSchema satisfies v.GenericSchema<unknown, CabinetModel>,
  deviceTypes: deviceTypeSchema satisfies v.GenericSchema<unknown, DeviceType>,
  transceivers: transceiverSchema satisfies v.GenericSchema<unknown, Transceiver>,
  cableFamilies: cableFamilySchema satisfies v.GenericSchema<unknown, CableFamily>,
  labourProfiles: labourProfileSchema satisfies v.GenericSchema<unknown, LabourProfile>,
};

export const catalogTables = Object.keys(catalogSchemas) as (keyof typeof catalogSchemas)[];
