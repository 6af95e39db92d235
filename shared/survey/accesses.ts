/**
 * How cabinets reach the pathways: each opening drops to the segments that it lies beside, and to the nearest one.
 */
import { must } from '../assert.ts';
import type { CabinetOpening } from '../catalog/types.ts';
import { buildBoxIndex, growBox, type BoxIndex } from '../geometry/boxIndex.ts';
import { footprintPoint } from '../geometry/footprint.ts';
import { boxAround, type Point } from '../geometry/shapes.ts';
import type { Plan, Settings } from '../plan/types.ts';
import type { Access, Network, Survey, SurveyedCabinet } from './types.ts';

interface DropSegment {
  readonly row: number;
  readonly from: Point;
  readonly to: Point;
  /** Height of its bed at both ends. */
  readonly elevationMm: number;
  readonly toElevationMm: number;
}

/** Between an opening and a pathway's centreline: drop, waterfall, offset. */
export function outsideMm({ dropMm, waterfallMm, offsetMm }: Pick<Access, 'dropMm' | 'waterfallMm' | 'offsetMm'>): number {
  return dropMm + waterfallMm + offsetMm;
}

export interface HallSegments {
  readonly segments: readonly DropSegment[];
  readonly index: BoxIndex;
}

/**
 * Accesses of all cabinets, by cabinet, side (front first), edge (top first), segment id. An opening may drop to every segment
 * of its hall that accepts drops, within `settings.dropReachMm` measured flat, square to the segment's run; and to the one with
 * the least drop + offset (ties by id) even past its end. Which of them a cable takes is for the router: a stub that leads
 * nowhere takes no cable. Top openings reach segments above the floor, bottom openings those under it.
 * Where the cabinet names the edge that it is fed by, the openings of the other are left out.
 * Accesses of cabinets that are the same objects as in an earlier survey over the same network are taken over.
 */
export function surveyAccesses(
  plan: Pick<Plan, 'settings'>,
  byHall: ReadonlyMap<string, HallSegments>,
  network: Network,
  cabinets: readonly SurveyedCabinet[],
  previous: Pick<Survey, 'cabinets' | 'accesses' | 'firstAccess'> | undefined,
): { accesses: Access[]; firstAccess: Int32Array } {
  const accesses: Access[] = [];
  const firstAccess = new Int32Array(cabinets.length + 1);
  cabinets.forEach((surveyed, cabinet) => {
    const hall = byHall.get(surveyed.cabinet.hall);
    if (previous !== undefined && previous.cabinets[cabinet] === surveyed) {
      for (let row = previous.firstAccess[cabinet]!; row < previous.firstAccess[cabinet + 1]!; row += 1) {
        accesses.push(must(previous.accesses[row], 'access'));
      }
    } else if (hall !== undefined) {
      for (const opening of sortedOpenings(surveyed)) {
        accesses.push(...accessesOf(plan.settings, network, hall, surveyed, cabinet, opening));
      }
    }
    firstAccess[cabinet + 1] = accesses.length;
  });
  return { accesses, firstAccess };
}

/** Place of an opening in hall coordinates. */
export function openingPoint({ corners, model }: SurveyedCabinet, opening: CabinetOpening): Point {
  return footprintPoint(corners, model.widthMm, model.depthMm, opening.xMm, opening.yMm);
}

function sortedOpenings(surveyed: SurveyedCabinet): CabinetOpening[] {
  const order = (opening: CabinetOpening): number => (opening.side === 'front' ? 0 : 2) + (opening.edge === 'top' ? 0 : 1);
  const { feed } = surveyed.cabinet;
  const usable = feed === undefined ? [...surveyed.model.openings] : surveyed.model.openings.filter(({ edge }) => edge === feed);
  return usable.sort((a, b) => order(a) - order(b));
}

const hallSegmentsOfNetwork = new WeakMap<Network, ReadonlyMap<string, HallSegments>>();

/** The segments that accept drops, by hall, found by area. Kept for as long as the network stays the same. */
export function dropSegmentsByHall(plan: Pick<Plan, 'junctions'>, network: Network): ReadonlyMap<string, HallSegments> {
  const kept = hallSegmentsOfNetwork.get(network);
  if (kept !== undefined) return kept;
  const byHall = new Map<string, DropSegment[]>();
  network.segments.forEach((segment, row) => {
    const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
    const to = must(plan.junctions.get(segment.to), `junction ${segment.to}`);
    if (!segment.acceptsDrops || from.hall !== to.hall) return;
    const list = byHall.get(from.hall) ?? [];
    list.push({ row, from, to, elevationMm: segment.elevationMm, toElevationMm: segment.toElevationMm ?? segment.elevationMm });
    byHall.set(from.hall, list);
  });
  const indexed = new Map(
    [...byHall].map(([hall, segments]) => [
      hall,
      { segments, index: buildBoxIndex(segments.map(({ from, to }) => boxAround([from, to]))) },
    ]),
  );
  hallSegmentsOfNetwork.set(network, indexed);
  return indexed;
}

/** One way down from an opening, and whether it lands beside the segment's run rather than at its very end. */
interface Drop {
  readonly access: Access;
  readonly isBeside: boolean;
}

function accessesOf(
  { dropReachMm: reachMm, waterfallMm = 0 }: Settings,
  network: Network,
  hall: HallSegments,
  surveyed: SurveyedCabinet,
  cabinet: number,
  opening: CabinetOpening,
): Access[] {
  const drops: Drop[] = [];
  const at = openingPoint(surveyed, opening);
  const openingHeightMm = opening.edge === 'top' ? surveyed.model.heightMm : 0;
  let nearest: Drop | null = null;
  for (const position of hall.index.search(growBox(boxAround([at]), reachMm))) {
    const segment = must(hall.segments[position], 'segment');
    const { t, landing, isBeside } = nearestOnSegment(at, segment.from, segment.to);
    const elevationMm = segment.elevationMm + Math.round(t * (segment.toElevationMm - segment.elevationMm));
    if (elevationMm < 0 !== (opening.edge === 'bottom')) continue;
    const offsetMm = Math.round(Math.hypot(landing.xMm - at.xMm, landing.yMm - at.yMm));
    if (offsetMm > reachMm) continue;
    const dropMm = Math.abs(elevationMm - openingHeightMm);
    const alongMm = Math.round(t * network.edgeLengthMm[segment.row]!);
    const { side, edge: edgeOfCabinet } = opening;
    const access: Access = {
      cabinet,
      side,
      edgeOfCabinet,
      segment: segment.row,
      alongMm,
      dropMm,
      offsetMm,
      waterfallMm,
      opening: at,
      landing,
    };
    const drop = { access, isBeside };
    drops.push(drop);
    if (nearest === null || dropMm + offsetMm < nearest.access.dropMm + nearest.access.offsetMm) nearest = drop;
  }
  return drops.filter((drop) => drop.isBeside || drop === nearest).map(({ access }) => access);
}

/** Nearest point of a straight segment to a point; t is its place from 0 (`from`) to 1 (`to`). Beside it: no end was nearest. */
export function nearestOnSegment(at: Point, from: Point, to: Point): { t: number; landing: Point; isBeside: boolean } {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  const squared = dx * dx + dy * dy;
  const foot = squared === 0 ? -1 : ((at.xMm - from.xMm) * dx + (at.yMm - from.yMm) * dy) / squared;
  const t = Math.min(1, Math.max(0, foot));
  return { t, landing: { xMm: from.xMm + t * dx, yMm: from.yMm + t * dy }, isBeside: foot === t };
}
