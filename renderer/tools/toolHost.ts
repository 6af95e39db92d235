/** Holds the tool in hand and its state, and gives it what it needs of the planner. */
import { markersOnScreen } from '../canvas/markerPlaces.ts';
import { noteTextsIn } from '../canvas/noteTexts.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { toHall, type ScreenPoint } from '../canvas/camera.ts';
import { hitAll, hitOne, thingsInBox, type HitOptions } from '../canvas/hitTest.ts';
import { shownLayout } from '../canvas/shownLayout.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import type { DerivedStore } from '../state/derivedStore.ts';
import { lockedLayers, reachableLayers } from '../state/layersInReach.ts';
import type { PlanStore } from '../state/planStore.ts';
import { layerOf, type SessionStore, type Thing, type ToolId } from '../state/sessionStore.ts';
import { rememberCopies } from './duplicateActions.ts';
import { lockedNotice, unlockFor } from './locks.ts';
import { NO_PREVIEW, previewOf } from './preview.ts';
import type { KeyInput, PointerInput, Tool, ToolContext } from './tool.ts';
import { toolOf, type AnyHandlers, type AnyState } from './toolTable.ts';
import { pointByKey, typedAids, typedInput, typeKey, whyUnread, type PointerSend, type Stated, type Typing } from './typedNumbers.ts';

export interface ToolParts {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly derived: DerivedStore;
  readonly layout: () => HallLayout | null;
  readonly randomBytes: RandomBytes;
}

export interface ToolHost {
  pointerDown(input: PointerInput): void;
  pointerMove(input: PointerInput): void;
  pointerUp(input: PointerInput): void;
  /** True when the gesture under way takes the key. */
  key(input: KeyInput): boolean;
  /** A key let go. */
  keyUp(input: KeyInput): void;
  doubleClick(input: PointerInput): void;
  /** Takes back a number as far as it is typed, and goes on with the gesture; false when none is. */
  untype(): boolean;
  /** Ends the gesture under way as if it had not begun; false when there was none. */
  cancel(): boolean;
  /** The hand, for as long as a key or button is held; ends with `endPan`. */
  beginPan(): void;
  endPan(): void;
  /** The thing that a click at this place means. */
  hit(at: Point): Thing | null;
  cursor(): string;
  /** Whether Escape would end something: a gesture, a press, a thing in hand. */
  isUnderWay(): boolean;
  /** Nothing is dragged or drawn that the view should follow. */
  isResting(): boolean;
  /** `select.moving` */
  state(): string;
}

const NO_MODIFIERS = { shift: false, alt: false, ctrl: false };

/** How far beside a thin thing a click still counts. */
const TOLERANCE_PX = 5;

export function createToolHost({ plan, session, derived, layout, randomBytes }: ToolParts): ToolHost {
  let tool = toolOf(session.getState().tool);
  let state: AnyState = tool.initial;
  /** The tool that waits while the view is panned, with the state that it waits in. */
  let waiting: { readonly tool: Tool<AnyState>; readonly state: AnyState } | null = null;
  /** True while a command of the gesture itself changes the plan. */
  let committing = false;
  /** True while a state deals with an event: what it sets itself is no news to it. */
  let handling = false;
  let pointerPx: ScreenPoint | null = null;
  /** False after a press that set nothing, whose release means nothing either. */
  let isPressed = false;
  /** A number of the state under way, as far as it is typed. */
  let typing: Typing | null = null;

  const context: ToolContext = {
    plan: () => plan.getState().plan,
    session: () => session.getState(),
    layout: snappingLayout,
    askDistance: (distance) => dialogs.setState({ distance }),
    hit(at) {
      const hall = front();
      return hall === null ? null : hitOne(hall, at, hitOptions());
    },
    hitAll(at) {
      const hall = front();
      return hall === null ? [] : hitAll(hall, at, hitOptions());
    },
    lockedAt(at) {
      const hall = front();
      const locked = hall === null ? null : hitOne(hall, at, { ...hitOptions(), layers: lockedLayers(session.getState()) });
      return locked === null ? null : layerOf(locked);
    },
    connect: (a, b) => dialogs.setState({ connect: { a, b } }),
    inside(from, to, touching) {
      const hall = front();
      return hall === null ? [] : thingsInBox(hall, boxOf(from, to), touching, reachableLayers(session.getState()));
    },
    catchThings: (things, caught) => session.setState({ selection: things, caught }),
    setLockedHover(lockedHover) {
      if (session.getState().lockedHover !== lockedHover) session.setState({ lockedHover });
    },
    tell: (text) => session.setState({ notice: { text, tone: 'info' } }),
    tellLocked: (layer) => session.setState({ notice: lockedNotice(layer) }),
    takeTool: (next) => session.setTool(next),
    editSelection: () => session.setState(({ editRequests }) => ({ editRequests: editRequests + 1 })),
    editSettings: () => session.setState(({ settingRequests }) => ({ settingRequests: settingRequests + 1 })),
    moveExactly(by) {
      if (by !== null) session.setState({ lastMove: { dxMm: by.dxMm, dyMm: by.dyMm } });
      dialogs.setState({ open: 'move' });
    },
    rememberCopies: (copies) => rememberCopies(session, copies),
    pointerPx: () => pointerPx,
    select(things) {
      // Who has just made or taken hold of a thing with its own tool means it, and goes on to its fields.
      session.select(things);
      if (tool.id !== 'select') for (const layer of things.map(layerOf)) if (layer !== null) unlockFor(session, layer);
    },
    toggle: (things) => session.toggle(things),
    setHover(thing) {
      const { hover } = session.getState();
      if (hover?.id !== thing?.id || hover?.kind !== thing?.kind) session.setState({ hover: thing });
    },
    setCamera: (camera) => session.setState({ camera }),
    setOrtho: (ortho) => session.setState({ ortho }),
    setRow: (change) => session.setRow(change),
    setTrace: (change) => session.setTrace(change),
    attempt: (command, args, aids) =>
      session.setState({ preview: previewOf(plan, command, args, typedAids(aids, typing, context)), hover: null }),
    commit(command, args) {
      committing = true;
      try {
        const run = plan.run(command, args);
        if (!run.ok) session.setState({ notice: { text: `${run.error.message}; ${run.error.remedy}`, tone: 'error' } });
        session.setState({ preview: null });
        return run.ok;
      } finally {
        committing = false;
      }
    },
    show: (preview) => session.setState({ preview: preview === null ? null : { ...NO_PREVIEW, ...typedAids(preview, typing, context) } }),
    newIds: (table, count) => newIds(table, count, plan.getState().plan, randomBytes),
  };

  /** Drawings that are not shown pull nothing. */
  function snappingLayout(): HallLayout | null {
    const hall = layout();
    return hall === null || hall.underlays.length === 0 || session.getState().layers.drawings ? hall : { ...hall, underlays: [] };
  }

  /** The hall as far as its things are shown and not stepped back. */
  function front(): HallLayout | null {
    const hall = layout();
    return hall === null ? null : shownLayout(hall, session.getState()).front;
  }

  function hitOptions(): HitOptions {
    const { camera } = session.getState();
    return {
      toleranceMm: TOLERANCE_PX / camera.pxPerMm,
      pxPerMm: camera.pxPerMm,
      layers: reachableLayers(session.getState()),
      markers: markersOnScreen(derived.getState().scene?.markers ?? [], camera),
      noteTexts: noteTextsIn(camera),
    };
  }

  function handlers(): AnyHandlers {
    const found = tool.states[state.name];
    if (found === undefined) throw new Error(`Bug: the tool ${tool.id} has no state ${state.name}`);
    return found;
  }

  /** Goes on to the state that a handler gives, unless the handler put another tool into the hand; false when it gives none. */
  function advance(handle: (of: AnyHandlers) => AnyState | undefined): boolean {
    const held = tool;
    const wasHandling = handling;
    handling = true;
    const next = handle(handlers());
    handling = wasHandling;
    if (next !== undefined && tool === held) {
      if (next.name !== state.name) typing = null;
      state = next;
    }
    return next !== undefined;
  }

  function stated(): Stated {
    return { value: state, handlers: handlers() };
  }

  /** What the tool sees of a pointer: it goes as far as typed, where something is. */
  function withTyped(input: PointerInput): PointerInput {
    if (typing === null) return input;
    typing = { ...typing, aim: input.at };
    return typedInput(stated(), typing, context) ?? input;
  }

  function send({ kind, input }: PointerSend): void {
    switch (kind) {
      case 'move':
        return void advance(({ pointerMove }) => pointerMove?.(state, input, context));
      case 'press':
        return void advance(({ pointerDown }) => pointerDown?.(state, input, context));
      case 'release':
        return void advance(({ pointerUp }) => pointerUp?.(state, input, context));
    }
  }

  function typedKey(input: KeyInput): boolean {
    const outcome = typeKey(stated(), typing, input, context);
    if (outcome === null) return false;
    typing = outcome.typing;
    for (const one of outcome.sends) send(one);
    return true;
  }

  function pointedByKey(input: KeyInput): boolean {
    const sends = pointByKey(stated(), input, context);
    for (const one of sends ?? []) {
      session.setState({ pointer: one.input.at });
      send(one);
    }
    return sends !== null;
  }

  function untype(): boolean {
    const before = typed().length;
    for (let left = before; left > 0; left = typed().length) {
      const taken = { key: 'Backspace', ...NO_MODIFIERS };
      if (!typedKey(taken)) advance(({ key }) => key?.(state, taken, context));
      if (typed().length >= left) throw new Error(`Bug: ${tool.id}.${state.name} takes no figure back`);
    }
    return before > 0;
  }

  /** What is typed for the state under way, which the host keeps or, where a tool deals with it itself, the state. */
  function typed(): string {
    return typing?.text ?? handlers().typed?.(state) ?? '';
  }

  /** Says so where what is typed leads nowhere: a press or Enter then sets nothing, and it is there to be mended. */
  function isUnread(): boolean {
    const why = whyUnread(typed(), handlers().takesSizes === true, session.getState().units);
    if (why !== null) session.setState({ notice: { text: why, tone: 'error' } });
    return why !== null;
  }

  function press(input: PointerInput): void {
    isPressed = !isUnread();
    if (isPressed) send({ kind: 'press', input: withTyped(input) });
  }

  /** A drag cannot wait without the button: it leaves things where they were. */
  function release(input: PointerInput): void {
    const wasPressed = isPressed;
    isPressed = false;
    if (!wasPressed) return;
    if (handlers().pointerUp === undefined || !isUnread()) send({ kind: 'release', input: withTyped(input) });
    else cancel();
  }

  function cancel(): boolean {
    typing = null;
    const leave = handlers().cancel;
    if (leave === undefined) return false;
    state = leave(state, context);
    return true;
  }

  function take(next: ToolId): void {
    endPan();
    if (tool.id === next) return;
    cancel();
    typing = null;
    tool = toolOf(next);
    state = tool.initial;
    session.setState({ hover: null });
  }

  function endPan(): void {
    if (waiting === null) return;
    ({ tool, state } = waiting);
    waiting = null;
  }

  /** Ends what is done in the hall, also what waits while the view is panned. */
  function leaveAll(): void {
    endPan();
    cancel();
  }

  session.subscribe((now, before) => {
    if (now.tool !== before.tool) {
      take(now.tool);
      // What the tool said to do next goes with it.
      if (before.tool === 'span' && now.notice !== null && now.notice === before.notice && now.notice.tone === 'info')
        session.setState({ notice: null });
    }
    if (now.hall !== before.hall) leaveAll();
    if (now.trace !== before.trace && waiting === null && !handling) advance(({ refresh }) => refresh?.(state, context));
    // The view moved under a pointer that rests: it is over another place. Beside the plan it is over none.
    if (now.pointer === null || now.pointer !== before.pointer) return;
    if (now.mode !== 'plan') session.setState({ pointer: null, hover: null });
    else if (now.camera !== before.camera && pointerPx !== null) session.setState({ pointer: toHall(now.camera, pointerPx) });
  });
  // The plan changed under the gesture: what it began from is gone.
  const outside = (): void => {
    if (!committing) leaveAll();
  };
  plan.onChange(outside);
  plan.onReplace(outside);

  return {
    pointerDown: press,
    pointerMove(input) {
      pointerPx = input.px;
      session.setState({ pointer: input.at });
      send({ kind: 'move', input: withTyped(input) });
    },
    pointerUp: release,
    key: (input) =>
      (input.key === 'Enter' && !input.ctrl && isUnread()) ||
      typedKey(input) ||
      advance(({ key }) => key?.(state, input, context)) ||
      pointedByKey(input),
    keyUp: (input) => void advance(({ keyUp }) => keyUp?.(state, input, context)),
    doubleClick: (input) => void advance(({ doubleClick }) => doubleClick?.(state, input, context)),
    untype,
    cancel,
    beginPan() {
      if (waiting !== null || tool.id === 'pan') return;
      waiting = { tool, state };
      tool = toolOf('pan');
      state = tool.initial;
    },
    endPan,
    hit: context.hit,
    cursor: () => handlers().cursor ?? 'default',
    isUnderWay: () => handlers().cancel !== undefined || waiting?.tool.states[waiting.state.name]?.cancel !== undefined,
    isResting: () => tool.id === 'pan' || tool.id === 'measure' || tool.id === 'measureTrays' || handlers().cancel === undefined,
    state: () => `${tool.id}.${state.name}`,
  };
}

function boxOf(from: Point, to: Point): { minXMm: number; minYMm: number; maxXMm: number; maxYMm: number } {
  return {
    minXMm: Math.min(from.xMm, to.xMm),
    minYMm: Math.min(from.yMm, to.yMm),
    maxXMm: Math.max(from.xMm, to.xMm),
    maxYMm: Math.max(from.yMm, to.yMm),
  };
}
