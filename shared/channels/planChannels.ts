/** Channels of a cabled plan: what each link runs through, as light sees it and as it is bought. */
import { must } from '../assert.ts';
import type { ChannelRows, ChannelSection, PassedPanel } from '../cabling/channelRows.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { AdapterKeying, CableEnd, CableFamily, Catalog, Glass, PanelModule, Transceiver } from '../catalog/types.ts';
import type { TierParts } from '../plan/types.ts';
import type { BoughtCable, GlassPart } from './budget.ts';
import type { Channel, Run } from './channel.ts';
import { plugOf } from './ferrules.ts';
import { judgeChannel, type Verdict } from './judgeChannel.ts';
import { isParallel, wiringOf, type Wiring } from './wiring.ts';

/** One cable of a link, from its end A. */
export interface LinkCable extends BoughtCable {
  /** Row of the cable. */
  readonly cable: number;
  readonly family: CableFamily;
  /** Positions of the link's plugs at end A and end B of the family, from 0; at an end with one plug they do not matter. */
  readonly legA: number;
  readonly legB: number;
  readonly isTrunk: boolean;
}

/** A module of a panel on the way of a link. */
export interface LinkModule extends BoughtCable {
  /** Position of its stop. */
  readonly stop: number;
  readonly legA: number;
  readonly legB: number;
  readonly isModule: true;
}

export type LinkPart = LinkCable | LinkModule;

/** Cables and modules of a channel in order, and how the adapters between them hold their plugs. */
export interface LinkParts {
  /** Null where no cable is named and no trunk joins the panels. */
  readonly parts: readonly (LinkPart | null)[];
  readonly keyings: readonly AdapterKeying[];
}

/** All that light passes on the way of a channel. */
export function partsOfChannel(cabling: Cabling, rows: ChannelRows): LinkParts {
  const parts: (LinkPart | null)[] = [];
  const keyings: AdapterKeying[] = [];
  cablesOfChannel(cabling, rows).forEach((cable, place) => {
    parts.push(cable);
    const panel = rows.passes[place];
    if (panel === undefined) return;
    const passed = moduleOnWay(panel, place);
    keyings.push(...passed.keyings);
    if (passed.module !== null) parts.push(passed.module);
  });
  return { parts, keyings };
}

export interface PanelOnWay {
  readonly module: LinkModule | null;
  /** Of its adapters, in the order in which light from end A meets them. */
  readonly keyings: readonly AdapterKeying[];
}

/** What light passes at a stop. */
export function moduleOnWay({ module, keying, enters }: PassedPanel, stop: number): PanelOnWay {
  if (module === null) return { module, keyings: [keying] };
  const { of, rearLeg, frontLeg } = module;
  const held = [keying, of.frontKeying];
  return {
    module: { family: moduleGlass(of), longestMm: 0, turned: enters === 'front', legA: rearLeg, legB: frontLeg, stop, isModule: true },
    keyings: enters === 'rear' ? held : held.reverse(),
  };
}

const glassOfModule = new WeakMap<PanelModule, GlassPart>();

/** A module as light and budgets see it. */
function moduleGlass(module: PanelModule): GlassPart {
  let glass = glassOfModule.get(module);
  if (glass === undefined) {
    const name = module.shuffle === true ? 'shuffle' : 'cassette';
    glassOfModule.set(module, (glass = { ...module, id: JSON.stringify(module), name, reachMm: null }));
  }
  return glass;
}

/** The cables of a channel in order; null where none is named and no trunk joins the panels. */
export function cablesOfChannel(cabling: Cabling, { sections }: ChannelRows): (LinkCable | null)[] {
  return sections.map((section) => (section === null ? null : linkCable(cabling, section)));
}

function linkCable(cabling: Cabling, { row, leg, legB, turned }: ChannelSection): LinkCable {
  const cable = must(cabling.findCable(row), `cable of ${row}`);
  const legs = leg === null || legB === null ? legsOfRow(cabling, cable, row) : { legA: leg - 1, legB: legB - 1 };
  return { ...boughtCable(cabling, cable), ...legs, isTrunk: leg !== null, turned };
}

/** The one cable of a link without panels. */
export function cableOfLink(cabling: Cabling, link: number): LinkCable {
  const cable = must(cabling.links.cable[link], 'cable of the link');
  return { ...boughtCable(cabling, cable), ...legsOf(cabling, cable, link), isTrunk: false, turned: headLiesAtB(cabling, cable) };
}

function boughtCable({ cables, families }: Cabling, cable: number): Pick<LinkCable, 'cable' | 'family' | 'longestMm'> {
  const family = must(families[cables.family[cable]!], 'family');
  const [requiredMm, orderedMm] = [cables.requiredMm[cable]!, cables.orderedMm[cable]!];
  const longestMm = orderedMm === NONE ? (requiredMm === NONE ? null : requiredMm) : orderedMm + family.tolerance.plusMm;
  return { cable, family, longestMm };
}

/** Whether a rule has a breakout's undivided end second, where its family names it first. */
function headLiesAtB({ cables, families, links }: Cabling, cable: number): boolean {
  const { endA, endB } = must(families[cables.family[cable]!], 'family');
  const [first, count] = [cables.firstLink[cable]!, cables.linkCount[cable]!];
  if (endA.legs !== 1 || endB.legs === 1 || count === 1) return false;
  const next = first + 1;
  return links.bDevice[first] === links.bDevice[next] && links.bPort[first] === links.bPort[next];
}

type Legs = Pick<LinkCable, 'legA' | 'legB'>;

function legsOfRow(cabling: Cabling, cable: number, row: string): Legs {
  const first = must(cabling.cables.firstLink[cable], 'first link');
  let leg = 0;
  while (leg + 1 < must(cabling.cables.linkCount[cable], 'links') && cabling.linkId(first + leg) !== row) leg += 1;
  return legsOf(cabling, cable, first + leg);
}

/** Links of a breakout have its legs in their order; of a shuffle each port has a plug, in the order in which links name it. */
function legsOf(cabling: Cabling, cable: number, link: number): Legs {
  const { cables, families, links } = cabling;
  const first = must(cables.firstLink[cable], 'first link');
  const { endA, endB } = must(families[cables.family[cable]!], 'family');
  if (Math.min(endA.legs, endB.legs) === 1) return { legA: link - first, legB: link - first };
  const plugOfPort = (devices: Int32Array, ports: Int32Array): number => {
    const met: string[] = [];
    for (let row = first; row <= link; row += 1) {
      const port = `${devices[row]!}:${ports[row]!}`;
      if (!met.includes(port)) met.push(port);
    }
    return met.indexOf(`${devices[link]!}:${ports[link]!}`);
  };
  return { legA: plugOfPort(links.aDevice, links.aPort), legB: plugOfPort(links.bDevice, links.bPort) };
}

/** A cable or a module of a panel as far as light goes. */
export interface LightCable extends Legs {
  readonly family: Glass & { readonly id: string };
  readonly turned: boolean;
  readonly isTrunk?: boolean;
  readonly isModule?: true;
}

/** What of a link decides where its light goes. */
export interface LightPath {
  readonly cables: readonly LightCable[];
  readonly keyings: readonly AdapterKeying[];
  readonly optics: readonly [Transceiver | null, Transceiver | null];
}

export function opticsOf({ transceivers }: Pick<Catalog, 'transceivers'>, parts: TierParts): LightPath['optics'] {
  const optic = (id: string | null): Transceiver | null => (id === null ? null : must(transceivers.get(id), `transceiver ${id}`));
  return [optic(parts.transceiverA), optic(parts.transceiverB)];
}

/**
 * The channel as light sees it; null where it does not run over open fiber, or a figure that it needs is not published. A cable
 * whose ends differ is laid the way round that has fewer faults; trunks, breakouts and modules lie as they are drawn.
 */
export function lightChannel({ cables, keyings, optics }: LightPath): Channel | null {
  const [a, b] = optics.map((optic) => (optic === null ? null : plugOf(optic.connector, optic.gender)));
  if (a === null || a === undefined || b === null || b === undefined) return null;
  const adapters = keyings.filter((keying) => keying !== null);
  if (adapters.length !== keyings.length) return null;
  let candidates: Run[][] = [[]];
  for (const cable of cables) {
    const ways = waysRound(cable);
    if (ways.length === 0) return null;
    candidates = candidates.flatMap((runs) => ways.map((run) => [...runs, run]));
  }
  const channels = candidates.map((runs): Channel => ({ a, b, runs, adapters }));
  const [first] = channels;
  if (channels.length < 2) return first ?? null;
  return channels.reduce((best, channel) => (judgeChannel(channel).faults.length < judgeChannel(best).faults.length ? channel : best));
}

/** The cable as a run, and turned round where that makes a difference and nothing forbids it. */
function waysRound({ family, legA, legB, isTrunk, isModule, turned }: LightCable): Run[] {
  const wiring = knownWiring(family);
  if (wiring === null) return [];
  const run = (enters: 'a' | 'b'): Run => {
    const [near, far] = enters === 'a' ? [family.endA, family.endB] : [family.endB, family.endA];
    const legAt = ({ legs }: CableEnd, leg: number): number => Math.min(leg, legs - 1);
    return {
      wiring,
      enters,
      nearLeg: legAt(near, enters === 'a' ? legA : legB),
      farLeg: legAt(far, enters === 'a' ? legB : legA),
      ...(isModule === true ? { isModule } : {}),
      near: must(plugOf(near.connector, near.gender), 'plug'),
      far: must(plugOf(far.connector, far.gender), 'plug'),
    };
  };
  const isFixed = isTrunk === true || isModule === true || !isParallel(wiring) || isSameEnd(family.endA, family.endB);
  return isFixed ? [run(turned ? 'b' : 'a')] : [run('a'), run('b')];
}

function isSameEnd(one: CableEnd, other: CableEnd): boolean {
  return one.connector === other.connector && one.gender === other.gender;
}

const wirings = new WeakMap<Glass, { readonly wiring: Wiring | null }>();

function knownWiring(family: Glass): Wiring | null {
  let known = wirings.get(family);
  if (known === undefined) wirings.set(family, (known = { wiring: wiringOf(family) }));
  return known.wiring;
}

/** Judges channels, alike ones once. */
export class LightJudge {
  private readonly known = new Map<string, Verdict | null>();

  /** Null where the light cannot be followed. */
  judge(path: LightPath): Verdict | null {
    const key = keyOf(path);
    let verdict = this.known.get(key);
    if (verdict === undefined) {
      const channel = lightChannel(path);
      this.known.set(key, (verdict = channel === null ? null : judgeChannel(channel)));
    }
    return verdict;
  }
}

/** Whether light runs from optic to optic over fibers that can be plugged, so that where it comes out is a question at all. */
export function runsOverOpenFiber({ cables, optics }: LightPath): boolean {
  const connectors = [
    ...optics.map((optic) => optic?.connector),
    ...cables.flatMap(({ family }) => [family.endA.connector, family.endB.connector]),
  ];
  return connectors.every((connector) => connector !== undefined && plugOf(connector, null) !== null);
}

/** Channels with the same key are made of the same parts. */
export function keyOf({ cables, keyings, optics }: LightPath): string {
  const parts = cables.map(({ family, legA, legB, isTrunk, turned }) => {
    const wiring = knownWiring(family);
    // All legs of parallel plugs are alike.
    const legs = wiring === null || isParallel(wiring) ? [0, 0] : [legA, legB];
    return [family.id, ...legs, isTrunk === true, turned].join(' ');
  });
  return [...optics.map((optic) => optic?.id), ...keyings, ...parts].join('\n');
}
