/** Figures of what is measured: beside their line, clear of the names that are written in the view. */
import { describe, expect, it } from 'vitest';
import { createLabels } from '../../../renderer/canvas/labels.ts';
import { figurePlaces } from '../../../renderer/canvas/paintMeasure.ts';
import { createPen } from '../../../renderer/canvas/pen.ts';

const style = { font: '11px Inter', sizePx: 11, color: 'black', ground: null, border: null, align: 'center', upright: false } as const;

/** Texts that are six pixels a character wide and are not drawn. */
function pen() {
  const context = { measureText: (text: string) => ({ width: text.length * 6 }), fillText: () => undefined };
  const camera = { leftMm: 0, topMm: 0, pxPerMm: 0.1 };
  return createPen(context as unknown as CanvasRenderingContext2D, camera, { widthPx: 800, heightPx: 600 }, 'light');
}

/** Where a figure comes to stand beside a line over the names of a row, which it runs through. */
function placed(names: readonly (readonly [x: number, y: number])[], line: readonly [number, number, number, number]) {
  const written = createLabels(pen());
  for (const [x, y] of names) written.place('A0001', x, y, style);
  const labels = createLabels(pen(), written);
  return [...figurePlaces(...line)].find(({ x, y, align }) => labels.place('3.60 m', x, y, { ...style, align }) !== null);
}

describe('a figure beside what is measured', () => {
  it('stands at the middle, near its line, where nothing is written', () => {
    expect(placed([], [100, 200, 300, 200])).toMatchObject({ x: 200, y: 188, asidePx: 12 });
    expect(placed([], [200, 100, 200, 300])).toMatchObject({ x: 212, y: 200, align: 'left' });
  });

  it('goes aside from names, along the line before farther off', () => {
    expect(placed([[200, 190]], [100, 200, 300, 200])).toMatchObject({ x: 200, y: 212 });
    const row = [100, 130, 160, 190, 220, 250, 280, 310].flatMap((x) => [[x, 190] as const, [x, 212] as const]);
    expect(placed(row, [100, 200, 300, 200])).toMatchObject({ asidePx: 24, foot: { x: 200, y: 200 } });
  });

  it('stands nowhere on another figure', () => {
    const labels = createLabels(pen());
    const [first, ...others] = figurePlaces(100, 200, 300, 200);
    expect(labels.place('3.60 m', first!.x, first!.y, style)).not.toBeNull();
    expect(labels.place('3.60 m', first!.x, first!.y, style)).toBeNull();
    expect(others.some(({ x, y }) => labels.place('1.40 m', x, y, style) !== null)).toBe(true);
  });
});
