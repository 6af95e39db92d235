/** What lies at a place of the elevation: a cabinet, a unit, a device, a port. In px of the drawing. */
import { must } from '../../shared/assert.ts';
import { cageBoxes } from '../../shared/catalog/cageBoxes.ts';
import type { Side } from '../../shared/catalog/types.ts';
import type { Hand } from '../../shared/plan/types.ts';
import { RACK_UNIT_MM } from '../../shared/plan/units.ts';
import { nameAt } from './deviceNames.ts';
import { deviceBox, devicesSeen, faceSeen, portBoxes, type ElevationLayout, type PortBox, type Rectangle } from './elevationLayout.ts';

/** What lies at a place. */
export interface Place {
  readonly cabinet: string;
  readonly side: Side;
  /** Height in units: 4.5 is the middle of U4. */
  readonly unit: number;
  /** Half of the side. */
  readonly hand: Hand;
  readonly device: string | null;
  /** Position in the device type's list of the port that a click takes. */
  readonly port: number | null;
  /** Of the port that lies there or near by, also where it is too small to be meant by a click. */
  readonly portNear: number | null;
}

/** Ports smaller than this cannot be pointed at. */
const LEAST_POINTED_PX = 2.5;
/** From this size on a port is taken from near by; a smaller one only where it lies, else the device is meant. */
const LARGE_PORT_PX = 8;
const REACH_PX = 8;

/** What lies at a place; null: between the cabinets. */
export function hitElevation(layout: ElevationLayout, x: number, y: number): Place | null {
  for (const frame of layout.cabinets) {
    if (x < frame.x || x >= frame.x + frame.width || y < frame.topY || y > layout.floorY) continue;
    const faceWidth = frame.model.widthMm * layout.pxPerMm;
    const inFace = frame.faces.find((face) => x >= face.x && x < face.x + faceWidth);
    const unit = (layout.floorY - y) / layout.pxPerMm;
    const unitAt = (unit - frame.model.firstUnitMm) / RACK_UNIT_MM + 1;
    const face = inFace ?? must(frame.faces[0], 'face');
    const seen = devicesSeen(frame, face.side);
    // Beside the face, in the column of names, a row means the device in it.
    const row = inFace === undefined ? nameAt(layout, frame, seen, { x, y }) : null;
    const found =
      inFace === undefined
        ? seen.find(({ device }) => device.id === row)
        : seen.findLast((one) => awayPx(deviceBox(layout, frame, face, one), x, y) === 0);
    const hand: Hand = x < face.x + faceWidth / 2 ? 'left' : 'right';
    const place = { cabinet: frame.cabinet.id, side: face.side, unit: unitAt, hand };
    if (found === undefined) return { ...place, device: null, port: null, portNear: null };
    const box = deviceBox(layout, frame, face, found);
    const boxes = inFace === undefined ? [] : portBoxes(found.type, faceSeen(found.device, face.side), box, layout.pxPerMm);
    const near = nearestPort(boxes, x, y);
    const portNear = near === undefined ? null : portWithin(near, x);
    const isMeant = near !== undefined && (awayPx(near, x, y) === 0 || Math.min(near.width, near.height) >= LARGE_PORT_PX);
    return { ...place, device: found.device.id, port: isMeant ? portNear : null, portNear };
  }
  return null;
}

/** False where devices have ports and none is large enough to be pointed at. */
export function portsCanBePointedAt(layout: ElevationLayout): boolean {
  const boxes = layout.cabinets.flatMap((frame) =>
    frame.faces.flatMap((face) => devicesSeen(frame, face.side).flatMap((one) => cageBoxes(one.type, faceSeen(one.device, face.side)))),
  );
  return boxes.length === 0 || boxes.some(({ widthMm, heightMm }) => Math.min(widthMm, heightMm) * layout.pxPerMm >= LEAST_POINTED_PX);
}

/** The port under a place, else the nearest within reach. */
function nearestPort(boxes: readonly PortBox[], x: number, y: number): PortBox | undefined {
  let [nearest, leastPx]: [PortBox | undefined, number] = [undefined, REACH_PX];
  for (const box of boxes) {
    if (Math.min(box.width, box.height) < LEAST_POINTED_PX) continue;
    const px = awayPx(box, x, y);
    if (px < leastPx) [nearest, leastPx] = [box, px];
  }
  return nearest;
}

/** 0: within. */
function awayPx(box: Rectangle, x: number, y: number): number {
  return Math.hypot(Math.max(0, box.x - x, x - box.x - box.width), Math.max(0, box.y - y, y - box.y - box.height));
}

/** Of ports drawn as one box, the one that lies there. */
function portWithin({ x, width, ports }: PortBox, atX: number): number {
  return must(ports[Math.min(ports.length - 1, Math.max(0, Math.floor(((atX - x) / width) * ports.length)))], 'port');
}
