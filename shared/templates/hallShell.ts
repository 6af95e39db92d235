/** What a generated hall has besides cabinets: walls, doors, columns, an unpacking area, cooling units. */
import type { CabinetModel } from '../catalog/types.ts';
import type { Door, Hall, Obstacle, PointMm } from '../plan/types.ts';
import { TILE_MM, type HallLayout } from './hallLayout.ts';

export const HALL_ID = 'hall-1';

/** Tray heights over the cabinets, and room over the upper ones. */
const LOWER_TRAY_ABOVE_MM = 300;
const BETWEEN_TRAYS_MM = 300;
const ABOVE_TRAYS_MM = 500;

const COLUMN_MM = 400;
/** Shares of a row's length at which columns may stand from its ends, the best first; clear of the widest tray. */
const COLUMN_PLACES: readonly number[] = [1 / 4, 1 / 3, 1 / 6, 1 / 8, 0];
const COLUMN_FROM_TRAY_MM = 900;
const DELIVERY_DOOR_MM = 2400;
const DOOR_ABOVE_CRATE_MM = 150;
const WALKING_DOOR = { widthMm: 1000, heightMm: 2100 };
const UNPACKING = { widthMm: 3600, depthMm: 1800 };

/** 12 kPa: a common rating for the slab of a data hall; ask the building. */
const SLAB_PA = 12_000;

/** A cooling unit along a side wall, with room for its doors between two, and what one takes away. Common sizes. */
export const COOLING_UNIT = { depthMm: 1200, lengthMm: 2400, gapMm: 600, powerW: 150_000 };

export interface TrayLevels {
  readonly rowMm: number;
  readonly crossMm: number;
}

export interface Shell {
  readonly hall: Hall;
  readonly doors: readonly Door[];
  readonly obstacles: readonly Obstacle[];
}

/** Beds of the trays over rows and of those that cross them, in steps of 50 mm. */
export function trayLevels(model: CabinetModel): TrayLevels {
  const rowMm = Math.ceil((model.heightMm + LOWER_TRAY_ABOVE_MM) / 50) * 50;
  return { rowMm, crossMm: rowMm + BETWEEN_TRAYS_MM };
}

export interface ShellNeed {
  readonly layout: HallLayout;
  readonly model: CabinetModel;
  /** Centrelines of the cross trays, which columns stand clear of. */
  readonly crossXMm: readonly number[];
  /** What the equipment draws at most; null where unknown. */
  readonly powerW: number | null;
  readonly hasCooling: boolean;
}

/** Walls, doors and obstacles around rows. */
export function buildShell({ layout, model, crossXMm, powerW, hasCooling }: ShellNeed): Shell {
  const { size } = layout;
  const firstRow = layout.rows[0];
  const hall: Hall = {
    id: HALL_ID,
    name: 'Data hall 1',
    frame: { xMm: 0, yMm: 0, zMm: 0, rotationDeg: 0 },
    outline: rectangle(0, 0, size.widthMm, size.depthMm),
    clearHeightMm: Math.ceil((trayLevels(model).crossMm + ABOVE_TRAYS_MM) / 100) * 100,
    floor: { kind: 'slab', pointLoadG: null, rollingLoadG: null, areaLoadPa: SLAB_PA },
    tile: { sizeMm: TILE_MM, originXMm: (firstRow?.xMm ?? 0) % TILE_MM, originYMm: (firstRow?.yMm ?? 0) % TILE_MM },
    powerBudgetW: powerW === null ? null : powerBudget(powerW),
  };
  const cooling = hasCooling ? coolingUnits(layout, powerW) : [];
  const inset = cooling.length > 0 ? COOLING_UNIT.depthMm : 0;
  const deliveryX = Math.min(inset + 2 * TILE_MM, size.widthMm - inset - DELIVERY_DOOR_MM);
  return {
    hall,
    doors: doorsOf(layout, model, deliveryX, inset),
    obstacles: [...columns(layout, crossXMm), ...unpackingArea(layout, deliveryX), ...cooling],
  };
}

/** The least round figure that covers it: whole tens of kW in a small hall, hundreds in a large one. */
export function powerBudget(powerW: number): number {
  const step = powerW > 500_000 ? 100_000 : 10_000;
  return Math.ceil(powerW / step) * step;
}

function doorsOf({ size }: HallLayout, model: CabinetModel, deliveryX: number, inset: number): Door[] {
  const crateMm = model.crated?.heightMm ?? model.heightMm;
  return [
    {
      id: 'door-delivery',
      hall: HALL_ID,
      name: 'Goods door',
      edge: 2,
      offsetMm: size.widthMm - deliveryX - DELIVERY_DOOR_MM,
      clearWidthMm: DELIVERY_DOOR_MM,
      clearHeightMm: Math.ceil((crateMm + DOOR_ABOVE_CRATE_MM) / 100) * 100,
      leaves: 2,
      swing: 'out',
      delivery: true,
    },
    {
      id: 'door-staff',
      hall: HALL_ID,
      name: 'Staff door',
      edge: 0,
      offsetMm: Math.max(0, size.widthMm - inset - TILE_MM - WALKING_DOOR.widthMm),
      clearWidthMm: WALKING_DOOR.widthMm,
      clearHeightMm: WALKING_DOOR.heightMm,
      leaves: 1,
      swing: 'out',
      delivery: false,
    },
  ];
}

/** Two to each block in every aisle between rears, as near to the quarters of the row as the cross trays allow. */
function columns({ blocks, hotAisles }: HallLayout, crossXMm: readonly number[]): Obstacle[] {
  const isClear = (xMm: number): boolean => crossXMm.every((cross) => Math.abs(cross - xMm) >= COLUMN_FROM_TRAY_MM);
  const columnXMm = blocks.flatMap(({ fromXMm, toXMm }) => {
    const insets = COLUMN_PLACES.map((share) => Math.round(((toXMm - fromXMm) * share) / 50) * 50);
    const inset = insets.find((candidate) => isClear(fromXMm + candidate) && isClear(toXMm - candidate));
    return inset === undefined ? [] : [fromXMm + inset, toXMm - inset];
  });
  const places = hotAisles.flatMap(({ centreYMm }) => columnXMm.map((xMm) => ({ xMm, yMm: centreYMm })));
  return places.map(({ xMm, yMm }, column) => ({
    id: `column-${String(column + 1).padStart(2, '0')}`,
    hall: HALL_ID,
    name: `C${column + 1}`,
    kind: 'column',
    outline: rectangle(xMm - COLUMN_MM / 2, yMm - COLUMN_MM / 2, COLUMN_MM, COLUMN_MM),
  }));
}

/** Room inside the delivery door where crates are opened; left out where the hall has none to spare. */
function unpackingArea({ size, southOfRowsMm }: HallLayout, deliveryX: number): Obstacle[] {
  if (size.depthMm - southOfRowsMm < UNPACKING.depthMm + 2 * TILE_MM) return [];
  const xMm = deliveryX - (UNPACKING.widthMm - DELIVERY_DOOR_MM) / 2;
  const outline = rectangle(xMm, size.depthMm - UNPACKING.depthMm, UNPACKING.widthMm, UNPACKING.depthMm);
  return [{ id: 'keep-out-unpacking', hall: HALL_ID, name: 'Unpacking', kind: 'keep-out', outline }];
}

/** Enough units for the load and one more, half on each side wall; none where the walls are too short. */
function coolingUnits({ size, blocks }: HallLayout, powerW: number | null): Obstacle[] {
  const { depthMm, lengthMm, gapMm, powerW: unitW } = COOLING_UNIT;
  const sideMm = Math.min(blocks[0]?.fromXMm ?? 0, size.widthMm - (blocks.at(-1)?.toXMm ?? 0));
  if (powerW === null || sideMm < depthMm + 2 * TILE_MM) return [];
  const perSide = Math.ceil((Math.ceil(powerW / unitW) + 1) / 2);
  const wallMm = perSide * lengthMm + (perSide - 1) * gapMm;
  if (wallMm > size.depthMm - 2 * TILE_MM) return [];
  const topMm = Math.floor((size.depthMm - wallMm) / 2);
  const units: Obstacle[] = [];
  for (const [side, xMm] of [
    ['W', 0],
    ['E', size.widthMm - depthMm],
  ] as const) {
    for (let unit = 0; unit < perSide; unit += 1) {
      const outline = rectangle(xMm, topMm + unit * (lengthMm + gapMm), depthMm, lengthMm);
      units.push({
        id: `cooling-${side.toLowerCase()}${unit + 1}`,
        hall: HALL_ID,
        name: `Fan wall ${side}${unit + 1}`,
        kind: 'equipment',
        outline,
      });
    }
  }
  return units;
}

function rectangle(xMm: number, yMm: number, widthMm: number, depthMm: number): PointMm[] {
  return [
    [xMm, yMm],
    [xMm + widthMm, yMm],
    [xMm + widthMm, yMm + depthMm],
    [xMm, yMm + depthMm],
  ];
}
