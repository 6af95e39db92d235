/** What is wrong with where cabinets stand, in the words of the findings: for the checks, and for a gesture before it is released. */
import { cabinetCorners } from '../geometry/footprint.ts';
import { convexPenetrationMm, insetRectangle, polygonContainsPolygon, polygonsOverlap, TOUCHING_MM } from '../geometry/polygons.ts';
import { boxAround, boxesMeet, type Point } from '../geometry/shapes.ts';
import { takesFloor } from '../plan/obstacleKinds.ts';
import type { Cabinet, Hall, Obstacle, Plan } from '../plan/types.ts';
import { millimetres } from './figures.ts';

export function onObstacleText({ name }: Pick<Cabinet, 'name'>, obstacle: Pick<Obstacle, 'kind' | 'name'>): string {
  return obstacle.kind === 'keep-clear'
    ? `Cabinet ${name} stands in the keep-clear zone ${obstacle.name}`
    : `Cabinet ${name} stands on ${obstacle.kind} ${obstacle.name}`;
}

export function throughWallsText({ name }: Pick<Cabinet, 'name'>, hall: Pick<Hall, 'name'>): string {
  return `Cabinet ${name} reaches through the walls of ${hall.name}`;
}

export function overlapText(one: Pick<Cabinet, 'name'>, other: Pick<Cabinet, 'name'>, depthMm: number): string {
  return `Cabinets ${one.name} and ${other.name} overlap by ${millimetres(depthMm)}`;
}

/** The first thing wrong with where these cabinets stand, and how many more of them stand wrongly; null: nothing is. */
export function standingFault(plan: Plan, ids: Iterable<string>): string | null {
  const moved = new Set(ids);
  const cabinets = [...moved].flatMap((id) => plan.cabinets.get(id) ?? []);
  const near = standingNear(plan, cabinets, moved);
  const faults = cabinets.flatMap((cabinet) => faultOf(plan, cabinet, near) ?? []);
  const [first] = faults;
  if (first === undefined) return null;
  return faults.length === 1 ? first : `${first}, and ${faults.length - 1} more ${faults.length === 2 ? 'stands' : 'stand'} wrongly`;
}

/** Those of the rest that any of the cabinets could touch: looked for at every step of a gesture, so by places alone. */
function standingNear(plan: Plan, cabinets: readonly Cabinet[], moved: ReadonlySet<string>): readonly Cabinet[] {
  if (cabinets.length === 0) return [];
  const reachMm = longestSideMm(plan);
  const around = boxAround(cabinets);
  const near: Cabinet[] = [];
  for (const other of plan.cabinets.values()) {
    const { xMm, yMm } = other;
    const isBeside = xMm >= around.minXMm - reachMm && xMm <= around.maxXMm + reachMm;
    if (isBeside && yMm >= around.minYMm - reachMm && yMm <= around.maxYMm + reachMm && !moved.has(other.id)) near.push(other);
  }
  return near;
}

function faultOf(plan: Plan, cabinet: Cabinet, near: readonly Cabinet[]): string | null {
  const corners = cornersOf(plan, cabinet);
  const hall = plan.halls.get(cabinet.hall);
  if (corners === null || hall === undefined) return null;
  const own = insetRectangle(corners, TOUCHING_MM);
  if (!polygonContainsPolygon(hall.outline.map(toPoint), own)) return throughWallsText(cabinet, hall);
  const box = boxAround(own);
  for (const obstacle of plan.obstacles.values()) {
    if (obstacle.hall !== hall.id || !takesFloor(obstacle.kind)) continue;
    const outline = obstacle.outline.map(toPoint);
    if (boxesMeet(box, boxAround(outline)) && polygonsOverlap(own, outline)) return onObstacleText(cabinet, obstacle);
  }
  const reachMm = longestSideMm(plan);
  for (const other of near) {
    if (other.hall !== hall.id) continue;
    if (Math.abs(other.xMm - cabinet.xMm) > reachMm || Math.abs(other.yMm - cabinet.yMm) > reachMm) continue;
    const theirs = cornersOf(plan, other);
    const depthMm = theirs === null ? 0 : convexPenetrationMm(corners, theirs);
    if (depthMm > TOUCHING_MM) return overlapText(cabinet, other, depthMm);
  }
  return null;
}

/** No cabinet's box is longer than its width and depth together. */
function longestSideMm({ catalog }: Plan): number {
  let longestMm = 0;
  for (const { widthMm, depthMm } of catalog.cabinetModels.values()) longestMm = Math.max(longestMm, widthMm + depthMm);
  return longestMm;
}

function cornersOf({ catalog }: Plan, { model, xMm, yMm, rotationDeg }: Cabinet): readonly Point[] | null {
  const own = catalog.cabinetModels.get(model);
  return own === undefined ? null : cabinetCorners(xMm, yMm, own.widthMm, own.depthMm, rotationDeg);
}

function toPoint([xMm, yMm]: readonly [number, number]): Point {
  return { xMm, yMm };
}
