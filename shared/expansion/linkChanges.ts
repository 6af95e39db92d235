/** Which links two states of a plan differ in, and which cables are pulled, moved and taken out for each. */
import { must } from '../assert.ts';
import { orderedLengthMm } from '../cabling/lengths.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import type { Derived } from '../engine/engine.ts';
import type { PortRef } from '../plan/types.ts';
import { laidLinks, panelsOf, portKey as keyOfPort, sectionsOf, type LaidLink, type LinkSection } from './laidLinks.ts';
import { matchLinks } from './matchLinks.ts';

/** A port by its device. */
export interface LinkEnd {
  readonly device: string;
  readonly deviceName: string;
  readonly cabinet: string;
  readonly cabinetName: string;
  readonly positionU: number;
  readonly port: string;
}

/** A cable that somebody handles for a link. */
export interface ChangedCable {
  /** `move`: one end goes to another port, by itself or as another cable that takes its place. */
  readonly work: 'pull' | 'move' | 'take-out';
  /** Id of the cable as it is afterwards; of one that is taken out, as it was. Several links may share it. */
  readonly id: string;
  /** Id of the one that is there now; null of one that is pulled anew. */
  readonly oldId: string | null;
  /** Catalog id, lengths afterwards; of one that is taken out, as they were. */
  readonly family: string;
  readonly requiredMm: number | null;
  readonly orderedMm: number | null;
  /** What is ordered for it now still reaches; null: not moved, or a length is unknown. */
  readonly reuses: boolean | null;
  readonly isInside: boolean;
  /** A trunk stays between its panels, whatever runs through it. */
  readonly isTrunk: boolean;
  /** Ids of the patch panels at its ends. */
  readonly panels: readonly string[];
}

export interface LinkChange {
  /** `recabled`: it keeps both ports, and other cables carry it, such as through panels. */
  readonly kind: 'added' | 'moved' | 'recabled' | 'removed';
  /** Id of the link as it is afterwards; of a removed one, as it was. */
  readonly id: string;
  /** Id of the link before; null: it was not there. */
  readonly from: string | null;
  readonly tier: string;
  /** Ends afterwards; of a removed link, as they were. */
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  /** Which end moves, and out of which port; null: none. */
  readonly moved: { readonly end: 'a' | 'b'; readonly out: LinkEnd } | null;
  /** None where a link takes over cables that are there. */
  readonly cables: readonly ChangedCable[];
}

export interface LinkChanges {
  /** In the order of links afterwards: added and moved ones, those that get other cables; then those that are gone. */
  readonly changes: readonly LinkChange[];
  /** Links that keep both ports, those that get other cables among them. */
  readonly kept: number;
}

/** Both derived from plans in which devices keep their ids. */
export function linkChanges(before: Derived, after: Derived): LinkChanges {
  const [old, now] = [laidLinks(before), laidLinks(after)];
  const { kept, moved, added, removed } = matchLinks(old, now);
  const there = new StandingCables(before, old);
  const stays = new StandingCables(after, now);
  const changeOf = new Map<LaidLink, LinkChange>();
  for (const link of added)
    changeOf.set(link, { ...factsOf(after, link), kind: 'added', from: null, moved: null, cables: pulled(after, link, there) });
  for (const { was, is, end } of moved) {
    const out = endOf(before, was.ports[end]);
    const cables = movedCables({ before, after, was, is, end, there, stays });
    changeOf.set(is, { ...factsOf(after, is), kind: 'moved', from: was.id, moved: { end, out }, cables });
  }
  for (const [was, is] of kept) {
    if (!isRecabled(before, was, after, is)) continue;
    const cables = [...pulled(after, is, there), ...takenOut(before, was, stays)];
    changeOf.set(is, { ...factsOf(after, is), kind: 'recabled', from: was.id, moved: null, cables });
  }
  return {
    kept: kept.length,
    changes: [
      ...now.flatMap((link) => changeOf.get(link) ?? []),
      ...removed.map((link): LinkChange => ({
        ...factsOf(before, link),
        kind: 'removed',
        from: link.id,
        moved: null,
        cables: takenOut(before, link, stays),
      })),
    ],
  };
}

/** Cables of links through panels, and trunks: a link that comes may find them there, one that goes may leave them to others. */
class StandingCables {
  private readonly keys: ReadonlySet<string>;

  constructor(derived: Derived, links: readonly LaidLink[]) {
    const through = links.filter(({ laid }) => 'channel' in laid);
    const trunks = [...derived.plan.trunks.keys()].map((id) => `trunk ${id}`);
    this.keys = new Set([...trunks, ...through.flatMap((link) => sectionsOf(derived, link).map(({ key }) => key))]);
  }

  has({ key }: LinkSection): boolean {
    return this.keys.has(key);
  }
}

function pulled(after: Derived, link: LaidLink, there: StandingCables): ChangedCable[] {
  return sectionsOf(after, link).flatMap((section) => (there.has(section) ? [] : [cableOf(after, link, section, 'pull')]));
}

function takenOut(before: Derived, link: LaidLink, stays: StandingCables): ChangedCable[] {
  return sectionsOf(before, link).flatMap((section) => (stays.has(section) ? [] : [cableOf(before, link, section, 'take-out')]));
}

interface Move {
  readonly before: Derived;
  readonly after: Derived;
  readonly was: LaidLink;
  readonly is: LaidLink;
  readonly end: 'a' | 'b';
  readonly there: StandingCables;
  readonly stays: StandingCables;
}

/** The cable at the end that moves goes on from the port, or the panel, at its other end; whatever else differs is pulled or taken out. */
function movedCables({ before, after, was, is, end, there, stays }: Move): ChangedCable[] {
  const [old, now] = [sectionsOf(before, was), sectionsOf(after, is)];
  const [oldEnd, newEnd] = end === 'a' ? [old[0], now[0]] : [old.at(-1), now.at(-1)];
  const others = (list: readonly LinkSection[], end: LinkSection | undefined, known: StandingCables): LinkSection[] =>
    list.filter((one) => one !== end && !known.has(one));
  if (oldEnd === undefined || newEnd === undefined || oldEnd.isTrunk || newEnd.isTrunk || !shareFarPort(oldEnd, newEnd, end)) {
    return [...pulled(after, is, there), ...takenOut(before, was, stays)];
  }
  const facts = cableOf(after, is, newEnd, 'move');
  const present = cableOf(before, was, oldEnd, 'move');
  return [
    { ...facts, oldId: present.id, reuses: stillReaches(before, present, facts) },
    ...others(now, newEnd, there).map((section) => cableOf(after, is, section, 'pull')),
    ...others(old, oldEnd, stays).map((section) => cableOf(before, was, section, 'take-out')),
  ];
}

function stillReaches(
  { plan }: Derived,
  { family, orderedMm }: ChangedCable,
  { family: wanted, requiredMm }: ChangedCable,
): boolean | null {
  if (requiredMm === null || orderedMm === null) return null;
  const { minusMm } = must(plan.catalog.cableFamilies.get(family), family).tolerance;
  return family === wanted && orderedMm - minusMm >= requiredMm;
}

function shareFarPort(old: LinkSection, now: LinkSection, end: 'a' | 'b'): boolean {
  return end === 'a' ? keyOfPort(old.to) === keyOfPort(now.to) : keyOfPort(old.from) === keyOfPort(now.from);
}

/** Other families between other ports; a link that runs directly before and after has one cable between the same two. */
function isRecabled(before: Derived, was: LaidLink, after: Derived, is: LaidLink): boolean {
  const keys = (derived: Derived, link: LaidLink): string =>
    sectionsOf(derived, link)
      .map(({ key }) => key)
      .join('\r');
  return keys(before, was) !== keys(after, is);
}

function cableOf(derived: Derived, link: LaidLink, { cable, from, to, isTrunk }: LinkSection, work: ChangedCable['work']): ChangedCable {
  const { cabling, plan } = derived;
  const { cables } = cabling;
  const family = must(cabling.families[cables.family[cable]!], 'family');
  const requiredMm = known(cables.requiredMm[cable]!);
  const chosen = plan.lengthPlans.get(family.id)?.lengthsMm ?? null;
  const panels = new Set(panelsOf(derived, link));
  return {
    work,
    id: cabling.cableId(cable),
    oldId: work === 'pull' ? null : cabling.cableId(cable),
    family: family.id,
    requiredMm,
    orderedMm: known(cables.orderedMm[cable]!) ?? (requiredMm === null ? null : orderedLengthMm(family, requiredMm, chosen)),
    reuses: null,
    isInside: cables.status[cable] === RouteStatus.sameCabinet,
    isTrunk,
    panels: [...new Set([from.device, to.device])].filter((device) => panels.has(device)),
  };
}

function factsOf(derived: Derived, { id, tierName, ports }: LaidLink): Pick<LinkChange, 'id' | 'tier' | 'a' | 'b'> {
  return { id, tier: tierName, a: endOf(derived, ports.a), b: endOf(derived, ports.b) };
}

function endOf({ survey }: Derived, { device: id, port }: PortRef): LinkEnd {
  const { device, cabinet } = must(survey.devices[must(survey.deviceRow.get(id), id)], 'device');
  const placed = must(survey.cabinets[cabinet], 'cabinet').cabinet;
  return {
    device: id,
    deviceName: device.name,
    cabinet: placed.id,
    cabinetName: placed.name,
    positionU: device.positionU,
    port,
  };
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}

/** The same cable, in another port. */
export function isReused({ work, reuses }: ChangedCable): boolean {
  return work === 'move' && reuses === true;
}

/** A port as one word, for telling whether two links want the same. */
export function portKey({ device, port }: LinkEnd): string {
  return `${device}:${port}`;
}
