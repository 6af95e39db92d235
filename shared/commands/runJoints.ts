/**
 * Where a run of pathways, drawn through points, meets what is there. Its corners join whatever lies under them, at any
 * elevation; between corners it joins only what it meets at its own elevation, itself included. All lengths in mm.
 */
import { refuse } from './changeOf.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { pointToLineMm, TOUCHING_MM } from '../geometry/polygons.ts';
import { toElevationOf } from '../survey/network.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan, PointMm, Segment } from '../plan/types.ts';
import type { Point } from '../geometry/shapes.ts';

/** What the segments of a run have in common. */
export type RunKind = Pick<Segment, 'kind' | 'widthMm' | 'depthMm' | 'elevationMm' | 'massLimitGPerM' | 'acceptsDrops'>;

export interface DrawnRun {
  readonly hall: string;
  /** Corners in order, in whole mm. */
  readonly points: readonly PointMm[];
  readonly as: RunKind;
}

/** A place where segments end: at a junction that is there, or at a new one. */
export interface Joint extends Point {
  readonly junction: string | null;
}

type Span = readonly [from: Joint, to: Joint];

export interface RunJoints {
  /** Each once, in the order of the run. */
  readonly joints: readonly Joint[];
  readonly pieces: readonly Span[];
  /** Segments that are cut, each at its joints from the far end to the near one. */
  readonly cuts: readonly { readonly segment: string; readonly at: readonly Joint[] }[];
}

interface Line {
  readonly segment: Segment;
  readonly span: Span;
}

/** The joints and pieces of a run; refused when it goes nowhere, or along a pathway that is there already. */
export function runJoints(plan: Plan, { hall, points, as }: DrawnRun): Result<RunJoints, UserError> {
  const lines = linesOf(plan, hall);
  const isLevel = (segment: Segment): boolean => isAt(segment.elevationMm, as) && isAt(toElevationOf(segment), as);
  const level = lines.filter(({ segment }) => isLevel(segment));
  const jointAt = jointFinder([...lines.flatMap((line) => endsAt(line, as)), ...lines.flatMap(({ span }) => span)]);
  const corners = points.map(([xMm, yMm]) => jointAt({ xMm, yMm })).filter((joint, i, all) => joint !== all[i - 1]);
  if (corners.length < 2) return refuse('the run has no length', 'draw it to another place');
  const legs = corners.slice(1).map((to, i): Span => [corners[i]!, to]);
  const pieces = legs.flatMap((leg) => {
    const met = [...level.map(({ span }) => span), ...legs.filter((other) => other !== leg)];
    const stops = met.flatMap((span) => [...span.filter((end) => liesOn(end, leg)), ...crossing(leg, span).map(jointAt)]);
    return spansOf(inOrder(leg, stops));
  });
  const joints = [...new Set(pieces.flat())];
  const parts = lines.map(({ segment, span }) => {
    const own = joints.filter((joint) => liesOn(joint, span) && (isLevel(segment) || corners.includes(joint)));
    return { segment, ends: inOrder(span, own) };
  });
  const along = parts.find(({ segment, ends }) => isLevel(segment) && spansOf(ends).some((span) => has(pieces, span)));
  if (along !== undefined) return refuse(`the run lies along ${along.segment.name}`, 'draw it beside that, or at another elevation');
  if (pieces.some((piece, i) => has(pieces.slice(0, i), piece)))
    return refuse('the run goes the same way twice', 'take back its last point');
  const cuts = parts.flatMap(({ segment, ends }) =>
    ends.length === 2 ? [] : [{ segment: segment.id, at: ends.slice(1, -1).toReversed() }],
  );
  return ok({ joints, pieces, cuts });
}

/** Segments of a hall with their ends, each junction one and the same joint. */
function linesOf(plan: Plan, hall: string): Line[] {
  const joints = new Map<string, Joint>();
  for (const { id, hall: of, xMm, yMm } of plan.junctions.values()) if (of === hall) joints.set(id, { xMm, yMm, junction: id });
  return sortedById(plan.segments).flatMap((segment): Line[] => {
    const [from, to] = [joints.get(segment.from), joints.get(segment.to)];
    return from === undefined || to === undefined ? [] : [{ segment, span: [from, to] }];
  });
}

function isAt(heightMm: number, { elevationMm }: RunKind): boolean {
  return heightMm === elevationMm;
}

/** The ends of a line at the elevation of the run; of a riser that begins or ends there, one. */
function endsAt({ segment, span: [from, to] }: Line, as: RunKind): Joint[] {
  return [...(isAt(segment.elevationMm, as) ? [from] : []), ...(isAt(toElevationOf(segment), as) ? [to] : [])];
}

/** Gives one joint for places that touch: of the ends, the first, else the one given before. */
function jointFinder(ends: readonly Joint[]): (place: Point) => Joint {
  const known = [...ends];
  return ({ xMm, yMm }) => {
    const near = known.find((joint) => Math.hypot(joint.xMm - xMm, joint.yMm - yMm) <= TOUCHING_MM);
    if (near !== undefined) return near;
    const made: Joint = { xMm: Math.round(xMm), yMm: Math.round(yMm), junction: null };
    known.push(made);
    return made;
  };
}

function liesOn(point: Point, [from, to]: Span): boolean {
  return pointToLineMm(point, from, to) <= TOUCHING_MM;
}

/** Where two straight lines cross, ends included; none when they run side by side. */
function crossing([a, b]: Span, [c, d]: Span): Point[] {
  const [abX, abY, cdX, cdY] = [b.xMm - a.xMm, b.yMm - a.yMm, d.xMm - c.xMm, d.yMm - c.yMm];
  const turn = abX * cdY - abY * cdX;
  if (turn === 0) return [];
  const along = ((c.xMm - a.xMm) * cdY - (c.yMm - a.yMm) * cdX) / turn;
  const across = ((c.xMm - a.xMm) * abY - (c.yMm - a.yMm) * abX) / turn;
  const isOnBoth = along >= 0 && along <= 1 && across >= 0 && across <= 1;
  return isOnBoth ? [{ xMm: a.xMm + along * abX, yMm: a.yMm + along * abY }] : [];
}

/** The ends of a line and the joints between them, each once, from its beginning to its end. */
function inOrder([from, to]: Span, joints: readonly Joint[]): Joint[] {
  const distance = (joint: Joint): number => Math.hypot(joint.xMm - from.xMm, joint.yMm - from.yMm);
  const between = [...new Set(joints)].filter((joint) => joint !== from && joint !== to);
  return [from, ...between.sort((a, b) => distance(a) - distance(b)), to];
}

function spansOf(joints: readonly Joint[]): Span[] {
  return joints.slice(1).map((to, i): Span => [joints[i]!, to]);
}

function has(spans: readonly Span[], [from, to]: Span): boolean {
  return spans.some(([a, b]) => (a === from && b === to) || (a === to && b === from));
}
