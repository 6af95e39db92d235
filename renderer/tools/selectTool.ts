/** Select, move, marquee. */
import { moveThings, type MoveThings } from '../../shared/commands/move.ts';
import { boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { isSelected, selectedIds, type Thing } from '../state/sessionStore.ts';
import { sizeText } from '../ui/quantities.ts';
import { gapGuides, shiftBox, snapBox } from './snapping.ts';
import { hasMoved, type Aids, type PointerInput, type Tool, type ToolContext } from './tool.ts';

/** Edges within this many pixels pull. */
const SNAP_PX = 8;

type SelectState =
  | { readonly name: 'idle' }
  /** Button down on a thing: a click, or the start of a move. */
  | { readonly name: 'pointingThing'; readonly thing: Thing; readonly start: Point; readonly startPx: ScreenPoint }
  | { readonly name: 'pointingFloor'; readonly start: Point; readonly startPx: ScreenPoint }
  | {
      readonly name: 'moving';
      readonly start: Point;
      readonly what: Omit<MoveThings, 'dxMm' | 'dyMm'>;
      readonly box: Box;
      readonly moving: ReadonlySet<string>;
      /** The last try, run on release. */
      readonly dxMm: number;
      readonly dyMm: number;
    }
  | { readonly name: 'brushing'; readonly start: Point; readonly at: Point };

const idle: SelectState = { name: 'idle' };

export const selectTool: Tool<SelectState> = {
  id: 'select',
  initial: idle,
  states: {
    idle: {
      pointerMove(state, { at }, context) {
        context.setHover(context.hit(at));
        return state;
      },
      pointerDown(_state, { at, px }, context) {
        const thing = context.hit(at);
        return thing === null
          ? { name: 'pointingFloor', start: at, startPx: px }
          : { name: 'pointingThing', thing, start: at, startPx: px };
      },
    },
    pointingThing: {
      pointerMove(state, input, context) {
        if (!hasMoved(state.startPx, input.px)) return state;
        const moved = jointUnder(context, state.start) ?? movable(context, state.thing);
        if (moved === null) return { name: 'brushing', start: state.start, at: input.at };
        return tryMove({ name: 'moving', start: state.start, ...moved, dxMm: 0, dyMm: 0 }, input, context);
      },
      pointerUp({ thing }, { shift }, context) {
        if (shift) context.toggle([thing]);
        else context.select([thing]);
        return idle;
      },
      cancel: () => idle,
    },
    pointingFloor: {
      pointerMove(state, { at, px }, context) {
        return hasMoved(state.startPx, px) ? brush({ name: 'brushing', start: state.start, at }, context) : state;
      },
      pointerUp(_state, { shift }, context) {
        if (!shift) context.select([]);
        return idle;
      },
      cancel: () => idle,
    },
    moving: {
      cursor: 'move',
      pointerMove: (state, input, context) => tryMove(state, input, context),
      pointerUp({ what, dxMm, dyMm }, _input, context) {
        if (dxMm === 0 && dyMm === 0) context.show(null);
        else context.commit(moveThings, { ...what, dxMm, dyMm });
        return idle;
      },
      cancel(_state, context) {
        context.show(null);
        return idle;
      },
    },
    brushing: {
      cursor: 'crosshair',
      pointerMove: (state, { at }, context) => brush({ ...state, at }, context),
      pointerUp({ start }, { at, shift }, context) {
        context.show(null);
        const things = context.inside(start, at, isTouching(start, at));
        if (shift) context.toggle(things);
        else context.select(things);
        return idle;
      },
      cancel(_state, context) {
        context.show(null);
        return idle;
      },
    },
  },
};

/** Left to right takes what is enclosed, right to left what is touched. */
function isTouching(from: Point, to: Point): boolean {
  return to.xMm < from.xMm;
}

function brush(state: Extract<SelectState, { name: 'brushing' }>, context: ToolContext): SelectState {
  const touching = isTouching(state.start, state.at);
  const count = context.inside(state.start, state.at, touching).length;
  context.show({ marquee: { from: state.start, to: state.at, touching }, text: `${count} ${touching ? 'touched' : 'enclosed'}` });
  return state;
}

interface Movable {
  readonly what: Omit<MoveThings, 'dxMm' | 'dyMm'>;
  readonly box: Box;
  readonly moving: ReadonlySet<string>;
}

/** The end of a selected pathway that was taken hold of, whatever lies over it: it moves alone, with all that joins there. */
function jointUnder(context: ToolContext, at: Point): Movable | null {
  const { selection, camera } = context.session();
  const pathways = context.layout()?.pathways;
  const ends = selectedIds(selection, 'segment').flatMap((id) => {
    const placed = pathways?.byId.get(id);
    if (placed === undefined) return [];
    const { segment, from, to } = placed;
    return [
      { junction: segment.from, place: from },
      { junction: segment.to, place: to },
    ];
  });
  const held = ends.find(({ place }) => Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm) * camera.pxPerMm <= SNAP_PX);
  if (held === undefined) return null;
  return { what: { junctions: [held.junction] }, box: boxAround([held.place]), moving: new Set() };
}

/** What a drag on a thing moves: the selection when the thing is in it, else the thing alone, which it selects. */
function movable(context: ToolContext, thing: Thing): Movable | null {
  const layout = context.layout();
  if (layout === null) return null;
  const grabbed = carrier(context, thing);
  const { selection } = context.session();
  const isOfSelection = isSelected(selection, grabbed) || isSelected(selection, thing);
  const things = isOfSelection ? selection.map((one) => carrier(context, one)) : [grabbed];
  const cabinets = new Set<string>();
  const obstacles = new Set<string>();
  const junctions = new Set<string>();
  const boxes: Box[] = [];
  for (const { kind, id } of things) {
    if (kind === 'cabinet') {
      const placed = layout.cabinets.byId.get(id);
      if (placed === undefined) continue;
      cabinets.add(id);
      boxes.push(placed.box);
    } else if (kind === 'obstacle') {
      const placed = layout.obstacles.find(({ obstacle }) => obstacle.id === id);
      if (placed === undefined) continue;
      obstacles.add(id);
      boxes.push(placed.box);
    } else if (kind === 'segment') {
      const placed = layout.pathways.byId.get(id);
      if (placed === undefined) continue;
      junctions.add(placed.segment.from).add(placed.segment.to);
      boxes.push(placed.box);
    }
  }
  if (boxes.length === 0) return null;
  if (!isOfSelection) context.select([grabbed]);
  const box = {
    minXMm: Math.min(...boxes.map(({ minXMm }) => minXMm)),
    minYMm: Math.min(...boxes.map(({ minYMm }) => minYMm)),
    maxXMm: Math.max(...boxes.map(({ maxXMm }) => maxXMm)),
    maxYMm: Math.max(...boxes.map(({ maxYMm }) => maxYMm)),
  };
  return {
    what: { cabinets: [...cabinets], obstacles: [...obstacles], junctions: [...junctions] },
    box,
    moving: new Set([...cabinets, ...obstacles]),
  };
}

/** A device is moved by moving its cabinet. */
function carrier(context: ToolContext, thing: Thing): Thing {
  if (thing.kind !== 'device') return thing;
  const device = context.plan().devices.get(thing.id);
  return device === undefined ? thing : { kind: 'cabinet', id: device.cabinet };
}

function tryMove(state: Extract<SelectState, { name: 'moving' }>, { at, shift, ctrl }: PointerInput, context: ToolContext): SelectState {
  const layout = context.layout();
  if (layout === null) return state;
  const { snap, units, camera } = context.session();
  let [dx, dy] = [at.xMm - state.start.xMm, at.yMm - state.start.yMm];
  // Shift keeps to one axis.
  if (shift) [dx, dy] = Math.abs(dx) >= Math.abs(dy) ? [dx, 0] : [0, dy];
  const pulled = snapBox(layout, shiftBox(state.box, dx, dy), {
    toleranceMm: SNAP_PX / camera.pxPerMm,
    moving: state.moving,
    enabled: snap && !ctrl,
  });
  const dxMm = shift && dx === 0 ? 0 : Math.round(dx + pulled.dxMm);
  const dyMm = shift && dy === 0 ? 0 : Math.round(dy + pulled.dyMm);
  const box = shiftBox(state.box, dxMm, dyMm);
  const aids: Aids = {
    moving: state.moving,
    guides: [...pulled.guides, ...gapGuides(layout, box, state.moving, units)],
    text: `moved by ${sizeText(dxMm, units)}, ${sizeText(dyMm, units)}`,
  };
  context.attempt(moveThings, { ...state.what, dxMm, dyMm }, aids);
  return { ...state, dxMm, dyMm };
}
