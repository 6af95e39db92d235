/** Where a device stands across the width of its cabinet: between both rails, in one half of it, or beside the rails. */
import type { DeviceType } from '../catalog/types.ts';
import type { Device, Hand } from './types.ts';

/** Outer width of 19-inch equipment between the rails, EIA-310. */
export const RAILS_MM = 482.6;

type Held = Pick<DeviceType, 'mount'>;
type Standing = Pick<Device, 'face' | 'hand'>;

/** Whether a device of this type stands on one side of the width, so that another may stand on the other. */
export function hasHand({ mount }: Held): boolean {
  return mount !== undefined;
}

/** The side that it takes; null: the whole width. */
export function handOf({ hand = 'left' }: Pick<Device, 'hand'>, type: Held): Hand | null {
  return hasHand(type) ? hand : null;
}

export function otherHand(hand: Hand): Hand {
  return hand === 'left' ? 'right' : 'left';
}

/** Room beside the rails on either side of a cabinet. */
export function roomBesideRailsMm(cabinetWidthMm: number): number {
  return Math.max(0, (cabinetWidthMm - RAILS_MM) / 2);
}

/** From the cabinet's left side to the device's, as seen by who faces the side that it is mounted on. */
export function leftOfDeviceMm(cabinetWidthMm: number, type: Pick<DeviceType, 'mount' | 'widthMm'>, device: Pick<Device, 'hand'>): number {
  const laneMm = type.mount === 'half-width' ? RAILS_MM / 2 : roomBesideRailsMm(cabinetWidthMm);
  const outerMm = type.mount === 'half-width' ? roomBesideRailsMm(cabinetWidthMm) : 0;
  const insideMm = outerMm + (laneMm - type.widthMm) / 2;
  switch (handOf(device, type)) {
    case null:
      return (cabinetWidthMm - type.widthMm) / 2;
    case 'left':
      return insideMm;
    case 'right':
      return cabinetWidthMm - insideMm - type.widthMm;
  }
}

/** The same as seen by who faces this side of the cabinet, whichever side the device is mounted on. */
export function leftSeenMm(
  cabinetWidthMm: number,
  type: Pick<DeviceType, 'mount' | 'widthMm'>,
  device: Standing,
  side: Device['face'],
): number {
  const leftMm = leftOfDeviceMm(cabinetWidthMm, type, device);
  return device.face === side ? leftMm : cabinetWidthMm - leftMm - type.widthMm;
}

/** Whether two devices need the same part of the width, whichever side of the cabinet each is mounted on. */
export function standInLine(
  one: { readonly device: Standing; readonly type: Held },
  other: { readonly device: Standing; readonly type: Held },
): boolean {
  if ((one.type.mount === 'beside-rails') !== (other.type.mount === 'beside-rails')) return false;
  const [a, b] = [frontHand(one.device, one.type), frontHand(other.device, other.type)];
  return a === null || b === null || a === b;
}

/** The side that it takes as seen from the cabinet's front. */
function frontHand(device: Standing, type: Held): Hand | null {
  const hand = handOf(device, type);
  return hand === null || device.face === 'front' ? hand : otherHand(hand);
}
