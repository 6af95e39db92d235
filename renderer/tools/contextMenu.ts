/** The menu of what is selected: where it opens, and which commands of the table it repeats. */
import { createStore } from 'zustand/vanilla';
import { RULER_PX } from '../canvas/paintRulers.ts';
import { toScreen, type ScreenPoint } from '../canvas/camera.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Action } from '../actions/action.ts';
import type { Planner } from '../state/plannerContext.ts';
import { isSelected, type Thing } from '../state/sessionStore.ts';
import { boxOfThing } from './viewActions.ts';

/** Place of the open menu in the drawing area; null while it is closed. */
export const contextMenu = createStore<{ readonly at: ScreenPoint | null }>(() => ({ at: null }));

/** From the pointer: what lies under it becomes the selection, unless it is part of it. A gesture under way ends. */
export function openMenuAtPointer(planner: Planner, at: Point, px: ScreenPoint): void {
  const { session, tools } = planner;
  tools.cancel();
  const thing = tools.hit(at);
  if (thing === null) session.select([]);
  else if (!isPartOfSelection(planner, thing)) session.select([thing]);
  contextMenu.setState({ at: px });
}

/** A device counts with its cabinet, which lies under it everywhere. */
function isPartOfSelection({ plan, session }: Planner, thing: Thing): boolean {
  const { selection } = session.getState();
  const cabinet = thing.kind === 'device' ? plan.getState().plan.devices.get(thing.id)?.cabinet : undefined;
  return isSelected(selection, thing) || (cabinet !== undefined && isSelected(selection, { kind: 'cabinet', id: cabinet }));
}

/** From the keyboard: beside the first selected thing that is in view, else in the middle. */
export function openMenuAtSelection(planner: Planner): void {
  const { selection, camera, viewport } = planner.session.getState();
  const layout = planner.layout();
  const places = selection.flatMap((thing) => {
    const box = layout === null ? null : boxOfThing(planner, layout, thing);
    return box === null ? [] : toScreen(camera, { xMm: (box.minXMm + box.maxXMm) / 2, yMm: (box.minYMm + box.maxYMm) / 2 });
  });
  const seen = places.find(
    ({ xPx, yPx }) => xPx >= RULER_PX.left && xPx <= viewport.widthPx && yPx >= RULER_PX.top && yPx <= viewport.heightPx,
  );
  contextMenu.setState({ at: seen ?? { xPx: viewport.widthPx / 2, yPx: viewport.heightPx / 2 } });
}

/** What the palette offers for the selection, in the groups of the menu; with nothing selected, what is done to the hall. */
export function menuActions(planner: Planner, actions: readonly Action[]): readonly (readonly Action[])[] {
  const offered = actions.filter((action) => action.enabled(planner));
  const isEmpty = planner.session.getState().selection.length === 0;
  const ofView = isEmpty
    ? ['view.fit', 'view.zoomIn', 'view.zoomOut', 'view.end-isolation', 'view.show-all', 'view.unlock-all', 'view.palette']
    : ['view.zoom-selection', 'view.isolate', 'view.end-isolation', 'view.hide', 'view.lock-selection'];
  return [
    isEmpty ? [] : offered.filter(({ group }) => group === 'arrange'),
    offered.filter(({ group }) => group === 'edit'),
    offered.filter(({ id }) => ofView.includes(id)),
  ].filter((group) => group.length > 0);
}
