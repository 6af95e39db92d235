/**
 * The storage fabric of a SuperPOD, port by port. The bill gives 16 switches, 494 fibers of which 254 lead to nodes, and 369
 * twin-port optics; which port takes what is left open there, and settled here:
 *
 * - 12 leaves, three to a unit, and 4 spines: the one split of 16 in which every leaf has the same number of links to every spine
 *   and the ports suffice. 240 links ÷ 48 pairs: five of each leaf to each spine.
 * - leaf ports 1 … 22 take nodes. Two neighbouring nodes share a cage, their first ports in one, their second ports in the next,
 *   and cages go round the three leaves of the unit, so that the two ports of a node are on different leaves. Of an odd number of
 *   nodes the last three share three cages in a ring.
 * - leaf port 23 of leaves 1 and 2 of the first unit: the two splitters of the fabric manager.
 * - leaf ports 25 … 32: four active splitters to the storage appliances of the unit, going round the leaves.
 * - leaf ports 33 … 36 of the first unit: the four active splitters to the management servers, 1 and 2 together, 3 and 4 together.
 * - leaf ports 45 … 64: uplink j goes to spine j mod 4 in round ⌊j ÷ 4⌋, at port round × 12 + leaf, as in the compute fabric.
 */
import type { TableRow, TableRule } from '../../fabrics/tableRule.ts';
import { nodesOfUnit, nodeSlot, STORAGE_APPLIANCES_PER_UNIT, STORAGE_LEAVES_PER_UNIT, STORAGE_SPINES, upTo, MOST_UNITS } from './slots.ts';

const UFM_PORT = 23;
const FIRST_APPLIANCE_PORT = 25;
const FIRST_SERVER_PORT = 33;
const FIRST_UPLINK_PORT = 45;
const ROUNDS = 5;
const SPLITTERS_PER_APPLIANCE = 4;
const LEAVES = STORAGE_LEAVES_PER_UNIT * MOST_UNITS;

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
