/** The ways of crates into a hall. They are part of the hall, in the order in which they were drawn. */
import { must } from '../assert.ts';
import { changeOf, refuse } from './changeOf.ts';
import { findAll } from './find.ts';
import { ok, type Result, type UserError } from '../result.ts';
import type { Change, Command } from './command.ts';
import type { DeliveryPath } from '../plan/deliveryPaths.ts';
import type { Hall, Plan } from '../plan/types.ts';

export const addDeliveryPath: Command<{ readonly hall: string; readonly path: DeliveryPath }> = (plan, { hall: id, path }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const hall = must(found.value[0], 'hall');
  return changedPaths(plan, `Add ${path.name}`, hall, [...(hall.deliveryPaths ?? []), path]);
};

export interface SetDeliveryPath {
  readonly hall: string;
  /** Place in the hall's list. */
  readonly place: number;
  readonly set: Partial<DeliveryPath>;
}

export const setDeliveryPath: Command<SetDeliveryPath> = (plan, { hall, place, set }) => {
  const found = pathAt(plan, hall, place);
  if (!found.ok) return found;
  const next = { ...found.value.path, ...set };
  return changedPaths(plan, `Change ${next.name}`, found.value.hall, found.value.paths.toSpliced(place, 1, next));
};

export const removeDeliveryPath: Command<{ readonly hall: string; readonly place: number }> = (plan, { hall, place }) => {
  const found = pathAt(plan, hall, place);
  if (!found.ok) return found;
  return changedPaths(plan, `Delete ${found.value.path.name}`, found.value.hall, found.value.paths.toSpliced(place, 1));
};

interface FoundPath {
  readonly hall: Hall;
  readonly paths: readonly DeliveryPath[];
  readonly path: DeliveryPath;
}

function pathAt(plan: Plan, id: string, place: number): Result<FoundPath, UserError> {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const hall = must(found.value[0], 'hall');
  const paths = hall.deliveryPaths ?? [];
  const path = paths[place];
  return path === undefined ? refuse(`${hall.name} has no such delivery path`, 'choose one that it has') : ok({ hall, paths, path });
}

/** A hall without ways in names none, so that what is the same is written the same. */
function changedPaths(
  plan: Plan,
  label: string,
  { deliveryPaths: _before, ...hall }: Hall,
  paths: readonly DeliveryPath[],
): Result<Change, UserError> {
  return changeOf(plan, label, { put: { halls: [paths.length === 0 ? hall : { ...hall, deliveryPaths: paths }] } });
}
