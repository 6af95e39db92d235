/** Which fiber of one end of a cable is which of the other: MPO types A, B and C, breakouts, trunks of several plugs, shuffles. */
import { must } from '../assert.ts';
import type { Glass } from '../catalog/types.ts';
import {
  acrossColumns,
  acrossPair,
  acrossRows,
  ferruleOf,
  laneAt,
  lanePosition,
  plugOf,
  positionCount,
  type LanePairs,
  type Shape,
} from './ferrules.ts';

/** A: key up to key down, straight. B: key up to key up, reversed. C: as A with the fibers of each pair exchanged. */
export type CableType = 'A' | 'B' | 'C';

export interface WiringEnd {
  readonly shape: Shape;
  /** Plugs at this end. */
  readonly legs: number;
}

export interface Wiring {
  readonly a: WiringEnd;
  readonly b: WiringEnd;
  /** Fibers of the whole cable. */
  readonly fibers: number;
  readonly type: CableType;
  /** Plugs of one end give lanes to several plugs of the other. */
  readonly shuffle: boolean;
  /** Of a shuffle: lane at end B, from 1, of each lane at end A; absent: dealt out in equal blocks. */
  readonly laneAtB?: readonly number[];
  /** Which fibers of an array plug make a lane; absent: from the edges inwards. */
  readonly pairs?: LanePairs;
}

export interface FiberPlace {
  /** From 0. */
  readonly leg: number;
  /** From 1. */
  readonly position: number;
}

/** Words of catalogs for cable types. A duplex cord A-to-B crosses, as type B does; A-to-A is straight. */
const TYPES: Readonly<Record<string, CableType>> = { A: 'A', B: 'B', C: 'C', 'A-B': 'B', 'A-A': 'A' };

/** Wiring of a family; null for copper and sealed cables, and where a figure that it follows from is not published or fits no rule. */
export function wiringOf(
  family: Pick<Glass, 'endA' | 'endB' | 'fiberCount' | 'polarity' | 'shuffle' | 'laneAtB' | 'pairs'>,
): Wiring | null {
  const [a, b] = [plugOf(family.endA.connector, null), plugOf(family.endB.connector, null)];
  const type = family.polarity !== null && Object.hasOwn(TYPES, family.polarity) ? TYPES[family.polarity] : undefined;
  if (a === null || b === null || type === undefined || family.fiberCount === null) return null;
  const wiring: Wiring = {
    a: { shape: a.shape, legs: family.endA.legs },
    b: { shape: b.shape, legs: family.endB.legs },
    fibers: family.fiberCount,
    type,
    shuffle: family.shuffle === true,
    ...(family.shuffle === true && family.laneAtB !== undefined ? { laneAtB: family.laneAtB } : {}),
    ...(family.pairs === undefined ? {} : { pairs: family.pairs }),
  };
  return isPossible(wiring) ? wiring : null;
}

/** Lanes of one plug at an end: its fibers, two by two. */
export function lanesPerPlug({ fibers }: Wiring, { legs }: WiringEnd): number {
  return fibers / 2 / legs;
}

/** Whether both ends have plugs of the same kind and number, so that each fiber stays on its own plug. */
export function isParallel({ a, b, shuffle }: Wiring): boolean {
  return a.legs === b.legs && a.shape === b.shape && !shuffle;
}

/** Types that a cable of this build can have. */
export function possibleTypes(wiring: Wiring): readonly CableType[] {
  return isParallel(wiring) && positionCount(wiring.a.shape) > 2 ? ['B', 'A', 'C'] : ['B', 'A'];
}

function isPossible(wiring: Wiring): boolean {
  const { a, b, fibers, type, shuffle } = wiring;
  for (const end of [a, b]) {
    const lanes = lanesPerPlug(wiring, end);
    if (!Number.isInteger(lanes) || lanes * 2 > positionCount(end.shape) || (ferruleOf(end.shape).rows === 2 && lanes % 2 === 1))
      return false;
  }
  if (!possibleTypes(wiring).includes(type)) return false;
  if (isParallel(wiring)) return true;
  if (ferruleOf(a.shape).rows === 2 || ferruleOf(b.shape).rows === 2) return false;
  if (!shuffle) return true;
  if (wiring.laneAtB === undefined) return Number.isInteger(fibers / 2 / a.legs / a.legs);
  const lanes = new Set(wiring.laneAtB);
  return lanes.size === fibers / 2 && wiring.laneAtB.length === lanes.size && Math.max(...lanes) === lanes.size;
}

/** Both directions of a wiring as columns: fiber `leg × positions + position − 1` of one end to that of the other, −1 for none. */
interface FiberMap {
  readonly aToB: Int32Array;
  readonly bToA: Int32Array;
}

const maps = new WeakMap<Wiring, FiberMap>();

/** The other end of a fiber that begins at `end`; null where the cable has none. */
export function otherEndOf(wiring: Wiring, end: 'a' | 'b', { leg, position }: FiberPlace): FiberPlace | null {
  // The same from both ends, so it needs no column.
  if (isParallel(wiring)) return parallelFiber(wiring, leg, position);
  let map = maps.get(wiring);
  if (map === undefined) maps.set(wiring, (map = mapOf(wiring)));
  const [column, far] = end === 'a' ? [map.aToB, wiring.b] : [map.bToA, wiring.a];
  const fiber = column[leg * positionCount(wiring[end].shape) + position - 1] ?? -1;
  if (fiber === -1) return null;
  const perPlug = positionCount(far.shape);
  return { leg: Math.floor(fiber / perPlug), position: (fiber % perPlug) + 1 };
}

function mapOf(wiring: Wiring): FiberMap {
  const { a, b } = wiring;
  const [perA, perB] = [positionCount(a.shape), positionCount(b.shape)];
  const aToB = new Int32Array(a.legs * perA).fill(-1);
  const bToA = new Int32Array(b.legs * perB).fill(-1);
  for (let leg = 0; leg < a.legs; leg += 1) {
    for (let position = 1; position <= perA; position += 1) {
      const far = farOfA(wiring, leg, position);
      if (far === null) continue;
      const [fiberA, fiberB] = [leg * perA + position - 1, far.leg * perB + far.position - 1];
      aToB[fiberA] = fiberB;
      bToA[fiberB] = fiberA;
    }
  }
  return { aToB, bToA };
}

function farOfA(wiring: Wiring, leg: number, position: number): FiberPlace | null {
  const { a, b, type, pairs } = wiring;
  const place = laneAt(a.shape, lanesPerPlug(wiring, a), position, pairs);
  if (place === null) return null;
  const index = globalLane(wiring, leg, place.lane);
  const lanesB = lanesPerPlug(wiring, b);
  const side = type === 'B' ? (place.side === 0 ? 1 : 0) : place.side;
  return { leg: Math.floor(index / lanesB), position: lanePosition(b.shape, lanesB, { lane: index % lanesB, side }, pairs) };
}

function parallelFiber(wiring: Wiring, leg: number, position: number): FiberPlace | null {
  const { a, type } = wiring;
  return laneAt(a.shape, lanesPerPlug(wiring, a), position) === null ? null : { leg, position: parallelPosition(a.shape, type, position) };
}

function parallelPosition(shape: Shape, type: CableType, position: number): number {
  switch (type) {
    case 'A':
      return acrossRows(shape, position);
    case 'B':
      return acrossColumns(shape, position);
    case 'C':
      return acrossPair(acrossRows(shape, position));
  }
}

/** Number of a lane over the plugs of end B: as at end A, as the maker of a shuffle lays it, or dealt out to all plugs in equal blocks. */
function globalLane(wiring: Wiring, leg: number, lane: number): number {
  const lanes = lanesPerPlug(wiring, wiring.a);
  if (!wiring.shuffle) return leg * lanes + lane;
  if (wiring.laneAtB !== undefined) return must(wiring.laneAtB[leg * lanes + lane], 'lane') - 1;
  const block = lanes / wiring.a.legs;
  return Math.floor(lane / block) * lanes + leg * block + (lane % block);
}

/** Lanes that lead from a plug of end A of a shuffle to one of end B. */
export function lanesBetween(wiring: Wiring, legA: number, legB: number): number {
  const lanesB = lanesPerPlug(wiring, wiring.b);
  const lanes = Array.from({ length: lanesPerPlug(wiring, wiring.a) }, (_, lane) => lane);
  return lanes.filter((lane) => Math.floor(globalLane(wiring, legA, lane) / lanesB) === legB).length;
}

/** Plugs of end B to which a plug of end A gives lanes, from 0, in their order. */
export function plugsMet(wiring: Wiring, legA: number): number[] {
  const [lanesA, lanesB] = [lanesPerPlug(wiring, wiring.a), lanesPerPlug(wiring, wiring.b)];
  const lanes = Array.from({ length: lanesA }, (_, lane) => Math.floor(globalLane(wiring, legA, lane) / lanesB));
  return [...new Set(lanes)].sort((one, other) => one - other);
}
