/**
 * The fabric between halls, port by port. In each hall stand campus switches, at least two, that face the cores with half of their
 * ports at most; what they serve in the hall is left open. A hall's links are spread evenly over its switches, and those of each
 * switch over the cores, so that a hall that loses a core loses no switch.
 */
import type { TierPorts } from '../../fabrics/fabricTypes.ts';
import { isSameTable } from '../../fabrics/sameTable.ts';
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
  return dealt({ halls, uplinksPerHall, ...campusSwitches(options) });
}

/** Which port goes to which, by tier. */
export const CAMPUS_PORTS: TierPorts = {
  [CAMPUS_TIER]:
    'The uplinks of each switch, hall by hall and switch by switch, go to the cores in turn, from port 1 of the switch and of the core on.',
};

/** Whether a table is one of a campus as it was generated. */
export function isCampusTable({ rows }: TableRule): boolean {
  const numbers = (pattern: RegExp): number => new Set(rows.flatMap((row) => row.flatMap((end) => pattern.exec(end)?.[1] ?? []))).size;
  const [halls, perHall, cores] = [numbers(/^hall(\d+)\./), numbers(/^hall\d+\.switch(\d+):/), numbers(/^core(\d+):/)];
  return halls > 0 && isSameTable(rows, dealt({ halls, uplinksPerHall: rows.length / halls, perHall, cores }).rows);
}

interface Deal {
  readonly halls: number;
  readonly uplinksPerHall: number;
  readonly perHall: number;
  readonly cores: number;
}

function dealt({ halls, uplinksPerHall, perHall, cores }: Deal): TableRule {
  const rows: TableRow[] = [];
  for (let hall = 1; hall <= halls; hall += 1) {
    for (let position = 1; position <= perHall; position += 1) {
      const uplinks = Math.ceil((uplinksPerHall - position + 1) / perHall);
      for (let port = 1; port <= uplinks; port += 1) {
        const turn = rows.length;
        const to = `${coreSlot((turn % cores) + 1)}:${Math.floor(turn / cores) + 1}`;
        rows.push([CAMPUS_TIER, `${campusSwitchSlot(hall, position)}:${port}`, to]);
      }
    }
  }
  return { kind: 'table', tiers: [{ name: CAMPUS_TIER, blockA: 'switch', blockB: 'switch', legs: 1 }], rows };
}
