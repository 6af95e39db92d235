/**
 * A catalog of round figures for tests: every length can be worked out in the head.
 * Nothing in it stands for a real product.
 */
import type {
  CabinetModel,
  CableFamily,
  Catalog,
  CatalogEntry,
  DeviceType,
  LabourProfile,
  LabourTask,
  PortBlock,
  Transceiver,
} from '../../shared/catalog/types.ts';

const SOURCES = { all: 'assumption: made for tests' };

function entry(id: string, name: string): CatalogEntry {
  return { id, version: 1, name, manufacturer: null, sku: id.replace('/', '-').toUpperCase(), price: null, sources: SOURCES };
}

/** 600 × 1200 × 2000, 42U, U1 at 100 mm, managers 50 mm from the sides and 200 mm from the faces; openings top rear, top front, bottom rear. */
export const CABINET: CabinetModel = {
  ...entry('test/cabinet', 'Cabinet 600'),
  widthMm: 600,
  depthMm: 1200,
  heightMm: 2000,
  crated: { widthMm: 800, depthMm: 1300, heightMm: 2200, massG: 180_000 },
  massG: 150_000,
  staticLoadG: 1_000_000,
  rollingLoadG: 800_000,
  rackUnits: 42,
  firstUnitMm: 100,
  railSetbackMm: 100,
  usableDepthMm: 1000,
  managerInsetMm: 50,
  managerSetbackMm: 200,
  openings: [
    { side: 'rear', edge: 'top', xMm: 300, yMm: 1100 },
    { side: 'front', edge: 'top', xMm: 300, yMm: 100 },
    { side: 'rear', edge: 'bottom', xMm: 300, yMm: 1000 },
  ],
};

/** 800 × 1000 × 2400, 52U, one top opening at the rear left. */
export const WIDE_CABINET: CabinetModel = {
  ...CABINET,
  ...entry('test/wide-cabinet', 'Cabinet 800'),
  widthMm: 800,
  depthMm: 1000,
  heightMm: 2400,
  crated: { widthMm: 950, depthMm: 1150, heightMm: 2600, massG: 220_000 },
  rackUnits: 52,
  usableDepthMm: 850,
  managerInsetMm: 100,
  managerSetbackMm: 100,
  openings: [{ side: 'rear', edge: 'top', xMm: 200, yMm: 900 }],
};

/** Ports stand 20 mm apart in one row, the first 40 mm from the left. */
function block(id: string, face: 'front' | 'rear', cage: string, cages: number, portsPerCage: number, namePattern: string): PortBlock {
  return { id, face, cage, cages, portsPerCage, speedGbps: 400, namePattern, xMm: 40, yMm: 22, pitchXMm: 20, pitchYMm: 0, rows: 1 };
}

/** 2U server, ports `p1` … `p4` on its rear, four supplies of which it needs two. */
export const SERVER: DeviceType = {
  ...entry('test/server', 'Server'),
  heightU: 2,
  widthMm: 480,
  depthMm: 800,
  massG: 20_000,
  maxPowerW: 1000,
  typicalPowerW: 600,
  supplies: { count: 4, needed: 2, wattsEach: 500 },
  ports: [block('compute', 'rear', 'OSFP', 4, 1, 'p{index}')],
};

/** 1U switch, 16 twin-port cages on its front: `1/1`, `1/2`, `2/1` … */
export const SWITCH: DeviceType = {
  ...entry('test/switch', 'Switch'),
  heightU: 1,
  widthMm: 480,
  depthMm: 600,
  massG: 10_000,
  maxPowerW: 500,
  typicalPowerW: 300,
  supplies: { count: 2, needed: 1, wattsEach: 500 },
  ports: [block('switch', 'front', 'OSFP', 16, 2, '{cage}/{port}')],
};

export const MULTIMODE_OPTIC: Transceiver = {
  ...entry('test/optic', 'Multimode optic'),
  cage: 'OSFP',
  ports: 1,
  speedGbps: 400,
  medium: 'multimode',
  connector: 'MPO-12/APC',
  gender: 'pinned',
  reachMm: 50_000,
  maxPowerW: 9,
};

/** Multimode optic for twin-port cages. */
export const TWIN_OPTIC: Transceiver = {
  ...MULTIMODE_OPTIC,
  ...entry('test/twin-optic', 'Twin-port multimode optic'),
  ports: 2,
  speedGbps: 800,
};

/** Fits the cages and the plug of the multimode one, but not its light. */
export const SINGLE_MODE_OPTIC: Transceiver = {
  ...MULTIMODE_OPTIC,
  ...entry('test/single-mode-optic', 'Single-mode optic'),
  medium: 'singlemode',
  reachMm: 500_000,
};

const plug = { connector: 'MPO-12/APC', gender: 'unpinned', legs: 1 } as const;

/** Stocked at 3, 5, 7, 10, 15, 20, 30 and 50 m, each ± 50 mm. */
export const JUMPER: CableFamily = {
  ...entry('test/jumper', 'Multimode jumper'),
  medium: 'multimode',
  fiberType: 'OM4',
  fiberCount: 8,
  endA: plug,
  endB: plug,
  polarity: 'B',
  outerDiameterMm: 3,
  bendRadiusMm: 30,
  massGPerM: 10,
  tolerance: { minusMm: 50, plusMm: 50 },
  supply: { kind: 'stock', lengthsMm: [3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000] },
  slackClass: 'jumper',
  reachMm: null,
  skuPattern: 'JMP-{metres:3}',
  priceByLengthMm: {},
};

/** One end to two. */
export const SPLITTER: CableFamily = {
  ...JUMPER,
  ...entry('test/splitter', 'Splitter'),
  endB: { ...plug, legs: 2 },
  fiberCount: 8,
  supply: { kind: 'stock', lengthsMm: [3000, 5000, 10_000, 20_000, 30_000] },
  skuPattern: 'SPL-{metres:3}',
};

/** Any whole 100 mm up to 100 m, exact. */
export const MADE_TO_ORDER: CableFamily = {
  ...JUMPER,
  ...entry('test/made-to-order', 'Made-to-order jumper'),
  tolerance: { minusMm: 0, plusMm: 0 },
  supply: { kind: 'made-to-order', stepMm: 100, maxMm: 100_000 },
  skuPattern: null,
};

/** Trunk slack, stocked at 10, 20 and 40 m. */
export const TRUNK: CableFamily = {
  ...JUMPER,
  ...entry('test/trunk', 'Trunk'),
  outerDiameterMm: 8,
  massGPerM: 60,
  supply: { kind: 'stock', lengthsMm: [10_000, 20_000, 40_000] },
  slackClass: 'trunk',
  skuPattern: 'TRK-{metres}',
};

/** Direct-attach copper of 1, 2 and 3 m that plugs into the cages themselves. */
export const COPPER: CableFamily = {
  ...JUMPER,
  ...entry('test/copper', 'Direct-attach copper'),
  medium: 'copper',
  fiberType: null,
  fiberCount: null,
  endA: { connector: 'OSFP', gender: null, legs: 1 },
  endB: { connector: 'OSFP', gender: null, legs: 1 },
  polarity: null,
  outerDiameterMm: 10,
  massGPerM: 120,
  tolerance: { minusMm: 0, plusMm: 0 },
  supply: { kind: 'stock', lengthsMm: [1000, 2000, 3000] },
  slackClass: 'copper',
  reachMm: 3000,
  skuPattern: 'DAC-{metres}',
};

function task(id: string, unit: LabourTask['unit'], likely: number, rest: Partial<LabourTask> = {}): LabourTask {
  return {
    id,
    name: id,
    unit,
    minutes: { low: likely / 2, likely, high: likely * 2 },
    people: 1,
    source: 'assumption: made for tests',
    share: 1,
    applies: null,
    ...rest,
  };
}

/** One task of every unit, with different minutes, people, shares and scopes. */
export const LABOUR: LabourProfile = {
  ...entry('test/labour', 'Test labour'),
  tasks: [
    task('hang', 'pathway-metre', 7, { people: 2 }),
    task('place', 'cabinet', 60, { people: 2 }),
    task('mount-light', 'device', 15, { people: 1, applies: { kind: 'device-mass', fromG: 0, toG: 15_000 } }),
    task('mount-heavy', 'device', 25, { people: 2, applies: { kind: 'device-mass', fromG: 15_000, toG: null } }),
    task('seat', 'transceiver', 1),
    task('pull-inside', 'cable', 2.5, { applies: { kind: 'cable-reach', within: 'cabinet' } }),
    task('pull-between', 'cable', 6, { applies: { kind: 'cable-reach', within: 'between-cabinets' } }),
    task('dress', 'cable-metre', 0.5),
    task('clean', 'cable-end', 1.5),
    task('splice', 'fiber-end', 3, { share: 0.25 }),
    task('verify', 'link', 2),
    task('set-up', 'location', 25),
  ],
  utilisation: 0.5,
  crew: { people: 10, hoursPerDay: 8 },
};

function byId<T extends CatalogEntry>(...entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((one) => [one.id, one]));
}

export const TEST_CATALOG: Catalog = {
  cabinetModels: byId(CABINET, WIDE_CABINET),
  deviceTypes: byId(SERVER, SWITCH),
  transceivers: byId(MULTIMODE_OPTIC, TWIN_OPTIC, SINGLE_MODE_OPTIC),
  cableFamilies: byId(JUMPER, SPLITTER, MADE_TO_ORDER, TRUNK, COPPER),
  labourProfiles: byId(LABOUR),
};
