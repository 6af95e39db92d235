/** Where a moved or drawn box comes to rest: edges of cabinets first, then floor tiles, then a fine grid. */
import { growBox } from '../../shared/geometry/boxIndex.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
import { sizeText, type Units } from '../ui/quantities.ts';

export interface SnapOptions {
  /** How far a thing is drawn to an edge. */
  readonly toleranceMm: number;
  /** Cabinets that move themselves. */
  readonly moving: ReadonlySet<string>;
  readonly enabled: boolean;
}

export interface Snap {
  /** To be added to the box. */
  readonly dxMm: number;
  readonly dyMm: number;
  readonly guides: readonly Guide[];
}

/** Cabinets farther away are not aligned with. */
const REACH_MM = 4000;
const FINE_GRID_MM = 10;
/** Wider gaps are not shown. */
const WIDEST_GAP_MM = 4000;

interface Pull {
  readonly byMm: number;
  /** Coordinate of the line that pulls. */
  readonly atMm: number;
  readonly other: Box | null;
}

/** Draws a box to its surroundings. */
export function snapBox(layout: HallLayout, box: Box, { toleranceMm, moving, enabled }: SnapOptions): Snap {
  if (!enabled) return { dxMm: Math.round(box.minXMm) - box.minXMm, dyMm: Math.round(box.minYMm) - box.minYMm, guides: [] };
  const others = neighbours(layout, box, moving);
  const x =
    strongest(
      box.minXMm,
      box.maxXMm,
      others.map((other) => [other.minXMm, other.maxXMm, other]),
      toleranceMm,
    ) ?? tilePull(box.minXMm, layout.hall.tile.originXMm, layout.hall.tile.sizeMm, toleranceMm);
  const y =
    strongest(
      box.minYMm,
      box.maxYMm,
      others.map((other) => [other.minYMm, other.maxYMm, other]),
      toleranceMm,
    ) ?? tilePull(box.minYMm, layout.hall.tile.originYMm, layout.hall.tile.sizeMm, toleranceMm);
  const moved = shiftBox(box, x.byMm, y.byMm);
  const guides: Guide[] = [];
  if (x.other !== null) {
    const [low, high] = [Math.min(moved.minYMm, x.other.minYMm), Math.max(moved.maxYMm, x.other.maxYMm)];
    guides.push({ kind: 'align', text: null, from: { xMm: x.atMm, yMm: low - 200 }, to: { xMm: x.atMm, yMm: high + 200 } });
  }
  if (y.other !== null) {
    const [low, high] = [Math.min(moved.minXMm, y.other.minXMm), Math.max(moved.maxXMm, y.other.maxXMm)];
    guides.push({ kind: 'align', text: null, from: { xMm: low - 200, yMm: y.atMm }, to: { xMm: high + 200, yMm: y.atMm } });
  }
  return { dxMm: x.byMm, dyMm: y.byMm, guides };
}

function neighbours(layout: HallLayout, box: Box, moving: ReadonlySet<string>): Box[] {
  return layout.cabinets.index
    .search(growBox(box, REACH_MM))
    .map((position) => layout.cabinets.cabinets[position]!)
    .filter(({ cabinet }) => !moving.has(cabinet.id))
    .map(({ box: other }) => other);
}

/** The least move that brings an edge of the box onto an edge of another; null when none is within reach. */
function strongest(low: number, high: number, others: readonly (readonly [number, number, Box])[], toleranceMm: number): Pull | null {
  let best: Pull | null = null;
  for (const [otherLow, otherHigh, other] of others) {
    for (const [edge, line] of [
      [low, otherLow],
      [low, otherHigh],
      [high, otherLow],
      [high, otherHigh],
    ] as const) {
      const byMm = line - edge;
      if (Math.abs(byMm) <= toleranceMm && (best === null || Math.abs(byMm) < Math.abs(best.byMm))) best = { byMm, atMm: line, other };
    }
  }
  return best;
}

/** To the nearest tile line, else to the fine grid. */
function tilePull(low: number, originMm: number, sizeMm: number, toleranceMm: number): Pull {
  if (sizeMm > 0) {
    const line = originMm + Math.round((low - originMm) / sizeMm) * sizeMm;
    if (Math.abs(line - low) <= toleranceMm) return { byMm: line - low, atMm: line, other: null };
  }
  const line = Math.round(low / FINE_GRID_MM) * FINE_GRID_MM;
  return { byMm: line - low, atMm: line, other: null };
}

/** Free space to the nearest cabinets on each side that stand beside the box, as guides with figures. */
export function gapGuides(layout: HallLayout, box: Box, moving: ReadonlySet<string>, units: Units): Guide[] {
  const others = neighbours(layout, box, moving);
  const guides: Guide[] = [];
  const beside = others.filter((other) => other.minYMm < box.maxYMm && other.maxYMm > box.minYMm);
  const above = others.filter((other) => other.minXMm < box.maxXMm && other.maxXMm > box.minXMm);
  const gap = (mm: number, from: Point, to: Point): void => {
    if (mm > 0 && mm <= WIDEST_GAP_MM) guides.push({ kind: 'gap', text: sizeText(Math.round(mm), units), from, to });
  };
  const left = Math.max(...beside.map(({ maxXMm }) => maxXMm).filter((x) => x <= box.minXMm));
  const right = Math.min(...beside.map(({ minXMm }) => minXMm).filter((x) => x >= box.maxXMm));
  const top = Math.max(...above.map(({ maxYMm }) => maxYMm).filter((y) => y <= box.minYMm));
  const bottom = Math.min(...above.map(({ minYMm }) => minYMm).filter((y) => y >= box.maxYMm));
  const [x, y] = [(box.minXMm + box.maxXMm) / 2, (box.minYMm + box.maxYMm) / 2];
  gap(box.minXMm - left, { xMm: left, yMm: y }, { xMm: box.minXMm, yMm: y });
  gap(right - box.maxXMm, { xMm: box.maxXMm, yMm: y }, { xMm: right, yMm: y });
  gap(box.minYMm - top, { xMm: x, yMm: top }, { xMm: x, yMm: box.minYMm });
  gap(bottom - box.maxYMm, { xMm: x, yMm: box.maxYMm }, { xMm: x, yMm: bottom });
  return guides;
}

/** A point drawn to the nearest corner of a cabinet, wall, obstacle or tile. */
export function snapPoint(layout: HallLayout, at: Point, toleranceMm: number): Point {
  const corners: Point[] = [...layout.outline, ...layout.obstacles.flatMap(({ outline }) => outline)];
  const around = growBox({ minXMm: at.xMm, minYMm: at.yMm, maxXMm: at.xMm, maxYMm: at.yMm }, toleranceMm);
  for (const position of layout.cabinets.index.search(around)) corners.push(...layout.cabinets.cabinets[position]!.corners);
  let best: Point | null = null;
  let leastMm = toleranceMm;
  for (const corner of corners) {
    const distanceMm = Math.hypot(corner.xMm - at.xMm, corner.yMm - at.yMm);
    if (distanceMm <= leastMm) [best, leastMm] = [corner, distanceMm];
  }
  return best ?? { xMm: Math.round(at.xMm / FINE_GRID_MM) * FINE_GRID_MM, yMm: Math.round(at.yMm / FINE_GRID_MM) * FINE_GRID_MM };
}

export function shiftBox(box: Box, dxMm: number, dyMm: number): Box {
  return { minXMm: box.minXMm + dxMm, minYMm: box.minYMm + dyMm, maxXMm: box.maxXMm + dxMm, maxYMm: box.maxYMm + dyMm };
}
