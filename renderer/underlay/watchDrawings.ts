/** Reads the drawings of the hall on screen, and says when one of them can be shown. */
import type { Planner } from '../state/plannerContext.ts';
import { drawings, readDrawingsOf } from './drawings.ts';

/** Until the returned function is called. */
export function watchDrawings({ plan, session }: Planner, redraw: () => void): () => void {
  const read = (): void => {
    const { hall, layers } = session.getState();
    if (layers.drawings) readDrawingsOf(plan.getState().plan, hall);
  };
  read();
  const stops = [
    plan.subscribe((now, before) => {
      if (now.plan.underlays !== before.plan.underlays || now.plan.drawingFiles !== before.plan.drawingFiles) read();
    }),
    session.subscribe((now, before) => {
      if (now.hall !== before.hall || now.layers !== before.layers) read();
    }),
    drawings.subscribe((now, before) => {
      if (now.byFile === before.byFile) return;
      // The worker was ended, and what it had read with it.
      if (now.byFile.size === 0) read();
      redraw();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
