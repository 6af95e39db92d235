/** Ways of cables that all end at one cabinet, from a least-cost flow; or, where so many do not fit, what all of them need. */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { HOPS } from '../shortestPaths.ts';
import type { RouteStep } from '../types.ts';
import type { ApartWay, Ban } from './cableSearch.ts';
import type { Meeting } from './conflicts.ts';
import type { Member } from './conflictSearch.ts';
import { leastCostFlow, type Flow } from './flow.ts';
import { exitsAt, otherCabinet, pieceGraph, sharedCabinet, type Piece, type PieceGraph } from './pieceGraph.ts';

export type FlowWays =
  | { readonly kind: 'ways'; readonly ways: readonly ApartWay[]; readonly leastMm: number }
  /** More cables than places on every way between them: the fewest such places. */
  | { readonly kind: 'bottleneck'; readonly places: readonly Ban[] }
  /** They share no cabinet, or go by different rules. */
  | { readonly kind: 'no-flow' };

/** Ways that share nothing and are shortest in all but for what differs inside the cabinets; `leastMm` is a bound that holds with it. */
export function flowWays(survey: Survey, meeting: Meeting, members: readonly Member[]): FlowWays {
  const shared = sharedCabinet(members);
  if (shared === null || !haveOneCourse(members)) return { kind: 'no-flow' };
  const graph = pieceGraph(survey, meeting, members, shared);
  const flow = leastCostFlow(graph.nodes, graph.arcs, graph.source, graph.sink, members.length);
  if (flow.total < members.length) return { kind: 'bottleneck', places: cutOf(graph, flow) };
  const paths = pathsOf(graph, flow, members.length);
  return { kind: 'ways', ways: assign(survey, members, shared, paths), leastMm: flow.cost + graph.leastInsideMm };
}

function haveOneCourse(members: readonly Member[]): boolean {
  const [first] = members;
  const strands = new Set(members.map(({ strand }) => strand));
  return (
    strands.size === members.length &&
    members.every(
      ({ search }) => search.laid === null && search.course.pins.length === 0 && search.course.network === first?.search.course.network,
    )
  );
}

function cutOf({ arcs, pieces }: PieceGraph, { isReached }: Flow): Ban[] {
  return arcs.flatMap(({ from, to }, arc): Ban[] => {
    const piece = must(pieces[arc], 'piece');
    const isCut = isReached[from] === 1 && isReached[to] === 0;
    if (!isCut || (piece.kind !== 'stretch' && piece.kind !== 'opening')) return [];
    if (piece.kind === 'opening') return [piece];
    return [{ ...piece, fromMm: Math.min(piece.fromMm, piece.toMm), toMm: Math.max(piece.fromMm, piece.toMm) }];
  });
}

/** Follows each unit from the source to the sink. */
function pathsOf({ arcs, pieces, source, sink, nodes }: PieceGraph, { units }: Flow, count: number): Piece[][] {
  const left = units.slice();
  const out: number[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from }, arc) => {
    if (left[arc]! > 0) out[from]!.push(arc);
  });
  return Array.from({ length: count }, () => {
    const path: Piece[] = [];
    for (let at = source; at !== sink;) {
      const arc = must(
        out[at]!.find((one) => left[one]! > 0),
        'arc with flow',
      );
      left[arc]! -= 1;
      path.push(must(pieces[arc], 'piece'));
      at = arcs[arc]!.to;
    }
    return path;
  });
}

/** Gives each path to a cable that ends where it ends, so that all together are shortest. */
function assign(survey: Survey, members: readonly Member[], shared: number, paths: readonly Piece[][]): ApartWay[] {
  const { accesses } = survey;
  const exitRows = (path: readonly Piece[]): number[] => path.flatMap((piece) => (piece.kind === 'exit' ? [piece.row] : []));
  const endOf = (path: readonly Piece[]): number => must(accesses[must(exitRows(path)[1], 'exit')], 'access').cabinet;
  const insideMm = (member: Member, path: readonly Piece[]): number => {
    const [near, far] = exitRows(path);
    const find = (cabinet: number, row: number | undefined): number =>
      must(
        exitsAt(member, cabinet).find((exit) => exit.row === row),
        'exit',
      ).insideMm;
    return find(shared, near) + find(otherCabinet(member, shared), far);
  };
  const ways = new Map<Member, ApartWay>();
  for (const cabinet of new Set(members.map((member) => otherCabinet(member, shared)))) {
    const ending = members.filter((member) => otherCabinet(member, shared) === cabinet);
    const open = paths.filter((path) => endOf(path) === cabinet);
    const costs = ending.map((member) => open.map((path) => insideMm(member, path)));
    bestAssignment(costs).forEach((path, at) => {
      const member = must(ending[at], 'member');
      ways.set(member, wayOf(survey, member, shared, must(open[path], 'path'), must(costs[at]?.[path], 'cost')));
    });
  }
  return members.map((member) => must(ways.get(member), 'way'));
}

/** More rows than this are assigned one after the other. */
const MOST_PERMUTED = 6;

/** Column of each row, so that the sum is least. */
function bestAssignment(costs: readonly (readonly number[])[]): readonly number[] {
  let best: readonly number[] = costs.map((_, row) => row);
  if (costs.length > MOST_PERMUTED) return best;
  let leastMm = best.reduce((sum, column, row) => sum + costs[row]![column]!, 0);
  const extend = (columns: readonly number[], sumMm: number): void => {
    const row = columns.length;
    if (sumMm >= leastMm) return;
    if (row === costs.length) {
      [best, leastMm] = [columns, sumMm];
      return;
    }
    for (let column = 0; column < costs.length; column += 1) {
      if (!columns.includes(column)) extend([...columns, column], sumMm + costs[row]![column]!);
    }
  };
  extend([], 0);
  return best;
}

function wayOf({ accesses }: Survey, { search }: Member, shared: number, path: readonly Piece[], insideMm: number): ApartWay {
  const [near, far] = path.flatMap((piece) => (piece.kind === 'exit' ? [piece.row] : []));
  const steps: RouteStep[] = [];
  for (const piece of path) {
    if (piece.kind !== 'stretch') continue;
    const last = steps.at(-1);
    if (last?.edge === piece.edge && last.toMm === piece.fromMm) steps[steps.length - 1] = { ...last, toMm: piece.toMm };
    else steps.push({ edge: piece.edge, fromMm: piece.fromMm, toMm: piece.toMm });
  }
  const stand = (row: number): RouteStep => {
    const { segment, alongMm } = must(accesses[row], 'access');
    return { edge: segment, fromMm: alongMm, toMm: alongMm };
  };
  const [first, last] = [stand(must(near, 'exit')), stand(must(far, 'exit'))];
  if (steps[0]?.edge !== first.edge || steps[0].fromMm !== first.fromMm) steps.unshift(first);
  const end = steps.at(-1);
  if (end?.edge !== last.edge || end.toMm !== last.toMm) steps.push(last);
  const pathwayMm = steps.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0);
  const startsAtRoot = search.cabinets[0] === shared;
  const [accessA, accessB] = startsAtRoot ? [near, far] : [far, near];
  const turned = steps.map(({ edge, fromMm, toMm }) => ({ edge, fromMm: toMm, toMm: fromMm })).reverse();
  return {
    cost: (pathwayMm + insideMm) * HOPS + steps.length,
    accessA: must(accessA, 'access'),
    accessB: must(accessB, 'access'),
    steps: startsAtRoot ? steps : turned,
    pathMm: pathwayMm + insideMm,
    pathwayMm,
  };
}
