/**
 * Which parts of a channel to change so that it works. Optics stay. Plugs are settled joint by joint: jumpers unpinned, what lies
 * between panels pinned, the polish of the optics throughout; of a cable and a module of a panel the cable is exchanged. Then as few
 * parts as possible are exchanged until transmit meets receive: jumpers before trunks, cables before adapters and modules, since
 * these are in a panel that others use.
 */
import { must } from '../assert.ts';
import { traceLight } from './light.ts';
import { isParallel, plugsMet, possibleTypes, type CableType } from './wiring.ts';
import { jointOf, needsOpposedKeys, withCableType, withKeying, withLeg, withPlug, type Channel, type Keying, type Run } from './channel.ts';
import type { Gender } from '../catalog/types.ts';
import type { Polish } from './ferrules.ts';

/** Position in the channel's runs, or in its adapters. */
export interface MendedPart {
  readonly kind: 'cable' | 'adapter';
  readonly index: number;
}

export type MendChange =
  | { readonly kind: 'gender'; readonly end: 'near' | 'far'; readonly to: Gender }
  | { readonly kind: 'polish'; readonly end: 'near' | 'far'; readonly to: Polish }
  | { readonly kind: 'keying'; readonly to: Keying }
  | { readonly kind: 'type'; readonly from: CableType; readonly to: CableType }
  /** Another plug of a shuffle, from 0: the one in use has no lane to the plug at the other end. */
  | { readonly kind: 'leg'; readonly end: 'near' | 'far'; readonly to: number };

export interface Mend {
  readonly part: MendedPart;
  /** Where the change takes effect, counted from end A. */
  readonly joint: number;
  readonly change: MendChange;
}

/** The channel with a part changed. */
export function withMend(channel: Channel, { part, change }: Mend): Channel {
  switch (change.kind) {
    case 'gender':
      return withPlug(channel, part.index, change.end, { gender: change.to });
    case 'polish':
      return withPlug(channel, part.index, change.end, { polish: change.to });
    case 'keying':
      return withKeying(channel, part.index, change.to);
    case 'type':
      return withCableType(channel, part.index, change.to);
    case 'leg':
      return withLeg(channel, part.index, change.end, change.to);
  }
}

export interface Mended {
  readonly channel: Channel;
  readonly mends: readonly Mend[];
}

/** Changes of plugs and adapters after which every joint mates, as far as its figures are known. */
export function mendPlugs(channel: Channel): Mended {
  let mended = channel;
  const mends: Mend[] = [];
  for (let joint = 0; joint <= channel.runs.length; joint += 1) {
    for (const mendOf of [polishMend, keyingMend, genderMend]) {
      const mend = mendOf(mended, joint);
      if (mend === null) continue;
      mends.push(mend);
      mended = withMend(mended, mend);
    }
  }
  return { channel: mended, mends };
}

function polishMend(channel: Channel, joint: number): Mend | null {
  const [one, other] = jointOf(channel, joint);
  if (one.shape !== other.shape || one.polish === null || other.polish === null || one.polish === other.polish) return null;
  const wanted = channel.a.polish ?? channel.b.polish ?? one.polish;
  const side = onlySide(channel, joint) ?? (other.polish === wanted ? 'before' : 'after');
  return plugMend(joint, side, { kind: 'polish', to: side === 'before' ? other.polish : one.polish });
}

function keyingMend(channel: Channel, joint: number): Mend | null {
  const [one, other] = jointOf(channel, joint);
  if (channel.adapters[joint - 1] !== 'aligned' || one.shape !== other.shape || !needsOpposedKeys(one, other)) return null;
  return { part: { kind: 'adapter', index: joint - 1 }, joint, change: { kind: 'keying', to: 'opposed' } };
}

function genderMend(channel: Channel, joint: number): Mend | null {
  const [one, other] = jointOf(channel, joint);
  if (one.shape !== other.shape || one.gender === null || one.gender !== other.gender) return null;
  const to: Gender = one.gender === 'pinned' ? 'unpinned' : 'pinned';
  return plugMend(joint, genderSide(channel, joint, one.gender), { kind: 'gender', to });
}

/** The side of a joint on which there is a cable, where there is one on one side alone: optics stay, and modules do. */
function onlySide({ runs }: Channel, joint: number): 'before' | 'after' | null {
  const [before, after] = [runs[joint - 1], runs[joint]];
  const stays = (run: Run | undefined): boolean => run === undefined || run.isModule === true;
  if (stays(before) === stays(after)) return before === undefined ? 'after' : after === undefined ? 'before' : null;
  return stays(before) ? 'after' : 'before';
}

/** Of two cables with pins the outer one loses them; of two without, the inner one gets them. */
function genderSide(channel: Channel, joint: number, gender: Gender): 'before' | 'after' {
  const { runs } = channel;
  const only = onlySide(channel, joint);
  if (only !== null) return only;
  const [depthBefore, depthAfter] = [joint - 1, joint].map((run) => Math.min(run, runs.length - 1 - run)) as [number, number];
  if (depthBefore === depthAfter) return 'after';
  return depthBefore < depthAfter === (gender === 'pinned') ? 'before' : 'after';
}

type PlugChange = { readonly kind: 'gender'; readonly to: Gender } | { readonly kind: 'polish'; readonly to: Polish };

function plugMend(joint: number, side: 'before' | 'after', change: PlugChange): Mend {
  const part: MendedPart = { kind: 'cable', index: side === 'before' ? joint - 1 : joint };
  return { part, joint, change: { ...change, end: side === 'before' ? 'far' : 'near' } };
}

/** The fewest cables and adapters after whose exchange transmit meets receive; null when two exchanges do not suffice. */
export function mendPolarity(channel: Channel): Mended | null {
  if (meets(channel)) return { channel, mends: [] };
  const single = exchangesOf(channel);
  for (const mend of single) {
    const mended = withMend(channel, mend);
    if (meets(mended)) return { channel: mended, mends: [mend] };
  }
  for (const [first, one] of single.entries()) {
    for (const other of single.slice(first + 1)) {
      if (one.part.kind === other.part.kind && one.part.index === other.part.index) continue;
      const mended = withMend(withMend(channel, one), other);
      if (meets(mended)) return { channel: mended, mends: [one, other] };
    }
  }
  return null;
}

function meets(channel: Channel): boolean {
  return traceLight(channel)?.verdict === 'meets';
}

/** Every exchange of one part, in the order in which they are tried. */
function exchangesOf(channel: Channel): Mend[] {
  const { runs, adapters } = channel;
  const depth = (run: number): number => Math.min(run, runs.length - 1 - run);
  const order = runs.map((_, run) => run).sort((a, b) => depth(a) - depth(b) || b - a);
  const exchanges = (isModule: boolean): Mend[] =>
    order.filter((run) => (must(runs[run], 'run').isModule === true) === isModule).flatMap(typesOf);
  const typesOf = (index: number): Mend[] => {
    const { wiring } = must(runs[index], 'run');
    const others = possibleTypes(wiring).filter((type) => type !== wiring.type);
    return others.map((to): Mend => ({
      part: { kind: 'cable', index },
      joint: index + 1,
      change: { kind: 'type', from: wiring.type, to },
    }));
  };
  const turned = adapters.flatMap((keying, index): Mend[] => {
    const [one, other] = jointOf(channel, index + 1);
    if (needsOpposedKeys(one, other)) return [];
    const to: Keying = keying === 'aligned' ? 'opposed' : 'aligned';
    return [{ part: { kind: 'adapter', index }, joint: index + 1, change: { kind: 'keying', to } }];
  });
  return [...runs.flatMap(otherLegs), ...exchanges(false), ...turned, ...exchanges(true)];
}

/** Plugs of a shuffle that the plug at its other end has lanes to, where the two in use are not joined. */
function otherLegs({ wiring, enters, nearLeg, farLeg }: Run, index: number): Mend[] {
  if (!wiring.shuffle || isParallel(wiring)) return [];
  const [legA, legB] = enters === 'a' ? [nearLeg, farLeg] : [farLeg, nearLeg];
  const met = plugsMet(wiring, legA);
  if (met.includes(legB)) return [];
  const end = enters === 'a' ? 'far' : 'near';
  return met.map((to): Mend => ({
    part: { kind: 'cable', index },
    joint: end === 'far' ? index + 1 : index,
    change: { kind: 'leg', end, to },
  }));
}
