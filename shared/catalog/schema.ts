/** Schemas of the catalog's entries: for the files in assets/catalog and for the copies that a plan embeds. Unknown fields are kept. */
import * as v from 'valibot';
import * as field from '../fields.ts';
import type { CabinetModel, CableFamily, DeviceType, LabourProfile, Transceiver } from './types.ts';

export const money = v.looseObject({ amountMinor: field.whole, currency: field.currency });

const entryFields = {
  id: field.id,
  version: field.count,
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
  rackUnits: field.count,
  firstUnitMm: field.lengthMm,
  railSetbackMm: field.lengthMm,
  usableDepthMm: field.sizeMm,
  managerInsetMm: field.lengthMm,
  managerSetbackMm: field.lengthMm,
  openings: v.array(v.looseObject({ side, edge, xMm: field.lengthMm, yMm: field.lengthMm })),
});

const portBlock = v.looseObject({
  id: field.id,
  face: side,
  cage: field.name,
  cages: field.count,
  portsPerCage: field.count,
  speedGbps: field.measure,
  namePattern: field.name,
  xMm: field.fineMm,
  yMm: field.fineMm,
  pitchXMm: field.fineMm,
  pitchYMm: field.fineMm,
  rows: field.count,
});

export const deviceTypeSchema = v.looseObject({
  ...entryFields,
  heightU: field.count,
  widthMm: field.sizeMm,
  depthMm: field.sizeMm,
  massG: field.whole,
  maxPowerW: v.nullable(field.whole),
  typicalPowerW: v.nullable(field.whole),
  supplies: v.nullable(v.looseObject({ count: field.count, needed: field.count, wattsEach: v.nullable(field.whole) })),
  ports: v.array(portBlock),
});

export const transceiverSchema = v.looseObject({
  ...entryFields,
  cage: field.name,
  ports: field.count,
  speedGbps: field.measure,
  medium,
  connector: field.name,
  gender: v.nullable(gender),
  reachMm: field.sizeMm,
  maxPowerW: v.nullable(field.measure),
});

const cableEnd = v.looseObject({ connector: field.name, gender: v.nullable(gender), legs: field.count });

const supply = v.variant('kind', [
  v.looseObject({ kind: v.literal('stock'), lengthsMm: v.pipe(v.array(field.sizeMm), v.nonEmpty()) }),
  v.looseObject({ kind: v.literal('made-to-order'), stepMm: field.sizeMm, maxMm: field.sizeMm }),
]);

export const cableFamilySchema = v.looseObject({
  ...entryFields,
  medium,
  fiberType: v.nullable(field.text),
  fiberCount: v.nullable(field.count),
  endA: cableEnd,
  endB: cableEnd,
  polarity: v.nullable(field.text),
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
  v.looseObject({ kind: v.literal('device-mass'), fromG: field.whole, toG: v.nullable(field.whole) }),
  v.looseObject({ kind: v.literal('cable-reach'), within: v.picklist(['cabinet', 'between-cabinets']) }),
]);

const labourTask = v.looseObject({
  id: field.id,
  name: field.name,
  unit: v.picklist([
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
  ]),
  minutes: v.looseObject({ low: field.measure, likely: field.measure, high: field.measure }),
  people: field.count,
  source: field.text,
  share: v.pipe(field.figure, v.finite(), v.minValue(0), v.maxValue(1)),
  applies: v.optional(v.nullable(labourScope), null),
});

export const labourProfileSchema = v.looseObject({
  ...entryFields,
  tasks: v.array(labourTask),
  utilisation: v.pipe(field.figure, v.finite(), v.gtValue(0), v.maxValue(1)),
  crew: v.looseObject({ people: field.count, hoursPerDay: v.pipe(field.figure, v.finite(), v.gtValue(0), v.maxValue(24)) }),
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
