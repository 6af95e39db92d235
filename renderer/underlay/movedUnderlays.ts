/** Drawings while a gesture moves them: they lie where it has come to, within their frames. */
import { cornersOf } from '../../shared/drawings/underlayPlace.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { tracePolygon, type Pen } from '../canvas/pen.ts';
import type { Preview } from '../state/sessionStore.ts';
import { lineWeights } from '../theme/tokens.ts';

/** The drawings of a hall as the gesture under way would leave them. */
export function lyingUnderlays({ underlays }: Pick<HallLayout, 'underlays'>, preview: Preview | null): readonly Underlay[] {
  const tried = preview?.plan?.underlays;
  return tried === undefined ? underlays : underlays.map((underlay) => tried.get(underlay.id) ?? underlay);
}

/** Frames of drawings that the gesture moves, in the color of the preview, or of what cannot be. */
export function paintMovedFrames(pen: Pen, hall: Pick<HallLayout, 'underlays'>, preview: Preview): void {
  const { context, colors } = pen;
  context.beginPath();
  for (const underlay of lyingUnderlays(hall, preview)) if (preview.moving.has(underlay.id)) tracePolygon(pen, cornersOf(underlay));
  context.lineWidth = lineWeights.selection;
  context.strokeStyle = preview.problem === null ? colors.preview : colors.invalid;
  context.stroke();
}
