/** A hall that is fitted into the view lies clear of what the view itself draws at its edges. */
import { describe, expect, it } from 'vitest';
import { toScreen } from '../../../renderer/canvas/camera.ts';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import { RULER_PX, SCALE_BAR_PX } from '../../../renderer/canvas/paintRulers.ts';
import { createSessionStore } from '../../../renderer/state/sessionStore.ts';
import type { Planner } from '../../../renderer/state/plannerContext.ts';
import { fitHall } from '../../../renderer/tools/viewActions.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';

describe('a fitted hall', () => {
  it.each([
    ['wide', 30_000, 6000],
    ['deep', 6000, 30_000],
    ['as the view is', 10_000, 8000],
  ])('%s lies between the rulers and the scale bar', (_shape, widthMm, depthMm) => {
    const session = createSessionStore();
    const viewport = { widthPx: 1000, heightPx: 800 };
    session.setState({ viewport, hall: 'H' });
    const plan = new PlanBuilder().hall('H', { outline: rectangle(0, 0, widthMm, depthMm) }).build();
    const layoutOf = createHallLayouts();
    fitHall({ session, layout: () => layoutOf(plan, 'H') } as unknown as Planner);
    const { camera } = session.getState();
    const [first, last] = [toScreen(camera, { xMm: 0, yMm: 0 }), toScreen(camera, { xMm: widthMm, yMm: depthMm })];
    expect(first.xPx).toBeGreaterThan(RULER_PX.left);
    expect(first.yPx).toBeGreaterThan(RULER_PX.top);
    expect(last.xPx).toBeLessThan(viewport.widthPx);
    expect(last.yPx).toBeLessThanOrEqual(viewport.heightPx - SCALE_BAR_PX + 1e-6);
  });
});
