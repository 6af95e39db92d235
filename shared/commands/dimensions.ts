/** Dimensions that stay in the plan, with the rule that they are held to. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { endHall, placeDimension } from '../plan/dimensionPlaces.ts';
import { findAll, findTaken } from './find.ts';
import { fail } from '../result.ts';
import type { Command } from './command.ts';
import type { Dimension } from '../plan/drawingAids.ts';

/** Adds dimensions between things or places of one hall. */
export const addDimensions: Command<{ readonly dimensions: readonly Dimension[] }> = (plan, { dimensions }) => {
  if (dimensions.length === 0) return refuse('no dimension is given', 'choose two corners');
  const ids = dimensions.map(({ id }) => id);
  const taken = findTaken(plan, 'dimensions', ids);
  if (taken !== null) return fail(taken);
  for (const dimension of dimensions) {
    const halls = [endHall(plan, dimension.a), endHall(plan, dimension.b)];
    if (halls.some((hall) => hall !== null && hall !== dimension.hall))
      return refuse('its ends stand in different halls', 'choose two places of one hall');
    const placed = placeDimension(plan, dimension);
    if (placed === null) return refuse('an end is tied to a corner that is not there', 'choose the corner again');
    if (placed.lengthMm === 0) return refuse('its ends are in one place', 'choose two places that lie apart');
  }
  return changeOf(plan, `Dimension ${counted(dimensions.length, 'distance')}`, { put: { dimensions } });
};

/** What can be set on several dimensions at once. */
export type DimensionChange = Partial<Pick<Dimension, 'axis' | 'offsetMm' | 'leastMm' | 'mostMm'>>;

/** Sets the rule, the axis or the place of the line. */
export const setDimensions: Command<{ readonly ids: readonly string[]; readonly set: DimensionChange }> = (plan, { ids, set }) => {
  const found = findAll(plan, 'dimensions', ids);
  if (!found.ok) return found;
  const dimensions = found.value.map((dimension) => ({ ...dimension, ...set }));
  if (dimensions.some((dimension) => placeDimension(plan, dimension)?.lengthMm === 0))
    return refuse('along this axis its ends are in one place', 'choose the other axis, or straight');
  return changeOf(plan, `Change ${counted(dimensions.length, 'dimension')}`, { put: { dimensions } });
};
