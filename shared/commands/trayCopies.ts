/** Copies of trays where they are most often wanted: above or below the ones that hang, and beside them. */
import { must } from '../assert.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { offsetPath } from '../geometry/offsetPath.ts';
import type { Point } from '../geometry/shapes.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll, findTaken } from './find.ts';
import { isAlong } from './junctions.ts';
import { freeTrayNames } from './trayNames.ts';
import { trayPaths } from './trayPaths.ts';
import { counted } from './wording.ts';

interface CopyIds {
  /** As many as there are segments, and as there are junctions at their ends. */
  readonly segmentIds: readonly string[];
  readonly junctionIds: readonly string[];
}

export interface CloneTrays extends CopyIds {
  readonly ids: readonly string[];
  /** Up, or down where it is negative. */
  readonly byMm: number;
  /** `joined`: on the same junctions, where cables can change level; `apart`: on junctions of their own. */
  readonly at: 'joined' | 'apart';
}

/** Hangs the same trays at another level. */
export const cloneTrays: Command<CloneTrays> = (plan, { ids, byMm, at, segmentIds, junctionIds }) => {
  const found = findAll(plan, 'segments', ids);
  if (!found.ok) return found;
  if (byMm === 0) return refuse('the copies would hang where the trays are', 'give a distance other than 0');
  const copies = copiesOf(plan, found.value, { segmentIds, junctionIds: at === 'joined' ? [] : junctionIds }, (point) => point);
  if (!copies.ok) return copies;
  const { junctions, segments } = copies.value;
  const raised = segments.map((segment) => ({
    ...segment,
    elevationMm: segment.elevationMm + byMm,
    ...(segment.toElevationMm === undefined ? {} : { toElevationMm: segment.toElevationMm + byMm }),
  }));
  const taken = raised.find((copy) => [...plan.segments.values()].some((other) => isAlong(copy, other)));
  if (taken !== undefined) return refuse('a tray hangs there already', 'choose another level, or select the others alone');
  return copyChange(plan, `Copy ${counted(raised.length, 'tray')} to another level`, found.value, junctions, raised);
};

export interface OffsetTrays extends CopyIds {
  readonly ids: readonly string[];
  /** South or east of trays that run along the axes: to the right, looking from the western end, or from the southern where there is none. */
  readonly byMm: number;
}

/** Hangs the same trays beside: runs keep their corners, each at the same distance. Copies join each other only. */
export const offsetTrays: Command<OffsetTrays> = (plan, { ids, byMm, segmentIds, junctionIds }) => {
  const found = findAll(plan, 'segments', ids);
  if (!found.ok) return found;
  if (byMm === 0) return refuse('the copies would hang where the trays are', 'give a distance other than 0');
  const paths = trayPaths(found.value, plan.junctions);
  if (!paths.ok) return paths;
  const placeOf = new Map<string, Point>();
  for (const { junctions, isClosed } of paths.value) {
    const points = junctions.map((id) => must(plan.junctions.get(id), 'junction'));
    const moved = offsetPath(points, byMm, isClosed);
    if (moved === null) return refuse('a run that turns back on itself has no path beside it', 'select the straight parts alone');
    junctions.forEach((id, place) => placeOf.set(id, must(moved[place], 'point')));
  }
  const copies = copiesOf(plan, found.value, { segmentIds, junctionIds }, (point, id) => placeOf.get(id) ?? point);
  if (!copies.ok) return copies;
  const { junctions, segments } = copies.value;
  return copyChange(plan, `Copy ${counted(segments.length, 'tray')} beside`, found.value, junctions, segments);
};

/** How many ids a copy of trays takes. */
export function idsForTrayCopies(plan: Plan, ids: readonly string[]): { readonly segments: number; readonly junctions: number } {
  const segments = [...new Set(ids)].flatMap((id) => plan.segments.get(id) ?? []);
  return { segments: segments.length, junctions: endsOf(segments).length };
}

interface Copies {
  readonly junctions: readonly Junction[];
  readonly segments: readonly Segment[];
}

/** Copies on new junctions at the places given; on the same junctions where no ids for new ones are given. */
function copiesOf(
  plan: Plan,
  sources: readonly Segment[],
  { segmentIds, junctionIds }: CopyIds,
  placeOf: (point: Point, id: string) => Point,
): Result<Copies, UserError> {
  const ends = endsOf(sources);
  if (segmentIds.length < sources.length || (junctionIds.length > 0 && junctionIds.length < ends.length)) {
    return refuse('the copies have too few ids', 'give them as many as they ask for');
  }
  const taken = findTaken(plan, 'segments', segmentIds) ?? findTaken(plan, 'junctions', junctionIds);
  if (taken !== null) return fail(taken);
  const copyOfEnd = new Map(ends.map((id, place) => [id, junctionIds[place] ?? id]));
  const junctions =
    junctionIds.length === 0
      ? []
      : ends.map((id): Junction => {
          const source = must(plan.junctions.get(id), 'junction');
          const { xMm, yMm } = placeOf(source, id);
          return { ...source, id: must(copyOfEnd.get(id), 'copy'), xMm, yMm };
        });
  const names = freeTrayNames(plan, sources.length);
  const segments = sources.map((source, place): Segment => ({
    ...source,
    id: must(segmentIds[place], 'id'),
    name: must(names[place], 'name'),
    from: must(copyOfEnd.get(source.from), 'end'),
    to: must(copyOfEnd.get(source.to), 'end'),
    // What was surveyed is the length of the other one.
    surveyedLengthMm: null,
  }));
  return ok({ junctions, segments });
}

function copyChange(
  plan: Plan,
  label: string,
  sources: readonly Segment[],
  junctions: readonly Junction[],
  segments: readonly Segment[],
): ReturnType<typeof changeOf> {
  const parts = sources.map(({ id }, place) => ({ whole: id, part: must(segments[place], 'copy').id }));
  return changeOf(plan, label, { put: { junctions, segments, routeRules: routeRulesWithParts(plan, parts) } });
}

function endsOf(segments: readonly Segment[]): string[] {
  return [...new Set(segments.flatMap(({ from, to }) => [from, to]))];
}
