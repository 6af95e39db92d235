/** How full the vertical managers beside the rails are, as bars on a side of a cabinet. */
import type { CabinetPart } from '../../shared/cabling/cabinetParts.ts';
import { partName } from '../../shared/cabling/cabinetParts.ts';
import type { FillLimits } from '../../shared/plan/types.ts';
import { roomBesideRailsMm } from '../../shared/plan/mountPlace.ts';
import { countText, percentText } from '../ui/quantities.ts';
import { unitTopY, type CabinetFrame, type ElevationLayout, type FaceFrame, type Rectangle } from './elevationLayout.ts';

export interface ManagerBar {
  readonly box: Rectangle;
  /** Px from the bottom up; null: the manager's size is not known. */
  readonly fillPx: number | null;
  readonly tone: 'plain' | 'warning' | 'error';
  /** `34 %`; `?` where it is not known. */
  readonly percent: string;
  readonly title: string;
}

const WIDTH_SHARE = 0.5;
const MOST_PX = 14;
const LEAST_PX = 3;

/** Those of a side that carry cables, as seen by who faces it; left and right are those of the front. */
export function managerBars(
  layout: ElevationLayout,
  frame: CabinetFrame,
  face: FaceFrame,
  parts: readonly CabinetPart[],
  limits: FillLimits,
): readonly ManagerBar[] {
  const { pxPerMm } = layout;
  const { model } = frame;
  const roomPx = roomBesideRailsMm(model.widthMm) * pxPerMm;
  const width = Math.min(MOST_PX, roomPx * WIDTH_SHARE);
  if (width < LEAST_PX) return [];
  const y = unitTopY(layout, frame, model.rackUnits);
  const height = unitTopY(layout, frame, 0) - y;
  return parts.flatMap(({ place, cables, fillPct }) => {
    if (place.kind !== 'manager' || place.side !== face.side || cables === 0) return [];
    const isOnLeft = (place.hand === 'left') === (face.side === 'front');
    const middle = isOnLeft ? face.x + roomPx / 2 : face.x + model.widthMm * pxPerMm - roomPx / 2;
    const fill = fillPct === null ? 'fill unknown' : `${percentText(fillPct)} of ${percentText(limits.errorPct)}`;
    const name = partName(place);
    return [
      {
        box: { x: middle - width / 2, y, width, height },
        fillPx: fillPct === null ? null : (height * Math.min(100, fillPct)) / 100,
        tone: fillPct === null || fillPct <= limits.warnPct ? ('plain' as const) : fillPct > limits.errorPct ? 'error' : 'warning',
        percent: fillPct === null ? '?' : percentText(fillPct),
        title: `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${countText(cables, 'cable')}, ${fill}`,
      },
    ];
  });
}
