/** The shell of a hall that was moved, or not, as seen by who does not turn it. */
import { must } from '../../assert.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Plan } from '../../plan/types.ts';
import type { MovedShell } from '../movedShell.ts';
import type { HallTurn } from './turnedHall.ts';

/** Nothing moved. */
export function unmovedShell(plan: Plan, hallId: string): MovedShell {
  const doors = sortedById(plan.doors).filter(({ hall }) => hall === hallId);
  return { hall: must(plan.halls.get(hallId), 'hall'), doors, obstacles: [], junctions: [], dimensions: [], notes: [] };
}

/** Turned back; doors are told by their walls, whichever way these run. */
export function turnedShell({ hall, doors, obstacles, junctions, dimensions, notes }: MovedShell, back: HallTurn): MovedShell {
  return {
    hall: back.hall(hall),
    doors,
    obstacles: obstacles.map((one) => back.obstacle(one)),
    junctions: junctions.map((one) => back.junction(one)),
    dimensions: dimensions.map((one) => back.dimension(one)),
    notes: notes.map((one) => back.note(one)),
  };
}
