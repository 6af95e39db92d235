/** Which device stands at which slot of the fabric, in which cabinet, at which rack unit. */
import { must } from '../assert.ts';
import type { RailSlots } from '../fabrics/railOptimised.ts';
import type { Cabinet, Device, DeviceRole } from '../plan/types.ts';
import { FREE_ON_TOP_U, NetworkCabinets, usedU, type Mounted } from './networkCabinets.ts';
import type { RailParts } from './railParts.ts';
import type { CabinetUse } from './railRows.ts';

/** Most rack units left free between two nodes. */
const MOST_BETWEEN_NODES_U = 4;

export interface MountingNeed {
  readonly slots: RailSlots;
  readonly parts: RailParts;
  readonly nodesPerCabinet: number;
  readonly nodesPerSu: number;
  readonly rails: number;
  /** Unit, from 0, on which the fabric manager hangs. */
  readonly managedUnit: number;
  /** Cabinets by row and place, and what each is for. */
  readonly rows: readonly { readonly cabinets: readonly Cabinet[]; readonly uses: readonly CabinetUse[] }[];
}

export interface Mounting {
  readonly devices: readonly Device[];
  /** Slot path to device id. */
  readonly slots: Readonly<Record<string, string>>;
}

/**
 * Nodes fill their cabinets row by row, each unit beginning a new cabinet. Leaves stand in the network cabinets of the rows
 * that hold their unit's nodes, spines and cores evenly in all of them, managers beside the leaves that they hang on.
 */
export function mountDevices(need: MountingNeed): Mounting {
  const { nodes, leaves, spines, cores, managers } = need.slots;
  const { devices, rowsOfUnit } = mountAllNodes(need);
  const network = new NetworkCabinets(cabinetsFor(need, 'network'), need.parts.cabinet.rackUnits);
  const all = network.inRows(new Set());
  for (let unit = 0; unit * need.rails < leaves.length; unit += 1) {
    const ofUnit = leaves.slice(unit * need.rails, (unit + 1) * need.rails);
    network.spread(asSwitches(ofUnit, 'leaf', need.parts), network.inRows(rowsOfUnit[unit] ?? new Set()));
  }
  network.spread(asSwitches(spines, 'spine', need.parts), all);
  network.spread(asSwitches(cores, 'core', need.parts), all);
  managers.forEach((slot, index) => {
    const leaf = must(leaves[need.managedUnit * need.rails + index], 'leaf of a manager');
    network.place({ slot, role: 'ufm', type: must(need.parts.manager, 'manager type') }, network.holding(leaf));
  });
  for (const { cabinet, devices: switches } of network.cabinets) devices.push(...mountSwitches(cabinet.id, switches, need.parts));
  const slots = Object.fromEntries([...nodes, ...leaves, ...spines, ...cores, ...managers].map((slot) => [slot, deviceId(slot)]));
  return { devices, slots };
}

/** Most nodes that a cabinet's rack units hold. */
export function mostNodes({ cabinet, node }: RailParts): number {
  return Math.floor(cabinet.rackUnits / node.heightU);
}

function cabinetsFor({ rows }: MountingNeed, use: CabinetUse): { cabinet: Cabinet; row: number }[] {
  return rows.flatMap(({ cabinets, uses }, row) => cabinets.filter((_, place) => uses[place] === use).map((cabinet) => ({ cabinet, row })));
}

function asSwitches(slots: readonly string[], role: DeviceRole, parts: RailParts): Mounted[] {
  return slots.map((slot) => ({ slot, role, type: parts.switch }));
}

/** Nodes in their cabinets, and the rows in which each unit stands. */
function mountAllNodes(need: MountingNeed): { devices: Device[]; rowsOfUnit: Set<number>[] } {
  const places = cabinetsFor(need, 'node');
  const cabinetsPerUnit = Math.ceil(need.nodesPerSu / need.nodesPerCabinet);
  const devices: Device[] = [];
  const rowsOfUnit: Set<number>[] = [];
  for (const [unit, ofUnit] of nodesByUnit(need.slots.nodes).entries()) {
    const rows = new Set<number>();
    for (let within = 0; within * need.nodesPerCabinet < ofUnit.length; within += 1) {
      const { cabinet, row } = must(places[unit * cabinetsPerUnit + within], 'node cabinet');
      const together = ofUnit.slice(within * need.nodesPerCabinet, (within + 1) * need.nodesPerCabinet);
      devices.push(...mountNodes(cabinet.id, together, need));
      rows.add(row);
    }
    rowsOfUnit.push(rows);
  }
  return { devices, rowsOfUnit };
}

/** The slots `su3.node01` to `su3.node32` together; a unit whose only node is given up has none. */
function nodesByUnit(nodes: readonly string[]): string[][] {
  const units: string[][] = [];
  for (const slot of nodes) {
    const unit = unitOfSlot(slot);
    while (units.length < unit) units.push([]);
    must(units[unit - 1], 'unit').push(slot);
  }
  return units;
}

/** 3 of `su3.node05`. */
function unitOfSlot(slot: string): number {
  return Number(/^su(\d+)\./u.exec(slot)?.[1]);
}

/** From the bottom up, with even gaps for plugs and air. */
function mountNodes(cabinet: string, slots: readonly string[], { nodesPerCabinet, parts }: MountingNeed): Device[] {
  const type = parts.node;
  const freeU = parts.cabinet.rackUnits - nodesPerCabinet * type.heightU;
  const gapU = Math.min(MOST_BETWEEN_NODES_U, Math.floor(freeU / (nodesPerCabinet + 1)));
  return slots.map((slot, index) => deviceOf({ slot, role: 'node', type }, cabinet, 1 + gapU + index * (type.heightU + gapU)));
}

/** From the top down in the order given, with a free unit under each for cables while there is room. */
function mountSwitches(cabinet: string, switches: readonly Mounted[], parts: RailParts): Device[] {
  const roomU = parts.cabinet.rackUnits - FREE_ON_TOP_U;
  const gapU = usedU(switches) + switches.length <= roomU ? 1 : 0;
  let topU = roomU;
  return switches.map((mounted) => {
    const positionU = topU - mounted.type.heightU + 1;
    topU = positionU - 1 - gapU;
    return deviceOf(mounted, cabinet, positionU);
  });
}

/** Ports look out of the rear, over the hot aisle: a switch whose ports are on its front is mounted from behind. */
function deviceOf({ slot, role, type }: Mounted, cabinet: string, positionU: number): Device {
  const portsAreInFront = type.ports.some(({ id, face }) => (id === 'switch' || id === 'compute') && face === 'front');
  const id = deviceId(slot);
  return { id, cabinet, type: type.id, name: id, role, positionU, face: portsAreInFront ? 'rear' : 'front' };
}

/** `su1.node05` stands for device `su1-node05`. */
function deviceId(slot: string): string {
  return slot.replaceAll('.', '-');
}
