/** The templates that plans are made from, with the keys of each. */
import type { Catalog } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { generateBlank, type BlankOptions } from './blank.ts';
import { tierCountsOf } from '../fabrics/fabricRule.ts';
import { generateHall, type HallOptions } from './hall.ts';
import { LONGEST_ROW } from './hallLayout.ts';
import { railKeys, railReaders, railTemplateCounts } from './railTemplate.ts';
import { campusCounts, campusKeys, campusReaders } from './campus/campusTemplate.ts';
import { generateCampus } from './campus/campus.ts';
import type { TemplateCounts } from './templateCounts.ts';
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
    name: 'campus',
    summary: 'several such halls around a core hall, with conduits between them and the links through these',
    keys: campusKeys,
    example: { halls: '2', preset: 'b200', su: '2' },
    generate: (catalog, settings) => {
      const options = readSettings(campusReaders, settings);
      return options.ok ? generateCampus(catalog, options.value) : options;
    },
    counts: campusCounts,
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
