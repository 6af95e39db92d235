/**
 * The exact answer to where cables go when pathways are tight: every simple way of every cable is a whole-number variable of an
 * integer program, every place of every segment two constraints (area and mass), and HiGHS finds the least total length.
 * It shares nothing with the engine but the survey, the ways inside cabinets, and the graph that other routers are measured on.
 */
import loadHighs, { type Highs } from 'highs';
import { expandGraph } from '../../shared/cabling/expandedGraph.ts';
import { openingOf, wayToOpeningMm } from '../../shared/cabling/inCabinet.ts';
import { placePorts, portPlace } from '../../shared/cabling/portTable.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { must } from '../../shared/assert.ts';
import { roomMm2 } from './crowdedHall.ts';
import { apartRows, conservationRows, flowArcs, ruledCables, type FlowArc } from './exactFlows.ts';

/** Cables that are alike: same cabinets, same ports' distances to every opening, same family. */
interface Kind {
  readonly count: number;
  readonly areaMm2: number;
  readonly massGPerM: number;
  /** Node of each opening in the graph, and what lies before it. */
  readonly from: ReadonlyMap<number, number>;
  readonly to: ReadonlyMap<number, number>;
}

interface Column {
  readonly lengthMm: number;
  readonly edges: readonly number[];
}

export type Exact =
  | { readonly kind: 'optimal'; readonly totalMm: number }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unsolved'; readonly status: string };

let highs: Highs | null = null;

/**
 * Least total of all paths. `boundMm`: a total that some solution is known to have; ways that no better solution can hold are
 * left out, which changes the work, not the answer.
 */
export async function exactWays(derived: Derived, boundMm: number | null, secondsLimit: number): Promise<Exact> {
  highs ??= await loadHighs();
  const graph = expandGraph(derived.survey, derived.cabling);
  // What no pathway joins cannot go anywhere, however wide the trays.
  const ruled = ruledCables(derived);
  const flows = new Map([...ruled].map((cable) => [cable, flowArcs(derived, graph, cable)]));
  const kinds = kindsOf(derived, graph.openingNode, ruled).filter((kind) => shortestMm(graph, kind) < Infinity);
  if (kinds.length === 0 && flows.size === 0) return { kind: 'optimal', totalMm: 0 };
  const at = adjacency(graph.nodes, graph.edgeFrom, graph.edgeTo);
  const shortest = kinds.map((kind) => shortestMm(graph, kind));
  const leastMm = kinds.reduce((sum, kind, index) => sum + kind.count * must(shortest[index], 'length'), 0);
  const ruledMm = [...ruled].reduce((sum, cable) => sum + must(derived.cabling.rules, 'rules').free.cables.pathMm[cable]!, 0);
  const spareMm = boundMm === null ? Infinity : boundMm - leastMm - ruledMm;
  const columns = kinds.map((kind, index) => simpleWays(graph, at, kind, must(shortest[index], 'length') + spareMm));
  const solution = highs.solve(program(derived, graph, kinds, columns, flows), {
    time_limit: secondsLimit,
    output_flag: false,
    mip_rel_gap: 1e-6,
  });
  if (solution.Status === 'Optimal') return { kind: 'optimal', totalMm: Math.round(solution.ObjectiveValue) };
  return solution.Status === 'Infeasible' ? { kind: 'infeasible' } : { kind: 'unsolved', status: solution.Status };
}

type Graph = ReturnType<typeof expandGraph>;

function kindsOf({ survey, cabling }: Derived, openingNode: Int32Array, left: ReadonlySet<number>): Kind[] {
  const ports = placePorts(survey);
  const { links, cables, families } = cabling;
  const byKey = new Map<string, Kind & { count: number }>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (left.has(cable)) continue;
    const link = must(cables.longestLink[cable], 'link');
    const end = (device: number, port: number): Map<number, number> => {
      const { cabinet } = must(survey.devices[device], 'device');
      const { model } = must(survey.cabinets[cabinet], 'cabinet');
      const { side, xMm, zMm } = portPlace(ports, device, port);
      const rows = survey.accesses.flatMap((access, row) => (access.cabinet === cabinet ? [row] : []));
      return new Map(
        rows.map((row) => {
          const opening = openingOf(model, must(survey.accesses[row], 'access').side, must(survey.accesses[row], 'access').edgeOfCabinet);
          return [must(openingNode[row], 'node'), wayToOpeningMm(model, side, xMm, zMm, opening)];
        }),
      );
    };
    const from = end(must(links.aDevice[link], 'device'), must(links.aPort[link], 'port'));
    const to = end(must(links.bDevice[link], 'device'), must(links.bPort[link], 'port'));
    const family = must(families[must(cables.family[cable], 'family')], 'family');
    const key = JSON.stringify([[...from], [...to], family.id]);
    const known = byKey.get(key);
    if (known !== undefined) known.count += 1;
    else byKey.set(key, { count: 1, ...weightOf(family), from, to });
  }
  return [...byKey.values()];
}

function weightOf({ outerDiameterMm, massGPerM }: Derived['cabling']['families'][number]): Pick<Kind, 'areaMm2' | 'massGPerM'> {
  return { areaMm2: (Math.PI / 4) * outerDiameterMm ** 2, massGPerM };
}

function adjacency(
  nodes: number,
  edgeFrom: Int32Array,
  edgeTo: Int32Array,
): readonly (readonly (readonly [edge: number, node: number])[])[] {
  const at: (readonly [number, number])[][] = Array.from({ length: nodes }, () => []);
  edgeFrom.forEach((from, edge) => {
    const to = must(edgeTo[edge], 'node');
    at[from]?.push([edge, to]);
    at[to]?.push([edge, from]);
  });
  return at;
}

/** By relaxing every edge until nothing changes. */
function distancesTo(graph: Graph, to: ReadonlyMap<number, number>): Float64Array {
  const distance = new Float64Array(graph.nodes).fill(Infinity);
  for (const [node, lengthMm] of to) distance[node] = lengthMm;
  for (let isNew = true; isNew;) {
    isNew = false;
    for (let edge = 0; edge < graph.edgeFrom.length; edge += 1) {
      const [a, b, lengthMm] = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!, graph.edgeLengthMm[edge]!];
      if (distance[a]! + lengthMm < distance[b]!) [distance[b], isNew] = [distance[a]! + lengthMm, true];
      if (distance[b]! + lengthMm < distance[a]!) [distance[a], isNew] = [distance[b]! + lengthMm, true];
    }
  }
  return distance;
}

function shortestMm(graph: Graph, { from, to }: Kind): number {
  const distance = distancesTo(graph, to);
  return Math.min(...[...from].map(([node, lengthMm]) => lengthMm + distance[node]!));
}

/** Every way that passes no node twice and is no longer than `mostMm`. */
function simpleWays(graph: Graph, at: ReturnType<typeof adjacency>, { from, to }: Kind, mostMm: number): Column[] {
  const columns: Column[] = [];
  const distance = distancesTo(graph, to);
  const isPassed = new Uint8Array(graph.nodes);
  const edges: number[] = [];
  const openings = new Set(graph.openingNode);
  const go = (node: number, lengthMm: number): void => {
    if (lengthMm + distance[node]! > mostMm + 0.5) return;
    const inside = to.get(node);
    if (inside !== undefined) {
      columns.push({ lengthMm: lengthMm + inside, edges: [...edges] });
      return;
    }
    // An opening leads nowhere but to its cabinet.
    if (openings.has(node) && edges.length > 0) return;
    isPassed[node] = 1;
    for (const [edge, next] of at[node] ?? []) {
      if (isPassed[next] === 1) continue;
      edges.push(edge);
      go(next, lengthMm + graph.edgeLengthMm[edge]!);
      edges.pop();
    }
    isPassed[node] = 0;
  };
  for (const [node, lengthMm] of from) go(node, lengthMm);
  return columns;
}

/** The integer program in the LP format of CPLEX. */
function program(
  derived: Derived,
  graph: Graph,
  kinds: readonly Kind[],
  columns: readonly (readonly Column[])[],
  flows: ReadonlyMap<number, readonly FlowArc[]>,
): string {
  const objective: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const names: string[] = [];
  const inEdge: { readonly name: string; readonly kind: Pick<Kind, 'areaMm2' | 'massGPerM'> }[][] = Array.from(graph.edgeFrom, () => []);
  kinds.forEach((kind, k) => {
    const own = must(columns[k], 'ways').map(({ lengthMm, edges }, way) => {
      const name = `x${k}_${way}`;
      objective.push(`${lengthMm} ${name}`);
      bounds.push(`0 <= ${name} <= ${kind.count}`);
      names.push(name);
      for (const edge of edges) inEdge[edge]?.push({ name, kind });
      return name;
    });
    rows.push(`${own.join(' + ')} = ${kind.count}`);
  });
  for (const [cable, arcs] of flows) {
    const kind = weightOf(must(derived.cabling.families[derived.cabling.cables.family[cable]!], 'family'));
    for (const { name, lengthMm, edges } of arcs) {
      objective.push(`${lengthMm} ${name}`);
      bounds.push(`0 <= ${name} <= 1`);
      names.push(name);
      for (const edge of edges) inEdge[edge]?.push({ name, kind });
    }
    rows.push(...conservationRows(arcs));
  }
  rows.push(...apartRows(derived, graph, flows));
  // A place's edges follow those of the drops: each segment in turn, cut at its landings.
  segmentOfEdges(derived, graph).forEach((segment, edge) => {
    const inside = inEdge[edge] ?? [];
    // Between two landings at one spot there is no place to fill.
    if (segment === null || inside.length === 0 || graph.edgeLengthMm[edge] === 0) return;
    rows.push(`${inside.map(({ name, kind }) => `${kind.areaMm2} ${name}`).join(' + ')} <= ${roomMm2(segment)}`);
    if (segment.massLimitGPerM === null) return;
    rows.push(`${inside.map(({ name, kind }) => `${kind.massGPerM} ${name}`).join(' + ')} <= ${segment.massLimitGPerM}`);
  });
  const wrapped = (parts: readonly string[], glue: string): string => parts.join(`${glue}\n `);
  return `Minimize\n obj: ${wrapped(objective, ' +')}\nSubject To\n ${wrapped(
    rows.map((row, index) => `c${index}: ${row.replaceAll(' + ', ' +\n ')}`),
    '',
  )}\nBounds\n ${wrapped(bounds, '')}\nGenerals\n ${wrapped(names, '')}\nEnd\n`;
}

/** The segment that each edge of the graph is a place of; null for drops and level changes. */
export function segmentOfEdges({ survey }: Pick<Derived, 'survey'>, graph: Graph) {
  const { network, accesses } = survey;
  const found: ((typeof network.segments)[number] | null)[] = accesses.map(() => null);
  const landingsOf = (row: number): number => accesses.filter(({ segment }) => segment === row).length;
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const segment = network.segments[edge] ?? null;
    for (let place = 0; place <= (segment === null ? 0 : landingsOf(edge)); place += 1) found.push(segment);
  }
  if (found.length !== graph.edgeFrom.length) throw new Error('the graph is not made as this oracle takes it');
  return found;
}
