/** The states of the hand in the elevation and what each does. */
import { mountDevices, moveDevices } from '../../shared/commands/devices.ts';
import { isSelected } from '../state/sessionStore.ts';
import { lockedText } from '../tools/locks.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { hasMoved } from '../tools/tool.ts';
import { portUses } from './connectPorts.ts';
import { connectionTo, finishConnecting, looseAt, startConnecting, stepPort } from './connecting.ts';
import type { Chart, ElevationContext, ElevationInput } from './elevationChart.ts';
import type { Place } from './elevationHit.ts';
import type { PortAt } from './elevationStore.ts';
import { finishRanging, rangeTo, startRanging } from './ranges/markedPorts.ts';
import { grabDevices, lockedOf, moveBySteps, movesTo, moveToHand, type Grab, type Moves } from './movingDevices.ts';
import { mountAt, type MountTry } from './mounting.ts';
import { typedUnit, typedUnitText, typedUnitWith } from './typedUnit.ts';

export type ElevationStateName = ElevationHand['name'];

export type ElevationHand =
  | { readonly name: 'idle' }
  /** Button down: a click, or the start of a move. */
  | { readonly name: 'pointing'; readonly place: Place; readonly startPx: ScreenPoint }
  /** Ports of a device are marked from one to another, after those of another device or as the first. */
  | { readonly name: 'ranging'; readonly from: PortAt; readonly to: number; readonly first: readonly PortAt[] | null }
  /** One end of a range is marked; the other is still to be. */
  | { readonly name: 'marked'; readonly ports: readonly PortAt[] }
  /** Where the pointer was last over a cabinet, and the unit as far as it is typed. */
  | { readonly name: 'moving'; readonly grab: Grab; readonly tried: Moves | null; readonly place: Place; readonly typed: string }
  /** A device type in the hand; a release mounts it when it was pressed. */
  | {
      readonly name: 'carrying';
      readonly id: string;
      readonly tried: MountTry | null;
      readonly isPressed: boolean;
      readonly place: Place | null;
      readonly typed: string;
    }
  /** One end is chosen; a release at the other connects when it was pressed. */
  | { readonly name: 'connecting'; readonly from: PortAt; readonly to: PortAt | null; readonly isPressed: boolean };

type MovingDevices = Extract<ElevationHand, { name: 'moving' }>;
type Carrying = Extract<ElevationHand, { name: 'carrying' }>;

export const idle: ElevationHand = { name: 'idle' };

export const elevationStates: Chart<ElevationHand> = {
  idle: {
    pointerMove(state, { place }, context) {
      context.set({ pointed: portAt(place) });
      return state;
    },
    pointerDown: (state, { place, px }) => (place === null ? state : { name: 'pointing', place, startPx: px }),
    pointerUp(state, { shift, place }, context) {
      if (!shift && place === null) context.select([]);
      return state;
    },
    key(state, { key, shift }, context) {
      switch (key) {
        case 'ArrowUp':
        case 'ArrowDown':
          return moveBySteps(context, key === 'ArrowUp' ? 1 : -1, shift ? 'free' : 'unit') ? state : undefined;
        case 'ArrowLeft':
        case 'ArrowRight': {
          if (shift && moveToHand(context, key === 'ArrowRight' ? 'right' : 'left')) return state;
          const pointed = stepPort(context, context.elevation().pointed, key === 'ArrowRight' ? 1 : -1);
          if (pointed === null) return undefined;
          context.set({ pointed });
          return state;
        }
        case 'Enter': {
          const { pointed } = context.elevation();
          return pointed === null ? undefined : clickPort(pointed, context);
        }
        default:
          return undefined;
      }
    },
    doubleClick(state, { place }, context) {
      if (place?.device === undefined || place.device === null) return state;
      const isZoomed = place.portNear !== null && context.zoomToPort({ device: place.device, port: place.portNear });
      if (!isZoomed && place.port === null) context.editSelection();
      return state;
    },
    focusDevice(state, device, context) {
      const thing = { kind: 'device', id: device } as const;
      if (!isSelected(context.session().selection, thing)) context.select([thing]);
      return state;
    },
  },
  pointing: {
    pointerMove(state, input, context) {
      if (!hasMoved(state.startPx, input.px) || state.place.device === null) return state;
      const port = portAt(state.place);
      if (input.shift && port !== null) return rangeTo(context, startRanging(context, port, null), input);
      const grab = grabDevices(context, state.place, state.place.device);
      return grab === null ? idle : tryMove({ name: 'moving', grab, tried: null, place: state.place, typed: '' }, input, context);
    },
    pointerUp: ({ place }, { shift }, context) => click(place, shift, context),
    cancel: () => idle,
  },
  ranging: {
    cursor: 'crosshair',
    pointerMove: (state, input, context) => rangeTo(context, state, input),
    pointerUp: (state, _input, context) => finishRanging(context, state),
    cancel: unmark,
  },
  marked: {
    cursor: 'crosshair',
    pointerDown(state, { place, shift, px }, context) {
      const port = portAt(place);
      if (shift && port !== null) return startRanging(context, port, state.ports);
      unmark(state, context);
      return place === null ? idle : { name: 'pointing', place, startPx: px };
    },
    cancel: unmark,
  },
  moving: {
    cursor: 'grabbing',
    pointerMove: tryMove,
    pointerUp: (state, _input, context) => dropMoved(state, context),
    key(state, { key }, context) {
      if (key === 'Enter') return dropMoved(state, context);
      const typed = typedUnitWith(state.typed, key);
      return typed === null ? undefined : tryMove({ ...state, typed }, { place: state.place }, context);
    },
    cancel(_state, context) {
      context.leave(null);
      return idle;
    },
  },
  carrying: {
    cursor: 'copy',
    pointerMove(state, { place }, context) {
      return tryMount({ ...state, place }, context);
    },
    pointerDown(state, { place }, context) {
      return { ...tryMount({ ...state, place }, context), isPressed: true };
    },
    pointerUp: (state, _input, context) => (state.isPressed ? mount(state, context) : state),
    key(state, { key }, context) {
      if (key === 'Enter') return state.tried === null ? undefined : mount(state, context);
      const typed = state.place === null ? null : typedUnitWith(state.typed, key);
      return typed === null ? undefined : tryMount({ ...state, typed }, context);
    },
    cancel(_state, context) {
      context.leave(null);
      context.set({ carrying: null });
      return idle;
    },
  },
  connecting: {
    cursor: 'crosshair',
    pointerMove({ from, isPressed }, { place, px }, context) {
      return { ...looseAt(context, from, place, px), isPressed };
    },
    pointerDown({ from }, { place, px }, context) {
      return { ...looseAt(context, from, place, px), isPressed: true };
    },
    pointerUp({ from, isPressed }, { place, px }, context) {
      const at = looseAt(context, from, place, px);
      return at.to === null || !isPressed ? at : finishConnecting(context, from, at.to);
    },
    doubleClick(state, { place }, context) {
      // The two clicks meant the port itself: it is enlarged, and no cable begins.
      const isFrom = place !== null && place.device === state.from.device && place.port === state.from.port;
      if (!isFrom || !context.zoomToPort(state.from)) return state;
      context.set({ connecting: null });
      return idle;
    },
    key(state, { key }, context) {
      switch (key) {
        case 'ArrowLeft':
        case 'ArrowRight': {
          const to = stepPort(context, state.to, key === 'ArrowRight' ? 1 : -1);
          return to === null ? undefined : connectionTo(context, state.from, to);
        }
        case 'Enter': {
          if (state.to === null) return undefined;
          const next = finishConnecting(context, state.from, state.to);
          // By keys the other end may lie out of view; what is clicked stays where it is.
          if (next.name === 'idle') context.reveal({ kind: 'port', at: state.to, to: 'view' });
          return next;
        }
        default:
          return undefined;
      }
    },
    focusDevice({ from }, device, context) {
      context.select([{ kind: 'device', id: device }]);
      return connectionTo(context, from, { device, port: null });
    },
    cancel(_state, context) {
      context.set({ connecting: null });
      return idle;
    },
  },
};

function unmark(_state: ElevationHand, context: ElevationContext): ElevationHand {
  context.set({ marked: [] });
  return idle;
}

/** The same device in the hand, not pressed. */
export function carrying(id: string): ElevationHand {
  return { name: 'carrying', id, tried: null, isPressed: false, place: null, typed: '' };
}

function tryMount(state: Carrying, context: ElevationContext): Carrying {
  const { carrying: type } = context.elevation();
  const unit = type === null ? null : typedUnit(state.typed, null);
  const place = state.place === null || type === null || unit === null ? state.place : { ...state.place, unit: unit + type.heightU / 2 };
  return { ...state, tried: mountAt(context, state.id, place) };
}

function mount({ id, tried }: Carrying, context: ElevationContext): ElevationHand {
  if (tried === null) return carrying(id);
  if (tried.problem !== null) {
    context.leave(`Not mounted: ${tried.problem}`);
    return carrying(id);
  }
  if (!context.commit(mountDevices, tried.args)) return carrying(id);
  context.unlockDevices();
  context.select([{ kind: 'device', id }]);
  const [device] = tried.args.devices;
  if (device !== undefined) context.reveal({ kind: 'cabinet', id: device.cabinet, to: 'view' });
  // Another of the same, until Escape.
  return carrying(context.newIds('devices', 1)[0]!);
}

function dropMoved({ grab, tried }: MovingDevices, context: ElevationContext): ElevationHand {
  const locked = lockedOf(context, grab.ids);
  if (locked !== null) {
    context.leave(null);
    context.tellLocked(locked);
  } else if (tried === null || tried.isHome) context.leave(null);
  else if (tried.problem !== null) context.leave(`Not moved: ${tried.problem}`);
  else if (context.commit(moveDevices, { moves: tried.moves })) revealMoved(context, grab);
  return idle;
}

/** Into another cabinet. */
function revealMoved(context: ElevationContext, { held }: Grab): void {
  const now = context.plan().devices.get(held.id);
  if (now !== undefined && now.cabinet !== held.cabinet) context.reveal({ kind: 'cabinet', id: now.cabinet, to: 'view' });
}

function portAt(place: Place | null): PortAt | null {
  return place === null || place.device === null || place.port === null ? null : { device: place.device, port: place.port };
}

function click(place: Place, shift: boolean, context: ElevationContext): ElevationHand {
  const port = portAt(place);
  if (port !== null && !shift) return clickPort(port, context);
  const thing = place.device === null ? ({ kind: 'cabinet', id: place.cabinet } as const) : ({ kind: 'device', id: place.device } as const);
  if (shift) context.toggle([thing]);
  else context.select([thing]);
  return idle;
}

/** A port in use shows its cable; a free one begins a connection. */
function clickPort(port: PortAt, context: ElevationContext): ElevationHand {
  const use = portUses(context.known(), port.device)?.get(port.port);
  if (use === undefined) return startConnecting(context, port);
  context.select([{ kind: 'cable', id: use.cable }]);
  return idle;
}

function tryMove(state: MovingDevices, { place }: Pick<ElevationInput, 'place'>, context: ElevationContext): ElevationHand {
  const locked = lockedOf(context, state.grab.ids);
  if (locked !== null) {
    context.refuse(state.grab.ids, lockedText(locked));
    return { ...state, tried: null };
  }
  const { grab, typed } = state;
  const over = place ?? state.place;
  const unit = typedUnit(typed, grab.held.positionU);
  const tried =
    unit !== null
      ? movesTo(context.plan(), grab, { ...over, unit: unit + grab.aboveU })
      : place === null
        ? null
        : movesTo(context.plan(), grab, place);
  if (tried === null) context.leave(null);
  else
    context.attempt(
      moveDevices,
      { moves: tried.moves },
      { moving: grab.ids, text: `${typedUnitText(typed)}${tried.text}`, problem: tried.problem },
    );
  return { ...state, tried, place: over };
}
