/** The channels that run through one cable, joint by joint, for the inspector. */
import { must } from '../assert.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import type { Cabling } from '../cabling/types.ts';
import { budgetFaults, channelLimits, channelUse } from '../channels/budget.ts';
import { channelFaultText, mendsText, type ChannelNames } from '../channels/faultTexts.ts';
import { lightChannel, opticsOf, partsOfChannel, type LinkPart } from '../channels/planChannels.ts';
import { judgeChannel } from '../channels/judgeChannel.ts';
import { jointPlaces, namesOf } from '../checks/channelGrounds.ts';
import { budgetText } from '../checks/channelBudget.ts';
import type { Derived } from './engine.ts';
import type { ChannelCable, ChannelExplanation, ChannelProblem } from './cableExplanation.ts';

/** A trunk may carry dozens of links; the inspector shows as many of them. */
const MOST_SHOWN = 12;

/** Channels with a cable in them, as many as are shown, and how many there are. */
export function explainChannels(derived: Derived, cable: number): { readonly shown: ChannelExplanation[]; readonly count: number } {
  const { cabling } = derived;
  if (cabling.channels.length === 0) return { shown: [], count: 0 };
  const rows = new Set<string>();
  const first = must(cabling.cables.firstLink[cable], 'first link');
  for (let link = first; link < first + must(cabling.cables.linkCount[cable], 'links'); link += 1) rows.add(cabling.linkId(link));
  const through = cabling.channels.filter(({ sections }) => sections.some((section) => section !== null && rows.has(section.row)));
  return { shown: through.slice(0, MOST_SHOWN).map((channel) => explainChannel(derived, channel)), count: through.length };
}

/** One channel with its problems and what it uses up. */
export function explainChannel({ plan, cabling }: Derived, rows: ChannelRows): ChannelExplanation {
  const { parts, keyings } = partsOfChannel(cabling, rows);
  const places = jointPlaces(plan, rows);
  const whole = parts.filter((part) => part !== null);
  const isWhole = whole.length === parts.length;
  const optics = opticsOf(plan.catalog, rows.link.parts);
  const names = namesOf(plan, { rows, parts: whole });
  const problems = isWhole ? problemsOf({ keyings, optics }, whole, names) : gapProblems(parts, names);
  const use = channelUse(whole);
  const limits = channelLimits(
    optics,
    whole.map(({ family }) => family),
  );
  return {
    link: rows.link.id,
    name: cabling.linkName(rows.link.id),
    joints: places.map(({ name, device, stop }, joint) => ({
      name: must(plan.devices.get(device), 'device').name,
      isPanel: stop !== null,
      isFaulty: problems.some((problem) => problem.joint === joint),
      title: name,
    })),
    cables: parts.map((part) => (part === null ? null : partText(cabling, part))),
    problems,
    lengthMm: isWhole ? use.lengthMm : null,
    reachMm: limits.reachMm?.value ?? null,
    jointCount: use.joints,
    mostJoints: limits.joints?.value ?? null,
    lossDb: isWhole ? use.lossDb : null,
    mostLossDb: limits.lossDb?.value ?? null,
  };
}

type Path = Omit<Parameters<typeof lightChannel>[0], 'cables'>;

function gapProblems(parts: readonly (LinkPart | null)[], { joints: names }: ChannelNames): ChannelProblem[] {
  return parts.flatMap((cable, place): ChannelProblem[] =>
    cable !== null
      ? []
      : [
          {
            joint: place,
            severity: 'error',
            message: `no cable from ${must(names[place], 'joint')} to ${must(names[place + 1], 'joint')}`,
            mend: 'Lay a trunk between the two panels',
          },
        ],
  );
}

function problemsOf(path: Path, cables: readonly LinkPart[], names: ChannelNames): ChannelProblem[] {
  const families = cables.map(({ family }) => family);
  const channel = lightChannel({ ...path, cables });
  const problems: ChannelProblem[] = [];
  if (channel === null)
    problems.push({
      joint: null,
      severity: 'warning',
      message: 'nobody can tell where its light goes',
      mend: 'Put type, gender and keying into the catalog',
    });
  else {
    const { faults, mends } = judgeChannel(channel);
    for (const fault of faults) {
      const ofFault = mends.filter(
        ({ joint, change }) => fault.code === 'polarity' || (joint === fault.joint && change.kind === fault.code),
      );
      problems.push({
        joint: fault.joint,
        severity: 'error',
        message: channelFaultText(fault, names).message,
        mend: mendsText(ofFault, names),
      });
    }
  }
  for (const fault of budgetFaults(cables, channelUse(cables), channelLimits(path.optics, families))) {
    const { severity, message, required, actual, mend } = budgetText(fault);
    problems.push({ joint: null, severity, message: 'required' in fault ? `${message}: ${actual}, ${required}` : message, mend });
  }
  return problems;
}

function partText({ cableId, cableName }: Cabling, part: LinkPart): ChannelCable {
  const { family, longestMm, turned } = part;
  const legs = [
    { at: family.endA.legs, leg: part.legA + 1 },
    { at: family.endB.legs, leg: part.legB + 1 },
  ];
  const used = (turned ? legs.reverse() : legs).filter(({ at }) => at > 1).map(({ leg }) => leg);
  const text = { family: family.name, type: family.polarity, legs: [...new Set(used)] };
  if ('isModule' in part) return { ...text, id: null, name: `${family.name} in the panel`, longestMm: null };
  return { ...text, id: cableId(part.cable), name: cableName(part.cable), longestMm };
}
