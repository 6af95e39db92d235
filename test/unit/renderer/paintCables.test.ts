import { describe, expect, it } from 'vitest';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import { paintCables } from '../../../renderer/canvas/paintCables.ts';
import { createPen } from '../../../renderer/canvas/pen.ts';
import { must } from '../../../shared/assert.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** How often each function of the context is called while the drops of cabinets A01 and B01 are painted in a hall. */
function callsIn(hall: string): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, name) => () => calls.set(String(name), (calls.get(String(name)) ?? 0) + 1),
    set: () => true,
  });
  const plan = new PlanBuilder().hall().hall('I').cabinet('A01', 1000, 1000).cabinet('B01', 1000, 1000, { hall: 'I' }).build();
  const layout = must(createHallLayouts()(plan, hall), hall);
  const pen = createPen(context, { leftMm: 0, topMm: 0, pxPerMm: 0.05 }, { widthPx: 800, heightPx: 600 }, 'light');
  const column = Int32Array.of(1100, 1100, 1100);
  const drops = { count: 3, cabinet: Int32Array.of(0, 0, 1), tier: Uint8Array.of(0, 0, 0), cables: Int32Array.of(1, 1, 1) };
  const spans = { count: 0, segment: column, tier: drops.tier, fromMm: column, toMm: column, cables: column };
  paintCables(
    pen,
    layout,
    { segments: [], cabinets: ['A01', 'B01'], tiers: ['node-leaf'] },
    spans,
    { ...drops, openingXMm: column, openingYMm: column, landingXMm: column, landingYMm: column },
    { alpha: 1, bolderPx: 0, casing: null },
  );
  return calls;
}

describe('cables on the drawing', () => {
  it('drop to the cabinets of the hall on screen alone', () => {
    expect(callsIn('H').get('arc')).toBe(2);
    expect(callsIn('I').get('arc')).toBe(1);
  });
});
