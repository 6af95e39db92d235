/** What growing a fabric changed: new cables and moved ones beside each other, told apart by color and by weight. */
import type { Scene } from '../../shared/engine/protocol.ts';
import type { Growth } from '../state/sessionStore.ts';
import { schemes, type SchemeName } from '../theme/tokens.ts';
import type { HallLayout } from './hallLayout.ts';
import { paintCables } from './paintCables.ts';
import { traceCabinet } from './paintCabinets.ts';
import type { Pen } from './pen.ts';

/** Moved cables lie beside the new ones, and are drawn heavier. */
const ASIDE_PX = 4;

export function paintGrowth(pen: Pen, layout: HallLayout, scene: Scene, { added, moved, cabinets }: Growth): void {
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
}

export function growthColors(scheme: SchemeName): { readonly added: string; readonly moved: string } {
  const { surface } = schemes[scheme];
  return { added: surface.good, moved: surface.warning };
}
