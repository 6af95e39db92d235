/** Which of the faces that lines enclose are bodies of walls: those nowhere thicker than a wall is; the others are rooms. */
import { pointToLineMm, polygonContainsPoint } from '../../geometry/polygons.ts';
import { boxAround, type Point } from '../../geometry/shapes.ts';
import type { LineNet } from './lineNet.ts';
import { chainsOf, netFaces, withoutStraight, type Loop } from './netFaces.ts';

export interface WallBodies {
  /** Corners of each body. */
  readonly bodies: readonly (readonly Point[])[];
  /** How many faces are wider than a wall. */
  readonly rooms: number;
  /** Lines that no body has as a face of it. */
  readonly lines: readonly (readonly Point[])[];
}

/** Drawings are some millimetres off. */
const TOLERANCE_MM = 2;

export function wallBodies(net: LineNet, thickestMm: number): WallBodies {
  const { rooms } = netFaces(net);
  const thin = rooms.filter(({ corners }) => isNowhereWider(corners, thickestMm + TOLERANCE_MM));
  const faced = new Set(thin.flatMap(({ nodes }) => stepsOf(nodes).map(([a, b]) => undirected(a, b))));
  const free = net.edges.filter(([a, b], edge) => !faced.has(undirected(a, b)) && !net.gaps.has(edge));
  return {
    bodies: merged(thin).map((nodes) =>
      withoutStraight(
        nodes.map((node) => net.nodes[node]!),
        true,
      ),
    ),
    rooms: rooms.length - thin.length,
    lines: chainsOf(free, net.nodes),
  };
}

/** Bodies that share a line become one, as long as the whole has one way around: an outline has no hole. */
function merged(bodies: readonly Loop[]): (readonly number[])[] {
  const wholes: (readonly number[])[] = [];
  for (const { nodes } of bodies) {
    let whole = nodes;
    for (let at = 0; at < wholes.length;) {
      const joined = joinedAt(wholes[at]!, whole);
      if (joined === null) {
        at += 1;
        continue;
      }
      whole = joined;
      wholes.splice(at, 1);
      at = 0;
    }
    wholes.push(whole);
  }
  return wholes;
}

/** The one way around two that share lines; null where they share none, or more than one way would be left. */
function joinedAt(one: readonly number[], other: readonly number[]): readonly number[] | null {
  const steps = [...stepsOf(one), ...stepsOf(other)];
  const known = new Set(steps.map(([a, b]) => `${a} ${b}`));
  const left = steps.filter(([a, b]) => !known.has(`${b} ${a}`));
  if (left.length === steps.length) return null;
  const next = new Map(left);
  const [start] = next.keys();
  if (start === undefined || next.size !== left.length) return null;
  const way: number[] = [];
  for (let node = start; way.length < left.length; node = next.get(node)!) {
    way.push(node);
    if (next.get(node) === start) break;
  }
  return way.length === left.length ? way : null;
}

function stepsOf(nodes: readonly number[]): (readonly [number, number])[] {
  return nodes.map((node, at) => [node, nodes[(at + 1) % nodes.length]!]);
}

function undirected(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Whether no circle wider than this lies within: squares are searched, and quartered while one could hold its middle. */
function isNowhereWider(corners: readonly Point[], widestMm: number): boolean {
  const box = boxAround(corners);
  const [wide, deep] = [box.maxXMm - box.minXMm, box.maxYMm - box.minYMm];
  if (Math.min(wide, deep) <= widestMm) return true;
  const half = Math.max(wide, deep) / 2;
  const open = [{ xMm: (box.minXMm + box.maxXMm) / 2, yMm: (box.minYMm + box.maxYMm) / 2, half }];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const edgeMm = Math.min(...corners.map((from, at) => pointToLineMm(cell, from, corners[(at + 1) % corners.length]!)));
    const insideMm = polygonContainsPoint(corners, cell) ? edgeMm : -edgeMm;
    if (insideMm > widestMm / 2) return false;
    if (insideMm + cell.half * Math.SQRT2 <= widestMm / 2 || cell.half < TOLERANCE_MM) continue;
    const quarter = cell.half / 2;
    for (const dx of [-quarter, quarter])
      for (const dy of [-quarter, quarter]) open.push({ xMm: cell.xMm + dx, yMm: cell.yMm + dy, half: quarter });
  }
  return true;
}
