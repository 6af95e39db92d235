/** Which layer is painted again when what changes. */
import type { Scene } from '../../shared/engine/protocol.ts';
import type { Planner } from '../state/plannerContext.ts';

/** From the bottom up. */
export const LAYERS = ['ground', 'plan', 'cables', 'names', 'marks', 'overlay'] as const;

export type RedrawLayer = (typeof LAYERS)[number];

const NOBODY: ReadonlySet<string> = new Set();

/** Calls `redraw` for layers whose painters would now paint something else; until the returned function is called. */
export function watchForRedraw({ plan, session, derived }: Planner, redraw: (layer: RedrawLayer) => void): () => void {
  const all = (): void => {
    for (const layer of LAYERS) redraw(layer);
  };
  const stops = [
    plan.subscribe(all),
    derived.subscribe((now, before) => {
      if (now.scene === before.scene) return;
      // Trays are drawn by how full they are; the names of full ones step aside.
      if (!haveSameFill(now.scene, before.scene)) redraw('plan');
      redraw('cables');
      redraw('names');
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
      if (moving !== moved) {
        redraw('plan');
        redraw('names');
      }
      if (now.tool !== before.tool || now.locks !== before.locks) redraw('marks');
      if (
        now.highlight !== before.highlight ||
        now.growth !== before.growth ||
        now.selection !== before.selection ||
        moving !== moved ||
        isPreviewing !== wasPreviewing
      )
        redraw('marks');
      if (now.preview !== before.preview || now.hover !== before.hover || now.pointer !== before.pointer) redraw('overlay');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function haveSameFill(one: Scene | null, other: Scene | null): boolean {
  if (one === null || other === null || one.fillPct.length !== other.fillPct.length) return false;
  return one.fillPct.every((pct, row) => pct === other.fillPct[row]);
}
