/**
 * Which devices a SuperPOD of H100 has, unit by unit: what comes with a unit stays as it is when the next one is added.
 * Counts at four units are those of the bill of RA-11333-001 V11 (tables 7 and 8). With fewer units there are as many switches of
 * the storage, in-band and out-of-band networks as these units need.
 */
import { railCounts } from '../../fabrics/railCounts.ts';
import type { RailParameters } from '../../fabrics/railParameters.ts';
import { must } from '../../assert.ts';

export const MOST_UNITS = 4;
export const NODES_PER_UNIT = 32;
export const NODES_PER_CABINET = 4;
export const RAILS = 8;
export const STORAGE_LEAVES_PER_UNIT = 3;
export const STORAGE_SPINES = 4;
export const STORAGE_APPLIANCES_PER_UNIT = 3;
export const OOB_SWITCHES_PER_UNIT = 2;
export const MANAGEMENT_SERVERS = 4;
export const NFS_HEADS = 4;
export const CORES = 2;
export const PDUS_PER_NODE_CABINET = 3;
export const PDUS_PER_NETWORK_CABINET = 2;
/** Nodes that a pair of in-band leaves takes, each with one port on either of them. */
export const NODES_PER_INBAND_PAIR = 43;

/** Numbers from one to a count. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** The compute fabric; the fabric manager takes the last node position of the first unit, which no later unit changes. */
export function computeParameters(su: number): RailParameters {
  return { su, nodesPerSu: NODES_PER_UNIT, rails: RAILS, uplinksPerLeaf: 32, switchPorts: 64, ufm: true, ufmUnit: 'first' };
}

/** Numbers of the nodes of a unit: 31 in the first, 32 in the others. */
export function nodesOfUnit(unit: number): number[] {
  return upTo(unit === 1 ? NODES_PER_UNIT - 1 : NODES_PER_UNIT);
}

/** `su1.node05` */
export function nodeSlot(unit: number, node: number): string {
  return `su${unit}.node${String(node).padStart(2, '0')}`;
}

/** How many nodes come before a unit. */
export function nodesBefore(unit: number): number {
  return upTo(unit - 1).reduce((sum, earlier) => sum + nodesOfUnit(earlier).length, 0);
}

/** Spines of the compute fabric that come with a unit: 4, 4, 8 and none. */
export function spinesOfUnit(unit: number): number[] {
  const spinesOf = (su: number): number => (su === 0 ? 0 : must(spineCount(su), 'spines'));
  return upTo(spinesOf(unit)).slice(spinesOf(unit - 1));
}

function spineCount(su: number): number | null {
  const counts = railCounts(computeParameters(su));
  return counts.ok ? counts.value.spines : null;
}

/** Pairs of in-band leaves that come with a unit: those that its nodes are the first to need. */
export function inbandPairsOfUnit(unit: number): number[] {
  const pairs = (su: number): number => Math.ceil(nodesBefore(su + 1) / NODES_PER_INBAND_PAIR);
  return upTo(pairs(unit)).slice(pairs(unit - 1));
}

/** Two in-band leaves make a pair; the nodes' two ports go to different ones. */
export function inbandLeaves(pair: number): readonly [number, number] {
  return [2 * pair - 1, 2 * pair];
}

/** Cabinets of a unit by place in the hall: eight of nodes, and three of switches with every other unit. */
export function nodeCabinetsOfUnit(unit: number): string[] {
  const { row, first } = unitPlace(unit);
  return upTo(NODES_PER_UNIT / NODES_PER_CABINET).map((place) => cabinetId(row, first + place - 1));
}

/** Left, middle and right network cabinet of the row in which a unit stands. */
export function networkCabinets(unit: number): readonly [string, string, string] {
  const { row } = unitPlace(unit);
  return [cabinetId(row, 9), cabinetId(row, 10), cabinetId(row, 11)];
}

/** Odd units stand at the left of their row, even ones at the right, the network cabinets between them. */
function unitPlace(unit: number): { readonly row: string; readonly first: number } {
  return { row: unit <= 2 ? 'A' : 'B', first: unit % 2 === 1 ? 1 : 12 };
}

function cabinetId(row: string, place: number): string {
  return row + String(place).padStart(2, '0');
}

/** Slot of a rack PDU: `pdu.A01.1`. */
export function pduSlot(cabinet: string, pdu: number): string {
  return `pdu.${cabinet}.${pdu}`;
}

/** Rack PDUs that come with a unit: three in each cabinet of nodes, two in each network cabinet of a new row. */
export function pdusOfUnit(unit: number): string[] {
  const ofNodes = nodeCabinetsOfUnit(unit).flatMap((cabinet) => upTo(PDUS_PER_NODE_CABINET).map((pdu) => pduSlot(cabinet, pdu)));
  const isNewRow = unit % 2 === 1;
  const ofNetwork = isNewRow
    ? networkCabinets(unit).flatMap((cabinet) => upTo(PDUS_PER_NETWORK_CABINET).map((pdu) => pduSlot(cabinet, pdu)))
    : [];
  return [...ofNodes, ...ofNetwork];
}
