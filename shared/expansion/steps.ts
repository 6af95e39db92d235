/**
 * In which order a crew carries out the changes of links, so that no link is down longer than it takes to move it: everything new is
 * built and pulled first, then links are drained and moved in groups, then what waited for their ports is plugged in.
 */
import { must } from '../assert.ts';
import { compareNames } from '../plan/compareNames.ts';
import { isReused, portKey, type ChangedCable, type LinkChange, type LinkEnd } from './linkChanges.ts';

export type StepKind = 'install' | 'pull' | 'connect' | 'move';

export interface StepDraft {
  readonly kind: StepKind;
  /** Links that are pulled, plugged or moved in it. */
  readonly links: readonly LinkChange[];
}

/** Steps with anything in them. `linksOf` counts the links that a device has in a tier before; `keepPct` of them stay up in every step. */
export function stepsOf(changes: readonly LinkChange[], linksOf: (device: string, tier: string) => number, keepPct: number): StepDraft[] {
  // Links that keep their ports and get other cables are down meanwhile as well.
  const moving = changes.filter(({ kind }) => kind !== 'added');
  const added = changes.filter(({ kind }) => kind === 'added');
  // Ports that somebody still sits in.
  const occupied = new Set(moving.flatMap(portsLeft));
  const isFree = ({ a, b }: LinkChange): boolean => !occupied.has(portKey(a)) && !occupied.has(portKey(b));
  const pulled = [...added, ...moving].filter(({ cables }) => cables.some(isPulled));
  const steps: StepDraft[] = [
    { kind: 'install', links: [] },
    { kind: 'pull', links: pulled },
    { kind: 'connect', links: added.filter(isFree) },
  ];
  const waiting = new Set(added.filter((link) => !isFree(link)));
  for (const group of drainGroups(moving, linksOf, keepPct)) {
    steps.push({ kind: 'move', links: group });
    for (const link of group) for (const port of portsLeft(link)) occupied.delete(port);
    // What waited for these ports is plugged in before the next group goes down, so that capacity comes back as early as it can.
    const ready = [...waiting].filter(isFree);
    for (const link of ready) waiting.delete(link);
    steps.push({ kind: 'connect', links: ready });
  }
  if (waiting.size > 0) steps.push({ kind: 'connect', links: [...waiting] });
  return steps.filter(({ kind, links }) => kind === 'install' || links.length > 0);
}

/** Whether a new cable is laid: one that was not there, or one in place of a cable that does not reach. */
export function isPulled(cable: ChangedCable): boolean {
  return cable.work === 'pull' || (cable.work === 'move' && !isReused(cable));
}

/** Ports that a link leaves: of a moved one the end that moves, of a removed one both. */
function portsLeft({ kind, moved, a, b }: LinkChange): string[] {
  if (kind === 'removed') return [portKey(a), portKey(b)];
  return moved === null ? [] : [portKey(moved.out)];
}

/** Groups by the device that links move away from, as large as every device at their ends bears; links of one cable stay together. */
function drainGroups(moving: readonly LinkChange[], linksOf: (device: string, tier: string) => number, keepPct: number): LinkChange[][] {
  const groups: LinkChange[][] = [];
  let down = new Map<string, number>();
  for (const links of byCable(moving)) {
    const needs = countsOf(links);
    const fits = [...needs].every(([key, count]) => {
      const [device, tier] = split(key);
      const most = Math.max(1, Math.floor((linksOf(device, tier) * (100 - keepPct)) / 100));
      return (down.get(key) ?? 0) + count <= Math.max(most, count);
    });
    if (!fits || groups.length === 0) {
      groups.push([]);
      down = new Map();
    }
    must(groups.at(-1), 'group').push(...links);
    for (const [key, count] of needs) down.set(key, (down.get(key) ?? 0) + count);
  }
  return groups;
}

/** Links that go down together, in the order of the devices that they leave. */
function byCable(moving: readonly LinkChange[]): LinkChange[][] {
  const cables = new Map<string, LinkChange[]>();
  for (const link of moving) {
    const key = link.cables.find(({ oldId, isTrunk }) => oldId !== null && !isTrunk)?.oldId ?? link.id;
    cables.set(key, [...(cables.get(key) ?? []), link]);
  }
  const leaves = ([first]: readonly LinkChange[]): LinkEnd => first!.moved?.out ?? first!.b;
  return [...cables.values()].sort((one, other) => compareNames(leaves(one).deviceName, leaves(other).deviceName));
}

const BETWEEN = '\n';

/** Links that go down, by a device that keeps its place in the fabric and their tier. The device that they leave is meant to lose them. */
function countsOf(links: readonly LinkChange[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { a, b, tier, moved } of links) {
    for (const end of moved === null ? [a, b] : [moved.end === 'a' ? b : a]) {
      const key = `${end.device}${BETWEEN}${tier}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function split(key: string): [string, string] {
  const [device = '', tier = ''] = key.split(BETWEEN);
  return [device, tier];
}
