/**
 * Cables that an integer program lays one by one: a unit of flow through the graph of the plan, drawn once for each leg between pins,
 * and for cables that are kept apart rows that let one of them alone along each place and by each opening.
 */
import { must } from '../../shared/assert.ts';
import type { expandGraph } from '../../shared/cabling/expandedGraph.ts';
import { openingOf, wayToOpeningMm } from '../../shared/cabling/inCabinet.ts';
import { placePorts, portPlace } from '../../shared/cabling/portTable.ts';
import { pinsFrom } from '../../shared/cabling/rules/ruledRouter.ts';
import { NONE } from '../../shared/cabling/types.ts';
import type { Derived } from '../../shared/engine/engine.ts';

type Graph = ReturnType<typeof expandGraph>;

/** A yes or no of the program: whether a cable takes an arc. */
export interface FlowArc {
  readonly name: string;
  readonly cable: number;
  readonly from: string;
  readonly to: string;
  readonly lengthMm: number;
  /** Edges of the graph that the arc leads along. */
  readonly edges: readonly number[];
  /** Of a drop: the opening, with its cabinet. */
  readonly opening: string | null;
}

/** Cables that columns cannot stand for: those with pins and those that are kept apart. */
export function ruledCables({ cabling }: Derived): ReadonlySet<number> {
  const { rules, cables } = cabling;
  const ruled = new Set<number>();
  for (let cable = 0; rules !== null && cable < cables.count; cable += 1) {
    if (cables.route[cable] !== NONE && rules.courseOf(cable).pins.length > 0) ruled.add(cable);
  }
  for (const { kind, cables: own } of rules?.apart ?? []) if (kind === 'apart') own.forEach((cable) => ruled.add(cable));
  return ruled;
}

export function flowArcs(derived: Derived, graph: Graph, cable: number): FlowArc[] {
  const { survey, cabling } = derived;
  const { network, accesses } = survey;
  const [a, b] = (['a', 'b'] as const).map((end) => dropsOf(derived, graph, cable, end));
  const isRootEndA = must(a?.[0], 'drop').cabinet < must(b?.[0], 'drop').cabinet;
  const [roots, targets] = isRootEndA ? [a, b] : [b, a];
  const pins = pinsFrom(must(cabling.rules, 'rules').courseOf(cable), isRootEndA);
  const isOn = (pin: (typeof pins)[number] | undefined, segment: number): boolean => pin?.kind === 'segment' && pin.edge === segment;
  const arcs: Omit<FlowArc, 'name' | 'cable'>[] = [];
  const piecesOf = piecesOfSegments(derived);
  for (let leg = 0; leg <= pins.length; leg += 1) {
    for (let edge = accesses.length; edge < graph.edgeFrom.length; edge += 1) {
      const [from, to] = [`${leg} ${graph.edgeFrom[edge]}`, `${leg} ${graph.edgeTo[edge]}`];
      const rest = { lengthMm: graph.edgeLengthMm[edge]!, edges: [edge], opening: null };
      arcs.push({ from, to, ...rest }, { from: to, to: from, ...rest });
    }
  }
  for (const [leg, pin] of pins.entries()) {
    if (pin.kind === 'junction') {
      for (const vertex of pin.vertices)
        arcs.push({ from: `${leg} ${vertex}`, to: `${leg + 1} ${vertex}`, lengthMm: 0, edges: [], opening: null });
      continue;
    }
    const [one, other] = [network.edgeFrom[pin.edge]!, network.edgeTo[pin.edge]!];
    const rest = { lengthMm: network.edgeLengthMm[pin.edge]!, edges: piecesOf(pin.edge), opening: null };
    arcs.push({ from: `${leg} ${one}`, to: `${leg + 1} ${other}`, ...rest }, { from: `${leg} ${other}`, to: `${leg + 1} ${one}`, ...rest });
  }
  for (const { node, segment, insideMm, opening } of roots ?? []) {
    arcs.push({ from: 'start', to: `${isOn(pins[0], segment) ? 1 : 0} ${node}`, lengthMm: insideMm, edges: [], opening });
  }
  for (const { node, segment, insideMm, opening } of targets ?? []) {
    const legs = isOn(pins.at(-1), segment) ? [pins.length - 1, pins.length] : [pins.length];
    for (const leg of legs) arcs.push({ from: `${leg} ${node}`, to: 'finish', lengthMm: insideMm, edges: [], opening });
  }
  return arcs.map((arc, at) => ({ ...arc, cable, name: `f${cable}_${at}` }));
}

interface Drop {
  readonly cabinet: number;
  readonly node: number;
  readonly segment: number;
  readonly insideMm: number;
  readonly opening: string;
}

/** From the port to each landing. */
function dropsOf({ survey, cabling }: Derived, graph: Graph, cable: number, end: 'a' | 'b'): Drop[] {
  const { links, cables } = cabling;
  const link = must(cables.longestLink[cable], 'link');
  const [device, port] = end === 'a' ? [links.aDevice[link]!, links.aPort[link]!] : [links.bDevice[link]!, links.bPort[link]!];
  const { cabinet } = must(survey.devices[device], 'device');
  const { model } = must(survey.cabinets[cabinet], 'cabinet');
  const place = portPlace(placePorts(survey), device, port);
  return survey.accesses.flatMap((access, row): Drop[] => {
    if (access.cabinet !== cabinet) return [];
    const withinMm = wayToOpeningMm(model, place.side, place.xMm, place.zMm, openingOf(model, access.side, access.edgeOfCabinet));
    const [node, insideMm] = [graph.openingNode[row]! - 1, withinMm + graph.edgeLengthMm[row]!];
    return [{ cabinet, node, segment: access.segment, insideMm, opening: `${cabinet} ${access.side} ${access.edgeOfCabinet}` }];
  });
}

/** Edges of the graph that make up a segment. */
function piecesOfSegments({ survey }: Derived): (segment: number) => number[] {
  const { network, accesses } = survey;
  const counts = Array.from({ length: network.segmentCount }, (_, row) => accesses.filter(({ segment }) => segment === row).length + 1);
  return (segment) => {
    const first = accesses.length + counts.slice(0, segment).reduce((sum, count) => sum + count, 0);
    return Array.from({ length: must(counts[segment], 'segment') }, (_, piece) => first + piece);
  };
}

/** One unit leaves the start and reaches the finish; what comes to any other place goes on. */
export function conservationRows(arcs: readonly FlowArc[]): string[] {
  const sums = new Map<string, string[]>([
    ['start', []],
    ['finish', []],
  ]);
  const note = (node: string, term: string): void => {
    sums.set(node, [...(sums.get(node) ?? []), term]);
  };
  for (const { from, to, name } of arcs) {
    note(from, `+ ${name}`);
    note(to, `- ${name}`);
  }
  return [...sums].map(([node, terms]) => `${terms.join('\n ')} = ${node === 'start' ? 1 : node === 'finish' ? -1 : 0}`);
}

/** Of each set that is kept apart, one cable alone lies along a place, and one leaves by an opening where there are enough. */
export function apartRows({ cabling }: Derived, graph: Graph, arcsOf: ReadonlyMap<number, readonly FlowArc[]>): string[] {
  return (cabling.rules?.apart ?? []).flatMap((outcome) => {
    if (outcome.kind !== 'apart') return [];
    const sharing = new Map<string, string[]>();
    for (const { name, edges, opening } of outcome.cables.flatMap((cable) => must(arcsOf.get(cable), 'arcs'))) {
      const cabinet = Number(opening?.split(' ')[0] ?? -1);
      const keys = edges.filter((edge) => graph.edgeLengthMm[edge]! > 0).map((edge) => `edge ${edge}`);
      if (opening !== null && outcome.splitCabinets.includes(cabinet)) keys.push(opening);
      for (const key of keys) sharing.set(key, [...(sharing.get(key) ?? []), name]);
    }
    return [...sharing.values()].map((names) => `${names.join(' +\n ')} <= 1`);
  });
}
