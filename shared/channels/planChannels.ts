/** Channels of a cabled plan: what each link runs through, as light sees it and as it is bought. */
import { must } from '../assert.ts';
import type { ChannelRows, ChannelSection } from '../cabling/channelRows.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { CableEnd, CableFamily, Catalog, PanelPass, Transceiver } from '../catalog/types.ts';
import type { TierParts } from '../plan/types.ts';
import type { BoughtCable } from './budget.ts';
import type { Channel, Run } from './channel.ts';
import { plugOf } from './ferrules.ts';
import { judgeChannel, type Verdict } from './judgeChannel.ts';
import { isParallel, wiringOf, type Wiring } from './wiring.ts';

/** One cable of a link, from its end A. */
export interface LinkCable extends BoughtCable {
  /** Row of the cable. */
  readonly cable: number;
  /** Position of the link's plug at the end with several, from 0; of a trunk at both. */
  readonly leg: number;
  readonly isTrunk: boolean;
  readonly turned: boolean;
}

/** The cables of a channel in order; null where none is named and no trunk joins the panels. */
export function cablesOfChannel(cabling: Cabling, { sections }: ChannelRows): (LinkCable | null)[] {
  return sections.map((section) => (section === null ? null : linkCable(cabling, section)));
}

function linkCable(cabling: Cabling, { row, leg, turned }: ChannelSection): LinkCable {
  const cable = must(cabling.findCable(row), `cable of ${row}`);
  return { ...boughtCable(cabling, cable), leg: leg === null ? legOfRow(cabling, cable, row) : leg - 1, isTrunk: leg !== null, turned };
}

/** The one cable of a link without panels. */
export function cableOfLink(cabling: Cabling, link: number): LinkCable {
  const cable = must(cabling.links.cable[link], 'cable of the link');
  const leg = link - must(cabling.cables.firstLink[cable], 'first link');
  return { ...boughtCable(cabling, cable), leg, isTrunk: false, turned: false };
}

function boughtCable({ cables, families }: Cabling, cable: number): BoughtCable & { readonly cable: number } {
  const family = must(families[cables.family[cable]!], 'family');
  const [requiredMm, orderedMm] = [cables.requiredMm[cable]!, cables.orderedMm[cable]!];
  const longestMm = orderedMm === NONE ? (requiredMm === NONE ? null : requiredMm) : orderedMm + family.tolerance.plusMm;
  return { cable, family, longestMm };
}

function legOfRow(cabling: Cabling, cable: number, row: string): number {
  const first = must(cabling.cables.firstLink[cable], 'first link');
  let leg = 0;
  while (leg + 1 < must(cabling.cables.linkCount[cable], 'links') && cabling.linkId(first + leg) !== row) leg += 1;
  return leg;
}

/** A cable as far as light goes. */
export type LightCable = Pick<LinkCable, 'family' | 'leg' | 'isTrunk' | 'turned'>;

/** What of a link decides where its light goes. */
export interface LightPath {
  readonly cables: readonly LightCable[];
  readonly keyings: readonly PanelPass['keying'][];
  readonly optics: readonly [Transceiver | null, Transceiver | null];
}

export function opticsOf({ transceivers }: Pick<Catalog, 'transceivers'>, parts: TierParts): LightPath['optics'] {
  const optic = (id: string | null): Transceiver | null => (id === null ? null : must(transceivers.get(id), `transceiver ${id}`));
  return [optic(parts.transceiverA), optic(parts.transceiverB)];
}

/**
 * The channel as light sees it; null where it does not run over open fiber, or a figure that it needs is not published. A cable
 * whose ends differ is laid the way round that has fewer faults; trunks and breakouts lie as they are drawn.
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
function waysRound({ family, leg, isTrunk, turned }: LightCable): Run[] {
  const wiring = knownWiring(family);
  if (wiring === null) return [];
  const run = (enters: 'a' | 'b'): Run => {
    const [near, far] = enters === 'a' ? [family.endA, family.endB] : [family.endB, family.endA];
    const legAt = ({ legs }: CableEnd): number => (legs > 1 ? Math.min(leg, legs - 1) : 0);
    return {
      wiring,
      enters,
      nearLeg: legAt(near),
      farLeg: legAt(far),
      near: must(plugOf(near.connector, near.gender), 'plug'),
      far: must(plugOf(far.connector, far.gender), 'plug'),
    };
  };
  const isFixed = isTrunk || !isParallel(wiring) || isSameEnd(family.endA, family.endB);
  return isFixed ? [run(turned ? 'b' : 'a')] : [run('a'), run('b')];
}

function isSameEnd(one: CableEnd, other: CableEnd): boolean {
  return one.connector === other.connector && one.gender === other.gender;
}

const wirings = new WeakMap<CableFamily, { readonly wiring: Wiring | null }>();

function knownWiring(family: CableFamily): Wiring | null {
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

/** Channels with the same key are made of the same parts. */
export function keyOf({ cables, keyings, optics }: LightPath): string {
  const parts = cables.map(({ family, leg, isTrunk, turned }) => {
    const wiring = knownWiring(family);
    // All legs of parallel plugs are alike.
    return [family.id, wiring === null || isParallel(wiring) ? 0 : leg, isTrunk, turned].join(' ');
  });
  return [...optics.map((optic) => optic?.id), ...keyings, ...parts].join('\n');
}
