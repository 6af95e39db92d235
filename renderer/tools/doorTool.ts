/**
 * Puts doors into walls: the nearest wall shows the door with what is left on both sides, a click places it; a drag on a
 * door moves it along the walls. Without a mouse: Enter begins at the nearest wall, arrows move along it, Page Down goes
 * to the next wall, a typed length sets the distance from the wall's first corner, Enter places.
 */
import { addDoor, setDoors } from '../../shared/commands/doors.ts';
import { must } from '../../shared/assert.ts';
import { distanceAlong, pointOnWall, wallOf, type Wall } from '../../shared/geometry/walls.ts';
import { lineToPolygonMm, polygonContainsPoint } from '../../shared/geometry/polygons.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import type { Door } from '../../shared/plan/types.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeText } from '../../shared/quantities.ts';
import { doorGuides, doorSpotAt, spotOnWall, type DoorSnapOptions, type DoorSpot } from './doorPlace.ts';
import { arrowStep, startOfKeys, typedWith } from './sketch.ts';
import type { KeyInput, Modifiers, Numbers, Tool, ToolContext } from './tool.ts';

interface Aiming {
  readonly name: 'aiming';
  readonly id: string;
  readonly spot: DoorSpot;
  readonly typed: string;
}

type DoorState =
  | { readonly name: 'idle' }
  /** A new door is shown in a wall. */
  | Aiming
  /** Button down on a new door: the release places it. */
  | { readonly name: 'pressing'; readonly aimed: Aiming }
  /** A door that is there is moved. */
  | { readonly name: 'sliding'; readonly door: Door; readonly spot: DoorSpot };

const NAME_PATTERN = 'Door {n}';
/** Within this many pixels of a wall a door is meant, as long as that is near on the floor too. */
const REACH_PX = 60;
const REACH_MM = 500;
const SNAP_PX = 10;
const idle: DoorState = { name: 'idle' };

export const doorTool: Tool<DoorState> = {
  id: 'door',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerMove: (_state, { at, ...keys }, context) => aim(at, keys, null, context),
      pointerDown: (_state, { at, ...keys }, context) => take(at, context) ?? aimedOrTold(aim(at, keys, null, context), at, context),
      key: (_state, input, context) =>
        input.key === 'Enter' && !input.ctrl ? aim(startOfKeys(context), { ...input, ctrl: false }, null, context, 'keys') : undefined,
    },
    aiming: {
      cursor: 'crosshair',
      // What is typed stays, however the hand trembles.
      pointerMove: (state, { at, ...keys }, context) => (state.typed === '' ? aim(at, keys, state.id, context) : state),
      pointerDown: (state, { at, ...keys }, context) => take(at, context) ?? aimedOrTold(aim(at, keys, state.id, context), at, context),
      key: keyWhileAiming,
      typed: ({ typed }) => typed,
      cancel: leave,
    },
    pressing: {
      cursor: 'crosshair',
      pointerMove: ({ aimed }, { at, ...keys }, context) => pressed(aim(at, keys, aimed.id, context)),
      pointerUp: ({ aimed }, _input, context) => place(aimed, context),
      key(state, input, context) {
        const next = keyWhileAiming(state.aimed, input, context);
        return next === undefined ? undefined : pressed(next);
      },
      typed: ({ aimed }) => aimed.typed,
      cancel: leave,
    },
    sliding: {
      cursor: 'move',
      numbers: alongWall,
      pointerMove: (state, { at, ...keys }, context) => trySlide(state.door, at, keys, context) ?? state,
      pointerUp({ door, spot }, _input, context) {
        if (spot.edge === door.edge && spot.offsetMm === door.offsetMm) context.show(null);
        else context.commit(setDoors, { ids: [door.id], set: spot });
        context.select([{ kind: 'door', id: door.id }]);
        return idle;
      },
      cancel: leave,
    },
  },
};

function pressed(state: DoorState): DoorState {
  return state.name === 'aiming' ? { name: 'pressing', aimed: state } : state;
}

function leave(_state: DoorState, context: ToolContext): DoorState {
  context.show(null);
  return idle;
}

function snapOptions(context: ToolContext, ctrl: boolean, clearWidthMm: number, door: string | null): DoorSnapOptions {
  const { snap, camera } = context.session();
  return { toleranceMm: SNAP_PX / camera.pxPerMm, enabled: snap && !ctrl, clearWidthMm, door };
}

/** Takes hold of the door under the pointer, whether the building is locked or not. */
function take(at: Point, context: ToolContext): DoorState | null {
  const layout = context.layout();
  const reachMm = SNAP_PX / context.session().camera.pxPerMm;
  const held = layout?.doors.find(({ door }) => {
    const wall = wallOf(layout.hall.outline, door.edge);
    if (wall === null) return false;
    const along = distanceAlong(wall, at);
    const besideMm = Math.hypot(at.xMm - pointOnWall(wall, along).xMm, at.yMm - pointOnWall(wall, along).yMm);
    return besideMm <= reachMm && along >= door.offsetMm && along <= door.offsetMm + door.clearWidthMm;
  });
  if (held === undefined) return null;
  context.show(null);
  const { edge, offsetMm } = held.door;
  return { name: 'sliding', door: held.door, spot: { edge, offsetMm } };
}

/** Shows where a moved door would come to stand; null when it has no wall. */
function trySlide(
  door: Door,
  at: Point,
  { ctrl }: Pick<Modifiers, 'ctrl'>,
  context: ToolContext,
): { readonly name: 'sliding'; readonly door: Door; readonly spot: DoorSpot } | null {
  const layout = context.layout();
  if (layout === null) return null;
  const spot = doorSpotAt(layout, at, snapOptions(context, ctrl, door.clearWidthMm, door.id));
  if (spot === null) return null;
  const { units, camera } = context.session();
  context.attempt(
    setDoors,
    { ids: [door.id], set: spot },
    {
      moving: new Set([door.id]),
      guides: doorGuides(layout, spot, door.clearWidthMm, camera.pxPerMm, units),
      text: `${door.name} · ${wallText(spot, units)}`,
    },
  );
  return { name: 'sliding', door, spot };
}

/** A typed length is how far the door goes along its wall, the way it is dragged. */
function alongWall({ door }: Extract<DoorState, { name: 'sliding' }>, pointer: Point, context: ToolContext): Numbers | null {
  const wall = wallOf(context.layout()?.hall.outline ?? [], door.edge);
  if (wall === null) return null;
  const from = pointOnWall(wall, door.offsetMm + door.clearWidthMm / 2);
  return { from, towards: pointOnWall(wall, distanceAlong(wall, pointer)), sets: 'release' };
}

function aim(
  at: Point,
  { ctrl }: Pick<Modifiers, 'ctrl'>,
  known: string | null,
  context: ToolContext,
  by: 'pointer' | 'keys' = 'pointer',
): DoorState {
  const layout = context.layout();
  if (layout === null) return idle;
  const { door, camera } = context.session();
  const spot = doorSpotAt(layout, at, snapOptions(context, ctrl, door.clearWidthMm, null));
  if (spot === null) return leave(idle, context);
  if (by === 'pointer') {
    const awayMm = distanceTo(layout, spot, at);
    const nearMm = SNAP_PX / camera.pxPerMm;
    const isFar = awayMm > Math.max(nearMm, Math.min(REACH_PX / camera.pxPerMm, REACH_MM));
    if (isFar || (awayMm > nearMm && innerWallAt(layout, at, nearMm) !== null)) return leave(idle, context);
  }
  return tryDoor({ name: 'aiming', id: known ?? context.newIds('doors', 1)[0]!, spot, typed: '' }, context);
}

/** A press where no wall of the hall is meant says why no door comes of it. */
function aimedOrTold(state: DoorState, at: Point, context: ToolContext): DoorState {
  const layout = context.layout();
  if (state.name === 'aiming' || layout === null) return pressed(state);
  const { camera, units, door } = context.session();
  const inner = innerWallAt(layout, at, SNAP_PX / camera.pxPerMm);
  context.tell(
    inner === null
      ? `No wall of the hall as long as ${sizeText(door.clearWidthMm, units)} is near; doors stand in the hall's own walls`
      : `${inner} is an inner wall: a gap between two pieces of it is its doorway; doors stand in the hall's own walls`,
  );
  return state;
}

/** Name of the inner wall at a place; null: none is there. */
function innerWallAt({ obstacles }: HallLayout, at: Point, nearMm: number): string | null {
  const found = obstacles.find(
    ({ obstacle, outline }) =>
      obstacle.kind === 'wall' && (polygonContainsPoint(outline, at) || lineToPolygonMm(at, at, outline) <= nearMm),
  );
  return found?.obstacle.name ?? null;
}

function distanceTo({ hall }: HallLayout, { edge }: DoorSpot, at: Point): number {
  const wall = must(wallOf(hall.outline, edge), 'wall');
  const foot = pointOnWall(wall, Math.min(wall.lengthMm, Math.max(0, distanceAlong(wall, at))));
  return Math.hypot(foot.xMm - at.xMm, foot.yMm - at.yMm);
}

function tryDoor(state: Aiming, context: ToolContext): Aiming {
  const layout = context.layout();
  if (layout === null) return state;
  const { units, door, camera } = context.session();
  context.attempt(
    addDoor,
    { door: doorOf(state, layout, context) },
    {
      moving: new Set([state.id]),
      guides: doorGuides(layout, state.spot, door.clearWidthMm, camera.pxPerMm, units),
      text: state.typed === '' ? `${sizeText(door.clearWidthMm, units)} wide · ${wallText(state.spot, units)}` : `offset ${state.typed}`,
    },
  );
  return state;
}

function wallText({ edge, offsetMm }: DoorSpot, units: 'metric' | 'imperial'): string {
  return `wall ${edge + 1}, ${sizeText(offsetMm, units)} from its first corner`;
}

function doorOf({ id, spot }: Aiming, { hall }: HallLayout, context: ToolContext): Door {
  const taken = new Set([...context.plan().doors.values()].filter((one) => one.hall === hall.id).map(({ name }) => name));
  const name = nameFromPattern(NAME_PATTERN, firstFreeNumber(NAME_PATTERN, 1, taken));
  return { id, hall: hall.id, name, ...spot, ...context.session().door };
}

function place(state: Aiming, context: ToolContext): DoorState {
  const layout = context.layout();
  if (layout === null) return leave(state, context);
  if (context.commit(addDoor, { door: doorOf(state, layout, context) })) context.select([{ kind: 'door', id: state.id }]);
  return idle;
}

function keyWhileAiming(state: Aiming, input: KeyInput, context: ToolContext): DoorState | undefined {
  const layout = context.layout();
  if (layout === null || input.ctrl) return undefined;
  if (input.key === 'Enter') return place(state, context);
  const { outline } = layout.hall;
  const wall = must(wallOf(outline, state.spot.edge), 'wall');
  if (input.key === 'PageDown' || input.key === 'PageUp') {
    const step = input.key === 'PageDown' ? 1 : outline.length - 1;
    const next = must(wallOf(outline, (state.spot.edge + step) % outline.length), 'wall');
    return moved(state, next, next.lengthMm / 2, layout, context);
  }
  if (input.key === 'Backspace') return typing(state, state.typed.slice(0, -1), wall, layout, context);
  const step = arrowStep(input.key, input, layout.hall.tile.sizeMm);
  if (step !== null) {
    const byMm = step.xMm * wall.along.xMm + step.yMm * wall.along.yMm;
    return moved(state, wall, state.spot.offsetMm + byMm, layout, context);
  }
  const typed = typedWith(state.typed, input.key);
  return typed === null ? undefined : typing(state, typed, wall, layout, context);
}

function typing(state: Aiming, typed: string, wall: Wall, layout: HallLayout, context: ToolContext): Aiming {
  const length = parseLength(typed, context.session().units);
  const next = { ...state, typed };
  return length.ok ? moved(next, wall, length.value.value, layout, context) : tryDoor(next, context);
}

/** At an offset of a wall, as near as the wall allows; a wall that is too short is passed over. */
function moved(state: Aiming, wall: Wall, wishedMm: number, layout: HallLayout, context: ToolContext): Aiming {
  const { clearWidthMm } = context.session().door;
  const spot = spotOnWall(layout, wall, wishedMm, { ...snapOptions(context, true, clearWidthMm, null), enabled: false });
  return spot === null ? state : tryDoor({ ...state, spot, typed: state.typed }, context);
}
