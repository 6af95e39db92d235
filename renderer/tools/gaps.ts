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
  /** Where across the side it is so far, nearest to the side's middle: there the gap is drawn. */
  readonly acrossMm: number;
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

/** The nearest thing on each side that has one within reach, anywhere before that side. Trays look for trays, what stands on the floor for the rest. */
export function gapsAround(layout: HallLayout, box: Box, moving: ReadonlySet<string>, among: 'floor' | 'trays' = 'floor'): Gap[] {
  const neighbours = neighboursOf(layout, box, moving, among);
  return (['west', 'east', 'north', 'south'] as const).flatMap((side): Gap[] => {
    const near = nearest(neighbours, box, side);
    const wall = nearestWall(layout.outline, box, side);
    if (near !== null && (wall === null || near.mm <= wall.mm)) {
      const acrossMm = middleOfOverlap(spanAcross(box, side), spanAcross(near.box, side));
      return near.mm >= LEAST_GAP_MM ? [{ side, mm: near.mm, to: near.name, acrossMm }] : [];
    }
    return wall !== null && wall.mm >= LEAST_GAP_MM && wall.mm <= WIDEST_TO_WALL_MM ? [{ side, ...wall, to: 'wall' }] : [];
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
  return gapsAround(layout, box, moving, among).map((gap) => gapLine(box, gap, sizeText(Math.round(gap.mm), units)));
}

function gapLine(box: Box, { side, mm, acrossMm }: Gap, text: string): Guide {
  const ends: Readonly<Record<Side, readonly [Point, Point]>> = {
    west: [point(box.minXMm - mm, acrossMm), point(box.minXMm, acrossMm)],
    east: [point(box.maxXMm, acrossMm), point(box.maxXMm + mm, acrossMm)],
    north: [point(acrossMm, box.minYMm - mm), point(acrossMm, box.minYMm)],
    south: [point(acrossMm, box.maxYMm), point(acrossMm, box.maxYMm + mm)],
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

/** A box's extent along a side. */
function spanAcross(box: Box, side: Side): readonly [low: number, high: number] {
  return spanOf(box, axisOf[side] === 'x' ? 'y' : 'x');
}

/** The middle of what both cover. */
function middleOfOverlap([low, high]: readonly [number, number], [otherLow, otherHigh]: readonly [number, number]): number {
  const middle = (low + high) / 2;
  return otherLow <= middle && middle <= otherHigh ? middle : (Math.max(low, otherLow) + Math.min(high, otherHigh)) / 2;
}

/**
 * The nearest place of a wall before a side, which may be an inner corner or the near end of a slanted wall; of places as near the one
 * before the middle. A wall that runs through the side leaves no space. Null: there is no wall.
 */
function nearestWall(outline: readonly Point[], box: Box, side: Side): { readonly mm: number; readonly acrossMm: number } | null {
  const axis = axisOf[side];
  const [low, high] = spanOf(box, axis);
  const [sideLow, sideHigh] = spanAcross(box, side);
  const middle = (sideLow + sideHigh) / 2;
  let best: { readonly mm: number; readonly acrossMm: number } | null = null;
  for (const [i, from] of outline.entries()) {
    const to = outline[(i + 1) % outline.length]!;
    const [a, b, c, d] = axis === 'x' ? [from.xMm, to.xMm, from.yMm, to.yMm] : [from.yMm, to.yMm, from.xMm, to.xMm];
    // What runs the way that is looked, and what only touches the strip before the side, stands in nothing's way.
    const [first, last] = [Math.max(sideLow, Math.min(c, d)), Math.min(sideHigh, Math.max(c, d))];
    if (first >= last) continue;
    const away = (acrossMm: number): number => {
      const at = a + ((acrossMm - c) / (d - c)) * (b - a);
      return side === 'west' || side === 'north' ? low - at : at - high;
    };
    const places = [Math.min(Math.max(middle, first), last), first, last].map((acrossMm) => ({ mm: away(acrossMm), acrossMm }));
    if (places.every(({ mm }) => mm < 0)) continue;
    for (const { mm, acrossMm } of places) if (best === null || Math.max(0, mm) < best.mm) best = { mm: Math.max(0, mm), acrossMm };
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
