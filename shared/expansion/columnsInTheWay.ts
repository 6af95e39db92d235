/** Pathways that growth lays or widens into columns of the hall: how they are led around is a designer's choice, so it is said. */
import { must } from '../assert.ts';
import { lineToPolygonMm, TOUCHING_MM, type Polygon } from '../geometry/polygons.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan, Segment } from '../plan/types.ts';

/** One sentence for each pathway and column that meet in `grown` and did not before. */
export function columnRemarks(before: Plan, grown: Plan, hall: string): string[] {
  const columns = columnsOf(grown, hall);
  if (columns.length === 0) return [];
  return sortedById(grown.segments).flatMap((segment) => {
    const was = before.segments.get(segment.id);
    if (segment === was) return [];
    return columns
      .filter(({ shape }) => runsThrough(grown, segment, shape) && !(was !== undefined && runsThrough(before, was, shape)))
      .map(({ name }) => `Pathway ${segment.name} runs through column ${name}: lead it around the column`);
  });
}

export interface ColumnShape {
  readonly name: string;
  readonly shape: Polygon;
}

/** Columns of a hall, by id. */
export function columnsOf({ obstacles }: Pick<Plan, 'obstacles'>, hall: string): ColumnShape[] {
  return sortedById(obstacles)
    .filter((one) => one.hall === hall && one.kind === 'column')
    .map(({ name, outline }) => ({ name, shape: outline.map(([xMm, yMm]) => ({ xMm, yMm })) }));
}

function runsThrough({ junctions }: Plan, { from, to, widthMm }: Segment, shape: Polygon): boolean {
  const [start, end] = [must(junctions.get(from), from), must(junctions.get(to), to)];
  return start.hall === end.hall && lineToPolygonMm(start, end, shape) - widthMm / 2 < -TOUCHING_MM;
}
