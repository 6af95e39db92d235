/** Plans with patch panels: equipment in two cabinets, a panel above each, a tray between them. */
import type { CableFamily, DeviceType } from '../../shared/catalog/types.ts';
import { PlanBuilder } from './planBuilder.ts';
import { JUMPER, MULTIMODE_OPTIC, SERVER, SPLITTER, SWITCH, TEST_CATALOG, TRUNK, TWIN_OPTIC } from './testCatalog.ts';

const adapters = {
  cage: 'MPO-12',
  cages: 12,
  portsPerCage: 1,
  speedGbps: 0,
  xMm: 40,
  yMm: 22,
  pitchXMm: 20,
  pitchYMm: 0,
  rows: 1,
} as const;

/** 1U, twelve adapters with keys on opposite sides: `F1` … in front, `R1` … behind. */
export const PANEL: DeviceType = {
  ...SWITCH,
  id: 'test/panel',
  name: 'Panel',
  massG: 3000,
  maxPowerW: 0,
  typicalPowerW: 0,
  supplies: null,
  ports: [
    { id: 'front', face: 'front', namePattern: 'F{index}', ...adapters },
    { id: 'rear', face: 'rear', namePattern: 'R{index}', ...adapters },
  ],
  passes: [{ front: 'front', rear: 'rear', keying: 'opposed' }],
};

/** Four pinned plugs of eight fibers at each end, type B. */
export const QUAD_TRUNK: CableFamily = {
  ...TRUNK,
  id: 'test/quad-trunk',
  name: 'Trunk of four',
  fiberCount: 32,
  endA: { connector: 'MPO-12/APC', gender: 'pinned', legs: 4 },
  endB: { connector: 'MPO-12/APC', gender: 'pinned', legs: 4 },
};

/** Straight: for a channel with an even number of cables. */
export const STRAIGHT_JUMPER: CableFamily = { ...JUMPER, id: 'test/straight-jumper', name: 'Straight jumper', polarity: 'A' };

function tableOf<T extends { readonly id: string }>(table: ReadonlyMap<string, T>, ...more: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...table, ...more.map((one): [string, T] => [one.id, one])]);
}

export const PANEL_CATALOG = {
  deviceTypes: tableOf(TEST_CATALOG.deviceTypes, PANEL),
  cableFamilies: tableOf(TEST_CATALOG.cableFamilies, QUAD_TRUNK, STRAIGHT_JUMPER),
};

/**
 * Servers s1, s2 and panel pa in A; switch w and panel pb in B, 4 m further on the tray. Two links, s1:p1–w:1/1 and s2:p1–w:2/1,
 * run over ports 1 and 2 of both panels and legs 1 and 2 of trunk t; a third, s1:p2–w:3/1, goes straight.
 */
export function panelHall(): PlanBuilder {
  return new PlanBuilder()
    .withCatalog(PANEL_CATALOG)
    .hall()
    .cabinet('A', 1000, 1000)
    .cabinet('B', 5000, 1000)
    .junction('j1', 500, 2100)
    .junction('j2', 9000, 2100)
    .segment('T1', 'j1', 'j2')
    .device('s1', 'A', 10, { type: SERVER.id })
    .device('s2', 'A', 14, { type: SERVER.id })
    .device('pa', 'A', 40, { type: PANEL.id, role: 'panel' })
    .device('w', 'B', 20, { type: SWITCH.id })
    .device('pb', 'B', 40, { type: PANEL.id, role: 'panel' })
    .link('l1', 's1:p1', 'w:1/1', { family: JUMPER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id })
    .link('l2', 's2:p1', 'w:2/1', { family: JUMPER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id })
    .link('l3', 's1:p2', 'w:3/1', { family: JUMPER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id })
    .trunk('t', QUAD_TRUNK.id, 'pa:R1–pb:R1', 'pa:R2–pb:R2')
    .channel('l1', ['pa:F1>', 'pb:F1<'], [JUMPER.id, null, JUMPER.id])
    .channel('l2', ['pa:F2>', 'pb:F2<'], [JUMPER.id, null, JUMPER.id]);
}

/** Parts of a breakout drawn by hand. */
export const BREAKOUT_PARTS = { family: SPLITTER.id, transceiverA: TWIN_OPTIC.id, transceiverB: MULTIMODE_OPTIC.id } as const;
