/**
 * The storage fabric of a SuperPOD, port by port. The bill gives 16 switches, 494 fibers of which 254 lead to nodes, and 369
 * twin-port optics; which port takes what is left open there, and settled here:
 *
 * - 12 leaves, three to a unit, and 4 spines: the one split of 16 in which every leaf has the same number of links to every spine
 *   and the ports suffice. 240 links ÷ 48 pairs: five of each leaf to each spine.
 * - the two ports of a node are on different leaves; all else as `STORAGE_PORTS` says.
 */
import type { TierPorts } from '../../fabrics/fabricTypes.ts';
import type { TableRow, TableRule } from '../../fabrics/tableRule.ts';
import { nodesOfUnit, nodeSlot, STORAGE_APPLIANCES_PER_UNIT, STORAGE_LEAVES_PER_UNIT, STORAGE_SPINES, upTo, MOST_UNITS } from './slots.ts';

const UFM_PORT = 23;
const FIRST_APPLIANCE_PORT = 25;
const FIRST_SERVER_PORT = 33;
const FIRST_UPLINK_PORT = 45;
const ROUNDS = 5;
const SPLITTERS_PER_APPLIANCE = 4;
const LEAVES = STORAGE_LEAVES_PER_UNIT * MOST_UNITS;

/** Which port goes to which, by tier. */
export const STORAGE_PORTS: TierPorts = {
  'storage-node':
    'Two neighboring nodes share a cage, their first ports one and their second ports the next, and these cages go round the leaves of the unit from leaf port 1 on; of an odd number of nodes the last three share three cages in a ring.',
  'storage-spine': `Leaf ports ${FIRST_UPLINK_PORT} to ${FIRST_UPLINK_PORT + ROUNDS * STORAGE_SPINES - 1} go round the ${STORAGE_SPINES} spines ${ROUNDS} times; in round r leaf l of all takes spine port (r − 1) × ${LEAVES} + l.`,
  'storage-array': `The ${SPLITTERS_PER_APPLIANCE} splitters of each appliance, two of its ports on each, go round the leaves of the unit, two leaf ports at a time from ${FIRST_APPLIANCE_PORT} on.`,
  'storage-ufm': `Ports c of both appliances of the fabric manager share a splitter at port ${UFM_PORT} of leaf c of the first unit.`,
  'storage-server': `Four splitters go round the leaves of the first unit, two leaf ports at a time from ${FIRST_SERVER_PORT} on; servers 1 and 2 share the first two of them, servers 3 and 4 the others.`,
};

/** `su2.leaf3` */
export function storageLeaf(unit: number, leaf: number): string {
  return `su${unit}.leaf${leaf}`;
}

export function storageRule(su: number): TableRule {
  const units = upTo(su);
  return {
    kind: 'table',
    tiers: [
      { name: 'storage-node', blockA: 'storage', blockB: 'switch', legs: 1 },
      { name: 'storage-spine', blockA: 'switch', blockB: 'switch', legs: 1 },
      { name: 'storage-array', blockA: 'storage', blockB: 'switch', legs: 2 },
      { name: 'storage-ufm', blockA: 'compute', blockB: 'switch', legs: 2 },
      { name: 'storage-server', blockA: 'storage', blockB: 'switch', legs: 2 },
    ],
    rows: [...units.flatMap(nodeRows), ...units.flatMap(uplinkRows), ...units.flatMap(applianceRows), ...ufmRows(), ...serverRows()],
  };
}

/** A cage with two node ports, and the leaf that it is on. */
function nodeRows(unit: number): TableRow[] {
  return cagesOf(nodesOfUnit(unit)).flatMap((ends, cage) => {
    const leaf = storageLeaf(unit, (cage % STORAGE_LEAVES_PER_UNIT) + 1);
    const port = 2 * Math.floor(cage / STORAGE_LEAVES_PER_UNIT) + 1;
    return ends.map(([node, nodePort], at): TableRow => ['storage-node', `${nodeSlot(unit, node)}:${nodePort}`, `${leaf}:${port + at}`]);
  });
}

type NodePort = readonly [node: number, port: number];

/** Ports of nodes by the cages that they share, in the order of the cages. */
function cagesOf(nodes: readonly number[]): NodePort[][] {
  const paired = nodes.length % 2 === 0 ? nodes.length : nodes.length - 3;
  const cages: NodePort[][] = [];
  for (let at = 0; at < paired; at += 2) {
    const pair = nodes.slice(at, at + 2);
    for (const port of [1, 2]) cages.push(pair.map((node): NodePort => [node, port]));
  }
  const [a, b, c] = nodes.slice(paired);
  if (a !== undefined && b !== undefined && c !== undefined) {
    cages.push(
      [
        [a, 1],
        [b, 1],
      ],
      [
        [a, 2],
        [c, 1],
      ],
      [
        [b, 2],
        [c, 2],
      ],
    );
  }
  return cages;
}

function uplinkRows(unit: number): TableRow[] {
  return upTo(STORAGE_LEAVES_PER_UNIT).flatMap((leaf) =>
    upTo(ROUNDS).map((round): TableRow => {
      const port = FIRST_UPLINK_PORT + (round - 1) * STORAGE_SPINES;
      const among = (unit - 1) * STORAGE_LEAVES_PER_UNIT + leaf;
      const from = `${storageLeaf(unit, leaf)}:[${port}-${port + STORAGE_SPINES - 1}]`;
      return ['storage-spine', from, `spine[1-${STORAGE_SPINES}]:${(round - 1) * LEAVES + among}`];
    }),
  );
}

function applianceRows(unit: number): TableRow[] {
  return upTo(STORAGE_APPLIANCES_PER_UNIT).flatMap((appliance) =>
    upTo(SPLITTERS_PER_APPLIANCE).map((splitter): TableRow => {
      const among = (appliance - 1) * SPLITTERS_PER_APPLIANCE + splitter - 1;
      const leaf = storageLeaf(unit, (among % STORAGE_LEAVES_PER_UNIT) + 1);
      const port = FIRST_APPLIANCE_PORT + 2 * Math.floor(among / STORAGE_LEAVES_PER_UNIT);
      return ['storage-array', `su${unit}.array${appliance}:[${2 * splitter - 1}-${2 * splitter}]`, `${leaf}:[${port}-${port + 1}]`];
    }),
  );
}

function ufmRows(): TableRow[] {
  return [1, 2].map((splitter): TableRow => ['storage-ufm', `ufm[1-2]:${splitter}`, `${storageLeaf(1, splitter)}:${UFM_PORT}`]);
}

/** Splitters 1 … 4 on leaves 1, 2, 3, 1; servers 1 and 2 hang on the first two, 3 and 4 on the others. */
function serverRows(): TableRow[] {
  return [1, 2, 3, 4].map((splitter): TableRow => {
    const servers = splitter <= 2 ? 'server[1-2]' : 'server[3-4]';
    const leaf = storageLeaf(1, ((splitter - 1) % STORAGE_LEAVES_PER_UNIT) + 1);
    const port = FIRST_SERVER_PORT + 2 * Math.floor((splitter - 1) / STORAGE_LEAVES_PER_UNIT);
    return ['storage-server', `${servers}:${((splitter - 1) % 2) + 1}`, `${leaf}:[${port}-${port + 1}]`];
  });
}
