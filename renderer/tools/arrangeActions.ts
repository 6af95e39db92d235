/** What puts the selected cabinets in order: align, distribute, mirror, repeat. Each is one command, one undo step. */
import { alignCabinets, distributeCabinets, type AlignEdge } from '../../shared/commands/align.ts';
import { arrayCabinets, arrayCounts, MOST_ARRAYED, type ArrayCabinets } from '../../shared/commands/array.ts';
import { mirrorCabinets } from '../../shared/commands/mirror.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';
import { runCommand } from './editActions.ts';
import { previewOf } from './preview.ts';

function selectedCabinets({ session }: Planner): string[] {
  return selectedIds(session.getState().selection, 'cabinet');
}

export function alignSelection(planner: Planner, edge: AlignEdge): void {
  runCommand(planner, alignCabinets, { ids: selectedCabinets(planner), edge });
}

export function distributeSelection(planner: Planner, axis: 'x' | 'y'): void {
  runCommand(planner, distributeCabinets, { ids: selectedCabinets(planner), axis });
}

export function mirrorSelection(planner: Planner): void {
  runCommand(planner, mirrorCabinets, { ids: selectedCabinets(planner) });
}

/** What a person sets of an array; the rest is the selection and new ids. */
export type ArrayChoice = Pick<ArrayCabinets, 'columns' | 'rows' | 'pitchMm' | 'aisleMm' | 'mirrorRows' | 'namePattern'>;

/** The array with ids for its copies; none for one that will be refused as too large. */
export function arrayOf(plan: Plan, ids: readonly string[], choice: ArrayChoice, randomBytes: RandomBytes): ArrayCabinets {
  const counts = arrayCounts(plan, { ids, ...choice });
  const isTooMany = !(counts.cabinets <= MOST_ARRAYED) || !Number.isInteger(counts.cabinets);
  return {
    ids,
    ...choice,
    cabinetIds: isTooMany ? [] : newIds('cabinets', counts.cabinets, plan, randomBytes),
    deviceIds: isTooMany ? [] : newIds('devices', counts.devices, plan, randomBytes),
  };
}

/** Shows the array on the drawing, or why it cannot be made. */
export function tryArray({ plan, session }: Planner, args: ArrayCabinets): void {
  const preview = previewOf(plan, arrayCabinets, args, { moving: new Set(args.cabinetIds), guides: [], text: null });
  session.setState({ preview, hover: null });
}

/** Makes the array and selects all of it. */
export function makeArray(planner: Planner, args: ArrayCabinets): boolean {
  planner.session.setState({ preview: null });
  const done = runCommand(planner, arrayCabinets, args);
  if (done) planner.session.select([...args.ids, ...args.cabinetIds].map((id): Thing => ({ kind: 'cabinet', id })));
  return done;
}

/** What the dialog begins with: a second row across a cold aisle, named as the selected cabinets are. */
export function firstArrayChoice({ plan }: Planner, ids: readonly string[]): ArrayChoice {
  const { cabinets, settings } = plan.getState().plan;
  const first = cabinets.get(ids[0] ?? '');
  const stem = first === undefined || first.row !== null ? '{row}' : first.name.replace(/\d+$/, '');
  return { columns: 1, rows: 2, pitchMm: null, aisleMm: settings.aisles.coldMinMm, mirrorRows: true, namePattern: `${stem}{nn}` };
}
