/** Aisles between neighbouring rows, with what their sides breathe: cold before fronts, hot behind rears. */
import { boxAroundBoxes, type Box } from '../../shared/geometry/shapes.ts';
import { compareIds } from '../../shared/plan/sortedById.ts';
import type { Settings } from '../../shared/plan/types.ts';
import type { PlacedCabinet } from './hallLayout.ts';

export interface Aisle {
  readonly kind: 'cold' | 'hot' | 'mixed';
  /** Runs along x (between rows that face north or south), or along y. */
  readonly along: 'x' | 'y';
  readonly box: Box;
  /** What it lies between, the nearer to the hall's origin first. */
  readonly rows: readonly [Row, Row];
  readonly widthMm: number;
  /** Narrower than the plan's settings allow. */
  readonly tooNarrow: boolean;
}

export interface Row {
  readonly name: string;
  /** Ids of the cabinets that stand in line; one that was taken out of the line is not among them. */
  readonly members: readonly string[];
  readonly box: Box;
  /** 0 north, 90 east, 180 south, 270 west; null when its cabinets do not agree. */
  readonly facing: number | null;
}

/** Gaps wider than this are open floor. */
const WIDEST_AISLE_MM = 6000;
/** Rows nearer than this stand back to back. */
const NARROWEST_AISLE_MM = 300;

export function findAisles(rows: readonly Row[], minimum: Settings['aisles']): Aisle[] {
  return [...aislesAlong('x', rows, minimum), ...aislesAlong('y', rows, minimum)];
}

/** Rows by name, each with the box around its cabinets. */
export function findRows(cabinets: readonly PlacedCabinet[]): Row[] {
  const byName = new Map<string, PlacedCabinet[]>();
  for (const placed of cabinets) {
    const { row } = placed.cabinet;
    if (row === null) continue;
    const list = byName.get(row);
    if (list === undefined) byName.set(row, [placed]);
    else list.push(placed);
  }
  return [...byName]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([name, all]) => {
      const members = inLine(all);
      return {
        name,
        members: members.map(({ cabinet }) => cabinet.id),
        box: boxAroundBoxes(members.map(({ box }) => box)),
        facing: commonFacing(members),
      };
    });
}

/** Cabinets of a row whose middles are farther apart than this across it do not stand in one line. */
const LINE_MM = 600;
/** A cabinet on its own this far from the next of its row has left it. */
const STRAY_MM = 2400;

/**
 * The members of a row that stand in its line: those that most agree with in front and in place across the row, without
 * one that stands far off at an end. What was moved away keeps its row's name, and leaves its letter and aisles in place.
 */
export function inLine(members: readonly PlacedCabinet[]): readonly PlacedCabinet[] {
  if (members.length < 3) return members;
  const turned = largest(members, ({ cabinet }) => String(((cabinet.rotationDeg % 180) + 180) % 180));
  const alongX = (turned[0]?.cabinet.rotationDeg ?? 0) % 180 === 0;
  const across = ({ box }: PlacedCabinet): number => (alongX ? box.minYMm + box.maxYMm : box.minXMm + box.maxXMm) / 2;
  const sorted = turned.toSorted((a, b) => across(a) - across(b));
  const middle = across(sorted[Math.floor((sorted.length - 1) / 2)]!);
  const line = turned.filter((placed) => Math.abs(across(placed) - middle) <= LINE_MM);
  return withoutStrays(line, ({ box }) => (alongX ? [box.minXMm, box.maxXMm] : [box.minYMm, box.maxYMm]));
}

/** The members that most agree about something; the first of those as many. */
function largest(members: readonly PlacedCabinet[], keyOf: (placed: PlacedCabinet) => string): readonly PlacedCabinet[] {
  const lists = new Map<string, PlacedCabinet[]>();
  for (const placed of members) lists.set(keyOf(placed), [...(lists.get(keyOf(placed)) ?? []), placed]);
  return [...lists.values()].reduce((best, list) => (list.length > best.length ? list : best));
}

function withoutStrays(
  line: readonly PlacedCabinet[],
  span: (placed: PlacedCabinet) => readonly [number, number],
): readonly PlacedCabinet[] {
  const sorted = line.toSorted((a, b) => span(a)[0] - span(b)[0]);
  const isApart = (a: PlacedCabinet | undefined, b: PlacedCabinet | undefined): boolean =>
    a !== undefined && b !== undefined && span(b)[0] - span(a)[1] > STRAY_MM;
  if (sorted.length < 3) return sorted;
  const start = isApart(sorted[0], sorted[1]) ? 1 : 0;
  const end = isApart(sorted.at(-2), sorted.at(-1)) ? -1 : sorted.length;
  return sorted.slice(start, end);
}

/** Where most of a row looks: one cabinet that was turned round does not undo an aisle. */
const MOST_OF_A_ROW = 0.75;

function commonFacing(members: readonly PlacedCabinet[]): number | null {
  const agreeing = largest(members, ({ cabinet }) => String(cabinet.rotationDeg));
  return agreeing.length >= members.length * MOST_OF_A_ROW ? (agreeing[0]?.cabinet.rotationDeg ?? null) : null;
}

function aislesAlong(along: 'x' | 'y', rows: readonly Row[], minimum: Settings['aisles']): Aisle[] {
  const aisles: Aisle[] = [];
  // Looking across the rows: near and far are their sides towards smaller and larger coordinates.
  const [nearFacing, farFacing] = along === 'x' ? [0, 180] : [270, 90];
  const own = rows.filter(({ facing }) => facing === nearFacing || facing === farFacing);
  const near = ({ box }: Row): number => (along === 'x' ? box.minYMm : box.minXMm);
  const far = ({ box }: Row): number => (along === 'x' ? box.maxYMm : box.maxXMm);
  const sorted = own.toSorted((a, b) => near(a) - near(b) || compareIds(a.name, b.name));
  for (const row of sorted) {
    const next = sorted.find((other) => near(other) >= far(row) && overlap(row, other, along) !== null);
    if (next === undefined) continue;
    const widthMm = near(next) - far(row);
    const shared = overlap(row, next, along);
    if (shared === null || widthMm < NARROWEST_AISLE_MM || widthMm > WIDEST_AISLE_MM) continue;
    const frontHere = row.facing === farFacing;
    const frontThere = next.facing === nearFacing;
    const kind = frontHere && frontThere ? 'cold' : !frontHere && !frontThere ? 'hot' : 'mixed';
    const requiredMm = kind === 'hot' ? minimum.hotMinMm : minimum.coldMinMm;
    const box =
      along === 'x'
        ? { minXMm: shared[0], maxXMm: shared[1], minYMm: far(row), maxYMm: near(next) }
        : { minYMm: shared[0], maxYMm: shared[1], minXMm: far(row), maxXMm: near(next) };
    aisles.push({ kind, along, box, rows: [row, next], widthMm, tooNarrow: widthMm < requiredMm });
  }
  return aisles;
}

/** The stretch along which two rows face each other. */
function overlap(a: Row, b: Row, along: 'x' | 'y'): readonly [number, number] | null {
  const [start, end] =
    along === 'x'
      ? [Math.max(a.box.minXMm, b.box.minXMm), Math.min(a.box.maxXMm, b.box.maxXMm)]
      : [Math.max(a.box.minYMm, b.box.minYMm), Math.min(a.box.maxYMm, b.box.maxYMm)];
  return end > start ? [start, end] : null;
}
