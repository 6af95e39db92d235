/** What the drawing says by color and dash: dimensions and aisles under a broken rule are red, differences tell their kinds apart. */
import { describe, expect, it } from 'vitest';
import { createHallLayouts, type HallLayout } from '../../../renderer/canvas/hallLayout.ts';
import { createLabels } from '../../../renderer/canvas/labels.ts';
import { changeColors, paintChanges } from '../../../renderer/canvas/paintChanges.ts';
import { paintDimensions } from '../../../renderer/canvas/paintDimensions.ts';
import { paintAisleDimensions } from '../../../renderer/canvas/paintMarks.ts';
import { createPen, type Pen } from '../../../renderer/canvas/pen.ts';
import { must } from '../../../shared/assert.ts';
import type { ChangeMark } from '../../../shared/diff/changeMarks.ts';
import type { PlacedDimension } from '../../../shared/plan/dimensionPlaces.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { recordedContext, type RecordedContext } from '../../support/recordedContext.ts';

function page(): RecordedContext & { readonly pen: Pen } {
  const recorded = recordedContext();
  const pen = createPen(recorded.context, { leftMm: 0, topMm: 0, pxPerMm: 0.1 }, { widthPx: 1000, heightPx: 800 }, 'light');
  return { ...recorded, pen };
}

describe('a dimension', () => {
  const [from, to] = [
    { xMm: 1000, yMm: 2000 },
    { xMm: 3000, yMm: 2000 },
  ];
  const placed = (rule: { leastMm?: number; mostMm?: number }): PlacedDimension => ({
    dimension: {
      id: 'd',
      hall: 'H',
      a: { kind: 'place', ...from },
      b: { kind: 'place', ...to },
      axis: 'x',
      offsetMm: 0,
      leastMm: rule.leastMm ?? null,
      mostMm: rule.mostMm ?? null,
    },
    a: from,
    b: to,
    from,
    to,
    lengthMm: 2000,
  });

  it.each([
    ['plain without a rule', {}, false, '2 000'],
    ['plain within its rule', { leastMm: 2000, mostMm: 2000 }, false, '2 000'],
    ['red and bolder where it is too short', { leastMm: 2001 }, true, '2 000 < 2 001'],
    ['red and bolder where it is too long', { mostMm: 1999 }, true, '2 000 > 1 999'],
  ])('is %s', (_look, rule, isBroken, text) => {
    const { pen, strokes, written } = page();
    paintDimensions(pen, [placed(rule)], 'metric', createLabels(pen));
    const color = isBroken ? pen.colors.error : pen.colors.dimension;
    expect(strokes.map((stroke) => stroke.color)).toEqual([color]);
    expect(strokes[0]!.widthPx > 1.25).toBe(isBroken);
    expect(written.map((one) => [one.text.replace(/\s/g, ' '), one.color])).toEqual([[text, color]]);
  });
});

describe('an aisle', () => {
  /** Fronts look at each other, so far apart; the plan asks for 1 200. */
  const aisleOf = (widthMm: number): HallLayout => {
    const plan = new PlanBuilder()
      .hall()
      .cabinet('A', 3000, 2000, { row: 'A', rotationDeg: 180 })
      .cabinet('B', 3000, 3200 + widthMm, { row: 'B' })
      .build();
    return must(createHallLayouts()(plan, 'H'), 'layout');
  };

  it.each([
    [1200, false],
    [1199, true],
  ])('of %i mm is red: %s', (widthMm, isRed) => {
    const { pen, strokes, written } = page();
    paintAisleDimensions(pen, aisleOf(widthMm).cabinets.aisles, 'metric', createLabels(pen));
    const color = isRed ? pen.colors.error : pen.colors.dimension;
    expect(strokes.map((stroke) => stroke.color)).toEqual([color]);
    expect(written.map((one) => one.color)).toEqual([color]);
  });
});

describe('a difference', () => {
  const square = (xMm: number): { readonly xMm: number; readonly yMm: number }[] => [
    { xMm, yMm: 1000 },
    { xMm: xMm + 600, yMm: 1000 },
    { xMm: xMm + 600, yMm: 2000 },
    { xMm, yMm: 2000 },
  ];
  const mark = (kind: ChangeMark['kind'], was: number | null, is: number | null): ChangeMark => ({
    hall: 'H',
    kind,
    keys: [kind],
    was: was === null ? null : square(was),
    is: is === null ? null : square(is),
    box: { minXMm: 0, minYMm: 0, maxXMm: 9000, maxYMm: 9000 },
  });
  const painted = (one: ChangeMark, picked: readonly string[] = []) => {
    const recorded = page();
    paintChanges(recorded.pen, [one], new Set(picked), null);
    return recorded;
  };

  it.each([
    ['added', mark('added', null, 1000), '+', [[]], 1],
    ['removed', mark('removed', 1000, null), '×', [[6, 3], []], 0],
    ['moved', mark('moved', 1000, 4000), '→', [[2, 3], [8, 3], []], 1],
    ['changed', mark('changed', 1000, 1000), '~', [[2, 2]], 0],
  ] as const)('that is %s has a color, a dash and a sign of its own', (kind, one, sign, dashes, tints) => {
    const { strokes, fills, written } = painted(one);
    const color = changeColors('light')[kind];
    expect(new Set(strokes.map((stroke) => stroke.color))).toEqual(new Set([color]));
    expect(strokes.map(({ dash }) => dash)).toEqual(dashes);
    expect(fills.filter(({ alpha }) => alpha < 1).map((fill) => fill.color)).toEqual(Array.from({ length: tints }, () => color));
    expect(written.map(({ text }) => text)).toEqual([sign]);
  });

  it('differs in color from every other kind, in both themes, and is bolder once it is picked', () => {
    for (const scheme of ['light', 'dark'] as const) expect(new Set(Object.values(changeColors(scheme))).size).toBe(4);
    const widths = (picked: readonly string[]): number =>
      Math.max(...painted(mark('changed', 1000, 1000), picked).strokes.map(({ widthPx }) => widthPx));
    expect(widths(['changed'])).toBeGreaterThan(widths([]));
  });
});
