/** Where the light of each transmitting lane comes out of a channel. */
import { must } from '../assert.ts';
import { ferruleOf, laneAt, lanePosition } from './ferrules.ts';
import { throughAdapter, turnedChannel, type Channel } from './channel.ts';
import { isParallel, lanesBetween, lanesPerPlug, otherEndOf } from './wiring.ts';

export type Landing =
  | { readonly kind: 'receive' | 'transmit'; readonly lane: number }
  /** At a position of the far optic that has no lane. */
  | { readonly kind: 'unused'; readonly position: number }
  /** On another leg of a breakout or shuffle: another link's. */
  | { readonly kind: 'elsewhere' }
  /** The cable of this run has no fiber where the light arrives. */
  | { readonly kind: 'dark'; readonly run: number };

/** How the two directions of a channel come out, lane by lane of the sending optic. */
export interface Light {
  readonly aToB: readonly Landing[];
  readonly bToA: readonly Landing[];
  readonly verdict: 'meets' | 'transmit-meets-transmit' | 'lanes-crossed' | 'too-few-fibers';
}

/** Null when plugs of different shapes stand against each other: no light passes. */
export function traceLight(channel: Channel): Light | null {
  if (!shapesMate(channel)) return null;
  const [aToB, bToA] = [landingsOf(channel), landingsOf(turnedChannel(channel))];
  const needed = lanesNeeded(channel);
  const mayShift = channel.runs.some(({ wiring }) => !isParallel(wiring));
  return { aToB, bToA, verdict: worst(verdictOf(aToB, needed, mayShift), verdictOf(bToA, needed, mayShift)) };
}

function shapesMate({ a, b, runs }: Channel): boolean {
  const shapes = [a.shape, ...runs.flatMap(({ near, far }) => [near.shape, far.shape]), b.shape];
  return shapes.every((shape, i) => i % 2 === 1 || shape === shapes[i + 1]);
}

function landingsOf(channel: Channel): Landing[] {
  const { opticLanes } = ferruleOf(channel.a.shape);
  return Array.from({ length: opticLanes }, (_, lane) => landingOf(channel, lane, opticLanes));
}

function landingOf({ a, b, runs, adapters }: Channel, lane: number, opticLanes: number): Landing {
  let position = lanePosition(a.shape, opticLanes, { lane, side: 0 });
  for (const [run, { wiring, enters, nearLeg, farLeg, far }] of runs.entries()) {
    const out = otherEndOf(wiring, enters, { leg: nearLeg, position });
    if (out === null) return { kind: 'dark', run };
    if (out.leg !== farLeg) return { kind: 'elsewhere' };
    position = run < adapters.length ? throughAdapter(must(adapters[run], 'adapter'), far, out.position) : out.position;
  }
  const place = laneAt(b.shape, ferruleOf(b.shape).opticLanes, position);
  if (place === null) return { kind: 'unused', position };
  return { kind: place.side === 1 ? 'receive' : 'transmit', lane: place.lane };
}

/**
 * Lanes that both optics have, as far as fans and shuffles deal so many out to one run. A cable of parallel plugs with fewer fibers than its
 * optics light leaves lanes dark, and is none that asks for less.
 */
function lanesNeeded({ a, b, runs }: Channel): number {
  let least = Math.min(ferruleOf(a.shape).opticLanes, ferruleOf(b.shape).opticLanes);
  for (const { wiring, enters, nearLeg, farLeg } of runs) {
    if (isParallel(wiring)) continue;
    const [legA, legB] = enters === 'a' ? [nearLeg, farLeg] : [farLeg, nearLeg];
    const joined = wiring.shuffle ? lanesBetween(wiring, legA, legB) : Infinity;
    least = Math.min(least, lanesPerPlug(wiring, wiring.a), lanesPerPlug(wiring, wiring.b), joined);
  }
  return Math.max(1, least);
}

function verdictOf(landings: readonly Landing[], needed: number, mayShift: boolean): Light['verdict'] {
  if (landings.some(({ kind }) => kind === 'transmit' || kind === 'unused')) return 'transmit-meets-transmit';
  const shifts = landings.flatMap((landing, lane) => (landing.kind === 'receive' ? [landing.lane - lane] : []));
  if (shifts.length < needed) return 'too-few-fibers';
  const [first] = shifts;
  return shifts.some((shift) => shift !== first || (!mayShift && shift !== 0)) ? 'lanes-crossed' : 'meets';
}

const ORDER: readonly Light['verdict'][] = ['transmit-meets-transmit', 'too-few-fibers', 'lanes-crossed', 'meets'];

function worst(one: Light['verdict'], other: Light['verdict']): Light['verdict'] {
  return ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
}
