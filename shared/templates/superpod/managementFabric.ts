/**
 * The out-of-band management network of a SuperPOD, port by port. The bill gives 8 switches of 48 ports, 317 Cat5e cords and two
 * uplinks from each switch; which port takes what is left open there, and settled here:
 *
 * - two switches come with each unit, and take all that comes with it, as `MANAGEMENT_PORTS` says.
 * - a fabric manager's network port goes to an in-band leaf over an adapter and a BASE-T module, which is what the bill has four of
 *   each for; the two managers of a fabric are joined back to back.
 */
import type { TierPorts } from '../../fabrics/fabricTypes.ts';
import type { TableRow, TableRule, TableTier } from '../../fabrics/tableRule.ts';
import { inbandLeaf } from './inbandFabric.ts';
import {
  CORES,
  inbandLeaves,
  inbandPairsOfUnit,
  MANAGEMENT_SERVERS,
  nodesOfUnit,
  nodeSlot,
  OOB_SWITCHES_PER_UNIT,
  pdusOfUnit,
  RAILS,
  spinesOfUnit,
  STORAGE_LEAVES_PER_UNIT,
  STORAGE_SPINES,
  upTo,
} from './slots.ts';

const FIRST_UFM_PORT = 52;
const FIRST_UPLINK_PORT = 54;

const TO_SWITCH = ['oob-node', 'oob-pdu', 'oob-switch', 'oob-inband', 'oob-server'] as const;

const IN_TURN =
  'Port 1 of all that comes with a unit (nodes, rack PDUs, compute and storage switches, in-band switches, management servers, in this order) goes in turn to the first and the second switch of the unit, from switch port 1 on.';

/** Which port goes to which, by tier. */
export const MANAGEMENT_PORTS: TierPorts = {
  ...Object.fromEntries(TO_SWITCH.map((tier) => [tier, IN_TURN])),
  'oob-ufm': `Port 1 of the two managers of a fabric goes to the two in-band leaves of the first pair, at leaf port ${FIRST_UFM_PORT} for the compute fabric and ${FIRST_UFM_PORT + 1} for storage.`,
  'oob-ufm-pair': 'Port 2 of one manager of a fabric goes to port 2 of the other.',
  'oob-uplink': `The two uplinks of a switch go to the two in-band leaves of the pair of its unit, at leaf port ${FIRST_UPLINK_PORT} from the first switch and ${FIRST_UPLINK_PORT + 1} from the second; a unit without a pair shares the one before, two ports further on.`,
};

const toSwitch = (name: string): TableTier => ({ name, blockA: 'management', blockB: 'switch', legs: 1 });

export function managementRule(su: number): TableRule {
  return {
    kind: 'table',
    tiers: [
      ...TO_SWITCH.map(toSwitch),
      { name: 'oob-ufm', blockA: 'management', blockB: 'switch', legs: 1 },
      { name: 'oob-ufm-pair', blockA: 'management', blockB: 'management', legs: 1 },
      { name: 'oob-uplink', blockA: 'uplink', blockB: 'switch', legs: 1 },
    ],
    rows: [...upTo(su).flatMap(unitRows), ...ufmRows(), ...upTo(su).flatMap(uplinkRows)],
  };
}

/** `su1.oob2` */
export function oobSwitch(unit: number, at: number): string {
  return `su${unit}.oob${at}`;
}

function unitRows(unit: number): TableRow[] {
  return devicesOfUnit(unit).map(([tier, slot], at): TableRow => {
    const to = oobSwitch(unit, (at % OOB_SWITCHES_PER_UNIT) + 1);
    return [tier, `${slot}:1`, `${to}:${Math.floor(at / OOB_SWITCHES_PER_UNIT) + 1}`];
  });
}

/** All that comes with a unit and has a management port, except fabric managers. */
function devicesOfUnit(unit: number): (readonly [tier: string, slot: string])[] {
  const isFirst = unit === 1;
  const switches = [
    ...upTo(RAILS).map((rail) => `compute.su${unit}.leaf${rail}`),
    ...spinesOfUnit(unit).map((spine) => `compute.spine${spine}`),
    ...upTo(STORAGE_LEAVES_PER_UNIT).map((leaf) => `storage.su${unit}.leaf${leaf}`),
    ...(isFirst ? upTo(STORAGE_SPINES).map((spine) => `storage.spine${spine}`) : []),
  ];
  const inband = [
    ...inbandPairsOfUnit(unit)
      .flatMap(inbandLeaves)
      .map((leaf) => `inband.${inbandLeaf(leaf)}`),
    ...(isFirst ? upTo(CORES).map((core) => `inband.core${core}`) : []),
  ];
  const servers = isFirst ? upTo(MANAGEMENT_SERVERS).map((server) => `server${server}`) : [];
  return [
    ...nodesOfUnit(unit).map((node) => ['oob-node', nodeSlot(unit, node)] as const),
    ...pdusOfUnit(unit).map((slot) => ['oob-pdu', slot] as const),
    ...switches.map((slot) => ['oob-switch', slot] as const),
    ...inband.map((slot) => ['oob-inband', slot] as const),
    ...servers.map((slot) => ['oob-server', slot] as const),
  ];
}

function ufmRows(): TableRow[] {
  const [first, second] = inbandLeaves(1);
  return ['compute', 'storage'].flatMap((fabric, at): TableRow[] => [
    ['oob-ufm', `${fabric}.ufm1:1`, `inband.${inbandLeaf(first)}:${FIRST_UFM_PORT + at}`],
    ['oob-ufm', `${fabric}.ufm2:1`, `inband.${inbandLeaf(second)}:${FIRST_UFM_PORT + at}`],
    ['oob-ufm-pair', `${fabric}.ufm1:2`, `${fabric}.ufm2:2`],
  ]);
}

/** A unit without an in-band pair of its own shares the last one, at the ports behind those of its neighbour. */
function uplinkRows(unit: number): TableRow[] {
  const pair = Math.max(...upTo(unit).flatMap(inbandPairsOfUnit));
  const isShared = inbandPairsOfUnit(unit).length === 0;
  const port = FIRST_UPLINK_PORT + (isShared ? OOB_SWITCHES_PER_UNIT : 0);
  return upTo(OOB_SWITCHES_PER_UNIT).flatMap((at) =>
    inbandLeaves(pair).map((leaf, side): TableRow => [
      'oob-uplink',
      `${oobSwitch(unit, at)}:${side + 1}`,
      `inband.${inbandLeaf(leaf)}:${port + at - 1}`,
    ]),
  );
}
