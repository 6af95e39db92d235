/** What all tools share that draw legs from corner to corner: typed lengths, arrow keys, one axis. Pure; all lengths in mm. */
import { must } from '../../shared/assert.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { parseLength } from '../ui/parseLength.ts';
import { readVector } from '../ui/parseVector.ts';
import { lengthText, numberText, sizeText, type Units } from '../../shared/quantities.ts';
import { visibleBox } from '../canvas/camera.ts';
import type { Guide } from '../state/sessionStore.ts';
import type { Modifiers, ToolContext } from './tool.ts';

/** How far an arrow key goes where there are no tiles to step by, and without Shift. */
const FINE_STEP_MM = 50;

/** Corners pull within this many pixels. */
export const CORNER_PULL_PX = 10;

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The way of an arrow key: by a tile with Shift, by 1 mm with Alt; null for other keys. */
export function arrowStep(key: string, { shift, alt }: Modifiers, tileMm: number | null): Point | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const byMm = alt ? 1 : shift ? (tileMm ?? FINE_STEP_MM) : FINE_STEP_MM;
  return { xMm: step[0] * byMm, yMm: step[1] * byMm };
}

/**
 * What is typed with one more key; null when the key is no part of it. It begins with a figure, with @ for a direction or two lengths, or
 * with + for so much more; units, spaces and signs follow.
 */
export function typedWith(typed: string, key: string): string | null {
  if (key.length !== 1) return null;
  const isPart = typed === '' ? /[\d.,@+-]/.test(key) : /[\d.,\sa-z"'″′/×*<;°+-]/i.test(key);
  return isPart ? typed + key : null;
}

/** What is typed, with how a bare figure is read: `18 mm`, `18 = 1' 6"`. */
export function typedText(typed: string, units: Units): string {
  if (/^\+/.test(typed)) return `${typedText(typed.slice(1), units)} from where it began`;
  if (/^-/.test(typed)) return `${typedText(typed.slice(1), units)} the other way`;
  if (!/^[\d.,\s×x*]+$/i.test(typed)) return typed;
  if (units === 'metric') return `${typed.trim()} mm`;
  const length = parseLength(typed, units);
  return length.ok ? `${typed.trim()} = ${sizeText(length.value.value, units)}` : typed;
}

/**
 * The end of a leg as typed, null while that is no length: `600` in the direction in which it points, `+600` the same, as a pointer that
 * rests anywhere is nothing to add to, `-600` against it, `@600<90` and `@600,-200` wherever it points.
 */
export function typedEnd(from: Point, towards: Point, typed: string, units: Units): Point | null {
  if (typed.startsWith('@') || typed.includes('<')) {
    const vector = readVector(typed, units);
    return vector.ok ? { xMm: from.xMm + vector.value.dxMm, yMm: from.yMm + vector.value.dyMm } : null;
  }
  const length = parseLength(typed, units);
  if (!length.ok) return null;
  const [dx, dy] = [towards.xMm - from.xMm, towards.yMm - from.yMm];
  const reachMm = Math.hypot(dx, dy);
  const wholeMm = length.value.value;
  if (reachMm === 0) return { xMm: from.xMm + wholeMm, yMm: from.yMm };
  const share = wholeMm / reachMm;
  return { xMm: Math.round(from.xMm + dx * share), yMm: Math.round(from.yMm + dy * share) };
}

/** Length of a leg, and its direction where it runs neither along nor across the hall. */
export function legText(from: Point, to: Point, units: Units): string {
  const length = lengthText(distanceMm(from, to), units);
  return from.xMm === to.xMm || from.yMm === to.yMm ? length : `${length} · ${angleText(from, to)}`;
}

/** As `@600<90` is typed: 0 east, 90 north. */
export function angleText(from: Point, to: Point): string {
  const degrees = (Math.atan2(from.yMm - to.yMm, to.xMm - from.xMm) * 180) / Math.PI;
  return `${numberText((degrees + 360) % 360, 1)}°`;
}

/** Every leg from corner to corner, with its length. */
export function legGuides(corners: readonly Point[], units: Units): Guide[] {
  return corners.slice(1).map((to, i): Guide => {
    const from = must(corners[i], 'corner');
    return { kind: 'measure', from, to, text: lengthText(distanceMm(from, to), units) };
  });
}

/** Where a drawing without a mouse begins: where the pointer is, else in the middle of the view. */
export function startOfKeys(context: ToolContext): Point {
  const { pointer, camera, viewport } = context.session();
  const view = visibleBox(camera, viewport);
  return pointer ?? { xMm: (view.minXMm + view.maxXMm) / 2, yMm: (view.minYMm + view.maxYMm) / 2 };
}

export function distanceMm(a: Point, b: Point): number {
  return Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
}

export function isSamePlace(a: Point, b: Point): boolean {
  return a.xMm === b.xMm && a.yMm === b.yMm;
}
