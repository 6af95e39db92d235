/**
 * Walls by hand: a selected hall or obstacle shows its corners and the middles of its walls. A corner is dragged; a wall
 * is dragged parallel; Alt+drag on a wall puts a corner there, Alt+click on a corner takes it out.
 */
import { setHallOutline } from '../../shared/commands/halls.ts';
import { setObstacles } from '../../shared/commands/obstacles.ts';
import { insertedCorner, movedCorner, movedWall, outwardShare, withoutCorner } from '../../shared/geometry/outlineEdits.ts';
import { boxAround, type Point } from '../../shared/geometry/shapes.ts';
import { distanceAlong, distanceToWall, pointOnWall, wallOf, wallsOf } from '../../shared/geometry/walls.ts';
import { must } from '../../shared/assert.ts';
import type { Plan, PointMm } from '../../shared/plan/types.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import type { Guide, SessionState, Thing } from '../state/sessionStore.ts';
import { lengthText } from '../../shared/quantities.ts';
import { snapCorner } from './outlineSnap.ts';
import { CORNER_PULL_PX, typedEnd, typedText, typedWith } from './sketch.ts';
import type { Aids, KeyInput, Modifiers, ToolContext } from './tool.ts';

/** A hall or an obstacle, whose outline can be changed. */
export interface Outlined {
  readonly thing: Thing & { readonly kind: 'hall' | 'obstacle' };
  readonly outline: readonly PointMm[];
}

export type Grip =
  | { readonly kind: 'corner'; readonly corner: number }
  | { readonly kind: 'wall'; readonly wall: number }
  /** A place on a wall where a corner comes into being. */
  | { readonly kind: 'newCorner'; readonly wall: number; readonly at: Point };

export interface Reshaping {
  readonly name: 'reshaping';
  readonly outlined: Outlined;
  readonly grip: Grip;
  readonly start: Point;
  readonly startPx: ScreenPoint;
  /** Alt was held: a click takes the corner out. */
  readonly alt: boolean;
  /** Where the pointer was last, and what is typed of how far the grip goes. */
  readonly at: Point;
  readonly typed: string;
  /** How far it has come; the last try is run on release. */
  readonly progress: Progress;
}

type Progress =
  /** Not moved yet: a click. */
  | { readonly is: 'pressed' }
  /** Dragged, and brought back to where it was. */
  | { readonly is: 'home' }
  | { readonly is: 'moved'; readonly outline: readonly PointMm[] };

const GRIP_PX = 8;
/** Outlines that are smaller on screen are all grips and nothing to hold: they are moved only. */
const LEAST_PX = 56;

/** The one hall or obstacle that is selected, unless the building is locked; null for anything else. */
export function outlinedOf(plan: Plan, { selection, locks }: Pick<SessionState, 'selection' | 'locks'>): Outlined | null {
  const [only] = selection;
  if (only === undefined || selection.length > 1 || locks.building || (only.kind !== 'hall' && only.kind !== 'obstacle')) return null;
  const outline = (only.kind === 'hall' ? plan.halls : plan.obstacles).get(only.id)?.outline;
  return outline === undefined ? null : { thing: { kind: only.kind, id: only.id }, outline };
}

/** Whether an outline is large enough on screen to be taken by its corners. */
export function hasGrips(outline: readonly PointMm[], pxPerMm: number): boolean {
  const box = boxAround(outline.map(([xMm, yMm]) => ({ xMm, yMm })));
  return Math.min(box.maxXMm - box.minXMm, box.maxYMm - box.minYMm) * pxPerMm >= LEAST_PX;
}

/** Corners, and the middles of walls that are long enough on screen for a handle of their own. */
export function gripPlaces(outline: readonly PointMm[], pxPerMm: number): readonly { readonly grip: Grip; readonly at: Point }[] {
  return [
    ...outline.map(([xMm, yMm], corner) => ({ grip: { kind: 'corner', corner } as const, at: { xMm, yMm } })),
    ...wallsOf(outline)
      .filter(({ lengthMm }) => lengthMm * pxPerMm >= LEAST_PX)
      .map((wall) => ({ grip: { kind: 'wall', wall: wall.edge } as const, at: pointOnWall(wall, wall.lengthMm / 2) })),
  ];
}

/** Takes hold of a grip of what is selected; null when there is none here. */
export function pressGrip(
  at: Point,
  { px, alt }: { readonly px: ScreenPoint; readonly alt: boolean },
  context: ToolContext,
): Reshaping | null {
  const outlined = outlinedOf(context.plan(), context.session());
  const { pxPerMm } = context.session().camera;
  if (outlined === null || !hasGrips(outlined.outline, pxPerMm)) return null;
  const { outline } = outlined;
  const isHere = (place: Point): boolean => Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm) * pxPerMm <= GRIP_PX;
  const grips = gripPlaces(outline, pxPerMm).filter((place) => isHere(place.at) && !(alt && place.grip.kind === 'wall'));
  const wall = alt ? wallsOf(outline).find((one) => distanceToWall(one, at) * pxPerMm <= GRIP_PX) : undefined;
  const fresh = wall === undefined ? undefined : newCorner(outline, wall.edge, at);
  const grip = grips[0]?.grip ?? fresh;
  return grip === undefined
    ? null
    : { name: 'reshaping', outlined, grip, start: at, startPx: px, at, typed: '', alt, progress: { is: 'pressed' } };
}

function newCorner(outline: readonly PointMm[], edge: number, at: Point): Grip {
  const wall = must(wallOf(outline, edge), 'wall');
  return { kind: 'newCorner', wall: edge, at: pointOnWall(wall, distanceAlong(wall, at)) };
}

/** Shows the outline with the grip drawn to a place. */
export function tryReshape(
  given: Reshaping,
  pointer: Point,
  { shift, ctrl }: Pick<Modifiers, 'shift' | 'ctrl'>,
  context: ToolContext,
): Reshaping {
  const state = { ...given, at: pointer };
  const { outline: before } = state.outlined;
  const { camera, snap, ortho, units } = context.session();
  const exact = state.typed === '' ? null : typedEnd(placeOfGrip(state), pointer, state.typed, units);
  const at = exact ?? pointer;
  const options = { toleranceMm: CORNER_PULL_PX / camera.pxPerMm, enabled: snap && !ctrl && exact === null };
  const isOneAxis = (shift || ortho) && exact === null;
  const { outline, changed } = drawnTo(state, at, (from) =>
    snapCorner(context.layout(), at, { ...options, corners: isOneAxis ? [from] : [], ortho: isOneAxis }),
  );
  const walls = changed.flatMap((edge) => wallOf(outline, (edge + outline.length) % outline.length) ?? []);
  const guides = walls.map((wall): Guide => ({ kind: 'measure', from: wall.from, to: wall.to, text: lengthText(wall.lengthMm, units) }));
  const lengths = walls.map((wall) => `wall ${wall.edge + 1} ${lengthText(wall.lengthMm, units)}`).join(' · ');
  const text = state.typed === '' ? lengths : `by ${typedText(state.typed, units)} · ${lengths}`;
  const isHome = outline.length === before.length && same(outline, before);
  const next: Reshaping = { ...state, progress: isHome ? { is: 'home' } : { is: 'moved', outline } };
  attempt(next, outline, { moving: new Set([state.outlined.thing.id]), guides, text }, context);
  return next;
}

/** Where the grip was before the drag. */
function placeOfGrip({ grip, outlined: { outline }, start }: Reshaping): Point {
  switch (grip.kind) {
    case 'corner': {
      const [xMm, yMm] = must(outline[grip.corner], 'corner');
      return { xMm, yMm };
    }
    case 'newCorner':
      return grip.at;
    case 'wall': {
      const wall = must(wallOf(outline, grip.wall), 'wall');
      return pointOnWall(wall, distanceAlong(wall, start));
    }
  }
}

/** Figures that are typed say how far the grip goes; undefined: not a key of the drag. */
export function keyOfReshape(state: Reshaping, input: KeyInput, context: ToolContext): Reshaping | undefined {
  if (state.progress.is === 'pressed' || input.ctrl) return undefined;
  const typed = input.key === 'Backspace' ? state.typed.slice(0, -1) : typedWith(state.typed, input.key);
  return typed === null ? undefined : tryReshape({ ...state, typed }, state.at, input, context);
}

/** The outline, and the walls whose lengths it changes. */
function drawnTo(
  { grip, outlined: { outline }, start }: Reshaping,
  at: Point,
  snapped: (from: Point) => { readonly at: Point },
): { readonly outline: readonly PointMm[]; readonly changed: readonly number[] } {
  switch (grip.kind) {
    case 'corner': {
      const [xMm, yMm] = must(outline[grip.corner], 'corner');
      const to = snapped({ xMm, yMm }).at;
      return { outline: movedCorner(outline, grip.corner, [to.xMm, to.yMm]), changed: [grip.corner - 1, grip.corner] };
    }
    case 'newCorner': {
      const to = snapped(grip.at).at;
      return { outline: insertedCorner(outline, grip.wall, [to.xMm, to.yMm]), changed: [grip.wall, grip.wall + 1] };
    }
    case 'wall': {
      const wall = must(wallOf(outline, grip.wall), 'wall');
      // Along the wall nothing is meant, so that only what lies across it pulls.
      const to = snapped(pointOnWall(wall, distanceAlong(wall, start))).at;
      const byMm = outwardShare(outline, grip.wall, to.xMm - wall.from.xMm, to.yMm - wall.from.yMm);
      const free = outwardShare(outline, grip.wall, at.xMm - start.xMm, at.yMm - start.yMm);
      const isLevel = wall.along.xMm === 0 || wall.along.yMm === 0;
      return {
        outline: movedWall(outline, grip.wall, Math.round(isLevel ? byMm : free)),
        changed: [grip.wall - 1, grip.wall, grip.wall + 1],
      };
    }
  }
}

function same(one: readonly PointMm[], other: readonly PointMm[]): boolean {
  return one.every(([x, y], i) => {
    const point = other[i];
    return point !== undefined && point[0] === x && point[1] === y;
  });
}

function attempt({ outlined: { thing } }: Reshaping, outline: readonly PointMm[], aids: Aids, context: ToolContext): void {
  if (thing.kind === 'hall') context.attempt(setHallOutline, { id: thing.id, outline }, aids);
  else context.attempt(setObstacles, { ids: [thing.id], set: { outline } }, aids);
}

/** Runs what was tried; a click with Alt on a corner takes it out. */
export function dropReshape(state: Reshaping, context: ToolContext): void {
  const next = droppedOutline(state);
  if (next === null) {
    context.show(null);
    return;
  }
  const { id, kind } = state.outlined.thing;
  if (kind === 'hall') context.commit(setHallOutline, { id, outline: next });
  else context.commit(setObstacles, { ids: [id], set: { outline: next } });
}

/** What a release makes of the outline; null: it stays as it is. */
function droppedOutline({ outlined: { outline }, grip, alt, progress }: Reshaping): readonly PointMm[] | null {
  switch (progress.is) {
    case 'pressed':
      return alt && grip.kind === 'corner' ? withoutCorner(outline, grip.corner) : null;
    case 'home':
      return null;
    case 'moved':
      return progress.outline;
  }
}
