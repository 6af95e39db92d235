/** The lines of one thing that is no block, in the coordinates of what holds it. */
import type { PathKind } from '../lineDrawing.ts';
import { arcPoints, bulgedPoints, ellipsePoints, splinePoints, turnBetween, WHOLE_TURN } from './curves.ts';
import { numberOf, numbersOf, type DxfEntity } from './document.ts';
import { hatchRings } from './hatchPaths.ts';
import { IDENTITY, movedBy, planeOf, type Transform } from './transform.ts';

export interface EntityPath {
  readonly kind: PathKind;
  readonly points: readonly number[];
  readonly closed: boolean;
}

const DEG = Math.PI / 180;
const CLOSED = 1;
/** Flags of POLYLINE: points of a spline's frame are no part of its line; meshes are no lines at all. */
const MESH = 16 | 64;
const FRAME_POINT = 16;

/** Null: this reader draws no such thing. An empty list: it is one, but there is nothing to see of it. */
export function entityPaths(entity: DxfEntity): readonly EntityPath[] | null {
  const n = (code: number, otherwise = 0): number => numberOf(entity, code, otherwise);
  switch (entity.type) {
    case 'LINE':
      return [{ kind: 'line', closed: false, points: [n(10), n(20), n(11), n(21)] }];
    case 'ARC':
      if (!(n(40) > 0)) return [];
      return placed(planeOf(entity), [
        { kind: 'arc', closed: false, points: arcPoints(n(10), n(20), n(40), n(50) * DEG, turnBetween(n(50) * DEG, n(51) * DEG)) },
      ]);
    case 'CIRCLE':
      // Some programs write radii below zero.
      if (n(40) === 0) return [];
      return placed(planeOf(entity), [
        { kind: 'circle', closed: true, points: arcPoints(n(10), n(20), Math.abs(n(40)), 0, WHOLE_TURN).slice(0, -2) },
      ]);
    case 'ELLIPSE':
      return [ellipsePath(entity)];
    case 'SPLINE':
      return splinePath(entity);
    case 'LWPOLYLINE':
      return placed(planeOf(entity), [lightPolyline(entity)]);
    case 'POLYLINE':
      return heavyPolyline(entity);
    case 'SOLID':
    case 'TRACE':
      // The third corner lies across from the second.
      return placed(planeOf(entity), [
        { kind: 'polyline', closed: true, points: [n(10), n(20), n(11), n(21), n(13, n(12)), n(23, n(22)), n(12), n(22)] },
      ]);
    case '3DFACE':
      return [{ kind: 'polyline', closed: true, points: [n(10), n(20), n(11), n(21), n(12), n(22), n(13, n(12)), n(23, n(22))] }];
    case 'LEADER':
      return [{ kind: 'polyline', closed: false, points: interleaved(numbersOf(entity, 10), numbersOf(entity, 20)) }];
    case 'HATCH':
      return placed(
        planeOf(entity),
        hatchRings(entity).map((points) => ({ kind: 'hatch', closed: true, points })),
      );
    default:
      return null;
  }
}

function placed(plane: Transform, paths: readonly EntityPath[]): readonly EntityPath[] {
  return plane === IDENTITY ? paths : paths.map((path) => ({ ...path, points: movedBy(plane, path.points) }));
}

function ellipsePath(entity: DxfEntity): EntityPath {
  const n = (code: number, otherwise = 0): number => numberOf(entity, code, otherwise);
  const [from, to] = [n(41), n(42, WHOLE_TURN)];
  const turn = turnBetween(from, to);
  // Its axes lie in space; seen from below the other axis is mirrored.
  const ratio = n(230, 1) < 0 ? -n(40, 1) : n(40, 1);
  const points = ellipsePoints(n(10), n(20), n(11), n(21), ratio, from, turn);
  const isWhole = turn > WHOLE_TURN - 1e-9;
  return { kind: 'curve', closed: isWhole, points: isWhole ? points.slice(0, -2) : points };
}

function splinePath(entity: DxfEntity): readonly EntityPath[] {
  const closed = (numberOf(entity, 70, 0) & CLOSED) !== 0;
  const controls = interleaved(numbersOf(entity, 10), numbersOf(entity, 20));
  const fits = interleaved(numbersOf(entity, 11), numbersOf(entity, 21));
  const curve = splinePoints({
    degree: numberOf(entity, 71, 3),
    knots: numbersOf(entity, 40),
    controls,
    weights: numbersOf(entity, 41),
  });
  const points = curve ?? (fits.length >= 4 ? fits : controls);
  return points.length < 4 ? [] : [{ kind: 'curve', closed: closed && curve === null, points }];
}

function lightPolyline(entity: DxfEntity): EntityPath {
  const vertices: { x: number; y: number; bulge: number }[] = [];
  for (const { code, value } of entity.tags) {
    if (code === 10) vertices.push({ x: Number(value), y: 0, bulge: 0 });
    const last = vertices.at(-1);
    if (last === undefined) continue;
    if (code === 20) last.y = Number(value);
    if (code === 42) last.bulge = Number(value);
  }
  const closed = (numberOf(entity, 70, 0) & CLOSED) !== 0;
  return { kind: 'polyline', closed, points: bulgedPoints(vertices, closed) };
}

function heavyPolyline(entity: DxfEntity): readonly EntityPath[] | null {
  const flags = numberOf(entity, 70, 0);
  if ((flags & MESH) !== 0) return null;
  const vertices = entity.parts
    .filter((part) => part.type === 'VERTEX' && (numberOf(part, 70, 0) & FRAME_POINT) === 0)
    .map((part) => ({ x: numberOf(part, 10, 0), y: numberOf(part, 20, 0), bulge: numberOf(part, 42, 0) }));
  const closed = (flags & CLOSED) !== 0;
  const isInSpace = (flags & 8) !== 0;
  const path: EntityPath = { kind: 'polyline', closed, points: bulgedPoints(vertices, closed) };
  return isInSpace ? [path] : placed(planeOf(entity), [path]);
}

function interleaved(xs: readonly number[], ys: readonly number[]): number[] {
  return xs.flatMap((x, at) => [x, ys[at] ?? Number.NaN]);
}
