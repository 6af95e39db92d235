/** What typed lengths count from while something new is placed. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { selectedIds } from '../state/sessionStore.ts';
import type { ToolContext } from './tool.ts';

/** The north-west corner of the cabinets that are selected in the hall, as those placed last are; else where its tiles begin. */
export function originOfPlacing(context: ToolContext): Point | null {
  const layout = context.layout();
  if (layout === null) return null;
  const selected = new Set(selectedIds(context.session().selection, 'cabinet'));
  const boxes = layout.cabinets.cabinets.filter(({ cabinet }) => selected.has(cabinet.id)).map(({ box }) => box);
  if (boxes.length === 0) return { xMm: layout.hall.tile.originXMm, yMm: layout.hall.tile.originYMm };
  return { xMm: Math.min(...boxes.map(({ minXMm }) => minXMm)), yMm: Math.min(...boxes.map(({ minYMm }) => minYMm)) };
}
