/** The channels that run through one cable, joint by joint, for the inspector. */
import { must } from '../assert.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import type { CableFamily } from '../catalog/types.ts';
import { budgetFaults, channelLimits, channelUse } from '../channels/budget.ts';
import { channelFaultText, mendsText } from '../channels/faultTexts.ts';
import { cablesOfChannel, lightChannel, opticsOf, type LinkCable } from '../channels/planChannels.ts';
import { judgeChannel } from '../channels/judgeChannel.ts';
import { jointNames } from '../checks/channelGrounds.ts';
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

function explainChannel({ plan, cabling }: Derived, rows: ChannelRows): ChannelExplanation {
  const cables = cablesOfChannel(cabling, rows);
  const names = jointNames(plan, rows);
  const whole = cables.filter((cable) => cable !== null);
  const stops = plan.channels.get(rows.link.id)?.stops ?? [];
  const devices = [rows.link.a.device, ...stops.map(({ device }) => device), rows.link.b.device];
  const problems = whole.length < cables.length ? gapProblems(cables, names) : problemsOf(derivedPath(plan, rows), whole, names);
  const optics = opticsOf(plan.catalog, rows.link.parts);
  const use = channelUse(whole);
  const limits = channelLimits(
    optics,
    whole.map(({ family }) => family),
  );
  return {
    link: rows.link.id,
    name: cabling.linkName(rows.link.id),
    joints: names.map((name, joint) => ({
      name: must(plan.devices.get(must(devices[joint], 'device')), 'device').name,
      isPanel: joint > 0 && joint < names.length - 1,
      isFaulty: problems.some((problem) => problem.joint === joint),
      title: name,
    })),
    cables: cables.map((cable) => (cable === null ? null : cableText(cabling.cableId(cable.cable), cabling.cableName(cable.cable), cable))),
    problems,
    lengthMm: whole.length < cables.length ? null : use.lengthMm,
    reachMm: limits.reachMm?.value ?? null,
    jointCount: use.joints,
    mostJoints: limits.joints?.value ?? null,
    lossDb: whole.length < cables.length ? null : use.lossDb,
    mostLossDb: limits.lossDb?.value ?? null,
  };
}

type Path = Omit<Parameters<typeof lightChannel>[0], 'cables'>;

function derivedPath(plan: Derived['plan'], rows: ChannelRows): Path {
  return { keyings: rows.keyings, optics: opticsOf(plan.catalog, rows.link.parts) };
}

function gapProblems(cables: readonly (LinkCable | null)[], names: readonly string[]): ChannelProblem[] {
  return cables.flatMap((cable, place): ChannelProblem[] =>
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

function problemsOf(path: Path, cables: readonly LinkCable[], joints: readonly string[]): ChannelProblem[] {
  const families: readonly CableFamily[] = cables.map(({ family }) => family);
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
        message: channelFaultText(fault, { joints, families }).message,
        mend: mendsText(ofFault, { joints, families }),
      });
    }
  }
  for (const fault of budgetFaults(cables, channelUse(cables), channelLimits(path.optics, families))) {
    const { severity, message, required, actual, mend } = budgetText(fault);
    problems.push({ joint: null, severity, message: 'required' in fault ? `${message}: ${actual}, ${required}` : message, mend });
  }
  return problems;
}

function cableText(id: string, name: string, { family, leg, isTrunk, longestMm }: LinkCable): ChannelCable {
  const carries = family.endA.legs > 1 || family.endB.legs > 1;
  return { id, name, family: family.name, type: family.polarity, leg: isTrunk || carries ? leg + 1 : null, longestMm };
}
