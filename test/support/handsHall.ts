/** A hall in which the hand meets something of every kind, with drawings under it and a pod to place. */
import { runCommand } from '../../shared/commands/history.ts';
import { savePod } from '../../shared/commands/pods.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { PlanBuilder, rectangle } from './planBuilder.ts';

const SHEET: Underlay = {
  id: 'sheet',
  hall: 'H',
  name: 'Sheet',
  file: 'none',
  kind: 'png',
  page: 1,
  widthUnits: 1000,
  heightUnits: 900,
  originX: 0,
  originY: 0,
  mmPerUnit: 10,
  xMm: 0,
  yMm: 0,
  rotationDeg: 0,
  opacityPct: 50,
  visible: true,
  locked: false,
  offLayers: [],
  calibration: null,
  check: null,
};

/** Lines that can be picked, once their scale is confirmed. */
const LINES: Underlay = {
  ...SHEET,
  id: 'lines',
  name: 'Lines',
  file: 'drawn',
  kind: 'dxf',
  heightUnits: 600,
  calibration: { fromX: 0, fromY: 0, toX: 1000, toY: 0, distanceMm: 10_000 },
};

/** Something of every kind within a few metres, so that random places meet it. */
export function handsHall(): Plan {
  const built = new PlanBuilder()
    .hall('H', { outline: rectangle(0, 0, 10_000, 9000) })
    .door('dock')
    .cabinet('A01', 2700, 2700, { row: 'A' })
    .cabinet('A02', 3300, 2700, { row: 'A' })
    .cabinet('B01', 4700, 5300)
    .device('s1', 'A01', 10)
    .device('s2', 'B01', 10)
    .obstacle('K1', rectangle(7000, 6000, 2000, 2000))
    .junction('j1', 1000, 6000)
    .junction('j2', 6000, 6000)
    .segment('T1', 'j1', 'j2')
    .build();
  const podded = runCommand(built, savePod, { id: 'pod-1', name: 'Pod', picked: { cabinets: ['A01', 'A02'] } });
  return { ...(podded.ok ? podded.value.plan : built), underlays: new Map([SHEET, LINES].map((underlay) => [underlay.id, underlay])) };
}
