/** What rules make of one cable, and which of them name one pathway. */
import { must } from '../assert.ts';
import { madeRoomMm } from '../cabling/cableAll.ts';
import type { Ban } from '../cabling/diversity/cableSearch.ts';
import type { ApartOutcome } from '../cabling/diversity/keepApart.ts';
import { keepClearZones, shutByZones } from '../cabling/rules/shut.ts';
import { NONE } from '../cabling/types.ts';
import { segmentEnds } from '../checks/segmentPlace.ts';
import { lineToPolygonMm, TOUCHING_MM } from '../geometry/polygons.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { ServiceClass } from '../plan/types.ts';
import type { RouteRule, Waypoint } from '../plan/routeRules.ts';
import type { Derived } from './engine.ts';

export interface RuleName {
  readonly id: string;
  readonly name: string;
}

/** A group that keeps the cable apart from others. */
export interface ApartExplanation {
  readonly group: RuleName;
  readonly kind: ApartOutcome['kind'];
  /** Names of the other cables of the set. */
  readonly others: readonly string[];
  /** By how much the ways of the set, as they lie now, may be longer than the shortest; 0: they are the shortest, proven. */
  readonly gapMm: number;
  /** How much of it they took up to leave full pathways, openings and managers to others; less than 0: what they gained. */
  readonly madeRoomMm: number;
  /** Names of what all of them need. */
  readonly places: readonly string[];
}

export interface RouteExplanation {
  readonly pinnedBy: RuleName | null;
  /** Names of the pinned places, from end A. */
  readonly pins: readonly string[];
  readonly forbiddenBy: readonly RuleName[];
  /** Rules whose pins give way to those of a narrower one. */
  readonly outranked: readonly RuleName[];
  /** Rules leave it no way. */
  readonly isRuledOut: boolean;
  /** Its path if there were no rules; null: there is none either. */
  readonly freePathMm: number | null;
  readonly apart: readonly ApartExplanation[];
}

export interface SegmentRules {
  /** Null: anything. */
  readonly carries: readonly ServiceClass[] | null;
  readonly pinnedBy: readonly RuleName[];
  readonly forbiddenBy: readonly RuleName[];
  /** Names of the keep-clear zones that it runs through. */
  readonly zones: readonly string[];
}

/** Null where no rule says anything of the cable, and it goes the way that it would go without any. */
export function explainRoute(derived: Derived, cable: number): RouteExplanation | null {
  const { cabling, plan } = derived;
  const { rules } = cabling;
  if (rules === null) return null;
  const { pinnedBy, forbiddenBy, outranked } = rules.courseOf(cable);
  const apart = rules.apart
    .filter(({ set, cables }) => cables.includes(cable) || set.strands.some((strand) => strand.includes(cable)))
    .map((outcome) => explainApart(derived, outcome, cable));
  const freeMm = rules.free.cables.pathMm[cable]!;
  const ruledMm = cabling.cables.pathMm[cable]! - (madeRoomMm(cabling, cable) ?? 0);
  const isRuledOut = rules.ruledOut.has(cable);
  const isNamed = pinnedBy !== null || forbiddenBy.length > 0 || apart.length > 0;
  if (!isNamed && !isRuledOut && freeMm === ruledMm) return null;
  const placeName = ({ kind, id }: Waypoint): string => (kind === 'segment' ? (plan.segments.get(id)?.name ?? id) : `junction ${id}`);
  return {
    pinnedBy: pinnedBy === null ? null : nameOf(pinnedBy),
    pins: pinnedBy?.via.map(placeName) ?? [],
    forbiddenBy: forbiddenBy.map(nameOf),
    outranked: outranked.map(nameOf),
    isRuledOut,
    freePathMm: freeMm === NONE ? null : freeMm,
    apart,
  };
}

function explainApart({ cabling, survey }: Derived, outcome: ApartOutcome, cable: number): ApartExplanation {
  const { network } = survey;
  const placeName = (place: Ban): string =>
    place.kind === 'opening'
      ? `the ${place.opening} opening of ${must(survey.cabinets[place.cabinet], 'cabinet').cabinet.name}`
      : (network.segments[place.edge]?.name ?? must(network.edgeIds[place.edge], 'edge'));
  return {
    group: nameOf(outcome.set.group),
    kind: outcome.kind,
    others: outcome.cables.filter((other) => other !== cable).map((other) => cabling.cableName(other)),
    gapMm: outcome.kind === 'apart' ? Math.max(0, laidMm(cabling, outcome.cables) - outcome.leastMm) : 0,
    madeRoomMm: outcome.kind === 'apart' ? laidMm(cabling, outcome.cables) - outcome.leastMm - outcome.gapMm : 0,
    places: outcome.kind === 'together' ? [...new Set(outcome.places.map(placeName))] : [],
  };
}

function laidMm({ cables }: Derived['cabling'], rows: readonly number[]): number {
  return rows.reduce((sum, cable) => sum + Math.max(0, cables.pathMm[cable]!), 0);
}

/** What names a pathway, by its row in the network. */
export function explainSegmentRules({ plan, survey }: Derived, row: number): SegmentRules {
  const segment = must(survey.network.segments[row], 'segment');
  const rules = sortedById(plan.routeRules);
  const ends = segmentEnds(plan, segment);
  const isInside = shutByZones(plan, survey.network).parts.has(row);
  const zones = keepClearZones(plan).filter(({ hall, outline }) => {
    if (!isInside || ends === null || ends.hall !== hall) return false;
    const polygon = outline.map(([xMm, yMm]) => ({ xMm, yMm }));
    return lineToPolygonMm(ends.from, ends.to, polygon) < segment.widthMm / 2 - TOUCHING_MM;
  });
  return {
    carries: segment.carries ?? null,
    pinnedBy: rules.filter(({ via }) => via.some(({ kind, id }) => kind === 'segment' && id === segment.id)).map(nameOf),
    forbiddenBy: rules.filter(({ avoid }) => avoid.includes(segment.id)).map(nameOf),
    zones: zones.map(({ name }) => name),
  };
}

function nameOf({ id, name }: Pick<RouteRule, 'id' | 'name'>): RuleName {
  return { id, name };
}
