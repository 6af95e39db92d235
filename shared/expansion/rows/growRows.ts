/**
 * More rows in a hall. First the last line of cabinets is filled up to the length of the others; then each new line and its trays is the
 * image of one that stands, so that aisles go on as they are. The floor that is free comes first; else the hall is drawn deeper.
 */
import { must } from '../../assert.ts';
import { TOUCHING_MM } from '../../geometry/polygons.ts';
import { boxAround, boxAroundBoxes } from '../../geometry/shapes.ts';
import { takesFloor } from '../../plan/obstacleKinds.ts';
import type { Cabinet, Junction, Plan, Segment } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { SOUTH_MARGIN_MM, SOUTH_OF_FRONTS_MM } from '../../templates/hallLayout.ts';
import { moveShell, type MovedShell } from '../movedShell.ts';
import { copyTrays, rehung } from './copyTrays.ts';
import { FreeFloor, type InTheWay } from './freeFloor.ts';
import { LineImage } from './lineImage.ts';
import { growNorthward, linesOf, nextLine, southOf, turnToLines, type Line } from './lines.ts';
import { RowNames } from './rowNames.ts';
import { restOfLine } from './restOfLine.ts';
import { cornersOf, HallTurn } from './turnedHall.ts';
import { turnedShell, unmovedShell } from './turnedShell.ts';

export interface NewCabinet {
  readonly cabinet: Cabinet;
  readonly imageOf: string;
}

export interface GrownRows {
  /** Those that fill the last line up, and those of new lines; each with the cabinet that it is the image of. */
  readonly rest: readonly NewCabinet[];
  readonly cabinets: readonly NewCabinet[];
  readonly junctions: readonly Junction[];
  /** New ones, and those that hang from the new last row instead. */
  readonly segments: readonly Segment[];
  /** The hall, and what stood behind the rows, moved with the wall behind it. */
  readonly shell: MovedShell;
  /** By which the hall is drawn deeper, and towards where. */
  readonly deeperMm: number;
  readonly side: Side;
  /** What stands where an image would have, by name. */
  readonly inTheWay: readonly string[];
}

export type Side = 'south' | 'west' | 'north' | 'east';

/**
 * How a hall makes room: `within` its walls; `deeper` by as much as is lacking, where more way lies behind the rows than is usual;
 * `moved` with all that stands behind them.
 */
type Room = 'within' | 'deeper' | 'moved';

const SIDES: readonly Side[] = ['south', 'west', 'north', 'east'];

/** Fills up the last line, and adds `lines` lines of cabinets to a hall. */
export function growRows(plan: Plan, hall: string, lines: number): Result<GrownRows, UserError> {
  const degrees = turnToLines(plan, hall);
  const known = linesOf(new HallTurn(plan.catalog, degrees).plan(plan, hall), hall);
  const first = growNorthward(known) ? degrees + 180 : degrees;
  const ways: (readonly [number, Room])[] = [
    [first, 'within'],
    [first + 180, 'within'],
  ];
  // Walls that stand askew to the rows cannot be drawn farther out along them.
  if (degrees % 90 === 0) ways.push([first, 'deeper'], [first, 'moved']);
  let refusal: UserError | null = null;
  for (const [turn, room] of lines === 0 ? ways.slice(0, 1) : ways) {
    const grown = growTowards(plan, hall, { lines, turn: new HallTurn(plan.catalog, turn), room });
    if (grown.ok) return grown;
    refusal = grown.error;
  }
  return fail(must(refusal, 'refusal'));
}

interface Growth {
  readonly lines: number;
  readonly turn: HallTurn;
  readonly room: Room;
}

function growTowards(real: Plan, hallId: string, { lines, turn, room }: Growth): Result<GrownRows, UserError> {
  const plan = turn.plan(real, hallId);
  const hall = must(plan.halls.get(hallId), 'hall');
  const known = linesOf(plan, hallId);
  const last = must(known.at(-1), 'line');
  const images: { readonly image: LineImage; readonly line: Line }[] = [];
  for (let at = 0; at < lines; at += 1) {
    const image = new LineImage(nextLine([...known, ...images.map(({ line }) => line)], known, plan.settings.aisles));
    images.push({ image, line: image.line(image.source.cabinets.map((cabinet) => image.cabinet(plan, cabinet))) });
  }
  const southMost = images.at(-1)?.line ?? last;
  const wallMm = Math.max(...hall.outline.map(([, yMm]) => yMm));
  const lackingMm = room === 'moved' ? aisleLackingMm(plan, hallId, last, southMost) : 0;
  const deeperMm = Math.max(0, southOf(southMost) + wayBehind(last, southMost, wallMm, room) + lackingMm - wallMm);
  const shell = moveShell(plan, hall, southOf(last), room === 'within' ? 0 : deeperMm);
  if (!shell.ok) return shell;
  const floor = new FreeFloor(plan, shell.value);
  if (room === 'within' && deeperMm > 0) return fail(noRoom(hall, null));
  const inTheWay: InTheWay[] = [];
  const isFree = (cabinet: Cabinet): boolean => {
    const thing = floor.under(cabinet);
    if (thing !== null) inTheWay.push(thing);
    return thing === null;
  };
  const names = new RowNames(real, hallId);
  const rest = restOfLine(plan, known, floor, names);
  const cabinets: NewCabinet[] = [];
  const draft = { junctions: [] as Junction[], segments: [] as Segment[] };
  let before = last;
  for (const { image } of images) {
    const rows = new Map<string, string>();
    const made = image.source.cabinets.flatMap((cabinet): NewCabinet[] => {
      const placed = image.cabinet(plan, cabinet);
      if (!isFree(placed)) return [];
      const { row } = cabinet;
      if (row !== null && !rows.has(row)) rows.set(row, names.row(row));
      return [{ cabinet: { ...placed, ...names.cabinet(cabinet, row === null ? null : must(rows.get(row), 'row')) }, imageOf: cabinet.id }];
    });
    if (made.length === 0) return fail(noRoom(hall, inTheWay[0] ?? null));
    cabinets.push(...made);
    const line = image.line(made.map(({ cabinet }) => cabinet));
    copyTrays(plan, draft, { image, before, made: line, hall: shell.value.hall, names, southMm: southOf(last) });
    before = line;
  }
  const clash = room === 'moved' ? null : clashWith(plan, floor, { last, after: images.map(({ line }) => line), inTheWay });
  if (clash !== null) return fail(noRoom(hall, clash));
  const segments = [...draft.segments, ...rehung(plan, draft.junctions, last, before, shell.value.junctions)];
  const back = turn.back();
  const turnedBack = ({ cabinet, imageOf }: NewCabinet): NewCabinet => ({ cabinet: back.cabinet(cabinet), imageOf });
  return ok({
    rest: rest.map(turnedBack),
    cabinets: cabinets.map(turnedBack),
    junctions: draft.junctions.map((junction) => back.junction(junction)),
    segments,
    shell: room === 'within' ? unmovedShell(real, hallId) : turnedShell(shell.value, back),
    deeperMm,
    side: must(SIDES[back.degrees / 90] ?? SIDES[0], 'side'),
    inTheWay: [...new Set(inTheWay.map(({ name }) => name))],
  });
}

/**
 * From the last line to the wall: as much as there was before, and no more than usual where some of it is given up to new lines. Fronts
 * that come to face what stands at the wall need the way before them that backs do not.
 */
function wayBehind(last: Line, southMost: Line, wallMm: number, room: Room): number {
  const wayMm = wallMm - southOf(last);
  const moreMm = usualWay(southMost) - usualWay(last);
  if (room === 'moved' || wayMm < usualWay(last)) return wayMm + Math.max(0, moreMm);
  return usualWay(southMost);
}

/** What stands behind the rows and moves with the wall is to leave the least aisle behind the new last row: by how much more it has to move. */
function aisleLackingMm(plan: Plan, hall: string, last: Line, southMost: Line): number {
  const { coldMinMm, hotMinMm } = plan.settings.aisles;
  const { minXMm, maxXMm } = boxAroundBoxes(southMost.cabinets.map((cabinet) => boxAround(cornersOf(plan, cabinet))));
  const gaps = [...plan.obstacles.values()]
    .filter(({ hall: own, kind, outline }) => own === hall && takesFloor(kind) && outline.every(([, yMm]) => yMm >= southOf(last)))
    .filter(({ outline }) => outline.some(([xMm]) => xMm < maxXMm) && outline.some(([xMm]) => xMm > minXMm))
    .map(({ outline }) => Math.min(...outline.map(([, yMm]) => yMm)) - southOf(last));
  const usedMm = Math.max(0, usualWay(southMost) - usualWay(last));
  const leastMm = southMost.facing === 'south' ? coldMinMm : hotMinMm;
  return Math.max(0, ...gaps.map((gapMm) => Math.ceil(leastMm - gapMm - usedMm)));
}

function usualWay({ facing }: Line): number {
  return facing === 'south' ? SOUTH_OF_FRONTS_MM : SOUTH_MARGIN_MM;
}

/**
 * What neither walls nor aisles leave room for: anything in the least aisles before and behind the new cabinets, and anything but columns
 * in the rest of the floor from the rows that stand to the way behind the new ones.
 */
function clashWith(
  plan: Plan,
  floor: FreeFloor,
  { last, after, inTheWay }: { readonly last: Line; readonly after: readonly Line[]; readonly inTheWay: readonly InTheWay[] },
): InTheWay | null {
  const standing = inTheWay.find(({ kind }) => kind !== 'column');
  if (standing !== undefined) return standing;
  const { coldMinMm, hotMinMm } = plan.settings.aisles;
  let fromMm = southOf(last);
  for (const line of after) {
    const box = boxAroundBoxes(line.cabinets.map((cabinet) => boxAround(cornersOf(plan, cabinet))));
    const [northMm, southMm] = line.facing === 'south' ? [hotMinMm, coldMinMm] : [coldMinMm, hotMinMm];
    const near = [
      { ...box, minYMm: Math.max(fromMm + TOUCHING_MM, line.yMm - northMm), maxYMm: line.yMm },
      { ...box, minYMm: southOf(line), maxYMm: southOf(line) + southMm },
    ].map((strip) => floor.within(strip));
    const between = floor.within({ ...box, minYMm: fromMm + TOUCHING_MM, maxYMm: southOf(line) });
    const thing = near.find((one) => one !== null) ?? (between?.kind === 'column' ? null : between);
    if (thing !== null) return thing;
    fromMm = southOf(line);
  }
  return null;
}

function noRoom({ id, name }: { readonly id: string; readonly name: string }, thing: InTheWay | null): UserError {
  return {
    code: 'expand.rows',
    path: `halls.${id}`,
    message: `${name} has no room for another line of cabinets${thing === null ? '' : `: ${thing.name} is in the way`}`,
    remedy:
      'draw the hall larger, or clear the floor beside the rows, and expand again; or make the grown plan by hand and compare the two with --to',
  };
}
