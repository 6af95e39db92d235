/** What is done to the selection: nudge, turn, duplicate, delete, select all. Each is one command, one undo step. */
import type { Patch } from 'immer';
import type { Command } from '../../shared/commands/command.ts';
import { straightenJunctions } from '../../shared/commands/junctions.ts';
import { removeHall } from '../../shared/commands/halls.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { removeThings } from '../../shared/commands/remove.ts';
import { turnCabinets, turnGroup } from '../../shared/commands/turn.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { outOfSight } from '../state/outOfSight.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import { heldOf, thingsHeld, type Held } from './holding.ts';
import { lockedLayer, lockedNotice } from './locks.ts';
import { tellLocked } from './selectActions.ts';
import { pickedCount, pickedOf } from './picked.ts';

/** Arrow keys move by this; with Alt by 1 mm, with Shift by a tile. */
const NUDGE_MM = 50;

export type Direction = 'left' | 'right' | 'up' | 'down';
export type NudgeStep = 'fine' | 'tile' | 'millimetre';

/** Runs a command and tells a refusal, whose sentence it gives; null when it ran. */
export function refusalOf<A>({ plan, session }: Planner, command: Command<A>, args: A): string | null {
  const run = plan.run(command, args);
  const refusal = run.ok ? null : `${run.error.message}; ${run.error.remedy}`;
  session.setState({ notice: refusal === null ? null : { text: refusal, tone: 'error' } });
  return refusal;
}

/** Runs a command and tells a refusal; true when it ran. */
export function runCommand<A>(planner: Planner, command: Command<A>, args: A): boolean {
  return refusalOf(planner, command, args) === null;
}

/** Runs a command on the selection, unless it is locked, which is told. */
export function change<A>(planner: Planner, command: Command<A>, args: A): boolean {
  return tellLocked(planner, planner.session.getState().selection) === null && runCommand(planner, command, args);
}

/** Moves all that is held, unless part of it is locked, which is told. A device in the selection stands for its cabinet here. */
export function moveHeld(planner: Planner, { what }: Pick<Held, 'what'>, by: { readonly dxMm: number; readonly dyMm: number }): boolean {
  const locked = lockedLayer(planner.session.getState(), thingsHeld({ what }));
  if (locked === null) return runCommand(planner, moveThings, { ...what, ...by });
  planner.session.setState({ notice: lockedNotice(locked) });
  return false;
}

/** False when nothing that can move is selected. */
export function nudge(planner: Planner, direction: Direction, step: NudgeStep): boolean {
  const layout = planner.layout();
  const held = layout === null ? null : heldOf(planner.plan.getState().plan, layout, planner.session.getState().selection);
  if (held === null) return false;
  const tileMm = planner.layout()?.hall.tile.sizeMm ?? NUDGE_MM;
  const byMm = step === 'fine' ? NUDGE_MM : step === 'tile' ? tileMm : 1;
  const [dxMm, dyMm] = direction === 'left' ? [-byMm, 0] : direction === 'right' ? [byMm, 0] : direction === 'up' ? [0, -byMm] : [0, byMm];
  moveHeld(planner, held, { dxMm, dyMm });
  return true;
}

/** One cabinet about its own middle, several things about the middle of them all. */
export function turnSelection(planner: Planner, direction: 'clockwise' | 'counter-clockwise'): void {
  const things = pickedOf(planner.session.getState().selection);
  const { cabinets } = things;
  if (pickedCount(things) === 1 && cabinets.length === 1)
    change(planner, turnCabinets, { ids: cabinets, turn: { kind: 'by', degrees: direction === 'clockwise' ? 90 : -90 } });
  else change(planner, turnGroup, { things, direction });
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
    junctions: selectedIds(selection, 'junction'),
    dimensions: selectedIds(selection, 'dimension'),
    notes: selectedIds(selection, 'note'),
    underlays: selectedIds(selection, 'underlay'),
    links,
  };
  const [hall] = selectedIds(selection, 'hall');
  const count = Object.values(args).reduce((sum, ids) => sum + ids.length, 0);
  if (count === 0 && cables.length > 0) {
    planner.session.setState({ notice: { text: 'Cables of a fabric follow its rule; delete the fabric or its devices', tone: 'error' } });
    return;
  }
  if (count > 0 && change(planner, removeThings, args))
    tellWhatWentAlong(planner, plan, { devices: args.devices.length, links: links.length });
  else if (count === 0 && hall !== undefined) change(planner, removeHall, { id: hall });
}

/** Devices go with their cabinet, cables with their device: says so, since they may stand out of sight. */
function tellWhatWentAlong({ plan, session }: Planner, before: Plan, selected: { readonly devices: number; readonly links: number }): void {
  const { plan: after } = plan.getState();
  const devices = before.devices.size - after.devices.size - selected.devices;
  const links = before.links.size - after.links.size - selected.links;
  const along = [
    ...(devices > 0 ? [countText(devices, 'device')] : []),
    ...(links > 0 ? [countText(links, 'cable drawn by hand', 'cables drawn by hand')] : []),
  ];
  if (along.length > 0) session.setState({ notice: { text: `Deleted, with ${along.join(' and ')}; undo brings them back`, tone: 'info' } });
}

/** One straight tray in place of each two that meet at a selected junction. */
export function straightenSelection(planner: Planner): void {
  change(planner, straightenJunctions, { ids: selectedIds(planner.session.getState().selection, 'junction') });
}

export function undo(planner: Planner): void {
  const patches = planner.plan.getState().past.at(-1)?.undo ?? [];
  tellStep(planner, 'Undone', planner.plan.undo(), patches);
}

export function redo(planner: Planner): void {
  const patches = planner.plan.getState().future.at(-1)?.redo ?? [];
  tellStep(planner, 'Redone', planner.plan.redo(), patches);
}

/** What is out of sight is said to be, with the way to see it. */
function tellStep({ session, plan }: Planner, word: string, label: string | null, patches: readonly Patch[]): void {
  if (label === null) {
    session.setState({ notice: null });
    return;
  }
  const unseen = outOfSight(patches, session.getState(), plan.getState().plan);
  const text = `${word}: ${label}`;
  session.setState({
    notice: unseen === null ? { text, tone: 'info' } : { text: `${text}; ${unseen.text}`, tone: 'info', offer: unseen.offer },
  });
}
