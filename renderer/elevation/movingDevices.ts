/** Where devices come to stand when they are dragged or stepped: one move for all, as far as there is room. */
import { moveDevices, type MoveDevices } from '../../shared/commands/devices.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { must } from '../../shared/assert.ts';
import type { Side } from '../../shared/catalog/types.ts';
import { freeUnit, mountProblem, unitsOf, unitsText } from '../../shared/checks/mountProblem.ts';
import { hasHand, otherHand } from '../../shared/plan/mountPlace.ts';
import type { Device, Hand, Plan } from '../../shared/plan/types.ts';
import { selectedIds, thingsOf, type LockableLayer } from '../state/sessionStore.ts';
import { lockedLayer } from '../tools/locks.ts';
import type { ElevationContext } from './elevationChart.ts';
import type { Place } from './elevationHit.ts';

/** Devices in the hand, as they were when they were taken. */
export interface Grab {
  readonly ids: readonly string[];
  /** The one that the pointer holds, and how far above its lowest unit. */
  readonly held: Device;
  readonly aboveU: number;
  /** The side on which it was taken. */
  readonly side: Side;
}

export interface Moves {
  readonly moves: MoveDevices['moves'];
  /** Nothing would move. */
  readonly isHome: boolean;
  /** Why it cannot be; null: it can. */
  readonly problem: string | null;
  /** Where the held one would be. */
  readonly text: string;
}

/** The selection when the held device is in it, else that device alone, which becomes selected. */
export function grabDevices(context: ElevationContext, place: Place, device: string): Grab | null {
  const held = context.plan().devices.get(device);
  if (held === undefined) return null;
  const selected = selectedIds(context.session().selection, 'device');
  const ids = selected.includes(device) ? selected : [device];
  if (!selected.includes(device)) context.select([{ kind: 'device', id: device }]);
  return { ids, held, aboveU: place.unit - held.positionU, side: place.side };
}

/** The locked layer that keeps devices where they are; null: none does. */
export function lockedOf(context: ElevationContext, devices: readonly string[]): LockableLayer | null {
  return lockedLayer(context.session(), thingsOf('device', devices));
}

/** Devices of the held one's cabinet go where it goes; those of other cabinets stay in theirs and go as far up or down. */
export function movesTo(plan: Plan, { ids, held, aboveU, side }: Grab, place: Place): Moves {
  const dU = Math.round(place.unit - aboveU) - held.positionU;
  const turns = place.side !== side;
  const heldType = plan.catalog.deviceTypes.get(held.type);
  // What goes to the other half takes those of its kind along, each to its own other half.
  const crosses = heldType !== undefined && hasHand(heldType) && place.hand !== (held.hand ?? 'left');
  const moves = ids.flatMap((id) => {
    const device = plan.devices.get(id);
    if (device === undefined) return [];
    return {
      id,
      cabinet: device.cabinet === held.cabinet ? place.cabinet : device.cabinet,
      positionU: device.positionU + dU,
      face: turns ? otherSide(device.face) : device.face,
      ...(crosses && device.type === held.type ? { hand: otherHand(device.hand ?? 'left') } : {}),
    };
  });
  return tried(plan, moves, held.id);
}

function otherSide(side: Side): Side {
  return side === 'front' ? 'rear' : 'front';
}

/** What the plan would say to these moves. */
export function tried(plan: Plan, moves: MoveDevices['moves'], named: string): Moves {
  const isHome = moves.every(({ id, cabinet, positionU, face, hand }) => {
    const device = must(plan.devices.get(id), 'device');
    return device.cabinet === cabinet && device.positionU === positionU && (face ?? device.face) === device.face && hand === undefined;
  });
  const after = runCommand(plan, moveDevices, { moves });
  const text = placeText(plan, moves, named);
  if (!after.ok) return { moves, isHome, text, problem: outsideText(moves) ?? after.error.message };
  const ids = moves.map(({ id }) => id);
  return { moves, isHome, text, problem: mountProblem(after.value.plan, ids) };
}

/** Below U1 the command refuses; in words for people. */
function outsideText(moves: MoveDevices['moves']): string | null {
  return moves.some(({ positionU }) => positionU < 1) ? 'U1 is the lowest unit' : null;
}

function placeText(plan: Plan, moves: MoveDevices['moves'], named: string): string {
  const move = moves.find(({ id }) => id === named) ?? must(moves[0], 'move');
  const device = must(plan.devices.get(move.id), 'device');
  const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
  const cabinet = plan.cabinets.get(move.cabinet)?.name ?? move.cabinet;
  const units = unitsText(unitsOf({ device: { ...device, positionU: move.positionU }, type }));
  const others = moves.length > 1 ? ` and ${moves.length - 1} more` : '';
  const side = hasHand(type) ? `${move.face ?? device.face} ${move.hand ?? device.hand ?? 'left'}` : (move.face ?? device.face);
  return `${device.name}${others} · ${cabinet}, ${units}, ${side}`;
}

/** Moves the selected devices up or down by a unit, or one alone to the next free place that way. False: none is selected. */
export function moveBySteps(context: ElevationContext, direction: 1 | -1, step: 'unit' | 'free'): boolean {
  const plan = context.plan();
  const devices = selectedIds(context.session().selection, 'device').flatMap((id) => plan.devices.get(id) ?? []);
  const [first] = devices;
  if (first === undefined) return false;
  const locked = lockedOf(
    context,
    devices.map(({ id }) => id),
  );
  if (locked !== null) {
    context.tellLocked(locked);
    return true;
  }
  const dU = step === 'free' && devices.length === 1 ? nextFree(plan, first, direction) - first.positionU : direction;
  const moves = devices.map(({ id, cabinet, positionU }) => ({ id, cabinet, positionU: positionU + dU }));
  const { problem } = tried(plan, moves, first.id);
  if (problem === null) context.commit(moveDevices, { moves });
  else context.leave(`Not moved: ${problem}`);
  return true;
}

/** The next unit that way where the device can be; the one beside it where there is none, so that the reason is told. */
function nextFree(plan: Plan, device: Device, direction: 1 | -1): number {
  const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
  const fromU = device.positionU + direction;
  return (
    freeUnit(plan, device.cabinet, { id: device.id, type, face: device.face, hand: device.hand }, { fromU, down: direction === -1 }) ??
    fromU
  );
}

/**
 * Moves the selected devices that stand in one half of the width, or beside the rails, to that side of their cabinets, as seen by who faces
 * what they are mounted on. False: none of them does.
 */
export function moveToHand(context: ElevationContext, hand: Hand): boolean {
  const plan = context.plan();
  const sided = selectedIds(context.session().selection, 'device').flatMap((id) => {
    const device = plan.devices.get(id);
    return device !== undefined && hasHand(must(plan.catalog.deviceTypes.get(device.type), 'device type')) ? [device] : [];
  });
  const [first] = sided;
  if (first === undefined) return false;
  const ids = sided.map(({ id }) => id);
  const locked = lockedOf(context, ids);
  const going = sided.filter((device) => (device.hand ?? 'left') !== hand);
  if (locked !== null) context.tellLocked(locked);
  else if (going.length === 0) context.leave(`${first.name} is on the ${hand} already`);
  else {
    const moves = going.map(({ id, cabinet, positionU }) => ({ id, cabinet, positionU, hand }));
    const { problem } = tried(plan, moves, must(going[0], 'device').id);
    if (problem === null) context.commit(moveDevices, { moves });
    else context.leave(`Not moved: ${problem}`);
  }
  return true;
}
