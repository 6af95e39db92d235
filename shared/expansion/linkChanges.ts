/** Which links two states of a plan differ in: added, taken away, or moved with one end staying in its port. */
import { must } from '../assert.ts';
import { orderedLengthMm } from '../cabling/lengths.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import type { Derived } from '../engine/engine.ts';

/** A port by its device. */
export interface LinkEnd {
  readonly device: string;
  readonly deviceName: string;
  readonly cabinet: string;
  readonly cabinetName: string;
  readonly positionU: number;
  readonly port: string;
}

export interface LinkChange {
  readonly kind: 'added' | 'moved' | 'removed';
  /** Id of the link as it is afterwards; of a removed one, as it was. */
  readonly id: string;
  /** Id of the link that was moved; null: it was not there, or it is gone. */
  readonly from: string | null;
  readonly tier: string;
  /** Ends afterwards; of a removed link, as they were. */
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  /** Which end moves, and out of which port; null: none. */
  readonly moved: { readonly end: 'a' | 'b'; readonly out: LinkEnd } | null;
  /** Catalog id, lengths of the cable afterwards; of a removed link, as they were. */
  readonly family: string;
  readonly requiredMm: number | null;
  readonly orderedMm: number | null;
  /** Id of its cable: a splitter carries several links. Of a moved or removed link also the one that is there. */
  readonly cable: string;
  readonly oldCable: string | null;
  /** What is ordered for it now still reaches; null: not moved, or a length is unknown. */
  readonly reuses: boolean | null;
  readonly isInside: boolean;
}

/** In the order of links afterwards, then those that are gone. Both derived from plans in which devices keep their ids. */
export function linkChanges(before: Derived, after: Derived): LinkChange[] {
  const [old, now] = [rowsById(before), rowsById(after)];
  const gone: number[] = [];
  const added: number[] = [];
  for (const [id, row] of old) if (!isSame(before, row, after, now.get(id))) gone.push(row);
  for (const [id, row] of now) if (!isSame(after, row, before, old.get(id))) added.push(row);
  const byEnd = new Map<string, number[]>();
  for (const row of gone) {
    for (const end of ['a', 'b'] as const) {
      const key = endKey(before, row, end);
      byEnd.set(key, [...(byEnd.get(key) ?? []), row]);
    }
  }
  const taken = new Set<number>();
  const changes = added.map((row): LinkChange => {
    for (const end of ['a', 'b'] as const) {
      const was = (byEnd.get(endKey(after, row, end)) ?? []).find((one) => !taken.has(one));
      if (was === undefined) continue;
      taken.add(was);
      return movedLink(before, after, was, row, end === 'a' ? 'b' : 'a');
    }
    return { kind: 'added', from: null, moved: null, oldCable: null, reuses: null, ...factsOf(after, row) };
  });
  for (const row of gone) {
    if (taken.has(row)) continue;
    const facts = factsOf(before, row);
    changes.push({ kind: 'removed', from: facts.id, moved: null, oldCable: facts.cable, reuses: null, ...facts });
  }
  return changes;
}

function movedLink(before: Derived, after: Derived, was: number, is: number, end: 'a' | 'b'): LinkChange {
  const facts = factsOf(after, is);
  const old = factsOf(before, was);
  const family = must(before.plan.catalog.cableFamilies.get(old.family), old.family);
  const needMm = facts.requiredMm;
  const reuses =
    needMm === null || old.orderedMm === null ? null : old.family === facts.family && old.orderedMm - family.tolerance.minusMm >= needMm;
  return { kind: 'moved', from: old.id, moved: { end, out: old[end] }, oldCable: old.cable, reuses, ...facts };
}

type Facts = Pick<LinkChange, 'id' | 'tier' | 'a' | 'b' | 'family' | 'requiredMm' | 'orderedMm' | 'cable' | 'isInside'>;

function factsOf(derived: Derived, link: number): Facts {
  const { cabling, plan } = derived;
  const { links, cables } = cabling;
  const cable = links.cable[link]!;
  const family = must(cabling.families[cables.family[cable]!], 'family');
  const requiredMm = known(cables.requiredMm[cable]!);
  const chosen = plan.lengthPlans.get(family.id)?.lengthsMm ?? null;
  return {
    id: cabling.linkId(link),
    tier: must(cabling.tiers[links.tier[link]!], 'tier').name,
    a: endOf(derived, link, 'a'),
    b: endOf(derived, link, 'b'),
    family: family.id,
    requiredMm,
    orderedMm: known(cables.orderedMm[cable]!) ?? (requiredMm === null ? null : orderedLengthMm(family, requiredMm, chosen)),
    cable: cabling.cableId(cable),
    isInside: cables.status[cable] === RouteStatus.sameCabinet,
  };
}

function endOf({ survey, cabling: { links } }: Derived, link: number, end: 'a' | 'b'): LinkEnd {
  const [devices, ports] = end === 'a' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
  const { device, type, cabinet } = must(survey.devices[devices[link]!], 'device');
  const { id, name } = must(survey.cabinets[cabinet], 'cabinet').cabinet;
  return {
    device: device.id,
    deviceName: device.name,
    cabinet: id,
    cabinetName: name,
    positionU: device.positionU,
    port: ports[link] === NONE ? '?' : must(portsOf(type)[ports[link]!], 'port').name,
  };
}

function rowsById({ cabling }: Derived): Map<string, number> {
  return new Map(Array.from({ length: cabling.links.count }, (_, row) => [cabling.linkId(row), row]));
}

function isSame(one: Derived, row: number, other: Derived, otherRow: number | undefined): boolean {
  if (otherRow === undefined) return false;
  return endKey(one, row, 'a') === endKey(other, otherRow, 'a') && endKey(one, row, 'b') === endKey(other, otherRow, 'b');
}

/** A port, with the tier that it serves: a port that another tier takes over is no move of a link. */
function endKey({ survey, cabling: { links, tiers } }: Derived, row: number, end: 'a' | 'b'): string {
  const [devices, ports] = end === 'a' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
  const tier = must(tiers[links.tier[row]!], 'tier');
  return `${tier.fabric ?? ''}/${tier.name} ${must(survey.devices[devices[row]!], 'device').device.id}:${ports[row]}`;
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}

/** A port as one word, for telling whether two links want the same. */
export function portKey({ device, port }: LinkEnd): string {
  return `${device}:${port}`;
}
