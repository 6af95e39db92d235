import { describe, expect, it } from 'vitest';
import { buildLoomLines } from '../../../shared/engine/loomLines.ts';
import { buildScene } from '../../../shared/engine/scene.ts';
import { cablesThrough } from '../../../shared/engine/cableScope.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { loomsOf } from '../../../shared/looms/looms.ts';
import { placeOfOpening, placeOfSegment } from '../../../shared/engine/placeScope.ts';
import { smallHall } from '../../support/sheetPlans.ts';

const derived = derive(smallHall());
const { survey, cabling } = derived;

describe('what goes through a place', () => {
  it('of a tray is what lies there, as the scene counts it', () => {
    const scene = buildScene(derived);
    for (const [row, segment] of scene.segments.entries()) {
      const spans = Array.from({ length: scene.spans.count }, (_, at) => at).filter((at) => scene.spans.segment[at] === row);
      for (const at of spans) {
        const middleMm = (scene.spans.fromMm[at]! + scene.spans.toMm[at]!) / 2;
        const here = spans.filter((one) => scene.spans.fromMm[one]! <= middleMm && scene.spans.toMm[one]! >= middleMm);
        const count = here.reduce((sum, one) => sum + scene.spans.cables[one]!, 0);
        expect(cablesThrough(derived, [placeOfSegment(segment, middleMm)]).length).toBe(count);
      }
      expect(spans.length).toBeGreaterThan(0);
    }
  });

  it('of a cabinet is what leaves by that opening; all openings together are what leaves it', () => {
    const opening = (side: 'front' | 'rear', edge: 'top' | 'bottom') => cablesThrough(derived, [placeOfOpening('A01', edge, side)]);
    const all = (['top', 'bottom'] as const).flatMap((edge) => (['front', 'rear'] as const).flatMap((side) => [...opening(side, edge)]));
    expect(all.sort((a, b) => a - b)).toEqual([...cablesThrough(derived, ['A01'])]);
    expect(all.length).toBeGreaterThan(0);
    expect(cablesThrough(derived, ['nothing@5', 'A01@nowhere', '@']).length).toBe(0);
  });
});

describe('lines of looms', () => {
  it('are one for each loom and one for each cable in none', () => {
    const looms = loomsOf(derived);
    const bound = looms.reduce((sum, { members }) => sum + members.length, 0);
    const lines = looms.length + cabling.cables.count - bound;
    expect(looms.length).toBeGreaterThan(0);
    // Every line leaves two cabinets.
    const { drops } = buildLoomLines(derived);
    expect(drops.cables.reduce((sum, count) => sum + count, 0)).toBe(2 * lines);
    expect(survey.accesses.length).toBeGreaterThan(0);
  });
});
