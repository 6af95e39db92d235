/**
 * The way of a cable, found the slow and obvious way: every opening's landing on a pathway is a vertex of its own,
 * and Bellman–Ford relaxes all edges until nothing changes. Written from the definition of a route alone,
 * sharing nothing with the engine but the plan's types and the places of ports on a device type.
 */
import type { CabinetModel, CabinetOpening, Side } from '../../shared/catalog/types.ts';
import type { Cabinet, Device, HandLink, Plan, PortRef, Segment } from '../../shared/plan/types.ts';
import { portsOf } from '../../shared/catalog/ports.ts';

/** Cabinets further apart than this do not bay. */
const WIDEST_BAY_GAP_MM = 10;
const RACK_UNIT_MM = 44.45;

export interface BruteRoute {
  readonly kind: 'same-cabinet' | 'bayed' | 'pathways';
  readonly pathMm: number;
  readonly pathwayMm: number;
  /** Millimetres in each segment or level change; null when several ways are equally short. */
  readonly byEdge: ReadonlyMap<string, number> | null;
}

interface End {
  readonly cabinet: Cabinet;
  readonly model: CabinetModel;
  readonly side: Side;
  /** From the left side of the cabinet as seen facing its front, and above the floor; ports stand at whole millimetres. */
  readonly xMm: number;
  readonly zMm: number;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lengthMm: number;
  /** Segment or level change that it is part of; null for the ways inside cabinets and the drops. */
  readonly part: string | null;
}

interface Landing {
  readonly vertex: string;
  readonly segment: string;
  readonly alongMm: number;
}

/** The shortest way of a link drawn by hand; null when there is none. */
export function bruteForceRoute(plan: Plan, link: HandLink): BruteRoute | null {
  const a = endOf(plan, link.a);
  const b = endOf(plan, link.b);
  if (a.cabinet.id === b.cabinet.id) {
    return { kind: 'same-cabinet', pathMm: withinCabinetMm(a, b), pathwayMm: 0, byEdge: new Map() };
  }
  const through = pathwayRoute(plan, a, b);
  const acrossMm = bayedMm(plan, a, b);
  if (acrossMm !== null && (through === null || acrossMm < through.pathMm)) {
    return { kind: 'bayed', pathMm: acrossMm, pathwayMm: 0, byEdge: new Map() };
  }
  return through;
}

function endOf(plan: Plan, ref: PortRef): End {
  const device = need(plan.devices.get(ref.device));
  const cabinet = need(plan.cabinets.get(device.cabinet));
  const model = need(plan.catalog.cabinetModels.get(cabinet.model));
  const type = need(plan.catalog.deviceTypes.get(device.type));
  const port = need(portsOf(type).find((candidate) => candidate.name === ref.port));
  const side = port.face === device.face ? 'front' : 'rear';
  const fromLeftFacingItMm = (model.widthMm - type.widthMm) / 2 + port.xMm;
  return {
    cabinet,
    model,
    side,
    xMm: side === 'front' ? fromLeftFacingItMm : model.widthMm - fromLeftFacingItMm,
    zMm: Math.round(bottomOf(device, model) + port.yMm),
  };
}

function bottomOf(device: Device, model: CabinetModel): number {
  return model.firstUnitMm + (device.positionU - 1) * RACK_UNIT_MM;
}

function managersOf(model: CabinetModel): readonly [leftMm: number, rightMm: number] {
  return [model.managerInsetMm, model.widthMm - model.managerInsetMm];
}

function crossingMm(model: CabinetModel, a: Side, b: Side): number {
  return a === b ? 0 : model.depthMm - 2 * model.managerSetbackMm;
}

function withinCabinetMm(a: End, b: End): number {
  const ways = managersOf(a.model).map((managerMm) => Math.abs(a.xMm - managerMm) + Math.abs(b.xMm - managerMm));
  return Math.min(...ways) + Math.abs(a.zMm - b.zMm) + crossingMm(a.model, a.side, b.side);
}

/** Through the open sides of neighbours in one row; null where they are not neighbours or closed. */
function bayedMm(plan: Plan, a: End, b: End): number | null {
  const neighbours =
    plan.settings.sidePassThrough &&
    a.cabinet.openSides &&
    b.cabinet.openSides &&
    a.cabinet.hall === b.cabinet.hall &&
    a.cabinet.row !== null &&
    a.cabinet.row === b.cabinet.row &&
    a.cabinet.rotationDeg === b.cabinet.rotationDeg;
  if (!neighbours) return null;
  // In the frame of whoever faces the row, left to right: the left side of each cabinet.
  const leftA = leftSideMm(a);
  const leftB = leftSideMm(b);
  const [left, right, leftAt, rightAt] = leftA < leftB ? [a, b, leftA, leftB] : [b, a, leftB, leftA];
  const gapMm = rightAt - (leftAt + left.model.widthMm);
  if (gapMm < 0 || gapMm > WIDEST_BAY_GAP_MM) return null;
  const acrossLeft = Math.abs(left.xMm - managersOf(left.model)[1]);
  const acrossRight = Math.abs(right.xMm - managersOf(right.model)[0]);
  const sideToSide = left.model.managerInsetMm + gapMm + right.model.managerInsetMm;
  return acrossLeft + acrossRight + Math.abs(a.zMm - b.zMm) + sideToSide + crossingMm(left.model, a.side, b.side);
}

/** Position of a cabinet's left side along its row, growing to the right of whoever faces it. Quarter turns only. */
function leftSideMm({ cabinet, model }: End): number {
  switch (cabinet.rotationDeg) {
    case 0:
      return -(cabinet.xMm + model.widthMm);
    case 90:
      return -(cabinet.yMm + model.widthMm);
    case 180:
      return cabinet.xMm;
    case 270:
      return cabinet.yMm;
    default:
      throw new Error('rows of these tests stand at quarter turns');
  }
}

function pathwayRoute(plan: Plan, a: End, b: End): BruteRoute | null {
  const edges: Edge[] = [];
  const landings: Landing[] = [];
  for (const [name, end] of [
    ['start', a],
    ['finish', b],
  ] as const) {
    for (const [number, opening] of end.model.openings.entries()) leave(plan, end, opening, name, number, edges, landings);
  }
  layPathways(plan, landings, edges);
  const shortest = bellmanFord(edges, 'start', 'finish');
  if (shortest === null) return null;
  const byEdge = new Map<string, number>();
  for (const edge of shortest.edges) {
    if (edge.part !== null && edge.lengthMm > 0) byEdge.set(edge.part, (byEdge.get(edge.part) ?? 0) + edge.lengthMm);
  }
  const unique = shortest.edges.every((edge) => {
    if (edge.lengthMm === 0) return true;
    const without = edges.filter((other) => other !== edge);
    return bellmanFord(without, 'start', 'finish')?.lengthMm !== shortest.lengthMm;
  });
  let pathwayMm = 0;
  for (const lengthMm of byEdge.values()) pathwayMm += lengthMm;
  return { kind: 'pathways', pathMm: shortest.lengthMm, pathwayMm, byEdge: unique ? byEdge : null };
}

/** From the port through one opening onto every pathway that it lies square to, and onto the nearest. */
function leave(plan: Plan, end: End, opening: CabinetOpening, name: string, number: number, edges: Edge[], landings: Landing[]): void {
  const { model } = end;
  const openingHeightMm = opening.edge === 'top' ? model.heightMm : 0;
  const at = openingPlace(end, opening);
  const drops: { readonly segment: Segment; readonly costMm: number; readonly alongMm: number; readonly isSquare: boolean }[] = [];
  for (const segment of [...plan.segments.values()].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    if (!segment.acceptsDrops || (end.cabinet.feed ?? opening.edge) !== opening.edge) continue;
    const from = need(plan.junctions.get(segment.from));
    const to = need(plan.junctions.get(segment.to));
    if (from.hall !== end.cabinet.hall) continue;
    const foot = footShare(at, from, to);
    const share = Math.max(0, Math.min(1, foot));
    const bedMm = Math.round(segment.elevationMm * (1 - share) + upperEndMm(segment) * share);
    if (bedMm < 0 !== (opening.edge === 'bottom')) continue;
    const [dx, dy] = [from.xMm + share * (to.xMm - from.xMm) - at.xMm, from.yMm + share * (to.yMm - from.yMm) - at.yMm];
    const flatMm = Math.round(Math.hypot(dx, dy));
    if (flatMm > plan.settings.dropReachMm) continue;
    const costMm = Math.abs(bedMm - openingHeightMm) + flatMm + (plan.settings.waterfallMm ?? 0);
    drops.push({ segment, costMm, alongMm: Math.round(share * segmentLengthMm(plan, segment)), isSquare: foot >= 0 && foot <= 1 });
  }
  const leastMm = Math.min(...drops.map((drop) => drop.costMm));
  const nearest = drops.find((drop) => drop.costMm === leastMm);
  const insideMm =
    Math.min(...managersOf(model).map((managerMm) => Math.abs(end.xMm - managerMm) + Math.abs(opening.xMm - managerMm))) +
    Math.abs(openingHeightMm - end.zMm) +
    crossingMm(model, end.side, opening.side);
  for (const drop of drops) {
    if (!drop.isSquare && drop !== nearest) continue;
    const vertex = `${name} ${number} ${drop.segment.id}`;
    edges.push({ from: name, to: vertex, lengthMm: insideMm + drop.costMm, part: null });
    landings.push({ vertex, segment: drop.segment.id, alongMm: drop.alongMm });
  }
}

/** Place of an opening in the hall: the footprint's box keeps its north-west corner while the cabinet turns about it. */
function openingPlace({ cabinet, model }: End, opening: CabinetOpening): { readonly xMm: number; readonly yMm: number } {
  const radians = (cabinet.rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const boxWidthMm = Math.abs(model.widthMm * cos) + Math.abs(model.depthMm * sin);
  const boxDepthMm = Math.abs(model.widthMm * sin) + Math.abs(model.depthMm * cos);
  // From the footprint's centre, front to the north: left (seen from the front) is east, the rear is south.
  const eastMm = model.widthMm / 2 - opening.xMm;
  const southMm = opening.yMm - model.depthMm / 2;
  return {
    xMm: cabinet.xMm + boxWidthMm / 2 + eastMm * cos - southMm * sin,
    yMm: cabinet.yMm + boxDepthMm / 2 + eastMm * sin + southMm * cos,
  };
}

interface Place {
  readonly xMm: number;
  readonly yMm: number;
}

function footShare(at: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  return ((at.xMm - from.xMm) * dx + (at.yMm - from.yMm) * dy) / (dx * dx + dy * dy);
}

function segmentLengthMm(plan: Plan, segment: Segment): number {
  if (segment.surveyedLengthMm !== null) return segment.surveyedLengthMm;
  const from = need(plan.junctions.get(segment.from));
  const to = need(plan.junctions.get(segment.to));
  return Math.round(Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm, upperEndMm(segment) - segment.elevationMm));
}

/** Height of the bed where the segment ends. */
function upperEndMm({ elevationMm, toElevationMm }: Segment): number {
  return toElevationMm ?? elevationMm;
}

/** Every segment as a chain over the landings on it, and the level changes at every junction. */
function layPathways(plan: Plan, landings: readonly Landing[], edges: Edge[]): void {
  const levels = new Map<string, Set<number>>();
  const join = (from: string, to: string, lengthMm: number, part: string | null): void => {
    edges.push({ from, to, lengthMm, part }, { from: to, to: from, lengthMm, part });
  };
  for (const segment of plan.segments.values()) {
    levels.set(segment.from, (levels.get(segment.from) ?? new Set()).add(segment.elevationMm));
    levels.set(segment.to, (levels.get(segment.to) ?? new Set()).add(upperEndMm(segment)));
    const lengthMm = segmentLengthMm(plan, segment);
    const stops = [
      { vertex: `${segment.from} ${segment.elevationMm}`, alongMm: 0 },
      ...landings.filter((landing) => landing.segment === segment.id).sort((one, other) => one.alongMm - other.alongMm),
      { vertex: `${segment.to} ${upperEndMm(segment)}`, alongMm: lengthMm },
    ];
    for (const [index, stop] of stops.entries()) {
      const next = stops[index + 1];
      if (next !== undefined) join(stop.vertex, next.vertex, next.alongMm - stop.alongMm, segment.id);
    }
  }
  for (const [junction, present] of levels) {
    const ordered = [...present].sort((one, other) => one - other);
    for (const [index, lower] of ordered.entries()) {
      const upper = ordered[index + 1];
      if (upper !== undefined) join(`${junction} ${lower}`, `${junction} ${upper}`, upper - lower, `${junction}@${lower}-${upper}`);
    }
  }
  // The last stretch runs from a landing into the far cabinet, against the direction in which it was laid.
  for (const edge of edges.filter(({ from }) => from === 'finish')) edges.push({ ...edge, from: edge.to, to: edge.from });
}

function bellmanFord(
  edges: readonly Edge[],
  start: string,
  finish: string,
): { readonly lengthMm: number; readonly edges: readonly Edge[] } | null {
  const distance = new Map<string, number>([[start, 0]]);
  const arrival = new Map<string, Edge>();
  for (let changed = true; changed;) {
    changed = false;
    for (const edge of edges) {
      const lengthMm = (distance.get(edge.from) ?? Infinity) + edge.lengthMm;
      if (lengthMm >= (distance.get(edge.to) ?? Infinity)) continue;
      distance.set(edge.to, lengthMm);
      arrival.set(edge.to, edge);
      changed = true;
    }
  }
  const lengthMm = distance.get(finish);
  if (lengthMm === undefined) return null;
  const way: Edge[] = [];
  for (let at = finish; at !== start;) {
    const edge = need(arrival.get(at));
    way.unshift(edge);
    at = edge.from;
  }
  return { lengthMm, edges: way };
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the plan refers to nothing');
  return value;
}
