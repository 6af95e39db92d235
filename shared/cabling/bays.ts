/** Baying neighbours: cabinets side by side in one row whose open sides let cables pass straight through. */
import type { SurveyedCabinet } from '../survey/types.ts';
import { crossingMm, type PortPlace } from './inCabinet.ts';

/** Cabinets this close, side to side and front to front, count as bayed. */
const BAY_TOLERANCE_MM = 10;

/** How two cabinets are bayed: the second stands at this side of the first (seen from the front), with this gap. */
export interface Bay {
  readonly sideOfFirst: 'left' | 'right';
  readonly gapMm: number;
}

/** The bay between two cabinets; null unless they share row, hall and rotation, have open sides, and touch. */
export function bayBetween(a: SurveyedCabinet, b: SurveyedCabinet): Bay | null {
  const [first, second] = [a.cabinet, b.cabinet];
  if (!first.openSides || !second.openSides || first.row === null || first.row !== second.row) return null;
  if (first.hall !== second.hall || first.rotationDeg !== second.rotationDeg) return null;
  const right = gapAtRight(a, b);
  if (right !== null) return { sideOfFirst: 'right', gapMm: right };
  const left = gapAtRight(b, a);
  return left === null ? null : { sideOfFirst: 'left', gapMm: left };
}

/** Gap from a's front-right to b's front-left corner along a's face; null when b does not stand there. */
function gapAtRight(a: SurveyedCabinet, b: SurveyedCabinet): number | null {
  const [frontLeft, frontRight] = a.corners;
  const [otherLeft] = b.corners;
  const widthMm = a.model.widthMm;
  const [alongX, alongY] = [(frontRight.xMm - frontLeft.xMm) / widthMm, (frontRight.yMm - frontLeft.yMm) / widthMm];
  const [dx, dy] = [otherLeft.xMm - frontRight.xMm, otherLeft.yMm - frontRight.yMm];
  const gapMm = Math.round(dx * alongX + dy * alongY);
  const asideMm = Math.abs(dx * alongY - dy * alongX);
  return Math.abs(gapMm) <= BAY_TOLERANCE_MM && asideMm <= BAY_TOLERANCE_MM ? Math.max(0, gapMm) : null;
}

export interface BayedWay {
  readonly firstAcrossMm: number;
  readonly managerMm: number;
  readonly sideToSideMm: number;
  readonly frontToRearMm: number;
  readonly secondAcrossMm: number;
  readonly totalMm: number;
}

/** From a port to one in the bayed neighbour: across to the facing managers, along them, through the sides. */
export function wayThroughBay(a: SurveyedCabinet, portA: PortPlace, b: SurveyedCabinet, portB: PortPlace, bay: Bay): BayedWay {
  const managerA = bay.sideOfFirst === 'right' ? a.model.widthMm - a.model.managerInsetMm : a.model.managerInsetMm;
  const managerB = bay.sideOfFirst === 'right' ? b.model.managerInsetMm : b.model.widthMm - b.model.managerInsetMm;
  const firstAcrossMm = Math.abs(portA.xMm - managerA);
  const secondAcrossMm = Math.abs(portB.xMm - managerB);
  const managerMm = Math.abs(portA.zMm - portB.zMm);
  const sideToSideMm = a.model.managerInsetMm + bay.gapMm + b.model.managerInsetMm;
  const frontToRearMm = portA.side === portB.side ? 0 : Math.max(crossingMm(a.model), crossingMm(b.model));
  return {
    firstAcrossMm,
    managerMm,
    sideToSideMm,
    frontToRearMm,
    secondAcrossMm,
    totalMm: firstAcrossMm + managerMm + sideToSideMm + frontToRearMm + secondAcrossMm,
  };
}
