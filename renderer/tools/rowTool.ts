/**
 * Draws out a row of cabinets in one gesture: press where it begins, drag along it, release places it. Figures typed
 * meanwhile say how many, R turns it round, M sets the same row across an aisle, cold or hot. By keyboard: Enter begins, arrows stretch, Enter places.
 */
import { placeRow, type PlaceRow } from '../../shared/commands/cabinets.ts';
import { modelsOfRow, offsetsOfRow, placeAcross, type RowAcross } from '../../shared/commands/rowPlaces.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { columnLetters } from '../../shared/geometry/columnLetters.ts';
import { insetRectangle, polygonContainsPolygon, TOUCHING_MM } from '../../shared/geometry/polygons.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import { firstFreeNumber, nameFromPattern, nextFreeName } from '../../shared/plan/names.ts';
import { compareIds } from '../../shared/plan/sortedById.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { visibleBox } from '../canvas/camera.ts';
import { USUAL_AISLES } from '../../shared/templates/hallLayout.ts';
import { lengthText, sizeText, type Units } from '../../shared/quantities.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { nearestOnDrawings } from '../underlay/drawingSnap.ts';
import { countText } from '../ui/quantities.ts';
import { gapGuides } from './gaps.ts';
import { snapBox } from './snapping.ts';
import type { RowSettings } from '../state/toolSettings.ts';
import type { KeyInput, PointerInput, Tool, ToolContext } from './tool.ts';

type RowState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'drawing';
      readonly start: Point;
      readonly at: Point;
      readonly model: CabinetModel;
      /** Until it is turned by hand, the row across goes to the side with room. */
      readonly isTurnedByHand: boolean;
      /** A count as typed so far; empty: none. */
      readonly typed: string;
      /** Of as many cabinets as the row has had at most, so that each keeps its id while the row grows and shrinks. */
      readonly ids: readonly string[];
      /** Those of the row across the aisle. */
      readonly acrossIds: readonly string[];
      readonly free: boolean;
      /** As keys find them at first: given up, the gesture leaves them so. */
      readonly before: Pick<RowSettings, 'turned' | 'across'>;
    };

type Drawing = Extract<RowState, { name: 'drawing' }>;

const SNAP_PX = 8;
/** Longer rows are slips of the hand. */
export const MOST_IN_ROW = 200;
const idle: RowState = { name: 'idle' };

export const rowTool: Tool<RowState> = {
  id: 'row',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerDown: (state, { at, ctrl }, context) => begin(at, ctrl, context) ?? state,
      // Only a press that could not begin ends here; on its release the field that is missing has the attention.
      pointerUp(state, _input, context) {
        if (modelOf(context) === null) context.editSettings();
        return state;
      },
      key(state, { key, shift, alt, ctrl }, context) {
        if (ctrl) return undefined;
        if (key.toLowerCase() === 'm' && !shift && !alt) {
          context.setRow({ across: nextAcross(context.session().row.across) });
          return state;
        }
        if (key !== 'Enter') return undefined;
        // Where the pointer is, else the middle of the view.
        const { pointer, camera, viewport } = context.session();
        const view = visibleBox(camera, viewport);
        if (modelOf(context) === null) context.editSettings();
        return begin(pointer ?? { xMm: (view.minXMm + view.maxXMm) / 2, yMm: (view.minYMm + view.maxYMm) / 2 }, false, context);
      },
    },
    drawing: {
      cursor: 'crosshair',
      pointerMove: (state, { at, ctrl }: PointerInput, context) => tryRow({ ...state, at, free: ctrl }, context),
      pointerUp: place,
      key: keyWithin,
      typed: ({ typed }) => typed,
      cancel({ before }, context) {
        context.setRow(before);
        context.show(null);
        return idle;
      },
    },
  },
};

function begin(at: Point, free: boolean, context: ToolContext): RowState | undefined {
  const model = modelOf(context);
  if (model === null) context.tell('The plan has no cabinet model yet: choose one under New row, then drag the row');
  if (model === null || context.layout() === null) return undefined;
  const { turned, across } = context.session().row;
  const before = { turned, across };
  return tryRow({ name: 'drawing', start: at, at, model, isTurnedByHand: false, typed: '', ids: [], acrossIds: [], free, before }, context);
}

function modelOf(context: ToolContext): CabinetModel | null {
  return context.session().row.model ?? usualModel(context.plan());
}

function place(state: Drawing, _input: unknown, context: ToolContext): RowState {
  const args = argumentsOf(state, context);
  if (args !== null && context.commit(placeRow, args))
    context.select([...args.ids, ...(args.across?.ids ?? [])].map((id) => ({ kind: 'cabinet', id })));
  return idle;
}

function keyWithin(state: Drawing, { key, ctrl }: KeyInput, context: ToolContext): RowState | undefined {
  if (ctrl) return undefined;
  if (key === 'Enter') return place(state, null, context);
  if (key.toLowerCase() === 'r') {
    context.setRow({ turned: !isTurned(state, context) });
    return tryRow({ ...state, isTurnedByHand: true }, context);
  }
  if (key.toLowerCase() === 'm') {
    context.setRow({ across: nextAcross(context.session().row.across) });
    return tryRow(state, context);
  }
  if (/^\d$/.test(key)) return tryRow({ ...state, typed: state.typed + key }, context);
  if (key === 'Backspace') return tryRow({ ...state, typed: state.typed.slice(0, -1) }, context);
  const step = STEPS[key];
  return step === undefined ? undefined : tryRow({ ...state, typed: '', at: stretched(state, step, context) }, context);
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** An arrow along the row adds or takes a cabinet, one across it turns it that way. */
function stretched(state: Drawing, [dx, dy]: readonly [number, number], context: ToolContext): Point {
  const { start, at } = state;
  const alongX = isAlongX(state);
  const reachMm = alongX ? at.xMm - start.xMm : at.yMm - start.yMm;
  const isAcross = (alongX ? dx : dy) === 0;
  // As many as it has, each with its own width, and one more or less.
  const count = isAcross || Math.round(reachMm) === 0 ? 0 : Math.sign(reachMm) * reachedCount(state, Math.abs(reachMm), context);
  const next = count + (isAcross ? dx + dy : alongX ? dx : dy);
  const byMm = Math.sign(next) * reachOf(state, Math.abs(next), context);
  return dx === 0 ? { xMm: start.xMm, yMm: start.yMm + byMm } : { xMm: start.xMm + byMm, yMm: start.yMm };
}

/** As far as so many cabinets reach, with the gap to the next. */
function reachOf({ model }: Drawing, count: number, context: ToolContext): number {
  const { network, pitchMm } = context.session().row;
  const gapMm = (pitchMm ?? model.widthMm) - model.widthMm;
  return count === 0 ? 0 : offsetsOfRow(modelsOfRow(model, count, network), gapMm).lengthMm + gapMm;
}

/** The fewest cabinets that reach so far. */
function reachedCount(state: Drawing, lengthMm: number, context: ToolContext): number {
  let count = 1;
  while (count < MOST_IN_ROW && reachOf(state, count, context) < Math.round(lengthMm)) count += 1;
  return count;
}

/** None, then across a cold aisle, then across a hot one. */
function nextAcross(across: RowAcross | null): RowAcross | null {
  if (across === null) return usualAcross('cold');
  return across.aisle === 'cold' ? usualAcross('hot') : null;
}

/** As wide as halls that are generated have them. */
export function usualAcross(aisle: RowAcross['aisle']): RowAcross {
  return { aisle, widthMm: aisle === 'cold' ? USUAL_AISLES.coldMm : USUAL_AISLES.hotMm };
}

function tryRow(state: Drawing, context: ToolContext): RowState {
  const count = countOf(state, context);
  const missing = count - state.ids.length;
  const fresh = missing > 0 ? context.newIds('cabinets', 2 * missing) : [];
  const next = {
    ...state,
    ids: [...state.ids, ...fresh.slice(0, missing)],
    acrossIds: [...state.acrossIds, ...fresh.slice(Math.max(0, missing))],
  };
  const args = argumentsOf(next, context);
  const layout = context.layout();
  if (args === null || layout === null) return next;
  const { units } = context.session();
  const [first, last] = [args.firstNumber, args.firstNumber + count - 1].map((number) => nameFromPattern(args.namePattern, number));
  const pitchMm = pitchOf(next, context);
  const { lengthMm } = offsetsOfRow(modelsOfRow(next.model, count, args.network ?? null), pitchMm - next.model.widthMm);
  const moving = new Set([...args.ids, ...(args.across?.ids ?? [])]);
  const parts = [
    countText(count, 'cabinet'),
    lengthText(lengthMm, units),
    ...(pitchMm === next.model.widthMm ? [] : [`pitch ${sizeText(pitchMm, units)}`]),
    count === 1 ? first : `${first}–${last}`,
    ...(args.across === null || args.across === undefined ? [] : [acrossText(args.across, count, units)]),
  ];
  context.attempt(placeRow, args, { moving, guides: gapGuides(layout, boxOfRow(args), moving, units), text: parts.join(' · ') });
  return next;
}

function boxOfRow({ ids, model, xMm, yMm, rotationDeg, pitchMm, network = null }: PlaceRow): Box {
  const alongX = rotationDeg % 180 === 0;
  const [spanX, spanY] = alongX ? [model.widthMm, model.depthMm] : [model.depthMm, model.widthMm];
  const stepMm = pitchMm ?? model.widthMm;
  const { lengthMm } = offsetsOfRow(modelsOfRow(model, ids.length, network), Math.abs(stepMm) - model.widthMm);
  const reachMm = Math.sign(stepMm) * (lengthMm - model.widthMm);
  const [lastX, lastY] = alongX ? [xMm + reachMm, yMm] : [xMm, yMm + reachMm];
  return {
    minXMm: Math.min(xMm, lastX),
    minYMm: Math.min(yMm, lastY),
    maxXMm: Math.max(xMm, lastX) + spanX,
    maxYMm: Math.max(yMm, lastY) + spanY,
  };
}

function isAlongX({ start, at }: Drawing): boolean {
  return Math.abs(at.xMm - start.xMm) >= Math.abs(at.yMm - start.yMm);
}

function pitchOf({ model }: Drawing, context: ToolContext): number {
  return context.session().row.pitchMm ?? model.widthMm;
}

/** The end or crossing of a drawing that is within reach of a place; null: none is, or none shall pull. */
function onDrawing(at: Point, free: boolean, layout: HallLayout, context: ToolContext): Point | null {
  const { snap, snapTo, camera } = context.session();
  return snap && snapTo.things && !free ? nearestOnDrawings(layout.underlays, at, SNAP_PX / camera.pxPerMm) : null;
}

/** As typed, else as set, else every cabinet that the gesture reaches into. */
function countOf(state: Drawing, context: ToolContext): number {
  const { typed } = state;
  const layout = context.layout();
  const [start, at] = [state.start, state.at].map(
    (one) => (layout === null ? null : onDrawing(one, state.free, layout, context)) ?? one,
  ) as [Point, Point];
  const lengthMm = isAlongX(state) ? Math.abs(at.xMm - start.xMm) : Math.abs(at.yMm - start.yMm);
  const wanted = typed === '' ? (context.session().row.count ?? reachedCount(state, lengthMm, context)) : Number(typed);
  return Math.min(MOST_IN_ROW, Math.max(1, wanted));
}

function argumentsOf(state: Drawing, context: ToolContext): PlaceRow | null {
  const { turned } = context.session().row;
  const layout = context.layout();
  const args = facing(state, turned, context);
  if (layout === null || args === null || state.isTurnedByHand || hasRoomAcross(args, layout)) return args;
  const other = facing(state, !turned, context);
  return other !== null && hasRoomAcross(other, layout) ? other : args;
}

/** Whether its fronts face the other way, by hand or for room. */
function isTurned(state: Drawing, context: ToolContext): boolean {
  const { rotationDeg } = argumentsOf(state, context) ?? { rotationDeg: null };
  return rotationDeg === null ? context.session().row.turned : rotationDeg === 0 || rotationDeg === 90;
}

/** Whether the row across the aisle stands between the walls. */
function hasRoomAcross(args: PlaceRow, { outline }: HallLayout): boolean {
  const { across, model } = args;
  if (across === null || across === undefined) return true;
  const alongX = args.rotationDeg % 180 === 0;
  const facesUp = args.rotationDeg === 90 || args.rotationDeg === 180;
  const frontMm = (alongX ? args.yMm : args.xMm) + (facesUp ? model.depthMm : 0);
  const box = boxOfRow({ ...args, ...placeAcross(args, model, { frontMm, depthMm: model.depthMm }, across) });
  return polygonContainsPolygon(outline, insetRectangle(cornersOfBox(box), TOUCHING_MM));
}

function cornersOfBox({ minXMm, minYMm, maxXMm, maxYMm }: Box): Point[] {
  return [
    { xMm: minXMm, yMm: minYMm },
    { xMm: maxXMm, yMm: minYMm },
    { xMm: maxXMm, yMm: maxYMm },
    { xMm: minXMm, yMm: maxYMm },
  ];
}

function facing(state: Drawing, turned: boolean, context: ToolContext): PlaceRow | null {
  const layout = context.layout();
  if (layout === null) return null;
  const { model } = state;
  const drawn = onDrawing(state.start, state.free, layout, context);
  const start = drawn ?? state.start;
  const at = onDrawing(state.at, state.free, layout, context) ?? state.at;
  const alongX = isAlongX(state);
  const isBackwards = alongX ? at.xMm < start.xMm : at.yMm < start.yMm;
  const [spanX, spanY] = alongX ? [model.widthMm, model.depthMm] : [model.depthMm, model.widthMm];
  const first: Box = {
    minXMm: alongX && isBackwards ? start.xMm - spanX : start.xMm,
    minYMm: !alongX && isBackwards ? start.yMm - spanY : start.yMm,
    maxXMm: alongX && isBackwards ? start.xMm : start.xMm + spanX,
    maxYMm: !alongX && isBackwards ? start.yMm : start.yMm + spanY,
  };
  const { snap, snapTo, camera, row } = context.session();
  // What was begun at an end of a drawing stands there.
  const pulled =
    drawn !== null
      ? { dxMm: 0, dyMm: 0 }
      : snapBox(layout, first, {
          toleranceMm: SNAP_PX / camera.pxPerMm,
          moving: new Set(),
          enabled: snap && !state.free,
          to: snapTo,
        });
  const plan = context.plan();
  const pitchMm = pitchOf(state, context);
  const names = new Set([...plan.cabinets.values()].map(({ name }) => name));
  const rowName = row.row ?? freeRowName(plan, row.namePattern, names);
  const namePattern = patternOfRow(row.namePattern, rowName);
  const count = countOf(state, context);
  const firstNumber = row.firstNumber ?? firstFreeNumber(namePattern, count, names);
  return {
    ids: state.ids.slice(0, count),
    hall: layout.hall.id,
    model,
    namePattern,
    firstNumber,
    row: rowName,
    xMm: Math.round(first.minXMm + pulled.dxMm),
    yMm: Math.round(first.minYMm + pulled.dyMm),
    rotationDeg: alongX ? (turned ? 0 : 180) : turned ? 90 : 270,
    pitchMm: isBackwards ? -pitchMm : pitchMm,
    network: row.network,
    across: row.across === null ? null : acrossOf(state, row.across, count, { rowName, firstNumber }, context),
  };
}

/** The row across the aisle, named and numbered after the first. */
function acrossOf(
  { acrossIds }: Drawing,
  across: RowAcross,
  count: number,
  first: { readonly rowName: string; readonly firstNumber: number },
  context: ToolContext,
): NonNullable<PlaceRow['across']> {
  const plan = context.plan();
  const { row } = context.session();
  const names = new Set([...plan.cabinets.values()].map(({ name }) => name));
  const rows = new Set([...plan.cabinets.values()].flatMap((cabinet) => cabinet.row ?? []).concat(first.rowName));
  const rowName = /\d$/.test(first.rowName) ? nextFreeName(first.rowName, rows) : freeRowName(plan, row.namePattern, names, first.rowName);
  const namePattern = patternOfRow(row.namePattern, rowName);
  const isSamePattern = namePattern === patternOfRow(row.namePattern, first.rowName);
  const firstNumber = isSamePattern ? first.firstNumber + count : (row.firstNumber ?? firstFreeNumber(namePattern, count, names));
  return { ...across, ids: acrossIds.slice(0, count), row: rowName, namePattern, firstNumber };
}

/** `1 800 mm across a cold aisle: B01–B08`. */
function acrossText({ namePattern, firstNumber, aisle, widthMm }: NonNullable<PlaceRow['across']>, count: number, units: Units): string {
  const [first, last] = [nameFromPattern(namePattern, firstNumber), nameFromPattern(namePattern, firstNumber + count - 1)];
  return `${sizeText(widthMm, units)} across a ${aisle} aisle: ${count === 1 ? first : `${first}–${last}`}`;
}

function patternOfRow(namePattern: string, row: string): string {
  return namePattern.replaceAll('{row}', row);
}

/** The model that most cabinets have, else the first of the plan's catalog; null: it has none. */
export function usualModel({ cabinets, catalog }: Plan): CabinetModel | null {
  const uses = new Map<string, number>();
  for (const { model } of cabinets.values()) uses.set(model, (uses.get(model) ?? 0) + 1);
  const [most] = [...catalog.cabinetModels.values()].sort(
    (a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) || compareIds(a.id, b.id),
  );
  return most ?? null;
}

/** The first of A, B, C, … that no row has and that names nobody yet. */
function freeRowName(plan: Plan, namePattern: string, names: ReadonlySet<string>, other: string | null = null): string {
  const rows = new Set<string | null>([...plan.cabinets.values()].map(({ row }) => row)).add(other);
  for (let index = 0; ; index += 1) {
    const name = columnLetters(index);
    const namesSomebody = namePattern.includes('{row}') && names.has(nameFromPattern(patternOfRow(namePattern, name), 1));
    if (!rows.has(name) && !namesSomebody) return name;
  }
}
