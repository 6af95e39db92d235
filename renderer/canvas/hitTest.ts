/** What lies under a point or inside a marquee: asked of the geometry, topmost first, never of pixels. */
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { pointToLineMm, polygonContainsPoint } from '../../shared/geometry/polygons.ts';
import { boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import type { Marker } from '../../shared/engine/protocol.ts';
import type { LayerName, Thing } from '../state/sessionStore.ts';
import { underlaysAt } from '../underlay/underlayHit.ts';
import { deviceFrames } from './cabinetFace.ts';
import type { HallLayout } from './hallLayout.ts';
import { isOnNote } from './hitNotes.ts';
import type { NoteTexts } from './noteTexts.ts';
import { MARKER_RADIUS_PX } from './markerPlaces.ts';
import { WALL_MM } from './paintGround.ts';

export interface HitOptions {
  /** How far beside a thin thing still counts. */
  readonly toleranceMm: number;
  readonly pxPerMm: number;
  readonly layers: Readonly<Record<LayerName, boolean>>;
  readonly markers: readonly Marker[];
  /** Where the words of notes are written. */
  readonly noteTexts: NoteTexts;
}

/** A device is hit when it is at least this high on screen. */
const LEAST_DEVICE_PX = 7;

/** Everything under a point, topmost first: findings, notes, dimensions, pathways by height, devices, cabinets, doors, obstacles, walls, drawings. */
export function hitAll(layout: HallLayout, at: Point, options: HitOptions): Thing[] {
  const { layers, toleranceMm } = options;
  const hits: Thing[] = [];
  if (layers.findings) {
    for (const marker of options.markers) {
      const reachMm = MARKER_RADIUS_PX / options.pxPerMm;
      if (marker.hall === layout.hall.id && Math.hypot(marker.xMm - at.xMm, marker.yMm - at.yMm) <= reachMm)
        hits.push({ kind: 'finding', id: marker.id });
    }
  }
  if (layers.notes) {
    for (const placed of layout.notes.toReversed()) if (isOnNote(placed, at, options)) hits.push({ kind: 'note', id: placed.note.id });
  }
  if (layers.dimensions) {
    for (const { dimension, from, to } of layout.dimensions.toReversed())
      if (pointToLineMm(at, from, to) <= toleranceMm) hits.push({ kind: 'dimension', id: dimension.id });
  }
  const around = growBox({ minXMm: at.xMm, minYMm: at.yMm, maxXMm: at.xMm, maxYMm: at.yMm }, toleranceMm);
  if (layers.pathways) hits.push(...hitSegments(layout, at, around, toleranceMm));
  if (layers.cabinets) hits.push(...hitCabinets(layout, at, around, options));
  if (layers.building) {
    for (const { door, from, to } of layout.doors)
      if (pointToLineMm(at, from, to) <= toleranceMm * 2) hits.push({ kind: 'door', id: door.id });
    for (const { obstacle, outline } of layout.obstacles.toReversed()) {
      if (polygonContainsPoint(outline, at)) hits.push({ kind: 'obstacle', id: obstacle.id });
    }
    if (isOnWall(layout, at, toleranceMm)) hits.push({ kind: 'hall', id: layout.hall.id });
  }
  if (layers.drawings) for (const { id } of underlaysAt(layout.underlays, at, toleranceMm)) hits.push({ kind: 'underlay', id });
  return hits;
}

/** On the inner face of a wall, or on the wall as it is drawn outside of it. */
function isOnWall({ outline }: HallLayout, at: Point, toleranceMm: number): boolean {
  const reachMm = polygonContainsPoint(outline, at) ? toleranceMm : Math.max(toleranceMm, WALL_MM);
  return outline.some((from, i) => pointToLineMm(at, from, outline[(i + 1) % outline.length]!) <= reachMm);
}

function hitSegments({ pathways }: HallLayout, at: Point, around: Box, toleranceMm: number): Thing[] {
  return pathways.index
    .search(around)
    .toReversed()
    .flatMap((position): Thing[] => {
      const { segment, from, to } = pathways.segments[position]!;
      return pointToLineMm(at, from, to) <= Math.max(toleranceMm, segment.widthMm / 2) ? [{ kind: 'segment', id: segment.id }] : [];
    });
}

function hitCabinets({ cabinets }: HallLayout, at: Point, around: Box, { pxPerMm, layers }: HitOptions): Thing[] {
  return cabinets.index
    .search(around)
    .toReversed()
    .flatMap((position): Thing[] => {
      const placed = cabinets.cabinets[position]!;
      if (!polygonContainsPoint(placed.corners, at)) return [];
      const cabinet: Thing = { kind: 'cabinet', id: placed.cabinet.id };
      if (!layers.devices) return [cabinet];
      const under = deviceFrames(placed).find(
        ({ corners, heightMm }) => heightMm * pxPerMm >= LEAST_DEVICE_PX && polygonContainsPoint(corners, at),
      );
      return under === undefined ? [cabinet] : [{ kind: 'device', id: under.mounted.device.id }, cabinet];
    });
}

/**
 * The thing that a click means. A tray lies above cabinets but is mostly air: over a cabinet its centreline is hit,
 * elsewhere its whole width.
 */
export function hitOne(layout: HallLayout, at: Point, options: HitOptions): Thing | null {
  const hits = hitAll(layout, at, options);
  const overCabinet = hits.some(({ kind }) => kind === 'cabinet');
  const meant = hits.find(({ kind, id }) => {
    if (kind !== 'segment' || !overCabinet) return true;
    const placed = layout.pathways.byId.get(id);
    return placed !== undefined && pointToLineMm(at, placed.from, placed.to) <= options.toleranceMm;
  });
  return meant ?? null;
}

/** What is drawn one by one, in a marquee: those it encloses, or those it touches. */
export function thingsInBox(layout: HallLayout, box: Box, touching: boolean, layers: Readonly<Record<LayerName, boolean>>): Thing[] {
  const things: Thing[] = [];
  if (layers.cabinets) {
    for (const position of layout.cabinets.index.search(box)) {
      const placed = layout.cabinets.cabinets[position]!;
      if (touching || encloses(box, placed.box)) things.push({ kind: 'cabinet', id: placed.cabinet.id });
    }
  }
  if (layers.pathways) {
    for (const position of layout.pathways.index.search(box)) {
      const placed = layout.pathways.segments[position]!;
      if (touching || encloses(box, placed.box)) things.push({ kind: 'segment', id: placed.segment.id });
    }
  }
  if (layers.building) {
    for (const { obstacle, box: own } of layout.obstacles) {
      if (touching ? overlaps(box, own) : encloses(box, own)) things.push({ kind: 'obstacle', id: obstacle.id });
    }
  }
  if (layers.dimensions) {
    for (const { dimension, from, to } of layout.dimensions) {
      const own = boxAround([from, to]);
      if (touching ? overlaps(box, own) : encloses(box, own)) things.push({ kind: 'dimension', id: dimension.id });
    }
  }
  if (layers.notes) {
    for (const { note, box: own } of layout.notes)
      if (touching ? overlaps(box, own) : encloses(box, own)) things.push({ kind: 'note', id: note.id });
  }
  return things;
}

function encloses(outer: Box, inner: Box): boolean {
  return inner.minXMm >= outer.minXMm && inner.maxXMm <= outer.maxXMm && inner.minYMm >= outer.minYMm && inner.maxYMm <= outer.maxYMm;
}

function overlaps(a: Box, b: Box): boolean {
  return a.minXMm <= b.maxXMm && a.maxXMm >= b.minXMm && a.minYMm <= b.maxYMm && a.maxYMm >= b.minYMm;
}
