/**
 * A hall seen so that its rows face north or south, and what is made in it turned back. Quarter turns are exact; any other angle rounds
 * to whole millimetres.
 */
import { must } from '../../assert.ts';
import { cabinetCorners, type Corners } from '../../geometry/footprint.ts';
import { boxAround, type Point } from '../../geometry/shapes.ts';
import type { Dimension, DimensionEnd } from '../../plan/drawingAids.ts';
import type { Note } from '../../plan/notes.ts';
import type { Cabinet, Hall, Junction, Obstacle, Plan, PointMm } from '../../plan/types.ts';

/** Corners of a cabinet's footprint, in its hall. */
export function cornersOf({ catalog }: Pick<Plan, 'catalog'>, { model, xMm, yMm, rotationDeg }: Cabinet): Corners {
  const { widthMm, depthMm } = must(catalog.cabinetModels.get(model), model);
  return cabinetCorners(xMm, yMm, widthMm, depthMm, rotationDeg);
}

/** Turns what stands in a hall about its origin, clockwise from above. */
export class HallTurn {
  readonly degrees: number;
  private readonly cos: number;
  private readonly sin: number;
  private readonly catalog: Plan['catalog'];

  constructor(catalog: Plan['catalog'], degrees: number) {
    this.catalog = catalog;
    this.degrees = wrapped(degrees);
    const radians = (this.degrees * Math.PI) / 180;
    const isQuarter = this.degrees % 90 === 0;
    this.cos = isQuarter ? Math.round(Math.cos(radians)) : Math.cos(radians);
    this.sin = isQuarter ? Math.round(Math.sin(radians)) : Math.sin(radians);
  }

  back(): HallTurn {
    return new HallTurn(this.catalog, -this.degrees);
  }

  cabinet(cabinet: Cabinet): Cabinet {
    const corners = cornersOf({ catalog: this.catalog }, cabinet).map((corner) => this.exact(corner));
    const { minXMm, minYMm } = boxAround(corners);
    const rotationDeg = wrapped(cabinet.rotationDeg + this.degrees);
    return { ...cabinet, xMm: Math.round(minXMm), yMm: Math.round(minYMm), rotationDeg };
  }

  junction(junction: Junction): Junction {
    return { ...junction, ...this.rounded(junction) };
  }

  obstacle(obstacle: Obstacle): Obstacle {
    return { ...obstacle, outline: obstacle.outline.map((corner) => this.corner(corner)) };
  }

  dimension(dimension: Dimension): Dimension {
    const end = (one: DimensionEnd): DimensionEnd => (one.kind === 'place' ? { ...one, ...this.rounded(one) } : one);
    return { ...dimension, a: end(dimension.a), b: end(dimension.b) };
  }

  note(note: Note): Note {
    return { ...note, points: note.points.map((point) => this.corner(point)) };
  }

  /** Walls and ways in; the grid of tiles is none of it. */
  hall(hall: Hall): Hall {
    const paths = hall.deliveryPaths?.map((path) => ({ ...path, points: path.points.map((point) => this.corner(point)) }));
    return {
      ...hall,
      outline: hall.outline.map((corner) => this.corner(corner)),
      ...(paths === undefined ? {} : { deliveryPaths: paths }),
    };
  }

  /** The plan with all that is in the hall turned. */
  plan(plan: Plan, hall: string): Plan {
    if (this.degrees === 0) return plan;
    return {
      ...plan,
      halls: turnedIn(
        plan.halls,
        ({ id }) => id === hall,
        (one) => this.hall(one),
      ),
      obstacles: turnedIn(
        plan.obstacles,
        (one) => one.hall === hall,
        (one) => this.obstacle(one),
      ),
      cabinets: turnedIn(
        plan.cabinets,
        (one) => one.hall === hall,
        (one) => this.cabinet(one),
      ),
      junctions: turnedIn(
        plan.junctions,
        (one) => one.hall === hall,
        (one) => this.junction(one),
      ),
      dimensions: turnedIn(
        plan.dimensions,
        (one) => one.hall === hall,
        (one) => this.dimension(one),
      ),
      notes: turnedIn(
        plan.notes,
        (one) => one.hall === hall,
        (one) => this.note(one),
      ),
    };
  }

  private corner([xMm, yMm]: PointMm): PointMm {
    const turned = this.rounded({ xMm, yMm });
    return [turned.xMm, turned.yMm];
  }

  private rounded(point: Point): Point {
    const { xMm, yMm } = this.exact(point);
    return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
  }

  private exact({ xMm, yMm }: Point): Point {
    // Adding zero makes a whole number of what would be minus zero.
    return { xMm: xMm * this.cos - yMm * this.sin + 0, yMm: xMm * this.sin + yMm * this.cos + 0 };
  }
}

/** Degrees in 0 … 360. */
export function wrapped(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

function turnedIn<T extends { readonly id: string }>(
  table: ReadonlyMap<string, T>,
  isIn: (one: T) => boolean,
  turn: (one: T) => T,
): ReadonlyMap<string, T> {
  return new Map([...table].map(([id, one]) => [id, isIn(one) ? turn(one) : one]));
}
