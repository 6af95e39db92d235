/** Things of several kinds that are arranged together: each piece with the box around it. Trays that meet are one piece. */
import { boxAround, type Box, type Point } from '../geometry/shapes.ts';
import { boxOfCabinet } from './cabinetBox.ts';
import { compareIds } from '../plan/sortedById.ts';
import { counted, namedOrCounted } from './wording.ts';
import { findAll } from './find.ts';
import { hallsOfMembers } from '../plan/groups.ts';
import { must } from '../assert.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';
import type { Cabinet, GroupMember, Junction, Obstacle, Plan, Segment } from '../plan/types.ts';
import type { Puts } from './edit.ts';

/** Ids by kind of what is picked. */
export interface Picked {
  readonly cabinets?: readonly string[];
  readonly obstacles?: readonly string[];
  readonly segments?: readonly string[];
}

export interface PickedThings {
  readonly cabinets: readonly Cabinet[];
  readonly obstacles: readonly Obstacle[];
  readonly segments: readonly Segment[];
}

/** What moves as one. */
export interface Piece {
  /** The smallest id in it. */
  readonly id: string;
  readonly box: Box;
  readonly cabinets: readonly string[];
  readonly obstacles: readonly string[];
  readonly junctions: readonly string[];
}

/** The things picked; refused when one is not there, none is picked, or they stand in several halls. */
export function findPicked(plan: Plan, picked: Picked): Result<PickedThings, UserError> {
  const { cabinets = [], obstacles = [], segments = [] } = picked;
  if (cabinets.length + obstacles.length + segments.length === 0) {
    return refuse('nothing is selected that can be arranged', 'select cabinets, trays or obstacles first');
  }
  const found = { cabinets: findSome(plan, 'cabinets', cabinets), obstacles: findSome(plan, 'obstacles', obstacles) };
  const foundSegments = findSome(plan, 'segments', segments);
  if (!found.cabinets.ok) return found.cabinets;
  if (!found.obstacles.ok) return found.obstacles;
  if (!foundSegments.ok) return foundSegments;
  const members = [
    ...cabinets.map((id): GroupMember => ({ kind: 'cabinet', id })),
    ...obstacles.map((id): GroupMember => ({ kind: 'obstacle', id })),
    ...segments.map((id): GroupMember => ({ kind: 'segment', id })),
  ];
  if (hallsOfMembers(plan, members).size > 1) return refuse('what is selected stands in several halls', 'select things of one hall');
  return ok({ cabinets: found.cabinets.value, obstacles: found.obstacles.value, segments: foundSegments.value });
}

/** The things with these ids; none where none are asked for. */
export function findSome<T extends 'cabinets' | 'obstacles' | 'doors' | 'segments' | 'junctions' | 'underlays' | 'notes'>(
  plan: Plan,
  table: T,
  ids: readonly string[] = [],
): ReturnType<typeof findAll<T>> {
  return ids.length === 0 ? ok([]) : findAll(plan, table, ids);
}

/** `A07`, `3 cabinets`, or `5 things` of several kinds. */
export function pickedText({ cabinets, obstacles, segments }: PickedThings): string {
  const kinds = [
    ...(cabinets.length > 0 ? [namedOrCounted(cabinets, 'cabinet')] : []),
    ...(obstacles.length > 0 ? [namedOrCounted(obstacles, 'obstacle')] : []),
    ...(segments.length > 0 ? [namedOrCounted(segments, 'pathway')] : []),
  ];
  return kinds.length === 1 ? must(kinds[0], 'kind') : counted(cabinets.length + obstacles.length + segments.length, 'thing');
}

/** Pieces in the order of their ids. */
export function piecesOf(plan: Plan, { cabinets, obstacles, segments }: PickedThings): Piece[] {
  const bare = { cabinets: [], obstacles: [], junctions: [] };
  const pieces: Piece[] = [
    ...cabinets.map((cabinet) => ({ ...bare, id: cabinet.id, box: boxOfCabinet(plan, cabinet), cabinets: [cabinet.id] })),
    ...obstacles.map(({ id, outline }) => ({
      ...bare,
      id,
      box: boxAround(outline.map(([xMm, yMm]) => ({ xMm, yMm }))),
      obstacles: [id],
    })),
    ...runsOf(segments).map((run) => {
      const junctions = [...new Set(run.flatMap(({ from, to }) => [from, to]))];
      return {
        ...bare,
        id: must(run[0], 'segment').id,
        box: boxAround(run.flatMap((segment) => segmentCorners(plan, segment))),
        junctions,
      };
    }),
  ];
  return pieces.sort((a, b) => compareIds(a.id, b.id));
}

/** Segments that hang together at their ends, in the order of their ids. */
function runsOf(segments: readonly Segment[]): Segment[][] {
  const runs: { readonly ends: Set<string>; readonly members: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => compareIds(a.id, b.id))) {
    const met = runs.filter(({ ends }) => ends.has(segment.from) || ends.has(segment.to));
    const joined = {
      ends: new Set([...met.flatMap(({ ends }) => [...ends]), segment.from, segment.to]),
      members: [...met.flatMap(({ members }) => members), segment],
    };
    for (const run of met) runs.splice(runs.indexOf(run), 1);
    runs.push(joined);
  }
  return runs.map(({ members }) => members.sort((a, b) => compareIds(a.id, b.id)));
}

/** A segment's rectangle: its width to both sides of its line, nothing beyond its ends. */
function segmentCorners(plan: Plan, { from, to, widthMm }: Segment): Point[] {
  const [a, b] = [must(plan.junctions.get(from), from), must(plan.junctions.get(to), to)];
  const lengthMm = Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
  const half = lengthMm === 0 ? 0 : widthMm / 2 / lengthMm;
  const [sideX, sideY] = [-(b.yMm - a.yMm) * half, (b.xMm - a.xMm) * half];
  return [a, b].flatMap(({ xMm, yMm }) => [
    { xMm: xMm + sideX, yMm: yMm + sideY },
    { xMm: xMm - sideX, yMm: yMm - sideY },
  ]);
}

/** The things of pieces where these come to stand. */
export function putMoved(plan: Plan, moves: readonly { readonly piece: Piece; readonly dxMm: number; readonly dyMm: number }[]): Puts {
  const put: { cabinets: Cabinet[]; obstacles: Obstacle[]; junctions: Junction[] } = {
    cabinets: [],
    obstacles: [],
    junctions: [],
  };
  for (const { piece, dxMm, dyMm } of moves) {
    for (const id of piece.cabinets) {
      const cabinet = must(plan.cabinets.get(id), id);
      put.cabinets.push({ ...cabinet, xMm: cabinet.xMm + dxMm, yMm: cabinet.yMm + dyMm });
    }
    for (const id of piece.obstacles) {
      const obstacle = must(plan.obstacles.get(id), id);
      put.obstacles.push({ ...obstacle, outline: obstacle.outline.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm]) });
    }
    for (const id of piece.junctions) {
      const junction = must(plan.junctions.get(id), id);
      put.junctions.push({ ...junction, xMm: junction.xMm + dxMm, yMm: junction.yMm + dyMm });
    }
  }
  return put;
}
