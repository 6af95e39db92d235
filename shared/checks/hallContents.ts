/** What stands in each hall, with an index of cabinets by area; worked out once per survey. */
import type { Hall, Obstacle, Plan } from '../plan/types.ts';
import type { BoxIndex } from '../geometry/boxIndex.ts';
import type { Point } from '../geometry/shapes.ts';
import { polygonContainsPoint, type Polygon } from '../geometry/polygons.ts';
import type { Survey, SurveyedCabinet } from '../survey/types.ts';
import { must } from '../assert.ts';
import { buildBoxIndex } from '../geometry/boxIndex.ts';
import { boxAround } from '../geometry/shapes.ts';
import { sortedById } from '../plan/sortedById.ts';

export interface SurveyedObstacle {
  readonly obstacle: Obstacle;
  readonly polygon: Polygon;
}

export interface HallContents {
  readonly hall: Hall;
  readonly outline: Polygon;
  /** In order of id. */
  readonly cabinets: readonly SurveyedCabinet[];
  /** Answers are positions in `cabinets`. */
  readonly cabinetIndex: BoxIndex;
  readonly tallestCabinetMm: number;
  /** In order of id. */
  readonly obstacles: readonly SurveyedObstacle[];
  /** Answers are positions in `obstacles`. */
  readonly obstacleIndex: BoxIndex;
}

/** Obstacles are no part of a survey, so what is remembered holds for one table of them. */
const contentsBySurvey = new WeakMap<Survey, { readonly obstacles: Plan['obstacles']; readonly contents: readonly HallContents[] }>();

/** Contents of every hall, halls in order of id. */
export function hallContents(plan: Plan, survey: Survey): readonly HallContents[] {
  const known = contentsBySurvey.get(survey);
  if (known?.obstacles === plan.obstacles) return known.contents;
  const surveyed = sortedById(plan.obstacles).map((obstacle): SurveyedObstacle => ({ obstacle, polygon: obstacle.outline.map(toPoint) }));
  const contents = survey.halls.map((hall): HallContents => {
    const cabinets = survey.cabinets.filter((cabinet) => cabinet.cabinet.hall === hall.id);
    const obstacles = surveyed.filter(({ obstacle }) => obstacle.hall === hall.id);
    return {
      hall,
      outline: hall.outline.map(toPoint),
      cabinets,
      cabinetIndex: buildBoxIndex(cabinets.map((cabinet) => cabinet.box)),
      tallestCabinetMm: cabinets.reduce((tallest, { model }) => Math.max(tallest, model.heightMm), 0),
      obstacles,
      obstacleIndex: buildBoxIndex(obstacles.map(({ polygon }) => boxAround(polygon))),
    };
  });
  contentsBySurvey.set(survey, { obstacles: plan.obstacles, contents });
  return contents;
}

/** What stands in the hall of a cabinet. */
export function hallOf(plan: Plan, survey: Survey, { cabinet }: SurveyedCabinet): HallContents {
  return must(
    hallContents(plan, survey).find(({ hall }) => hall.id === cabinet.hall),
    `hall ${cabinet.hall}`,
  );
}

const SIGN_INSET_MM = 400;

/**
 * Where a finding about a whole hall is marked: in its upper left corner, beside its name, as far from the rows as a hall allows. Its
 * middle lies under what is drawn.
 */
export function hallSign(outline: Polygon): Point {
  const corner = outline.reduce((best, one) => {
    const nearer = one.xMm + one.yMm - best.xMm - best.yMm;
    return nearer < 0 || (nearer === 0 && one.yMm < best.yMm) ? one : best;
  });
  // Beside the walls and what they are held by, where the corner has room.
  const inside = { xMm: corner.xMm + SIGN_INSET_MM, yMm: corner.yMm + SIGN_INSET_MM };
  return polygonContainsPoint(outline, inside) ? inside : corner;
}

function toPoint([xMm, yMm]: readonly [number, number]): Point {
  return { xMm, yMm };
}
