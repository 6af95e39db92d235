import { checkCabinets } from './cabinetRule.ts';
import type { Finding } from './types.ts';
import type { Face } from '../geometry/clearance.ts';
import type { HallContents } from './hallContents.ts';
import type { Box, Point } from '../geometry/shapes.ts';
import type { Polygon } from '../geometry/polygons.ts';
import type { Settings } from '../plan/types.ts';
import type { Side } from '../catalog/types.ts';
import type { SurveyedCabinet } from '../survey/types.ts';
import { boxAround } from '../geometry/shapes.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { clearanceMm } from '../geometry/clearance.ts';
import { convexPenetrationMm, insetRectangle, polygonsOverlap, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { takesFloor } from '../plan/obstacleKinds.ts';
import { millimetres } from './figures.ts';
import { hallOf } from './hallContents.ts';

/**
 * Before a front the cold aisle's width is free, behind a rear the hot aisle's, up to the next cabinet, obstacle or wall.
 * One finding per pair of neighbours: two rows, a row and a wall, a cabinet and a column.
 */
export const aisleWidth = checkCabinets<NarrowSide>({
  codes: ['aisle.cold-too-narrow', 'aisle.hot-too-narrow'],
  title: 'Aisles are wide enough before fronts and behind rears',
  grounds: ({ plan }) => [plan.halls, plan.obstacles, plan.settings],
  reachMm: ({ plan }) => Math.max(plan.settings.aisles.coldMinMm, plan.settings.aisles.hotMinMm),
  *judge({ plan, survey }, row) {
    const cabinet = must(survey.cabinets[row], 'cabinet');
    const contents = hallOf(plan, survey, cabinet);
    for (const side of ['front', 'rear'] as const) {
      const nearest = nearestBefore(contents, cabinet, side, widthFor(side, plan.settings));
      if (nearest !== null) yield { side, nearest };
    }
  },
  *findings({ plan, survey }, all) {
    const aisles = new Map<string, NarrowAisle>();
    for (const { row, notes } of all) for (const narrow of notes) note(aisles, must(survey.cabinets[row], 'cabinet'), narrow);
    for (const aisle of aisles.values()) yield findingOf(aisle, plan.settings);
  },
});

/** What stands too near before one side of a cabinet. */
interface NarrowSide {
  readonly side: Side;
  readonly nearest: Nearest;
}

interface Nearest {
  readonly distanceMm: number;
  /** Aisles between the same two neighbours are one. */
  readonly neighbour: string;
  readonly name: string;
  readonly id: string | null;
}

interface NarrowAisle {
  readonly hall: string;
  readonly side: Side;
  readonly ids: Set<string>;
  readonly between: string;
  distanceMm: number;
  at: Point;
}

function widthFor(side: Side, settings: Settings): number {
  return side === 'front' ? settings.aisles.coldMinMm : settings.aisles.hotMinMm;
}

function faceOf({ corners, model }: SurveyedCabinet, side: Side): Face {
  const [frontLeft, frontRight, rearRight, rearLeft] = corners;
  const [from, to, behind] = side === 'front' ? [frontLeft, frontRight, rearLeft] : [rearLeft, rearRight, frontLeft];
  const outward = { xMm: (from.xMm - behind.xMm) / model.depthMm, yMm: (from.yMm - behind.yMm) / model.depthMm };
  return { from, to, outward };
}

/** The nearest thing before a face, when it is nearer than required. What overlaps the cabinet is reported as that, not as an aisle. */
function nearestBefore(contents: HallContents, cabinet: SurveyedCabinet, side: Side, requiredMm: number): Nearest | null {
  const face = faceOf(cabinet, side);
  let nearest: Nearest | null = null;
  /** `isApart` is asked last: most things are not near enough to matter. */
  const offer = (polygon: Polygon, neighbour: string, name: string, id: string | null, isApart: () => boolean): void => {
    const distanceMm = clearanceMm(face, polygon);
    if (distanceMm === null || Math.round(distanceMm) >= requiredMm) return;
    if ((nearest === null || distanceMm < nearest.distanceMm) && isApart()) nearest = { distanceMm, neighbour, name, id };
  };
  const strip = stripBefore(face, requiredMm);
  for (const otherPosition of contents.cabinetIndex.search(strip)) {
    const other = must(contents.cabinets[otherPosition], 'cabinet found in the index');
    if (other === cabinet) continue;
    const isApart = (): boolean => convexPenetrationMm(cabinet.corners, other.corners) <= TOUCHING_MM;
    offer(other.corners, groupOf(other), nameOf(other), other.cabinet.id, isApart);
  }
  for (const obstaclePosition of contents.obstacleIndex.search(strip)) {
    const { obstacle, polygon } = must(contents.obstacles[obstaclePosition], 'obstacle found in the index');
    if (obstacle.kind === 'ramp' || !takesFloor(obstacle.kind)) continue;
    const isApart = (): boolean => !polygonsOverlap(insetRectangle(cabinet.corners, TOUCHING_MM), polygon);
    offer(polygon, `obstacle ${obstacle.id}`, `${obstacle.kind} ${obstacle.name}`, obstacle.id, isApart);
  }
  offer(contents.outline, 'wall', 'the wall', null, () => true);
  return nearest;
}

/** Box of the floor before a face, out to a distance; what only touches it, as bayed neighbours do, is left out. */
function stripBefore({ from, to, outward }: Face, depthMm: number): Box {
  const ahead = (point: Point): Point => ({ xMm: point.xMm + outward.xMm * depthMm, yMm: point.yMm + outward.yMm * depthMm });
  return growBox(boxAround([from, to, ahead(from), ahead(to)]), -TOUCHING_MM);
}

function groupOf({ cabinet }: SurveyedCabinet): string {
  return cabinet.row === null ? `cabinet ${cabinet.id}` : `row ${cabinet.row}`;
}

function nameOf({ cabinet }: SurveyedCabinet): string {
  return cabinet.row === null ? `cabinet ${cabinet.name}` : `row ${cabinet.row}`;
}

function note(aisles: Map<string, NarrowAisle>, cabinet: SurveyedCabinet, { side, nearest }: NarrowSide): void {
  const own = groupOf(cabinet);
  const pair = own < nearest.neighbour ? [own, nearest.neighbour] : [nearest.neighbour, own];
  const { hall } = cabinet.cabinet;
  const key = [hall, side, ...pair].join('\n');
  const { from, to, outward } = faceOf(cabinet, side);
  const at = {
    xMm: (from.xMm + to.xMm + outward.xMm * nearest.distanceMm) / 2,
    yMm: (from.yMm + to.yMm + outward.yMm * nearest.distanceMm) / 2,
  };
  let aisle = aisles.get(key);
  if (aisle === undefined) {
    aisle = { hall, side, ids: new Set(), between: `${nameOf(cabinet)} and ${nearest.name}`, distanceMm: nearest.distanceMm, at };
    aisles.set(key, aisle);
  }
  aisle.ids.add(cabinet.cabinet.id);
  if (nearest.id !== null) aisle.ids.add(nearest.id);
  if (nearest.distanceMm < aisle.distanceMm) [aisle.distanceMm, aisle.at] = [nearest.distanceMm, at];
}

function findingOf(aisle: NarrowAisle, settings: Settings): Omit<Finding, 'accepted'> {
  const requiredMm = widthFor(aisle.side, settings);
  const temperature = aisle.side === 'front' ? 'cold' : 'hot';
  const short = millimetres(Math.ceil(requiredMm - Math.floor(aisle.distanceMm)));
  return {
    code: `aisle.${temperature}-too-narrow`,
    severity: 'error',
    ids: [...aisle.ids].sort(),
    place: { hall: aisle.hall, at: aisle.at },
    message: `The ${temperature} aisle between ${aisle.between} is too narrow`,
    required: `at least ${millimetres(requiredMm)}`,
    actual: millimetres(Math.floor(aisle.distanceMm)),
    mend: `Widen it by ${short}`,
  };
}
