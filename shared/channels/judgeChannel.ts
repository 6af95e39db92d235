/** What is wrong with a channel, joint by joint and end to end, and which parts to change so that it works. */
import { mendPolarity, mendPlugs, type Mend } from './mends.ts';
import { traceLight, type Light } from './light.ts';
import { jointOf, needsOpposedKeys, type Channel } from './channel.ts';
import type { Plug, Polish } from './ferrules.ts';
import type { Gender } from '../catalog/types.ts';

/** A breach at one joint. What is found there reads from the channel's end A to its end B. */
export type ChannelFault =
  /** The plugs are of different kinds. */
  | { readonly code: 'shape'; readonly joint: number; readonly found: readonly [Plug['shape'], Plug['shape']] }
  /** Angled stands against flat. */
  | { readonly code: 'polish'; readonly joint: number; readonly found: readonly [Polish, Polish] }
  /** Two angled array plugs with their keys on the same side: only their edges touch. */
  | { readonly code: 'keying'; readonly joint: number }
  /** Pins against pins, or holes against holes. */
  | { readonly code: 'gender'; readonly joint: number; readonly found: Gender }
  /** The light does not come out where it is received; the joint is where the part to change hands it on wrongly. */
  | { readonly code: 'polarity'; readonly joint: number; readonly verdict: Exclude<Light['verdict'], 'meets'> };

export interface Verdict {
  readonly faults: readonly ChannelFault[];
  /** All parts to change: with them the channel has no fault. Empty for a channel without one, and where no such change is known. */
  readonly mends: readonly Mend[];
  /** Null when the plugs do not even go together. */
  readonly light: Light | null;
}

/** Judges what is published; an unknown gender or polish passes. */
export function judgeChannel(channel: Channel): Verdict {
  const jointFaults = Array.from({ length: channel.runs.length + 1 }, (_, joint) => faultsAt(channel, joint)).flat();
  const light = traceLight(channel);
  const plugMends = mendPlugs(channel);
  const polarity = light === null ? null : mendPolarity(plugMends.channel);
  const mends = [...plugMends.mends, ...(polarity?.mends ?? [])];
  if (light === null || light.verdict === 'meets') return { faults: jointFaults, mends, light };
  const [exchanged] = polarity?.mends ?? [];
  const turned = plugMends.mends.find(({ change }) => change.kind === 'keying');
  const joint = exchanged?.joint ?? turned?.joint ?? channel.runs.length;
  return { faults: [...jointFaults, { code: 'polarity', joint, verdict: light.verdict }], mends, light };
}

function faultsAt(channel: Channel, joint: number): ChannelFault[] {
  const [one, other] = jointOf(channel, joint);
  if (one.shape !== other.shape) return [{ code: 'shape', joint, found: [one.shape, other.shape] }];
  const faults: ChannelFault[] = [];
  if (one.polish !== null && other.polish !== null && one.polish !== other.polish)
    faults.push({ code: 'polish', joint, found: [one.polish, other.polish] });
  if (channel.adapters[joint - 1] === 'aligned' && needsOpposedKeys(one, other)) faults.push({ code: 'keying', joint });
  if (one.gender !== null && one.gender === other.gender) faults.push({ code: 'gender', joint, found: one.gender });
  return faults;
}
