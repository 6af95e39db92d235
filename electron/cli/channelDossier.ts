/** Channels through patch panels that a cable is part of: joint by joint, with what each uses up of reach, joints and loss. */
import type { ChannelExplanation } from '../../shared/engine/cableExplanation.ts';
import { grouped, left, metresText, right } from './alignedTable.ts';
import { facts, type DossierPart } from './dossier.ts';

/** Two parts a channel: its way, and its figures with what is wrong. */
export function channelParts({
  shown,
  count,
}: {
  readonly shown: readonly ChannelExplanation[];
  readonly count: number;
}): readonly DossierPart[] {
  const parts = shown.flatMap((channel) => [wayOf(channel), figuresOf(channel)]);
  const left = count - shown.length;
  return left === 0 ? parts : [...parts, facts([['', '', `${grouped(left)} more links run through this cable`]])];
}

/** Joints and what lies between them, from end A. */
function wayOf({ name, joints, cables }: ChannelExplanation): DossierPart {
  return {
    columns: [left(`Channel of ${name}`), right('Longest'), left('')],
    rows: joints.flatMap(({ title, isFaulty }, joint): string[][] => {
      const cable = cables[joint];
      const at = [title, '', isFaulty ? 'faulty' : ''];
      if (cable === undefined) return [at];
      if (cable === null) return [at, ['  no cable', 'unknown', '']];
      const legs = cable.legs.length === 0 ? '' : `, leg ${cable.legs.join(' and ')}`;
      return [at, [`  ${cable.name}`, metresText(cable.longestMm), `${cable.family}, type ${cable.type}${legs}`]];
    }),
  };
}

function figuresOf(channel: ChannelExplanation): DossierPart {
  const { lengthMm, reachMm, jointCount, mostJoints, lossDb, mostLossDb, problems } = channel;
  return facts([
    [
      'Length',
      metresText(lengthMm),
      `of ${reachMm === null ? 'an unknown reach' : `${metresText(reachMm)} of reach`}, ordered lengths at their longest`,
    ],
    ['Joints', String(jointCount), mostJoints === null ? 'no limit published' : `of at most ${mostJoints}`],
    ['Loss', decibels(lossDb), mostLossDb === null ? 'no limit published' : `of at most ${decibels(mostLossDb)}`],
    ...problems.map(({ severity, message, mend }): [string, string, string] => [severity, '', `${message}. ${mend}`]),
  ]);
}

function decibels(db: number | null): string {
  return db === null ? 'unknown' : `${grouped(db, 2)} dB`;
}
