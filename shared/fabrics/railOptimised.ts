/**
 * Links of a rail-optimised fabric, port by port. Counts and the reason for them are in railCounts.ts.
 *
 * Ports are numbered from 1 in each block, and assigned as `RAIL_PORTS` says. Neighbouring uplinks of a leaf go to different spines.
 * Ports stay where they are when units are added; when the spines double, the links that stay with their spine keep their ports too.
 * In three tiers the lower half of a spine's ports faces down.
 */
import { must } from '../assert.ts';
import { managedUnit, railCounts, UFM_APPLIANCES, UFM_LINKS, type RailCounts, type RailShape } from './railCounts.ts';
import type { RailParameters } from './railParameters.ts';
import type { TierPorts } from './fabricTypes.ts';

export type RailTierName = 'node-leaf' | 'leaf-spine' | 'spine-core' | 'ufm';

/** Which port goes to which, by tier. */
export const RAIL_PORTS = {
  'node-leaf': 'Port k of a node goes to the leaf of rail k of its unit; node n of the unit takes port n of each of these leaves.',
  'leaf-spine':
    'The uplinks of a leaf follow its ports for nodes and go round its spines in turn; each time round they take one block of ports of a spine further on, and in it the port that has the number of the leaf among all that the spine serves.',
  'spine-core':
    'The upper half of a spine’s ports goes round the cores of its plane in turn, spine after spine; each core fills from its port 1 on.',
  ufm: 'Ports c of both appliances of the fabric manager share a splitter, which hangs on the leaf of rail c of the managed unit, at the port of the node that was given up there.',
} as const satisfies Readonly<Record<RailTierName, string>> & TierPorts;

export interface RailTier {
  readonly name: RailTierName;
  /** Links per cable; links of one cable stand together. */
  readonly legs: number;
  /** Positions in `RailLinks.slots`, and ports from 1. */
  readonly slotA: Int32Array;
  readonly portA: Int32Array;
  readonly slotB: Int32Array;
  readonly portB: Int32Array;
}

export interface RailLinks {
  /** Every slot of the rule, filled or not: nodes, leaves, spines, cores, managers. */
  readonly slots: readonly string[];
  /** Port block that each slot uses. */
  readonly slotBlock: readonly string[];
  readonly tiers: readonly RailTier[];
}

/** Slots of the rule by role, in order. */
export interface RailSlots {
  readonly nodes: readonly string[];
  readonly leaves: readonly string[];
  readonly spines: readonly string[];
  readonly cores: readonly string[];
  readonly managers: readonly string[];
}

/** Slot paths by role; nodes and leaves by unit, three-tier spines by rail, sub-group, number. Throws on impossible parameters. */
export function railSlots(parameters: RailParameters): RailSlots {
  const counts = countsOf(parameters);
  const { su, nodesPerSu, rails, ufm } = parameters;
  const managed = managedUnit(parameters);
  const nodes: string[] = [];
  const leaves: string[] = [];
  const nodeDigits = Math.max(2, String(nodesPerSu).length);
  for (let unit = 1; unit <= su; unit += 1) {
    for (let node = 1; node <= nodesPerSu; node += 1) {
      const givenUp = ufm && unit === managed + 1 && node === nodesPerSu;
      if (!givenUp) nodes.push(`su${unit}.node${String(node).padStart(nodeDigits, '0')}`);
    }
    for (let rail = 1; rail <= rails; rail += 1) leaves.push(`su${unit}.leaf${rail}`);
  }
  return {
    nodes,
    leaves,
    spines: spineSlots(counts.shape, parameters),
    cores: Array.from({ length: counts.cores }, (_, core) => `core${String(core + 1).padStart(3, '0')}`),
    managers: Array.from({ length: counts.managers }, (_, manager) => `ufm${manager + 1}`),
  };
}

function spineSlots(shape: RailShape, { rails, uplinksPerLeaf }: RailParameters): string[] {
  if (shape.kind === 'two-tier') return Array.from({ length: shape.spines }, (_, spine) => `spine${spine + 1}`);
  const digits = Math.max(2, String(uplinksPerLeaf).length);
  const slots: string[] = [];
  for (let rail = 1; rail <= rails; rail += 1) {
    for (let group = 1; group <= shape.subGroups; group += 1) {
      for (let spine = 1; spine <= shape.spinesPerSubGroup; spine += 1) {
        slots.push(`rail${rail}.group${group}.spine${String(spine).padStart(digits, '0')}`);
      }
    }
  }
  return slots;
}

/**
 * All links whose two slots are filled, by tier, then by the slots of their A end. A splitter has its two links only
 * when all three of its slots are filled. Throws on impossible parameters: ask `railCounts` first.
 */
export function deriveRailLinks(parameters: RailParameters, isFilled: (slot: string) => boolean): RailLinks {
  const counts = countsOf(parameters);
  const byRole = railSlots(parameters);
  const slots = [...byRole.nodes, ...byRole.leaves, ...byRole.spines, ...byRole.cores, ...byRole.managers];
  const switches = byRole.leaves.length + byRole.spines.length + byRole.cores.length;
  const slotBlock = slots.map((_, slot) => {
    if (slot < byRole.nodes.length) return 'compute';
    return slot < byRole.nodes.length + switches ? 'switch' : 'compute';
  });
  const filled = slots.map(isFilled);
  const first: FirstSlots = {
    leaf: byRole.nodes.length,
    spine: byRole.nodes.length + byRole.leaves.length,
    core: byRole.nodes.length + byRole.leaves.length + byRole.spines.length,
    manager: byRole.nodes.length + switches,
  };
  const tiers = [nodeLeaf(parameters, counts, first, filled), leafSpine(parameters, counts, first, filled)];
  if (counts.shape.kind === 'three-tier') tiers.push(spineCore(parameters, counts, counts.shape, first, filled));
  if (parameters.ufm) tiers.push(managers(parameters, first, filled));
  return { slots, slotBlock, tiers };
}

interface FirstSlots {
  readonly leaf: number;
  readonly spine: number;
  readonly core: number;
  readonly manager: number;
}

/** Collects the links of one tier, leaving out those with an empty end. */
class TierColumns {
  readonly name: RailTierName;
  readonly legs: number;
  private readonly filled: readonly boolean[];
  private readonly columns: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  private count = 0;

  constructor(name: RailTierName, legs: number, capacity: number, filled: readonly boolean[]) {
    this.name = name;
    this.legs = legs;
    this.filled = filled;
    this.columns = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
  }

  add(slotA: number, portA: number, slotB: number, portB: number): void {
    if (!this.filled[slotA] || !this.filled[slotB]) return;
    const [slotsA, portsA, slotsB, portsB] = this.columns;
    slotsA[this.count] = slotA;
    portsA[this.count] = portA;
    slotsB[this.count] = slotB;
    portsB[this.count] = portB;
    this.count += 1;
  }

  finish(): RailTier {
    const [slotA, portA, slotB, portB] = this.columns.map((column) => column.slice(0, this.count)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    return { name: this.name, legs: this.legs, slotA, portA, slotB, portB };
  }
}

function nodeLeaf(parameters: RailParameters, counts: RailCounts, first: FirstSlots, filled: readonly boolean[]): RailTier {
  const { nodesPerSu, rails, ufm } = parameters;
  const tier = new TierColumns('node-leaf', 1, counts.links['node-leaf'], filled);
  const givenUp = ufm ? (managedUnit(parameters) + 1) * nodesPerSu - 1 : Infinity;
  for (let node = 0; node < counts.nodes; node += 1) {
    const position = node < givenUp ? node : node + 1;
    const unit = Math.floor(position / nodesPerSu);
    for (let rail = 0; rail < rails; rail += 1) {
      tier.add(node, rail + 1, first.leaf + unit * rails + rail, (position % nodesPerSu) + 1);
    }
  }
  return tier.finish();
}

function leafSpine(parameters: RailParameters, counts: RailCounts, first: FirstSlots, filled: readonly boolean[]): RailTier {
  const { nodesPerSu, rails, uplinksPerLeaf, switchPorts } = parameters;
  const { shape } = counts;
  const spines = shape.kind === 'two-tier' ? shape.spines : shape.spinesPerSubGroup;
  const portsDown = shape.kind === 'two-tier' ? switchPorts : switchPorts / 2;
  const capacity = Math.floor(portsDown / (uplinksPerLeaf / spines));
  const tier = new TierColumns('leaf-spine', 1, counts.links['leaf-spine'], filled);
  for (let leaf = 0; leaf < counts.leaves; leaf += 1) {
    const unit = Math.floor(leaf / rails);
    const place = shape.kind === 'two-tier' ? { firstSpine: 0, among: leaf } : placeInSubGroup(shape, unit, leaf % rails);
    for (let uplink = 0; uplink < uplinksPerLeaf; uplink += 1) {
      const round = Math.floor(uplink / spines);
      const spine = first.spine + place.firstSpine + (uplink % spines);
      tier.add(first.leaf + leaf, nodesPerSu + uplink + 1, spine, round * capacity + place.among + 1);
    }
  }
  return tier.finish();
}

function placeInSubGroup(shape: RailShape & { kind: 'three-tier' }, unit: number, rail: number): { firstSpine: number; among: number } {
  const group = Math.floor(unit / shape.leavesPerSubGroup);
  return { firstSpine: (rail * shape.subGroups + group) * shape.spinesPerSubGroup, among: unit % shape.leavesPerSubGroup };
}

/**
 * Plane i holds spine i of every sub-group, and half as many cores as spines. Where that is not whole, two planes
 * share their cores, so that the cores stay half as many as the spines.
 */
function spineCore(
  { rails, switchPorts }: RailParameters,
  counts: RailCounts,
  shape: RailShape & { kind: 'three-tier' },
  first: FirstSlots,
  filled: readonly boolean[],
): RailTier {
  const groups = rails * shape.subGroups;
  const uplinks = switchPorts / 2;
  const planesTogether = groups % 2 === 0 ? 1 : 2;
  const tier = new TierColumns('spine-core', 1, counts.links['spine-core'], filled);
  for (let spine = 0; spine < counts.spines; spine += 1) {
    const plane = spine % shape.spinesPerSubGroup;
    const group = Math.floor(spine / shape.spinesPerSubGroup);
    const together = Math.floor(plane / planesTogether) * planesTogether;
    const planes = Math.min(planesTogether, shape.spinesPerSubGroup - together);
    const cores = Math.ceil((groups * planes) / 2);
    const firstCore = (together * groups) / 2;
    const spineAmong = (plane - together) * groups + group;
    for (let uplink = 0; uplink < uplinks; uplink += 1) {
      const turn = spineAmong * uplinks + uplink;
      tier.add(first.spine + spine, uplinks + uplink + 1, first.core + firstCore + (turn % cores), Math.floor(turn / cores) + 1);
    }
  }
  return tier.finish();
}

function managers(parameters: RailParameters, first: FirstSlots, filled: readonly boolean[]): RailTier {
  const { nodesPerSu, rails } = parameters;
  const tier = new TierColumns('ufm', UFM_APPLIANCES, UFM_LINKS, filled);
  for (let splitter = 0; splitter < UFM_LINKS / UFM_APPLIANCES; splitter += 1) {
    const leaf = first.leaf + managedUnit(parameters) * rails + splitter;
    const appliances = Array.from({ length: UFM_APPLIANCES }, (_, appliance) => first.manager + appliance);
    if (!appliances.every((appliance) => filled[appliance])) continue;
    for (const appliance of appliances) tier.add(appliance, splitter + 1, leaf, nodesPerSu);
  }
  return tier.finish();
}

function countsOf(parameters: RailParameters): RailCounts {
  const counts = railCounts(parameters);
  return must(counts.ok ? counts.value : null, `a fabric with parameters ${JSON.stringify(parameters)}`);
}
