/** Trays over new lines of cabinets, as over those that stand, and the trays that cross from line to line. */
import { columnsOf, type ColumnShape } from '../columnsInTheWay.ts';
import { southOf, type Line } from './lines.ts';
import type { LineImage } from './lineImage.ts';
import { renamer, rowsFromWest, type RowNames } from './rowNames.ts';
import { lineToPolygonMm, TOUCHING_MM } from '../../geometry/polygons.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Hall, Junction, Plan, Segment } from '../../plan/types.ts';

/** A tray across the rows hangs this much higher than those along them, so that cables change level where the two meet. */
const CROSS_ABOVE_MM = 300;
/** Left free between a tray and the ceiling. */
const UNDER_CEILING_MM = 200;
/** Crossings that are made where there is no pattern for them. */
const MOST_CROSSINGS = 4;

export interface TrayDraft {
  readonly junctions: Junction[];
  readonly segments: Segment[];
}

export interface TrayCopy {
  readonly image: LineImage;
  /** The line before the new one. */
  readonly before: Line;
  /** The new line. */
  readonly made: Line;
  readonly hall: Hall;
  readonly names: RowNames;
  /** Southern edge of the rows that stand: what lies behind it moves with the wall and is no pattern. */
  readonly southMm: number;
}

/** Trays over the source line over the new one, and the trays that cross the line before go on to it. */
export function copyTrays(plan: Plan, draft: TrayDraft, { image, before, made, hall, names, southMm }: TrayCopy): void {
  const { source } = image;
  const standing = sortedById(plan.junctions).filter((one) => one.hall === hall.id);
  const junctions = [...standing.filter(({ yMm }) => yMm <= southMm), ...draft.junctions];
  const segments = [...sortedById(plan.segments), ...draft.segments];
  const over = (line: Line): Map<string, Junction> =>
    new Map(junctions.filter(({ yMm }) => yMm >= line.yMm && yMm <= southOf(line)).map((one) => [one.id, one]));
  const [ofSource, ofBefore] = [over(source), over(before)];
  const renamed = renamer(source, made);
  const crossNamed = renamer(source, before);
  const copies = new Map<string, Junction>();
  for (const junction of ofSource.values()) {
    const copy = { ...junction, id: names.id(renamed(junction.id)), yMm: image.yMm(junction.yMm) };
    copies.set(junction.id, copy);
    draft.junctions.push(copy);
  }
  for (const segment of segments) {
    const [from, to] = [copies.get(segment.from), copies.get(segment.to)];
    if (from === undefined || to === undefined) continue;
    draft.segments.push(copyOf(segment, { from: from.id, to: to.id, renamed, names }));
  }
  const crossed = new Set<string>();
  // What leads on to the wall, or out of the hall, is the pattern only where nothing else crosses.
  const inHall = new Map([...standing, ...draft.junctions].map((junction) => [junction.id, junction]));
  const pattern = new Set(junctions.map(({ id }) => id));
  const leadsOn = ({ from, to }: Segment): boolean => [from, to].some((id) => !pattern.has(id));
  for (const segment of [
    ...segments.filter((one) => !leadsOn(one)),
    ...segments.filter((one) => leadsOn(one) && inHall.has(one.from) && inHall.has(one.to)),
  ]) {
    const [fromIn, toIn] = [ofBefore.get(segment.from), ofBefore.get(segment.to)];
    const meeting = fromIn !== undefined && toIn === undefined ? fromIn : fromIn === undefined && toIn !== undefined ? toIn : null;
    if (meeting === null || crossed.has(`${meeting.id} ${segment.elevationMm}`)) continue;
    const next = [...copies.values()].find((one) => isInLine(one, meeting));
    if (next === undefined) continue;
    crossed.add(`${meeting.id} ${segment.elevationMm}`);
    draft.segments.push(copyOf(segment, { from: meeting.id, to: next.id, renamed: crossNamed, names }));
  }
  if (crossed.size === 0)
    draft.segments.push(
      ...firstCrossings(segments, {
        from: [...ofBefore.values()],
        to: [...copies.values()],
        before,
        hall,
        names,
        columns: columnsOf(plan, hall.id),
      }),
    );
}

interface Crossings {
  readonly from: readonly Junction[];
  readonly to: readonly Junction[];
  readonly before: Line;
  readonly hall: Hall;
  readonly names: RowNames;
  readonly columns: readonly ColumnShape[];
}

/** Where no tray crosses yet: one from each place where the trays along both lines are joined, or from their ends where there is none. */
function firstCrossings(segments: readonly Segment[], { from, to, before, hall, names, columns }: Crossings): Segment[] {
  const pairs = from
    .flatMap((a) =>
      to
        .filter((one) => isInLine(one, a))
        .slice(0, 1)
        .map((b) => ({ a, b })),
    )
    .map((pair) => ({ ...pair, along: segments.filter((one) => one.acceptsDrops && (one.from === pair.a.id || one.to === pair.a.id)) }))
    .filter(({ along }) => along.length > 0)
    .sort((one, other) => one.a.xMm - other.a.xMm);
  // A column between the lines is avoided where trays can cross elsewhere.
  const clear = pairs.filter(({ a, b, along }) => !columns.some(({ shape }) => lineToPolygonMm(a, b, shape) < widestMm(along) / 2));
  const usable = clear.length > 0 ? clear : pairs;
  const joints = usable.filter(({ along }) => along.length > 1);
  return spread(joints.length > 0 ? joints : usable).flatMap(({ a, b, along }, at): Segment[] => {
    const [like] = along;
    if (like === undefined) return [];
    const row = rowsFromWest(before)[0] ?? '';
    return [
      {
        ...like,
        id: names.id(`cross-${String(at + 1).padStart(2, '0')}-${row || hall.id}`),
        name: names.pathway(`Cross ${at + 1}${row === '' ? '' : `-${row}`}`),
        from: a.id,
        to: b.id,
        kind: like.kind === 'basket' ? 'ladder' : like.kind,
        elevationMm: aboveOf(like, hall),
        acceptsDrops: false,
        surveyedLengthMm: null,
      },
    ];
  });
}

function widestMm(segments: readonly Segment[]): number {
  return Math.max(...segments.map(({ widthMm }) => widthMm));
}

function aboveOf({ kind, elevationMm, depthMm }: Segment, { clearHeightMm }: Hall): number {
  const aboveMm = elevationMm + CROSS_ABOVE_MM;
  return kind === 'underfloor' || aboveMm + depthMm + UNDER_CEILING_MM > clearHeightMm ? elevationMm : aboveMm;
}

/** Some of many, evenly from first to last. */
function spread<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MOST_CROSSINGS) return all;
  return Array.from({ length: MOST_CROSSINGS }, (_, at) => all[Math.round((at * (all.length - 1)) / (MOST_CROSSINGS - 1))]!);
}

interface CopyAs {
  readonly from: string;
  readonly to: string;
  readonly renamed: (text: string) => string;
  readonly names: RowNames;
}

function copyOf(segment: Segment, { from, to, renamed, names }: CopyAs): Segment {
  return { ...segment, id: names.id(renamed(segment.id)), name: names.pathway(renamed(segment.name)), from, to, surveyedLengthMm: null };
}

/** Trays from the last line to what moved with the wall, hung from the new last line, so that none runs along over the rows between. */
export function rehung(plan: Plan, fresh: readonly Junction[], before: Line, after: Line, moved: readonly Junction[]): Segment[] {
  const movedIds = new Set(moved.map(({ id }) => id));
  const isOver = ({ yMm }: Junction, line: Line): boolean => yMm >= line.yMm && yMm <= southOf(line);
  const over = fresh.filter((junction) => isOver(junction, after));
  const instead = (id: string): string => {
    const junction = plan.junctions.get(id);
    if (junction === undefined || !isOver(junction, before)) return id;
    return over.find((one) => isInLine(one, junction))?.id ?? id;
  };
  return sortedById(plan.segments).flatMap((segment): Segment[] => {
    if (movedIds.has(segment.from) === movedIds.has(segment.to)) return [];
    const next = movedIds.has(segment.from) ? { ...segment, to: instead(segment.to) } : { ...segment, from: instead(segment.from) };
    return next.from === segment.from && next.to === segment.to ? [] : [next];
  });
}

/** Across the rows; turned halls are exact to the millimetre. */
function isInLine(one: Junction, other: Junction): boolean {
  return Math.abs(one.xMm - other.xMm) <= TOUCHING_MM;
}
