/** What puts the selected cabinets in order: align, distribute, mirror, repeat. Each is one command, one undo step. */
import { patternOfName } from '../../shared/plan/names.ts';
import { alignThings, distributeThings, type AlignEdge } from '../../shared/commands/align.ts';
import { arrayCounts, arrayThings, MOST_ARRAYED, type ArrayedTable, type ArrayThings } from '../../shared/commands/array.ts';
import { mirrorCabinets } from '../../shared/commands/mirror.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { pickedOf, thingsOf } from './picked.ts';
import type { Picked } from '../../shared/commands/picked.ts';
import { change, runCommand } from './editActions.ts';
import { previewOf } from './preview.ts';

export function alignSelection(planner: Planner, edge: AlignEdge): void {
  change(planner, alignThings, { things: pickedOf(planner.session.getState().selection), edge });
}

export function distributeSelection(planner: Planner, axis: 'x' | 'y'): void {
  change(planner, distributeThings, { things: pickedOf(planner.session.getState().selection), axis });
}

export function mirrorSelection(planner: Planner): void {
  change(planner, mirrorCabinets, { ids: selectedIds(planner.session.getState().selection, 'cabinet') });
}

/** What a person sets of an array; the rest is the selection and new ids. */
export type ArrayChoice = Pick<ArrayThings, 'columns' | 'rows' | 'pitchMm' | 'aisleMm' | 'mirrorRows' | 'namePattern'>;

/** The array with ids for its copies; none for one that will be refused as too large. */
export function arrayOf(plan: Plan, things: Picked, choice: ArrayChoice, randomBytes: RandomBytes): ArrayThings {
  const counts = arrayCounts(plan, { things, ...choice });
  const isTooMany = !Object.values(counts).every((count) => Number.isInteger(count) && count <= 10 * MOST_ARRAYED);
  const ids = (table: ArrayedTable): string[] => (isTooMany ? [] : newIds(table, counts[table], plan, randomBytes));
  return {
    things,
    ...choice,
    newIds: {
      cabinets: ids('cabinets'),
      devices: ids('devices'),
      obstacles: ids('obstacles'),
      junctions: ids('junctions'),
      segments: ids('segments'),
    },
  };
}

/** How many things an array makes that are seen on the drawing. */
export function copiesOf({ newIds: { cabinets, obstacles, segments } }: ArrayThings): number {
  return cabinets.length + obstacles.length + segments.length;
}

/** Shows the array on the drawing, or why it cannot be made. */
export function tryArray({ plan, session }: Planner, args: ArrayThings): void {
  const moving = new Set([...args.newIds.cabinets, ...args.newIds.obstacles]);
  session.setState({ preview: previewOf(plan, arrayThings, args, { moving, guides: [], text: null }), hover: null });
}

/** Makes the array and selects all of it. */
export function makeArray(planner: Planner, args: ArrayThings): boolean {
  planner.session.setState({ preview: null });
  const done = runCommand(planner, arrayThings, args);
  const { cabinets, obstacles, segments } = args.newIds;
  if (done) planner.session.select([...thingsOf(args.things), ...thingsOf({ cabinets, obstacles, segments })]);
  return done;
}

/** What the dialog begins with: a second row across a cold aisle, named as the selected cabinets are. */
export function firstArrayChoice({ plan }: Planner, ids: readonly string[]): ArrayChoice {
  const { cabinets, settings } = plan.getState().plan;
  const first = cabinets.get(ids[0] ?? '');
  const namePattern = first === undefined ? '{row}{nn}' : patternOfName(first.name, first.row);
  return { columns: 1, rows: 2, pitchMm: null, aisleMm: settings.aisles.coldMinMm, mirrorRows: true, namePattern };
}
