/** Draws out a row of cabinets in one gesture: press where it begins, drag along it, R turns it round, release places it. */
import { placeRow, type PlaceRow } from '../../shared/commands/cabinets.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import { nameFromPattern } from '../../shared/plan/names.ts';
import { compareIds } from '../../shared/plan/sortedById.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { columnLetters } from '../../shared/geometry/columnLetters.ts';
import { countText, lengthText } from '../ui/quantities.ts';
import { snapBox } from './snapping.ts';
import type { PointerInput, Tool, ToolContext } from './tool.ts';

type RowState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'drawing';
      readonly start: Point;
      readonly at: Point;
      readonly model: CabinetModel;
      /** Name of the row; its cabinets are numbered after it. */
      readonly row: string;
      /** Fronts face north (along x) or east (along y) instead of south or west. */
      readonly turned: boolean;
      /** Of as many cabinets as the row has had at most, so that each keeps its id while the row grows and shrinks. */
      readonly ids: readonly string[];
      readonly free: boolean;
    };

type Drawing = Extract<RowState, { name: 'drawing' }>;

const SNAP_PX = 8;
/** Longer rows are slips of the hand. */
const MOST_CABINETS = 200;
const idle: RowState = { name: 'idle' };

export const rowTool: Tool<RowState> = {
  id: 'row',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerDown(state, input, context) {
        const plan = context.plan();
        const model = modelFor(plan, context.session().rowModel);
        if (model === null || context.layout() === null) return state;
        const row = freeRowName(plan);
        return tryRow({ name: 'drawing', start: input.at, at: input.at, model, row, turned: false, ids: [], free: input.ctrl }, context);
      },
    },
    drawing: {
      cursor: 'crosshair',
      pointerMove: (state, { at, ctrl }: PointerInput, context) => tryRow({ ...state, at, free: ctrl }, context),
      pointerUp(state, _input, context) {
        const args = argumentsOf(state, context);
        if (args !== null && context.commit(placeRow, args)) context.select(args.ids.map((id) => ({ kind: 'cabinet', id })));
        return idle;
      },
      key: (state, { key }, context) => (key.toLowerCase() === 'r' ? tryRow({ ...state, turned: !state.turned }, context) : undefined),
      cancel(_state, context) {
        context.show(null);
        return idle;
      },
    },
  },
};

function tryRow(state: Drawing, context: ToolContext): RowState {
  const count = countOf(state);
  const missing = count - state.ids.length;
  const next = missing > 0 ? { ...state, ids: [...state.ids, ...context.newIds('cabinets', missing)] } : state;
  const args = argumentsOf(next, context);
  if (args === null) return next;
  const { units } = context.session();
  const [first, last] = [nameFromPattern(args.namePattern, 1), nameFromPattern(args.namePattern, args.ids.length)];
  const names = args.ids.length === 1 ? first : `${first}–${last}`;
  context.attempt(placeRow, args, {
    moving: new Set(args.ids),
    guides: [],
    text: `${countText(args.ids.length, 'cabinet')} · ${lengthText(args.ids.length * next.model.widthMm, units)} · ${names}`,
  });
  return next;
}

function isAlongX({ start, at }: Drawing): boolean {
  return Math.abs(at.xMm - start.xMm) >= Math.abs(at.yMm - start.yMm);
}

/** Every cabinet that the drag reaches into. */
function countOf(state: Drawing): number {
  const { start, at, model } = state;
  const lengthMm = isAlongX(state) ? Math.abs(at.xMm - start.xMm) : Math.abs(at.yMm - start.yMm);
  return Math.min(MOST_CABINETS, Math.max(1, Math.ceil(lengthMm / model.widthMm)));
}

function argumentsOf(state: Drawing, context: ToolContext): PlaceRow | null {
  const layout = context.layout();
  if (layout === null) return null;
  const { start, at, model, row, turned } = state;
  const alongX = isAlongX(state);
  const isBackwards = alongX ? at.xMm < start.xMm : at.yMm < start.yMm;
  const [spanX, spanY] = alongX ? [model.widthMm, model.depthMm] : [model.depthMm, model.widthMm];
  const first: Box = {
    minXMm: alongX && isBackwards ? start.xMm - spanX : start.xMm,
    minYMm: !alongX && isBackwards ? start.yMm - spanY : start.yMm,
    maxXMm: alongX && isBackwards ? start.xMm : start.xMm + spanX,
    maxYMm: !alongX && isBackwards ? start.yMm : start.yMm + spanY,
  };
  const { snap, camera } = context.session();
  const pulled = snapBox(layout, first, { toleranceMm: SNAP_PX / camera.pxPerMm, moving: new Set(), enabled: snap && !state.free });
  return {
    ids: state.ids.slice(0, countOf(state)),
    hall: layout.hall.id,
    model,
    namePattern: `${row}{nn}`,
    firstNumber: 1,
    row,
    xMm: Math.round(first.minXMm + pulled.dxMm),
    yMm: Math.round(first.minYMm + pulled.dyMm),
    rotationDeg: alongX ? (turned ? 0 : 180) : turned ? 90 : 270,
    pitchMm: isBackwards ? -model.widthMm : model.widthMm,
  };
}

/** The chosen model, else the one that most cabinets have, else the first of the plan's catalog. */
function modelFor(plan: Plan, chosen: string | null): CabinetModel | null {
  const { cabinetModels } = plan.catalog;
  const known = chosen === null ? undefined : cabinetModels.get(chosen);
  if (known !== undefined) return known;
  const uses = new Map<string, number>();
  for (const { model } of plan.cabinets.values()) uses.set(model, (uses.get(model) ?? 0) + 1);
  const [most] = [...cabinetModels.values()].sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) || compareIds(a.id, b.id));
  return most ?? null;
}

/** The first of A, B, C, … that no row has. */
function freeRowName(plan: Plan): string {
  const taken = new Set([...plan.cabinets.values()].map(({ row }) => row));
  for (let index = 0; ; index += 1) {
    const name = columnLetters(index);
    if (!taken.has(name)) return name;
  }
}
