/** Turning cabinets about their own middles, or things of all kinds together about the middle of them all. */
import { boxOfCabinet } from './cabinetBox.ts';
import { findPicked, pickedText, piecesOf, type Picked } from './picked.ts';
import { changeOf } from './changeOf.ts';
import { findAll } from './find.ts';
import { must } from '../assert.ts';
import { namedOrCounted } from './wording.ts';
import { boxAroundBoxes, type Box } from '../geometry/shapes.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import type { Command } from './command.ts';

export interface TurnCabinets {
  readonly ids: readonly string[];
  /** A direction for all, or an angle by which each is turned, clockwise. */
  readonly turn: { readonly kind: 'to' | 'by'; readonly degrees: number };
}

/** Turns each cabinet about the middle of its footprint. */
export const turnCabinets: Command<TurnCabinets> = (plan, { ids, turn }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const cabinets = found.value.map((cabinet) =>
    turned(plan, cabinet, turn.kind === 'to' ? turn.degrees : cabinet.rotationDeg + turn.degrees),
  );
  return changeOf(plan, `Rotate ${namedOrCounted(found.value, 'cabinet')}`, { put: { cabinets } });
};

function turned(plan: Plan, cabinet: Cabinet, degrees: number): Cabinet {
  const rotationDeg = wrapped(degrees);
  const before = boxOfCabinet(plan, cabinet);
  const after = boxOfCabinet(plan, { ...cabinet, rotationDeg });
  // Halves of a millimetre are cut towards zero, so that turning back leads back.
  const xMm = cabinet.xMm + Math.trunc((width(before) - width(after)) / 2);
  const yMm = cabinet.yMm + Math.trunc((height(before) - height(after)) / 2);
  return { ...cabinet, xMm, yMm, rotationDeg };
}

export interface TurnGroup {
  readonly things: Picked;
  readonly direction: 'clockwise' | 'counter-clockwise';
}

/** Turns things by a quarter about the middle of the box around them all, keeping their places to each other. */
export const turnGroup: Command<TurnGroup> = (plan, { things, direction }) => {
  const found = findPicked(plan, things);
  if (!found.ok) return found;
  const pieces = piecesOf(plan, found.value);
  const pivot = doubledMiddle(
    pieces.map(({ box }) => box),
    direction,
  );
  const isClockwise = direction === 'clockwise';
  const cabinets = found.value.cabinets.map((cabinet) => {
    const box = boxOfCabinet(plan, cabinet);
    const [dx, dy] = [box.minXMm + box.maxXMm - pivot.x, box.minYMm + box.maxYMm - pivot.y];
    const [toX, toY] = isClockwise ? [-dy, dx] : [dy, -dx];
    return {
      ...cabinet,
      xMm: Math.round((pivot.x + toX - height(box)) / 2),
      yMm: Math.round((pivot.y + toY - width(box)) / 2),
      rotationDeg: wrapped(cabinet.rotationDeg + (isClockwise ? 90 : -90)),
    };
  });
  const around = (xMm: number, yMm: number): readonly [number, number] => {
    const [dx, dy] = [2 * xMm - pivot.x, 2 * yMm - pivot.y];
    return isClockwise ? [(pivot.x - dy) / 2, (pivot.y + dx) / 2] : [(pivot.x + dy) / 2, (pivot.y - dx) / 2];
  };
  const obstacles = found.value.obstacles.map((obstacle) => ({ ...obstacle, outline: obstacle.outline.map(([x, y]) => around(x, y)) }));
  const junctions = [...new Set(pieces.flatMap((piece) => piece.junctions))].map((id) => {
    const junction = must(plan.junctions.get(id), id);
    const [xMm, yMm] = around(junction.xMm, junction.yMm);
    return { ...junction, xMm, yMm };
  });
  return changeOf(plan, `Rotate ${pickedText(found.value)}`, { put: { cabinets, obstacles, junctions } });
};

/**
 * Twice the middle of all boxes, moved by half a millimetre where a quarter turn about it would leave the grid. The two
 * directions move it differently, so that one takes the other back.
 */
function doubledMiddle(boxes: readonly Box[], direction: TurnGroup['direction']): { x: number; y: number } {
  const all = boxAroundBoxes(boxes);
  const [x, y] = [Math.round(all.minXMm + all.maxXMm), Math.round(all.minYMm + all.maxYMm)];
  if ((x + y) % 2 === 0) return { x, y };
  return direction === 'clockwise' ? { x: x - 1, y } : { x, y: y - 1 };
}

function width({ minXMm, maxXMm }: Box): number {
  return maxXMm - minXMm;
}

function height({ minYMm, maxYMm }: Box): number {
  return maxYMm - minYMm;
}

/** Degrees from 0 up to 360; an angle that people typed may be below or beyond. */
function wrapped(degrees: number): number {
  const within = ((degrees % 360) + 360) % 360;
  return within === 360 ? 0 : within;
}
