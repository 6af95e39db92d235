import { describe, expect, it } from 'vitest';
import { linesShown } from '../../../renderer/canvas/paintCables.ts';
import { totalSpans } from '../../../renderer/canvas/cableTotals.ts';
import type { SpanColumns } from '../../../shared/engine/protocol.ts';

/** Rows of segment, tier, from, to, cables. */
function spansOf(...rows: readonly (readonly [number, number, number, number, number])[]): SpanColumns {
  const column = (at: number) => Int32Array.from(rows, (row) => row[at]!);
  return {
    count: rows.length,
    segment: column(0),
    tier: Uint8Array.from(rows, (row) => row[1]),
    fromMm: column(2),
    toMm: column(3),
    cables: column(4),
  };
}

describe('cables by segment', () => {
  it('add up over the tiers wherever their number changes', () => {
    const total = totalSpans(spansOf([0, 0, 0, 1000, 4], [0, 1, 400, 1000, 3], [2, 1, 0, 500, 2], [2, 1, 500, 900, 1]));
    const rows = Array.from({ length: total.count }, (_, i) => [total.segment[i], total.fromMm[i], total.toMm[i], total.cables[i]]);
    expect(rows).toEqual([
      [0, 0, 400, 4],
      [0, 400, 1000, 7],
      [2, 0, 500, 2],
      [2, 500, 900, 1],
    ]);
  });
});

describe('a line for each cable', () => {
  it('is drawn as far as there is room, and thins out with it', () => {
    expect([1, 8, 100].map((cables) => linesShown(cables, 90))).toEqual([1, 8, 40]);
    expect([90, 9, 1].map((roomPx) => linesShown(30, roomPx))).toEqual([30, 4, 1]);
  });
});
