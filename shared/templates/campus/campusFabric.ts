/**
 * The fabric between halls, port by port. In each hall stand campus switches, at least two, that face the cores with half of their
 * ports at most; what they serve in the hall is left open. Uplink j of a hall begins at switch j mod the hall's switches and ends
 * at the core whose turn it is, going round all of them, hall after hall.
 */
import type { TableRow, TableRule } from '../../fabrics/tableRule.ts';
import type { CampusOptions } from './campusOptions.ts';

export const CAMPUS_TIER = 'hall-core';

/** Two at least, so that one may fail. */
const LEAST_SWITCHES = 2;

type FabricOptions = Pick<CampusOptions, 'halls' | 'uplinksPerHall' | 'switchPorts'>;

/** Campus switches of each hall, and cores. */
export function campusSwitches({ halls, uplinksPerHall, switchPorts }: FabricOptions): {
  readonly perHall: number;
  readonly cores: number;
} {
  return {
    perHall: Math.max(LEAST_SWITCHES, Math.ceil(uplinksPerHall / Math.max(1, Math.floor(switchPorts / 2)))),
    cores: Math.max(LEAST_SWITCHES, Math.ceil((halls * uplinksPerHall) / switchPorts)),
  };
}

/** `hall3.switch1` */
export function campusSwitchSlot(hall: number, position: number): string {
  return `hall${hall}.switch${position}`;
}

/** `core2` */
export function coreSlot(position: number): string {
  return `core${position}`;
}

export function campusRule(options: FabricOptions): TableRule {
  const { halls, uplinksPerHall } = options;
  const { perHall, cores } = campusSwitches(options);
  const rows: TableRow[] = [];
  for (let hall = 0; hall < halls; hall += 1) {
    for (let uplink = 0; uplink < uplinksPerHall; uplink += 1) {
      const turn = hall * uplinksPerHall + uplink;
      const from = `${campusSwitchSlot(hall + 1, (uplink % perHall) + 1)}:${Math.floor(uplink / perHall) + 1}`;
      rows.push([CAMPUS_TIER, from, `${coreSlot((turn % cores) + 1)}:${Math.floor(turn / cores) + 1}`]);
    }
  }
  return { kind: 'table', tiers: [{ name: CAMPUS_TIER, blockA: 'switch', blockB: 'switch', legs: 1 }], rows };
}
