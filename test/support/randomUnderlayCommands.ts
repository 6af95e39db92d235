/** Random commands about drawings under the plan. */
import { runCommand } from '../../shared/commands/history.ts';
import {
  addUnderlay,
  calibrateUnderlay,
  checkUnderlay,
  colorUnderlays,
  restoreDrawing,
  setUnderlays,
  turnPage,
} from '../../shared/commands/underlays.ts';
import { orderUnderlays } from '../../shared/commands/orderUnderlays.ts';
import { traceDoorsOf, traceHallOutline, traceObstacles } from '../../shared/commands/trace.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import type { DrawingFile, Underlay } from '../../shared/plan/underlays.ts';
import { anyOf, bytesOf, some, type Runner, type Seed } from './randomChoices.ts';

const fileOf = (n: number): DrawingFile => ({
  id: `digest-${n % 3}`,
  name: `floor ${n % 3}.png`,
  kind: n % 3 === 1 ? 'dxf' : 'png',
  byteCount: 3,
  packing: 'none',
  data: 'AAAA',
});

/** An underlay of 1,000 by 800 pixels, not calibrated. */
export function underlayOf(id: string, hall: string, file: string): Underlay {
  return {
    id,
    hall,
    name: 'Floor',
    file,
    kind: 'png',
    page: 1,
    widthUnits: 1000,
    heightUnits: 800,
    originX: 0,
    originY: 0,
    mmPerUnit: 10,
    xMm: 0,
    yMm: 0,
    rotationDeg: 0,
    opacityPct: 50,
    visible: true,
    locked: true,
    offLayers: [],
    calibration: null,
    check: null,
  };
}

const spanOf = ({ a, b, c }: Seed) => ({ fromX: a, fromY: b, toX: b, toY: c, distanceMm: 10 * c + 1 });

export const underlayRunners: readonly Runner[] = [
  (plan, seed) => {
    const file = fileOf(seed.a);
    const underlay = { ...underlayOf(newId('underlays', plan, bytesOf(seed)), anyOf(plan.halls.keys(), seed.b), file.id), kind: file.kind };
    return runCommand(plan, addUnderlay, { underlay, file });
  },
  (plan, seed) => {
    const ids = some(plan, 'underlays', seed);
    if (seed.c % 3 === 0) return runCommand(plan, setUnderlays, { ids, set: { locked: seed.a % 2 === 0, opacityPct: seed.b } });
    if (seed.c % 3 === 1) return runCommand(plan, setUnderlays, { ids, set: { visible: seed.a % 2 === 0, offLayers: ['B', 'A', 'B'] } });
    return runCommand(plan, setUnderlays, { ids, set: { xMm: seed.a, yMm: -seed.b, rotationDeg: (seed.c % 4) * 90 } });
  },
  (plan, seed) => {
    const measured = { id: anyOf(plan.underlays.keys(), seed.a), span: spanOf(seed) };
    return seed.b % 2 === 0 ? runCommand(plan, calibrateUnderlay, measured) : runCommand(plan, checkUnderlay, measured);
  },
  (plan, seed) =>
    runCommand(plan, turnPage, { id: anyOf(plan.underlays.keys(), seed.a), page: 1 + (seed.b % 9), widthUnits: 10, heightUnits: 20 }),
  (plan, seed) => runCommand(plan, colorUnderlays, { ids: some(plan, 'underlays', seed), ownColors: seed.a % 3 !== 0 }),
  (plan, seed) => {
    const to = (['forward', 'backward', 'front', 'back'] as const)[seed.a % 4]!;
    return runCommand(plan, orderUnderlays, { ids: some(plan, 'underlays', seed), to });
  },
  (plan, seed) => runCommand(plan, restoreDrawing, { file: fileOf(seed.a) }),
  (plan, seed) => {
    const hall = anyOf(plan.halls.keys(), seed.a);
    const [x, y, side] = [seed.a * 10, seed.b * 10, 100 + seed.c];
    const box = (dx: number) =>
      [
        [x + dx, y],
        [x + dx + side, y],
        [x + dx + side, y + side],
        [x + dx, y + side],
      ] as const;
    if (seed.c % 3 === 0) return runCommand(plan, traceHallOutline, { id: hall, outline: box(0) });
    if (seed.c % 3 === 1) {
      const ids = newIds('obstacles', 2, plan, bytesOf(seed));
      const kind = seed.b % 2 === 0 ? 'column' : 'wall';
      const obstacles = ids.map((id, at) => ({ id, hall, name: `Traced ${id}`, kind, outline: box(at * 500) }) as const);
      return runCommand(plan, traceObstacles, { obstacles });
    }
    const id = newId('doors', plan, bytesOf(seed));
    const leaf = {
      edge: seed.a % 4,
      offsetMm: seed.b,
      clearWidthMm: 900,
      clearHeightMm: 2100,
      leaves: 1,
      swing: 'in',
      delivery: false,
    } as const;
    return runCommand(plan, traceDoorsOf, { doors: [{ id, hall, name: `Door ${id}`, ...leaf }] });
  },
];
