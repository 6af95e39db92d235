/**
 * A cabinet seen from above with its equipment folded down into the footprint: the name behind the front, then units
 * from U1 to the top towards the rear, over which pathways usually run. So a plan shows at a glance what stands where.
 */
import { footprintPoint } from '../../shared/geometry/footprint.ts';
import { hasHand, leftSeenMm } from '../../shared/plan/mountPlace.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { MountedDevice, PlacedCabinet } from './hallLayout.ts';

/** Shares of the footprint's depth: where the name stands, where the units begin and where they end. */
const NAME_SHARE = 0.18;
const UNITS_FROM = 0.3;
const UNITS_TO = 0.94;
const SIDE_SHARE = 0.12;

export interface DeviceFrame {
  readonly mounted: MountedDevice;
  /** Left and right as seen from the front; the first two lie nearer to the front. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** As drawn, along the cabinet's depth. */
  readonly heightMm: number;
}

export function deviceFrames(placed: PlacedCabinet): DeviceFrame[] {
  const { model, corners } = placed;
  const frontMm = model.depthMm * UNITS_FROM;
  const unitMm = (model.depthMm * (UNITS_TO - UNITS_FROM)) / model.rackUnits;
  const sideMm = model.widthMm * SIDE_SHARE;
  const at = (fromLeftMm: number, fromFrontMm: number): Point =>
    footprintPoint(corners, model.widthMm, model.depthMm, fromLeftMm, fromFrontMm);
  return placed.devices.map((mounted) => {
    const near = frontMm + (mounted.device.positionU - 1) * unitMm;
    const far = near + mounted.type.heightU * unitMm;
    const [leftMm, rightMm] = acrossMm(model.widthMm, sideMm, mounted);
    return {
      mounted,
      corners: [at(leftMm, near), at(rightMm, near), at(rightMm, far), at(leftMm, far)],
      heightMm: far - near,
    };
  });
}

/** From the left as seen from the front: all of the width, one half of it, or a strip beside it. */
function acrossMm(widthMm: number, sideMm: number, { device, type }: MountedDevice): readonly [number, number] {
  if (!hasHand(type)) return [sideMm, widthMm - sideMm];
  const isLeft = leftSeenMm(widthMm, type, device, 'front') + type.widthMm / 2 < widthMm / 2;
  if (type.mount === 'half-width') return isLeft ? [sideMm, widthMm / 2] : [widthMm / 2, widthMm - sideMm];
  return isLeft ? [sideMm * 0.3, sideMm * 0.8] : [widthMm - sideMm * 0.8, widthMm - sideMm * 0.3];
}

/** Middle of the strip for the name. */
export function namePlace({ model, corners }: PlacedCabinet): Point {
  return footprintPoint(corners, model.widthMm, model.depthMm, model.widthMm / 2, model.depthMm * NAME_SHARE);
}

export function nameStripMm({ model }: PlacedCabinet): number {
  return model.depthMm * (UNITS_FROM - 0.06);
}

/** The heavy line that marks the front, a little inside the face. */
export function frontMark({ model, corners }: PlacedCabinet): readonly [Point, Point] {
  const inset = model.widthMm * 0.08;
  const depth = model.depthMm * 0.045;
  return [
    footprintPoint(corners, model.widthMm, model.depthMm, inset, depth),
    footprintPoint(corners, model.widthMm, model.depthMm, model.widthMm - inset, depth),
  ];
}
