/** The keys of a campus, how they are read, and what such a campus holds. */
import { ok, type Result, type UserError } from '../../result.ts';
import { railKeys, railReaders, railTemplateCounts } from '../railTemplate.ts';
import type { TemplateCounts } from '../templateCounts.ts';
import { readSettings, wholeNumber, type Readers, type TemplateKey, type TemplateSettings } from '../templateKeys.ts';
import { campusRule, campusSwitches, CAMPUS_TIER } from './campusFabric.ts';
import { CAMPUS_DEFAULTS, MOST_HALLS, MOST_UPLINKS, type CampusOnly, type CampusOptions } from './campusOptions.ts';

const ownReaders: Readers<CampusOnly> = {
  halls: wholeNumber(1, MOST_HALLS),
  uplinksPerHall: wholeNumber(1, MOST_UPLINKS),
  banksPerHall: wholeNumber(1, 2),
  conduitMm: wholeNumber(20, 300),
  gapMm: wholeNumber(0, 1_000_000),
};

/** Readers of the keys of a campus: its own, and those of the hall that it repeats. */
export const campusReaders: Readers<CampusOptions> = { ...ownReaders, ...railReaders };

export const campusKeys: readonly TemplateKey[] = [
  { name: 'halls', kind: 'number', default: String(CAMPUS_DEFAULTS.halls), help: `halls around the core hall, at most ${MOST_HALLS}` },
  {
    name: 'uplinksPerHall',
    kind: 'number',
    default: String(CAMPUS_DEFAULTS.uplinksPerHall),
    help: 'links from the campus switches of each hall to the cores in the core hall, through the conduits',
  },
  {
    name: 'banksPerHall',
    kind: 'number',
    default: String(CAMPUS_DEFAULTS.banksPerHall),
    help: 'banks of conduits from each hall, 1 or 2; each holds all links of the hall',
  },
  { name: 'conduitMm', kind: 'length', default: String(CAMPUS_DEFAULTS.conduitMm), help: 'inner diameter of a conduit, in mm' },
  { name: 'gapMm', kind: 'length', default: String(CAMPUS_DEFAULTS.gapMm), help: 'between the walls of neighboring halls, in mm' },
  ...railKeys.map((key) =>
    key.name === 'name' ? { ...key, default: 'from halls, su and preset' } : { ...key, help: `in each hall: ${key.help}` },
  ),
];

/** As many as the halls hold together, the campus switches and cores, and the links between these. */
export function campusCounts(settings: TemplateSettings): Result<TemplateCounts, UserError> {
  const read = readSettings(campusReaders, settings);
  if (!read.ok) return read;
  const options = { ...CAMPUS_DEFAULTS, ...read.value };
  const hall = railTemplateCounts(Object.fromEntries(Object.entries(settings).filter(([key]) => !Object.hasOwn(ownReaders, key))));
  if (!hall.ok) return hall;
  const { perHall, cores } = campusSwitches({ ...options, switchPorts: options.switchPorts ?? 64 });
  const links = campusRule({ ...options, switchPorts: options.switchPorts ?? 64 }).rows.length;
  const count = new Map(hall.value.devices.map(({ role, count: one }) => [role, one * options.halls]));
  count.set('core', (count.get('core') ?? 0) + cores);
  count.set('other', (count.get('other') ?? 0) + perHall * options.halls);
  return ok({
    tiers: [
      ...hall.value.tiers.map(({ tier, links: one, cables }) => ({ tier, links: one * options.halls, cables: cables * options.halls })),
      { tier: CAMPUS_TIER, links, cables: links },
    ],
    devices: [...count].map(([role, devices]) => ({ role, count: devices })),
  });
}
