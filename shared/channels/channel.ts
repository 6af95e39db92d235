/** A channel: all cables and joints of one link, from optic to optic, as far as light goes. */
import { must } from '../assert.ts';
import { acrossColumns, acrossRows, type Plug } from './ferrules.ts';
import type { CableType, Wiring } from './wiring.ts';

/** Keys of the two plugs in an adapter: on opposite sides (adapter type A), or on the same (type B). */
export type Keying = 'opposed' | 'aligned';

/** One cable of a channel, from the joint nearer to the channel's end A. */
export interface Run {
  readonly wiring: Wiring;
  /** End of the cable that lies towards the channel's end A, and the plugs that the channel uses there and at the far end. */
  readonly enters: 'a' | 'b';
  readonly nearLeg: number;
  readonly farLeg: number;
  readonly near: Plug;
  readonly far: Plug;
  /** A module of a panel, which others use too: it is the last to be exchanged. Absent: a cable. */
  readonly isModule?: boolean;
}

/** Joint 0 lies between optic A and the first run; joint i between runs i − 1 and i, in adapter i − 1; the last at optic B. */
export interface Channel {
  /** Receptacles of the optics. */
  readonly a: Plug;
  readonly b: Plug;
  readonly runs: readonly Run[];
  readonly adapters: readonly Keying[];
}

/** Position on the plug at the other side of an adapter. */
export function throughAdapter(keying: Keying, { shape }: Plug, position: number): number {
  return keying === 'aligned' ? acrossColumns(shape, position) : acrossRows(shape, position);
}

/** The two plugs of a joint, that nearer to end A first. */
export function jointOf({ a, b, runs }: Channel, joint: number): readonly [Plug, Plug] {
  const before = joint === 0 ? a : must(runs[joint - 1], 'run').far;
  const after = joint === runs.length ? b : must(runs[joint], 'run').near;
  return [before, after];
}

/** Angled array plugs lie flat on each other only with their keys on opposite sides. */
export function needsOpposedKeys(one: Plug, other: Plug): boolean {
  return one.shape !== 'LC' && one.polish === 'APC' && other.polish === 'APC';
}

/** The same channel seen from end B. */
export function turnedChannel({ a, b, runs, adapters }: Channel): Channel {
  return {
    a: b,
    b: a,
    runs: runs.toReversed().map((run) => ({
      ...run,
      enters: run.enters === 'a' ? 'b' : 'a',
      nearLeg: run.farLeg,
      farLeg: run.nearLeg,
      near: run.far,
      far: run.near,
    })),
    adapters: adapters.toReversed(),
  };
}

/** The channel with one cable of another type. */
export function withCableType(channel: Channel, run: number, type: CableType): Channel {
  return { ...channel, runs: channel.runs.map((one, i) => (i === run ? { ...one, wiring: { ...one.wiring, type } } : one)) };
}

/** The channel with another adapter. */
export function withKeying(channel: Channel, adapter: number, keying: Keying): Channel {
  return { ...channel, adapters: channel.adapters.map((one, i) => (i === adapter ? keying : one)) };
}

/** The channel with another plug of a cable in use. */
export function withLeg(channel: Channel, run: number, end: 'near' | 'far', leg: number): Channel {
  const set = end === 'near' ? { nearLeg: leg } : { farLeg: leg };
  return { ...channel, runs: channel.runs.map((one, i) => (i === run ? { ...one, ...set } : one)) };
}

/** The channel with other features of one plug of a cable. */
export function withPlug(channel: Channel, run: number, end: 'near' | 'far', set: Partial<Plug>): Channel {
  return { ...channel, runs: channel.runs.map((one, i) => (i === run ? { ...one, [end]: { ...one[end], ...set } } : one)) };
}
