/** Where the devices of a SuperPOD stand: nodes four to a cabinet with rack PDUs between them, the rest in the network cabinets. */
import { must } from '../../assert.ts';
import type { Catalog, DeviceType } from '../../catalog/types.ts';
import type { Device, DeviceRole } from '../../plan/types.ts';
import { FREE_ON_TOP_U } from '../networkCabinets.ts';
import { deviceAt } from './fabrics.ts';
import { oobSwitch } from './managementFabric.ts';
import { inbandLeaf } from './inbandFabric.ts';
import { storageLeaf } from './storageFabric.ts';
import {
  CORES,
  inbandLeaves,
  inbandPairsOfUnit,
  networkCabinets,
  NFS_HEADS,
  nodeCabinetsOfUnit,
  NODES_PER_CABINET,
  nodesOfUnit,
  nodeSlot,
  OOB_SWITCHES_PER_UNIT,
  PDUS_PER_NETWORK_CABINET,
  PDUS_PER_NODE_CABINET,
  pduSlot,
  RAILS,
  spinesOfUnit,
  STORAGE_APPLIANCES_PER_UNIT,
  STORAGE_LEAVES_PER_UNIT,
  STORAGE_SPINES,
  upTo,
} from './slots.ts';

/** Catalog ids. */
export const TYPES = {
  node: 'nvidia/dgx-h100',
  quantum: 'nvidia/qm9700',
  inband: 'nvidia/sn4600c',
  oob: 'nvidia/sn2201',
  ufm: 'nvidia/ufm-appliance',
  server: 'generic/management-server',
  pdu: 'generic/rack-pdu-2u',
  nfs: 'generic/nfs-storage-head',
  array: 'generic/storage-appliance',
  handOff: 'generic/core-hand-off',
} as const;

/** Free units under the lowest node, and between two: room for a rack PDU. */
const GAP_U = 3;
const NODE_PITCH_U = 8 + GAP_U;

interface Stood {
  readonly id: string;
  readonly type: string;
  readonly role: DeviceRole;
}

/** All devices of so many units, each at the place that it keeps when units are added. */
export function superpodDevices(su: number, catalog: Catalog, rackUnits: number): Device[] {
  const devices: Device[] = [];
  const stacks = new Map<string, Stood[]>();
  const into = (cabinet: string, stood: readonly Stood[]): void => {
    stacks.set(cabinet, [...(stacks.get(cabinet) ?? []), ...stood]);
  };
  for (const unit of upTo(su)) {
    devices.push(...nodeDevices(unit));
    const [left, middle, right] = networkCabinets(unit);
    // Network cabinets stand with the first unit of their row.
    if (unit % 2 === 1) devices.push(...[left, middle, right].flatMap(networkPdus));
    if (unit === 1) {
      into(left, [...servers([1, 2]), ...ufm('compute', [1])]);
      into(middle, [...cores(), handOff(), ...storageSpines()]);
      into(right, [...servers([3, 4]), ...ufm('compute', [2]), ...ufm('storage', [1, 2]), ...nfsHeads()]);
    }
    into(
      middle,
      inbandPairsOfUnit(unit)
        .flatMap(inbandLeaves)
        .map((leaf) => ({ id: deviceAt('inband', inbandLeaf(leaf)), type: TYPES.inband, role: 'leaf' })),
    );
    into(
      middle,
      spinesOfUnit(unit).map((spine) => ({ id: deviceAt('compute', `spine${spine}`), type: TYPES.quantum, role: 'spine' })),
    );
    into(unit % 2 === 1 ? left : right, unitSwitches(unit));
  }
  for (const [cabinet, stood] of stacks) devices.push(...stackDown(cabinet, stood, catalog, rackUnits));
  return devices;
}

/** From the bottom up: a gap, a node, a rack PDU mounted from behind, a node, and so on. */
function nodeDevices(unit: number): Device[] {
  const nodes = nodesOfUnit(unit);
  return nodeCabinetsOfUnit(unit).flatMap((cabinet, at) => {
    const own = nodes.slice(at * NODES_PER_CABINET, (at + 1) * NODES_PER_CABINET);
    return [
      ...own.map((node, place) =>
        mounted(
          { id: deviceAt('compute', nodeSlot(unit, node)), type: TYPES.node, role: 'node' },
          cabinet,
          1 + GAP_U + place * NODE_PITCH_U,
          'front',
        ),
      ),
      ...upTo(PDUS_PER_NODE_CABINET).map((pdu) => rackPdu(cabinet, pdu, 1 + pdu * NODE_PITCH_U)),
    ];
  });
}

function networkPdus(cabinet: string): Device[] {
  return upTo(PDUS_PER_NETWORK_CABINET).map((pdu) => rackPdu(cabinet, pdu, 2 * pdu - 1));
}

function rackPdu(cabinet: string, pdu: number, positionU: number): Device {
  return mounted({ id: deviceAt('oob', pduSlot(cabinet, pdu)), type: TYPES.pdu, role: 'other' }, cabinet, positionU, 'rear');
}

/** From the top down, with the ports towards the rear. */
function stackDown(cabinet: string, stood: readonly Stood[], catalog: Catalog, rackUnits: number): Device[] {
  let topU = rackUnits - FREE_ON_TOP_U;
  return stood.map((one) => {
    const type = must(catalog.deviceTypes.get(one.type), `device type ${one.type}`);
    topU -= type.heightU;
    return mounted(one, cabinet, topU + 1, portsInFront(type) ? 'rear' : 'front');
  });
}

/** Whether what the fabrics join is on its front; a management port alone does not turn a device round. */
function portsInFront({ ports }: DeviceType): boolean {
  return (ports.find(({ id }) => id !== 'management') ?? ports[0])?.face === 'front';
}

function mounted({ id, type, role }: Stood, cabinet: string, positionU: number, face: Device['face']): Device {
  return { id, cabinet, type, name: id, role, positionU, face };
}

function unitSwitches(unit: number): Stood[] {
  return [
    ...upTo(OOB_SWITCHES_PER_UNIT).map((at): Stood => ({ id: deviceAt('oob', oobSwitch(unit, at)), type: TYPES.oob, role: 'other' })),
    ...upTo(RAILS).map((rail): Stood => ({ id: deviceAt('compute', `su${unit}.leaf${rail}`), type: TYPES.quantum, role: 'leaf' })),
    ...upTo(STORAGE_LEAVES_PER_UNIT).map((leaf): Stood => ({
      id: deviceAt('storage', storageLeaf(unit, leaf)),
      type: TYPES.quantum,
      role: 'leaf',
    })),
    ...upTo(STORAGE_APPLIANCES_PER_UNIT).map((array): Stood => ({
      id: deviceAt('storage', `su${unit}.array${array}`),
      type: TYPES.array,
      role: 'other',
    })),
  ];
}

const servers = (numbers: readonly number[]): Stood[] =>
  numbers.map((server) => ({ id: `server${server}`, type: TYPES.server, role: 'other' }));
const ufm = (fabric: string, numbers: readonly number[]): Stood[] =>
  numbers.map((appliance) => ({ id: deviceAt(fabric, `ufm${appliance}`), type: TYPES.ufm, role: 'ufm' }));
const cores = (): Stood[] => upTo(CORES).map((core) => ({ id: deviceAt('inband', `core${core}`), type: TYPES.inband, role: 'core' }));
const storageSpines = (): Stood[] =>
  upTo(STORAGE_SPINES).map((spine) => ({ id: deviceAt('storage', `spine${spine}`), type: TYPES.quantum, role: 'spine' }));
const nfsHeads = (): Stood[] => upTo(NFS_HEADS).map((head) => ({ id: `nfs${head}`, type: TYPES.nfs, role: 'other' }));
const handOff = (): Stood => ({ id: 'hand-off', type: TYPES.handOff, role: 'other' });
