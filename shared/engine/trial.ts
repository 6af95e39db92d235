/** What a change of the plan that nobody has made yet would do to counts, lengths, hours, findings, and to the light of some links. */
import type { Finding } from '../checks/types.ts';
import type { Derived } from './engine.ts';
import type { ChannelExplanation } from './cableExplanation.ts';
import { explainChannel } from './explainChannels.ts';

/** Figures to be set beside each other. */
export interface TrialFigures {
  readonly links: number;
  readonly cables: number;
  readonly cages: number;
  readonly fibers: number;
  readonly spareLegs: number;
  readonly requiredMm: number;
  readonly orderedMm: number;
  /** Cables without an ordered length, which the sum leaves out. */
  readonly unknownOrdered: number;
  /** Null in a plan without labor profiles. */
  readonly hours: number | null;
  readonly errors: number;
}

/** Channels of the links that were asked about. */
export interface TrialChannels {
  readonly count: number;
  /** With at least one error. */
  readonly faulty: number;
  /** The one with the gravest problem, of these the longest; null without any. */
  readonly worst: ChannelExplanation | null;
}

export interface Trial {
  readonly before: TrialFigures;
  readonly after: TrialFigures;
  readonly channels: TrialChannels;
  /** Errors that were not there before, the first of them. */
  readonly newErrors: readonly string[];
}

const MOST_ERRORS = 5;

/** Compares two states of a plan. */
export function trialOf(before: Derived, after: Derived, links: readonly string[]): Trial {
  const known = new Set(before.findings.map(keyOf));
  const fresh = after.findings.filter((finding) => isError(finding) && !known.has(keyOf(finding)));
  return {
    before: figuresOf(before),
    after: figuresOf(after),
    channels: channelsOf(after, new Set(links)),
    newErrors: fresh.slice(0, MOST_ERRORS).map(({ message, mend }) => `${message}. ${mend}`),
  };
}

function isError({ severity, accepted }: Finding): boolean {
  return severity === 'error' && accepted === null;
}

function keyOf({ code, ids, message }: Finding): string {
  return [code, message, ...ids].join('\n');
}

function figuresOf({ takeoff, findings }: Derived): TrialFigures {
  const { links, cables, cages, fibers, spareLegs, hours } = takeoff;
  return {
    links: links.count,
    cables: cables.count,
    cages: cages.count,
    fibers: fibers.count,
    spareLegs: spareLegs.count,
    requiredMm: cables.requiredMm,
    orderedMm: cables.orderedMm,
    unknownOrdered: cables.unknownOrdered,
    hours: hours?.total ?? null,
    errors: findings.filter(isError).length,
  };
}

function channelsOf(derived: Derived, links: ReadonlySet<string>): TrialChannels {
  const channels = derived.cabling.channels.filter(({ link }) => links.has(link.id)).map((rows) => explainChannel(derived, rows));
  const gravity = ({ problems }: ChannelExplanation): number =>
    problems.some(({ severity }) => severity === 'error') ? 2 : problems.length > 0 ? 1 : 0;
  let worst: ChannelExplanation | null = null;
  for (const channel of channels) {
    const more = worst === null ? 1 : gravity(channel) - gravity(worst) || (channel.lengthMm ?? 0) - (worst.lengthMm ?? 0);
    if (more > 0) worst = channel;
  }
  return { count: channels.length, faulty: channels.filter((channel) => gravity(channel) === 2).length, worst };
}
