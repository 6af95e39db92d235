/** Names of devices beside their cabinet: each on its own units, shortened to the column, stepping aside rather than overlapping. */
import type { DeviceType } from '../../shared/catalog/types.ts';
import type { Device } from '../../shared/plan/types.ts';
import { unitsOf, unitsText } from '../../shared/checks/mountProblem.ts';
import { handOf } from '../../shared/plan/mountPlace.ts';
import { RACK_UNIT_MM } from '../../shared/plan/units.ts';
import { unitTopY, type CabinetFrame, type ElevationLayout, type PlacedDevice } from './elevationLayout.ts';

export interface NameRow extends PlacedDevice {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Null: there is no room for it. */
  readonly text: string | null;
}

/** What fits the column at 12 px; the end of a name tells most. */
const LONGEST = 17;
const LONGEST_HALF = 8;
const TEXT_PX = 14;

/** Names of what hangs beside the rails stand one over the other above the highest unit. */
const ABOVE_PX = 16;

/** From the top down, which is how a cabinet is read; two of half the width share their row. */
export function namesOf(layout: ElevationLayout, frame: CabinetFrame): readonly NameRow[] {
  let freeFromY = -Infinity;
  const columnX = frame.namesX + layout.columns.units;
  const columnWidth = layout.columns.names - 4;
  const topY = unitTopY(layout, frame, frame.model.rackUnits);
  let above = 0;
  return frame.devices.toReversed().map((one) => {
    const name = one.device.face === 'rear' ? `${one.device.name} ↩` : one.device.name;
    if (one.type.mount === 'beside-rails') {
      above += 1;
      const text = layout.columns.units > 0 ? shortened(name, LONGEST) : null;
      return { ...one, x: columnX, width: columnWidth, y: topY - above * ABOVE_PX, height: ABOVE_PX, text };
    }
    const isHalf = one.type.mount === 'half-width';
    const width = isHalf ? columnWidth / 2 : columnWidth;
    const x = isHalf && handOf(one.device, one.type) === 'right' ? columnX + width : columnX;
    const y = unitTopY(layout, frame, one.device.positionU + one.type.heightU - 1);
    const height = one.type.heightU * RACK_UNIT_MM * layout.pxPerMm;
    const middle = y + height / 2;
    const hasRoom = layout.columns.units > 0 && (middle - TEXT_PX / 2 >= freeFromY - 2 || (isHalf && middle + TEXT_PX / 2 === freeFromY));
    if (hasRoom) freeFromY = middle + TEXT_PX / 2;
    return { ...one, x, width, y, height, text: hasRoom ? shortened(name, isHalf ? LONGEST_HALF : LONGEST) : null };
  });
}

/** Of these devices the one whose name stands at a place beside the sides; null: none. */
export function nameAt(
  layout: ElevationLayout,
  frame: CabinetFrame,
  devices: readonly PlacedDevice[],
  { x, y }: { readonly x: number; readonly y: number },
): string | null {
  const known = new Set(devices.map(({ device }) => device.id));
  const rows = namesOf(layout, frame).filter((row) => known.has(row.device.id) && y >= row.y && y < row.y + row.height);
  const row = rows.find((one) => x >= one.x && x < one.x + one.width) ?? rows[0];
  return row?.device.id ?? null;
}

function shortened(name: string, longest: number): string {
  return name.length > longest ? `…${name.slice(1 - longest)}` : name;
}

/** `U12, 1U, front`; `U12, 1U, front left` of half the width; `0U, rear right, past U1 to U38` beside the rails. */
export function placeText(device: Device, type: DeviceType): string {
  const hand = handOf(device, type);
  const side = hand === null ? device.face : `${device.face} ${hand}`;
  return type.mount === 'beside-rails'
    ? `0U, ${side}, past ${unitsText(unitsOf({ device, type }))}`
    : `U${device.positionU}, ${type.heightU}U, ${side}`;
}
