/** Which layer is painted again when what changes. */
import type { Planner } from '../state/plannerContext.ts';

export type RedrawLayer = 'ground' | 'plan' | 'marks' | 'overlay';

const NOBODY: ReadonlySet<string> = new Set();

/** Calls `redraw` for layers whose painters would now paint something else; until the returned function is called. */
export function watchForRedraw({ plan, session, derived }: Planner, redraw: (layer: RedrawLayer) => void): () => void {
  const all = (): void => {
    redraw('ground');
    redraw('plan');
    redraw('marks');
    redraw('overlay');
  };
  const stops = [
    plan.subscribe(all),
    derived.subscribe((now, before) => {
      if (now.scene === before.scene) return;
      redraw('plan');
      redraw('marks');
    }),
    session.subscribe((now, before) => {
      if (
        now.camera !== before.camera ||
        now.viewport !== before.viewport ||
        now.layers !== before.layers ||
        now.veil !== before.veil ||
        now.units !== before.units ||
        now.hall !== before.hall
      ) {
        all();
        return;
      }
      const moving = now.preview?.moving ?? NOBODY;
      const moved = before.preview?.moving ?? NOBODY;
      const isPreviewing = now.preview !== null;
      const wasPreviewing = before.preview !== null;
      if (now.highlight !== before.highlight || moving !== moved) redraw('plan');
      if (now.tool !== before.tool || now.locks !== before.locks) redraw('marks');
      if (now.highlight !== before.highlight || now.selection !== before.selection || moving !== moved || isPreviewing !== wasPreviewing)
        redraw('marks');
      if (now.preview !== before.preview || now.hover !== before.hover || now.pointer !== before.pointer) redraw('overlay');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
