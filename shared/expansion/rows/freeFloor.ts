/** Whether the floor of a hall is free for cabinets, and what is in the way. */
import { sweptByLeaves } from '../../geometry/doorLeaves.ts';
import {
  convexPenetrationMm,
  insetRectangle,
  polygonContainsPolygon,
  polygonsOverlap,
  TOUCHING_MM,
  type Polygon,
} from '../../geometry/polygons.ts';
import { frontDirection } from '../../geometry/footprint.ts';
import type { Box, Point } from '../../geometry/shapes.ts';
import { takesFloor } from '../../plan/obstacleKinds.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import type { MovedShell } from '../movedShell.ts';
import { cornersOf } from './turnedHall.ts';

export interface InTheWay {
  readonly kind: 'wall' | 'cabinet' | 'column' | 'door' | 'thing';
  readonly name: string;
}

export class FreeFloor {
  private readonly plan: Plan;
  private readonly name: string;
  private readonly walls: Polygon;
  private readonly things: readonly (InTheWay & { readonly shape: Polygon })[];

  /** Of a hall with its walls as they are to be, and what stood in it before. */
  constructor(plan: Plan, { hall, doors, obstacles }: Pick<MovedShell, 'hall' | 'doors' | 'obstacles'>) {
    this.plan = plan;
    this.name = hall.name;
    this.walls = hall.outline.map(([xMm, yMm]) => ({ xMm, yMm }));
    const moved = new Map([...plan.obstacles, ...obstacles.map((one) => [one.id, one] as const)]);
    this.things = [
      ...[...moved.values()]
        .filter((one) => one.hall === hall.id && takesFloor(one.kind))
        .map(({ kind, name, outline }) => ({
          kind: kind === 'column' ? ('column' as const) : ('thing' as const),
          name,
          shape: outline.map(([xMm, yMm]) => ({ xMm, yMm })),
        })),
      ...doors.flatMap((door) => sweptByLeaves(hall.outline, door).map((shape) => ({ kind: 'door' as const, name: door.name, shape }))),
      ...[...plan.cabinets.values()]
        .filter((cabinet) => cabinet.hall === hall.id)
        .map((cabinet) => ({ kind: 'cabinet' as const, name: cabinet.name, shape: cornersOf(plan, cabinet) })),
    ];
  }

  /** What a cabinet would stand on; null: it stands free. */
  under(cabinet: Cabinet): InTheWay | null {
    return this.on(cornersOf(this.plan, cabinet));
  }

  /** What narrows the aisle before a cabinet's front or behind its rear: walls and rows stand there as they do for its neighbors. */
  inAislesOf(cabinet: Cabinet): InTheWay | null {
    const { coldMinMm, hotMinMm } = this.plan.settings.aisles;
    const [frontLeft, frontRight, rearRight, rearLeft] = cornersOf(this.plan, cabinet);
    const { xMm, yMm } = frontDirection(cabinet.rotationDeg);
    const towards = (from: Point, byMm: number): Point => ({ xMm: from.xMm + xMm * byMm, yMm: from.yMm + yMm * byMm });
    const strips = [
      [frontLeft, frontRight, towards(frontRight, coldMinMm), towards(frontLeft, coldMinMm)],
      [rearRight, rearLeft, towards(rearLeft, -hotMinMm), towards(rearRight, -hotMinMm)],
    ];
    const isFixed = ({ kind }: InTheWay): boolean => kind === 'column' || kind === 'thing';
    return (
      this.things.find(
        (thing) => isFixed(thing) && strips.some((strip) => polygonsOverlap(insetRectangle(strip, TOUCHING_MM), thing.shape)),
      ) ?? null
    );
  }

  /** What is in the way of a box. */
  within({ minXMm, minYMm, maxXMm, maxYMm }: Box): InTheWay | null {
    return this.on([
      { xMm: minXMm, yMm: minYMm },
      { xMm: maxXMm, yMm: minYMm },
      { xMm: maxXMm, yMm: maxYMm },
      { xMm: minXMm, yMm: maxYMm },
    ]);
  }

  private on(shape: Polygon): InTheWay | null {
    const inner = insetRectangle(shape, TOUCHING_MM);
    if (!polygonContainsPolygon(this.walls, inner)) return { kind: 'wall', name: `the wall of ${this.name}` };
    return (
      this.things.find((thing) =>
        thing.kind === 'cabinet' ? convexPenetrationMm(shape, thing.shape) > 2 * TOUCHING_MM : polygonsOverlap(inner, thing.shape),
      ) ?? null
    );
  }
}
