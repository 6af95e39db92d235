/** The keys of a hall of GPU scalable units, how they are read, and what such a hall holds. */
import { railCounts } from '../fabrics/railCounts.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { LONGEST_ROW } from './hallLayout.ts';
import { completeRailOptions, COOLINGS, FIBER_CHOICES, PLACEMENTS, RAIL_PRESETS, type RailHallOptions } from './railOptions.ts';
import type { TemplateCounts } from './templateCounts.ts';
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

/** Readers of the keys of a hall of scalable units. */
export const railReaders: Readers<RailHallOptions> = {
  preset: oneOf(RAIL_PRESETS),
  su: wholeNumber(1, 1024),
  nodesPerSu: wholeNumber(1, 512),
  rails: wholeNumber(1, 64),
  uplinksPerLeaf: wholeNumber(1, 512),
  switchPorts: wholeNumber(2, 1024),
  ufm: yesOrNo,
  ufmUnit: wholeNumber(1, 1024),
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

/** Keys of a hall of scalable units, as people are told of them. */
export const railKeys: readonly TemplateKey[] = [
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
  { name: 'ufmUnit', kind: 'number', default: 'the last', help: 'unit that the fabric manager hangs on; a plan that grew keeps its own' },
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

/** What a hall of scalable units holds, before it is made. */
export function railTemplateCounts(settings: TemplateSettings): Result<TemplateCounts, UserError> {
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
