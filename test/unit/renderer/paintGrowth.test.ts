import { expect, it } from 'vitest';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import { paintGrowth } from '../../../renderer/canvas/paintGrowth.ts';
import { createPen } from '../../../renderer/canvas/pen.ts';
import { must } from '../../../shared/assert.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Lines that are dashed when they are stroked, from point to point. */
function dashedLines(between: readonly (readonly [string, string])[]): number[][] {
  const dashed: number[][] = [];
  let path: number[] = [];
  let dash: readonly number[] = [];
  const calls: Readonly<Record<string, (...values: never[]) => void>> = {
    beginPath: () => void (path = []),
    moveTo: (...point: number[]) => void path.push(...point),
    lineTo: (...point: number[]) => void path.push(...point),
    setLineDash: (pattern: readonly number[]) => void (dash = pattern),
    restore: () => void (dash = []),
    stroke: () => {
      if (dash.length > 0) dashed.push(path.map(Math.round));
    },
  };
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => calls[String(name)] ?? (() => undefined),
    set: () => true,
  });
  const plan = new PlanBuilder().hall().cabinet('A', 1000, 1000).cabinet('B', 5000, 3000).build();
  const layout = must(createHallLayouts()(plan, 'H'), 'H');
  const pen = createPen(context, { leftMm: 0, topMm: 0, pxPerMm: 0.1 }, { widthPx: 800, heightPx: 600 }, 'light');
  const none = Int32Array.of();
  const spans = { count: 0, segment: none, tier: Uint8Array.of(), fromMm: none, toMm: none, cables: none };
  const places = { openingXMm: none, openingYMm: none, landingXMm: none, landingYMm: none };
  const drops = { count: 0, cabinet: none, tier: Uint8Array.of(), cables: none, ...places };
  const nothing = { ids: [], cables: 0, cabinets: [], spans, drops };
  const figures = { fillPct: Float64Array.of(), touching: none, massGPerM: Float64Array.of(), markers: [] };
  paintGrowth(
    pen,
    layout,
    { segments: [], cabinets: ['A', 'B'], tiers: [], spans, drops, ...figures },
    { added: nothing, moved: nothing, cabinets: [], removed: { links: between.length, between } },
  );
  return dashed;
}

it('draws links that growth removed as dashed lines between their cabinets, and none where none went', () => {
  // Middles of cabinets 600 × 1200 at 1 px to 10 mm.
  expect(dashedLines([['A', 'B']])).toEqual([[130, 160, 530, 360]]);
  // One of another hall is not on this drawing.
  expect(dashedLines([['A', 'X']])).toEqual([[]]);
  expect(dashedLines([])).toEqual([]);
});
