/** Edits of devices by number: refused with a reason where a device would not fit. */
import { moveDevices, setDevices, swapDeviceType, type MoveDevices } from '../../shared/commands/devices.ts';
import type { Command } from '../../shared/commands/command.ts';
import { mountProblem } from '../../shared/checks/mountProblem.ts';
import type { Side } from '../../shared/catalog/types.ts';
import type { Device, DeviceRole, Hand } from '../../shared/plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Planner } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { tellLocked } from '../tools/selectActions.ts';
import type { TypedValue } from '../ui/parseLength.ts';
import { runnerOf } from './edits.ts';
import { partsFor } from './partCatalog.ts';

type Refusal = string | null;

/** A rack unit as people type it: `12`, `U12`, or an addition, `+2`, `-3`. */
export function parseUnit(text: string): Result<TypedValue, UserError> {
  const match = /^([+\-−]?)\s*U?\s*(\d{1,3})$/i.exec(text.trim());
  if (match === null) {
    return fail({ code: 'input.not-a-unit', message: `"${text.trim()}" is not a rack unit`, remedy: 'write 12, U12 or +2' });
  }
  const [, sign = '', digits = ''] = match;
  return ok({ kind: sign === '' ? 'absolute' : 'relative', value: (sign === '' || sign === '+' ? 1 : -1) * Number(digits) });
}

export function setUnits(planner: Planner, ids: readonly string[], { kind, value }: TypedValue): Refusal {
  return move(planner, ids, ({ positionU }) => ({ positionU: kind === 'absolute' ? value : positionU + value }));
}

export function setCabinet(planner: Planner, ids: readonly string[], cabinet: string): Refusal {
  return move(planner, ids, () => ({ cabinet }));
}

export function setFace(planner: Planner, ids: readonly string[], face: Side): Refusal {
  return move(planner, ids, () => ({ face }));
}

export function setHand(planner: Planner, ids: readonly string[], hand: Hand): Refusal {
  return move(planner, ids, () => ({ hand }));
}

/** Tried first, so that a device never lands on another. */
function move(
  planner: Planner,
  ids: readonly string[],
  to: (device: Device) => Partial<Pick<Device, 'cabinet' | 'positionU' | 'face' | 'hand'>>,
): Refusal {
  const { devices } = planner.plan.getState().plan;
  const moves: MoveDevices['moves'] = ids.flatMap((id) => {
    const device = devices.get(id);
    return device === undefined ? [] : { id, cabinet: device.cabinet, positionU: device.positionU, face: device.face, ...to(device) };
  });
  const locked = tellLocked(planner, thingsOf('device', ids));
  if (locked !== null) return locked;
  const lowest = moves.find(({ positionU }) => positionU < 1);
  const tried = planner.plan.attempt(moveDevices, { moves });
  const problem = lowest !== undefined ? 'U1 is the lowest unit' : tried.ok ? mountProblem(tried.value.plan, ids) : tried.error.message;
  if (problem === null) return run(planner, ids, moveDevices, { moves });
  planner.session.setState({ notice: { text: `Not moved: ${problem}`, tone: 'error' } });
  return problem;
}

export function setName(planner: Planner, ids: readonly string[], name: string): Refusal {
  return run(planner, ids, setDevices, { ids, set: { name } });
}

export function setRole(planner: Planner, ids: readonly string[], role: DeviceRole): Refusal {
  return run(planner, ids, setDevices, { ids, set: { role } });
}

export function setType(planner: Planner, ids: readonly string[], typeId: string): Refusal {
  const type = partsFor(planner.plan.getState().plan).deviceTypes.get(typeId);
  return type === undefined ? `the catalog has no ${typeId}` : run(planner, ids, swapDeviceType, { ids, type });
}

function run<A>(planner: Planner, ids: readonly string[], command: Command<A>, args: A): Refusal {
  return runnerOf(planner, thingsOf('device', ids))(command, args);
}
