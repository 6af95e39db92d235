/** Faults of channels and their mends in words. */
import { must } from '../assert.ts';
import type { Glass } from '../catalog/types.ts';
import type { ChannelFault } from './judgeChannel.ts';
import type { Mend } from './mends.ts';

/** Names of what a channel is made of: `joints` from the optic of end A to that of end B, with the panels between them. */
export interface ChannelNames {
  readonly joints: readonly string[];
  readonly parts: readonly NamedPart[];
}

export interface NamedPart {
  /** `cable 2 (Trunk of four)`, `the cassette of panel pa`. */
  readonly name: string;
  readonly glass: Glass;
}

export interface FaultText {
  readonly message: string;
  readonly required: string;
  readonly actual: string;
}

/** `the joint at panel pa: pinned meets pinned`. */
export function channelFaultText(fault: ChannelFault, names: ChannelNames): FaultText {
  const at = `joint ${fault.joint + 1} (${must(names.joints[fault.joint], 'joint')})`;
  switch (fault.code) {
    case 'shape':
      return { message: `${at} joins different connectors`, required: 'the same connector', actual: fault.found.join(' to ') };
    case 'polish':
      return { message: `${at} joins an angled end to a flat one`, required: 'the same polish', actual: fault.found.join(' to ') };
    case 'keying':
      return {
        message: `${at} holds two angled plugs with their keys on the same side, so that only their edges touch`,
        required: 'keys on opposite sides',
        actual: 'keys aligned',
      };
    case 'gender':
      return { message: `${at} joins two ${fault.found} ends`, required: 'pinned to unpinned', actual: `${fault.found} to ${fault.found}` };
    case 'polarity':
      return {
        message: `after ${at} ${verdictText(fault.verdict)}`,
        required: 'transmit to receive, lane by lane',
        actual: verdictText(fault.verdict),
      };
  }
}

function verdictText(verdict: (ChannelFault & { readonly code: 'polarity' })['verdict']): string {
  switch (verdict) {
    case 'transmit-meets-transmit':
      return 'transmit does not meet receive';
    case 'lanes-crossed':
      return 'lanes arrive out of their order';
    case 'too-few-fibers':
      return 'lanes have no fiber';
  }
}

/** All changes in one sentence, without a full stop. */
export function mendsText(mends: readonly Mend[], names: ChannelNames): string {
  if (mends.length === 0) return 'Choose cables and optics with the same connector and enough fibers';
  const [first = '', ...rest] = mends.map((mend) => mendText(mend, names));
  return [first, ...rest.map((text) => text.charAt(0).toLowerCase() + text.slice(1))].join('; ');
}

function mendText({ part, joint, change }: Mend, { joints, parts }: ChannelNames): string {
  const place = must(joints[joint], 'joint');
  if (change.kind === 'keying')
    return change.to === 'opposed'
      ? `Put adapters with keys on opposite sides (type A) into ${place}`
      : `Put adapters with keys on the same side (type B) into ${place}`;
  const { name: cable, glass } = must(parts[part.index], 'part');
  switch (change.kind) {
    case 'type':
      return `Replace ${cable} by one of type ${typeText(glass, change.to)}`;
    case 'gender':
      return `Replace ${cable} by one that is ${change.to} at ${place}`;
    case 'polish':
      return `Replace ${cable} by one that is ${change.to} at ${place}`;
    case 'leg':
      return `Move what is plugged into ${cable} to its plug ${change.to + 1} at ${place}`;
  }
}

/** Duplex cords, and what fans out to duplex plugs, are named by what they join. */
function typeText({ endA, endB }: Glass, type: 'A' | 'B' | 'C'): string {
  if (![endA, endB].some(({ connector }) => connector.startsWith('LC'))) return type;
  return type === 'B' ? 'A-B (crossed)' : 'A-A (straight)';
}
