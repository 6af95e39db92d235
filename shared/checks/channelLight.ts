import type { Check, CheckInput, Finding } from './types.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import type { Verdict } from '../channels/judgeChannel.ts';
import { channelFaultText, mendsText } from '../channels/faultTexts.ts';
import { cableOfLink, keyOf, partsOfChannel, LightJudge, opticsOf, runsOverOpenFiber, type LightPath } from '../channels/planChannels.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { sortedById } from '../plan/sortedById.ts';
import { cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { ChannelGroups, channelPlace, jointPlaces, linkIds, namesOf, wholeChannels, type WholeChannel } from './channelGrounds.ts';
import { counted, named } from './figures.ts';
import { portGrounds } from './portGrounds.ts';

/**
 * Light of every link comes out where it is received: by fiber position through all its cables and adapters, with connector, polish,
 * keying and gender at every joint. One finding per fault of links that are made alike. Plugs at the ports of links without panels
 * are the rule of connectors.
 */
export const channelLight: Check = {
  codes: [
    'channel.shape',
    'channel.polish',
    'channel.keying',
    'channel.gender',
    'channel.polarity',
    'channel.gap',
    'channel.unknown',
    'channel.orphan',
  ],
  title: 'Light comes out where it is received',
  rests: (input) => [...portGrounds(input), input.plan.trunks, input.plan.channels],
  *run(input) {
    yield* orphans(input);
    yield* gaps(input);
    yield* faultyChannels(input);
    yield* faultyCables(input);
  },
};

function* orphans({ plan, cabling }: CheckInput): Generator<Omit<Finding, 'accepted'>> {
  if (plan.channels.size === 0) return;
  const known = new Set(cabling.channels.map(({ link }) => link.id));
  const gone = sortedById(plan.channels).filter(({ id }) => !known.has(id));
  if (gone.length === 0) return;
  yield {
    code: 'channel.orphan',
    severity: 'warning',
    ids: gone.map(({ id }) => id),
    place: null,
    message: `${counted(gone.length, 'way')} through panels belong${gone.length === 1 ? 's' : ''} to links that are gone: ${named(gone.map(({ id }) => id))}`,
    required: 'links that exist',
    actual: `${gone.length} gone`,
    mend: 'Bring the links back, or delete their ways through panels',
  };
}

function* gaps({ plan, survey, cabling }: CheckInput): Generator<Omit<Finding, 'accepted'>> {
  for (const rows of cabling.channels) {
    const gap = partsOfChannel(cabling, rows).parts.indexOf(null);
    if (gap === -1) continue;
    const joints = jointPlaces(plan, rows).map(({ name }) => name);
    yield {
      code: 'channel.gap',
      severity: 'error',
      ids: [rows.link.id],
      place: channelPlace(survey, rows),
      message: `No cable joins ${must(joints[gap], 'joint')} and ${must(joints[gap + 1], 'joint')} on the way of ${cabling.linkName(rows.link.id)}`,
      required: 'a trunk between the two ports, or a cable family',
      actual: 'none',
      mend: 'Lay a trunk between the two panels, or choose a cable for this stretch',
    };
  }
}

interface JudgedChannel extends WholeChannel {
  readonly verdict: Verdict | null;
}

const UNKNOWN_LIGHT = { required: 'published polarity', actual: 'unknown', mend: 'Put the figures into the catalog' } as const;

function* faultyChannels({ plan, survey, cabling }: CheckInput): Generator<Omit<Finding, 'accepted'>> {
  const judge = new LightJudge();
  const groups = new ChannelGroups<JudgedChannel>();
  for (const whole of wholeChannels(cabling)) {
    const path: LightPath = { cables: whole.parts, keyings: whole.keyings, optics: opticsOf(plan.catalog, whole.rows.link.parts) };
    const verdict = judge.judge(path);
    if (verdict !== null && verdict.faults.length === 0) continue;
    const panels = (plan.channels.get(whole.rows.link.id)?.stops ?? []).map(({ device }) => device);
    groups.add([whole.rows.fabric, whole.rows.tier, ...panels, keyOf(path)].join('\n'), { ...whole, verdict });
  }
  for (const group of groups) {
    const first = must(group[0], 'a channel');
    const names = namesOf(plan, first);
    const about = `${counted(group.length, `${tierOf(first.rows)} link`)} through panels`;
    const where = { ids: linkIds(group), place: channelPlace(survey, first.rows) };
    if (first.verdict === null) {
      const message = `Nobody can tell whether light comes out right on ${about}: a type, gender or keying is not published${listedNote(group.length)}`;
      yield {
        code: 'channel.unknown',
        severity: 'warning',
        ...where,
        message,
        ...UNKNOWN_LIGHT,
      };
      continue;
    }
    for (const fault of first.verdict.faults) {
      const { message, required, actual } = channelFaultText(fault, names);
      const mends = first.verdict.mends.filter(
        (mend) => fault.code === 'polarity' || (mend.joint === fault.joint && mend.change.kind === fault.code),
      );
      yield {
        code: `channel.${fault.code}`,
        severity: 'error',
        ...where,
        message: `${about} (${cabling.linkName(first.rows.link.id)}${group.length > 1 ? ' and others' : ''}): ${message}${listedNote(group.length)}`,
        required,
        actual,
        mend: mendsText(mends, names),
      };
    }
  }
}

/** Cables that run from port to port: their plugs are judged elsewhere, where their light goes is judged here. */
function* faultyCables({ plan, survey, cabling }: CheckInput): Generator<Omit<Finding, 'accepted'>> {
  const judge = new LightJudge();
  const { links, cables, tiers } = cabling;
  const groups = new RowGroups();
  const unknown = new RowGroups();
  const verdicts = new Map<string, Verdict>();
  let [lastTier, lastFamily, lastLeg, lastClear] = [NONE, NONE, NONE, false];
  for (let link = 0; link < links.count; link += 1) {
    const tier = links.tier[link]!;
    const cable = links.cable[link]!;
    if (tiers[tier]?.rows !== 'links') continue;
    const family = cables.family[cable]!;
    const leg = link - cables.firstLink[cable]!;
    const isAlike = tiers[tier].parts !== null && tier === lastTier && family === lastFamily && leg === lastLeg;
    if (isAlike && lastClear) continue;
    const path: LightPath = {
      cables: [cableOfLink(cabling, link)],
      keyings: [],
      optics: opticsOf(plan.catalog, partsOfLink(cabling, link)),
    };
    const verdict = judge.judge(path);
    const isUnknown = verdict === null && runsOverOpenFiber(path);
    const isClear = !isUnknown && (verdict === null || !verdict.faults.some(({ code }) => code === 'polarity'));
    [lastTier, lastFamily, lastLeg, lastClear] = [tier, family, leg, isClear];
    if (isUnknown) unknown.add(`${tier}\n${family}`, cable);
    if (isClear || verdict === null) continue;
    const key = `${tier}\n${keyOf({ ...path, cables: [{ ...cableOfLink(cabling, link), legA: 0, legB: 0 }] })}`;
    verdicts.set(key, verdict);
    groups.add(key, cable);
  }
  for (const [, rows] of unknown.entries()) {
    const unique = [...new Set(rows)];
    const first = must(unique[0], 'a cable');
    const family = must(cabling.families[cables.family[first]!], 'family');
    yield {
      code: 'channel.unknown',
      severity: 'warning',
      ids: cableIds(cabling, unique),
      place: cablePlace(survey, cabling, first),
      message: `Nobody can tell whether light comes out right on ${counted(unique.length, `${tierName(cabling, first)} cable`)} (${family.name}): its polarity or number of fibers is not published${listedNote(unique.length)}`,
      ...UNKNOWN_LIGHT,
    };
  }
  for (const [key, rows] of groups.entries()) {
    const unique = [...new Set(rows)];
    const first = must(unique[0], 'a cable');
    const { faults, mends } = must(verdicts.get(key), 'verdict');
    const family = must(cabling.families[cables.family[first]!], 'family');
    const names = { joints: ['end A', 'end B'], parts: [{ name: `cable 1 (${family.name})`, glass: family }] };
    const fault = must(
      faults.find(({ code }) => code === 'polarity'),
      'fault',
    );
    const { required, actual } = channelFaultText(fault, names);
    yield {
      code: 'channel.polarity',
      severity: 'error',
      ids: cableIds(cabling, unique),
      place: cablePlace(survey, cabling, first),
      message: `On ${counted(unique.length, `${tierName(cabling, first)} cable`)} (${family.name}) ${actual}${listedNote(unique.length)}`,
      required,
      actual,
      mend: mendsText(mends, names),
    };
  }
}

function tierOf({ fabric, tier }: ChannelRows): string {
  return fabric === null ? 'hand-drawn' : tier;
}
