/**
 * A random hall whose trays hold one random way for every cable, and hardly anything more: there is room for all, by how it is
 * made, and little for any other order of things. A spoiled one has some trays cut further, so that often there is no room.
 */
import { openingName } from '../../shared/cabling/capacity/apartness.ts';
import { expandGraph } from '../../shared/cabling/expandedGraph.ts';
import { NONE } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { must } from '../../shared/assert.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import { MOST_SHARE, wideHall } from './crowdedHall.ts';
import { segmentOfEdges } from './exactWays.ts';
import { SeededRandom } from './random.ts';
import { JUMPER } from './testCatalog.ts';

/** So shallow that a millimetre of width is less than a cable. */
const DEPTH_MM = 10;
const JUMPER_MM2 = (Math.PI / 4) * JUMPER.outerDiameterMm ** 2;
/** A tray that nothing goes along in the random ways still has room for so little. */
const LEAST_MM2 = 1;
const ROUNDING_G = 1e-6;

/** What lies in the fullest place of a segment. */
interface Load {
  areaMm2: number;
  massGPerM: number;
}

/** Where one cable goes in the random order of things that the trays are made for. */
interface RandomWay {
  readonly link: string;
  readonly family: Derived['cabling']['families'][number];
  /** Of the graph of the plan. */
  readonly edges: readonly number[];
  /** That it passes. */
  readonly junctions: readonly string[];
  /** That it passes from end to end. */
  readonly segments: readonly string[];
  /** Places and openings that it takes up. */
  readonly taken: ReadonlySet<string>;
}

type Graph = ReturnType<typeof expandGraph>;

export function tightHall(seed: number, kind: 'sound' | 'spoiled'): Plan {
  return tightened(seed, kind).plan;
}

/** The same with some cables pinned to a place of their random ways, and some pairs kept apart whose random ways share nothing. */
export function ruledTightHall(seed: number, kind: 'sound' | 'spoiled'): Plan {
  const { plan, ways } = tightened(seed, kind);
  return withRules(plan, ways, new SeededRandom(seed * 53 + 7));
}

function tightened(seed: number, kind: 'sound' | 'spoiled'): { readonly plan: Plan; readonly ways: readonly RandomWay[] } {
  const random = new SeededRandom(seed);
  const { plan, trays } = wideHall(random, DEPTH_MM);
  const derived = derive(plan);
  const graph = expandGraph(derived.survey, derived.cabling);
  const ways = randomWays(derived, graph, random);
  const loads = loadsOf(derived, graph, ways);
  const segments = new Map(plan.segments);
  for (const id of trays) {
    const segment = must(plan.segments.get(id), 'tray');
    const { areaMm2, massGPerM } = loads.get(id) ?? { areaMm2: 0, massGPerM: 0 };
    // Room for no more, or for one more.
    const roomMm2 = Math.max(LEAST_MM2, areaMm2) + random.between(0, 1) * JUMPER_MM2;
    const widthMm = Math.ceil(roomMm2 / (MOST_SHARE * DEPTH_MM));
    const massLimitGPerM = massGPerM > 0 && random.chance(0.15) ? massGPerM + ROUNDING_G : null;
    segments.set(id, { ...segment, widthMm, massLimitGPerM } satisfies Segment);
  }
  return { plan: { ...plan, segments: kind === 'sound' ? segments : spoiled(segments, trays, random) }, ways };
}

function withRules(plan: Plan, ways: readonly RandomWay[], random: SeededRandom): Plan {
  const routeRules = new Map(plan.routeRules);
  const diversityGroups = new Map(plan.diversityGroups);
  const free = [...ways];
  const take = (one: RandomWay): void => {
    free.splice(free.indexOf(one), 1);
  };
  for (let group = 0; group < 2; group += 1) {
    const pairs = free.flatMap((one, at) =>
      free
        .slice(at + 1)
        .filter((other) => ![...one.taken].some((place) => other.taken.has(place)))
        .map((other) => [one, other] as const),
    );
    if (pairs.length === 0) break;
    const [one, other] = random.pick(pairs);
    [one, other].forEach(take);
    const id = `g${group}`;
    diversityGroups.set(id, { id, name: id, members: { kind: 'links', links: [one.link, other.link] } });
  }
  for (let rule = 0; rule < 4; rule += 1) {
    const pinnable = free.filter(({ junctions, segments }) => junctions.length + segments.length > 0);
    if (pinnable.length === 0) break;
    const one = random.pick(pinnable);
    take(one);
    const places = [
      ...one.segments.map((id) => ({ kind: 'segment', id }) as const),
      ...one.junctions.map((id) => ({ kind: 'junction', id }) as const),
    ];
    const id = `r${rule}`;
    routeRules.set(id, { id, name: id, scope: { kind: 'links', links: [one.link] }, via: [random.pick(places)], avoid: [] });
  }
  return { ...plan, routeRules, diversityGroups };
}

/** Cuts a few trays by what some cables need. */
function spoiled(segments: ReadonlyMap<string, Segment>, trays: readonly string[], random: SeededRandom): Map<string, Segment> {
  const cut = new Map(segments);
  for (let times = random.between(1, 3); times > 0; times -= 1) {
    const segment = must(cut.get(random.pick(trays)), 'tray');
    const lessMm = Math.ceil((random.between(1, 4) * JUMPER_MM2) / (MOST_SHARE * DEPTH_MM));
    cut.set(segment.id, { ...segment, widthMm: Math.max(1, segment.widthMm - lessMm) });
  }
  return cut;
}

/** Sends every cable along the way that is shortest for it when lengths are off by a random share, which differs by cable. */
function randomWays(derived: Derived, graph: Graph, random: SeededRandom): RandomWay[] {
  const { survey, cabling } = derived;
  const segments = segmentOfEdges(derived, graph);
  const mostOff = random.pick([0.3, 1, 3]);
  const ways: RandomWay[] = [];
  for (let cable = 0; cable < cabling.cables.count; cable += 1) {
    if (cabling.cables.route[cable] === NONE) continue;
    const family = must(cabling.families[must(cabling.cables.family[cable], 'family')], 'family');
    const lengths = Array.from(graph.edgeLengthMm, (lengthMm) => lengthMm * (1 + mostOff * random.next()));
    const edges = shortestWay(derived, graph, cable, lengths);
    const nodes = edges.flatMap((edge) => [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]);
    const vertices = [...new Set(nodes.filter((node, at) => node < survey.network.vertexCount && nodes.indexOf(node) < at))];
    ways.push({
      link: cabling.cableId(cable),
      family,
      edges,
      junctions: vertices.map((vertex) => must(survey.network.vertexJunction[vertex], 'junction')),
      segments: survey.network.segments
        .map(({ id }) => id)
        .filter((id) => segments.every((one, edge) => one?.id !== id || edges.includes(edge))),
      taken: new Set([
        ...edges.filter((edge) => edge >= survey.accesses.length && graph.edgeLengthMm[edge]! > 0).map((edge) => `edge ${edge}`),
        ...edges.filter((edge) => edge < survey.accesses.length).map((edge) => openingName(survey, edge)),
      ]),
    });
  }
  return ways;
}

function loadsOf(derived: Derived, graph: Graph, ways: readonly RandomWay[]): ReadonlyMap<string, Load> {
  const segments = segmentOfEdges(derived, graph);
  const loads = graph.edgeFrom.reduce<Load[]>((list) => [...list, { areaMm2: 0, massGPerM: 0 }], []);
  for (const { edges, family } of ways) {
    for (const edge of edges) {
      loads[edge]!.areaMm2 += (Math.PI / 4) * family.outerDiameterMm ** 2;
      loads[edge]!.massGPerM += family.massGPerM;
    }
  }
  const fullest = new Map<string, Load>();
  segments.forEach((segment, edge) => {
    if (segment === null || graph.edgeLengthMm[edge] === 0) return;
    const [known, here] = [fullest.get(segment.id) ?? { areaMm2: 0, massGPerM: 0 }, loads[edge]!];
    fullest.set(segment.id, {
      areaMm2: Math.max(known.areaMm2, here.areaMm2),
      massGPerM: Math.max(known.massGPerM, here.massGPerM),
    });
  });
  return fullest;
}

/** Edges of the shortest way of a cable between any two openings of its cabinets, by relaxing all edges until nothing changes. */
function shortestWay(
  { survey, cabling }: Derived,
  graph: ReturnType<typeof expandGraph>,
  cable: number,
  lengths: readonly number[],
): number[] {
  const { accessA, accessB } = must(cabling.routes[must(cabling.cables.route[cable], 'route')], 'route');
  const openingsOf = (access: number): number[] =>
    survey.accesses.flatMap(({ cabinet }, row) => (cabinet === survey.accesses[access]?.cabinet ? [graph.openingNode[row]!] : []));
  const [from, to] = [openingsOf(accessA), openingsOf(accessB)];
  const openings = new Set(graph.openingNode);
  const distance = new Float64Array(graph.nodes).fill(Infinity);
  const last = new Int32Array(graph.nodes).fill(NONE);
  for (const node of from) distance[node] = 0;
  const relax = (edge: number, a: number, b: number): boolean => {
    // An opening leads nowhere but to its cabinet.
    if ((openings.has(a) && !from.includes(a)) || distance[a]! + lengths[edge]! >= distance[b]!) return false;
    distance[b] = distance[a]! + lengths[edge]!;
    last[b] = edge;
    return true;
  };
  for (let isNew = true; isNew;) {
    isNew = false;
    for (let edge = 0; edge < lengths.length; edge += 1) {
      const [a, b] = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!];
      if (relax(edge, a, b) || relax(edge, b, a)) isNew = true;
    }
  }
  let at = must(to.toSorted((a, b) => distance[a]! - distance[b]!)[0], 'opening');
  const way: number[] = [];
  while (last[at] !== NONE) {
    const edge = last[at]!;
    way.push(edge);
    at = graph.edgeFrom[edge] === at ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
  }
  return way;
}
