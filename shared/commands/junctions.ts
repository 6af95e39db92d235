/** Junctions where pathways meet: merging two into one, and taking one out of a straight run. */
import { changeOf, refuse } from './changeOf.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import { counted } from './wording.ts';
import { findAll } from './find.ts';
import { conduitCount } from '../cabling/pathwayFill.ts';
import { toElevationOf } from '../survey/network.ts';
import { groupsWithout } from '../plan/groups.ts';
import { routeRulesRenamed } from '../plan/ruledPlaces.ts';
import type { Command } from './command.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';

export interface SetJunctions {
  readonly ids: readonly string[];
  readonly set: Partial<Pick<Junction, 'xMm' | 'yMm'>>;
}

/** Sets the same place along an axis for junctions, with the segments that hang on them. */
export const setJunctions: Command<SetJunctions> = (plan, { ids, set }) => {
  const found = findAll(plan, 'junctions', ids);
  if (!found.ok) return found;
  const junctions = found.value.map((junction) => ({ ...junction, ...set }));
  return changeOf(plan, `Move ${counted(junctions.length, 'junction')}`, { put: { junctions } });
};

export interface MergeJunctions {
  /** The junction that goes. */
  readonly id: string;
  /** The one that stays where it is, and takes over all that hung on the other. */
  readonly into: string;
}

/** Joins all that ends at one junction to another, so that routes lead through. A segment between the two goes. */
export const mergeJunctions: Command<MergeJunctions> = (plan, { id, into }) => {
  const found = findAll(plan, 'junctions', [id, into]);
  if (!found.ok) return found;
  const [gone, kept] = found.value;
  if (gone === undefined || kept === undefined) return refuse('a junction cannot be merged with itself', 'drop it on another one');
  if (gone.hall !== kept.hall) return refuse('these junctions are in different halls', 'merge junctions of one hall');
  const led = segmentsAt(plan, id).map((segment) => ({
    ...segment,
    from: segment.from === id ? into : segment.from,
    to: segment.to === id ? into : segment.to,
  }));
  const removed = new Set(led.filter(({ from, to }) => from === to).map((segment) => segment.id));
  const segments = led.filter((segment) => !removed.has(segment.id));
  const others = segmentsAt(plan, into).filter((segment) => !led.some((one) => one.id === segment.id));
  const along = segments.find((segment, i) => [...others, ...segments.slice(0, i)].some((other) => isAlong(segment, other)));
  if (along !== undefined) return refuse(`${along.name} would lie along another tray`, 'delete one of the two first');
  const surveyed = segments.find(({ surveyedLengthMm }) => surveyedLengthMm !== null);
  const isMoved = gone.xMm !== kept.xMm || gone.yMm !== kept.yMm;
  if (surveyed !== undefined && isMoved)
    return refuse(`${surveyed.name} has a surveyed length, which would no longer be true`, 'clear its surveyed length first');
  const left = groupsWithout(plan, (member) => member.kind === 'segment' && removed.has(member.id));
  return changeOf(plan, 'Merge two junctions', {
    put: { segments, groups: left.put, routeRules: routeRulesRenamed(plan, new Map([[id, into]])) },
    remove: { junctions: [id], segments: [...removed], groups: left.emptied },
  });
};

export interface StraightenJunctions {
  readonly ids: readonly string[];
}

/** Takes junctions of two like segments out: one straight segment in place of each two. */
export const straightenJunctions: Command<StraightenJunctions> = (plan, { ids }) => {
  const found = findAll(plan, 'junctions', ids);
  if (!found.ok) return found;
  const segments = new Map(plan.segments);
  const removed = new Set<string>();
  const joinedInto = new Map<string, string>();
  for (const { id } of found.value) {
    const [first, second, ...more] = [...segments.values()]
      .filter(({ from, to }) => from === id || to === id)
      .sort((a, b) => compareIds(a.id, b.id));
    if (first === undefined || second === undefined || more.length > 0)
      return refuse('a junction between two segments alone can be taken out', 'choose one where two segments meet');
    const difference = differenceOf(first, second);
    if (difference !== null)
      return refuse(`${first.name} and ${second.name} differ in ${difference}`, `give both the same ${difference} first`);
    const [start, end] = [otherEnd(first, id), otherEnd(second, id)];
    if (start === end) return refuse(`${first.name} and ${second.name} lead to the same place`, 'delete one of the two');
    const joined = { ...first, from: start, to: end, surveyedLengthMm: sumOf(first.surveyedLengthMm, second.surveyedLengthMm) };
    if ([...segments.values()].some((other) => other.id !== first.id && other.id !== second.id && isAlong(joined, other)))
      return refuse('a tray runs there already', 'delete one of the two first');
    segments.delete(second.id);
    segments.set(first.id, joined);
    removed.add(second.id);
    joinedInto.set(second.id, first.id);
  }
  const left = groupsWithout(plan, (member) => member.kind === 'segment' && removed.has(member.id));
  const changed = [...segments.values()].filter((segment) => segment !== plan.segments.get(segment.id));
  return changeOf(plan, `Straighten ${counted(found.value.length, 'junction')}`, {
    put: { segments: changed, groups: left.put, routeRules: routeRulesRenamed(plan, joinedInto) },
    remove: { junctions: found.value.map(({ id }) => id), segments: [...removed], groups: left.emptied },
  });
};

/** Segments that end at a junction, by id. */
export function segmentsAt({ segments }: Pick<Plan, 'segments'>, junction: string): Segment[] {
  return sortedById(segments).filter(({ from, to }) => from === junction || to === junction);
}

function otherEnd({ from, to }: Segment, junction: string): string {
  return from === junction ? to : from;
}

/** True when two segments lead between the same places at the same heights. */
export function isAlong(a: Segment, b: Segment): boolean {
  return (
    a.elevationMm === b.elevationMm &&
    toElevationOf(a) === toElevationOf(b) &&
    ((a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from))
  );
}

/** What keeps two segments from being one; null: nothing. */
function differenceOf(a: Segment, b: Segment): string | null {
  if (a.kind !== b.kind) return 'kind';
  if (a.widthMm !== b.widthMm) return 'width';
  if (a.depthMm !== b.depthMm) return 'depth';
  const heights = new Set([a.elevationMm, toElevationOf(a), b.elevationMm, toElevationOf(b)]);
  if (heights.size > 1) return 'elevation';
  if (conduitCount(a) !== conduitCount(b)) return 'number of conduits';
  if (a.massLimitGPerM !== b.massLimitGPerM) return 'mass limit';
  if ([...(a.carries ?? [])].sort().join() !== [...(b.carries ?? [])].sort().join()) return 'what they carry';
  if ((a.surveyedLengthMm === null) !== (b.surveyedLengthMm === null)) return 'survey';
  return a.acceptsDrops === b.acceptsDrops ? null : 'taking drops';
}

function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
