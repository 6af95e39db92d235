import type { Check, CheckInput, Finding } from './types.ts';
import type { HallContents } from './hallContents.ts';
import { hangs } from '../plan/obstacleKinds.ts';
import type { Obstacle, Plan, Segment } from '../plan/types.ts';
import type { Point } from '../geometry/shapes.ts';
import { boxAround } from '../geometry/shapes.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { lineToPolygonMm, TOUCHING_MM } from '../geometry/polygons.ts';
import { toElevationOf } from '../survey/network.ts';
import { must } from '../assert.ts';
import { hallContents } from './hallContents.ts';
import { millimetres } from './figures.ts';
import { segmentEnds, segmentPlace } from './segmentPlace.ts';

/**
 * Pathways hang clear of columns and above cabinets, under the ceiling; those under the floor have a raised floor above them.
 * Those between halls run outside both and are not judged.
 */
export const pathwayPlace: Check = {
  codes: ['pathway.through-column', 'pathway.through-obstacle', 'pathway.through-cabinet', 'pathway.above-ceiling', 'pathway.below-slab'],
  title: 'Pathways run where there is room',
  *run(input) {
    const contents = new Map(hallContents(input.plan, input.survey).map((one) => [one.hall.id, one]));
    for (const segment of input.survey.network.segments) {
      const ends = segmentEnds(input.plan, segment);
      if (ends === null) continue;
      const { hall, from, to } = ends;
      const around = must(contents.get(hall), `hall ${hall}`);
      yield* heightFindings(input, around, segment);
      yield* columnFindings(input, around, segment, from, to);
      // Nearly every tray hangs above all cabinets, and need not be held against each.
      const { lowestMm } = heightsOf(segment);
      if (lowestMm >= 0 && lowestMm < around.tallestCabinetMm) yield* cabinetFindings(input, around, segment, from, to);
    }
  },
};

type Raised = Omit<Finding, 'accepted'>;

function* heightFindings({ plan }: CheckInput, { hall }: HallContents, segment: Segment): Iterable<Raised> {
  const base = { severity: 'error', ids: [segment.id], place: segmentPlace(plan, segment) } as const;
  const { lowestMm, highestMm } = heightsOf(segment);
  const topMm = highestMm + segment.depthMm;
  if (topMm > hall.clearHeightMm) {
    yield {
      ...base,
      code: 'pathway.above-ceiling',
      message: `Pathway ${segment.name} reaches above the clear height of ${hall.name}`,
      required: `at most ${millimetres(hall.clearHeightMm)}`,
      actual: millimetres(topMm),
      mend: `Lower ${segment.name}`,
    };
  }
  if (lowestMm < 0 && hall.floor.kind === 'slab') {
    yield {
      ...base,
      code: 'pathway.below-slab',
      message: `Pathway ${segment.name} runs under the floor of ${hall.name}, which is a slab`,
      required: 'a raised floor',
      actual: 'a slab',
      mend: `Hang ${segment.name} overhead, or give the hall a raised floor`,
    };
  }
}

function* columnFindings({ plan }: CheckInput, contents: HallContents, segment: Segment, from: Point, to: Point): Iterable<Raised> {
  for (const position of contents.obstacleIndex.search(growBox(boxAround([from, to]), segment.widthMm / 2))) {
    const { obstacle, polygon } = must(contents.obstacles[position], 'obstacle found in the index');
    const body = bodyOf(obstacle);
    if (body === null) continue;
    const freeMm = lineToPolygonMm(from, to, polygon) - segment.widthMm / 2;
    if (freeMm >= -TOUCHING_MM) continue;
    if (obstacle.kind !== 'column') {
      const { lowestMm, highestMm } = heightsOf(segment);
      if (lowestMm >= body.topMm || highestMm + segment.depthMm <= body.undersideMm) continue;
      yield throughObstacle(plan, segment, obstacle, body);
      continue;
    }
    yield {
      code: 'pathway.through-column',
      severity: 'error',
      ids: [segment.id, obstacle.id].sort(),
      place: segmentPlace(plan, segment),
      message: `Pathway ${segment.name} runs through column ${obstacle.name}`,
      required: `${millimetres(segment.widthMm / 2)} from the centreline to the column`,
      actual: millimetres(freeMm + segment.widthMm / 2),
      mend: `Lead ${segment.name} around ${obstacle.name}`,
    };
  }
}

/** Heights that an obstacle takes; null: none, or unknown ones. */
function bodyOf({ kind, undersideMm, topMm, freeBelowMm = 0 }: Obstacle): { readonly undersideMm: number; readonly topMm: number } | null {
  if (kind === 'column') return { undersideMm: -Infinity, topMm: Infinity };
  if (kind === 'equipment') return topMm === undefined ? null : { undersideMm: undersideMm ?? 0, topMm };
  return !hangs(kind) || undersideMm === undefined ? null : { undersideMm: undersideMm - freeBelowMm, topMm: topMm ?? Infinity };
}

function throughObstacle(
  plan: Plan,
  segment: Segment,
  obstacle: Obstacle,
  { undersideMm, topMm }: { readonly undersideMm: number; readonly topMm: number },
): Raised {
  const { lowestMm, highestMm } = heightsOf(segment);
  const what = `${obstacle.kind} ${obstacle.name}`;
  return {
    code: 'pathway.through-obstacle',
    severity: 'error',
    ids: [segment.id, obstacle.id].sort(),
    place: segmentPlace(plan, segment),
    message: `Pathway ${segment.name} runs through ${obstacle.freeBelowMm === undefined ? what : `${what} or the room that it needs under it`}`,
    required: `below ${millimetres(undersideMm)}${topMm === Infinity ? '' : ` or above ${millimetres(topMm)}`}`,
    actual: `${millimetres(lowestMm)} to ${millimetres(highestMm + segment.depthMm)}`,
    mend: `Lead ${segment.name} around ${obstacle.name}, or hang it at another height`,
  };
}

function* cabinetFindings({ plan }: CheckInput, contents: HallContents, segment: Segment, from: Point, to: Point): Iterable<Raised> {
  const near = growBox(boxAround([from, to]), segment.widthMm / 2);
  const { lowestMm } = heightsOf(segment);
  for (const position of contents.cabinetIndex.search(near)) {
    const { cabinet, model, corners } = must(contents.cabinets[position], 'cabinet found in the index');
    if (model.heightMm <= lowestMm) continue;
    if (lineToPolygonMm(from, to, corners) - segment.widthMm / 2 >= -TOUCHING_MM) continue;
    yield {
      code: 'pathway.through-cabinet',
      severity: 'error',
      ids: [cabinet.id, segment.id].sort(),
      place: segmentPlace(plan, segment),
      message: `Pathway ${segment.name} runs through cabinet ${cabinet.name}, which is taller`,
      required: `at least ${millimetres(model.heightMm)} high`,
      actual: millimetres(lowestMm),
      mend: `Raise ${segment.name} above the cabinet, or move one of them`,
    };
  }
}

/** Of its bed; a riser passes all heights between. */
function heightsOf(segment: Segment): { readonly lowestMm: number; readonly highestMm: number } {
  const toMm = toElevationOf(segment);
  return { lowestMm: Math.min(segment.elevationMm, toMm), highestMm: Math.max(segment.elevationMm, toMm) };
}
