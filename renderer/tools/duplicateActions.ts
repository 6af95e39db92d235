/** Ctrl+D: a copy beside the selection; a copy of a copy keeps the distance that the first was given. */
import { duplicateDoors } from '../../shared/commands/doors.ts';
import { duplicateThings, idsForCopies, type Copies } from '../../shared/commands/duplicate.ts';
import type { Picked } from '../../shared/commands/picked.ts';
import { boxAroundBoxes, type Box } from '../../shared/geometry/shapes.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { runCommand } from './editActions.ts';
import { freeShiftMm, isFreeAt } from './freePlace.ts';
import { pickedOf, thingsOf } from './picked.ts';

/** Originals of what was copied last, by the keys of the copies. */
interface LastCopies {
  /** The session that the copies belong to. */
  readonly owner: object;
  readonly originals: ReadonlyMap<string, string>;
}

const NOTE_STEP_MM = 600;
const copied = ['cabinets', 'obstacles', 'segments'] as const;
let lastCopies: LastCopies | null = null;

/** Keeps what was copied, so that the next Ctrl+D repeats its distance. `owner` is the session that the copies belong to. */
export function rememberCopies(owner: object, copies: Copies): void {
  const originals = new Map(copied.flatMap((table) => copies[table].map(([from, to]) => [`${table}/${to}`, from] as const)));
  lastCopies = { owner, originals };
}

export function duplicateSelection(planner: Planner, randomBytes: RandomBytes): void {
  const { plan } = planner.plan.getState();
  const layout = planner.layout();
  const picked = pickedOf(planner.session.getState().selection);
  const box = layout === null ? null : boxOfPicked(layout, picked);
  const notes = selectedIds(planner.session.getState().selection, 'note');
  const doors = selectedIds(planner.session.getState().selection, 'door');
  if (box === null && doors.length > 0) duplicateOfDoors(planner, plan, doors, randomBytes);
  else if (layout !== null && (box !== null || notes.length > 0)) {
    // Notes alone lie a little beside the originals, so that both are seen.
    const [dxMm, dyMm] =
      box === null
        ? [NOTE_STEP_MM, NOTE_STEP_MM]
        : (repeatedOffset(planner, layout, picked, box) ?? besideOffset(plan, layout, picked, box));
    duplicate(planner, plan, { ...picked, notes }, [dxMm, dyMm], randomBytes);
  }
}

function duplicate(
  planner: Planner,
  plan: Plan,
  picked: Required<Picked> & { readonly notes: readonly string[] },
  [dxMm, dyMm]: readonly [number, number],
  randomBytes: RandomBytes,
): void {
  const copies = idsForCopies(plan, picked, (table, count) => newIds(table, count, plan, randomBytes));
  if (!runCommand(planner, duplicateThings, { ...copies, dxMm, dyMm })) return;
  rememberCopies(planner.session, copies);
  planner.session.select(copiesOf(copies));
}

/** Doors go along their walls. */
function duplicateOfDoors(planner: Planner, plan: Plan, doors: readonly string[], randomBytes: RandomBytes): void {
  const ids = newIds('doors', doors.length, plan, randomBytes);
  if (!runCommand(planner, duplicateDoors, { doors: doors.map((id, i) => [id, ids[i]!] as const) })) return;
  planner.session.select(ids.map((id) => ({ kind: 'door', id })));
}

/** The copies as things to select. */
export function copiesOf({ cabinets, obstacles, segments, notes = [] }: Pick<Copies, (typeof copied)[number] | 'notes'>): Thing[] {
  const ids = (pairs: Copies['cabinets']): string[] => pairs.map(([, to]) => to);
  const noteCopies = ids(notes).map((id): Thing => ({ kind: 'note', id }));
  return [...thingsOf({ cabinets: ids(cabinets), obstacles: ids(obstacles), segments: ids(segments) }), ...noteCopies];
}

/** How far the selected copies now stand from what they were copied from; null where the next would not be free. */
function repeatedOffset(planner: Planner, layout: HallLayout, picked: Required<Picked>, box: Box): readonly [number, number] | null {
  const keys = copied.flatMap((table) => picked[table].map((id) => ({ table, id, from: lastCopies?.originals.get(`${table}/${id}`) })));
  const [first] = keys;
  if (lastCopies?.owner !== planner.session || first?.from === undefined || keys.some(({ from }) => from === undefined)) return null;
  const only = (id: string): Picked => ({ [first.table]: [id] });
  const [copy, original] = [boxOfPicked(layout, only(first.id)), boxOfPicked(layout, only(first.from))];
  if (copy === null || original === null) return null;
  const offset = [Math.round(copy.minXMm - original.minXMm), Math.round(copy.minYMm - original.minYMm)] as const;
  return isFreeAt(box, ...offset, standingBoxes(layout, picked)) ? offset : null;
}

/** Beside the selection along its row, at the first free place in the hall; what has no row goes below itself when it is wide. */
export function besideOffset(plan: Plan, layout: HallLayout, picked: Required<Picked>, box: Box): readonly [number, number] {
  const first = plan.cabinets.get(picked.cabinets[0] ?? '');
  const isWide = box.maxXMm - box.minXMm > box.maxYMm - box.minYMm;
  const axis = first === undefined ? (isWide ? 'y' : 'x') : first.rotationDeg % 180 === 0 ? 'x' : 'y';
  const shiftMm = Math.ceil(freeShiftMm(box, standingBoxes(layout, picked), layout.box, axis));
  return axis === 'x' ? [shiftMm, 0] : [0, shiftMm];
}

/** The box around what is picked in the hall; null when nothing of it is there. */
export function boxOfPicked(layout: HallLayout, { cabinets = [], obstacles = [], segments = [] }: Picked): Box | null {
  const wanted = new Set(obstacles);
  const boxes = [
    ...cabinets.flatMap((id) => layout.cabinets.byId.get(id)?.box ?? []),
    ...segments.flatMap((id) => layout.pathways.byId.get(id)?.box ?? []),
    ...(wanted.size === 0 ? [] : layout.obstacles.filter(({ obstacle }) => wanted.has(obstacle.id)).map(({ box }) => box)),
  ];
  return boxes.length === 0 ? null : boxAroundBoxes(boxes);
}

/** What stands where a copy shall not: cabinets for what stands on the floor, trays for trays. */
function standingBoxes({ cabinets, pathways, obstacles }: HallLayout, picked: Required<Picked>): readonly Box[] {
  const onFloor = picked.cabinets.length + picked.obstacles.length > 0;
  return [
    ...(onFloor ? cabinets.cabinets.map(({ box }) => box) : []),
    ...(picked.obstacles.length > 0 ? obstacles.map(({ box }) => box) : []),
    ...(picked.segments.length > 0 ? pathways.segments.map(({ box }) => box) : []),
  ];
}
