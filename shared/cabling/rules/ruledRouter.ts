/**
 * Ways between two accesses under a course: over what is open, leg by leg through its pins in order. Of all ways the shortest, then
 * that with the fewest segments, then as in router.ts by the segments read from the target.
 */
import { must } from '../../assert.ts';
import type { Access, Network } from '../../survey/types.ts';
import { treeFrom } from '../keptTrees.ts';
import { compareFromTarget, endMm, pathwayCost, pathwayRun, type PathwayRun } from '../router.ts';
import { edgesTo, HOPS, lengthOfCost } from '../shortestPaths.ts';
import type { RouteStep } from '../types.ts';
import type { Course, Pin } from './courses.ts';
import { isShutAlong, type Shut } from './shut.ts';

/** The part of a way up to a vertex, or to its very end. */
interface Trail {
  readonly cost: number;
  readonly vertex: number;
  readonly leg: Leg;
  readonly before: Trail | null;
}

/** Along one edge, or the shortest way from the trail before to a vertex. */
type Leg = { readonly kind: 'along'; readonly step: RouteStep } | { readonly kind: 'tree'; readonly from: number; readonly to: number };

/** The end of a whole way. */
const NOWHERE = -1;

/** Pins of a course in the order in which a way that starts at `root` meets them. */
export function pinsFrom(course: Course, startsAtEndA: boolean): readonly Pin[] {
  return startsAtEndA ? course.pins : course.pins.toReversed();
}

/** Packed cost of the best way; Infinity when the course leaves none. */
export function ruledCost(course: Course, pins: readonly Pin[], root: Access, target: Access): number {
  if (isPlain(course, pins, root, target)) return isOpenAt(course, root, target) ? pathwayCost(course.network, root, target) : Infinity;
  return best(course, pins, root, target)?.cost ?? Infinity;
}

/** The best way itself; null when the course leaves none. */
export function ruledRun(course: Course, pins: readonly Pin[], root: Access, target: Access): PathwayRun | null {
  if (isPlain(course, pins, root, target)) return isOpenAt(course, root, target) ? pathwayRun(course.network, root, target) : null;
  const trail = best(course, pins, root, target);
  return trail === null ? null : { pathwayMm: lengthOfCost(trail.cost), steps: stepsOf(course.network, trail) };
}

/** Nothing but whole pathways is shut between the two, and nothing is pinned: the router itself finds the way. */
function isPlain({ shut }: Course, pins: readonly Pin[], root: Access, target: Access): boolean {
  return pins.length === 0 && !shut.parts.has(root.segment) && !shut.parts.has(target.segment);
}

function isOpenAt({ shut }: Course, root: Access, target: Access): boolean {
  return shut.whole[root.segment] === 0 && shut.whole[target.segment] === 0;
}

function best(course: Course, pins: readonly Pin[], root: Access, target: Access): Trail | null {
  if (!isOpenAt(course, root, target)) return null;
  const { network, shut } = course;
  const ways: Trail[] = [];
  const [firstPin] = pins;
  const isFirstPassed = firstPin?.kind === 'segment' && firstPin.edge === root.segment;
  const unpassed = isFirstPassed ? pins.slice(1) : pins;
  if (root.segment === target.segment && unpassed.length === 0) {
    const only = along(shut, null, NOWHERE, root.segment, root.alongMm, target.alongMm);
    if (only !== null) ways.push(only);
  }
  let trails = endsOf(network, root.segment).flatMap((vertex) =>
    listed(along(shut, null, vertex, root.segment, root.alongMm, endMm(network, root.segment, vertex))),
  );
  for (const [at, pin] of unpassed.entries()) {
    if (at === unpassed.length - 1 && pin.kind === 'segment' && pin.edge === target.segment) ways.push(...finishes(course, trails, target));
    trails = pin.kind === 'junction' ? toVertices(network, trails, pin.vertices) : overSegment(course, trails, pin.edge);
  }
  ways.push(...finishes(course, trails, target));
  return smallest(network, ways);
}

/** From the trails along the target's segment to where its drop lands. */
function finishes({ network, shut }: Course, trails: readonly Trail[], { segment, alongMm }: Access): Trail[] {
  return toVertices(network, trails, endsOf(network, segment)).flatMap((trail) =>
    listed(along(shut, trail, NOWHERE, segment, endMm(network, segment, trail.vertex), alongMm)),
  );
}

/** The best trail to each of these vertices, where they are reached. */
function toVertices(network: Network, trails: readonly Trail[], vertices: readonly number[]): Trail[] {
  return vertices.flatMap((vertex) => {
    const reaching = trails.flatMap((before): Trail[] => {
      const cost = treeFrom(network, before.vertex).cost(vertex);
      if (cost === Infinity) return [];
      return [{ cost: before.cost + cost, vertex, leg: { kind: 'tree', from: before.vertex, to: vertex }, before }];
    });
    return listed(smallest(network, reaching));
  });
}

/** Over a pinned segment from end to end, either way. */
function overSegment({ network, shut }: Course, trails: readonly Trail[], edge: number): Trail[] {
  const [from, to] = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
  const lengthMm = network.edgeLengthMm[edge]!;
  return toVertices(network, trails, [from, to]).flatMap((trail) => {
    const forward = trail.vertex === from;
    return listed(along(shut, trail, forward ? to : from, edge, forward ? 0 : lengthMm, forward ? lengthMm : 0));
  });
}

function along(shut: Shut, before: Trail | null, vertex: number, edge: number, fromMm: number, toMm: number): Trail | null {
  if (isShutAlong(shut, edge, fromMm, toMm)) return null;
  const cost = (before?.cost ?? 0) + Math.abs(toMm - fromMm) * HOPS + 1;
  return { cost, vertex, leg: { kind: 'along', step: { edge, fromMm, toMm } }, before };
}

function smallest(network: Network, trails: readonly Trail[]): Trail | null {
  const least = Math.min(...trails.map(({ cost }) => cost));
  const ties = trails.filter(({ cost }) => cost === least);
  if (ties.length < 2) return ties[0] ?? null;
  const written = ties.map((trail) => ({ trail, steps: stepsOf(network, trail) }));
  return written.reduce((first, next) => (compareFromTarget(network, next.steps, first.steps) < 0 ? next : first)).trail;
}

function stepsOf(network: Network, last: Trail): RouteStep[] {
  const legs: Leg[] = [];
  for (let trail: Trail | null = last; trail !== null; trail = trail.before) legs.push(trail.leg);
  const steps = legs.reverse().flatMap((leg) => (leg.kind === 'along' ? [leg.step] : treeSteps(network, leg.from, leg.to)));
  return steps.filter((step, index) => step.fromMm !== step.toMm || index === 0 || index === steps.length - 1);
}

function treeSteps(network: Network, from: number, to: number): RouteStep[] {
  let at = from;
  return edgesTo(network, treeFrom(network, from), to).map((edge) => {
    const forward = network.edgeFrom[edge]! === at;
    const lengthMm = network.edgeLengthMm[edge]!;
    at = forward ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
    return { edge, fromMm: forward ? 0 : lengthMm, toMm: forward ? lengthMm : 0 };
  });
}

function endsOf({ edgeFrom, edgeTo }: Network, segment: number): readonly [number, number] {
  return [must(edgeFrom[segment], 'end'), must(edgeTo[segment], 'end')];
}

function listed(trail: Trail | null): Trail[] {
  return trail === null ? [] : [trail];
}
