/** What is done to whole halls: made by number, shown, renamed, deleted, and cabinets moved between them. */
import { createStore } from 'zustand/vanilla';
import { addHall, moveToHall, removeHall, setHall } from '../../shared/commands/halls.ts';
import { boxAroundBoxes, type Box } from '../../shared/geometry/shapes.ts';
import { insetRectangle, polygonContainsPolygon } from '../../shared/geometry/polygons.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { Hall, Plan } from '../../shared/plan/types.ts';
import { createHallLayouts, placeCabinet, type HallLayout } from '../canvas/hallLayout.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { runCommand } from './editActions.ts';
import { isFreeAt } from './freePlace.ts';
import { unlockFor } from './locks.ts';
import { fitHall, showHall } from './viewActions.ts';

/** Id of the hall whose tab is a field for its name; null while none is. */
export const hallTabs = createStore<{ readonly renaming: string | null }>(() => ({ renaming: null }));

/** Halls in the order of their tabs. */
export function hallsInOrder(plan: Plan): readonly Hall[] {
  return [...plan.halls.values()].sort((one, other) => compareNames(one.name, other.name) || (one.id < other.id ? -1 : 1));
}

export function makeHall(planner: Planner, hall: Hall): boolean {
  if (!runCommand(planner, addHall, { hall })) return false;
  unlockFor(planner.session, 'building');
  planner.session.select([{ kind: 'hall', id: hall.id }]);
  fitHall(planner);
  return true;
}

/** The hall on screen; null while there is none. */
export function hallOnScreen({ plan, session }: Planner): Hall | null {
  const { hall } = session.getState();
  return hall === null ? null : (plan.getState().plan.halls.get(hall) ?? null);
}

export function renameHall(planner: Planner, id: string, name: string): boolean {
  return runCommand(planner, setHall, { id, set: { name } });
}

/** Deletes a hall with all that stands in it, says how much that was, and offers to take it back. */
export function deleteHall(planner: Planner, id: string): void {
  const { plan, session } = planner;
  if (!runCommand(planner, removeHall, { id })) return;
  const done = plan.getState().past.at(-1)?.label ?? '';
  session.setState({ notice: { text: `Done: ${done}`, tone: 'info', offer: 'edit.undo' } });
}

/** Selects the hall on screen, so that its walls can be edited; they are unlocked for it. */
export function editWalls(planner: Planner): void {
  const hall = hallOnScreen(planner);
  if (hall === null) return;
  unlockFor(planner.session, 'building');
  planner.session.setTool('select');
  planner.session.select([{ kind: 'hall', id: hall.id }]);
}

/** Shows the next tab's hall, or the one before; round at the ends. */
export function stepHall(planner: Planner, step: 1 | -1): void {
  const halls = hallsInOrder(planner.plan.getState().plan);
  const at = halls.findIndex(({ id }) => id === planner.session.getState().hall);
  const next = halls[(at + step + halls.length) % halls.length];
  if (next !== undefined) showHall(planner, next.id);
}

/** Moves the selected cabinets to another hall, to the place that they have here if it is free there, and shows them. */
export function moveSelectionToHall(planner: Planner, hallId: string): boolean {
  const { plan } = planner.plan.getState();
  const cabinets = selectedIds(planner.session.getState().selection, 'cabinet');
  const target = createHallLayouts()(plan, hallId);
  const boxes = cabinets.flatMap((id) => {
    const cabinet = plan.cabinets.get(id);
    return cabinet === undefined || cabinet.hall === hallId ? [] : (placeCabinet(plan, cabinet)?.box ?? []);
  });
  if (target === null || boxes.length === 0) return false;
  const shift = findRoom(target, boxAroundBoxes(boxes));
  if (!runCommand(planner, moveToHall, { cabinets, hall: hallId, ...shift })) return false;
  showHall(planner, hallId, 'keep');
  return true;
}

/** Places looked at before the middle of the hall is taken as it is. */
const MOST_PLACES = 20_000;

/** How far a box moves to stand free in a hall: not at all, else to the first free tile, else to the middle. */
export function findRoom(target: HallLayout, box: Box): { readonly dxMm: number; readonly dyMm: number } {
  const standing = [...target.cabinets.cabinets, ...target.obstacles].map((placed) => placed.box);
  const isFree = (dxMm: number, dyMm: number): boolean =>
    isFreeAt(box, dxMm, dyMm, standing) && polygonContainsPolygon(target.outline, insetRectangle(cornersOf(box, dxMm, dyMm), 1));
  if (isFree(0, 0)) return { dxMm: 0, dyMm: 0 };
  const { sizeMm, originXMm, originYMm } = target.hall.tile;
  const first = (low: number, origin: number): number => origin + Math.ceil((low - origin) / sizeMm) * sizeMm;
  let left = MOST_PLACES;
  for (let y = first(target.box.minYMm, originYMm); y <= target.box.maxYMm && left > 0; y += sizeMm) {
    for (let x = first(target.box.minXMm, originXMm); x <= target.box.maxXMm && left > 0; x += sizeMm) {
      left -= 1;
      const shift = { dxMm: Math.round(x - box.minXMm), dyMm: Math.round(y - box.minYMm) };
      if (isFree(shift.dxMm, shift.dyMm)) return shift;
    }
  }
  return {
    dxMm: Math.round((target.box.minXMm + target.box.maxXMm - box.minXMm - box.maxXMm) / 2),
    dyMm: Math.round((target.box.minYMm + target.box.maxYMm - box.minYMm - box.maxYMm) / 2),
  };
}

function cornersOf({ minXMm, minYMm, maxXMm, maxYMm }: Box, dxMm: number, dyMm: number) {
  return [
    { xMm: minXMm + dxMm, yMm: minYMm + dyMm },
    { xMm: maxXMm + dxMm, yMm: minYMm + dyMm },
    { xMm: maxXMm + dxMm, yMm: maxYMm + dyMm },
    { xMm: minXMm + dxMm, yMm: maxYMm + dyMm },
  ];
}
