/** Free space around a box: to the nearest thing on each side, and the places where two spaces are equal. All lengths in mm. */
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { takesFloor } from '../../shared/plan/obstacleKinds.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
import { sizeText, type Units } from '../../shared/quantities.ts';
import { spanOf, type SnapAxis } from './snapLines.ts';

export type Side = 'west' | 'east' | 'north' | 'south';

export interface Gap {
  readonly side: Side;
  readonly mm: number;
  /** What stands there: a cabinet's, obstacle's or tray's name, `wall`. */
  readonly to: string;
}

/** What a gap reaches to. */
interface Neighbour {
  readonly name: string;
  readonly box: Box;
}

/** Wider gaps to things are not shown; walls are seen from farther. */
const WIDEST_GAP_MM = 4000;
const WIDEST_TO_WALL_MM = 12_000;
/** Gaps narrower than this are none. */
const LEAST_GAP_MM = 1;

/** The nearest thing on each side that has one within reach. Trays look for trays, what stands on the floor for the rest. */
export function gapsAround(layout: HallLayout, box: Box, moving: ReadonlySet<string>, among: 'floor' | 'trays' = 'floor'): Gap[] {
  const neighbours = neighboursOf(layout, box, moving, among);
  return (['west', 'east', 'north', 'south'] as const).flatMap((side): Gap[] => {
    const near = nearest(neighbours, box, side);
    const wallMm = distanceToWall(layout.outline, box, side);
    if (near !== null && (wallMm === null || near.mm <= wallMm))
      return near.mm >= LEAST_GAP_MM ? [{ side, mm: near.mm, to: near.name }] : [];
    return wallMm !== null && wallMm >= LEAST_GAP_MM && wallMm <= WIDEST_TO_WALL_MM ? [{ side, mm: wallMm, to: 'wall' }] : [];
  });
}

/** The gaps as guides with figures. */
export function gapGuides(
  layout: HallLayout,
  box: Box,
  moving: ReadonlySet<string>,
  units: Units,
  among: 'floor' | 'trays' = 'floor',
): Guide[] {
  return gapsAround(layout, box, moving, among).map(({ side, mm }) => gapLine(box, side, mm, sizeText(Math.round(mm), units)));
}

function gapLine(box: Box, side: Side, mm: number, text: string): Guide {
  const [x, y] = [(box.minXMm + box.maxXMm) / 2, (box.minYMm + box.maxYMm) / 2];
  const ends: Readonly<Record<Side, readonly [Point, Point]>> = {
    west: [point(box.minXMm - mm, y), point(box.minXMm, y)],
    east: [point(box.maxXMm, y), point(box.maxXMm + mm, y)],
    north: [point(x, box.minYMm - mm), point(x, box.minYMm)],
    south: [point(x, box.maxYMm), point(x, box.maxYMm + mm)],
  };
  const [from, to] = ends[side];
  return { kind: 'gap', text, from, to };
}

function point(xMm: number, yMm: number): Point {
  return { xMm, yMm };
}

function neighboursOf(
  layout: HallLayout,
  box: Box,
  moving: ReadonlySet<string>,
  among: 'floor' | 'trays',
  reachMm = WIDEST_GAP_MM,
): Neighbour[] {
  const around = growBox(box, reachMm);
  if (among === 'trays')
    return layout.pathways.index
      .search(around)
      .map((position) => layout.pathways.segments[position]!)
      .filter(({ segment }) => !moving.has(segment.id))
      .map((placed) => ({ name: placed.segment.name, box: placed.box }));
  return [
    ...layout.cabinets.index
      .search(around)
      .map((position) => layout.cabinets.cabinets[position]!)
      .filter(({ cabinet }) => !moving.has(cabinet.id))
      .map((placed) => ({ name: placed.cabinet.name, box: placed.box })),
    ...layout.obstacles
      .filter(({ obstacle }) => takesFloor(obstacle.kind) && !moving.has(obstacle.id))
      .map((placed) => ({ name: placed.obstacle.name, box: placed.box })),
  ];
}

const axisOf: Readonly<Record<Side, SnapAxis>> = { west: 'x', east: 'x', north: 'y', south: 'y' };

/** The nearest neighbour beside the box on one side: they overlap across it. */
function nearest(
  neighbours: readonly Neighbour[],
  box: Box,
  side: Side,
): { readonly mm: number; readonly name: string; readonly box: Box } | null {
  const axis = axisOf[side];
  const [low, high] = spanOf(box, axis);
  const [sideLow, sideHigh] = spanOf(box, axis === 'x' ? 'y' : 'x');
  let best: { readonly mm: number; readonly name: string; readonly box: Box } | null = null;
  for (const { name, box: other } of neighbours) {
    const [otherLow, otherHigh] = spanOf(other, axis);
    const [otherSideLow, otherSideHigh] = spanOf(other, axis === 'x' ? 'y' : 'x');
    if (otherSideLow >= sideHigh || otherSideHigh <= sideLow) continue;
    const mm = side === 'west' || side === 'north' ? low - otherHigh : otherLow - high;
    if (mm >= 0 && mm <= WIDEST_GAP_MM && (best === null || mm < best.mm)) best = { mm, name, box: other };
  }
  return best;
}

/** To the nearest wall that stands across the way; null: none. */
function distanceToWall(outline: readonly Point[], box: Box, side: Side): number | null {
  const axis = axisOf[side];
  const [low, high] = spanOf(box, axis);
  const [sideLow, sideHigh] = spanOf(box, axis === 'x' ? 'y' : 'x');
  const middle = (sideLow + sideHigh) / 2;
  let best: number | null = null;
  for (const [i, from] of outline.entries()) {
    const to = outline[(i + 1) % outline.length]!;
    const [a, b, c, d] = axis === 'x' ? [from.xMm, to.xMm, from.yMm, to.yMm] : [from.yMm, to.yMm, from.xMm, to.xMm];
    if (c === d || middle < Math.min(c, d) || middle > Math.max(c, d)) continue;
    const at = a + ((middle - c) / (d - c)) * (b - a);
    const mm = side === 'west' || side === 'north' ? low - at : at - high;
    if (mm >= 0 && (best === null || mm < best)) best = mm;
  }
  return best;
}

/** A place of the box at which its gap to a neighbour is as wide as another gap. */
export interface EqualPlace {
  /** Where the box's lower side comes to lie. */
  readonly lowMm: number;
  readonly gapMm: number;
  /** The spaces of that width, from the first to the last along the axis, drawn beside each other. */
  readonly spaces: readonly (readonly [fromMm: number, toMm: number])[];
}

/** Between two neighbours, and beyond one at the distance that it keeps from the next. */
export function equalPlaces(layout: HallLayout, box: Box, axis: SnapAxis, moving: ReadonlySet<string>): EqualPlace[] {
  // A neighbour's own neighbour stands as much farther.
  const neighbours = neighboursOf(layout, box, moving, 'floor', 3 * WIDEST_GAP_MM);
  const lengthMm = spanOf(box, axis)[1] - spanOf(box, axis)[0];
  const [before, after] = axis === 'x' ? (['west', 'east'] as const) : (['north', 'south'] as const);
  const [previous, next] = [nearest(neighbours, box, before), nearest(neighbours, box, after)];
  const places: EqualPlace[] = [];
  if (previous !== null && next !== null) {
    const [from, to] = [spanOf(previous.box, axis)[1], spanOf(next.box, axis)[0]];
    const gapMm = (to - from - lengthMm) / 2;
    if (gapMm >= LEAST_GAP_MM)
      places.push({
        lowMm: from + gapMm,
        gapMm,
        spaces: [
          [from, from + gapMm],
          [to - gapMm, to],
        ],
      });
  }
  if (previous !== null) {
    const beyond = nearest(neighbours, previous.box, before);
    const end = spanOf(previous.box, axis)[1];
    const start = spanOf(previous.box, axis)[0];
    if (beyond !== null && beyond.mm >= LEAST_GAP_MM)
      places.push({
        lowMm: end + beyond.mm,
        gapMm: beyond.mm,
        spaces: [
          [start - beyond.mm, start],
          [end, end + beyond.mm],
        ],
      });
  }
  if (next !== null) {
    const beyond = nearest(neighbours, next.box, after);
    const [start, end] = spanOf(next.box, axis);
    if (beyond !== null && beyond.mm >= LEAST_GAP_MM)
      places.push({
        lowMm: start - beyond.mm - lengthMm,
        gapMm: beyond.mm,
        spaces: [
          [start - beyond.mm, start],
          [end, end + beyond.mm],
        ],
      });
  }
  return places;
}
