/** What parts of a network are shut: whole pathways, and the stretches of others that lie in keep-clear zones. */
import { must } from '../../assert.ts';
import { stretchesWithin } from '../../geometry/linePolygon.ts';
import { polygonContainsPoint, TOUCHING_MM } from '../../geometry/polygons.ts';
import { boxAround, type Box, type Point } from '../../geometry/shapes.ts';
import { compareIds } from '../../plan/sortedById.ts';
import type { Obstacle, Plan } from '../../plan/types.ts';
import type { Network } from '../../survey/types.ts';

/** In mm from the `from` end of an edge. */
export type Blocked = readonly (readonly [fromMm: number, toMm: number])[];

export interface Shut {
  /** By edge: 1 where nothing may run along any part of it. */
  readonly whole: Uint8Array;
  /** Edges of which parts are shut. */
  readonly parts: ReadonlyMap<number, Blocked>;
}

/** Whether anything is shut between two places of an edge; at one place, whether that is shut. */
export function isShutAlong({ whole, parts }: Shut, edge: number, oneMm: number, otherMm: number): boolean {
  if (whole[edge] === 1) return true;
  const blocked = parts.get(edge);
  if (blocked === undefined) return false;
  const [lowMm, highMm] = oneMm < otherMm ? [oneMm, otherMm] : [otherMm, oneMm];
  return blocked.some(([fromMm, toMm]) => fromMm < highMm && toMm > lowMm);
}

/** Zones that nothing may run through, by id. */
export function keepClearZones({ obstacles }: Pick<Plan, 'obstacles'>): readonly Obstacle[] {
  let zones = zonesOfTable.get(obstacles);
  if (zones === undefined) {
    zones = [...obstacles.values()].filter(({ kind }) => kind === 'keep-clear').sort((a, b) => compareIds(a.id, b.id));
    zonesOfTable.set(obstacles, zones);
  }
  return zones;
}

const zonesOfTable = new WeakMap<Plan['obstacles'], readonly Obstacle[]>();

/** The zones are remembered with what they shut, since any other obstacle may change without them. */
interface Cleared {
  readonly zones: readonly Obstacle[];
  readonly shut: Shut;
}

const clearedOfNetwork = new WeakMap<Network, Cleared>();

/**
 * What keep-clear zones shut, at any height: a pathway where its bed (centreline ± half its width) lies in one, and the level
 * changes at junctions inside. Pathways between halls run outside both and are not held against any.
 */
export function shutByZones(plan: Pick<Plan, 'obstacles' | 'junctions'>, network: Network): Shut {
  const zones = keepClearZones(plan);
  const known = clearedOfNetwork.get(network);
  if (known?.zones.length === zones.length && known.zones.every((zone, at) => zone === zones[at])) return known.shut;
  const shut = { whole: new Uint8Array(network.edgeCount), parts: partsInZones(plan, network, zones) };
  for (let edge = network.segmentCount; edge < network.edgeCount; edge += 1) {
    const junction = must(plan.junctions.get(must(network.vertexJunction[network.edgeFrom[edge]!], 'junction')), 'junction');
    if (zones.some((zone) => zone.hall === junction.hall && polygonContainsPoint(polygonOf(zone), junction))) shut.whole[edge] = 1;
  }
  clearedOfNetwork.set(network, { zones, shut });
  return shut;
}

function partsInZones(plan: Pick<Plan, 'junctions'>, network: Network, zones: readonly Obstacle[]): ReadonlyMap<number, Blocked> {
  const parts = new Map<number, Blocked>();
  const areas = zones.map((zone) => ({ hall: zone.hall, polygon: polygonOf(zone), box: boxAround(polygonOf(zone)) }));
  if (areas.length === 0) return parts;
  network.segments.forEach((segment, edge) => {
    const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
    const to = must(plan.junctions.get(segment.to), `junction ${segment.to}`);
    if (from.hall !== to.hall) return;
    const withinMm = segment.widthMm / 2 - TOUCHING_MM;
    const lengthMm = network.edgeLengthMm[edge]!;
    const blocked = areas
      .filter(({ hall, box }) => hall === from.hall && areNear(box, boxAround([from, to]), segment.widthMm))
      .flatMap(({ polygon }) => stretchesWithin(from, to, polygon, withinMm))
      .map(([start, end]) => [Math.floor(start * lengthMm), Math.ceil(end * lengthMm)] as const);
    if (blocked.length > 0) parts.set(edge, blocked);
  });
  return parts;
}

function areNear(a: Box, b: Box, mm: number): boolean {
  return a.minXMm <= b.maxXMm + mm && b.minXMm <= a.maxXMm + mm && a.minYMm <= b.maxYMm + mm && b.minYMm <= a.maxYMm + mm;
}

function polygonOf({ outline }: Obstacle): Point[] {
  return outline.map(([xMm, yMm]) => ({ xMm, yMm }));
}
