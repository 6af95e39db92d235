/**
 * A hall's things with their geometry, ready to be drawn and hit. Each part is worked out once per table of the plan:
 * moving a cabinet leaves pathways and walls as they are, and only the moved cabinet is placed again.
 */
import type { CabinetModel, DeviceType } from '../../shared/catalog/types.ts';
import { buildBoxIndex, type BoxIndex } from '../../shared/geometry/boxIndex.ts';
import { cabinetCorners, type Corners } from '../../shared/geometry/footprint.ts';
import { boxAroundBoxes, boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import { placeDimensions, type PlacedDimension } from '../../shared/plan/dimensionPlaces.ts';
import { placeNotes, type PlacedNote } from '../../shared/plan/notePlaces.ts';
import { fromBottomUp } from '../../shared/drawings/underlayOrder.ts';
import { compareIds, sortedById } from '../../shared/plan/sortedById.ts';
import type { Cabinet, Device, Door, Hall, Obstacle, Plan, PointMm, Segment } from '../../shared/plan/types.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { findAisles, findRows, type Aisle, type Row } from './aisles.ts';
import { trayOutline, type TrayOutline } from './trayOutline.ts';

export interface MountedDevice {
  readonly device: Device;
  readonly type: DeviceType;
}

export interface PlacedCabinet {
  readonly cabinet: Cabinet;
  readonly model: CabinetModel;
  readonly corners: Corners;
  readonly box: Box;
  /** By lowest unit. */
  readonly devices: readonly MountedDevice[];
  /** Holds switches and no node. */
  readonly isNetwork: boolean;
}

export interface PlacedSegment {
  readonly segment: Segment;
  readonly from: Point;
  readonly to: Point;
  readonly lengthMm: number;
  readonly box: Box;
}

export interface PlacedObstacle {
  readonly obstacle: Obstacle;
  readonly outline: readonly Point[];
  readonly box: Box;
}

export interface PlacedDoor {
  readonly door: Door;
  /** Jambs on the inner face of the wall, in the direction of the wall. */
  readonly from: Point;
  readonly to: Point;
  /** Unit vector into the hall. */
  readonly inward: Point;
  readonly box: Box;
}

export interface CabinetLayout {
  readonly cabinets: readonly PlacedCabinet[];
  readonly index: BoxIndex;
  readonly byId: ReadonlyMap<string, PlacedCabinet>;
  readonly rows: readonly Row[];
  readonly aisles: readonly Aisle[];
}

export interface PathwayLayout {
  /** Lowest first: later ones lie above. */
  readonly segments: readonly PlacedSegment[];
  readonly index: BoxIndex;
  readonly byId: ReadonlyMap<string, PlacedSegment>;
  /** Places where these segments end, by junction. */
  readonly junctions: ReadonlyMap<string, Point>;
  readonly outline: TrayOutline;
}

export interface HallLayout {
  readonly hall: Hall;
  readonly outline: readonly Point[];
  readonly box: Box;
  /** The hall with the swings of its doors. */
  readonly extent: Box;
  readonly doors: readonly PlacedDoor[];
  readonly obstacles: readonly PlacedObstacle[];
  readonly cabinets: CabinetLayout;
  readonly pathways: PathwayLayout;
  /** Those that somebody drew. */
  readonly dimensions: readonly PlacedDimension[];
  /** By number. */
  readonly notes: readonly PlacedNote[];
  /** Drawings that are shown under it, lowest first. */
  readonly underlays: readonly Underlay[];
}

/** Remembers the last plan's parts; one instance for each drawing. */
export function createHallLayouts(): (plan: Plan, hallId: string) => HallLayout | null {
  const cabinetsOf = remember(
    (hallId: string, plan: Plan) => layCabinets(plan, hallId),
    ({ cabinets, devices, catalog, settings }) => [cabinets, devices, catalog, settings],
  );
  const pathwaysOf = remember(
    (hallId: string, plan: Plan) => layPathways(plan, hallId),
    ({ segments, junctions }) => [segments, junctions],
  );
  const doorsOf = remember(
    (hallId: string, plan: Plan) => placeDoors(plan, hallId),
    ({ doors, halls }) => [doors, halls],
  );
  const obstaclesOf = remember(
    (hallId: string, plan: Plan) => layObstacles(plan, hallId),
    ({ obstacles }) => [obstacles],
  );
  const dimensionsOf = remember(
    (hallId: string, plan: Plan) => placeDimensions(plan, hallId),
    ({ dimensions, cabinets, obstacles, junctions, halls, catalog }) => [dimensions, cabinets, obstacles, junctions, halls, catalog],
  );
  const notesOfHall = remember(
    (hallId: string, plan: Plan) => placeNotes(plan, hallId),
    (plan) => [
      plan.notes,
      // What notes are about counts only where there are any.
      ...(plan.notes.size === 0
        ? []
        : [
            plan.cabinets,
            plan.obstacles,
            plan.segments,
            plan.junctions,
            plan.devices,
            plan.links,
            plan.trunks,
            plan.fabrics,
            plan.catalog,
          ]),
    ],
  );
  const underlaysOf = remember(
    (hallId: string, plan: Plan) => fromBottomUp(plan.underlays.values()).filter(({ hall, visible }) => hall === hallId && visible),
    ({ underlays }) => [underlays],
  );
  return (plan, hallId) => {
    const hall = plan.halls.get(hallId);
    if (hall === undefined) return null;
    const outline = hall.outline.map(toPoint);
    const doors = doorsOf(hallId, plan);
    return {
      hall,
      outline,
      box: boxAround(outline),
      extent: boxAroundBoxes([boxAround(outline), ...doors.map(({ box }) => box)]),
      doors,
      obstacles: obstaclesOf(hallId, plan),
      cabinets: cabinetsOf(hallId, plan),
      pathways: pathwaysOf(hallId, plan),
      dimensions: dimensionsOf(hallId, plan),
      notes: notesOfHall(hallId, plan),
      underlays: underlaysOf(hallId, plan),
    };
  };
}

/** Works out anew when the hall or one of the tables is another than last time. */
function remember<T>(
  work: (hallId: string, plan: Plan) => T,
  tablesOf: (plan: Plan) => readonly object[],
): (hallId: string, plan: Plan) => T {
  let last: { readonly hallId: string; readonly tables: readonly object[]; readonly value: T } | null = null;
  return (hallId, plan) => {
    const tables = tablesOf(plan);
    if (last === null || last.hallId !== hallId || tables.some((table, index) => table !== last?.tables[index])) {
      last = { hallId, tables, value: work(hallId, plan) };
    }
    return last.value;
  };
}

const devicesByTable = new WeakMap<ReadonlyMap<string, Device>, ReadonlyMap<string, readonly Device[]>>();

/** Devices of each cabinet, lowest first. */
export function devicesByCabinet(devices: ReadonlyMap<string, Device>): ReadonlyMap<string, readonly Device[]> {
  const known = devicesByTable.get(devices);
  if (known !== undefined) return known;
  const lists = new Map<string, Device[]>();
  for (const device of devices.values()) {
    const list = lists.get(device.cabinet);
    if (list === undefined) lists.set(device.cabinet, [device]);
    else list.push(device);
  }
  for (const list of lists.values()) list.sort((a, b) => a.positionU - b.positionU || compareIds(a.id, b.id));
  devicesByTable.set(devices, lists);
  return lists;
}

/** A cabinet where the plan has it; null when its model is not in the plan's catalog. */
export function placeCabinet(plan: Plan, cabinet: Cabinet): PlacedCabinet | null {
  const model = plan.catalog.cabinetModels.get(cabinet.model);
  if (model === undefined) return null;
  const corners = cabinetCorners(cabinet.xMm, cabinet.yMm, model.widthMm, model.depthMm, cabinet.rotationDeg);
  const devices = (devicesByCabinet(plan.devices).get(cabinet.id) ?? []).flatMap((device): MountedDevice[] => {
    const type = plan.catalog.deviceTypes.get(device.type);
    return type === undefined ? [] : [{ device, type }];
  });
  const isNetwork =
    devices.length > 0 && devices.every(({ device }) => device.role === 'leaf' || device.role === 'spine' || device.role === 'core');
  return { cabinet, model, corners, box: boxAround(corners), devices, isNetwork };
}

function layCabinets(plan: Plan, hallId: string): CabinetLayout {
  const cabinets = sortedById(plan.cabinets)
    .filter((cabinet) => cabinet.hall === hallId)
    .flatMap((cabinet) => placeCabinet(plan, cabinet) ?? []);
  const rows = findRows(cabinets);
  return {
    cabinets,
    rows,
    index: buildBoxIndex(cabinets.map(({ box }) => box)),
    byId: new Map(cabinets.map((placed) => [placed.cabinet.id, placed])),
    aisles: findAisles(rows, plan.settings.aisles),
  };
}

function layPathways(plan: Plan, hallId: string): PathwayLayout {
  return placePathways(plan, hallId, sortedById(plan.segments));
}

/** Pathways of a plan that are not as in another: new, changed, or hanging on a junction that moved. */
export function changedPathways(plan: Plan, before: Plan, hallId: string): PathwayLayout {
  const isMoved = (id: string): boolean => plan.junctions.get(id) !== before.junctions.get(id);
  const changed =
    plan.segments === before.segments && plan.junctions === before.junctions
      ? []
      : sortedById(plan.segments).filter(
          (segment) => segment !== before.segments.get(segment.id) || isMoved(segment.from) || isMoved(segment.to),
        );
  return placePathways(plan, hallId, changed);
}

function placePathways(plan: Plan, hallId: string, wanted: readonly Segment[]): PathwayLayout {
  const segments = wanted
    .flatMap((segment): PlacedSegment[] => {
      const [from, to] = [plan.junctions.get(segment.from), plan.junctions.get(segment.to)];
      if (from === undefined || to === undefined || from.hall !== hallId || to.hall !== hallId) return [];
      const [start, end] = [
        { xMm: from.xMm, yMm: from.yMm },
        { xMm: to.xMm, yMm: to.yMm },
      ];
      const half = segment.widthMm / 2;
      const bare = boxAround([start, end]);
      const box = { minXMm: bare.minXMm - half, minYMm: bare.minYMm - half, maxXMm: bare.maxXMm + half, maxYMm: bare.maxYMm + half };
      return [{ segment, from: start, to: end, lengthMm: Math.hypot(end.xMm - start.xMm, end.yMm - start.yMm), box }];
    })
    .sort((a, b) => a.segment.elevationMm - b.segment.elevationMm || compareIds(a.segment.id, b.segment.id));
  return pathwayLayout(segments);
}

/** Segments with what is found and drawn by them; lowest first. */
export function pathwayLayout(segments: readonly PlacedSegment[]): PathwayLayout {
  const index = buildBoxIndex(segments.map(({ box }) => box));
  return {
    segments,
    index,
    byId: new Map(segments.map((placed) => [placed.segment.id, placed])),
    junctions: new Map(
      segments.flatMap(({ segment, from, to }) => [
        [segment.from, from],
        [segment.to, to],
      ]),
    ),
    outline: trayOutline(segments, index),
  };
}

function layObstacles(plan: Plan, hallId: string): PlacedObstacle[] {
  return sortedById(plan.obstacles)
    .filter((obstacle) => obstacle.hall === hallId)
    .map((obstacle) => {
      const outline = obstacle.outline.map(toPoint);
      return { obstacle, outline, box: boxAround(outline) };
    });
}

/** Doors of a hall where the plan has them. */
export function placeDoors(plan: Plan, hallId: string): PlacedDoor[] {
  const hall = plan.halls.get(hallId);
  if (hall === undefined) return [];
  return sortedById(plan.doors)
    .filter((door) => door.hall === hallId)
    .flatMap((door): PlacedDoor[] => {
      const [start, end] = [hall.outline[door.edge], hall.outline[(door.edge + 1) % hall.outline.length]];
      if (start === undefined || end === undefined) return [];
      const lengthMm = Math.hypot(end[0] - start[0], end[1] - start[1]);
      const along = { xMm: (end[0] - start[0]) / lengthMm, yMm: (end[1] - start[1]) / lengthMm };
      const at = (distanceMm: number): Point => ({ xMm: start[0] + along.xMm * distanceMm, yMm: start[1] + along.yMm * distanceMm });
      const [from, to] = [at(door.offsetMm), at(door.offsetMm + door.clearWidthMm)];
      // The outline runs clockwise as seen on screen: the hall is on the right-hand side.
      const inward = { xMm: -along.yMm, yMm: along.xMm };
      const reachMm = (door.swing === 'in' ? 1 : -1) * (door.clearWidthMm / door.leaves);
      const far = { xMm: from.xMm + inward.xMm * reachMm, yMm: from.yMm + inward.yMm * reachMm };
      return [{ door, from, to, inward, box: boxAround([from, to, far]) }];
    });
}

function toPoint([xMm, yMm]: PointMm): Point {
  return { xMm, yMm };
}
