/** A row of cabinets that goes on beyond its end: at its own pitch and angle, into a hall that is drawn wider where it has to be. */
import { must } from '../../assert.ts';
import { boxAround, boxAroundBoxes, type Point } from '../../geometry/shapes.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { moveShell, type MovedShell } from '../movedShell.ts';
import { FreeFloor, type InTheWay } from './freeFloor.ts';
import type { Side } from './growRows.ts';
import { RowNames } from './rowNames.ts';
import { cornersOf, HallTurn, wrapped } from './turnedHall.ts';
import { turnedShell, unmovedShell } from './turnedShell.ts';

export interface LongerRow {
  /** From the end that stands outwards; empty cabinets that stood there already are among them. */
  readonly cabinets: readonly Cabinet[];
  readonly shell: MovedShell;
  /** By which the hall is drawn wider, and towards where. */
  readonly widerMm: number;
  readonly side: Side;
}

/** Way left between the end of a row and the wall where no more was there. */
const END_WAY_MM = 2400;
/** Cabinets that were set by hand stand this near to where they belong. */
const NEAR_MM = 100;

/** `row`: its last cabinets, the one at the end last. `likes`: what each new one is like. */
export function longerRow(plan: Plan, row: readonly Cabinet[], likes: readonly Cabinet[]): Result<LongerRow, UserError> {
  const end = must(row.at(-1), 'end of the row');
  const step = stepOf(plan, row);
  const hall = must(plan.halls.get(end.hall), 'hall');
  const standing = sortedById(plan.cabinets).filter((cabinet) => cabinet.hall === hall.id);
  const isEmpty = new Set(standing.map(({ id }) => id));
  for (const { cabinet } of plan.devices.values()) isEmpty.delete(cabinet);
  const names = new RowNames(plan, hall.id);
  const fresh: Cabinet[] = [];
  let name = end.name;
  const cabinets = likes.map((like, at): Cabinet => {
    const [xMm, yMm] = [end.xMm + step.xMm * (at + 1), end.yMm + step.yMm * (at + 1)].map(Math.round) as [number, number];
    const there = standing.find((one) => isEmpty.has(one.id) && Math.hypot(one.xMm - xMm, one.yMm - yMm) <= NEAR_MM);
    name = there?.name ?? counted(name);
    if (there !== undefined) return there;
    const made = { ...like, ...names.cabinetCalled(name, end.row, end), xMm, yMm, rotationDeg: end.rotationDeg };
    fresh.push(made);
    return made;
  });
  const side = sideOf(step);
  if (fresh.length === 0) return ok({ cabinets, shell: unmovedShell(plan, hall.id), widerMm: 0, side: side ?? 'east' });
  const unmoved = blockOn(plan, unmovedShell(plan, hall.id), fresh);
  if (unmoved === null) return ok({ cabinets, shell: unmovedShell(plan, hall.id), widerMm: 0, side: side ?? 'east' });
  // Doors go along with the wall that they are in.
  if (side === null || (unmoved.kind !== 'wall' && unmoved.kind !== 'door')) return fail(noRoom(end, unmoved));
  // The hall seen so that the row goes on to the south, where walls move.
  const turn = new HallTurn(plan.catalog, { south: 0, east: 90, north: 180, west: 270 }[side]);
  const turned = turn.plan(plan, hall.id);
  const southOfAll = (list: readonly Cabinet[]): number =>
    boxAroundBoxes(list.map((cabinet) => boxAround(cornersOf(plan, turn.cabinet(cabinet))))).maxYMm;
  const [beforeMm, afterMm] = [southOfAll(standing), southOfAll([...standing, ...fresh])];
  const seen = must(turned.halls.get(hall.id), 'hall');
  const wallMm = Math.max(...seen.outline.map(([, yMm]) => yMm));
  const widerMm = Math.max(0, afterMm + Math.min(END_WAY_MM, wallMm - beforeMm) - wallMm);
  const moved = moveShell(turned, seen, beforeMm, widerMm);
  if (!moved.ok) return moved;
  const shell = turnedShell(moved.value, turn.back());
  const block = blockOn(plan, shell, fresh);
  return block === null ? ok({ cabinets, shell, widerMm, side }) : fail(noRoom(end, block));
}

/** From one cabinet to the next, along the row; that of cabinets side by side where the two last ones stand apart. */
function stepOf(plan: Plan, row: readonly Cabinet[]): Point {
  const [before, end] = [row.at(-2), must(row.at(-1), 'end of the row')];
  const corners = cornersOf(plan, end);
  const along = { xMm: corners[0].xMm - corners[1].xMm, yMm: corners[0].yMm - corners[1].yMm };
  if (before === undefined) return along;
  const step = { xMm: end.xMm - before.xMm, yMm: end.yMm - before.yMm };
  const lengthMm = Math.hypot(step.xMm, step.yMm);
  const widthMm = Math.hypot(along.xMm, along.yMm);
  if (lengthMm <= 1.5 * widthMm) return step;
  const sign = step.xMm * along.xMm + step.yMm * along.yMm >= 0 ? 1 : -1;
  return { xMm: sign * along.xMm, yMm: sign * along.yMm };
}

function sideOf({ xMm, yMm }: Point): Side | null {
  const degrees = wrapped((Math.atan2(yMm, xMm) * 180) / Math.PI);
  const at = (['east', 'south', 'west', 'north'] as const)[Math.round(degrees / 90) % 4];
  return Math.min(Math.abs(xMm), Math.abs(yMm)) <= 2 ? must(at, 'side') : null;
}

function blockOn(plan: Plan, shell: MovedShell, fresh: readonly Cabinet[]): InTheWay | null {
  const floor = new FreeFloor(plan, shell);
  return fresh.map((cabinet) => floor.under(cabinet) ?? floor.inAislesOf(cabinet)).find((thing) => thing !== null) ?? null;
}

/** `A12` after `A11`. */
function counted(name: string): string {
  return name.replace(/\d+$/u, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}

function noRoom({ name, hall }: Cabinet, thing: InTheWay): UserError {
  return {
    code: 'expand.rows',
    path: `halls.${hall}`,
    message: `the row does not go on beyond ${name}: ${thing.name} is in the way`,
    remedy: 'clear the floor beyond it, and expand again',
  };
}
