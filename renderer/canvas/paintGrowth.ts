/** What growing a fabric changed: new cables and moved ones beside each other, told apart by color and by weight. */
import type { Scene } from '../../shared/engine/protocol.ts';
import { middleOf } from '../../shared/geometry/polygons.ts';
import type { Growth } from '../state/growth.ts';
import { schemes, type SchemeName } from '../theme/tokens.ts';
import type { HallLayout } from './hallLayout.ts';
import { paintCables } from './paintCables.ts';
import { traceCabinet } from './paintCabinets.ts';
import { traceLine, type Pen } from './pen.ts';

/** Moved cables lie beside the new ones, and are drawn heavier. */
const ASIDE_PX = 4;
const DASH_PX = [6, 4];

export function paintGrowth(pen: Pen, layout: HallLayout, scene: Scene, { added, moved, cabinets, removed }: Growth): void {
  const { context, colors } = pen;
  const style = { alpha: 1, casing: colors.floor };
  const { added: addedColor, moved: movedColor } = growthColors(pen.scheme);
  paintCables(pen, layout, scene, added.spans, added.drops, { ...style, bolderPx: 0, color: addedColor });
  paintCables(pen, layout, scene, moved.spans, moved.drops, { ...style, bolderPx: 1.5, color: movedColor, asidePx: ASIDE_PX });
  context.beginPath();
  for (const id of cabinets) {
    const placed = layout.cabinets.byId.get(id);
    if (placed !== undefined) traceCabinet(pen, placed);
  }
  context.strokeStyle = addedColor;
  context.lineWidth = 2;
  context.stroke();
  paintRemoved(pen, layout, removed.between);
}

/** Links that are gone have no way any more: dashed lines from cabinet to cabinet, as the crew looks for them. */
function paintRemoved(pen: Pen, layout: HallLayout, between: Growth['removed']['between']): void {
  const { context } = pen;
  if (between.length === 0) return;
  context.beginPath();
  for (const [a, b] of between) {
    const [from, to] = [layout.cabinets.byId.get(a), layout.cabinets.byId.get(b)];
    if (from !== undefined && to !== undefined) traceLine(pen, middleOf(from.corners), middleOf(to.corners));
  }
  context.save();
  context.setLineDash(DASH_PX);
  context.strokeStyle = growthColors(pen.scheme).removed;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}

export function growthColors(scheme: SchemeName): { readonly added: string; readonly moved: string; readonly removed: string } {
  const { surface } = schemes[scheme];
  return { added: surface.good, moved: surface.warning, removed: surface.error };
}
