/** What is done to the selection: nudge, turn, duplicate, delete, select all. Each is one command, one undo step. */
import type { Command } from '../../shared/commands/command.ts';
import { duplicateCabinets, idsForDuplicate } from '../../shared/commands/duplicate.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { removeThings } from '../../shared/commands/remove.ts';
import { turnCabinets, turnGroup } from '../../shared/commands/turn.ts';
import { boxAround, type Box } from '../../shared/geometry/shapes.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { freeShiftMm, isFreeAt } from './freePlace.ts';

/** Arrow keys move by this; with Alt by 1 mm, with Shift by a tile. */
const NUDGE_MM = 50;

export type Direction = 'left' | 'right' | 'up' | 'down';
export type NudgeStep = 'fine' | 'tile' | 'millimetre';

/** Runs a command and tells a refusal; true when it ran. */
export function runCommand<A>({ plan, session }: Planner, command: Command<A>, args: A): boolean {
  const run = plan.run(command, args);
  session.setState({ notice: run.ok ? null : { text: `${run.error.message}; ${run.error.remedy}`, tone: 'error' } });
  return run.ok;
}

/** False when nothing that can move is selected. */
export function nudge(planner: Planner, direction: Direction, step: NudgeStep): boolean {
  const things = movables(planner);
  if (things === null) return false;
  const tileMm = planner.layout()?.hall.tile.sizeMm ?? NUDGE_MM;
  const byMm = step === 'fine' ? NUDGE_MM : step === 'tile' ? tileMm : 1;
  const [dxMm, dyMm] = direction === 'left' ? [-byMm, 0] : direction === 'right' ? [byMm, 0] : direction === 'up' ? [0, -byMm] : [0, byMm];
  return runCommand(planner, moveThings, { ...things, dxMm, dyMm });
}

function movables({
  plan,
  session,
}: Planner): { readonly cabinets: string[]; readonly obstacles: string[]; readonly junctions: string[] } | null {
  const { selection } = session.getState();
  const { segments } = plan.getState().plan;
  const junctions = new Set<string>();
  for (const id of selectedIds(selection, 'segment')) {
    const segment = segments.get(id);
    if (segment !== undefined) junctions.add(segment.from).add(segment.to);
  }
  const cabinets = selectedIds(selection, 'cabinet');
  const obstacles = selectedIds(selection, 'obstacle');
  return cabinets.length + obstacles.length + junctions.size === 0 ? null : { cabinets, obstacles, junctions: [...junctions] };
}

/** One cabinet about its own middle, several about the middle of them all. */
export function turnSelection(planner: Planner, direction: 'clockwise' | 'counter-clockwise'): void {
  const ids = selectedIds(planner.session.getState().selection, 'cabinet');
  if (ids.length === 1) runCommand(planner, turnCabinets, { ids, turn: { kind: 'by', degrees: direction === 'clockwise' ? 90 : -90 } });
  else runCommand(planner, turnGroup, { ids, direction });
}

/** What was duplicated last: a copy of a copy keeps the distance that the first was given. */
let lastCopies: { readonly planner: Planner; readonly copyOf: ReadonlyMap<string, string> } | null = null;

export function duplicateSelection(planner: Planner, randomBytes: (count: number) => Uint8Array): void {
  const { plan } = planner.plan.getState();
  const ids = selectedIds(planner.session.getState().selection, 'cabinet');
  const [dxMm, dyMm] = repeatedOffset(planner, ids) ?? besideOffset(planner, ids);
  const copies = idsForDuplicate(plan, ids, randomBytes);
  if (!runCommand(planner, duplicateCabinets, { ...copies, dxMm, dyMm })) return;
  lastCopies = { planner, copyOf: new Map(copies.cabinets.map(([from, to]) => [to, from])) };
  planner.session.select(copies.cabinets.map(([, id]): Thing => ({ kind: 'cabinet', id })));
}

/** How far the selected copies now stand from what they were copied from. */
function repeatedOffset(planner: Planner, ids: readonly string[]): readonly [number, number] | null {
  const [first] = ids;
  if (lastCopies === null || lastCopies.planner !== planner || first === undefined || !ids.every((id) => lastCopies?.copyOf.has(id)))
    return null;
  const { cabinets } = planner.plan.getState().plan;
  const [copy, original] = [cabinets.get(first), cabinets.get(lastCopies.copyOf.get(first) ?? '')];
  if (copy === undefined || original === undefined) return null;
  const offset = [copy.xMm - original.xMm, copy.yMm - original.yMm] as const;
  const box = boxOf(planner, ids);
  return box === null || !isFreeAt(box, ...offset, standingBoxes(planner)) ? null : offset;
}

/** Beside the selection along its row, at the first free place in the hall. */
function besideOffset(planner: Planner, ids: readonly string[]): readonly [number, number] {
  const layout = planner.layout();
  const box = boxOf(planner, ids);
  if (layout === null || box === null) return [0, 0];
  const rotation = planner.plan.getState().plan.cabinets.get(ids[0] ?? '')?.rotationDeg ?? 0;
  const axis = rotation % 180 === 0 ? 'x' : 'y';
  const bounds = boxAround(layout.hall.outline.map(([xMm, yMm]) => ({ xMm, yMm })));
  const shiftMm = freeShiftMm(box, standingBoxes(planner), bounds, axis);
  return axis === 'x' ? [shiftMm, 0] : [0, shiftMm];
}

function boxOf(planner: Planner, ids: readonly string[]): Box | null {
  const boxes = ids.flatMap((id) => planner.layout()?.cabinets.byId.get(id)?.box ?? []);
  if (boxes.length === 0) return null;
  return boxAround(
    boxes.flatMap(({ minXMm, minYMm, maxXMm, maxYMm }) => [
      { xMm: minXMm, yMm: minYMm },
      { xMm: maxXMm, yMm: maxYMm },
    ]),
  );
}

function standingBoxes(planner: Planner): readonly Box[] {
  return [...(planner.layout()?.cabinets.byId.values() ?? [])].map(({ box }) => box);
}

export function deleteSelection(planner: Planner): void {
  const { plan } = planner.plan.getState();
  const { selection } = planner.session.getState();
  const cables = selectedIds(selection, 'cable');
  const links = cables.filter((id) => plan.links.has(id));
  const args = {
    cabinets: selectedIds(selection, 'cabinet'),
    devices: selectedIds(selection, 'device'),
    segments: selectedIds(selection, 'segment'),
    obstacles: selectedIds(selection, 'obstacle'),
    doors: selectedIds(selection, 'door'),
    links,
  };
  const count = Object.values(args).reduce((sum, ids) => sum + ids.length, 0);
  if (count === 0 && cables.length > 0) {
    planner.session.setState({ notice: { text: 'Cables of a fabric follow its rule; delete the fabric or its devices', tone: 'error' } });
    return;
  }
  if (count > 0) runCommand(planner, removeThings, args);
}

/** All cabinets of the hall on screen, unless they are locked. */
export function selectAll(planner: Planner): void {
  const layout = planner.layout();
  if (layout !== null && !planner.session.getState().locks.cabinets)
    planner.session.select(layout.cabinets.cabinets.map(({ cabinet }): Thing => ({ kind: 'cabinet', id: cabinet.id })));
}

export function undo({ plan, session }: Planner): void {
  const label = plan.undo();
  session.setState({ notice: label === null ? null : { text: `Undone: ${label}`, tone: 'info' } });
}

export function redo({ plan, session }: Planner): void {
  const label = plan.redo();
  session.setState({ notice: label === null ? null : { text: `Redone: ${label}`, tone: 'info' } });
}
