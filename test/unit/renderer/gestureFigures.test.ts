/** Figures that are told during a gesture: none lies on another, and those that are no longer true are not told. */
import { describe, expect, it, vi } from 'vitest';
import { createDrawing } from '../../../renderer/canvas/drawing.ts';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import type { Planner } from '../../../renderer/state/plannerContext.ts';
import { addDimensions } from '../../../shared/commands/dimensions.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { recordedContext, type Written } from '../../support/recordedContext.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

// Drawings are painted on one of their own; here there is none.
vi.stubGlobal('OffscreenCanvas', vi.fn());

const HEIGHT_PX = 11;

/** Two rows across a cold aisle of 1 800 mm with a dimension over it, which must not get shorter; the second row's cabinet is dragged. */
function dragged(byMm: number): readonly Written[] {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 2000, { row: 'A', rotationDeg: 180 })
    .cabinet('B', 3000, 5000, { row: 'B' })
    .build();
  const driver = new ToolDriver(plan);
  const dimension = {
    id: 'dim-1',
    hall: 'H',
    a: { kind: 'cabinet', id: 'A', corner: 1 },
    b: { kind: 'cabinet', id: 'B', corner: 0 },
    axis: 'y',
    offsetMm: -320,
    leastMm: 1800,
    mostMm: null,
  } as const;
  driver.plan.run(addDimensions, { dimensions: [dimension] });
  driver.session.setState({ viewport: { widthPx: 1000, heightPx: 800 }, camera: { leftMm: 0, topMm: 0, pxPerMm: 0.1 } });
  const layoutOf = createHallLayouts();
  const { plan: store, session, derived } = driver;
  const parts = { plan: store, session, derived, layout: () => layoutOf(driver.plan.getState().plan, 'H') };
  const drawing = createDrawing(
    parts as unknown as Planner,
    () => 'light',
    () => undefined,
  );
  driver.down(3300, 5600).move(3300, 5600 + byMm);
  const { context, written } = recordedContext();
  drawing.names(context);
  drawing.overlay(context);
  return written;
}

function overlap(a: Written, b: Written): boolean {
  return a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < HEIGHT_PX;
}

describe('figures of a gesture', () => {
  it('lie clear of each other: the gap beside the dimension that turns red', () => {
    const written = dragged(-600).filter(({ text }) => /^1.200/.test(text));
    expect(written.map(({ text }) => text.replace(/\s/g, ' ')).sort()).toEqual(['1 200 < 1 800', '1 200 mm']);
    expect(written.some((one, i) => written.slice(i + 1).some((other) => overlap(one, other)))).toBe(false);
  });

  it('do not tell the width of an aisle whose row is in hand', () => {
    const plain = (written: readonly Written[]): string[] => written.map(({ text }) => text.replace(/\s/g, ' '));
    // Of the dimension, and of the aisle.
    expect(plain(dragged(0)).filter((text) => text === '1 800')).toHaveLength(2);
    expect(plain(dragged(-600))).not.toContain('1 800');
  });
});
