/** Named views of halls. */
import { changeOf, refuse } from './changeOf.ts';
import { findAll } from './find.ts';
import { namedOrCounted } from './wording.ts';
import type { Command } from './command.ts';
import type { SavedView } from '../plan/drawingAids.ts';

/** Saves a view, a new one or in place of that of the same id. Names differ within a hall. */
export const saveView: Command<{ readonly view: SavedView }> = (plan, { view }) => {
  const name = view.name.trim();
  if (name === '') return refuse('a view needs a name', 'write one, such as Row A');
  const twin = [...plan.views.values()].find((one) => one.id !== view.id && one.hall === view.hall && one.name === name);
  if (twin !== undefined) return refuse(`the hall has a view ${name} already`, 'choose another name, or update that view');
  const label = plan.views.has(view.id) ? `Change view ${name}` : `Save view ${name}`;
  return changeOf(plan, label, { put: { views: [{ ...view, name }] } });
};

/** Forgets views; the drawing stays as it is. */
export const removeViews: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'views', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Delete view ${namedOrCounted(found.value, 'view')}`, { remove: { views: found.value.map(({ id }) => id) } });
};
