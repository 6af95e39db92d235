/** Laying and changing pathways. */
import { changeOf, refuse } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { groupsWithParts } from '../plan/groups.ts';
import { routeRulesWithParts } from '../plan/ruledPlaces.ts';
import { toElevationOf } from '../survey/network.ts';
import type { Command } from './command.ts';
import type { Junction, Segment } from '../plan/types.ts';

/** A segment cut in two at a new junction: the part before it keeps the id, the part after it takes `newId`. */
export interface Split {
  readonly segment: string;
  readonly junction: string;
  readonly newId: string;
}

export interface AddRun {
  /** New junctions; a run may also end at known ones. */
  readonly junctions: readonly Junction[];
  readonly segments: readonly Segment[];
  /** Segments that the run meets between their ends. */
  readonly splits: readonly Split[];
}

/** Lays a run of segments, joining those that it meets on the way. */
export const addRun: Command<AddRun> = (plan, { junctions, segments, splits }) => {
  const newIds = [...segments.map(({ id }) => id), ...splits.map(({ newId }) => newId)];
  const taken =
    findTaken(
      plan,
      'junctions',
      junctions.map(({ id }) => id),
    ) ?? findTaken(plan, 'segments', newIds);
  if (taken !== null) return fail(taken);
  if (segments.some(({ from, to }) => from === to)) return refuse('a segment would end where it begins', 'draw it to another place');
  const parts = new Map<string, Segment>();
  for (const { segment: id, junction, newId } of splits) {
    // A segment may be met twice: the later cut goes through a part that an earlier one left.
    const whole = parts.get(id) ?? plan.segments.get(id);
    if (whole === undefined) return refuse(`there is no segment "${id}" to join`, 'draw the run again');
    if (whole.surveyedLengthMm !== null) {
      return refuse(`${whole.name} has a surveyed length, which cannot be shared out`, 'clear its surveyed length first');
    }
    if (toElevationOf(whole) !== whole.elevationMm) {
      return refuse(`${whole.name} changes level, and is joined at its ends alone`, 'lead the run to one of its ends');
    }
    parts.set(id, { ...whole, to: junction });
    parts.set(newId, { ...whole, id: newId, from: junction });
  }
  const label =
    segments.length === 1 ? `Lay ${namedOrCounted(segments, 'pathway')}` : `Lay a run of ${counted(segments.length, 'pathway')}`;
  const cut = splits.map(({ segment: whole, newId: part }) => ({ whole, part }));
  const [groups, routeRules] = [groupsWithParts(plan, cut), routeRulesWithParts(plan, cut)];
  return changeOf(plan, label, { put: { junctions, segments: [...segments, ...parts.values()], groups, routeRules } });
};

export interface SetSegments {
  readonly ids: readonly string[];
  readonly set: Partial<Omit<Segment, 'id' | 'from' | 'to'>>;
  /** Added to each one's own size. */
  readonly add?: Partial<Pick<Segment, 'widthMm' | 'depthMm' | 'elevationMm'>>;
}

/** Sets the same values on segments, or adds the same to each. */
export const setSegments: Command<SetSegments> = (plan, { ids, set, add = {} }) => {
  const found = findAll(plan, 'segments', ids);
  if (!found.ok) return found;
  const what = namedOrCounted(found.value, 'pathway');
  const label = set.name !== undefined ? `Rename ${what} to ${set.name}` : `Change ${what}`;
  const segments = found.value.map((segment) =>
    withoutIdleFields({
      ...segment,
      ...set,
      ...(add.widthMm === undefined ? {} : { widthMm: segment.widthMm + add.widthMm }),
      ...(add.depthMm === undefined ? {} : { depthMm: segment.depthMm + add.depthMm }),
      ...(add.elevationMm === undefined ? {} : { elevationMm: segment.elevationMm + add.elevationMm }),
      ...(add.elevationMm === undefined || segment.toElevationMm === undefined
        ? {}
        : { toElevationMm: segment.toElevationMm + add.elevationMm }),
    }),
  );
  return changeOf(plan, label, { put: { segments } });
};

const SERVICE_CLASSES = ['fiber', 'copper', 'power'] as const;

/** A level pathway names one height, a single conduit no number, and what carries anything nothing, so that what is the same is written the same. */
function withoutIdleFields({ toElevationMm, conduits, carries, ...segment }: Segment): Segment {
  const carried = SERVICE_CLASSES.filter((one) => carries?.includes(one));
  return {
    ...segment,
    ...(carried.length === 0 || carried.length === SERVICE_CLASSES.length ? {} : { carries: carried }),
    ...(toElevationMm === undefined || toElevationMm === segment.elevationMm ? {} : { toElevationMm }),
    ...(conduits === undefined || conduits === 1 || segment.kind !== 'conduit' ? {} : { conduits }),
  };
}
