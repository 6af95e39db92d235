/** The links of a plan, those that run through panels among them, each with the cables that carry it from end A to end B. */
import { must } from '../assert.ts';
import type { ChannelRows } from '../cabling/channelRows.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import type { Derived } from '../engine/engine.ts';
import type { PortRef } from '../plan/types.ts';
import type { PlacedLink } from './matchLinks.ts';

export interface LaidLink extends PlacedLink {
  readonly tierName: string;
  readonly ports: { readonly a: PortRef; readonly b: PortRef };
  /** A row of the table of links, or a channel through panels. */
  readonly laid: { readonly row: number } | { readonly channel: ChannelRows };
}

/** One cable of a link. */
export interface LinkSection {
  /** The same in two states where the same cable joins the same two ports. */
  readonly key: string;
  /** Row of the cable. */
  readonly cable: number;
  readonly from: PortRef;
  readonly to: PortRef;
  readonly isTrunk: boolean;
}

/** Rows in their order, then what runs through panels. */
export function laidLinks({ survey, cabling }: Derived): LaidLink[] {
  const { links, tiers, channels } = cabling;
  const list: LaidLink[] = [];
  for (let row = 0; row < links.count; row += 1) {
    const { fabric, name, rows } = must(tiers[links.tier[row]!], 'tier');
    if (rows !== 'links') continue;
    list.push({ id: cabling.linkId(row), ...placed({ survey, cabling }, row, fabric, name), laid: { row } });
  }
  for (const channel of channels) {
    const { link, fabric, tier } = channel;
    const { id, a, b } = link;
    list.push({ id, tier: tierKey(fabric, tier), tierName: tier, a: portKey(a), b: portKey(b), ports: { a, b }, laid: { channel } });
  }
  return list;
}

/** Its cables from end A to end B; a stretch that nothing joins is left out. */
export function sectionsOf(derived: Derived, { laid, ports }: LaidLink): LinkSection[] {
  const { cabling } = derived;
  if ('row' in laid) return [sectionOf(derived, cabling.links.cable[laid.row]!, ports.a, ports.b)];
  return laid.channel.sections.flatMap((section): LinkSection[] => {
    if (section === null) return [];
    const cable = must(cabling.findCable(section.row), 'cable');
    const { firstLink, linkCount } = cabling.cables;
    let row = firstLink[cable]!;
    for (let leg = 1; leg < linkCount[cable]! && cabling.linkId(row) !== section.row; leg += 1) row += 1;
    const [a, b] = [portAt(derived, row, 'a'), portAt(derived, row, 'b')];
    return [section.turned ? sectionOf(derived, cable, b, a) : sectionOf(derived, cable, a, b)];
  });
}

/** Whether all of it has a way. */
export function isLaid(derived: Derived, link: LaidLink): boolean {
  const { cables } = derived.cabling;
  return sectionsOf(derived, link).every(({ cable }) => cables.status[cable] !== RouteStatus.noRoute);
}

/** Devices of the panels that a link runs through. */
export function panelsOf({ plan }: Derived, { id }: LaidLink): readonly string[] {
  return (plan.channels.get(id)?.stops ?? []).map(({ device }) => device);
}

/** A port as one word. */
export function portKey({ device, port }: PortRef): string {
  return `${device}:${port}`;
}

function tierKey(fabric: string | null, tier: string): string {
  return `${fabric ?? ''}/${tier}`;
}

function placed(
  derived: Pick<Derived, 'survey' | 'cabling'>,
  row: number,
  fabric: string | null,
  name: string,
): Omit<LaidLink, 'id' | 'laid'> {
  const ports = { a: portAt(derived, row, 'a'), b: portAt(derived, row, 'b') };
  return { tier: tierKey(fabric, name), tierName: name, a: portKey(ports.a), b: portKey(ports.b), ports };
}

/** Trunks stay between their panels whatever runs through them, so each is known by its own id. */
function sectionOf({ cabling }: Derived, cable: number, from: PortRef, to: PortRef): LinkSection {
  const { cables, tiers, families } = cabling;
  const isTrunk = must(tiers[cables.tier[cable]!], 'tier').rows === 'trunks';
  const family = must(families[cables.family[cable]!], 'family').id;
  const key = isTrunk ? `trunk ${cabling.cableId(cable)}` : [family, ...[portKey(from), portKey(to)].sort()].join('\n');
  return { key, cable, from, to, isTrunk };
}

function portAt({ survey, cabling: { links } }: Pick<Derived, 'survey' | 'cabling'>, row: number, end: 'a' | 'b'): PortRef {
  const [devices, ports] = end === 'a' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
  const { device, type } = must(survey.devices[devices[row]!], 'device');
  const port = ports[row]!;
  return { device: device.id, port: port === NONE ? '?' : must(portsOf(type)[port], 'port').name };
}
