/** Links through panels gathered for the checks: names, places, and groups of channels that are made alike. */
import { must } from '../assert.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import type { Cabling } from '../cabling/types.ts';
import type { ChannelNames } from '../channels/faultTexts.ts';
import { cablesOfChannel, type LinkCable } from '../channels/planChannels.ts';
import { middleOf } from '../geometry/polygons.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { MOST_IDS_LISTED } from './cableGroups.ts';
import type { Finding } from './types.ts';

/** A channel all of whose cables are named. */
export interface WholeChannel {
  readonly rows: ChannelRows;
  readonly cables: readonly LinkCable[];
}

export function* wholeChannels(cabling: Cabling): Generator<WholeChannel> {
  for (const rows of cabling.channels) {
    const cables = cablesOfChannel(cabling, rows);
    const named = cables.filter((cable) => cable !== null);
    if (named.length === cables.length) yield { rows, cables: named };
  }
}

/** `the optic of s1`, `panel pa`, …: its joints from end A. */
export function jointNames(plan: Plan, { link }: ChannelRows): string[] {
  const stops = plan.channels.get(link.id)?.stops ?? [];
  const name = (id: string): string => must(plan.devices.get(id), `device ${id}`).name;
  return [
    `the port of ${name(link.a.device)}`,
    ...stops.map(({ device }) => `panel ${name(device)}`),
    `the port of ${name(link.b.device)}`,
  ];
}

export function namesOf(plan: Plan, { rows, cables }: WholeChannel): ChannelNames {
  return { joints: jointNames(plan, rows), families: cables.map(({ family }) => family) };
}

/** Where a channel starts, as the place of a finding. */
export function channelPlace(survey: Survey, { link }: ChannelRows): Finding['place'] {
  const { cabinet } = must(survey.devices[must(survey.deviceRow.get(link.a.device), 'row of the device')], 'device');
  const { cabinet: placed, corners } = must(survey.cabinets[cabinet], 'cabinet');
  return { hall: placed.hall, at: middleOf(corners) };
}

/** Ids of the first links of a group, sorted. */
export function linkIds(group: readonly { readonly rows: ChannelRows }[]): string[] {
  return group
    .slice(0, MOST_IDS_LISTED)
    .map(({ rows }) => rows.link.id)
    .sort();
}

/** Channels by a key, in the order in which keys are met. */
export class ChannelGroups<T extends { readonly rows: ChannelRows }> {
  private readonly byKey = new Map<string, T[]>();

  add(key: string, one: T): void {
    const group = this.byKey.get(key);
    if (group === undefined) this.byKey.set(key, [one]);
    else group.push(one);
  }

  [Symbol.iterator](): IterableIterator<T[]> {
    return this.byKey.values();
  }
}
