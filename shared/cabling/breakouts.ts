/** Which links with parts of their own share a cable: those that a breakout carries from one port to several, or a shuffle from several to several. */
import type { CableFamily } from '../catalog/types.ts';
import { must } from '../assert.ts';
import type { HandLink, Plan, PortRef } from '../plan/types.ts';

/** Links of which every `legs` share a cable, those of one cable together. */
export interface SharedLinks {
  readonly legs: number;
  readonly links: readonly HandLink[];
}

/** Parts the links, which come by id, by how many share their cable. Legs of a breakout that no link uses hang free. */
export function shareCables({ catalog }: Pick<Plan, 'catalog'>, links: readonly HandLink[]): SharedLinks[] {
  const byHead = linksByHead(catalog.cableFamilies, links);
  const groupOf = new Map([...groupsOf(catalog.cableFamilies, byHead), ...shuffleGroups(catalog.cableFamilies, links)]);
  if (groupOf.size === 0) return [{ legs: 1, links }];
  const shared = new Map<number, HandLink[]>([[1, []]]);
  for (const link of links) {
    const group = groupOf.get(link) ?? [link];
    if (group[0] !== link) continue;
    const sameSize = shared.get(group.length) ?? [];
    shared.set(group.length, sameSize);
    for (const member of group)
      sameSize.push(
        group.length === 1 || isShuffle(catalog.cableFamilies, member) ? member : legsAtTheirEnd(catalog.cableFamilies, member, group),
      );
  }
  return [...shared].sort(([a], [b]) => a - b).map(([legs, ofSize]) => ({ legs, links: ofSize }));
}

/** Links of breakouts by family and port, each at both of its ports. */
function linksByHead(families: ReadonlyMap<string, CableFamily>, links: readonly HandLink[]): Map<string, HandLink[]> {
  const byHead = new Map<string, HandLink[]>();
  for (const link of links) {
    if (legsOf(families, link) === 1) continue;
    for (const end of [link.a, link.b]) {
      const head = headKey(link, end);
      byHead.set(head, [...(byHead.get(head) ?? []), link]);
    }
  }
  return byHead;
}

/** The links of each cable; a port with more links than the breakout has legs needs another cable, which a check will report. */
function groupsOf(
  families: ReadonlyMap<string, CableFamily>,
  byHead: ReadonlyMap<string, readonly HandLink[]>,
): Map<HandLink, readonly HandLink[]> {
  const groupOf = new Map<HandLink, readonly HandLink[]>();
  for (const links of byHead.values()) {
    const free = links.filter((link) => !groupOf.has(link));
    const [first] = free;
    if (first === undefined || free.length < 2) continue;
    const legs = legsOf(families, first);
    for (let at = 0; at < free.length; at += legs) {
      const ofCable = free.slice(at, at + legs);
      for (const link of ofCable) groupOf.set(link, ofCable);
    }
  }
  return groupOf;
}

function isShuffle(families: ReadonlyMap<string, CableFamily>, { parts }: HandLink): boolean {
  const { endA, endB, shuffle } = must(families.get(parts.family), `cable family ${parts.family}`);
  return shuffle === true && Math.min(endA.legs, endB.legs) > 1;
}

/** Links of one shuffle: those that hang together by their ports. With more ports than it has plugs there are several shuffles. */
function shuffleGroups(families: ReadonlyMap<string, CableFamily>, links: readonly HandLink[]): Map<HandLink, readonly HandLink[]> {
  const groupOf = new Map<HandLink, readonly HandLink[]>();
  for (const together of hangingTogether(links.filter((link) => isShuffle(families, link)))) {
    const { endA, endB } = must(families.get(must(together[0], 'link').parts.family), 'family');
    const cables: { readonly links: HandLink[]; readonly a: Set<string>; readonly b: Set<string> }[] = [];
    for (const link of together) {
      const [a, b] = [headKey(link, link.a), headKey(link, link.b)];
      const hasRoom = (cable: (typeof cables)[number]): boolean =>
        new Set([...cable.a, a]).size <= endA.legs && new Set([...cable.b, b]).size <= endB.legs;
      let cable = cables.find(hasRoom);
      if (cable === undefined) cables.push((cable = { links: [], a: new Set(), b: new Set() }));
      cable.links.push(link);
      cable.a.add(a);
      cable.b.add(b);
    }
    for (const cable of cables) for (const link of cable.links) groupOf.set(link, cable.links);
  }
  return groupOf;
}

/** Links by ports that they share, directly or over others. */
function hangingTogether(links: readonly HandLink[]): readonly (readonly HandLink[])[] {
  const groups = new Set<HandLink[]>();
  const groupAt = new Map<string, HandLink[]>();
  for (const link of links) {
    const ends = sideKeys(link);
    const [into = [], other = []] = new Set(ends.flatMap((end) => [groupAt.get(end)].filter((group) => group !== undefined)));
    groups.delete(other);
    into.push(...other, link);
    groups.add(into);
    for (const end of [...ends, ...other.flatMap(sideKeys)]) groupAt.set(end, into);
  }
  const place = new Map(links.map((link, at) => [link, at]));
  return [...groups].map((group) => group.sort((one, another) => (place.get(one) ?? 0) - (place.get(another) ?? 0)));
}

/** Legs of a one-to-many cable; 1 for all others. */
function legsOf(families: ReadonlyMap<string, CableFamily>, { parts }: HandLink): number {
  const { endA, endB } = must(families.get(parts.family), `cable family ${parts.family}`);
  return Math.min(endA.legs, endB.legs) === 1 ? Math.max(endA.legs, endB.legs) : 1;
}

/** Its two ports, each at its end of the cable. */
function sideKeys(link: HandLink): string[] {
  return [`A ${headKey(link, link.a)}`, `B ${headKey(link, link.b)}`];
}

function headKey({ parts }: HandLink, { device, port }: PortRef): string {
  return [parts.family, device, port].join('\n');
}

/** The link turned so that the port that it shares lies at the undivided end of its cable. */
function legsAtTheirEnd(families: ReadonlyMap<string, CableFamily>, link: HandLink, group: readonly HandLink[]): HandLink {
  const { endA } = must(families.get(link.parts.family), 'family');
  const isHead = (end: PortRef): boolean =>
    group.every(({ a, b }) => [a, b].some(({ device, port }) => device === end.device && port === end.port));
  const headAtA = isHead(link.a);
  return headAtA === (endA.legs === 1) ? link : turnedLink(link);
}

/** The same link from its other end. */
export function turnedLink({ id, a, b, parts }: HandLink): HandLink {
  return { id, a: b, b: a, parts: { family: parts.family, transceiverA: parts.transceiverB, transceiverB: parts.transceiverA } };
}
