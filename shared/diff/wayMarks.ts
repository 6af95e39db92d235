/**
 * Where cables that differ between two plans run: lines in hall coordinates, of links, trunks and looms that are added, removed, changed
 * or run elsewhere, and of the segments which cables left or came to that are no difference themselves.
 */
import { NONE } from '../cabling/types.ts';
import type { Derived } from '../engine/engine.ts';
import { boxAround, type Box, type Point } from '../geometry/shapes.ts';
import { loomsOf } from '../looms/looms.ts';
import type { ChangeKind, PlanChange } from './planDiff.ts';
import { isSameWay, reroutes, segmentsByRoute, segmentsOf } from './reroutes.ts';

export interface WayMark {
  /** Differences that it stands for; none: cables that run elsewhere because of others. */
  readonly keys: readonly string[];
  /** `moved`: it runs through other segments. */
  readonly kind: ChangeKind;
  readonly hall: string;
  readonly was: readonly Line[];
  readonly is: readonly Line[];
  readonly box: Box;
}

type Line = readonly Point[];

/** In the order of the differences, then segments in the order of the network. */
export function wayMarks(old: Derived, next: Derived, changes: readonly PlanChange[]): WayMark[] {
  const [segmentsBefore, segmentsAfter] = [segmentsByRoute(old), segmentsByRoute(next)];
  const own = changes.flatMap((change): WayMark[] => {
    const [before, after] = [rowsOf(old, change), rowsOf(next, change)];
    const isSame =
      before.length === after.length &&
      before.every((row, at) =>
        isSameWay(segmentsOf(old.cabling, row, segmentsBefore), segmentsOf(next.cabling, after[at]!, segmentsAfter)),
      );
    const kind = change.kind !== 'changed' ? change.kind : isSame ? 'changed' : 'moved';
    return marksBetween([change.key], kind, linesOf(old, before), linesOf(next, after));
  });
  return [...own, ...segmentMarks(old, next)];
}

/** Rows of the cables that a difference is about. */
function rowsOf(derived: Derived, { part, id }: PlanChange): readonly number[] {
  if (part === 'links' || part === 'trunks' || part === 'overrides') {
    const row = derived.cabling.findCable(id);
    return row === null ? [] : [row];
  }
  if (part !== 'looms' || !derived.plan.looms.has(id)) return [];
  // What is cut where it gets too thick is several, numbered.
  return loomsOf(derived).flatMap((loom) => (loom.id === id || loom.id.replace(/\.\d+$/u, '') === id ? loom.members : []));
}

type LinesByHall = ReadonlyMap<string, readonly Line[]>;

function marksBetween(keys: readonly string[], kind: ChangeKind, was: LinesByHall, is: LinesByHall): WayMark[] {
  return [...new Set([...was.keys(), ...is.keys()])].map((hall) => {
    const [before, after] = [was.get(hall) ?? [], is.get(hall) ?? []];
    return { keys, kind, hall, was: before, is: after, box: boxAround([...before, ...after].flat()) };
  });
}

/** Cables of one route are one line; a way through several halls is a line or more in each. */
function linesOf(derived: Derived, rows: readonly number[]): LinesByHall {
  const byHall = new Map<string, Line[]>();
  const seen = new Set<number>();
  for (const row of rows) {
    const route = derived.cabling.cables.route[row]!;
    if (route !== NONE && seen.has(route)) continue;
    seen.add(route);
    for (const { hall, line } of route === NONE ? straightLines(derived, row) : routeLines(derived, route)) {
      const lines = byHall.get(hall);
      if (lines === undefined) byHall.set(hall, [line]);
      else lines.push(line);
    }
  }
  return byHall;
}

interface HallLine {
  readonly hall: string;
  readonly line: Line;
}

function routeLines({ plan, survey, cabling }: Derived, route: number): HallLine[] {
  const { accessA, accessB, steps } = cabling.routes[route]!;
  const { segmentCount, segments } = survey.network;
  const [a, b] = [survey.accesses[accessA]!, survey.accesses[accessB]!];
  const lines: { hall: string; line: Point[] }[] = [{ hall: survey.cabinets[a.cabinet]!.cabinet.hall, line: [a.opening, a.landing] }];
  const go = (hall: string, points: readonly Point[]): void => {
    const last = lines.at(-1)!;
    if (last.hall === hall) last.line.push(...points);
    else lines.push({ hall, line: [...points] });
  };
  for (const { edge, fromMm, toMm } of steps) {
    const segment = edge < segmentCount ? segments[edge] : undefined;
    const [from, to] = [plan.junctions.get(segment?.from ?? ''), plan.junctions.get(segment?.to ?? '')];
    if (from === undefined || to === undefined) continue;
    const lengthMm = survey.network.edgeLengthMm[edge]!;
    const at = (alongMm: number): Point => {
      const share = lengthMm === 0 ? 0 : alongMm / lengthMm;
      return { xMm: from.xMm + (to.xMm - from.xMm) * share, yMm: from.yMm + (to.yMm - from.yMm) * share };
    };
    go(from.hall, [at(fromMm), at(toMm)]);
  }
  go(survey.cabinets[b.cabinet]!.cabinet.hall, [b.landing, b.opening]);
  return lines;
}

/** From cabinet to cabinet where no pathway leads; within one, across it. */
function straightLines({ survey, cabling }: Derived, cable: number): HallLine[] {
  const link = cabling.cables.firstLink[cable]!;
  const [a, b] = [cabling.links.aDevice[link]!, cabling.links.bDevice[link]!].map(
    (device) => survey.cabinets[survey.devices[device]!.cabinet]!,
  );
  if (a === undefined || b === undefined || a.cabinet.hall !== b.cabinet.hall) return [];
  const line = a === b ? [a.corners[0], a.corners[2]] : [middle(a.box), middle(b.box)];
  return [{ hall: a.cabinet.hall, line }];
}

function middle({ minXMm, maxXMm, minYMm, maxYMm }: Box): Point {
  return { xMm: (minXMm + maxXMm) / 2, yMm: (minYMm + maxYMm) / 2 };
}

/** One mark a segment: of which more cables went away than came, or the other way round. */
function segmentMarks(old: Derived, next: Derived): WayMark[] {
  return [...reroutes(old, next).bySegment].flatMap(([id, { lost, won }]): WayMark[] => {
    const line = segmentLine(won >= lost ? next : old, id) ?? segmentLine(old, id) ?? segmentLine(next, id);
    if (line === null) return [];
    const isLeft = lost > won;
    return marksBetween([], 'moved', new Map(isLeft ? [line] : []), new Map(isLeft ? [] : [line]));
  });
}

function segmentLine({ plan }: Derived, id: string): readonly [string, Line[]] | null {
  const segment = plan.segments.get(id);
  const [from, to] = [plan.junctions.get(segment?.from ?? ''), plan.junctions.get(segment?.to ?? '')];
  if (from === undefined || to === undefined || (from.xMm === to.xMm && from.yMm === to.yMm)) return null;
  const point = ({ xMm, yMm }: Point): Point => ({ xMm, yMm });
  return [from.hall, [[point(from), point(to)]]];
}
