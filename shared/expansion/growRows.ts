/** More rows in a hall: each new line of cabinets and its trays is the image of the line two before it, so that aisles go on as they are. */
import { must } from '../assert.ts';
import { columnLetters } from '../geometry/columnLetters.ts';
import { nextFreeName } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Cabinet, Junction, Plan, Segment } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { SOUTH_MARGIN_MM, SOUTH_OF_FRONTS_MM, USUAL_AISLES } from '../templates/hallLayout.ts';
import { moveShell, type MovedShell } from './movedShell.ts';

/** Cabinets side by side at one depth of the hall, in one row or in several with ways between them. */
interface Line {
  readonly yMm: number;
  readonly depthMm: number;
  readonly rotationDeg: number;
  readonly cabinets: readonly Cabinet[];
}

export interface GrownRows {
  /** New ones with the cabinet that each is the image of. */
  readonly cabinets: readonly { readonly cabinet: Cabinet; readonly imageOf: string }[];
  readonly junctions: readonly Junction[];
  /** New ones, and those that hang from the new last row instead. */
  readonly segments: readonly Segment[];
  /** The hall, and what stood south of the rows, moved with the wall behind it. */
  readonly shell: MovedShell;
  /** By which the hall is drawn deeper. */
  readonly deeperMm: number;
}

/** South of fronts there is one tile more than south of backs, as where a hall is generated. */
const FRONTS_MORE_MM = SOUTH_OF_FRONTS_MM - SOUTH_MARGIN_MM;

const ALL_LETTERS = /^[A-Z]+$/u;

/** Adds `lines` lines of cabinets to a hall. */
export function growRows(plan: Plan, hallId: string, lines: number): Result<GrownRows, UserError> {
  const hall = must(plan.halls.get(hallId), 'hall');
  const known = linesOf(plan, hallId);
  if (known === null || known.length < 2) {
    return fail({
      code: 'expand.rows',
      path: `halls.${hallId}`,
      message: `${hall.name} has no two rows of cabinets that face north or south, so there is no pattern to go on with`,
      remedy: 'draw the new rows, or make the grown plan by hand and compare the two with --to',
    });
  }
  // Halls of a campus name their rows and cabinets each from the start.
  const standing = [...plan.cabinets.values()].filter((cabinet) => cabinet.hall === hallId);
  const names = new Set(standing.map(({ name }) => name));
  const taken = new Set([...plan.cabinets.keys(), ...plan.junctions.keys(), ...plan.segments.keys()]);
  const pathwayNames = new Set(pathwaysIn(plan, hallId).map(({ name }) => name));
  const draft = { cabinets: [] as { cabinet: Cabinet; imageOf: string }[], junctions: [] as Junction[], segments: [] as Segment[] };
  const all: Line[] = [...known];
  for (let line = 0; line < lines; line += 1) {
    const source = must(all.at(-2), 'line');
    const before = must(all.at(-1), 'line');
    const dyMm = periodOf(all);
    const cabinets = copyCabinets(source, dyMm, {
      names,
      taken,
      rowNames: rowNamesOf([...standing, ...draft.cabinets.map(({ cabinet }) => cabinet)]),
    });
    draft.cabinets.push(...cabinets);
    const made: Line = { ...source, yMm: source.yMm + dyMm, cabinets: cabinets.map(({ cabinet }) => cabinet) };
    const southMm = southOf(must(known.at(-1), 'line'));
    copyTrays(plan, draft, { source, before, made, dyMm, hall: hallId, taken, names: pathwayNames, southMm });
    all.push(made);
  }
  const last = must(known.at(-1), 'line');
  const southMost = must(all.at(-1), 'line');
  // Fronts that come to face what stands at the wall need the way before them that backs do not.
  const wayMm = facesSouth(southMost) && !facesSouth(last) ? FRONTS_MORE_MM : 0;
  const deeperMm = southMost.yMm - last.yMm + wayMm;
  const shell = moveShell(plan, hall, southOf(last), deeperMm);
  if (!shell.ok) return shell;
  const hung = rehung(plan, draft.junctions, last, must(all.at(-1), 'line'), shell.value.junctions);
  return ok({ ...draft, segments: [...draft.segments, ...hung], shell: shell.value, deeperMm });
}

function pathwaysIn(plan: Plan, hall: string): Segment[] {
  return [...plan.segments.values()].filter(({ from, to }) => [from, to].some((id) => plan.junctions.get(id)?.hall === hall));
}

function facesSouth({ rotationDeg }: Line): boolean {
  return rotationDeg === 180;
}

function southOf({ yMm, depthMm }: Line): number {
  return yMm + depthMm;
}

/** Trays from the last line to what moved with the wall, hung from the new last line, so that none runs along over the rows between. */
function rehung(plan: Plan, fresh: readonly Junction[], before: Line, after: Line, moved: readonly Junction[]): Segment[] {
  const movedIds = new Set(moved.map(({ id }) => id));
  const isOver = ({ yMm }: Junction, line: Line): boolean => yMm >= line.yMm && yMm <= line.yMm + line.depthMm;
  const over = fresh.filter((junction) => isOver(junction, after));
  const instead = (id: string): string => {
    const junction = plan.junctions.get(id);
    if (junction === undefined || !isOver(junction, before)) return id;
    return over.find(({ xMm }) => xMm === junction.xMm)?.id ?? id;
  };
  return sortedById(plan.segments).flatMap((segment): Segment[] => {
    if (movedIds.has(segment.from) === movedIds.has(segment.to)) return [];
    const next = movedIds.has(segment.from) ? { ...segment, to: instead(segment.to) } : { ...segment, from: instead(segment.from) };
    return next.from === segment.from && next.to === segment.to ? [] : [next];
  });
}

/** Lines from north to south; null where a cabinet stands askew or a line mixes directions. */
function linesOf(plan: Plan, hall: string): Line[] | null {
  const byY = new Map<number, Cabinet[]>();
  for (const cabinet of sortedById(plan.cabinets)) {
    if (cabinet.hall !== hall || cabinet.row === null) continue;
    byY.set(cabinet.yMm, [...(byY.get(cabinet.yMm) ?? []), cabinet]);
  }
  const lines = [...byY].map(([yMm, cabinets]): Line => {
    const first = must(cabinets[0], 'cabinet');
    return { yMm, cabinets, rotationDeg: first.rotationDeg, depthMm: must(plan.catalog.cabinetModels.get(first.model), 'model').depthMm };
  });
  const isStraight = lines.every(
    ({ rotationDeg, cabinets }) => rotationDeg % 180 === 0 && cabinets.every((one) => one.rotationDeg === rotationDeg),
  );
  return isStraight ? lines.sort((a, b) => a.yMm - b.yMm) : null;
}

/** From a line to the next one that stands as it does: two depths, a cold aisle and a hot one. */
function periodOf(lines: readonly Line[]): number {
  const [a, b, c] = [lines.at(-3), must(lines.at(-2), 'line'), must(lines.at(-1), 'line')];
  if (a !== undefined && a.rotationDeg === c.rotationDeg) return c.yMm - a.yMm;
  // Fronts of a line that is turned face south.
  const isCold = b.rotationDeg === 180;
  return c.yMm - b.yMm + c.depthMm + (isCold ? USUAL_AISLES.hotMm : USUAL_AISLES.coldMm);
}

interface Names {
  readonly names: Set<string>;
  readonly taken: Set<string>;
  readonly rowNames: ReadonlySet<string>;
}

function rowNamesOf(cabinets: readonly Cabinet[]): Set<string> {
  return new Set(cabinets.flatMap(({ row }) => row ?? []));
}

/** Rows of the line get the next letters, or the next free names. */
function copyCabinets(source: Line, dyMm: number, { names, taken, rowNames }: Names): { cabinet: Cabinet; imageOf: string }[] {
  const rows = new Map<string, string>();
  const used = new Set(rowNames);
  return source.cabinets.map((cabinet) => {
    const row = must(cabinet.row, 'row');
    let next = rows.get(row);
    if (next === undefined) {
      next = nextRow(row, used);
      used.add(next);
      rows.set(row, next);
    }
    const wanted = cabinet.name.startsWith(row) ? `${next}${cabinet.name.slice(row.length)}` : cabinet.name;
    const name = names.has(wanted) ? nextFreeName(wanted, names) : wanted;
    names.add(name);
    return {
      cabinet: {
        ...cabinet,
        id: freeId(hallPrefix(cabinet) + name.replaceAll(/\s+/gu, '-'), taken),
        name,
        row: next,
        yMm: cabinet.yMm + dyMm,
      },
      imageOf: cabinet.id,
    };
  });
}

/** `h01-` of the cabinet `h01-B06` that is called B06. */
function hallPrefix({ id, name }: Cabinet): string {
  const word = name.replaceAll(/\s+/gu, '-');
  return id.endsWith(word) ? id.slice(0, -word.length) : '';
}

function nextRow(row: string, used: ReadonlySet<string>): string {
  if (!ALL_LETTERS.test(row)) return nextFreeName(row, used);
  let column = 0;
  for (const name of used) if (ALL_LETTERS.test(name)) column = Math.max(column, columnOf(name) + 1);
  return columnLetters(column);
}

/** The other way round of columnLetters. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface TrayCopy {
  readonly source: Line;
  readonly before: Line;
  readonly dyMm: number;
  readonly hall: string;
  /** The new line. */
  readonly made: Line;
  readonly taken: Set<string>;
  /** Names of pathways. */
  readonly names: Set<string>;
  /** Southern edge of the rows that stand: what lies behind it moves with the wall and is no pattern. */
  readonly southMm: number;
}

/** Trays over the source line over the new one, and the trays that cross the line before go on to it. */
function copyTrays(
  plan: Plan,
  draft: { readonly junctions: Junction[]; readonly segments: Segment[] },
  { source, before, made, dyMm, hall, taken, names, southMm }: TrayCopy,
): void {
  const standing = sortedById(plan.junctions).filter((one) => one.hall === hall);
  const junctions = [...standing.filter(({ yMm }) => yMm <= southMm), ...draft.junctions];
  const segments = [...sortedById(plan.segments), ...draft.segments];
  const over = (line: Line): Map<string, Junction> =>
    new Map(junctions.filter(({ yMm }) => yMm >= line.yMm && yMm <= line.yMm + line.depthMm).map((one) => [one.id, one]));
  const [ofSource, ofBefore] = [over(source), over(before)];
  const renamed = renamer(source, made);
  const crossNamed = renamer(source, before);
  const copies = new Map<string, Junction>();
  for (const junction of ofSource.values()) {
    const copy = { ...junction, id: freeId(renamed(junction.id), taken), yMm: junction.yMm + dyMm };
    copies.set(junction.id, copy);
    draft.junctions.push(copy);
  }
  for (const segment of segments) {
    const [from, to] = [copies.get(segment.from), copies.get(segment.to)];
    if (from === undefined || to === undefined) continue;
    draft.segments.push(copyOf(segment, { from: from.id, to: to.id, renamed, taken, names }));
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
    const next = [...copies.values()].find(({ xMm }) => xMm === meeting.xMm);
    if (next === undefined) continue;
    crossed.add(`${meeting.id} ${segment.elevationMm}`);
    draft.segments.push(copyOf(segment, { from: meeting.id, to: next.id, renamed: crossNamed, taken, names }));
  }
}

interface CopyAs {
  readonly from: string;
  readonly to: string;
  readonly renamed: (text: string) => string;
  readonly taken: Set<string>;
  readonly names: Set<string>;
}

/** Called after the rows that it hangs over now; where its name says nothing of rows, it is numbered. */
function copyOf(segment: Segment, { from, to, renamed, taken, names }: CopyAs): Segment {
  const wanted = renamed(segment.name);
  let name = wanted;
  const plain = wanted.replace(/, grown \d+$/u, '');
  for (let number = 2; names.has(name); number += 1) name = `${plain}, grown ${number}`;
  names.add(name);
  return { ...segment, id: freeId(renamed(segment.id), taken), name, from, to, surveyedLengthMm: null };
}

/** Text in which rows of one line, as words, stand for those of another one. */
function renamer(from: Line, to: Line): (text: string) => string {
  const [old, next] = [rowsFromWest(from), rowsFromWest(to)];
  const nameOf = new Map(old.flatMap((row, at) => (next[at] === undefined ? [] : [[row, next[at]] as const])));
  return (text) => text.replaceAll(/[A-Za-z]+/gu, (word) => nameOf.get(word) ?? word);
}

function rowsFromWest({ cabinets }: Line): string[] {
  return [...new Set([...cabinets].sort((a, b) => a.xMm - b.xMm).flatMap(({ row }) => row ?? []))];
}

/** The id itself, or with the first free number after it. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
