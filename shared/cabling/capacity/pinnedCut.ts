/**
 * The bottleneck of a cable that must pass pinned places: a least cut through a network drawn once for each leg, where a pin leads from
 * one drawing to the next. A segment that is cut in several of them is named once.
 */
import type { Network } from '../../survey/types.ts';
import { leastCostFlow, type Arc } from '../diversity/flow.ts';
import type { Pin } from '../rules/courses.ts';
import { NONE } from '../types.ts';
import type { Demand, Landing } from './demand.ts';
import { isPinned } from './pinnedSearch.ts';
import type { PlacePoints } from './placePoints.ts';
import type { Places } from './places.ts';

/** Full segments, and on which side of them each point of each leg lies. */
export interface PinnedCut {
  /** Rows in the network, ascending. */
  readonly segments: readonly number[];
  readonly isRootSide: Uint8Array;
}

/** What stands in a cable's way: full places in all legs, and edges without room for a second passing in all but the first to pass them. */
export interface Fullness {
  /** By place: 1 where it is. */
  readonly isFull: Uint8Array;
  /** As `PinnedSearch.find` takes them. */
  readonly once: ReadonlySet<number>;
}

/** Null where no full place parts the ends. */
export function pinnedCut(
  network: Network,
  places: Places,
  points: PlacePoints,
  { pins, shut, ends }: Pick<Demand, 'pins' | 'shut' | 'ends'>,
  { isFull, once }: Fullness,
): PinnedCut | null {
  const isFullIn = (leg: number, place: number): boolean =>
    isFull[place] === 1 || (once.has(places.edgeOf[place]!) && (leg > 0 || isPinned(pins, places.edgeOf[place]!)));
  // More than all full arcs together can carry: each full place is two arcs in every leg, each pin up to two more.
  const tight = isFull.reduce((sum, is, place) => sum + (is === 1 || once.has(places.edgeOf[place]!) ? 1 : 0), 0);
  const mostUnits = tight * 2 * (pins.length + 1) + 2 * pins.length + 1;
  const arcs: Arc[] = [];
  const edgeOfArc: number[] = [];
  const add = (from: number, to: number, edge: number, full: boolean): void => {
    arcs.push({ from, to, cost: 0, capacity: full ? 1 : mostUnits });
    edgeOfArc.push(edge);
  };
  for (let leg = 0; leg <= pins.length; leg += 1) {
    for (let place = 0; place < isFull.length; place += 1) {
      if (shut?.places[place] === 1) continue;
      const [low, high] = [leg * points.count + points.low[place]!, leg * points.count + points.high[place]!];
      add(low, high, places.edgeOf[place]!, isFullIn(leg, place));
      add(high, low, places.edgeOf[place]!, isFullIn(leg, place));
    }
  }
  for (const [leg, pin] of pins.entries()) {
    const [here, there] = [leg * points.count, (leg + 1) * points.count];
    if (pin.kind === 'junction') for (const vertex of pin.vertices) add(here + vertex, there + vertex, NONE, false);
    else if (shut?.edges[pin.edge] !== 1) {
      const full = isFull.subarray(places.first[pin.edge], places.first[pin.edge + 1]).includes(1);
      const [from, to] = [network.edgeFrom[pin.edge]!, network.edgeTo[pin.edge]!];
      add(here + from, there + to, pin.edge, full);
      add(here + to, there + from, pin.edge, full);
    }
  }
  const [source, sink] = [(pins.length + 1) * points.count, (pins.length + 1) * points.count + 1];
  for (const root of rootsOf(points, { ends, pins })) add(source, root, NONE, false);
  for (const target of targetsOf(points, { ends, pins })) add(target, sink, NONE, false);
  const { total, isReached } = leastCostFlow(sink + 1, arcs, source, sink, mostUnits);
  if (total === mostUnits) return null;
  const cut = new Set(edgeOfArc.filter((edge, arc) => edge !== NONE && isReached[arcs[arc]!.from] === 1 && isReached[arcs[arc]!.to] === 0));
  return cut.size === 0 ? null : { segments: [...cut].sort((a, b) => a - b), isRootSide: isReached };
}

/** Whether what was cut for one demand parts the ends of another with the same pins, to which the same is shut. */
export function isPartedBy({ isRootSide }: PinnedCut, points: PlacePoints, demand: Demand): boolean {
  const isOnSide = (node: number): boolean => isRootSide[node] === 1;
  return rootsOf(points, demand).every(isOnSide) && !targetsOf(points, demand).some(isOnSide);
}

/** Drops that land on the first pinned segment have passed it. */
function rootsOf(points: PlacePoints, { ends, pins }: Pick<Demand, 'ends' | 'pins'>): number[] {
  return ends[0].map((root) => (isOn(pins[0], root) ? points.count : 0) + points.of(root));
}

/** On the last pinned segment a way may end, too, before it has come to its other end. */
function targetsOf(points: PlacePoints, { ends, pins }: Pick<Demand, 'ends' | 'pins'>): number[] {
  return ends[1].flatMap((target) => {
    const last = pins.length * points.count + points.of(target);
    return isOn(pins.at(-1), target) ? [last - points.count, last] : [last];
  });
}

function isOn(pin: Pin | undefined, { segment }: Landing): boolean {
  return pin?.kind === 'segment' && pin.edge === segment;
}
