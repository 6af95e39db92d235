import type { BudgetFault } from '../channels/budget.ts';
import type { Check, CheckInput, Finding } from './types.ts';
import { budgetFaults, channelLimits, channelUse } from '../channels/budget.ts';
import { must } from '../assert.ts';
import { opticsOf } from '../channels/planChannels.ts';
import { listedNote } from './cableGroups.ts';
import { ChannelGroups, channelPlace, linkIds, wholeChannels, type WholeChannel } from './channelGrounds.ts';
import { counted, metres } from './figures.ts';

/**
 * Light runs through what is bought: all cables of a channel in series at their longest, with their joints, stay within what the
 * optics and the fiber allow. One finding per fault, tier and limit.
 */
export const channelBudget: Check = {
  codes: [
    'channel.over-reach',
    'channel.too-many-joints',
    'channel.over-loss',
    'channel.fiber-mix',
    'channel.reach-unknown',
    'channel.loss-unknown',
  ],
  title: 'Channels through panels stay within reach and loss',
  *run(input) {
    const groups = new ChannelGroups<FaultyChannel>();
    for (const whole of wholeChannels(input.cabling)) {
      const limits = channelLimits(
        opticsOf(input.plan.catalog, whole.rows.link.parts),
        whole.parts.map(({ family }) => family),
      );
      for (const fault of budgetFaults(whole.parts, channelUse(whole.parts), limits)) {
        const limit = 'required' in fault ? fault.required : '';
        groups.add([fault.code, whole.rows.fabric, whole.rows.tier, limit].join('\n'), { ...whole, fault });
      }
    }
    for (const group of groups) yield findingOf(input, group);
  },
};

interface FaultyChannel extends WholeChannel {
  readonly fault: BudgetFault;
}

function findingOf({ survey, cabling }: CheckInput, group: readonly FaultyChannel[]): Omit<Finding, 'accepted'> {
  const first = must(group[0], 'a channel');
  const worst = group.reduce((most, one) => (actualOf(one.fault) > actualOf(most.fault) ? one : most));
  const tier = first.rows.fabric === null ? 'hand-drawn' : first.rows.tier;
  const about = `${counted(group.length, `${tier} link`)} through panels (${cabling.linkName(worst.rows.link.id)}${group.length > 1 ? ' and others' : ''})`;
  const { severity, message, required, actual, mend } = budgetText(worst.fault);
  return {
    code: `channel.${first.fault.code}`,
    severity,
    ids: linkIds(group),
    place: channelPlace(survey, first.rows),
    message: `${about}: ${message}${listedNote(group.length)}`,
    required,
    actual,
    mend,
  };
}

function actualOf(fault: BudgetFault): number {
  return 'actual' in fault ? fault.actual : 0;
}

type Words = Pick<Finding, 'severity' | 'message' | 'required' | 'actual' | 'mend'>;

/** What is wrong, what would be right, and what to do, without the link's name. */
export function budgetText(fault: BudgetFault): Words {
  switch (fault.code) {
    case 'over-reach':
      return {
        severity: 'error',
        message: 'all cables together are longer than optics and fiber reach',
        required: `at most ${metres(fault.required)}`,
        actual: `up to ${metres(fault.actual)}`,
        mend: 'Choose optics and fiber of longer reach, stand the panels nearer to the way, or connect directly',
      };
    case 'too-many-joints':
      return {
        severity: 'error',
        message: 'there are more joints than the optics bear',
        required: `at most ${counted(fault.required, 'joint')}`,
        actual: counted(fault.actual, 'joint'),
        mend: 'Leave a panel out',
      };
    case 'over-loss':
      return {
        severity: 'error',
        message: 'joints and fiber take more light than the optics bear',
        required: `at most ${decibels(fault.required)}`,
        actual: `up to ${decibels(fault.actual)}`,
        mend: 'Leave a panel out, or take shorter cables',
      };
    case 'fiber-mix':
      return {
        severity: 'error',
        message: 'fibers of different cores stand in series',
        required: 'one kind of fiber',
        actual: fault.found.join(', '),
        mend: 'Choose cables of one kind of fiber for the whole way',
      };
    case 'reach-unknown':
      return {
        severity: 'warning',
        message: 'nobody knows how far its optics reach',
        required: 'a published reach',
        actual: 'unknown',
        mend: 'Put the reach into the catalog, or choose other optics',
      };
    case 'loss-unknown':
      return {
        severity: 'warning',
        message: 'nobody published how much loss its optics bear, or its parts cause',
        required: 'a published loss budget',
        actual: 'unknown',
        mend: 'Ask the makers, and accept this finding with their answer',
      };
  }
}

function decibels(db: number): string {
  return `${String(Number(db.toFixed(3)))} dB`;
}
