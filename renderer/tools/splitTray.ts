/** Cutting one tray in two: where the pointer points, or at a distance from its first end. */
import { splitTrayAt, type SplitTrayAt } from '../../shared/commands/splitTrays.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import type { Units } from '../../shared/quantities.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { toHall } from '../canvas/camera.ts';
import { parseLength } from '../ui/parseLength.ts';
import { contextMenu } from './contextMenu.ts';
import { refusalOf } from './editActions.ts';
import { tellLocked } from './selectActions.ts';

/** Nearer than this to an end of the tray, the pointer does not mean a place on it. */
const END_MM = 1;

/** The one tray that is selected; null: none, or several. */
export function traySelected({ plan, session }: Planner): Segment | null {
  const { selection } = session.getState();
  const [id] = selectedIds(selection, 'segment');
  return id === undefined || selection.length > 1 ? null : (plan.getState().plan.segments.get(id) ?? null);
}

/** Cuts the selected tray beside the pointer, or where the menu was opened; in its middle where neither is beside it. */
export function splitAtPointer(planner: Planner, randomBytes: RandomBytes): void {
  const tray = traySelected(planner);
  if (tray === null) return;
  const { camera, pointer } = planner.session.getState();
  const { at } = contextMenu.getState();
  const place = at === null ? pointer : toHall(camera, at);
  splitAt(planner, tray.id, placeAlong(planner.plan.getState().plan, tray, place), randomBytes);
}

/** Cuts a tray so far from its first end; gives why it cannot be. */
export function splitAt(planner: Planner, id: string, atMm: number, randomBytes: RandomBytes): string | null {
  const { plan } = planner.plan.getState();
  const [junctionId] = newIds('junctions', 1, plan, randomBytes);
  const [segmentId] = newIds('segments', 1, plan, randomBytes);
  if (junctionId === undefined || segmentId === undefined) return null;
  const args: SplitTrayAt = { id, atMm, junctionId, segmentId };
  const refusal = tellLocked(planner, [{ kind: 'segment', id }]) ?? refusalOf(planner, splitTrayAt, args);
  if (refusal === null) planner.session.select([{ kind: 'junction', id: junctionId }]);
  return refusal;
}

/** Cuts a tray at a typed distance from its first end; gives why it cannot be. A sign adds to what is there, and nothing is. */
export function splitAtTyped(planner: Planner, id: string, text: string, units: Units, randomBytes: RandomBytes): string | null {
  const typed = parseLength(text, units);
  if (!typed.ok) return `${typed.error.message}; ${typed.error.remedy}`;
  if (typed.value.kind === 'relative') return 'Write the distance itself, without a sign';
  return splitAt(planner, id, typed.value.value, randomBytes);
}

/** How far along a tray a place lies; its middle for none, and for places beyond its ends. */
export function placeAlong({ junctions }: Plan, { from, to }: Segment, at: Point | null): number {
  const [start, end] = [junctions.get(from), junctions.get(to)];
  if (start === undefined || end === undefined) return 0;
  const [dx, dy] = [end.xMm - start.xMm, end.yMm - start.yMm];
  const lengthMm = Math.hypot(dx, dy);
  const alongMm = at === null || lengthMm === 0 ? 0 : ((at.xMm - start.xMm) * dx + (at.yMm - start.yMm) * dy) / lengthMm;
  return alongMm >= END_MM && alongMm <= lengthMm - END_MM ? alongMm : lengthMm / 2;
}

/** The side of the plan on which the first end lies, from the other: `west end`. */
export function firstEndName({ junctions }: Plan, { from, to }: Segment): string {
  const [start, end] = [junctions.get(from), junctions.get(to)];
  if (start === undefined || end === undefined) return 'first end';
  const [dx, dy] = [end.xMm - start.xMm, end.yMm - start.yMm];
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'west end' : 'east end';
  return dy >= 0 ? 'north end' : 'south end';
}
