/**
 * Select, move, marquee. A click takes what lies on top with its group, a second one or Ctrl reaches inside the group, Tab goes
 * through what lies beneath, Alt shows the free space around the selection, Shift+Space begins a marquee by keys.
 */
import type { Point } from '../../shared/geometry/shapes.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { isSelected, thingKey, type Thing } from '../state/sessionStore.ts';
import { dropOffset, numbersOfOffset, tryOffset, type Offsetting } from './dimensionDrag.ts';
import { bendAt, dropBend, numbersOfBend, tryBend, type Bending } from './noteDrag.ts';
import { gapGuides } from './gaps.ts';
import { takenByClick, withGroups } from './grouping.ts';
import { heldOf, holdJunction, holdThing, junctionAt } from './holding.ts';
import { beginKeyMarquee, keyOfBox, keyOfCross, type KeyMarqueeState } from './keyMarquee.ts';
import { brush, catchWithin } from './marquee.ts';
import { beginMove, drop, isModifier, keyOfMove, SNAP_PX, tryMove, type Moving } from './moving.ts';
import { dropReshape, keyOfReshape, pressGrip, tryReshape, type Reshaping } from './reshape.ts';
import { hasMoved, type KeyInput, type PointerInput, type Tool, type ToolContext } from './tool.ts';

type SelectState =
  | { readonly name: 'idle' }
  /** Alt is held: the free space around the selection is shown. */
  | { readonly name: 'sizing' }
  /** Tab goes through what lies under one place, from the top; after the last it is an ordinary Tab again. */
  | { readonly name: 'cycling'; readonly px: ScreenPoint | null; readonly things: readonly Thing[]; readonly place: number }
  /** Button down on a thing: a click, or the start of a move. */
  | {
      readonly name: 'pointingThing';
      readonly thing: Thing;
      /** The end of a tray that was taken hold of, whatever lies over it. */
      readonly junction: string | null;
      readonly start: Point;
      readonly startPx: ScreenPoint;
      readonly reachesInside: boolean;
    }
  | { readonly name: 'pointingFloor'; readonly start: Point; readonly startPx: ScreenPoint }
  | Moving
  | Reshaping
  | Offsetting
  | Bending
  | { readonly name: 'brushing'; readonly start: Point }
  | KeyMarqueeState;

type Pointing = Extract<SelectState, { name: 'pointingThing' }>;

const idle: SelectState = { name: 'idle' };

export const selectTool: Tool<SelectState> = {
  id: 'select',
  initial: idle,
  states: {
    idle: {
      pointerMove: (state, input, context) => (input.alt ? showGaps(context, state) : hover(state, input, context)),
      pointerDown: press,
      key: keyAtRest,
      doubleClick: edit,
    },
    sizing: {
      pointerMove: (state, input, context) => (input.alt ? state : leave(state, context)),
      pointerDown(state, input, context) {
        context.show(null);
        return press(state, input, context);
      },
      keyUp: (state, { key }, context) => (key === 'Alt' ? leave(state, context) : state),
      key: (state, { key }) => (key === 'Alt' ? state : undefined),
      cancel: leave,
    },
    cycling: {
      pointerMove: (state, input, context) => (state.px !== null && !hasMoved(state.px, input.px) ? state : hover(idle, input, context)),
      pointerDown: press,
      key: (state, input, context) =>
        input.key === 'Tab' && !input.shift ? cycle(state.things, state.place + 1, context) : keyAtRest(idle, input, context),
      doubleClick: edit,
      cancel: () => idle,
    },
    pointingThing: {
      pointerMove(state, input, context) {
        if (!hasMoved(state.startPx, input.px)) return state;
        const held = state.junction === null ? null : holdJunction(context, state.junction);
        if (state.thing.kind === 'dimension' && held === null) {
          const { id } = state.thing;
          return tryOffset({ name: 'offsetting', id, start: state.start, offsetMm: 0 }, input.at, input.ctrl, context);
        }
        // What is selected is dragged, also from under something else.
        const under = context.hitAll(state.start).find((thing) => isSelected(context.session().selection, thing)) ?? state.thing;
        const taken = held ?? holdThing(context, under, state.reachesInside);
        if (taken === null) return { name: 'brushing', start: state.start };
        return beginMove(taken, state.start, input, context);
      },
      pointerUp: click,
      cancel: () => idle,
    },
    pointingFloor: {
      pointerMove(state, { at, px }, context) {
        if (!hasMoved(state.startPx, px)) return state;
        brush(state.start, at, context);
        return { name: 'brushing', start: state.start };
      },
      pointerUp({ start }, { shift }, context) {
        if (!shift) context.select([]);
        const locked = context.lockedAt(start);
        if (locked !== null) context.tellLocked(locked);
        return idle;
      },
      cancel: () => idle,
    },
    moving: {
      cursor: 'move',
      pointerMove: (state, { at, shift, alt, ctrl }, context) => tryMove({ ...state, at, keys: { shift, alt, ctrl } }, context),
      pointerUp(state, _input, context) {
        drop(state, context);
        return idle;
      },
      key(state, input, context) {
        if (input.key === 'Enter') {
          drop(state, context);
          return idle;
        }
        if (!input.ctrl || input.key.toLowerCase() !== 'm') return keyOfMove(state, input, context);
        context.show(null);
        const { outcome } = state;
        context.moveExactly(outcome.kind === 'move' ? outcome : null);
        return idle;
      },
      keyUp: (state, input, context) => (isModifier(input.key) ? (keyOfMove(state, input, context) ?? state) : state),
      typed: ({ typed }) => typed,
      cancel: leave,
    },
    reshaping: {
      cursor: 'move',
      pointerMove: (state, input, context) =>
        state.progress.is === 'pressed' && !hasMoved(state.startPx, input.px) ? state : tryReshape(state, input.at, input, context),
      pointerUp(state, _input, context) {
        dropReshape(state, context);
        return idle;
      },
      key(state, input, context) {
        if (input.key !== 'Enter') return keyOfReshape(state, input, context);
        dropReshape(state, context);
        return idle;
      },
      typed: ({ typed }) => typed,
      cancel: leave,
    },
    offsetting: {
      cursor: 'move',
      numbers: numbersOfOffset,
      pointerMove: (state, { at, ctrl }, context) => tryOffset(state, at, ctrl, context),
      pointerUp(state, _input, context) {
        dropOffset(state, context);
        return idle;
      },
      cancel: leave,
    },
    bending: {
      cursor: 'move',
      numbers: numbersOfBend,
      pointerMove: (state, { at }, context) => tryBend({ ...state, at }, context),
      pointerUp(state, _input, context) {
        dropBend(state, context);
        return idle;
      },
      cancel: leave,
    },
    brushing: {
      cursor: 'crosshair',
      pointerMove(state, { at }, context) {
        brush(state.start, at, context);
        return state;
      },
      pointerUp({ start }, { at, shift }, context) {
        catchWithin(start, at, shift, context);
        return idle;
      },
      cancel: leave,
    },
    leadingCross: { cursor: 'crosshair', key: keyOfCross, pointerDown: pressInstead, cancel: leave },
    stretchingBox: { cursor: 'crosshair', key: keyOfBox, pointerDown: pressInstead, cancel: leave },
  },
};

/** Who takes the mouse instead goes on with that. */
function pressInstead(_state: SelectState, input: PointerInput, context: ToolContext): SelectState {
  context.show(null);
  return press(idle, input, context);
}

function leave(_state: SelectState, context: ToolContext): SelectState {
  context.show(null);
  return idle;
}

function hover(state: SelectState, { at }: PointerInput, context: ToolContext): SelectState {
  const thing = context.hit(at);
  context.setHover(thing);
  context.setLockedHover(thing === null ? context.lockedAt(at) : null);
  return state.name === 'cycling' ? idle : state;
}

function press(_state: SelectState, input: PointerInput, context: ToolContext): SelectState {
  const { at, px, ctrl } = input;
  const grip = pressGrip(at, input, context);
  if (grip !== null) return grip;
  const bend = bendAt(at, context);
  if (bend !== null) return bend;
  const junction = junctionAt(context, at, SNAP_PX);
  const top = context.hit(at);
  if (top === null && junction === null) return { name: 'pointingFloor', start: at, startPx: px };
  const thing = top ?? ({ kind: 'junction', id: junction ?? '' } as const);
  return { name: 'pointingThing', thing, junction, start: at, startPx: px, reachesInside: ctrl };
}

function click({ thing, junction, reachesInside }: Pointing, { shift }: PointerInput, context: ToolContext): SelectState {
  const plan = context.plan();
  if (junction !== null) take([{ kind: 'junction', id: junction }]);
  else if (reachesInside) take([thing]);
  else take(shift ? withGroups(plan, [thing]) : takenByClick(plan, context.session().selection, thing));
  return idle;

  function take(things: readonly Thing[]): void {
    if (shift) context.toggle(things);
    else context.select(things);
  }
}

/** On a thing: its fields. On the floor: the next row. */
function edit(state: SelectState, { at }: PointerInput, context: ToolContext): SelectState {
  const thing = context.hit(at);
  if (thing === null) context.takeTool('row');
  else {
    if (!isSelected(context.session().selection, thing) || context.session().selection.length > 1) context.select([thing]);
    context.editSelection();
  }
  return state.name === 'cycling' ? idle : state;
}

function keyAtRest(state: SelectState, input: KeyInput, context: ToolContext): SelectState | undefined {
  const { key, shift, ctrl } = input;
  const cross = beginKeyMarquee(input, context);
  if (cross !== undefined) return cross;
  if (key === 'Alt' && !ctrl) return context.session().selection.length === 0 ? undefined : showGaps(context, state);
  if (key !== 'Tab' || shift || ctrl) return undefined;
  const { pointer } = context.session();
  const things = pointer === null ? [] : context.hitAll(pointer);
  if (things.length < 2) return undefined;
  const { selection } = context.session();
  const [only] = selection;
  const at = selection.length === 1 && only !== undefined ? things.findIndex((thing) => thingKey(thing) === thingKey(only)) : -1;
  // A click takes the cabinet under a tray, the lowest of all: from there it begins at the top.
  return cycle(things, (at + 1) % things.length, context);
}

function cycle(things: readonly Thing[], place: number, context: ToolContext): SelectState | undefined {
  const thing = things[place];
  if (thing === undefined) return undefined;
  context.select([thing]);
  context.tell(`${place + 1} of ${things.length} under the pointer; Tab takes the next`);
  return { name: 'cycling', px: context.pointerPx(), things, place };
}

function showGaps(context: ToolContext, state: SelectState): SelectState {
  const layout = context.layout();
  const { selection, units } = context.session();
  const held = layout === null ? null : heldOf(context.plan(), layout, selection);
  if (layout === null || held === null) return state;
  const among = held.what.cabinets.length + held.what.obstacles.length === 0 ? 'trays' : 'floor';
  const guides = gapGuides(layout, held.box, held.moving, units, among);
  context.show({ guides, text: guides.length === 0 ? 'nothing stands near' : 'free space around the selection' });
  return { name: 'sizing' };
}
