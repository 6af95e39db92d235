/** Which cable families and optics join two ports. Pure catalog knowledge: what is plugged in already comes with the ends. */
import type { CableEnd, Catalog, CableFamily, Transceiver } from '../catalog/types.ts';
import { fitsCage, stepsFromOwnKind } from '../catalog/cageFits.ts';
import { LightJudge } from '../channels/planChannels.ts';
import { opticHosts, type OpticHost } from '../catalog/opticHosts.ts';
import type { TierParts } from '../plan/types.ts';
import { laidPlugFaults, plugFaults } from './plugFaults.ts';

/** A free port, with what its cage holds. */
export interface FreePort {
  readonly cage: string;
  readonly speedGbps: number;
  /** The optic that serves the cage's other ports, catalog id, and how many it serves now; null: the cage is empty. */
  readonly held: { readonly optic: string | null; readonly ports: number } | null;
}

export type PartsCatalog = Pick<Catalog, 'cableFamilies' | 'transceivers'>;

/** Every choice of one cable with its optics that goes together at both ends and lets transmit meet receive, in the order of the catalog. */
export function fittingParts({ cableFamilies, transceivers }: PartsCatalog, a: FreePort, b: FreePort): TierParts[] {
  const [opticsA, opticsB] = [a, b].map((end) => opticsFor(transceivers, end)) as [readonly Optic[], readonly Optic[]];
  const judge = new LightJudge();
  const found: TierParts[] = [];
  for (const family of cableFamilies.values()) {
    // A link by hand is one cable with one end at each side.
    if (family.endA.legs !== 1 || family.endB.legs !== 1) continue;
    for (const opticA of opticsA) {
      for (const opticB of opticsB) {
        if (plugFaults(family, { cage: a.cage, optic: opticA }, { cage: b.cage, optic: opticB }).length > 0) continue;
        const cable = { family, legA: 0, legB: 0, turned: false };
        const light = judge.judge({ cables: [cable], keyings: [], optics: [opticA, opticB] });
        if (light?.faults.some(({ code }) => code === 'polarity') === true) continue;
        found.push({ family: family.id, transceiverA: opticA?.id ?? null, transceiverB: opticB?.id ?? null });
      }
    }
  }
  return found;
}

/** Parts of a link on a breakout: which of its two ports takes the undivided end. */
export interface BreakoutParts extends TierParts {
  readonly head: 'a' | 'b';
}

/** Every breakout with its optics that goes together with its undivided end at one of two ports and a leg at the other. */
export function fittingBreakouts(
  { cableFamilies, transceivers }: PartsCatalog,
  a: FreePort,
  b: FreePort,
  head: 'a' | 'b',
): BreakoutParts[] {
  const [opticsA, opticsB] = [a, b].map((end) => opticsFor(transceivers, end)) as [readonly Optic[], readonly Optic[]];
  const judge = new LightJudge();
  const found: BreakoutParts[] = [];
  for (const family of cableFamilies.values()) {
    if (Math.min(family.endA.legs, family.endB.legs) !== 1 || Math.max(family.endA.legs, family.endB.legs) === 1) continue;
    const isTurned = (family.endA.legs === 1) !== (head === 'a');
    const laid = isTurned ? { ...family, endA: family.endB, endB: family.endA } : family;
    for (const opticA of opticsA) {
      for (const opticB of opticsB) {
        if (laidPlugFaults(laid, { cage: a.cage, optic: opticA }, { cage: b.cage, optic: opticB }).length > 0) continue;
        const light = judge.judge({ cables: [{ family, legA: 0, legB: 0, turned: isTurned }], keyings: [], optics: [opticA, opticB] });
        if (light?.faults.some(({ code }) => code === 'polarity') === true) continue;
        found.push({ family: family.id, transceiverA: opticA?.id ?? null, transceiverB: opticB?.id ?? null, head });
      }
    }
  }
  return found;
}

/** Null: the cable itself goes into the cage. */
type Optic = Transceiver | null;

function opticsFor(transceivers: ReadonlyMap<string, Transceiver>, { cage, held }: FreePort): readonly Optic[] {
  if (held === null) return [null, ...[...transceivers.values()].filter((optic) => fitsCage(optic.cage, cage))];
  const optic = held.optic === null ? undefined : transceivers.get(held.optic);
  // A plug fills its cage; an optic serves so many ports and no more.
  return optic === undefined || held.ports >= optic.ports ? [] : [optic];
}

/** Why nothing joins two ports, for people. */
export function misfit(catalog: PartsCatalog, a: FreePort, b: FreePort): string {
  for (const end of [a, b]) {
    if (end.held === null) continue;
    if (end.held.optic === null) return `a plug fills the ${end.cage} cage of this port`;
    const optic = catalog.transceivers.get(end.held.optic);
    if (optic !== undefined && end.held.ports >= optic.ports) return `${optic.name} in this cage serves ${optic.ports} and no more`;
  }
  const held = [a, b].some((end) => end.held !== null) ? ', with the optics that their cages hold' : '';
  return `no cable of the catalog joins ${a.cage} to ${b.cage}${held}`;
}

export interface PartsWish {
  /** How far apart the cabinets stand at least; null: unknown. */
  readonly leastMm: number | null;
  readonly sameCabinet: boolean;
  /** Cages and speeds of the two ports. */
  readonly cages: readonly [string, string];
  readonly speedsGbps: readonly [number, number];
  /** What the two ports belong to. */
  readonly hosts: readonly [OpticHost, OpticHost];
  /** Parts between these two types of devices, seen as the wish is, most used first. */
  readonly betweenTypes: readonly TierParts[];
  /** Parts that the plan uses, most used first. */
  readonly inUse: readonly TierParts[];
}

/** The best first: one plug at each end, long enough, as the plan joins these types, optics where they belong, as the plan does it elsewhere, modules of the cages' own kind, copper within a cabinet, optics of the port's speed, multimode fiber. */
export function rankedParts<T extends TierParts>(catalog: PartsCatalog, choices: readonly T[], wish: PartsWish): readonly T[] {
  const order = choices.map((parts, place) => ({ parts, keys: ['head' in parts ? 1 : 0, ...rankOf(catalog, parts, wish), place] }));
  order.sort((one, other) => {
    const differing = one.keys.findIndex((key, i) => key !== other.keys[i]);
    return differing === -1 ? 0 : (one.keys[differing] ?? 0) - (other.keys[differing] ?? 0);
  });
  return order.map(({ parts }) => parts);
}

function rankOf(catalog: PartsCatalog, parts: TierParts, wish: PartsWish): number[] {
  const { leastMm, sameCabinet, cages, speedsGbps, hosts, betweenTypes, inUse } = wish;
  const family = catalog.cableFamilies.get(parts.family);
  const usual = betweenTypes.findIndex((one) => isSame(one, parts));
  const known = inUse.findIndex((one) => isSame(one, parts) || isSame(turned(one), parts));
  const isCopper = family?.medium === 'copper';
  return [
    family !== undefined && leastMm !== null && longestMm(family) < leastMm ? 1 : 0,
    usual === -1 ? betweenTypes.length : usual,
    misplaced(parts.transceiverA, hosts[0]) + misplaced(parts.transceiverB, hosts[1]),
    known === -1 ? inUse.length : known,
    stepsFromOwnKind(plugged(catalog, parts.transceiverA, family?.endA), cages[0]) +
      stepsFromOwnKind(plugged(catalog, parts.transceiverB, family?.endB), cages[1]),
    isCopper === sameCabinet ? 0 : 1,
    speedGap(catalog, parts.transceiverA, speedsGbps[0]) + speedGap(catalog, parts.transceiverB, speedsGbps[1]),
    // Optics for single-mode fiber cost more, and are for what multimode does not reach.
    family?.fiberType?.startsWith('OS') === true ? 1 : 0,
  ];
}

/** What goes into the cage: the optic, or the end of the cable itself. */
function plugged({ transceivers }: PartsCatalog, optic: string | null, end: CableEnd | undefined): string {
  return (optic === null ? end?.connector : transceivers.get(optic)?.cage) ?? '';
}

/** 1 for an optic that is made for the other kind of host. */
function misplaced(optic: string | null, host: OpticHost): number {
  const made = optic === null ? undefined : opticHosts.get(optic);
  return made === undefined || made.host === host ? 0 : 1;
}

function isSame(one: TierParts, other: TierParts): boolean {
  return one.family === other.family && one.transceiverA === other.transceiverA && one.transceiverB === other.transceiverB;
}

/** The same parts seen from the other end. */
export function turned({ family, transceiverA, transceiverB }: TierParts): TierParts {
  return { family, transceiverA: transceiverB, transceiverB: transceiverA };
}

function speedGap(catalog: PartsCatalog, optic: string | null, speedGbps: number): number {
  const found = optic === null ? undefined : catalog.transceivers.get(optic);
  return found === undefined || found.speedGbps / found.ports === speedGbps ? 0 : 1;
}

/** The longest cable of a family that can be had, and that works. */
export function longestMm({ supply, reachMm }: CableFamily): number {
  const offered = supply.kind === 'stock' ? Math.max(0, ...supply.lengthsMm) : supply.maxMm;
  return reachMm === null ? offered : Math.min(offered, reachMm);
}
