/** Lines of a drawing that were picked to be traced, as they lie on the floor. */
import type { Point } from '../../geometry/shapes.ts';
import { must } from '../../assert.ts';
import { pathKinds, type LineDrawing, type PathKind } from '../lineDrawing.ts';
import { toFloor, type UnderlayFrame } from '../underlayPlace.ts';

export interface PickedPath {
  readonly kind: PathKind;
  readonly closed: boolean;
  /** Two or more; that of a closed path which begins it is not repeated. */
  readonly points: readonly Point[];
}

/** A text of the drawing, which may name what stands around it. */
export interface PlacedText extends Point {
  readonly text: string;
}

/** A straight piece of a path. */
export type Piece = readonly [from: Point, to: Point];

/** A path of the drawing, on the floor, in millimetres and their parts. */
export function pathOnFloor(drawing: LineDrawing, frame: UnderlayFrame, path: number): PickedPath {
  const { points, starts, kinds, closed } = drawing;
  const [first, end] = [must(starts[path], 'path'), must(starts[path + 1], 'path')];
  const placed: Point[] = [];
  for (let at = first; at < end; at += 1) placed.push(toFloor(frame, { x: points[2 * at]!, y: points[2 * at + 1]! }));
  return { kind: must(pathKinds[kinds[path]!], 'kind of path'), closed: closed[path] === 1, points: placed };
}

/** The texts on shown layers, where they begin. */
export function textsOnFloor({ texts, layers }: LineDrawing, frame: UnderlayFrame, offLayers: readonly string[]): PlacedText[] {
  return texts
    .filter(({ layer }) => !offLayers.includes(layers[layer]!.name))
    .map(({ text, x, y }) => ({ text: text.trim(), ...toFloor(frame, { x, y }) }));
}

/** The straight pieces of a path, its closing one too. */
export function piecesOf({ points, closed }: PickedPath): Piece[] {
  const pieces = points.slice(1).map((to, at): Piece => [points[at]!, to]);
  return closed && points.length > 2 ? [...pieces, [points.at(-1)!, points[0]!]] : pieces;
}

/** Paths that are drawn as this one is: on its layer, of its kind, of its length within a hundredth. */
export function similarPaths(drawing: LineDrawing, path: number): number[] {
  const { pathLayers, kinds, closed, starts } = drawing;
  const length = lengthOf(drawing, path);
  const similar: number[] = [];
  for (let other = 0; other + 1 < starts.length; other += 1) {
    if (pathLayers[other] !== pathLayers[path] || kinds[other] !== kinds[path] || closed[other] !== closed[path]) continue;
    if (Math.abs(lengthOf(drawing, other) - length) <= length / 100) similar.push(other);
  }
  return similar;
}

/** Paths on a layer. */
export function pathsOnLayer({ pathLayers, layers }: LineDrawing, layer: string): number[] {
  const at = layers.findIndex(({ name }) => name === layer);
  return Array.from(pathLayers.keys()).filter((path) => pathLayers[path] === at);
}

function lengthOf({ points, starts, closed }: LineDrawing, path: number): number {
  const [first, end] = [starts[path]!, starts[path + 1]!];
  let length = 0;
  for (let at = first; at < end; at += 1) {
    const next = at + 1 < end ? at + 1 : first;
    if (next === first && closed[path] === 0) continue;
    length += Math.hypot(points[2 * next]! - points[2 * at]!, points[2 * next + 1]! - points[2 * at + 1]!);
  }
  return length;
}
