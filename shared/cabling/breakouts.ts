/** Which links with parts of their own share a cable: those that a breakout carries from one port to several. */
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
  if (byHead.size === 0) return [{ legs: 1, links }];
  const groupOf = groupsOf(byHead);
  const shared = new Map<number, HandLink[]>([[1, []]]);
  for (const link of links) {
    const group = groupOf.get(link) ?? [link];
    if (group[0] !== link) continue;
    const sameSize = shared.get(group.length) ?? [];
    shared.set(group.length, sameSize);
    for (const member of group) sameSize.push(group.length === 1 ? member : legsAtTheirEnd(catalog.cableFamilies, member, group));
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
function groupsOf(byHead: ReadonlyMap<string, readonly HandLink[]>): Map<HandLink, readonly HandLink[]> {
  const groupOf = new Map<HandLink, readonly HandLink[]>();
  for (const links of byHead.values()) {
    const free = links.filter((link) => !groupOf.has(link));
    if (free.length < 2) continue;
    for (const link of free) groupOf.set(link, free);
  }
  return groupOf;
}

/** Legs of a one-to-many cable; 1 for all others. */
function legsOf(families: ReadonlyMap<string, CableFamily>, { parts }: HandLink): number {
  const { endA, endB } = must(families.get(parts.family), `cable family ${parts.family}`);
  return Math.min(endA.legs, endB.legs) === 1 ? Math.max(endA.legs, endB.legs) : 1;
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
