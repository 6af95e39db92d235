/**
 * Places the pod in hand, one a click, until Escape: the whole of it follows the pointer and comes to rest as what is dragged does. R turns
 * it. Typed lengths count from the cabinets that are selected, else from where the tiles begin. Without a mouse: Enter takes it up, arrows move it, Enter puts it down.
 */
import { boxOfPod, placePod, thingsOfPod, type PlacePod } from '../../shared/commands/pods.ts';
import { idsForPaste, type PastedIds } from '../../shared/commands/paste.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { sizeText } from '../../shared/quantities.ts';
import { countText } from '../ui/quantities.ts';
import { gapGuides } from './gaps.ts';
import { SNAP_PX } from './moving.ts';
import { arrowStep, startOfKeys } from './sketch.ts';
import { shiftBox, snapBox } from './snapping.ts';
import { originOfPlacing } from './placingOrigin.ts';
import type { KeyInput, Numbers, Tool, ToolContext } from './tool.ts';
import { levelTowards } from './typedNumbers.ts';

interface Carrying {
  readonly name: 'carrying';
  readonly pod: string;
  readonly quarters: number;
  readonly clip: Plan;
  /** Each thing keeps its id while the pod is moved and turned. */
  readonly ids: PastedIds;
  readonly at: Point;
  readonly free: boolean;
  readonly place: PlacePod;
}

type PodState = { readonly name: 'idle'; readonly quarters: number } | Carrying | { readonly name: 'pressing'; readonly carried: Carrying };

const QUARTERS = 4;

export const podTool: Tool<PodState> = {
  id: 'pod',
  initial: { name: 'idle', quarters: 0 },
  states: {
    idle: {
      cursor: 'copy',
      pointerMove: (state, { at, ctrl }, context) => takeUp(state.quarters, at, ctrl, context),
      pointerDown: (state, { at, ctrl }, context) => pressed(takeUp(state.quarters, at, ctrl, context)),
      key: (state, input, context) =>
        input.key === 'Enter' && !input.ctrl ? takeUp(state.quarters, startOfKeys(context), false, context) : undefined,
    },
    carrying: {
      cursor: 'copy',
      numbers: (state, pointer, context) => numbersOf(state, 'click', pointer, context),
      pointerMove: (state, { at, ctrl }, context) => carry({ ...state, at, free: ctrl }, context),
      pointerDown: (state, { at, ctrl }, context) => pressed(carry({ ...state, at, free: ctrl }, context)),
      key: keyWhileCarrying,
      cancel: leave,
    },
    pressing: {
      cursor: 'copy',
      numbers: ({ carried }, pointer, context) => numbersOf(carried, 'release', pointer, context),
      pointerMove: ({ carried }, { at, ctrl }, context) => pressed(carry({ ...carried, at, free: ctrl }, context)),
      pointerUp: ({ carried }, _input, context) => putDown(carried, context),
      cancel: ({ carried }, context) => leave(carried, context),
    },
  },
};

function pressed(state: PodState): PodState {
  return state.name === 'carrying' ? { name: 'pressing', carried: state } : state;
}

function leave({ quarters }: Carrying, context: ToolContext): PodState {
  context.show(null);
  return { name: 'idle', quarters };
}

function takeUp(quarters: number, at: Point, free: boolean, context: ToolContext): PodState {
  const { pod } = context.session();
  const resting: PodState = { name: 'idle', quarters };
  if (pod.id === null || context.layout() === null) return resting;
  const clip = thingsOfPod(context.plan(), pod.id, quarters);
  if (!clip.ok) {
    context.tell(`${clip.error.message}; ${clip.error.remedy}`);
    return resting;
  }
  return carryClip(pod.id, quarters, clip.value, idsForPaste(clip.value, context.newIds), at, free, context) ?? resting;
}

function carry({ pod, quarters, clip, ids, at, free }: Carrying, context: ToolContext): PodState {
  return carryClip(pod, quarters, clip, ids, at, free, context) ?? { name: 'idle', quarters };
}

function carryClip(
  pod: string,
  quarters: number,
  clip: Plan,
  ids: PastedIds,
  at: Point,
  free: boolean,
  context: ToolContext,
): Carrying | null {
  const layout = context.layout();
  const { snap, snapTo, camera, units, pod: settings } = context.session();
  if (layout === null) return null;
  const own = boxOfPod(clip);
  // The pointer holds it in the middle.
  const box = shiftBox(own, at.xMm - (own.minXMm + own.maxXMm) / 2, at.yMm - (own.minYMm + own.maxYMm) / 2);
  const moving = new Set<string>();
  const pulled = snapBox(layout, box, { toleranceMm: SNAP_PX / camera.pxPerMm, moving, enabled: snap && !free, to: snapTo, units });
  const [xMm, yMm] = [Math.round(box.minXMm + pulled.dxMm), Math.round(box.minYMm + pulled.dyMm)];
  const place: PlacePod = {
    name: context.plan().pods.get(pod)?.name ?? '',
    namePattern: settings.namePattern,
    clip,
    hall: layout.hall.id,
    dxMm: Math.round(xMm - own.minXMm),
    dyMm: Math.round(yMm - own.minYMm),
    ids,
  };
  const made = new Set(ids.cabinets.map(([, to]) => to));
  context.attempt(placePod, place, {
    moving: made,
    guides: [...pulled.guides, ...gapGuides(layout, shiftBox(own, place.dxMm, place.dyMm), made, units)],
    text: `${place.name} · ${countText(clip.cabinets.size, 'cabinet')} · ${sizeText(xMm, units)}, ${sizeText(yMm, units)} · R turns it`,
  });
  return { name: 'carrying', pod, quarters, clip, ids, at, free, place };
}

/** From the north-west corner of what it counts from to its own. */
function numbersOf({ clip, at }: Carrying, sets: Numbers['sets'], pointer: Point, context: ToolContext): Numbers | null {
  const corner = originOfPlacing(context);
  if (corner === null) return null;
  const own = boxOfPod(clip);
  const from = { xMm: corner.xMm + (own.maxXMm - own.minXMm) / 2, yMm: corner.yMm + (own.maxYMm - own.minYMm) / 2 };
  return { from, towards: levelTowards(from, pointer), sets, at };
}

function keyWhileCarrying(state: Carrying, input: KeyInput, context: ToolContext): PodState | undefined {
  if (input.ctrl) return undefined;
  if (input.key === 'Enter') return putDown(state, context);
  const step = arrowStep(input.key, input, context.layout()?.hall.tile.sizeMm ?? null);
  // Keys lead to the place itself, whatever is near.
  if (step !== null) return carry({ ...state, at: { xMm: state.at.xMm + step.xMm, yMm: state.at.yMm + step.yMm }, free: true }, context);
  if (input.key.toLowerCase() !== 'r') return undefined;
  const quarters = (state.quarters + (input.shift ? QUARTERS - 1 : 1)) % QUARTERS;
  const clip = thingsOfPod(context.plan(), state.pod, quarters);
  return clip.ok ? carry({ ...state, quarters, clip: clip.value }, context) : state;
}

function putDown({ quarters, place }: Carrying, context: ToolContext): PodState {
  if (context.commit(placePod, place)) context.select(place.ids.cabinets.map(([, id]) => ({ kind: 'cabinet', id })));
  return { name: 'idle', quarters };
}
