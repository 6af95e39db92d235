/** The lines in which the cabinets of a hall stand, and where the next one would. The hall is turned so that they face north or south. */
import { must } from '../../assert.ts';
import { boxAround, type Box } from '../../geometry/shapes.ts';
import { compareNames } from '../../plan/compareNames.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import { USUAL_AISLES } from '../../templates/hallLayout.ts';
import { cornersOf, wrapped } from './turnedHall.ts';

/** Cabinets side by side at one depth of the hall, in one row or in several with ways between them. */
export interface Line {
  readonly yMm: number;
  readonly depthMm: number;
  readonly facing: 'north' | 'south';
  readonly cabinets: readonly Cabinet[];
}

/** The line to come, as an image of one that stands. */
export interface NextLine {
  readonly yMm: number;
  readonly source: Line;
  /** Seen in a mirror along the row: where no line faces as the new one is to. */
  readonly isMirrored: boolean;
}

/** By how many degrees a hall is to be turned so that most of its cabinets face north or south. */
export function turnToLines(plan: Plan, hall: string): number {
  const counts = new Map<number, number>();
  for (const { rotationDeg } of inLines(plan, hall)) {
    const axis = wrapped(rotationDeg) % 180;
    counts.set(axis, (counts.get(axis) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
  return most === undefined ? 0 : wrapped(-most[0]);
}

/** Whether new lines come to the north: the last row stands north of the first, or the only one has its fronts there. */
export function growNorthward(lines: readonly Line[]): boolean {
  const [first, last] = [must(lines[0], 'line'), must(lines.at(-1), 'line')];
  if (first === last) return first.facing === 'north';
  return compareNames(first.cabinets[0]?.row ?? '', last.cabinets[0]?.row ?? '') > 0;
}

/** Lines from north to south; cabinets that stand across them belong to none. */
export function linesOf(plan: Plan, hall: string): Line[] {
  const boxed = inLines(plan, hall)
    .filter(({ rotationDeg }) => wrapped(rotationDeg) % 180 === 0)
    .map((cabinet) => ({ cabinet, box: boxAround(cornersOf(plan, cabinet)) }))
    .sort((a, b) => a.box.minYMm - b.box.minYMm || a.box.minXMm - b.box.minXMm);
  const groups: (typeof boxed)[] = [];
  for (const one of boxed) {
    const group = groups.at(-1);
    if (group !== undefined && overlapsHalf(one.box, group.at(-1)?.box)) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group): Line => {
    const yMm = Math.min(...group.map(({ box }) => box.minYMm));
    const southward = group.filter(({ cabinet }) => wrapped(cabinet.rotationDeg) === 180).length;
    return {
      yMm,
      depthMm: Math.max(...group.map(({ box }) => box.maxYMm)) - yMm,
      facing: 2 * southward > group.length ? 'south' : 'north',
      cabinets: group.map(({ cabinet }) => cabinet),
    };
  });
}

/** Lines go on in the rhythm that they have, over the usual aisle where there is none yet; each is the image of one that is `known`. */
export function nextLine(lines: readonly Line[], known: readonly Line[], { coldMinMm, hotMinMm }: Plan['settings']['aisles']): NextLine {
  const last = must(lines.at(-1), 'line');
  const [before, earlier] = [lines.at(-2), lines.at(-3)];
  const goesOnAlike = before?.facing === last.facing;
  const facing = goesOnAlike === (last.facing === 'south') ? 'south' : 'north';
  const aisleMm = last.facing === 'south' ? Math.max(USUAL_AISLES.coldMm, coldMinMm) : Math.max(USUAL_AISLES.hotMm, hotMinMm);
  const yMm =
    before === undefined
      ? southOf(last) + aisleMm
      : goesOnAlike
        ? last.yMm + Math.max(last.depthMm, last.yMm - before.yMm)
        : earlier?.facing === last.facing
          ? before.yMm + last.yMm - earlier.yMm
          : southOf(last) + aisleMm;
  const alike = known.filter((line) => line.facing === facing);
  const source = fullest(alike.length > 0 ? alike : known);
  return { yMm, source, isMirrored: source.facing !== facing };
}

export function southOf({ yMm, depthMm }: Line): number {
  return yMm + depthMm;
}

/** The line with most cabinets, the southernmost of several. */
export function fullest(lines: readonly Line[]): Line {
  return must(
    lines.reduce<Line | undefined>((most, line) => (line.cabinets.length >= (most?.cabinets.length ?? 0) ? line : most), undefined),
    'line',
  );
}

/** Cabinets in rows; all of them in a hall that has no rows. */
function inLines(plan: Plan, hall: string): Cabinet[] {
  const all = sortedById(plan.cabinets).filter((cabinet) => cabinet.hall === hall);
  const inRows = all.filter(({ row }) => row !== null);
  return inRows.length > 0 ? inRows : all;
}

/** Whether two boxes stand beside each other for at least half of the shallower one's depth. */
function overlapsHalf(one: Box, other: Box | undefined): boolean {
  if (other === undefined) return false;
  const sharedMm = Math.min(one.maxYMm, other.maxYMm) - Math.max(one.minYMm, other.minYMm);
  return 2 * sharedMm >= Math.min(one.maxYMm - one.minYMm, other.maxYMm - other.minYMm);
}
