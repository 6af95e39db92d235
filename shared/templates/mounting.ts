/** Which device stands at which slot of the fabric, in which cabinet, at which rack unit. */
import { must } from '../assert.ts';
import type { DeviceType, Side } from '../catalog/types.ts';
import type { RailSlots } from '../fabrics/railOptimised.ts';
import type { Cabinet, Device, DeviceRole } from '../plan/types.ts';
import type { RailParts } from './railParts.ts';
import type { CabinetUse } from './railRows.ts';

/** Rack units left free above the highest switch, and most free between two nodes. */
const FREE_ON_TOP_U = 4;
const MOST_BETWEEN_NODES_U = 4;

export interface MountingNeed {
  readonly slots: RailSlots;
  readonly parts: RailParts;
  readonly nodesPerCabinet: number;
  readonly nodesPerSu: number;
  readonly rails: number;
  /** Cabinets by row and place, and what each is for. */
  readonly rows: readonly { readonly cabinets: readonly Cabinet[]; readonly uses: readonly CabinetUse[] }[];
}

export interface Mounting {
  readonly devices: readonly Device[];
  /** Slot path to device id. */
  readonly slots: Readonly<Record<string, string>>;
}

interface Mounted {
  readonly slot: string;
  readonly role: DeviceRole;
  readonly type: DeviceType;
}

/**
 * Nodes fill their cabinets row by row, each unit beginning a new cabinet. Leaves stand in the network cabinets of the rows
 * that hold their unit's nodes, spines and cores evenly in all of them, managers beside the leaves that they hang on.
 */
export function mountDevices(need: MountingNeed): Mounting {
  const { slots, parts } = need;
  const nodeCabinets = need.rows.flatMap(({ cabinets, uses }, row) =>
    cabinets.filter((_, place) => uses[place] === 'node').map((cabinet) => ({ cabinet, row })),
  );
  const networkCabinets = need.rows.flatMap(({ cabinets, uses }, row) =>
    cabinets.filter((_, place) => uses[place] === 'network').map((cabinet) => ({ cabinet, row })),
  );
  const devices: Device[] = [];
  const cabinetsPerUnit = Math.ceil(need.nodesPerSu / need.nodesPerCabinet);
  const rowsOfUnit = new Map<number, Set<number>>();

  const byCabinet = new Map<string, Mounted[]>();
  const add = (cabinet: Cabinet, mounted: Mounted): void => {
    byCabinet.set(cabinet.id, [...(byCabinet.get(cabinet.id) ?? []), mounted]);
  };

  slots.nodes.forEach((slot, index) => {
    const unit = Math.floor(index / need.nodesPerSu);
    const within = Math.floor((index % need.nodesPerSu) / need.nodesPerCabinet);
    const { cabinet, row } = must(nodeCabinets[unit * cabinetsPerUnit + within], 'node cabinet');
    rowsOfUnit.set(unit, (rowsOfUnit.get(unit) ?? new Set()).add(row));
    add(cabinet, { slot, role: 'node', type: parts.node });
  });
  for (const [id, nodes] of byCabinet) devices.push(...mountNodes(id, nodes, need));

  byCabinet.clear();
  const spread = (list: readonly string[], role: DeviceRole): void => {
    list.forEach((slot, index) => {
      const { cabinet } = must(networkCabinets[Math.floor((index * networkCabinets.length) / list.length)], 'network cabinet');
      add(cabinet, { slot, role, type: parts.switch });
    });
  };
  const leafCabinet = new Map<string, Cabinet>();
  slots.leaves.forEach((slot, index) => {
    const unit = Math.floor(index / need.rails);
    const rows = rowsOfUnit.get(unit) ?? new Set<number>();
    const beside = networkCabinets.filter(({ row }) => rows.has(row));
    const near = beside.length > 0 ? beside : networkCabinets;
    const place = beside.length > 0 ? ((index % need.rails) * near.length) / need.rails : (index * near.length) / slots.leaves.length;
    const { cabinet } = must(near[Math.floor(place)], 'network cabinet');
    leafCabinet.set(slot, cabinet);
    add(cabinet, { slot, role: 'leaf', type: parts.switch });
  });
  spread(slots.spines, 'spine');
  spread(slots.cores, 'core');
  const lastUnit = slots.leaves.length - need.rails;
  slots.managers.forEach((slot, index) => {
    const leaf = must(slots.leaves[lastUnit + index], 'leaf of a manager');
    add(must(leafCabinet.get(leaf), 'cabinet of a leaf'), { slot, role: 'ufm', type: must(parts.manager, 'manager type') });
  });
  for (const [id, switches] of byCabinet) devices.push(...mountSwitches(id, switches, need.parts.cabinet.rackUnits));
  return { devices, slots: Object.fromEntries(devicesBySlot(need.slots).map((slot) => [slot, deviceId(slot)])) };
}

/** Most nodes that a cabinet's rack units hold. */
export function mostNodes({ cabinet, node }: RailParts): number {
  return Math.floor(cabinet.rackUnits / node.heightU);
}

/** `su1.node05` stands for device `su1-node05`. */
function deviceId(slot: string): string {
  return slot.replaceAll('.', '-');
}

function devicesBySlot({ nodes, leaves, spines, cores, managers }: RailSlots): string[] {
  return [...nodes, ...leaves, ...spines, ...cores, ...managers];
}

/** From the bottom up, with even gaps for plugs and air. */
function mountNodes(cabinet: string, nodes: readonly Mounted[], { nodesPerCabinet, parts }: MountingNeed): Device[] {
  const freeU = parts.cabinet.rackUnits - nodesPerCabinet * parts.node.heightU;
  const gapU = Math.min(MOST_BETWEEN_NODES_U, Math.floor(freeU / (nodesPerCabinet + 1)));
  return nodes.map((node, index) => deviceOf(node, cabinet, 1 + gapU + index * (node.type.heightU + gapU)));
}

/** From the top down in the order given, with a free unit under each for cables while there is room. */
function mountSwitches(cabinet: string, switches: readonly Mounted[], rackUnits: number): Device[] {
  const usedU = switches.reduce((sum, { type }) => sum + type.heightU, 0);
  const gapU = usedU + switches.length <= rackUnits - FREE_ON_TOP_U ? 1 : 0;
  let topU = rackUnits - FREE_ON_TOP_U;
  return switches.map((mounted) => {
    const positionU = topU - mounted.type.heightU + 1;
    topU = positionU - 1 - gapU;
    return deviceOf(mounted, cabinet, positionU);
  });
}

/** Ports look out of the rear, over the hot aisle: a switch whose ports are on its front is mounted from behind. */
function deviceOf({ slot, role, type }: Mounted, cabinet: string, positionU: number): Device {
  const portsOn: Side = type.ports.find(({ id }) => id === 'switch' || id === 'compute')?.face ?? 'rear';
  const id = deviceId(slot);
  return { id, cabinet, type: type.id, name: id, role, positionU, face: portsOn === 'front' ? 'rear' : 'front' };
}
