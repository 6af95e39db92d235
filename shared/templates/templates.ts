/** The templates that plans are made from, with the keys of each. */
import type { Catalog } from '../catalog/types.ts';
import { railCounts } from '../fabrics/railCounts.ts';
import type { Plan } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { generateBlank, type BlankOptions } from './blank.ts';
import { tierCountsOf } from '../fabrics/fabricRule.ts';
import { generateHall, type HallOptions } from './hall.ts';
import { LONGEST_ROW } from './hallLayout.ts';
import { completeRailOptions, COOLINGS, FIBER_CHOICES, PLACEMENTS, RAIL_PRESETS, type RailHallOptions } from './railOptions.ts';
import { generateRailOptimised } from './railOptimised.ts';
import { superpodDeviceCounts } from './superpod/counts.ts';
import { superpodFabrics } from './superpod/fabrics.ts';
import { MOST_UNITS } from './superpod/slots.ts';
import { generateSuperpod } from './superpod/superpod.ts';
import { SUPERPOD_PRESETS, type SuperpodOptions } from './superpod/superpodOptions.ts';
import {
  oneOf,
  readSettings,
  shortText,
  sizeInMm,
  wholeNumber,
  yesOrNo,
  type Readers,
  type TemplateKey,
  type TemplateSettings,
} from './templateKeys.ts';

/** What a template would make, before it is made. */
export interface TemplateCounts {
  readonly tiers: readonly { readonly tier: string; readonly links: number; readonly cables: number }[];
  readonly devices: readonly { readonly role: string; readonly count: number }[];
}

export interface Template {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  readonly keys: readonly TemplateKey[];
  /** Settings that show it at work. */
  readonly example: TemplateSettings;
  readonly generate: (catalog: Catalog, settings: TemplateSettings) => Result<Plan, UserError>;
  readonly counts: (settings: TemplateSettings) => Result<TemplateCounts, UserError>;
}

const railReaders: Readers<RailHallOptions> = {
  preset: oneOf(RAIL_PRESETS),
  su: wholeNumber(1, 1024),
  nodesPerSu: wholeNumber(1, 512),
  rails: wholeNumber(1, 64),
  uplinksPerLeaf: wholeNumber(1, 512),
  switchPorts: wholeNumber(2, 1024),
  ufm: yesOrNo,
  nodesPerCabinet: wholeNumber(1, 50),
  cabinet: shortText,
  cabinetsPerRow: wholeNumber(1, LONGEST_ROW),
  networkCabinetsPerRow: wholeNumber(1, LONGEST_ROW - 1),
  placement: oneOf(PLACEMENTS),
  hall: sizeInMm,
  fiber: oneOf(FIBER_CHOICES),
  cooling: oneOf(COOLINGS),
  name: shortText,
};

const railKeys: readonly TemplateKey[] = [
  {
    name: 'preset',
    kind: 'choice',
    default: 'none',
    help: 'h100 or b200: DGX nodes and QM9700 switches; without it, generic ones sized to fit',
  },
  { name: 'su', kind: 'number', default: '1', help: 'scalable units' },
  { name: 'nodesPerSu', kind: 'number', default: '32', help: 'node positions of a unit, which is also the downlinks of a leaf' },
  { name: 'rails', kind: 'number', default: '8', help: 'leaves of a unit; leaf k takes port k of each node' },
  {
    name: 'uplinksPerLeaf',
    kind: 'number',
    default: '32 with a preset, else nodesPerSu',
    help: 'links from each leaf to the spines together',
  },
  { name: 'switchPorts', kind: 'number', default: '64', help: 'ports of every switch' },
  {
    name: 'ufm',
    kind: 'yes or no',
    default: 'true with a preset',
    help: 'fabric manager: one node given up, four links on two splitters added',
  },
  { name: 'nodesPerCabinet', kind: 'number', default: '4; 2 with b200', help: 'nodes in one cabinet' },
  { name: 'cabinet', kind: 'text', default: '600 × 1200 48U, b200 700 × 1200 52U', help: 'catalog id of the cabinet model' },
  { name: 'cabinetsPerRow', kind: 'number', default: 'a compact hall', help: `cabinets of a row, at most ${LONGEST_ROW}` },
  { name: 'networkCabinetsPerRow', kind: 'number', default: '2 or as many as needed', help: 'of these, cabinets for switches' },
  {
    name: 'placement',
    kind: 'choice',
    default: 'central',
    help: 'network cabinets: central or row-ends in each row, end-row for rows of their own',
  },
  { name: 'hall', kind: 'size', default: 'as large as needed', help: 'inner width x depth in mm, such as 24000x18000' },
  {
    name: 'fiber',
    kind: 'choice',
    default: 'auto',
    help: 'multimode, singlemode, or auto: multimode for each tier that it is long enough for',
  },
  {
    name: 'cooling',
    kind: 'choice',
    default: 'fan-walls',
    help: 'fan-walls along the side walls, where the load is known and they have room; or none',
  },
  { name: 'name', kind: 'text', default: 'from su and preset', help: 'name of the plan' },
];

const superpodReaders: Readers<SuperpodOptions> = {
  preset: oneOf(SUPERPOD_PRESETS),
  su: wholeNumber(1, MOST_UNITS),
  hall: sizeInMm,
  name: shortText,
};

const superpodKeys: readonly TemplateKey[] = [
  { name: 'preset', kind: 'choice', default: 'h100', help: 'h100: the reference whose whole bill is published' },
  { name: 'su', kind: 'number', default: '4', help: `scalable units, at most ${MOST_UNITS}; the published bill is that of 4` },
  { name: 'hall', kind: 'size', default: 'as large as needed', help: 'inner width x depth in mm, such as 24000x18000' },
  { name: 'name', kind: 'text', default: 'from su and preset', help: 'name of the plan' },
];

const hallReaders: Readers<HallOptions> = {
  rows: wholeNumber(1, 200),
  cabinetsPerRow: wholeNumber(1, LONGEST_ROW),
  cabinet: shortText,
  coldAisleMm: wholeNumber(600, 20_000),
  hotAisleMm: wholeNumber(600, 20_000),
  hall: sizeInMm,
  trays: yesOrNo,
  name: shortText,
};

const hallKeys: readonly TemplateKey[] = [
  { name: 'rows', kind: 'number', default: '4', help: 'rows of cabinets, facing each other in pairs' },
  { name: 'cabinetsPerRow', kind: 'number', default: '10', help: `cabinets of a row, at most ${LONGEST_ROW}` },
  { name: 'cabinet', kind: 'text', default: 'generic/cabinet-600x1200x48u', help: 'catalog id of the cabinet model' },
  { name: 'coldAisleMm', kind: 'length', default: '1800', help: 'between fronts, in mm' },
  { name: 'hotAisleMm', kind: 'length', default: '2400', help: 'between rears, in mm' },
  { name: 'hall', kind: 'size', default: 'as large as needed', help: 'inner width x depth in mm, such as 24000x18000' },
  { name: 'trays', kind: 'yes or no', default: 'true', help: 'trays over the rows and two across them' },
  { name: 'name', kind: 'text', default: 'Empty hall', help: 'name of the plan' },
];

const blankReaders: Readers<BlankOptions> = { name: shortText };

const blankKeys: readonly TemplateKey[] = [{ name: 'name', kind: 'text', default: 'Untitled', help: 'name of the plan' }];

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  {
    name: 'rail-optimised',
    summary: 'a hall full of GPU scalable units with their compute fabric',
    keys: railKeys,
    example: { preset: 'b200', su: '2' },
    generate: (catalog, settings) => {
      const options = readSettings(railReaders, settings);
      return options.ok ? generateRailOptimised(catalog, options.value) : options;
    },
    counts: railTemplateCounts,
  },
  {
    name: 'superpod',
    summary: 'a whole DGX SuperPOD: compute, storage, in-band and out-of-band networks, rack PDUs',
    keys: superpodKeys,
    example: { preset: 'h100', su: '4' },
    generate: (catalog, settings) => {
      const options = readSettings(superpodReaders, settings);
      return options.ok ? generateSuperpod(catalog, options.value) : options;
    },
    counts: superpodCounts,
  },
  {
    name: 'hall',
    summary: 'an empty hall: rows of cabinets and trays above them',
    keys: hallKeys,
    example: { rows: '4', cabinetsPerRow: '12' },
    generate: (catalog, settings) => {
      const options = readSettings(hallReaders, settings);
      return options.ok ? generateHall(catalog, options.value) : options;
    },
    counts: (settings) => {
      const options = readSettings(hallReaders, settings);
      return options.ok ? ok({ tiers: [], devices: [] }) : options;
    },
  },
  {
    name: 'blank',
    summary: 'nothing yet but the settings and the labor profiles, to draw a hall in',
    keys: blankKeys,
    example: {},
    generate: (catalog, settings) => {
      const options = readSettings(blankReaders, settings);
      return options.ok ? ok(generateBlank(catalog, options.value)) : options;
    },
    counts: (settings) => {
      const options = readSettings(blankReaders, settings);
      return options.ok ? ok({ tiers: [], devices: [] }) : options;
    },
  },
];

function superpodCounts(settings: TemplateSettings): Result<TemplateCounts, UserError> {
  const options = readSettings(superpodReaders, settings);
  if (!options.ok) return options;
  const fabrics = superpodFabrics(options.value.su ?? MOST_UNITS);
  return ok({
    tiers: fabrics.flatMap(({ rule }) => tierCountsOf(rule)),
    devices: superpodDeviceCounts(options.value.su ?? MOST_UNITS),
  });
}

function railTemplateCounts(settings: TemplateSettings): Result<TemplateCounts, UserError> {
  const options = readSettings(railReaders, settings);
  if (!options.ok) return options;
  const { ufm, ...rest } = completeRailOptions(options.value);
  const counts = railCounts({ ...rest, ufm });
  if (!counts.ok) return counts;
  const { nodes, leaves, spines, cores, managers, links, cables } = counts.value;
  const devices = { node: nodes, leaf: leaves, spine: spines, core: cores, ufm: managers };
  return ok({
    tiers: Object.entries(links)
      .filter(([, count]) => count > 0)
      .map(([tier, count]) => ({ tier, links: count, cables: cables[tier as keyof typeof cables] })),
    devices: Object.entries(devices)
      .filter(([, count]) => count > 0)
      .map(([role, count]) => ({ role, count })),
  });
}
