/**
 * Links that run through panels: instead of one row they have a row for each cable between two stops, and trunks have one for each
 * leg in use. Rows look like links drawn by hand, with parts of their own, so that all that is asked of cables holds for these.
 */
import { must } from '../assert.ts';
import { crossingOf, type Crossing } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import type { AdapterKeying, CableFamily } from '../catalog/types.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { HandLink, LinkChannel, PanelStop, Plan, PortRef, TierParts, Trunk } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';

/** One link as it stands before anybody looks at panels. */
export interface PlainLink {
  readonly id: string;
  readonly a: PortRef;
  readonly b: PortRef;
  readonly parts: TierParts;
}

/** One cable of a channel by the row that stands for it. */
export interface ChannelSection {
  /** Id of the row; see Cabling.findCable. */
  readonly row: string;
  /** Whether the row's end A is the farther one from the channel's end A. */
  readonly turned: boolean;
  /** Leg of a trunk, from 1, at its end A and at its end B, which a shuffle makes different; null for a cable of the link's own. */
  readonly leg: number | null;
  readonly legB: number | null;
}

/** What a stop is made of: an adapter, or a module between two. Null where the device has no such way through. */
export interface PassedPanel {
  /** Side on which the way from end A comes in. */
  readonly enters: PanelStop['enters'];
  readonly keying: AdapterKeying;
  readonly module: Crossing['module'];
}

/** How a link runs through panels. */
export interface ChannelRows {
  readonly link: PlainLink;
  /** Fabric and name of its tier. */
  readonly fabric: string | null;
  readonly tier: string;
  /** The cables from end A to end B; null where the plan names none and no trunk joins the two ports. */
  readonly sections: readonly (ChannelSection | null)[];
  /** The panels between them. */
  readonly passes: readonly PassedPanel[];
}

export interface LaidChannel {
  readonly channel: ChannelRows;
  /** The rows of its own cables. */
  readonly rows: readonly HandLink[];
}

/** Own cables of channels by the ports that they join: two ports are joined by one cable, whatever links run through it. */
export class OwnCables {
  private readonly byEnds = new Map<string, ChannelSection>();

  /** The cable of this family between two ports that another link has laid; null when there is none. */
  between(from: PortRef, to: PortRef, family: string): ChannelSection | null {
    return this.byEnds.get([family, endsKey(from, to)].join('\n')) ?? null;
  }

  note(from: PortRef, to: PortRef, family: string, row: string): void {
    const section = { row, turned: false, leg: null, legB: null };
    this.byEnds.set([family, endsKey(from, to)].join('\n'), section);
    this.byEnds.set([family, endsKey(to, from)].join('\n'), { ...section, turned: true });
  }
}

/** Lays a link over its stops. */
export function layChannel(
  survey: Survey,
  trunks: TrunkLegs,
  own: OwnCables,
  tier: Pick<ChannelRows, 'fabric' | 'tier'>,
  link: PlainLink,
  channel: LinkChannel | null,
): LaidChannel {
  const stops = channel?.stops ?? [];
  const passes = stops.map((stop) => passThrough(survey, stop));
  const families = channel?.families ?? [link.parts.family];
  const rows: HandLink[] = [];
  const sections = families.map((family, place): ChannelSection | null => {
    const from = place === 0 ? link.a : must(passes[place - 1], 'pass').out;
    const to = place === stops.length ? link.b : must(passes[place], 'pass').in;
    const trunk = trunks.between(from, to);
    if (trunk !== null) return trunk;
    if (family === null) return null;
    const known = stops.length === 0 ? null : own.between(from, to, family);
    if (known !== null) return known;
    const row = `${link.id}#${place + 1}`;
    own.note(from, to, family, row);
    const parts: TierParts = {
      family,
      transceiverA: place === 0 ? link.parts.transceiverA : null,
      transceiverB: place === stops.length ? link.parts.transceiverB : null,
    };
    rows.push({ id: row, a: from, b: to, parts });
    return { row, turned: false, leg: null, legB: null };
  });
  return { channel: { link, ...tier, sections, passes: passes.map(({ panel }) => panel) }, rows };
}

interface PassedStop {
  readonly in: PortRef;
  readonly out: PortRef;
  readonly panel: PassedPanel;
}

/** Both ports of a stop. Where the device has no such way through its rear port has a name that no port has, which a check reports. */
function passThrough(survey: Survey, { device, port, rear: wanted, enters }: PanelStop): PassedStop {
  const { type } = must(survey.devices[must(survey.deviceRow.get(device), `device ${device}`)], 'device');
  const crossing = crossingOf(type, port, wanted);
  const front: PortRef = { device, port };
  const rear: PortRef = { device, port: crossing === null ? `behind ${port}` : must(portsOf(type)[crossing.rear], 'port').name };
  const panel: PassedPanel = { enters, keying: crossing?.keying ?? null, module: crossing?.module ?? null };
  return enters === 'front' ? { in: front, out: rear, panel } : { in: rear, out: front, panel };
}

/** Id of the row of a trunk's leg; the first one has the trunk's own. */
function legRow({ id, legs }: Trunk, place: number): string {
  return place === 0 ? id : `${id}#${must(legs[place], 'leg').leg}`;
}

/** Legs of all trunks by the ports that they join. */
export class TrunkLegs {
  private readonly byEnds = new Map<string, ChannelSection>();

  constructor(trunks: Plan['trunks'], families: ReadonlyMap<string, CableFamily>) {
    for (const trunk of sortedById(trunks)) {
      const isShuffle = families.get(trunk.family)?.shuffle === true;
      trunk.legs.forEach((near, place) => {
        const row = legRow(trunk, place);
        for (const far of isShuffle ? trunk.legs : [near]) {
          this.note(near.a, far.b, { row, turned: false, leg: near.leg, legB: far.leg });
          this.note(far.b, near.a, { row, turned: true, leg: near.leg, legB: far.leg });
        }
      });
    }
  }

  /** The leg from one port to another; null when no trunk joins them. */
  between(from: PortRef, to: PortRef): ChannelSection | null {
    return this.byEnds.get(endsKey(from, to)) ?? null;
  }

  private note(from: PortRef, to: PortRef, section: ChannelSection): void {
    const key = endsKey(from, to);
    if (!this.byEnds.has(key)) this.byEnds.set(key, section);
  }
}

function endsKey(from: PortRef, to: PortRef): string {
  return [from.device, from.port, to.device, to.port].join('\n');
}

/** Rows of the legs of trunks, those of one trunk together, trunks with as many legs in use together. */
export function trunkRows(trunks: Plan['trunks']): { readonly legs: number; readonly links: readonly HandLink[] }[] {
  const byLegs = new Map<number, HandLink[]>();
  for (const trunk of sortedById(trunks)) {
    const sameSize = byLegs.get(trunk.legs.length) ?? [];
    byLegs.set(trunk.legs.length, sameSize);
    const parts: TierParts = { family: trunk.family, transceiverA: null, transceiverB: null };
    trunk.legs.forEach(({ a, b }, place) => sameSize.push({ id: legRow(trunk, place), a, b, parts }));
  }
  return [...byLegs].sort(([a], [b]) => a - b).map(([legs, links]) => ({ legs, links }));
}
