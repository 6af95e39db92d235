/** Plans with cassettes and shuffles: two switches in two cabinets, modules above each, a tray between them. */
import type { CableFamily, DeviceType, PanelModule, Transceiver } from '../../shared/catalog/types.ts';
import { PANEL, QUAD_TRUNK } from './panelPlans.ts';
import { PlanBuilder } from './planBuilder.ts';
import { MULTIMODE_OPTIC, SINGLE_MODE_OPTIC, TEST_CATALOG } from './testCatalog.ts';

const lc = { connector: 'LC/UPC', gender: null } as const;
const mpo = { connector: 'MPO-12/APC', gender: 'unpinned' } as const;

/** Serves both ports of a cage. */
export const DUPLEX_OPTIC: Transceiver = {
  ...SINGLE_MODE_OPTIC,
  id: 'test/duplex-optic',
  name: 'Duplex optic',
  ports: 2,
  connector: 'LC/UPC',
  gender: null,
  reachMm: 2_000_000,
};

export const LC_JUMPER: CableFamily = {
  ...QUAD_TRUNK,
  id: 'test/lc-jumper',
  name: 'Duplex jumper',
  medium: 'singlemode',
  fiberType: 'OS2',
  fiberCount: 2,
  endA: { ...lc, legs: 1 },
  endB: { ...lc, legs: 1 },
  polarity: 'A-B',
  slackClass: 'jumper',
};

/** Four pinned plugs of eight fibers, type B. */
export const OS2_TRUNK: CableFamily = {
  ...QUAD_TRUNK,
  id: 'test/os2-trunk',
  name: 'Single-mode trunk',
  medium: 'singlemode',
  fiberType: 'OS2',
};

/** From one plug of eight fibers to four duplex ports, straight, lanes from the edges inwards. */
export const CASSETTE: PanelModule = {
  medium: 'singlemode',
  fiberType: 'OS2',
  fiberCount: 8,
  endA: { ...mpo, legs: 1 },
  endB: { ...lc, legs: 4 },
  polarity: 'A-A',
  frontKeying: 'aligned',
};

/** Four plugs behind, four in front, one lane from each to each, crossed. */
export const SHUFFLE: PanelModule = {
  medium: 'multimode',
  fiberType: 'OM4',
  fiberCount: 32,
  endA: { ...mpo, gender: 'pinned', legs: 4 },
  endB: { ...mpo, gender: 'pinned', legs: 4 },
  polarity: 'B',
  shuffle: true,
  frontKeying: 'opposed',
};

const [front, rear] = PANEL.ports as [DeviceType['ports'][number], DeviceType['ports'][number]];

/** Twelve duplex ports in front (`F1` …) over three cassettes, three MPO ports behind (`R1` …). */
export const CASSETTE_PANEL: DeviceType = {
  ...PANEL,
  id: 'test/cassette-panel',
  name: 'Cassette panel',
  ports: [
    { ...front, cage: 'LC' },
    { ...rear, cages: 3 },
  ],
  passes: [{ front: 'front', rear: 'rear', keying: 'opposed', module: CASSETTE }],
};

/** Three shuffles, four ports in front and four behind each. */
export const SHUFFLE_PANEL: DeviceType = {
  ...PANEL,
  id: 'test/shuffle-panel',
  name: 'Shuffle panel',
  passes: [{ front: 'front', rear: 'rear', keying: 'opposed', module: SHUFFLE }],
};

/** The shuffle as a cable: four plugs at each end. */
export const SHUFFLE_HARNESS: CableFamily = {
  ...QUAD_TRUNK,
  id: 'test/shuffle-harness',
  name: 'Shuffle harness',
  endA: { ...mpo, legs: 4 },
  endB: { ...mpo, legs: 4 },
  shuffle: true,
  slackClass: 'jumper',
};

/** A head of eight fibers on eight duplex legs. */
export const BREAKOUT_8: CableFamily = {
  ...LC_JUMPER,
  id: 'test/breakout-8',
  name: 'Breakout of eight',
  fiberCount: 16,
  endA: { connector: 'MPO-16/APC', gender: 'unpinned', legs: 1 },
  endB: { ...lc, legs: 8 },
};

function withMore<T extends { readonly id: string }>(table: ReadonlyMap<string, T>, ...more: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...table, ...more.map((one): [string, T] => [one.id, one])]);
}

/** Switches v in A and w in B, 4 m apart, with a cassette panel ca, cb and a shuffle panel sa, sb above each. */
export function moduleHall(): PlanBuilder {
  return new PlanBuilder()
    .withCatalog({
      deviceTypes: withMore(TEST_CATALOG.deviceTypes, PANEL, CASSETTE_PANEL, SHUFFLE_PANEL),
      transceivers: withMore(TEST_CATALOG.transceivers, DUPLEX_OPTIC),
      cableFamilies: withMore(TEST_CATALOG.cableFamilies, QUAD_TRUNK, LC_JUMPER, OS2_TRUNK, SHUFFLE_HARNESS, BREAKOUT_8),
    })
    .hall()
    .cabinet('A', 1000, 1000)
    .cabinet('B', 5000, 1000)
    .junction('j1', 500, 2100)
    .junction('j2', 9000, 2100)
    .segment('T1', 'j1', 'j2')
    .device('v', 'A', 10, { type: 'test/switch' })
    .device('ca', 'A', 40, { type: CASSETTE_PANEL.id, role: 'panel' })
    .device('sa', 'A', 39, { type: SHUFFLE_PANEL.id, role: 'panel' })
    .device('w', 'B', 10, { type: 'test/switch' })
    .device('cb', 'B', 40, { type: CASSETTE_PANEL.id, role: 'panel' })
    .device('sb', 'B', 39, { type: SHUFFLE_PANEL.id, role: 'panel' });
}

const DUPLEX_PARTS = { family: LC_JUMPER.id, transceiverA: DUPLEX_OPTIC.id, transceiverB: DUPLEX_OPTIC.id };

/** The first ports of both switches joined one to one, as `d1` …, by duplex jumpers. */
export function duplexLinks(builder: PlanBuilder, count: number): PlanBuilder {
  for (let link = 0; link < count; link += 1) {
    const port = `${Math.floor(link / 2) + 1}/${(link % 2) + 1}`;
    builder.link(`d${link + 1}`, `v:${port}`, `w:${port}`, DUPLEX_PARTS);
  }
  return builder;
}

/** Every one of `spines` ports of v joined to every one of four ports of w, as `m11` …: one lane each. */
export function meshLinks(builder: PlanBuilder, spines: number, family: string): PlanBuilder {
  const parts = { family, transceiverA: MULTIMODE_OPTIC.id, transceiverB: MULTIMODE_OPTIC.id };
  for (let spine = 1; spine <= spines; spine += 1)
    for (let leaf = 1; leaf <= 4; leaf += 1) builder.link(`m${spine}${leaf}`, `v:${spine}/1`, `w:${leaf}/1`, parts);
  return builder;
}
