/**
 * One click sets where the floor's tiles are counted from; corners of walls, obstacles and cabinets pull. Arrows move it, typed lengths
 * count from where it is now, Enter sets it.
 */
import { setHall } from '../../shared/commands/halls.ts';
import { tileName } from '../../shared/geometry/tileNames.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { sizeText } from '../../shared/quantities.ts';
import { CORNER_PULL_PX, startOfKeys } from './sketch.ts';
import { snapPoint } from './snapping.ts';
import { levelTowards } from './typedNumbers.ts';
import type { Modifiers, Numbers, Tool, ToolContext } from './tool.ts';

type TileOriginState = { readonly name: 'idle' } | { readonly name: 'aiming' };

const idle: TileOriginState = { name: 'idle' };

export const tileOriginTool: Tool<TileOriginState> = {
  id: 'tileOrigin',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      pointerMove: (_state, { at, ...keys }, context) => aim(at, keys, context),
      pointerDown: (_state, { at, ...keys }, context) => set(at, keys, context),
      key: (_state, input, context) => (input.key === 'Enter' ? set(startOfKeys(context), input, context) : undefined),
    },
    aiming: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      numbers: fromOrigin,
      pointerMove: (_state, { at, ...keys }, context) => aim(at, keys, context),
      pointerDown: (_state, { at, ...keys }, context) => set(at, keys, context),
      key: (_state, input, context) => (input.key === 'Enter' ? set(startOfKeys(context), input, context) : undefined),
      cancel(_state, context) {
        context.show(null);
        return idle;
      },
    },
  },
};

function fromOrigin(_state: TileOriginState, pointer: Point, context: ToolContext): Numbers | null {
  const tile = context.layout()?.hall.tile;
  if (tile === undefined) return null;
  const from = { xMm: tile.originXMm, yMm: tile.originYMm };
  return { from, towards: levelTowards(from, pointer), sets: 'press' };
}

function placeOf(at: Point, { ctrl }: Pick<Modifiers, 'ctrl'>, context: ToolContext): Point {
  const layout = context.layout();
  const { camera, snap } = context.session();
  if (layout === null || !snap || ctrl) return { xMm: Math.round(at.xMm), yMm: Math.round(at.yMm) };
  const { xMm, yMm } = snapPoint(layout, at, CORNER_PULL_PX / camera.pxPerMm);
  return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
}

function aim(at: Point, keys: Pick<Modifiers, 'ctrl'>, context: ToolContext): TileOriginState {
  const layout = context.layout();
  if (layout === null) return idle;
  const { tile } = layout.hall;
  const { sizeMm } = tile;
  const origin = placeOf(at, keys, context);
  const { units } = context.session();
  const corner = (xMm: number, yMm: number): Point => ({ xMm: origin.xMm + xMm, yMm: origin.yMm + yMm });
  const first = tileName({ ...tile, originXMm: origin.xMm, originYMm: origin.yMm }, origin.xMm, origin.yMm);
  context.show({
    guides: [
      { kind: 'measure', from: corner(0, 0), to: corner(sizeMm, 0), text: sizeText(sizeMm, units) },
      { kind: 'leg', from: corner(sizeMm, 0), to: corner(sizeMm, sizeMm), text: null },
      { kind: 'leg', from: corner(sizeMm, sizeMm), to: corner(0, sizeMm), text: null },
      { kind: 'leg', from: corner(0, sizeMm), to: corner(0, 0), text: null },
    ],
    text: `tile ${first} begins at ${sizeText(origin.xMm, units)}, ${sizeText(origin.yMm, units)}`,
  });
  return { name: 'aiming' };
}

function set(at: Point, keys: Pick<Modifiers, 'ctrl'>, context: ToolContext): TileOriginState {
  const hall = context.layout()?.hall;
  if (hall === undefined) return idle;
  const { xMm: originXMm, yMm: originYMm } = placeOf(at, keys, context);
  if (context.commit(setHall, { id: hall.id, set: { tile: { ...hall.tile, originXMm, originYMm } } })) context.takeTool('select');
  return idle;
}
