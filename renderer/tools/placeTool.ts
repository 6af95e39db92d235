/**
 * Places cabinets of the model chosen in the catalog, one a click, until Escape. R turns the one in hand. Typed lengths count from the
 * cabinet that is selected, as the last one placed is, else from where the tiles begin. Without a mouse: Enter takes it up, arrows move
 * it, Enter puts it down.
 */
import { placeCabinet, type PlaceCabinet } from '../../shared/commands/cabinets.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { sizeText } from '../../shared/quantities.ts';
import { footprintBox, placementAt } from './placement.ts';
import { gapGuides } from './gaps.ts';
import { arrowStep, startOfKeys } from './sketch.ts';
import { shiftBox, snapBox } from './snapping.ts';
import type { KeyInput, Numbers, Tool, ToolContext } from './tool.ts';
import { originOfPlacing } from './placingOrigin.ts';
import { levelTowards } from './typedNumbers.ts';

interface Carrying {
  readonly name: 'carrying';
  readonly rotationDeg: number;
  readonly at: Point;
  readonly free: boolean;
  readonly place: PlaceCabinet;
}

type PlaceState =
  /** Nothing under the pointer yet, or the pointer is away. */
  | { readonly name: 'idle'; readonly rotationDeg: number }
  | Carrying
  /** Button down: the release puts the cabinet down. */
  | { readonly name: 'pressing'; readonly carried: Carrying };

/** Edges within this many pixels pull. */
const SNAP_PX = 8;
const QUARTER_DEG = 90;

export const placeTool: Tool<PlaceState> = {
  id: 'place',
  initial: { name: 'idle', rotationDeg: 0 },
  states: {
    idle: {
      cursor: 'copy',
      pointerMove: (state, { at, ctrl }, context) => carry(state.rotationDeg, at, ctrl, null, context),
      pointerDown: (state, { at, ctrl }, context) => pressed(carry(state.rotationDeg, at, ctrl, null, context)),
      key: ({ rotationDeg }, { key, ctrl }, context) =>
        key === 'Enter' && !ctrl ? carry(rotationDeg, startOfKeys(context), false, null, context) : undefined,
    },
    carrying: {
      cursor: 'copy',
      numbers: (state, pointer, context) => numbersOf(state, 'click', pointer, context),
      pointerMove: ({ rotationDeg, place }, { at, ctrl }, context) => carry(rotationDeg, at, ctrl, place.id, context),
      pointerDown: ({ rotationDeg, place }, { at, ctrl }, context) => pressed(carry(rotationDeg, at, ctrl, place.id, context)),
      key: keyWhileCarrying,
      cancel: leave,
    },
    pressing: {
      cursor: 'copy',
      numbers: ({ carried }, pointer, context) => numbersOf(carried, 'release', pointer, context),
      pointerMove: ({ carried: { rotationDeg, place } }, { at, ctrl }, context) => pressed(carry(rotationDeg, at, ctrl, place.id, context)),
      pointerUp: ({ carried }, _input, context) => putDown(carried, context),
      key(state, input, context) {
        const next = keyWhileCarrying(state.carried, input, context);
        return next === undefined ? undefined : pressed(next);
      },
      cancel: ({ carried }, context) => leave(carried, context),
    },
  },
};

function pressed(state: PlaceState): PlaceState {
  return state.name === 'carrying' ? { name: 'pressing', carried: state } : state;
}

function leave({ rotationDeg }: Carrying, context: ToolContext): PlaceState {
  context.show(null);
  return { name: 'idle', rotationDeg };
}

/** From the north-west corner of what it counts from to its own. */
function numbersOf({ rotationDeg, at }: Carrying, sets: Numbers['sets'], pointer: Point, context: ToolContext): Numbers | null {
  const model = context.session().placing;
  const corner = originOfPlacing(context);
  if (model === null || corner === null) return null;
  const size = footprintBox(model, rotationDeg);
  const from = { xMm: corner.xMm + size.maxXMm / 2, yMm: corner.yMm + size.maxYMm / 2 };
  return { from, towards: levelTowards(from, pointer), sets, at };
}

function keyWhileCarrying(state: Carrying, input: KeyInput, context: ToolContext): PlaceState | undefined {
  const { key, shift, ctrl } = input;
  if (ctrl) return undefined;
  if (key === 'Enter') return putDown(state, context);
  const step = arrowStep(key, input, context.layout()?.hall.tile.sizeMm ?? null);
  const { at } = state;
  // Keys lead to the place itself, whatever is near.
  if (step !== null) return carry(state.rotationDeg, { xMm: at.xMm + step.xMm, yMm: at.yMm + step.yMm }, true, state.place.id, context);
  if (key.toLowerCase() !== 'r') return undefined;
  const rotationDeg = (state.rotationDeg + (shift ? 360 - QUARTER_DEG : QUARTER_DEG)) % 360;
  return carry(rotationDeg, state.at, state.free, state.place.id, context);
}

function carry(rotationDeg: number, at: Point, free: boolean, known: string | null, context: ToolContext): PlaceState {
  const layout = context.layout();
  const { placing: model, snap, snapTo, camera, units } = context.session();
  if (layout === null || model === null) return { name: 'idle', rotationDeg };
  const id = known ?? context.newIds('cabinets', 1)[0]!;
  const size = footprintBox(model, rotationDeg);
  // The pointer holds it in the middle.
  const box = shiftBox(size, at.xMm - size.maxXMm / 2, at.yMm - size.maxYMm / 2);
  const moving = new Set([id]);
  const pulled = snapBox(layout, box, { toleranceMm: SNAP_PX / camera.pxPerMm, moving, enabled: snap && !free, to: snapTo });
  const [xMm, yMm] = [Math.round(box.minXMm + pulled.dxMm), Math.round(box.minYMm + pulled.dyMm)];
  const place = placementAt(layout, { id, model, xMm, yMm, rotationDeg });
  context.attempt(placeCabinet, place, {
    moving,
    guides: [...pulled.guides, ...gapGuides(layout, shiftBox(size, xMm, yMm), moving, units)],
    text: `${place.name} · ${model.name} · ${sizeText(xMm, units)}, ${sizeText(yMm, units)}`,
  });
  return { name: 'carrying', rotationDeg, at, free, place };
}

function putDown({ rotationDeg, place }: Carrying, context: ToolContext): PlaceState {
  if (context.commit(placeCabinet, place)) context.select([{ kind: 'cabinet', id: place.id }]);
  return { name: 'idle', rotationDeg };
}
