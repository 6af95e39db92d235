/**
 * Where a moved or drawn box comes to rest: with a corner on an end or crossing of a drawing first, as a place says more than a line; then
 * on lines of things around it, equal spaces, slanted walls, floor tiles, and a fine grid.
 */
import { growBox } from '../../shared/geometry/boxIndex.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide, SnapTo } from '../state/sessionStore.ts';
import { sizeText, type Units } from '../../shared/quantities.ts';
import { equalPlaces } from './gaps.ts';
import { nearestOnDrawings } from '../underlay/drawingSnap.ts';
import { slantedPull } from './slantedWalls.ts';
import { snapLines, spanOf, type SnapAxis, type SnapLine } from './snapLines.ts';

export interface SnapOptions {
  /** How far a thing is drawn to a line. */
  readonly toleranceMm: number;
  /** Ids of what moves itself. */
  readonly moving: ReadonlySet<string>;
  readonly enabled: boolean;
  /** Absent: everything pulls. */
  readonly to?: SnapTo;
  /** For the figures of equal spaces; absent: these do not pull. */
  readonly units?: Units;
}

export interface Snap {
  /** To be added to the box. */
  readonly dxMm: number;
  readonly dyMm: number;
  readonly guides: readonly Guide[];
}

const FINE_GRID_MM = 10;
/** Alignment lines reach this far beyond what they join. */
const OVERSHOOT_MM = 200;
/** A line wins over an equal space that is nearer by less than this. */
const EQUAL_HANDICAP_MM = 1;

interface Pull {
  /** `grid`: nothing but the grid, which gives way to a slanted wall. */
  readonly to: 'thing' | 'grid';
  readonly byMm: number;
  /** Drawn when it holds. */
  readonly guides: (moved: Box) => readonly Guide[];
}

/** Draws a box to its surroundings. A box without extent is a point: every line pulls it. Drawings that move themselves pull nothing. */
export function snapBox(layout: HallLayout, box: Box, options: SnapOptions): Snap {
  if (!options.enabled) return { dxMm: Math.round(box.minXMm) - box.minXMm, dyMm: Math.round(box.minYMm) - box.minYMm, guides: [] };
  const drawn = options.to?.things === false ? null : cornerOnDrawing(layout, box, options);
  if (drawn !== null) return drawn;
  const [x, y] = [pullAlong(layout, box, 'x', options), pullAlong(layout, box, 'y', options)];
  const held = { x: x.to === 'grid' ? 0 : x.byMm, y: y.to === 'grid' ? 0 : y.byMm };
  const free = (['x', 'y'] as const).filter((axis) => (axis === 'x' ? x : y).to === 'grid');
  const wall =
    free.length === 0 || options.to?.things === false
      ? null
      : slantedPull(layout, shiftBox(box, held.x, held.y), free, options.toleranceMm);
  const [dxMm, dyMm] = wall === null ? [x.byMm, y.byMm] : [held.x + wall.dxMm, held.y + wall.dyMm];
  const moved = shiftBox(box, dxMm, dyMm);
  return { dxMm, dyMm, guides: [...x.guides(moved), ...y.guides(moved), ...(wall === null ? [] : [wall.guide])] };
}

function pullAlong(layout: HallLayout, box: Box, axis: SnapAxis, options: SnapOptions): Pull {
  const { toleranceMm, moving, to = { things: true, grid: true }, units } = options;
  if (to.things) {
    const line = nearestLine(snapLines(layout, axis, box, moving), box, axis, toleranceMm);
    const equal = units === undefined ? null : nearestEqual(layout, box, axis, toleranceMm, moving, units);
    if (line !== null && (equal === null || Math.abs(line.byMm) <= Math.abs(equal.byMm) + EQUAL_HANDICAP_MM)) return line;
    if (equal !== null) return equal;
  }
  const [low] = spanOf(box, axis);
  return { to: 'grid', byMm: to.grid ? gridPull(layout, low, axis, toleranceMm) : Math.round(low) - low, guides: () => [] };
}

/** The least move that brings a corner of the box onto an end or crossing of a drawing; null when none is within reach. */
function cornerOnDrawing({ underlays }: HallLayout, box: Box, { toleranceMm, moving }: SnapOptions): Snap | null {
  const still = underlays.filter(({ id }) => !moving.has(id));
  if (still.length === 0) return null;
  let best: Snap | null = null;
  let leastMm = toleranceMm;
  for (const xMm of new Set([box.minXMm, box.maxXMm])) {
    for (const yMm of new Set([box.minYMm, box.maxYMm])) {
      const place = nearestOnDrawings(still, { xMm, yMm }, leastMm);
      if (place === null) continue;
      leastMm = Math.hypot(place.xMm - xMm, place.yMm - yMm);
      const [dxMm, dyMm] = [wholeMm(box.minXMm, place.xMm - xMm), wholeMm(box.minYMm, place.yMm - yMm)];
      best = { dxMm, dyMm, guides: [{ kind: 'joint', from: place, to: place, text: null }] };
    }
  }
  return best;
}

/** A move as near to the one wanted as a place in whole millimetres lets it be. */
function wholeMm(lowMm: number, byMm: number): number {
  return Math.round(lowMm + byMm) - lowMm;
}

/** The least move that brings a side of the box onto a side, or its middle onto a middle; null when none is within reach. */
function nearestLine(lines: readonly SnapLine[], box: Box, axis: SnapAxis, toleranceMm: number): Pull | null {
  const [low, high] = spanOf(box, axis);
  const isPoint = low === high;
  const within = lines.flatMap((line) => {
    const places = isPoint ? [low] : line.part === 'side' ? [low, high] : [(low + high) / 2];
    return places.map((place) => ({ byMm: line.atMm - place, line })).filter(({ byMm }) => Math.abs(byMm) <= toleranceMm);
  });
  // Of two lines in one place, the side says more.
  const rank = ({ line }: (typeof within)[number]): number => (line.part === 'side' ? 0 : 1);
  const [best = null] = within.sort((a, b) => Math.abs(a.byMm) - Math.abs(b.byMm) || rank(a) - rank(b));
  if (best === null) return null;
  const { byMm, line } = best;
  // A middle may lie on half a millimetre, a place may not.
  return { to: 'thing', byMm: wholeMm(low, byMm), guides: (moved) => [alignGuide(line, moved, axis)] };
}

function alignGuide({ atMm, lowMm, highMm }: SnapLine, moved: Box, axis: SnapAxis): Guide {
  const [low, high] = spanOf(moved, axis === 'x' ? 'y' : 'x');
  const [from, to] = [Math.min(low, lowMm) - OVERSHOOT_MM, Math.max(high, highMm) + OVERSHOOT_MM];
  return axis === 'x'
    ? { kind: 'align', text: null, from: { xMm: atMm, yMm: from }, to: { xMm: atMm, yMm: to } }
    : { kind: 'align', text: null, from: { xMm: from, yMm: atMm }, to: { xMm: to, yMm: atMm } };
}

/** Where the gaps on both sides, or to a neighbour and beyond it, become equal. */
function nearestEqual(
  layout: HallLayout,
  box: Box,
  axis: SnapAxis,
  toleranceMm: number,
  moving: ReadonlySet<string>,
  units: Units,
): Pull | null {
  const [low] = spanOf(box, axis);
  const within = equalPlaces(layout, box, axis, moving).filter(({ lowMm }) => Math.abs(lowMm - low) <= toleranceMm);
  const [best] = within.sort((a, b) => Math.abs(a.lowMm - low) - Math.abs(b.lowMm - low));
  if (best === undefined) return null;
  const guides = (moved: Box): Guide[] => {
    const [across, end] = spanOf(moved, axis === 'x' ? 'y' : 'x');
    // A fifth beside the middle, where the gaps themselves are drawn.
    const at = across + (end - across) * 0.3;
    return best.spaces.map(([from, to]): Guide => ({
      kind: 'gap',
      text: `= ${sizeText(Math.round(best.gapMm), units)}`,
      from: axis === 'x' ? { xMm: from, yMm: at } : { xMm: at, yMm: from },
      to: axis === 'x' ? { xMm: to, yMm: at } : { xMm: at, yMm: to },
    }));
  };
  return { to: 'thing', byMm: Math.round(best.lowMm) - low, guides };
}

/** To the nearest tile line within reach, else to the fine grid. */
function gridPull({ hall: { tile } }: HallLayout, low: number, axis: SnapAxis, toleranceMm: number): number {
  if (tile.sizeMm > 0) {
    const originMm = axis === 'x' ? tile.originXMm : tile.originYMm;
    const line = originMm + Math.round((low - originMm) / tile.sizeMm) * tile.sizeMm;
    if (Math.abs(line - low) <= toleranceMm) return line - low;
  }
  return Math.round(low / FINE_GRID_MM) * FINE_GRID_MM - low;
}

/** A point drawn to the nearest corner of a cabinet, wall, obstacle or tile, or to an end or crossing of a drawing. */
export function snapPoint(layout: HallLayout, at: Point, toleranceMm: number): Point {
  const corners: Point[] = [...layout.outline, ...layout.obstacles.flatMap(({ outline }) => outline)];
  const around = growBox({ minXMm: at.xMm, minYMm: at.yMm, maxXMm: at.xMm, maxYMm: at.yMm }, toleranceMm);
  const drawn = nearestOnDrawings(layout.underlays, at, toleranceMm);
  if (drawn !== null) corners.push(drawn);
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
