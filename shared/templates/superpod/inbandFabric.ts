/**
 * The in-band management network of a SuperPOD, port by port. The bill gives 8 switches, 24 leaf-core cables and 6 between
 * switches; which port takes what is left open there, and settled here:
 *
 * - 6 leaves in three pairs and 2 cores: each leaf has two links to each core (24), each pair two to each other (6).
 * - which port goes to which is in `INBAND_PORTS`. Ports 52 … 57 of the leaves are for what belongs to the out-of-band network.
 */
import type { TierPorts } from '../../fabrics/fabricTypes.ts';
import type { TableRow, TableRule } from '../../fabrics/tableRule.ts';
import {
  CORES,
  inbandLeaves,
  inbandPairsOfUnit,
  MANAGEMENT_SERVERS,
  MOST_UNITS,
  NFS_HEADS,
  NODES_PER_INBAND_PAIR,
  nodesBefore,
  nodeSlot,
  nodesOfUnit,
  upTo,
} from './slots.ts';

const FIRST_SERVER_PORT = 44;
const FIRST_NFS_PORT = 48;
const FIRST_CORE_PORT = 58;
const FIRST_ISL_PORT = 63;
const FIRST_HAND_OFF_PORT = 13;
/** Links of a leaf to each core, of a pair to each other, of a core to the building. */
const LINKS = 2;
const LEAVES = 2 * upTo(MOST_UNITS).flatMap(inbandPairsOfUnit).length;

const onEitherLeaf = (what: string, count: number, firstPort: number): string =>
  `Ports 1 and 2 of ${what} go to the two leaves of the first pair, at leaf ports ${firstPort} to ${firstPort + count - 1} in their order.`;

/** Which port goes to which, by tier. */
export const INBAND_PORTS: TierPorts = {
  'inband-node': `Ports 1 and 2 of a node go to the two leaves of its pair, at the same port of both; pairs fill up in the order of the nodes, ${NODES_PER_INBAND_PAIR} to a pair, from leaf port 1 on.`,
  'inband-core': `Leaf ports ${FIRST_CORE_PORT} to ${FIRST_CORE_PORT + LINKS * CORES - 1} go to the cores in turn; link q of leaf l to a core takes core port (q − 1) × ${LEAVES} + l.`,
  'inband-isl': `Ports ${FIRST_ISL_PORT} and ${FIRST_ISL_PORT + LINKS - 1} of one leaf of a pair go to the same ports of the other.`,
  'inband-server': onEitherLeaf('the management servers', MANAGEMENT_SERVERS, FIRST_SERVER_PORT),
  'inband-nfs': onEitherLeaf('the NFS storage', NFS_HEADS, FIRST_NFS_PORT),
  'inband-uplink': `Ports ${FIRST_HAND_OFF_PORT} and ${FIRST_HAND_OFF_PORT + LINKS - 1} of each core lead to the core network of the building, in the order of the cores.`,
};

export function inbandRule(su: number): TableRule {
  const pairs = upTo(su).flatMap(inbandPairsOfUnit);
  return {
    kind: 'table',
    tiers: [
      { name: 'inband-node', blockA: 'in-band', blockB: 'switch', legs: 1 },
      { name: 'inband-core', blockA: 'switch', blockB: 'switch', legs: 1 },
      { name: 'inband-isl', blockA: 'switch', blockB: 'switch', legs: 1 },
      { name: 'inband-server', blockA: 'in-band', blockB: 'switch', legs: 1 },
      { name: 'inband-nfs', blockA: 'in-band', blockB: 'switch', legs: 1 },
      { name: 'inband-uplink', blockA: 'switch', blockB: 'uplink', legs: 1 },
    ],
    rows: [
      ...upTo(su).flatMap(nodeRows),
      ...pairs.flatMap(coreRows),
      ...pairs.map(islRow),
      ...pairRows('inband-server', 'server', MANAGEMENT_SERVERS, FIRST_SERVER_PORT),
      ...pairRows('inband-nfs', 'nfs', NFS_HEADS, FIRST_NFS_PORT),
      ...handOffRows(),
    ],
  };
}

/** `leaf3` */
export function inbandLeaf(leaf: number): string {
  return `leaf${leaf}`;
}

function nodeRows(unit: number): TableRow[] {
  return nodesOfUnit(unit).flatMap((node, at) => {
    const among = nodesBefore(unit) + at;
    const pair = Math.floor(among / NODES_PER_INBAND_PAIR) + 1;
    const port = (among % NODES_PER_INBAND_PAIR) + 1;
    return inbandLeaves(pair).map((leaf, side): TableRow => [
      'inband-node',
      `${nodeSlot(unit, node)}:${side + 1}`,
      `${inbandLeaf(leaf)}:${port}`,
    ]);
  });
}

function coreRows(pair: number): TableRow[] {
  return inbandLeaves(pair).flatMap((leaf) =>
    upTo(LINKS).map((link): TableRow => {
      const port = FIRST_CORE_PORT + (link - 1) * CORES;
      return ['inband-core', `${inbandLeaf(leaf)}:[${port}-${port + CORES - 1}]`, `core[1-${CORES}]:${(link - 1) * LEAVES + leaf}`];
    }),
  );
}

function islRow(pair: number): TableRow {
  const [first, second] = inbandLeaves(pair);
  const ports = `[${FIRST_ISL_PORT}-${FIRST_ISL_PORT + LINKS - 1}]`;
  return ['inband-isl', `${inbandLeaf(first)}:${ports}`, `${inbandLeaf(second)}:${ports}`];
}

/** One port of each on either leaf of the first pair. */
function pairRows(tier: string, slot: string, count: number, firstPort: number): TableRow[] {
  return inbandLeaves(1).map((leaf, side): TableRow => [
    tier,
    `${slot}[1-${count}]:${side + 1}`,
    `${inbandLeaf(leaf)}:[${firstPort}-${firstPort + count - 1}]`,
  ]);
}

function handOffRows(): TableRow[] {
  const ports = `[${FIRST_HAND_OFF_PORT}-${FIRST_HAND_OFF_PORT + LINKS - 1}]`;
  return upTo(CORES).map((core): TableRow => [
    'inband-uplink',
    `core${core}:${ports}`,
    `hand-off:[${(core - 1) * LINKS + 1}-${core * LINKS}]`,
  ]);
}
