/** Walls, doors and obstacles that a gesture draws or changes. */
import { CAMPUS_FRAME, fromCampus, toCampus } from '../../shared/geometry/frames.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Hall, Plan } from '../../shared/plan/types.ts';
import { lineWeights } from '../theme/tokens.ts';
import { placeDoors, type PlacedDoor } from './hallLayout.ts';
import { paintDoor } from './paintGround.ts';
import { tracePolygon, type Pen } from './pen.ts';

export interface BuildingPreview {
  readonly outlines: readonly (readonly Point[])[];
  readonly doors: readonly PlacedDoor[];
}

/** What of the building is not as before, in the coordinates of the hall on screen; null: of the campus. */
export function changedBuilding(plan: Plan, before: Plan, shown: Hall | null): BuildingPreview {
  const outlines: (readonly Point[])[] = [];
  if (plan.halls !== before.halls) {
    for (const hall of plan.halls.values()) if (hall.outline !== before.halls.get(hall.id)?.outline) outlines.push(outlineIn(hall, shown));
  }
  if (plan.obstacles !== before.obstacles) {
    for (const obstacle of plan.obstacles.values())
      if (obstacle.hall === shown?.id && obstacle !== before.obstacles.get(obstacle.id)) outlines.push(pointsOf(obstacle.outline));
  }
  const doors =
    shown === null || (plan.doors === before.doors && plan.halls === before.halls)
      ? []
      : placeDoors(plan, shown.id).filter(
          ({ door }) => door !== before.doors.get(door.id) || plan.halls.get(shown.id) !== before.halls.get(shown.id),
        );
  return { outlines, doors };
}

/** The outline of a hall as it lies beside the hall on screen. */
export function outlineIn(hall: Hall, shown: Hall | null): readonly Point[] {
  if (hall.id === shown?.id) return pointsOf(hall.outline);
  const frame = shown?.frame ?? CAMPUS_FRAME;
  return pointsOf(hall.outline).map((point) => fromCampus(frame, toCampus(hall.frame, point)));
}

function pointsOf(outline: Hall['outline']): readonly Point[] {
  return outline.map(([xMm, yMm]) => ({ xMm, yMm }));
}

/** Outlines in the color of the preview, or of what cannot be. */
export function paintBuildingPreview(pen: Pen, { outlines, doors }: BuildingPreview, color: string): void {
  const { context, colors } = pen;
  for (const outline of outlines) {
    context.beginPath();
    tracePolygon(pen, outline);
    context.fillStyle = colors.selectionFill;
    context.fill();
    context.lineWidth = lineWeights.selection;
    context.strokeStyle = color;
    context.stroke();
  }
  for (const door of doors) paintDoor(pen, door, color);
}
