/** Connects on the plan: a click on one cabinet or device, a click on the other; the dialog opens with ports that fit. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { middleOf } from '../../shared/geometry/polygons.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Thing } from '../state/sessionStore.ts';
import type { PointerInput, Tool, ToolContext } from './tool.ts';

/** One end is chosen. */
interface Connecting {
  readonly name: 'connecting';
  readonly from: Thing;
  readonly start: Point;
}

type ConnectState =
  | { readonly name: 'idle' }
  | Connecting
  /** Button down: the release chooses an end, the first while there is none. */
  | { readonly name: 'pressing'; readonly first: Connecting | null };

const idle: ConnectState = { name: 'idle' };

export const connectTool: Tool<ConnectState> = {
  id: 'connect',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerMove(state, { at }, context) {
        context.setHover(standing(at, context));
        return state;
      },
      pointerDown: () => ({ name: 'pressing', first: null }),
    },
    connecting: {
      cursor: 'crosshair',
      pointerMove: (state, { at }: PointerInput, context) => follow(state, at, context),
      pointerDown: (first) => ({ name: 'pressing', first }),
      cancel: leave,
    },
    pressing: {
      cursor: 'crosshair',
      pointerMove(state, { at }, context) {
        if (state.first === null) context.setHover(standing(at, context));
        else follow(state.first, at, context);
        return state;
      },
      pointerUp({ first }, { at }, context) {
        const end = standing(at, context);
        if (end === null) return first ?? idle;
        if (first === null) {
          context.select([end]);
          return follow({ name: 'connecting', from: end, start: startOf(end, at, context) }, at, context);
        }
        context.show(null);
        context.select([]);
        context.connect(devicesOf(context.plan(), first.from), devicesOf(context.plan(), end));
        return idle;
      },
      cancel: leave,
    },
  },
};

function leave(_state: ConnectState, context: ToolContext): ConnectState {
  context.show(null);
  return idle;
}

/** The device or cabinet at a place, whatever lies over it. */
function standing(at: Point, context: ToolContext): Thing | null {
  return context.hitAll(at).find(({ kind }) => kind === 'device' || kind === 'cabinet') ?? null;
}

/** The middle of the cabinet, from which the line starts. */
function startOf(thing: Thing, at: Point, context: ToolContext): Point {
  const cabinet = thing.kind === 'device' ? context.plan().devices.get(thing.id)?.cabinet : thing.id;
  const placed = context.layout()?.cabinets.byId.get(cabinet ?? '');
  return placed === undefined ? at : middleOf(placed.corners);
}

function follow(state: Connecting, at: Point, context: ToolContext): ConnectState {
  const { start, from } = state;
  const over = standing(at, context);
  const text =
    over === null
      ? `From ${nameOf(context.plan(), from)}: choose the other end`
      : `From ${nameOf(context.plan(), from)} to ${nameOf(context.plan(), over)}`;
  context.show({ guides: [{ from: start, to: at, kind: 'align', text: null }], text });
  return state;
}

function nameOf({ cabinets, devices }: Plan, { kind, id }: Thing): string {
  return (kind === 'device' ? devices.get(id)?.name : cabinets.get(id)?.name) ?? id;
}

/** A device, or all of a cabinet from the top down. */
export function devicesOf({ devices }: Plan, { kind, id }: Thing): readonly string[] {
  if (kind === 'device') return [id];
  return [...devices.values()]
    .filter(({ cabinet }) => cabinet === id)
    .sort((one, other) => other.positionU - one.positionU)
    .map((device) => device.id);
}
