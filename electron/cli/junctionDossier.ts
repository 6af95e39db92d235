/** The derivation of a junction: the pathways that meet there, and how many cables go over from one to which other. */
import { must } from '../../shared/assert.ts';
import { NONE, type RouteStep } from '../../shared/cabling/types.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import type { Network } from '../../shared/survey/types.ts';
import { grouped, left, metresText, right } from './alignedTable.ts';
import { facts, type Dossier } from './dossier.ts';

interface Turn {
  /** Ids of segments, in the order of their rows. */
  readonly between: readonly [string, string];
  readonly cables: number;
}

export function junctionDossier({ plan, survey, cabling }: Derived, id: string): Dossier {
  const { network } = survey;
  const { hall, xMm, yMm } = must(plan.junctions.get(id), id);
  const isHere = (edge: number): boolean => verticesOf(network, edge).some((vertex) => network.vertexJunction[vertex] === id);
  const met = network.segments.flatMap((segment, edge) => (isHere(edge) ? [{ segment, edge }] : []));
  const levels = [...new Set(network.vertexElevationMm.filter((_, vertex) => network.vertexJunction[vertex] === id))].sort((a, b) => a - b);
  const turns = turnsAt(network, cabling, id);
  const nameOf = (segment: string): string => must(plan.segments.get(segment), segment).name;
  const hallName = must(plan.halls.get(hall), hall).name;
  const passing = turns.reduce((sum, { cables }) => sum + cables, 0);
  return {
    title: `junction ${id} in ${hallName}: ${met.length} pathways meet`,
    parts: [
      facts([
        ['x', metresText(xMm)],
        ['y', metresText(yMm)],
        ['Levels', String(levels.length), levels.map((levelMm) => metresText(levelMm)).join(', ')],
        ['Cables', grouped(passing), 'go over from one pathway to another here, the sum of the table below'],
      ]),
      {
        columns: [left('Pathway'), right('Length m'), left('ID')],
        rows: met.map(({ segment, edge }) => [segment.name, grouped(network.edgeLengthMm[edge]! / 1000, 3), segment.id]),
      },
      {
        columns: [left('Between'), left('and'), right('Cables')],
        rows: turns.map(({ between, cables }) => [nameOf(between[0]), nameOf(between[1]), grouped(cables)]),
      },
    ],
    json: {
      kind: 'junction',
      id,
      hall,
      xMm,
      yMm,
      levelsMm: levels,
      segments: met.map(({ segment }) => segment.id),
      turns,
      cables: passing,
    },
  };
}

function verticesOf({ edgeFrom, edgeTo }: Network, edge: number): readonly [number, number] {
  return [edgeFrom[edge]!, edgeTo[edge]!];
}

/** Level changes lie between two segments and are passed over; a cable that comes by twice counts twice. */
function turnsAt(network: Network, { cables, routes }: Derived['cabling'], id: string): Turn[] {
  const onRoute = new Int32Array(routes.length);
  for (const route of cables.route) if (route !== NONE) onRoute[route]! += 1;
  const counts = new Map<string, Turn>();
  routes.forEach(({ steps }, route) => {
    for (const [before, after] of consecutive(steps.filter(({ edge, fromMm, toMm }) => edge < network.segmentCount && fromMm !== toMm))) {
      if (jointOf(network, before, 'out') !== id || jointOf(network, after, 'in') !== id) continue;
      const [low, high] = [Math.min(before.edge, after.edge), Math.max(before.edge, after.edge)];
      const between = [must(network.segments[low], 'segment').id, must(network.segments[high], 'segment').id] as const;
      const known = counts.get(between.join('\n'))?.cables ?? 0;
      counts.set(between.join('\n'), { between, cables: known + onRoute[route]! });
    }
  });
  return [...counts.values()].sort((a, b) => b.cables - a.cables || (a.between.join() < b.between.join() ? -1 : 1));
}

function consecutive<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.slice(1).map((next, at) => [list[at]!, next] as const);
}

/** The junction at which a step leaves its segment, or comes onto it. */
function jointOf(
  { edgeFrom, edgeTo, vertexJunction, edgeLengthMm }: Network,
  { edge, fromMm, toMm }: RouteStep,
  side: 'in' | 'out',
): string {
  const atMm = side === 'out' ? toMm : fromMm;
  return must(vertexJunction[(atMm * 2 < edgeLengthMm[edge]! ? edgeFrom : edgeTo)[edge]!], 'junction');
}
