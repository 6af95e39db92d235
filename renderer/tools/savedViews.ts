/** Saved views: a named part of a hall, with the layers that are shown, how cables are drawn and what is isolated. */
import { createStore } from 'zustand/vanilla';
import { removeViews, saveView } from '../../shared/commands/views.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { SavedView } from '../../shared/plan/drawingAids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Action } from '../actions/action.ts';
import { fitBox, visibleBox } from '../canvas/camera.ts';
import type { Planner } from '../state/plannerContext.ts';
import { layerNames, type SessionState } from '../state/sessionStore.ts';
import { refusalOf } from './editActions.ts';
import { showHall } from './viewActions.ts';

/** Views of a hall by name. */
export function viewsOf({ views }: Pick<Plan, 'views'>, hall: string | null): SavedView[] {
  return [...views.values()].filter((view) => view.hall === hall).sort((a, b) => compareNames(a.name, b.name));
}

/** What the drawing shows now. */
function shownNow({ camera, viewport, layers, veil, cableView, hiddenLevels }: SessionState): Omit<SavedView, 'id' | 'hall' | 'name'> {
  const box = visibleBox(camera, viewport);
  return {
    centreXMm: Math.round((box.minXMm + box.maxXMm) / 2),
    centreYMm: Math.round((box.minYMm + box.maxYMm) / 2),
    widthMm: Math.max(1, Math.round(box.maxXMm - box.minXMm)),
    heightMm: Math.max(1, Math.round(box.maxYMm - box.minYMm)),
    layers: layerNames.filter((layer) => layers[layer]),
    isolated: veil.isolated === null ? null : [...veil.isolated].sort(),
    cables: cableView,
    hiddenLevelsMm: [...hiddenLevels].sort((a, b) => a - b),
  };
}

/** Id of the view whose line is a field for its name; null while none is. */
export const viewNaming = createStore<{ readonly view: string | null }>(() => ({ view: null }));

/** Saves what is shown under the first free name, which is then a field to be written over. */
export function saveThisView(planner: Planner, randomBytes: RandomBytes): void {
  const { session } = planner;
  const { plan } = planner.plan.getState();
  const { hall } = session.getState();
  if (hall === null) return;
  const taken = new Set(viewsOf(plan, hall).map(({ name }) => name));
  let number = 1;
  while (taken.has(`View ${number}`)) number += 1;
  const name = `View ${number}`;
  const view = { id: newId('views', plan, randomBytes), hall, name, ...shownNow(session.getState()) };
  if (refusalOf(planner, saveView, { view }) !== null) return;
  session.setState({ notice: { text: `Saved as ${name}; it stands under Views in the left panel`, tone: 'info' } });
  viewNaming.setState({ view: view.id });
}

/** Saves what is shown in place of what the view showed. */
export function updateView(planner: Planner, view: SavedView): void {
  refusalOf(planner, saveView, { view: { ...view, ...shownNow(planner.session.getState()) } });
}

/** Gives why the name was refused, or null. */
export function renameView(planner: Planner, view: SavedView, name: string): string | null {
  return refusalOf(planner, saveView, { view: { ...view, name } });
}

export function deleteView(planner: Planner, { id }: SavedView): void {
  refusalOf(planner, removeViews, { ids: [id] });
}

/** Shows a view: its part of the hall whole in the window, with its layers, its way to draw cables and what it isolates. */
export function showView(planner: Planner, view: SavedView): void {
  const { session } = planner;
  showHall(planner, view.hall);
  const { viewport, veil } = session.getState();
  const shown = new Set(view.layers);
  const layers = Object.fromEntries(layerNames.map((layer) => [layer, shown.has(layer)])) as SessionState['layers'];
  const box = {
    minXMm: view.centreXMm - view.widthMm / 2,
    maxXMm: view.centreXMm + view.widthMm / 2,
    minYMm: view.centreYMm - view.heightMm / 2,
    maxYMm: view.centreYMm + view.heightMm / 2,
  };
  session.setState({
    mode: 'plan',
    camera: fitBox(box, viewport, 0),
    layers,
    veil: { ...veil, isolated: view.isolated === null ? null : new Set(view.isolated) },
    hiddenLevels: new Set(view.hiddenLevelsMm),
    ...(view.cables === undefined ? {} : { cableView: view.cables }),
    hover: null,
  });
}

/** Commands of the palette that show saved views whose names have all the words (in lower case). */
export function viewActionsNamed({ plan }: Planner, words: string): readonly Action[] {
  const wanted = words.split(/\s+/);
  const { views, halls } = plan.getState().plan;
  return [...views.values()]
    .filter(({ name, hall }) => wanted.every((word) => `show view ${name} ${halls.get(hall)?.name ?? ''}`.toLowerCase().includes(word)))
    .sort((a, b) => compareNames(a.name, b.name))
    .map((view) => ({
      id: `view.saved-${view.id}`,
      label: halls.size > 1 ? `Show view ${view.name}, ${halls.get(view.hall)?.name ?? view.hall}` : `Show view ${view.name}`,
      shortcut: null,
      group: 'view',
      enabled: () => true,
      run: (planner) => showView(planner, view),
    }));
}
