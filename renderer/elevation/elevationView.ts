/** What of the elevation is in view, how far it is scrolled for a cabinet or a port to be seen, and at what scale. Pure; in px. */
import {
  deviceBox,
  devicesSeen,
  faceSeen,
  LEAST_NAMED_PX,
  portBoxes,
  portMiddle,
  type CabinetFrame,
  type ElevationLayout,
} from './elevationLayout.ts';
import type { PortAt, Reveal } from './elevationStore.ts';

/** The part of the drawing that is seen. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Below the least scale nobody tells one device from the next; at the most every port can be read. */
export const scaleRange = { leastPxPerMm: 0.06, mostPxPerMm: 4 } as const;
/** A cabinet that is brought into view keeps this far from the edge. */
const MARGIN_PX = 20;
/** A port that is zoomed to becomes somewhat wider than its name needs. */
const READ_PX = LEAST_NAMED_PX * 1.5;

/** Cabinets of which half is seen, or that fill half the view. */
export function cabinetsInView(layout: ElevationLayout, { left, width }: Pick<Seen, 'left' | 'width'>): number {
  return layout.cabinets.filter((one) => {
    const seenPx = Math.min(one.x + one.width, left + width) - Math.max(one.x, left);
    return seenPx >= Math.min(one.width, width) / 2;
  }).length;
}

/** Where the drawing is scrolled to, so that something is seen; null: it stays, for that is seen as it is, or is not in the drawing. */
export function scrollFor(layout: ElevationLayout, seen: Seen, reveal: Reveal): Pick<Seen, 'left' | 'top'> | null {
  if (reveal.kind !== 'cabinet') {
    const middle = reveal.kind === 'device' ? deviceMiddle(layout, reveal.id) : portMiddle(layout, reveal.at.device, reveal.at.port);
    if (middle !== null && reveal.kind === 'port' && reveal.to === 'view' && isSeen(middle, seen)) return null;
    return middle === null ? null : { left: middle.x - seen.width / 2, top: middle.y - seen.height / 2 };
  }
  const frame = layout.cabinets.find(({ cabinet }) => cabinet.id === reveal.id);
  if (frame === undefined) return null;
  if (reveal.to === 'middle') return { left: frame.x + frame.width / 2 - seen.width / 2, top: seen.top };
  return { left: nearest(frame, seen), top: seen.top };
}

function isSeen({ x, y }: Spot, { left, top, width, height }: Seen): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** The middle of a device on the side where it is mounted; null: it is not shown. */
function deviceMiddle(layout: ElevationLayout, id: string): Spot | null {
  for (const frame of layout.cabinets) {
    const placed = frame.devices.find(({ device }) => device.id === id);
    if (placed === undefined) continue;
    const face = frame.faces.find(({ side }) => side === placed.device.face) ?? frame.faces[0];
    if (face === undefined) return null;
    const box = deviceBox(layout, frame, face, placed);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

/** As little as shows the whole cabinet; of one that is wider than the view its left side, unless it fills the view already. */
function nearest({ x, width }: CabinetFrame, seen: Seen): number {
  const [first, last] = [x - MARGIN_PX, x + width + MARGIN_PX];
  if (seen.left >= first && seen.left + seen.width <= last) return seen.left;
  if (seen.left > first || last - first > seen.width) return first;
  return Math.max(seen.left, last - seen.width);
}

/** Where a spot of one layout lies in another of the same cabinets at another scale; words beside the cabinets keep their size. */
export function sameSpot(before: ElevationLayout, after: ElevationLayout, { x, y }: Spot): Spot {
  const grown = after.pxPerMm / before.pxPerMm;
  const atY = after.floorY - (before.floorY - y) * grown;
  const at = before.cabinets.findLastIndex((one) => one.x <= x);
  const [frame, now] = [before.cabinets[at], after.cabinets[at]];
  if (frame === undefined || now === undefined) return { x, y: atY };
  const faceWidth = frame.model.widthMm * before.pxPerMm;
  const face = frame.faces.findIndex((one) => x >= one.x && x < one.x + faceWidth);
  const [from, to] = [frame.faces[face]?.x ?? frame.namesX, now.faces[face]?.x ?? now.namesX];
  return { x: to + (x - from) * (face === -1 ? 1 : grown), y: atY };
}

/** The scale at which a port's name is read; null: it is read now, or the port is not drawn. */
export function readablePxPerMm(layout: ElevationLayout, { device, port }: PortAt): number | null {
  for (const frame of layout.cabinets)
    for (const face of frame.faces) {
      const placed = devicesSeen(frame, face.side).find((one) => one.device.id === device);
      if (placed === undefined) continue;
      const box = deviceBox(layout, frame, face, placed);
      const found = portBoxes(placed.type, faceSeen(placed.device, face.side), box, layout.pxPerMm).find(({ ports }) =>
        ports.includes(port),
      );
      if (found === undefined) continue;
      const widthPx = found.width / found.ports.length;
      return widthPx >= LEAST_NAMED_PX ? null : Math.min(scaleRange.mostPxPerMm, (layout.pxPerMm * READ_PX) / widthPx);
    }
  return null;
}
