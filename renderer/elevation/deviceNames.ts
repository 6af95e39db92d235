/** Names of devices beside their cabinet: each on its own units, shortened to the column, stepping aside rather than overlapping. */
import { RACK_UNIT_MM } from '../../shared/plan/units.ts';
import { unitTopY, type CabinetFrame, type ElevationLayout, type PlacedDevice } from './elevationLayout.ts';

export interface NameRow extends PlacedDevice {
  readonly y: number;
  readonly height: number;
  /** Null: there is no room for it. */
  readonly text: string | null;
}

/** What fits the column at 12 px; the end of a name tells most. */
const LONGEST = 17;
const TEXT_PX = 14;

/** From the top down, which is how a cabinet is read. */
export function namesOf(layout: ElevationLayout, frame: CabinetFrame): readonly NameRow[] {
  let freeFromY = -Infinity;
  return frame.devices.toReversed().map((one) => {
    const y = unitTopY(layout, frame, one.device.positionU + one.type.heightU - 1);
    const height = one.type.heightU * RACK_UNIT_MM * layout.pxPerMm;
    const middle = y + height / 2;
    const hasRoom = layout.columns.units > 0 && middle - TEXT_PX / 2 >= freeFromY - 2;
    if (hasRoom) freeFromY = middle + TEXT_PX / 2;
    return { ...one, y, height, text: hasRoom ? shortened(one.device.face === 'rear' ? `${one.device.name} ↩` : one.device.name) : null };
  });
}

function shortened(name: string): string {
  return name.length > LONGEST ? `…${name.slice(1 - LONGEST)}` : name;
}
