/** Links through panels gathered for the checks: names, places, and groups of channels that are made alike. */
import { must } from '../assert.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import type { Cabling } from '../cabling/types.ts';
import type { ChannelNames, NamedPart } from '../channels/faultTexts.ts';
import { partsOfChannel, type LinkPart } from '../channels/planChannels.ts';
import type { AdapterKeying } from '../catalog/types.ts';
import { middleOf } from '../geometry/polygons.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { MOST_IDS_LISTED } from './cableGroups.ts';
import type { Finding } from './types.ts';

/** A channel all of whose cables are named. */
export interface WholeChannel {
  readonly rows: ChannelRows;
  readonly parts: readonly LinkPart[];
  readonly keyings: readonly AdapterKeying[];
}

export function* wholeChannels(cabling: Cabling): Generator<WholeChannel> {
  for (const rows of cabling.channels) {
    const { parts, keyings } = partsOfChannel(cabling, rows);
    const known = parts.filter((part) => part !== null);
    if (known.length === parts.length) yield { rows, parts: known, keyings };
  }
}

/** One joint of a channel: its name, the device, and which panel it is in. */
export interface JointPlace {
  /** `the port of s1`, `panel pa`, `panel pa, behind`. */
  readonly name: string;
  readonly device: string;
  /** Position of the stop; null at an optic. */
  readonly stop: number | null;
}

/** Its joints from end A: one in a panel with an adapter alone, two about a module. */
export function jointPlaces(plan: Plan, { link, passes }: ChannelRows): JointPlace[] {
  const stops = plan.channels.get(link.id)?.stops ?? [];
  const name = (id: string): string => must(plan.devices.get(id), `device ${id}`).name;
  const end = (device: string): JointPlace => ({ name: `the port of ${name(device)}`, device, stop: null });
  return [
    end(link.a.device),
    ...stops.flatMap(({ device, enters }, stop): JointPlace[] => {
      const panel = { name: `panel ${name(device)}`, device, stop };
      if ((passes[stop]?.module ?? null) === null) return [panel];
      const [rear, front] = ['behind', 'in front'].map((side) => ({ ...panel, name: `${panel.name}, ${side}` })) as [
        JointPlace,
        JointPlace,
      ];
      return enters === 'rear' ? [rear, front] : [front, rear];
    }),
    end(link.b.device),
  ];
}

export function namesOf(plan: Plan, { rows, parts }: Pick<WholeChannel, 'rows' | 'parts'>): ChannelNames {
  const stops = plan.channels.get(rows.link.id)?.stops ?? [];
  let cables = 0;
  const named = parts.map((part): NamedPart => {
    const { family: glass } = part;
    if (!('isModule' in part)) return { name: `cable ${(cables += 1)} (${glass.name})`, glass };
    const { device } = must(stops[part.stop], 'stop');
    return { name: `the ${glass.name} of panel ${must(plan.devices.get(device), `device ${device}`).name}`, glass };
  });
  return { joints: jointPlaces(plan, rows).map(({ name }) => name), parts: named };
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
