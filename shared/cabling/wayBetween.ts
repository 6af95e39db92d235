/**
 * The shortest way along the pathways between two places of one hall: from a cabinet by its openings, from anywhere else by the
 * pathway it lies on or nearest to. Over the bare network: closed pathways, rules and what is full are for cables, not for a tape.
 */
import { must } from '../assert.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { boxAround, type Point } from '../geometry/shapes.ts';
import type { Plan } from '../plan/types.ts';
import { dropSegmentsByHall, nearestOnSegment, outsideMm, surveyAccesses } from '../survey/accesses.ts';
import { surveyNetwork, toElevationOf } from '../survey/network.ts';
import type { Access, Network } from '../survey/types.ts';
import { pathwayCost, pathwayRun } from './router.ts';
import { HOPS } from './shortestPaths.ts';
import type { RouteStep } from './types.ts';

export interface WayPlace {
  readonly at: Point;
  /** The cabinet that is meant by this place; null: the place itself. */
  readonly cabinet: string | null;
}

/** What lies between a place and the centreline of the pathway it takes. */
export interface WayEnd {
  readonly opening: Point;
  readonly landing: Point;
  /** Down to the cabinet's opening, waterfall included; 0 for a place that is no cabinet. */
  readonly dropMm: number;
  readonly offsetMm: number;
}

/** One straight piece of the way, as long as it runs on one line at one slope. */
export interface WayPiece {
  readonly from: Point;
  readonly to: Point;
  readonly lengthMm: number;
}

export interface WayBetween {
  readonly a: WayEnd;
  readonly b: WayEnd;
  readonly totalMm: number;
  /** Along pathways, changes of level included. */
  readonly pathwayMm: number;
  /** Straight up or down between levels at junctions. */
  readonly levelsMm: number;
  /** Heights of the pathways that it uses. */
  readonly lowestMm: number;
  readonly highestMm: number;
  /** What of the way lies in the hall of the places. */
  readonly pieces: readonly WayPiece[];
}

const networks = new WeakMap<Plan, Network>();

/** Null when no pathway is near, or none joins the two. */
export function wayBetween(plan: Plan, hall: string, a: WayPlace, b: WayPlace): WayBetween | null {
  const network = networkOf(plan);
  const toB = accessesOf(plan, network, hall, b);
  let best: { readonly a: Access; readonly b: Access; readonly cost: number } | null = null;
  for (const fromA of accessesOf(plan, network, hall, a)) {
    for (const fromB of toB) {
      const cost = pathwayCost(network, fromA, fromB) + (outsideMm(fromA) + outsideMm(fromB)) * HOPS;
      if (cost < (best?.cost ?? Infinity)) best = { a: fromA, b: fromB, cost };
    }
  }
  if (best === null) return null;
  const run = must(pathwayRun(network, best.a, best.b), 'way of a known cost');
  const heights = run.steps.flatMap((step) => heightsOf(network, step));
  return {
    a: endOf(best.a),
    b: endOf(best.b),
    totalMm: run.pathwayMm + outsideMm(best.a) + outsideMm(best.b),
    pathwayMm: run.pathwayMm,
    levelsMm: run.steps.reduce((sum, step) => sum + (step.edge < network.segmentCount ? 0 : lengthOf(step)), 0),
    lowestMm: Math.min(...heights),
    highestMm: Math.max(...heights),
    pieces: piecesOf(plan, network, hall, run.steps),
  };
}

function networkOf(plan: Plan): Network {
  let network = networks.get(plan);
  if (network === undefined) networks.set(plan, (network = surveyNetwork(plan)));
  return network;
}

function endOf(access: Access): WayEnd {
  const { opening, landing, dropMm, waterfallMm, offsetMm } = access;
  return { opening, landing, dropMm: dropMm + waterfallMm, offsetMm };
}

function accessesOf(plan: Plan, network: Network, hall: string, { at, cabinet }: WayPlace): readonly Access[] {
  const found = cabinet === null ? undefined : plan.cabinets.get(cabinet);
  if (found === undefined) return accessesOfPlace(plan, network, hall, at);
  const model = must(plan.catalog.cabinetModels.get(found.model), `cabinet model ${found.model}`);
  const corners = cabinetCorners(found.xMm, found.yMm, model.widthMm, model.depthMm, found.rotationDeg);
  const surveyed = { cabinet: found, model, corners, box: boxAround(corners), devices: [] };
  return surveyAccesses(plan, dropSegmentsByHall(plan, network), network, [surveyed], undefined).accesses;
}

/** The pathways that a place lies on; else the nearest one, with those above and below it. */
function accessesOfPlace(plan: Plan, network: Network, hall: string, at: Point): readonly Access[] {
  const ways = network.segments.flatMap((segment, row): Access[] => {
    const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
    const to = must(plan.junctions.get(segment.to), `junction ${segment.to}`);
    if (from.hall !== hall || to.hall !== hall) return [];
    const { t, landing } = nearestOnSegment(at, from, to);
    const besideMm = Math.round(Math.hypot(landing.xMm - at.xMm, landing.yMm - at.yMm));
    // Who clicks on a tray means the tray, not how far beside its middle the click fell.
    const isOn = besideMm <= segment.widthMm / 2;
    return [
      {
        cabinet: 0,
        side: 'front',
        edgeOfCabinet: 'top',
        segment: row,
        alongMm: Math.round(t * network.edgeLengthMm[row]!),
        dropMm: 0,
        offsetMm: isOn ? 0 : besideMm,
        waterfallMm: 0,
        opening: isOn ? landing : at,
        landing,
      },
    ];
  });
  const leastMm = ways.reduce((least, { offsetMm }) => Math.min(least, offsetMm), Infinity);
  return ways.filter(({ offsetMm }) => offsetMm === leastMm);
}

function lengthOf({ fromMm, toMm }: RouteStep): number {
  return Math.abs(toMm - fromMm);
}

function heightsOf(network: Network, { edge }: RouteStep): number[] {
  return [network.edgeFrom[edge]!, network.edgeTo[edge]!].map((vertex) => network.vertexElevationMm[vertex]!);
}

function piecesOf(plan: Plan, network: Network, hall: string, steps: readonly RouteStep[]): WayPiece[] {
  const pieces: WayPiece[] = [];
  for (const step of steps) {
    if (step.edge >= network.segmentCount || lengthOf(step) === 0) continue;
    const segment = must(network.segments[step.edge], 'segment');
    const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
    const to = must(plan.junctions.get(segment.to), `junction ${segment.to}`);
    if (from.hall !== hall || to.hall !== hall) continue;
    const placeAt = (alongMm: number): Point => {
      const share = alongMm / network.edgeLengthMm[step.edge]!;
      return { xMm: from.xMm + (to.xMm - from.xMm) * share, yMm: from.yMm + (to.yMm - from.yMm) * share };
    };
    const piece = { from: placeAt(step.fromMm), to: placeAt(step.toMm), lengthMm: lengthOf(step) };
    const last = pieces.at(-1);
    const isSlope = toElevationOf(segment) !== segment.elevationMm;
    if (last !== undefined && !isSlope && goesOn(last, piece)) {
      pieces[pieces.length - 1] = { from: last.from, to: piece.to, lengthMm: last.lengthMm + piece.lengthMm };
    } else pieces.push(piece);
  }
  return pieces;
}

/** One figure for a straight run of many segments. */
function goesOn(one: WayPiece, next: WayPiece): boolean {
  if (Math.hypot(next.from.xMm - one.to.xMm, next.from.yMm - one.to.yMm) > 1) return false;
  const [ax, ay] = [one.to.xMm - one.from.xMm, one.to.yMm - one.from.yMm];
  const [bx, by] = [next.to.xMm - next.from.xMm, next.to.yMm - next.from.yMm];
  return ax * bx + ay * by > 0 && Math.abs(ax * by - ay * bx) <= Math.hypot(ax, ay);
}
