/** Network cabinets as they fill up: each device goes where it is wanted, or to the nearest cabinet with room. */
import { must } from '../assert.ts';
import type { DeviceType } from '../catalog/types.ts';
import type { Cabinet, DeviceRole } from '../plan/types.ts';

/** Rack units left free above the highest switch. */
export const FREE_ON_TOP_U = 4;

/** Most switches in one cabinet, for the sake of whoever dresses its cables: 1,024 of them. */
const MOST_SWITCHES = 16;

export interface Mounted {
  readonly slot: string;
  readonly role: DeviceRole;
  readonly type: DeviceType;
}

/** Switches of a height that a network cabinet is planned for. */
export function switchesPerCabinet(rackUnits: number, heightU: number): number {
  return Math.max(1, Math.min(MOST_SWITCHES, Math.floor((rackUnits - FREE_ON_TOP_U) / heightU)));
}

export class NetworkCabinets {
  readonly cabinets: readonly { readonly cabinet: Cabinet; readonly row: number; readonly devices: Mounted[] }[];
  private readonly roomU: number;

  constructor(cabinets: readonly { readonly cabinet: Cabinet; readonly row: number }[], rackUnits: number) {
    this.cabinets = cabinets.map((place) => ({ ...place, devices: [] }));
    this.roomU = rackUnits - FREE_ON_TOP_U;
  }

  /** Positions of the cabinets in these rows; of all when the rows have none. */
  inRows(rows: ReadonlySet<number>): readonly number[] {
    const all = this.cabinets.map((_, position) => position);
    const beside = all.filter((position) => rows.has(this.cabinets[position]!.row));
    return beside.length > 0 ? beside : all;
  }

  /** Spreads devices evenly over cabinets, in order. */
  spread(devices: readonly Mounted[], positions: readonly number[]): void {
    devices.forEach((device, index) => this.place(device, positions[Math.floor((index * positions.length) / devices.length)]!));
  }

  /** The cabinet wanted, else the nearest with room, the earlier of two. */
  place(device: Mounted, wanted: number): void {
    for (let distance = 0; distance < this.cabinets.length; distance += 1) {
      for (const position of [wanted - distance, wanted + distance]) {
        const place = this.cabinets[position];
        if (place === undefined || usedU(place.devices) + device.type.heightU > this.roomU) continue;
        place.devices.push(device);
        return;
      }
    }
    must(null, `room for ${device.slot}`);
  }

  /** Position of the cabinet that holds a slot. */
  holding(slot: string): number {
    const position = this.cabinets.findIndex(({ devices }) => devices.some((device) => device.slot === slot));
    return must(position < 0 ? null : position, `cabinet of ${slot}`);
  }
}

export function usedU(devices: readonly Mounted[]): number {
  return devices.reduce((sum, { type }) => sum + type.heightU, 0);
}
